from __future__ import annotations

from typing import Any

import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint, Quotas
from tests.local.support.boto import (
    APP_NOT_FOUND,
    START,
    Boto,
    boto_client,
    is_bad_request,
    new_app,
    refusal,
    status,
)

HELLO: dict[str, Any] = {"DefaultMessage": {"Body": "hello"}}
PHONE = "+15555550100"
SMS = {"ChannelType": "SMS"}


@pytest.fixture
def app(client: Boto) -> str:
    """A project that can send SMS and push through APNs and ADM."""
    app = new_app(client)
    client.update_sms_channel(ApplicationId=app, SMSChannelRequest={})
    certificate = {"Certificate": "c", "PrivateKey": "k"}
    client.update_apns_channel(ApplicationId=app, APNSChannelRequest=certificate)
    client.update_apns_sandbox_channel(ApplicationId=app, APNSSandboxChannelRequest=certificate)
    secrets = {"ClientId": "c", "ClientSecret": "s"}
    client.update_adm_channel(ApplicationId=app, ADMChannelRequest=secrets)
    return app


def send(client: Boto, app: str, **request: Any) -> dict[str, Any]:
    response = client.send_messages(
        ApplicationId=app, MessageRequest={"MessageConfiguration": HELLO, **request}
    )
    assert status(response) == 200
    sent: dict[str, Any] = response["MessageResponse"]
    return sent


def to_address(client: Boto, app: str, channel: str, address: str, **request: Any) -> Any:
    addresses = {address: {"ChannelType": channel}}
    return send(client, app, Addresses=addresses, **request)["Result"][address]


def send_users(client: Boto, app: str, *users: str, **request: Any) -> dict[str, Any]:
    response = client.send_users_messages(
        ApplicationId=app,
        SendUsersMessageRequest={
            "MessageConfiguration": HELLO,
            "Users": {user: {} for user in users},
            **request,
        },
    )
    assert status(response) == 200
    sent: dict[str, Any] = response["SendUsersMessageResponse"]
    return sent


def endpoint(client: Boto, app: str, name: str, address: str = PHONE, **request: Any) -> None:
    client.update_endpoint(
        ApplicationId=app, EndpointId=name, EndpointRequest={**SMS, "Address": address, **request}
    )


def outcome(result: dict[str, Any]) -> tuple[str, int]:
    return result["DeliveryStatus"], result["StatusCode"]


SENT = ("SUCCESSFUL", 200)
LOST = ("PERMANENT_FAILURE", 400)


def test_an_address_that_is_reached(client: Boto, app: str) -> None:
    result = to_address(client, app, "SMS", PHONE)
    assert result == {
        "DeliveryStatus": "SUCCESSFUL",
        "MessageId": result["MessageId"],
        "StatusCode": 200,
        "StatusMessage": f"MessageId: {result['MessageId']}",
    }


def test_an_endpoint_that_is_reached_has_its_address_in_the_result(client: Boto, app: str) -> None:
    endpoint(client, app, "e")
    answer = send(client, app, Endpoints={"e": {"BodyOverride": "hi"}})
    assert "Result" not in answer
    assert outcome(answer["EndpointResult"]["e"]) == SENT
    assert answer["EndpointResult"]["e"]["Address"] == PHONE


def test_addresses_and_endpoints_in_one_request(client: Boto, app: str) -> None:
    endpoint(client, app, "e", "+15555550101")
    answer = send(client, app, Addresses={PHONE: SMS}, Endpoints={"e": {}})
    assert answer["ApplicationId"] == app
    assert outcome(answer["Result"][PHONE]) == outcome(answer["EndpointResult"]["e"]) == SENT


def test_every_message_has_its_own_id(client: Boto, app: str) -> None:
    addresses = {f"+1555555{number:04}": SMS for number in range(100)}
    results = send(client, app, Addresses=addresses)["Result"]
    assert len({result["MessageId"] for result in results.values()}) == 100


def test_the_request_id_is_the_one_of_the_answer_or_the_one_sent(client: Boto, app: str) -> None:
    endpoint(client, app, "e", User={"UserId": "u"})
    assert send(client, app, Endpoints={"e": {}}, RequestId="mine")["RequestId"] == "mine"
    assert send_users(client, app, "u", RequestId="mine")["RequestId"] == "mine"
    response = client.send_messages(
        ApplicationId=app, MessageRequest={"MessageConfiguration": HELLO, "Addresses": {PHONE: SMS}}
    )
    header = response["ResponseMetadata"]["RequestId"]
    assert response["MessageResponse"]["RequestId"] == header


@pytest.mark.parametrize("request_", [{}, {"Addresses": {}}, {"Endpoints": {}, "Addresses": {}}])
def test_no_recipient_at_all_is_a_400(client: Boto, app: str, request_: dict[str, Any]) -> None:
    found = refusal(send, client=client, app=app, **request_)
    assert found == (400, "BadRequestException", "Missing Address")


def test_an_empty_address_is_a_400(client: Boto, app: str) -> None:
    found = refusal(send, client=client, app=app, Addresses={"": SMS})
    assert found == (400, "BadRequestException", "Missing Address")


def test_more_than_100_recipients_in_all_are_a_400(client: Boto, app: str) -> None:
    addresses = {f"+1555555{number:04}": SMS for number in range(60)}
    endpoints: dict[str, Any] = {str(number): {} for number in range(41)}
    request = {"Addresses": addresses, "Endpoints": endpoints}
    assert is_bad_request(refusal(send, client=client, app=app, **request), "100 recipients", "101")


def test_an_address_without_channel_type_is_a_400(client: Boto, app: str) -> None:
    found = refusal(send, client=client, app=app, Addresses={PHONE: {}})
    assert is_bad_request(found, PHONE, "ChannelType")


def test_an_unknown_channel_type_is_a_400(client: Boto, app: str) -> None:
    found = refusal(to_address, client=client, app=app, channel="SNS", address=PHONE)
    assert is_bad_request(found, f"Addresses['{PHONE}'].ChannelType", "'SNS'")


def test_an_unknown_app_is_a_404(client: Boto) -> None:
    assert refusal(lambda: send(client, "nope", Addresses={PHONE: SMS})) == APP_NOT_FOUND
    assert refusal(lambda: send_users(client, "nope", "u")) == APP_NOT_FOUND


def test_a_channel_that_is_not_configured_fails_for_good(client: Boto, app: str) -> None:
    result = to_address(client, app, "BAIDU", "token")
    assert outcome(result) == LOST
    assert "BAIDU" in result["StatusMessage"]
    assert "not configured" in result["StatusMessage"]
    assert "MessageId" not in result


def test_a_disabled_channel_fails_for_good(client: Boto, app: str) -> None:
    client.update_sms_channel(ApplicationId=app, SMSChannelRequest={"Enabled": False})
    result = to_address(client, app, "SMS", PHONE)
    assert outcome(result) == LOST
    assert "disabled" in result["StatusMessage"]


@pytest.mark.parametrize("channel", ["PUSH", "CUSTOM", "IN_APP"])
def test_a_channel_type_that_takes_no_direct_message_fails_for_good(
    client: Boto, app: str, channel: str
) -> None:
    result = to_address(client, app, channel, "x")
    assert outcome(result) == LOST
    assert channel in result["StatusMessage"]


@pytest.mark.parametrize(
    "phone",
    ["5555550100", "+05555550100", "+1555555010012345", "+1 555", "+", "+1555555010O", "+١٢٣"],
)
def test_a_phone_number_that_is_not_e164_fails_for_good(client: Boto, app: str, phone: str) -> None:
    result = to_address(client, app, "SMS", phone)
    assert outcome(result) == LOST
    assert "E.164" in result["StatusMessage"]


def test_one_failure_does_not_hinder_the_others(client: Boto, app: str) -> None:
    results = send(client, app, Addresses={"no phone": SMS, PHONE: SMS})["Result"]
    assert outcome(results["no phone"]) == LOST
    assert outcome(results[PHONE]) == SENT


def test_an_unknown_endpoint_fails_for_good_with_404(client: Boto, app: str) -> None:
    result = send(client, app, Endpoints={"nope": {}})["EndpointResult"]["nope"]
    assert outcome(result) == ("PERMANENT_FAILURE", 404)
    assert result["Address"] == ""


def test_an_endpoint_without_address_fails_for_good(client: Boto, app: str) -> None:
    client.update_endpoint(ApplicationId=app, EndpointId="e", EndpointRequest=SMS)
    assert outcome(send(client, app, Endpoints={"e": {}})["EndpointResult"]["e"]) == LOST


def test_an_endpoint_that_opted_out_gets_nothing(client: Boto, app: str) -> None:
    endpoint(client, app, "e", OptOut="ALL")
    result = send(client, app, Endpoints={"e": {}})["EndpointResult"]["e"]
    assert outcome(result) == ("OPT_OUT", 400)
    assert result["Address"] == PHONE


def test_an_inactive_endpoint_fails_for_good(client: Boto, app: str) -> None:
    endpoint(client, app, "e", EndpointStatus="INACTIVE")
    result = send(client, app, Endpoints={"e": {}})["EndpointResult"]["e"]
    assert outcome(result) == LOST
    assert "inactive" in result["StatusMessage"]


def test_an_address_reached_before_is_a_duplicate(client: Boto, app: str) -> None:
    endpoint(client, app, "old")
    endpoint(client, app, "new")
    results = send(client, app, Endpoints={"new": {}, "old": {}})["EndpointResult"]
    assert outcome(results["new"]) == SENT
    assert outcome(results["old"]) == ("DUPLICATE", 400)
    answer = send(client, app, Addresses={PHONE: SMS}, Endpoints={"new": {}})
    assert outcome(answer["Result"][PHONE]) == SENT
    assert outcome(answer["EndpointResult"]["new"]) == ("DUPLICATE", 400)


def test_a_number_is_texted_and_called(client: Boto, app: str, service: LocalPinpoint) -> None:
    client.update_voice_channel(ApplicationId=app, VoiceChannelRequest={"Enabled": True})
    endpoint(client, app, "text")
    endpoint(client, app, "call", ChannelType="VOICE")
    results = send(client, app, Endpoints={"text": {}, "call": {}})["EndpointResult"]
    assert outcome(results["text"]) == outcome(results["call"]) == SENT
    assert [message.channel_type for message in service.inbox] == ["SMS", "VOICE"]


def test_the_context_of_a_recipient_comes_before_that_of_the_request(
    client: Boto, app: str, service: LocalPinpoint
) -> None:
    to = {PHONE: {**SMS, "Context": {"a": "own"}}}
    send(client, app, Addresses=to, Context={"a": "all", "b": "all"})
    assert service.inbox.last.document["Context"] == {"a": "own", "b": "all"}


def test_an_address_that_failed_before_is_no_duplicate(client: Boto, app: str) -> None:
    endpoint(client, app, "old")
    endpoint(client, app, "new")
    results = send(client, app, Endpoints={"old": {}, "new": {}})["EndpointResult"]
    assert outcome(results["old"]) == LOST
    assert outcome(results["new"]) == SENT


@pytest.mark.parametrize(
    ("channel", "address", "message"),
    [
        ("SMS", PHONE, {"SMSMessage": {"Body": "x"}}),
        ("SMS", PHONE, {"DefaultMessage": {"Body": "x"}}),
        ("APNS", "t", {"APNSMessage": {"Body": "x"}}),
        ("APNS_SANDBOX", "t", {"APNSMessage": {"Body": "x", "JsonData": "{}"}}),
        ("APNS", "t", {"DefaultPushNotificationMessage": {"Body": "x"}}),
        ("ADM", "t", {"ADMMessage": {"Body": "x"}}),
        ("ADM", "t", {"DefaultPushNotificationMessage": {"Body": "x"}}),
        ("ADM", "t", {"DefaultMessage": {"Body": "x"}}),
    ],
)
def test_the_message_that_serves_a_channel(
    client: Boto, app: str, channel: str, address: str, message: dict[str, Any]
) -> None:
    result = to_address(client, app, channel, address, MessageConfiguration=message)
    assert outcome(result) == SENT


@pytest.mark.parametrize(
    ("channel", "address", "message", "noun"),
    [
        ("SMS", PHONE, {}, "SMS"),
        ("SMS", PHONE, {"DefaultPushNotificationMessage": {"Body": "x"}}, "SMS"),
        ("ADM", "t", {"APNSMessage": {"Body": "x"}, "SMSMessage": {"Body": "x"}}, "push"),
    ],
)
def test_no_message_for_the_channel_fails_for_good(
    client: Boto, app: str, channel: str, address: str, message: dict[str, Any], noun: str
) -> None:
    result = to_address(client, app, channel, address, MessageConfiguration=message)
    assert outcome(result) == LOST
    assert result["StatusMessage"] == f"Either template or {noun} message must be specified"


def test_a_template_is_not_found(client: Boto, app: str) -> None:
    template = {"SMSTemplate": {"Name": "welcome"}}
    result = to_address(
        client, app, "SMS", PHONE, MessageConfiguration={}, TemplateConfiguration=template
    )
    assert outcome(result) == LOST
    assert "template does not exist" in result["StatusMessage"]


def test_a_user_is_reached_at_every_active_endpoint(client: Boto, app: str) -> None:
    user: dict[str, Any] = {"User": {"UserId": "u"}}
    endpoint(client, app, "phone", **user)
    endpoint(client, app, "adm", "token", ChannelType="ADM", **user)
    endpoint(client, app, "off", "token 2", ChannelType="ADM", EndpointStatus="INACTIVE", **user)
    endpoint(client, app, "out", "+15555550109", OptOut="ALL", **user)
    endpoint(client, app, "baidu", "token 3", ChannelType="BAIDU", **user)
    answer = send_users(client, app, "u")
    results = answer["Result"]["u"]
    assert {name: outcome(result) for name, result in results.items()} == {
        "phone": SENT,
        "adm": SENT,
        "out": ("OPT_OUT", 400),
        "baidu": LOST,
    }
    assert results["phone"]["Address"] == PHONE
    assert answer["ApplicationId"] == app


def test_a_user_without_endpoints(client: Boto, app: str) -> None:
    endpoint(client, app, "off", EndpointStatus="INACTIVE", User={"UserId": "sleeper"})
    endpoint(client, app, "on", "+15555550101", User={"UserId": "known"})
    results = send_users(client, app, "nobody", "sleeper", "known")["Result"]
    nothing = {
        "": {
            "Address": "",
            "DeliveryStatus": "PERMANENT_FAILURE",
            "StatusCode": 400,
            "StatusMessage": "No endpoints found for userId.",
        }
    }
    assert results["nobody"] == results["sleeper"] == nothing
    assert outcome(results["known"]["on"]) == SENT


def test_1_to_100_users(client: Boto, app: str) -> None:
    assert len(send_users(client, app, *map(str, range(100)))["Result"]) == 100
    found = refusal(lambda: send_users(client, app, *map(str, range(101))))
    assert is_bad_request(found, "100 recipients", "101")
    assert refusal(lambda: send_users(client, app))[0] == 400


def test_a_message_that_variables_make_too_long_is_not_delivered(
    service: LocalPinpoint, client: Boto, app: str
) -> None:
    message = {"Body": "{{x}}" * 20_000, "Substitutions": {"x": ["y" * 95]}}
    sent = {"SMSMessage": message}
    assert outcome(to_address(client, app, "SMS", PHONE, MessageConfiguration=sent)) == SENT
    message["Substitutions"] = {"x": ["y" * 96]}
    result = to_address(client, app, "SMS", PHONE, MessageConfiguration=sent)
    assert outcome(result) == LOST
    assert result["StatusMessage"] == (
        "The message has more than 2000000 characters with variables filled in."
    )
    assert len(service.inbox) == 1


@pytest.mark.parametrize("by_users", [True, False])
def test_all_messages_of_a_request_have_room_for_so_many_characters(by_users: bool) -> None:
    quotas = Quotas(characters_per_request=10 * (5 + 15))
    message = {"SMSMessage": {"Body": "{{x}}", "Substitutions": {"x": ["y" * 15]}}}
    with LocalPinpoint(clock=Clock(START), quotas=quotas) as service:
        client = boto_client(service.session())
        app = new_app(client)
        client.update_sms_channel(ApplicationId=app, SMSChannelRequest={})
        names = [f"e{number}" for number in range(12)]
        for number, name in enumerate(names):
            user = {"UserId": f"u{number // 4}"}
            endpoint(client, app, name, f"+1555555010{number}", User=user)
        for _ in range(2):
            if by_users:
                found = send_users(client, app, "u0", "u1", "u2", MessageConfiguration=message)
                results = [each for user in found["Result"].values() for each in user.values()]
            else:
                recipients: dict[str, Any] = {name: {} for name in names}
                found = send(client, app, Endpoints=recipients, MessageConfiguration=message)
                results = [*found["EndpointResult"].values()]
            assert [*map(outcome, results)] == [SENT] * 10 + [LOST] * 2
            assert results[-1]["StatusMessage"] == (
                "The messages of the request have more than 200 characters"
                " with variables filled in."
            )


def test_a_large_raw_email_is_kept_once_for_all_recipients(
    service: LocalPinpoint, client: Boto, app: str
) -> None:
    identity = "arn:aws:ses:us-east-1:123456789012:identity/example.com"
    email = {"FromAddress": "shop@example.com", "Identity": identity}
    client.update_email_channel(ApplicationId=app, EmailChannelRequest=email)
    raw = b"Subject: s\r\nContent-Type: text/plain\r\n\r\n" + b"text" * 1_000
    addresses = {f"{name}@example.com": {"ChannelType": "EMAIL"} for name in "abc"}
    message = {"EmailMessage": {"RawEmail": {"Data": raw}}}
    send(client, app, Addresses=addresses, MessageConfiguration=message)
    assert len(service.inbox) == 3
    assert len({id(each.body) for each in service.inbox}) == 1
