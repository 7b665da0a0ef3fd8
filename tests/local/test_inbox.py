"""What a recipient reads: composed, overridden, rendered."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from pinpoint_sdk.local import Clock, Inbox, InboxMessage, LocalPinpoint
from pinpoint_sdk.local.inbox import SHOWN_LENGTH, SHOWN_SETTINGS
from pinpoint_sdk.local.state.account import Attempt
from tests.local.support.boto import START, Boto, new_segment

PHONE = "+15555550100"


@pytest.fixture
def shop(client: Boto, app: str) -> str:
    """A project with channels and an endpoint."""
    client.update_sms_channel(ApplicationId=app, SMSChannelRequest={"Enabled": True})
    client.update_voice_channel(ApplicationId=app, VoiceChannelRequest={"Enabled": True})
    client.update_gcm_channel(ApplicationId=app, GCMChannelRequest={"ApiKey": "k"})
    client.update_apns_channel(
        ApplicationId=app, APNSChannelRequest={"Certificate": "c", "PrivateKey": "p"}
    )
    client.update_email_channel(
        ApplicationId=app, EmailChannelRequest={"FromAddress": "a@example.com", "Identity": "i"}
    )
    client.update_endpoint(
        ApplicationId=app,
        EndpointId="phone",
        EndpointRequest={
            "Address": PHONE,
            "ChannelType": "SMS",
            "User": {"UserId": "ana", "UserAttributes": {"FirstName": ["Ana"]}},
        },
    )
    return app


def send(
    client: Boto,
    app: str,
    channel: str,
    address: str,
    /,
    override: Any = None,
    **configuration: Any,
) -> None:
    templates = configuration.pop("TemplateConfiguration", {})
    client.send_messages(
        ApplicationId=app,
        MessageRequest={
            "Addresses": {address: {"ChannelType": channel, **(override or {})}},
            "MessageConfiguration": configuration,
            **({"TemplateConfiguration": templates} if templates else {}),
        },
    )


def read(service: LocalPinpoint) -> tuple[str | None, str]:
    return service.inbox.last.title, service.inbox.last.body


def test_a_message_tells_all_of_itself(client: Boto, shop: str, service: LocalPinpoint) -> None:
    client.send_messages(
        ApplicationId=shop,
        MessageRequest={
            "Endpoints": {"phone": {}},
            "MessageConfiguration": {
                "SMSMessage": {"Body": "Hello {{User.UserAttributes.FirstName}}", "SenderId": "S"}
            },
        },
    )
    message = service.inbox.last
    assert (message.channel_type, message.address, message.body) == ("SMS", PHONE, "Hello Ana")
    assert (message.title, message.html, message.campaign_id) == (None, None, None)
    assert (message.endpoint_id, message.user_id, message.application_id) == ("phone", "ana", shop)
    assert (message.sent_by, message.sent_at) == ("SendMessages", START)
    assert message.document == {"Body": "Hello Ana", "SenderId": "S"}
    assert message.otp is None
    assert len(message.message_id) == 32


def test_the_inbox_is_asked_by_address_endpoint_and_user(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    send(client, shop, "SMS", "+15555550199", SMSMessage={"Body": "other"})
    client.send_users_messages(
        ApplicationId=shop,
        SendUsersMessageRequest={
            "Users": {"ana": {}},
            "MessageConfiguration": {"SMSMessage": {"Body": "Hello"}},
        },
    )
    (message,) = service.inbox.to("ana")
    assert service.inbox.to("phone") == service.inbox.to(PHONE) == [message]
    assert message.sent_by == "SendUsersMessages"
    assert service.inbox[0].body == "other"
    assert service.inbox[1:] == [message]
    assert [*service.inbox] == service.inbox[:]
    service.inbox.clear()
    assert service.inbox.to("ana") == []


SENT_WITH: list[tuple[str, str, dict[str, Any], dict[str, Any], str]] = [
    ("SMS", PHONE, {}, {"SMSMessage": {"Body": "B"}}, "B"),
    (
        "SMS",
        PHONE,
        {},
        {
            "SMSMessage": {
                "Body": "B",
                "SenderId": "Shop",
                "MessageType": "TRANSACTIONAL",
                "OriginationNumber": "+15555550101",
                "Keyword": "",
            }
        },
        "B (SenderId=Shop, MessageType=TRANSACTIONAL, OriginationNumber=+15555550101)",
    ),
    (
        "VOICE",
        PHONE,
        {},
        {"VoiceMessage": {"Body": "B", "LanguageCode": "de-DE"}},
        "B (LanguageCode=de-DE)",
    ),
    (
        "EMAIL",
        "ana@example.com",
        {},
        {
            "EmailMessage": {
                "FromAddress": "shop@example.com",
                "SimpleEmail": {"Subject": {"Data": "S"}, "TextPart": {"Data": "B"}},
            }
        },
        "S B (FromAddress=shop@example.com)",
    ),
    (
        "EMAIL",
        "ana@example.com",
        {},
        {"EmailMessage": {"RawEmail": {"Data": b"Subject: S\r\n\r\nB"}}},
        "S B",
    ),
    (
        "GCM",
        "token",
        {},
        {
            "GCMMessage": {
                "Title": "T",
                "Body": "B",
                "Action": "URL",
                "Url": "https://example.com",
                "Data": {"order": "7"},
                "SilentPush": False,
            }
        },
        "T B (Action=URL, Url=https://example.com, Data={'order': '7'})",
    ),
    ("GCM", "token", {}, {"GCMMessage": {"SilentPush": True}}, " (SilentPush=True)"),
    ("GCM", "token", {}, {"GCMMessage": {"RawContent": '{"data": {"message": "B"}}'}}, "B"),
    (
        "GCM",
        "token",
        {"Context": {"a": "line\nbreak"}},
        {"GCMMessage": {"Body": "B", "Data": {"long": "x" * 200}}},
        "B (Data={'long': '" + "x" * (SHOWN_SETTINGS - 16) + "…)",
    ),
]


@pytest.mark.parametrize(("channel", "address", "override", "configuration", "shown"), SENT_WITH)
def test_a_repr_shows_what_a_message_was_sent_with(
    client: Boto,
    shop: str,
    service: LocalPinpoint,
    channel: str,
    address: str,
    override: dict[str, Any],
    configuration: dict[str, Any],
    shown: str,
) -> None:
    send(client, shop, channel, address, override=override, **configuration)
    line = f"2017-09-27 12:00 {channel} {address}: {shown}"
    assert repr(service.inbox.last) == f"<InboxMessage {line}>"
    assert repr(service.inbox) == f"<Inbox: 1\n  {line}>"


def test_an_empty_inbox_says_so() -> None:
    inbox = Inbox()
    assert repr(inbox) == "<Inbox: empty>"
    with pytest.raises(LookupError, match="nothing was delivered"):
        _ = inbox.last


def push(body: str, title: str | None = None) -> InboxMessage:
    return InboxMessage(
        channel_type="GCM",
        address="token",
        title=title,
        body=body,
        message_id="m",
        application_id="a",
        sent_by="SendMessages",
        sent_at=START,
    )


def test_a_long_inbox_is_shown_short() -> None:
    inbox = Inbox()
    for number in range(25):
        inbox.add(push(f"line\n{number} " + "x" * 100, "Title"))
    lines = repr(inbox).splitlines()
    assert lines[:2] == ["<Inbox: 25", "  ... 5 older"]
    assert lines[2].startswith("  2017-09-27 12:00 GCM token: Title line 5 xx")
    assert lines[-1].endswith("…>")
    assert len(lines) == 22
    assert max(map(len, lines)) < 120


def test_a_text_that_just_fits_is_shown_whole() -> None:
    inbox = Inbox()
    inbox.add(push("x" * SHOWN_LENGTH))
    assert repr(inbox).endswith(f": {'x' * SHOWN_LENGTH}>")


def test_what_arrives_while_one_goes_through_is_left_out(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    send(client, shop, "SMS", PHONE, SMSMessage={"Body": "Hello"})
    for _ in zip(service.inbox, range(3), strict=False):
        send(client, shop, "SMS", PHONE, SMSMessage={"Body": "Hello again"})
    assert len(service.inbox) == 2


PUSH = [
    ({"GCMMessage": {"Title": "T", "Body": "B"}}, ("T", "B")),
    ({"DefaultPushNotificationMessage": {"Title": "T", "Body": "B"}}, ("T", "B")),
    ({"DefaultMessage": {"Body": "B"}}, (None, "B")),
    ({"GCMMessage": {"Body": "own"}, "DefaultMessage": {"Body": "default"}}, (None, "own")),
    ({"GCMMessage": {"RawContent": "no JSON"}}, (None, "no JSON")),
    ({"GCMMessage": {"RawContent": '{"notification": {"title": "T", "body": "B"}}'}}, ("T", "B")),
    ({"GCMMessage": {"RawContent": '{"data": {"message": "B"}}'}}, (None, "B")),
    ({"GCMMessage": {"JsonData": '{"aps": {"alert": "B"}}'}}, (None, "B")),
    ({"GCMMessage": {"RawContent": "raw", "JsonData": "old"}}, (None, "raw")),
    ({"GCMMessage": {"RawContent": "[1]"}}, (None, "[1]")),
]


@pytest.mark.parametrize(("configuration", "shown"), PUSH)
def test_a_push_notification(
    client: Boto,
    shop: str,
    service: LocalPinpoint,
    configuration: dict[str, Any],
    shown: tuple[str | None, str],
) -> None:
    send(client, shop, "GCM", "token", **configuration)
    assert read(service) == shown


def mime(*lines: str) -> bytes:
    return "\r\n".join(lines).encode()


RELATED = "Content-Type: multipart/related; boundary=x"
MAIL = [
    (
        {"SimpleEmail": {"Subject": {"Data": "S"}, "TextPart": {"Data": "T"}}},
        ("S", "T", None),
    ),
    ({"SimpleEmail": {"HtmlPart": {"Data": "<b>"}}}, (None, "<b>", "<b>")),
    ({"Title": "S", "Body": "T", "HtmlBody": "<b>"}, ("S", "T", "<b>")),
    (
        {"RawEmail": {"Data": mime("Subject: S {{x}}", "Content-Type: text/plain", "", "T {{x}}")}},
        ("S {{x}}", "T {{x}}", None),
    ),
    (
        {"RawEmail": {"Data": mime("Content-Type: text/html; charset=nobody", "", "<b>")}},
        (None, "", None),
    ),
    (
        {"RawEmail": {"Data": mime(RELATED, "Subject: S", "", "--x", RELATED, "", "T")}},
        ("S", "", None),
    ),
]


@pytest.mark.parametrize(("message", "shown"), MAIL)
def test_an_email(
    client: Boto,
    shop: str,
    service: LocalPinpoint,
    message: dict[str, Any],
    shown: tuple[str | None, str, str | None],
) -> None:
    send(client, shop, "EMAIL", "ana@example.com", EmailMessage=message)
    last = service.inbox.last
    assert (last.title, last.body.strip(), last.html) == shown


def test_an_email_of_the_default_message(client: Boto, shop: str, service: LocalPinpoint) -> None:
    send(client, shop, "EMAIL", "ana@example.com", DefaultMessage={"Body": "B"})
    assert read(service) == (None, "B")


def test_voice_is_read_aloud(client: Boto, shop: str, service: LocalPinpoint) -> None:
    send(client, shop, "VOICE", PHONE, VoiceMessage={"Body": "Hello {{Address}}"})
    assert read(service) == (None, f"Hello {PHONE}")


OVERRIDES = [
    ("SMS", PHONE, {"SMSMessage": {"Body": "B"}}, {"BodyOverride": "O"}, (None, "O")),
    ("SMS", PHONE, {"SMSMessage": {"Body": "B"}}, {"TitleOverride": "O"}, (None, "B")),
    (
        "GCM",
        "token",
        {"GCMMessage": {"Title": "T", "Body": "B"}},
        {"TitleOverride": "O", "BodyOverride": "P"},
        ("O", "P"),
    ),
    (
        "GCM",
        "token",
        {"GCMMessage": {"Title": "T", "Body": "B"}},
        {"RawContent": '{"data": {"message": "R"}}', "BodyOverride": "P"},
        (None, "R"),
    ),
    (
        "EMAIL",
        "ana@example.com",
        {"EmailMessage": {"SimpleEmail": {"HtmlPart": {"Data": "<b>"}}}},
        {"TitleOverride": "O", "BodyOverride": "P"},
        ("O", "P"),
    ),
    (
        "EMAIL",
        "ana@example.com",
        {"EmailMessage": {"SimpleEmail": {"Subject": {"Data": "S"}}}},
        {"BodyOverride": "O"},
        ("S", "O"),
    ),
    (
        "EMAIL",
        "ana@example.com",
        {"EmailMessage": {"Title": "S"}},
        {"BodyOverride": "O"},
        ("S", "O"),
    ),
]


@pytest.mark.parametrize(("channel", "address", "configuration", "override", "shown"), OVERRIDES)
def test_what_is_said_of_one_recipient_comes_first(
    client: Boto,
    shop: str,
    service: LocalPinpoint,
    channel: str,
    address: str,
    configuration: dict[str, Any],
    override: dict[str, Any],
    shown: tuple[str | None, str],
) -> None:
    send(client, shop, channel, address, override=override, **configuration)
    assert read(service) == shown


def test_values_come_from_recipient_message_endpoint_and_template_in_this_order(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    client.create_sms_template(
        TemplateName="t",
        SMSTemplateRequest={
            "Body": "{{a}} {{b}} {{ChannelType}} {{d}} {{User.UserId}}",
            "DefaultSubstitutions": json.dumps(dict.fromkeys("abd", "default")),
        },
    )
    client.send_messages(
        ApplicationId=shop,
        MessageRequest={
            "Endpoints": {"phone": {"Substitutions": {"a": ["recipient"]}}},
            "MessageConfiguration": {
                "SMSMessage": {"Substitutions": {"a": ["message"], "b": ["message"]}}
            },
            "TemplateConfiguration": {"SMSTemplate": {"Name": "t"}},
        },
    )
    assert service.inbox.last.body == "recipient message SMS default ana"


TEMPLATES = [
    (
        "GCM",
        "token",
        {"PushTemplate": {"Name": "t"}},
        {"PushNotificationTemplateRequest": {"Default": {"Title": "D", "Body": "d"}}},
        ("D", "d"),
    ),
    (
        "GCM",
        "token",
        {"PushTemplate": {"Name": "t"}},
        {
            "PushNotificationTemplateRequest": {
                "Default": {"Body": "d"},
                "GCM": {"Title": "G", "Body": "g"},
            }
        },
        ("G", "g"),
    ),
    (
        "EMAIL",
        "ana@example.com",
        {"EmailTemplate": {"Name": "t"}},
        {"EmailTemplateRequest": {"Subject": "S", "HtmlPart": "<b>", "TextPart": "T"}},
        ("S", "T"),
    ),
    (
        "VOICE",
        PHONE,
        {"VoiceTemplate": {"Name": "t"}},
        {"VoiceTemplateRequest": {"Body": "V"}},
        (None, "V"),
    ),
]


@pytest.mark.parametrize(("channel", "address", "reference", "template", "shown"), TEMPLATES)
def test_a_template_takes_the_place_of_a_message(
    client: Boto,
    shop: str,
    service: LocalPinpoint,
    channel: str,
    address: str,
    reference: dict[str, Any],
    template: dict[str, Any],
    shown: tuple[str | None, str],
) -> None:
    (kind,) = (name.removesuffix("Template").lower() for name in reference)
    getattr(client, f"create_{kind}_template")(TemplateName="t", **template)
    send(client, shop, channel, address, TemplateConfiguration=reference)
    assert read(service) == shown


def test_a_message_beside_a_template_changes_parts_of_it(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    client.create_email_template(
        TemplateName="t", EmailTemplateRequest={"Subject": "S", "TextPart": "T"}
    )
    send(
        client,
        shop,
        "EMAIL",
        "ana@example.com",
        EmailMessage={"SimpleEmail": {"Subject": {"Data": "mine"}}},
        TemplateConfiguration={"EmailTemplate": {"Name": "t"}},
    )
    assert read(service) == ("mine", "T")


def test_a_version_of_a_template_may_be_named(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    client.create_sms_template(TemplateName="t", SMSTemplateRequest={"Body": "one"})
    client.update_sms_template(
        TemplateName="t", SMSTemplateRequest={"Body": "two"}, CreateNewVersion=True
    )
    for version, body in ((None, "one"), ("2", "two")):
        reference = {"Name": "t", **({"Version": version} if version else {})}
        send(client, shop, "SMS", PHONE, TemplateConfiguration={"SMSTemplate": reference})
        assert service.inbox.last.body == body


def test_what_is_not_delivered_is_not_in_the_inbox(
    client: Boto, shop: str, service: LocalPinpoint
) -> None:
    send(client, shop, "SMS", "nobody", SMSMessage={"Body": "Hello"})
    send(client, shop, "SMS", PHONE, TemplateConfiguration={"SMSTemplate": {"Name": "none"}})
    assert len(service.inbox) == 0


def test_every_try_is_recorded_the_lost_ones_too(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    clock.advance(minutes=1)
    client.send_messages(
        ApplicationId=shop,
        MessageRequest={
            "Addresses": {"nobody": {"ChannelType": "SMS"}},
            "Endpoints": {"phone": {}, "none": {}},
            "MessageConfiguration": {"SMSMessage": {"Body": "Hello"}},
        },
    )
    lost, reached, unknown = service.inspect(lambda account, _: [*account.projects[shop].attempts])
    assert reached == Attempt(
        when=START + timedelta(minutes=1),
        channel_type="SMS",
        address=PHONE,
        endpoint_id="phone",
        user_id="ana",
        status="SUCCESSFUL",
        sent_by="SendMessages",
        campaign_id=None,
        treatment_id=None,
        journey_id=None,
        activity_id=None,
        message_id=service.inbox.last.message_id,
    )
    assert (lost.address, lost.endpoint_id, lost.status) == ("nobody", None, "PERMANENT_FAILURE")
    assert (unknown.address, unknown.channel_type, unknown.endpoint_id) == ("", "", "none")
    assert lost.message_id is unknown.message_id is None


APNS = {"Certificate": "c", "PrivateKey": "p"}
PUSH_CHANNELS = [
    ("ADM", "ADMMessage", "ADMChannelRequest", {"ClientId": "c", "ClientSecret": "s"}),
    ("APNS", "APNSMessage", "APNSChannelRequest", APNS),
    ("APNS_SANDBOX", "APNSMessage", "APNSSandboxChannelRequest", APNS),
    ("APNS_VOIP", "APNSMessage", "APNSVoipChannelRequest", APNS),
    ("APNS_VOIP_SANDBOX", "APNSMessage", "APNSVoipSandboxChannelRequest", APNS),
    ("BAIDU", "BaiduMessage", "BaiduChannelRequest", {"ApiKey": "k", "SecretKey": "s"}),
    ("GCM", "GCMMessage", "GCMChannelRequest", {"ApiKey": "k"}),
]


@pytest.mark.parametrize(("channel", "member", "request_", "credentials"), PUSH_CHANNELS)
def test_each_push_channel_takes_its_own_message(
    client: Boto,
    shop: str,
    service: LocalPinpoint,
    channel: str,
    member: str,
    request_: str,
    credentials: dict[str, str],
) -> None:
    update = getattr(client, f"update_{channel.lower()}_channel")
    update(ApplicationId=shop, **{request_: credentials})
    names = {"DefaultPushNotificationMessage", "DefaultMessage", *(row[1] for row in PUSH_CHANNELS)}
    send(client, shop, channel, "token", **{name: {"Body": name} for name in names})
    assert (service.inbox.last.channel_type, service.inbox.last.body) == (channel, member)


def test_context_goes_along(client: Boto, shop: str, service: LocalPinpoint) -> None:
    override = {"Context": {"order": "7"}}
    send(client, shop, "GCM", "token", override=override, GCMMessage={"Body": "B"})
    assert service.inbox.last.document == {"Body": "B", "Context": {"order": "7"}}


def test_raw_email_stays_as_it_is(client: Boto, shop: str, service: LocalPinpoint) -> None:
    raw = mime("Subject: {{x}}", "", "{{y}}")
    send(client, shop, "EMAIL", "a@example.com", EmailMessage={"RawEmail": {"Data": raw}})
    assert base64.b64decode(service.inbox.last.document["RawEmail"]["Data"]) == raw


def test_the_inbox_is_kept_up_with_the_clock(
    client: Boto, shop: str, service: LocalPinpoint, clock: Clock
) -> None:
    inbox = service.inbox
    segment = client.create_segment(ApplicationId=shop, WriteSegmentRequest={"Name": "all"})
    client.create_campaign(
        ApplicationId=shop,
        WriteCampaignRequest={
            "SegmentId": segment["SegmentResponse"]["Id"],
            "MessageConfiguration": {"SMSMessage": {"Body": "Later"}},
            "Schedule": {"StartTime": "2017-09-27T13:00:00Z"},
        },
    )
    clock.advance(minutes=59)
    assert len(inbox) == 0
    clock.advance(minutes=1)
    assert (inbox.last.body, inbox.last.sent_by) == ("Later", "campaign")


LOOKS: list[Callable[[Inbox], bool]] = [
    lambda inbox: len(inbox) == 1,
    lambda inbox: inbox.last.body == "Now",
    lambda inbox: [each.body for each in inbox.to(PHONE)] == ["Now"],
    lambda inbox: repr(inbox).endswith(f"SMS {PHONE}: Now>"),
    lambda inbox: inbox[0].body == "Now",
    lambda inbox: [each.body for each in inbox[:]] == ["Now"],
    lambda inbox: [each.body for each in inbox] == ["Now"],
]


@pytest.mark.parametrize("shows_it", LOOKS)
def test_an_inbox_that_was_kept_has_what_is_due_at_each_look(
    client: Boto, shop: str, service: LocalPinpoint, shows_it: Callable[[Inbox], bool]
) -> None:
    inbox = service.inbox
    client.create_campaign(
        ApplicationId=shop,
        WriteCampaignRequest={
            "SegmentId": new_segment(client, shop),
            "MessageConfiguration": {"SMSMessage": {"Body": "Now"}},
            "Schedule": {"StartTime": "IMMEDIATE"},
        },
    )
    assert shows_it(inbox)
