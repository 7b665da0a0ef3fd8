from __future__ import annotations

from typing import Any

import attrs
import pytest

from pinpoint_sdk.local import Clock, LocalPinpoint
from tests.local.support.boto import ARN, NOT_FOUND, Boto, is_bad_request, refusal, status

CONTENT: dict[str, tuple[str, dict[str, Any]]] = {
    "email": ("EmailTemplateRequest", {"Subject": "S", "TextPart": "T", "HtmlPart": "<b>"}),
    "in_app": ("InAppTemplateRequest", {"Layout": "BOTTOM_BANNER", "Content": []}),
    "push": ("PushNotificationTemplateRequest", {"Default": {"Body": "B"}}),
    "sms": ("SMSTemplateRequest", {"Body": "B"}),
    "voice": ("VoiceTemplateRequest", {"Body": "B"}),
}
TYPES = {"email": "EMAIL", "in_app": "INAPP", "push": "PUSH", "sms": "SMS", "voice": "VOICE"}

every_kind = pytest.mark.parametrize("kind", CONTENT)


def ask(client: Boto, verb: str, kind: str, name: str = "welcome", **given: Any) -> Any:
    answer = getattr(client, f"{verb}_{kind}_template")(TemplateName=name, **given)
    metadata = answer.pop("ResponseMetadata")
    (body,) = answer.values()
    return {**body, "status": metadata["HTTPStatusCode"]}


def create(client: Boto, kind: str, name: str = "welcome", **more: Any) -> Any:
    request, content = CONTENT[kind]
    return ask(client, "create", kind, name, **{request: {**content, **more}})


def update(client: Boto, kind: str, name: str = "welcome", /, **more: Any) -> Any:
    request, content = CONTENT[kind]
    return ask(client, "update", kind, name, **{request: {**content}}, **more)


def sms(client: Boto, body: str, **more: Any) -> None:
    client.update_sms_template(TemplateName="welcome", SMSTemplateRequest={"Body": body}, **more)


def body(client: Boto, **version: str) -> str:
    return str(ask(client, "get", "sms", **version)["Body"])


@every_kind
def test_a_template_is_created_and_read(client: Boto, kind: str) -> None:
    created = create(client, kind, tags={"team": "a"}, TemplateDescription="D")
    arn = f"{ARN}:templates/welcome/{TYPES[kind]}"
    assert (created["status"], created["Arn"]) == (201, arn)
    assert created["RequestID"]
    template = ask(client, "get", kind)
    assert template["status"] == 200
    assert {name: template[name] for name in CONTENT[kind][1]} == CONTENT[kind][1]
    assert template["TemplateName"] == "welcome"
    assert template["TemplateType"] == TYPES[kind]
    assert template["CreationDate"] == template["LastModifiedDate"] == "2017-09-27T12:00:00.581Z"
    assert (template["Version"], template["tags"], template["Arn"]) == ("1", {"team": "a"}, arn)


@every_kind
def test_a_name_is_used_once_for_a_type(client: Boto, kind: str) -> None:
    create(client, kind)
    request, content = CONTENT[kind]
    create_again = getattr(client, f"create_{kind}_template")
    found = refusal(create_again, TemplateName="welcome", **{request: content})
    assert is_bad_request(found, "exists already")
    for other in CONTENT:
        if other != kind:
            create(client, other)


@every_kind
def test_a_template_is_deleted(client: Boto, kind: str) -> None:
    create(client, kind)
    assert ask(client, "delete", kind)["status"] == 202
    for verb in ("get", "delete"):
        call = getattr(client, f"{verb}_{kind}_template")
        assert refusal(call, TemplateName="welcome") == NOT_FOUND


@every_kind
def test_an_update_overwrites_the_latest_version(client: Boto, clock: Clock, kind: str) -> None:
    create(client, kind)
    clock.advance(minutes=1)
    assert update(client, kind)["status"] == 202
    template = ask(client, "get", kind)
    assert template["Version"] == "1"
    assert template["LastModifiedDate"] == "2017-09-27T12:01:00.581Z"
    assert template["CreationDate"] == "2017-09-27T12:00:00.581Z"


def test_a_new_version_is_not_active_until_it_is_made_so(client: Boto) -> None:
    create(client, "sms")
    sms(client, "two", CreateNewVersion=True)
    sms(client, "three", CreateNewVersion=True)
    sms(client, "three, mended", Version="3")
    assert (body(client), body(client, Version="2")) == ("B", "two")
    assert body(client, Version="3") == "three, mended"
    for version, text in (("2", "two"), ("latest", "three, mended")):
        answer = client.update_template_active_version(
            TemplateName="welcome",
            TemplateType="SMS",
            TemplateActiveVersionRequest={"Version": version},
        )
        assert status(answer) == 200
        assert body(client) == text


def test_versions_are_deleted_one_by_one_and_their_numbers_not_given_again(client: Boto) -> None:
    create(client, "sms")
    sms(client, "two", CreateNewVersion=True)
    ask(client, "delete", "sms", Version="1")
    assert body(client) == "two", "the latest of the others becomes active"
    assert refusal(client.get_sms_template, TemplateName="welcome", Version="1") == NOT_FOUND
    sms(client, "three", CreateNewVersion=True)
    assert body(client, Version="3") == "three"
    ask(client, "delete", "sms", Version="2")
    ask(client, "delete", "sms", Version="3")
    assert refusal(client.get_sms_template, TemplateName="welcome") == NOT_FOUND


def test_deleting_another_version_leaves_the_active_one(client: Boto) -> None:
    create(client, "sms")
    sms(client, "two", CreateNewVersion=True)
    assert refusal(client.delete_sms_template, TemplateName="welcome", Version="9") == NOT_FOUND
    ask(client, "delete", "sms", Version="2")
    assert body(client) == "B"


def test_only_the_latest_version_is_updated(client: Boto) -> None:
    create(client, "sms")
    sms(client, "two", CreateNewVersion=True)
    update = client.update_sms_template
    request: dict[str, Any] = {"TemplateName": "welcome", "SMSTemplateRequest": {"Body": "x"}}
    assert is_bad_request(refusal(update, **request, Version="1"), "latest version", "2")
    assert refusal(update, **request, Version="9") == NOT_FOUND
    both = refusal(update, **request, Version="2", CreateNewVersion=True)
    assert is_bad_request(both, "create-new-version")


@pytest.mark.parametrize("name", ["-x", "_x", "a b", "é", "x" * 129, "a.b"])
def test_a_name_has_its_characters(client: Boto, name: str) -> None:
    found = refusal(client.create_sms_template, TemplateName=name, SMSTemplateRequest={"Body": "B"})
    assert is_bad_request(found, "TemplateName")
    create(client, "sms", "x" * 128)


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("sms", {"Body": "x" * 1_601}),
        ("voice", {"Body": "x" * 10_001}),
        ("push", {"Default": {"Body": "x" * 4_001}}),
        ("push", {"ADM": {"Body": "x" * 3_000, "Title": "x" * 3_001}}),
        ("email", {"HtmlPart": "x" * 600_001}),
        ("in_app", {"Content": [{"BodyConfig": {"Body": "x" * 200_001}}]}),
    ],
)
def test_texts_are_as_long_as_they_may_be(client: Boto, kind: str, content: dict[str, Any]) -> None:
    if "BodyConfig" in str(content):
        content["Content"][0]["BodyConfig"].update(Alignment="LEFT", TextColor="#000000")
    request = CONTENT[kind][0]
    create_template = getattr(client, f"create_{kind}_template")
    found = refusal(create_template, TemplateName="t", **{request: content})
    assert is_bad_request(found, "characters", next(iter(content)))


@pytest.mark.parametrize("text", ["no JSON", "[1]", "1", "{"])
def test_default_substitutions_are_a_json_object(client: Boto, text: str) -> None:
    found = refusal(
        client.create_sms_template,
        TemplateName="t",
        SMSTemplateRequest={"Body": "B", "DefaultSubstitutions": text},
    )
    assert is_bad_request(found, "DefaultSubstitutions")


def test_the_active_version_must_be_there(client: Boto) -> None:
    create(client, "sms")
    make_active = client.update_template_active_version
    where: dict[str, Any] = {"TemplateName": "welcome", "TemplateType": "SMS"}
    assert refusal(make_active, **where, TemplateActiveVersionRequest={"Version": "2"}) == NOT_FOUND
    assert is_bad_request(
        refusal(make_active, **where, TemplateActiveVersionRequest={}), "Version is required"
    )
    where["TemplateType"] = "PAGER"
    found = refusal(make_active, **where, TemplateActiveVersionRequest={"Version": "1"})
    assert is_bad_request(found, "PAGER", "EMAIL")


def listed(client: Boto, **given: str) -> list[tuple[str, str]]:
    answer = client.list_templates(**given)["TemplatesResponse"]
    return [(item["TemplateName"], item["TemplateType"]) for item in answer["Item"]]


def test_templates_are_listed_by_type_and_prefix(client: Boto) -> None:
    for name, kind in (("batch", "sms"), ("welcome", "email"), ("welcome", "sms"), ("x", "in_app")):
        create(client, kind, name)
    assert listed(client) == [
        ("batch", "SMS"),
        ("welcome", "EMAIL"),
        ("welcome", "SMS"),
        ("x", "INAPP"),
    ]
    assert listed(client, TemplateType="SMS") == [("batch", "SMS"), ("welcome", "SMS")]
    assert listed(client, Prefix="wel", TemplateType="EMAIL") == [("welcome", "EMAIL")]
    assert is_bad_request(refusal(client.list_templates, TemplateType="PAGER"), "PAGER")


def test_a_prefix_is_how_a_name_begins(client: Boto) -> None:
    for name in ("offspring", "spring", "spring-sale"):
        create(client, "sms", name)
    assert listed(client, Prefix="spring") == [("spring", "SMS"), ("spring-sale", "SMS")]
    assert listed(client, Prefix="spring/S") == []


def test_templates_are_listed_page_by_page(client: Boto) -> None:
    for number in range(7):
        create(client, "sms", f"t{number}")
    names, given = list[str](), {"PageSize": "3"}
    while True:
        answer = client.list_templates(**given)["TemplatesResponse"]
        names += [item["TemplateName"] for item in answer["Item"]]
        if "NextToken" not in answer:
            break
        given["NextToken"] = answer["NextToken"]
    assert names == [f"t{number}" for number in range(7)]


def test_versions_are_listed_newest_first(client: Boto) -> None:
    create(client, "sms")
    for _ in range(4):
        sms(client, "more", CreateNewVersion=True)
    where: dict[str, Any] = {"TemplateName": "welcome", "TemplateType": "SMS", "PageSize": "2"}
    numbers = list[int]()
    while True:
        answer = client.list_template_versions(**where)["TemplateVersionsResponse"]
        numbers += [int(item["Version"]) for item in answer["Item"]]
        if "NextToken" not in answer:
            break
        where["NextToken"] = answer["NextToken"]
    assert numbers == [5, 4, 3, 2, 1]
    assert (
        refusal(client.list_template_versions, TemplateName="none", TemplateType="SMS") == NOT_FOUND
    )


@pytest.mark.parametrize(
    ("kind", "member", "entry", "most"),
    [
        ("email", "Headers", {"Name": "n", "Value": "v"}, 15),
        ("in_app", "Content", {"BackgroundColor": "#ffffff"}, 5),
    ],
)
def test_a_list_of_a_template_has_a_length(
    client: Boto, kind: str, member: str, entry: dict[str, str], most: int
) -> None:
    full: dict[str, Any] = {member: [entry] * most}
    create(client, kind, **full)
    found = refusal(create, client=client, kind=kind, name="long", **{member: [entry] * (most + 1)})
    assert is_bad_request(found, f"{member}: at most {most}, got {most + 1}")


def test_templates_and_versions_have_quotas(client: Boto, service: LocalPinpoint) -> None:
    account = service.inspect(lambda account, _: account)
    account.quotas = attrs.evolve(account.quotas, templates=2, versions_per_template=2)
    create(client, "sms")
    create(client, "email")
    request: dict[str, Any] = {"TemplateName": "t", "SMSTemplateRequest": {"Body": "B"}}
    assert is_bad_request(refusal(client.create_sms_template, **request), "2 templates")
    sms(client, "two", CreateNewVersion=True)
    found = refusal(
        client.update_sms_template,
        TemplateName="welcome",
        SMSTemplateRequest={"Body": "three"},
        CreateNewVersion=True,
    )
    assert is_bad_request(found, "2 versions")
