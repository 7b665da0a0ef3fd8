from __future__ import annotations

from typing import Any

import pytest

from pinpoint_sdk.local import Clock
from tests.local.support.boto import APP_NOT_FOUND, NOT_FOUND, Boto, is_bad_request, refusal, status


def write(client: Boto, app: str, name: str = "e", **request: Any) -> dict[str, Any]:
    response: dict[str, Any] = client.update_endpoint(
        ApplicationId=app, EndpointId=name, EndpointRequest=request
    )
    return response


def read(client: Boto, app: str, name: str = "e") -> dict[str, Any]:
    response = client.get_endpoint(ApplicationId=app, EndpointId=name)
    assert status(response) == 200
    endpoint: dict[str, Any] = response["EndpointResponse"]
    return endpoint


def batch(client: Boto, app: str, *items: dict[str, Any]) -> dict[str, Any]:
    response: dict[str, Any] = client.update_endpoints_batch(
        ApplicationId=app, EndpointBatchRequest={"Item": list(items)}
    )
    return response


FULL: dict[str, Any] = {
    "Address": "+15555550100",
    "Attributes": {"Interests": ["music", "travel"]},
    "ChannelType": "SMS",
    "Demographic": {"AppVersion": "1.0", "Locale": "en_US", "Timezone": "America/New_York"},
    "EffectiveDate": "2017-09-01T00:00:00Z",
    "EndpointStatus": "ACTIVE",
    "Location": {"City": "Seattle", "Latitude": 47.6062, "Longitude": -122.3321},
    "Metrics": {"Opens": 3.5},
    "OptOut": "NONE",
    "RequestId": "mine",
    "User": {"UserId": "u", "UserAttributes": {"Plan": ["free"]}},
}


def test_update_endpoint_answers_202_accepted(client: Boto, app: str) -> None:
    response = write(client, app, **FULL)
    assert status(response) == 202
    request_id = response["ResponseMetadata"]["RequestId"]
    assert response["MessageBody"] == {"Message": "Accepted", "RequestID": request_id}


def test_get_endpoint_answers_what_was_written(client: Boto, app: str) -> None:
    write(client, app, **FULL)
    endpoint = read(client, app)
    assert endpoint == {
        **FULL,
        "ApplicationId": app,
        "CohortId": endpoint["CohortId"],
        "CreationDate": "2017-09-27T12:00:00.581Z",
        "Id": "e",
        "Location": {"City": "Seattle", "Latitude": 47.6, "Longitude": -122.3},
        "ShardId": endpoint["ShardId"],
    }


def test_an_endpoint_needs_neither_address_nor_channel(client: Boto, app: str) -> None:
    response = write(client, app)
    endpoint = read(client, app)
    assert endpoint == {
        "ApplicationId": app,
        "Attributes": {},
        "CohortId": endpoint["CohortId"],
        "CreationDate": "2017-09-27T12:00:00.581Z",
        "EffectiveDate": "2017-09-27T12:00:00.581Z",
        "EndpointStatus": "ACTIVE",
        "Id": "e",
        "Metrics": {},
        "OptOut": "NONE",
        "RequestId": response["ResponseMetadata"]["RequestId"],
        "ShardId": endpoint["ShardId"],
        "User": {},
    }


def test_cohort_and_shard_are_stable_numbers_below_100(client: Boto, app: str) -> None:
    for number in range(50):
        write(client, app, f"e{number}")
    first = [read(client, app, f"e{number}") for number in range(50)]
    for number in range(50):
        write(client, app, f"e{number}", OptOut="ALL")
    second = [read(client, app, f"e{number}") for number in range(50)]
    for member in ("CohortId", "ShardId"):
        values = [endpoint[member] for endpoint in first]
        assert values == [endpoint[member] for endpoint in second]
        assert all(0 <= int(value) < 100 for value in values)
        assert len(set(values)) > 10


def test_what_is_not_sent_stays(client: Boto, app: str, clock: Clock) -> None:
    write(client, app, **FULL)
    before = read(client, app)
    clock.advance(seconds=1)
    response = write(client, app)
    assert read(client, app) == {
        **before,
        "EffectiveDate": "2017-09-27T12:00:01.581Z",
        "RequestId": response["ResponseMetadata"]["RequestId"],
    }


def test_attributes_merge_key_by_key_and_an_empty_list_clears(client: Boto, app: str) -> None:
    write(client, app, Attributes={"a": ["1"], "b": ["2"], "c": ["3"]})
    write(client, app, Attributes={"b": ["x", "y"], "c": []})
    assert read(client, app)["Attributes"] == {"a": ["1"], "b": ["x", "y"], "c": []}


def test_metrics_demographic_and_location_merge_member_by_member(client: Boto, app: str) -> None:
    write(client, app, **FULL)
    write(
        client,
        app,
        Metrics={"Clicks": 1},
        Demographic={"AppVersion": "2.0"},
        Location={"Country": "USA"},
    )
    endpoint = read(client, app)
    assert endpoint["Metrics"] == {"Opens": 3.5, "Clicks": 1}
    assert endpoint["Demographic"] == {**FULL["Demographic"], "AppVersion": "2.0"}
    assert endpoint["Location"] == {
        "City": "Seattle",
        "Country": "USA",
        "Latitude": 47.6,
        "Longitude": -122.3,
    }


def test_the_user_merges(client: Boto, app: str) -> None:
    write(client, app, User={"UserId": "u", "UserAttributes": {"a": ["1"]}})
    write(client, app, User={"UserAttributes": {"b": ["2"]}})
    expected = {"UserId": "u", "UserAttributes": {"a": ["1"], "b": ["2"]}}
    assert read(client, app)["User"] == expected


def test_attributes_of_an_endpoint_without_user_id_go_to_its_user(client: Boto, app: str) -> None:
    write(client, app, User={"UserAttributes": {"a": ["1"]}})
    write(client, app, User={"UserId": "u"})
    assert read(client, app)["User"] == {"UserId": "u", "UserAttributes": {"a": ["1"]}}


def test_all_endpoints_of_a_user_share_its_attributes(client: Boto, app: str) -> None:
    write(client, app, "e1", User={"UserId": "u", "UserAttributes": {"a": ["1"]}})
    write(client, app, "e2", User={"UserId": "u", "UserAttributes": {"b": ["2"]}})
    expected = {"UserId": "u", "UserAttributes": {"a": ["1"], "b": ["2"]}}
    assert read(client, app, "e1")["User"] == read(client, app, "e2")["User"] == expected


def test_attributes_do_not_follow_an_endpoint_to_another_user(client: Boto, app: str) -> None:
    write(client, app, "e1", User={"UserId": "u", "UserAttributes": {"a": ["1"]}})
    write(client, app, "e2", User={"UserId": "v", "UserAttributes": {"b": ["2"]}})
    write(client, app, "e1", User={"UserId": "v"})
    assert read(client, app, "e1")["User"]["UserAttributes"] == {"b": ["2"]}
    assert read(client, app, "e2")["User"]["UserAttributes"] == {"b": ["2"]}


def test_what_is_known_of_a_user_comes_before_what_an_endpoint_brings(
    client: Boto, app: str
) -> None:
    write(client, app, "known", User={"UserId": "u", "UserAttributes": {"a": ["users"]}})
    write(client, app, "new", User={"UserAttributes": {"a": ["own"], "b": ["own"]}})
    write(client, app, "new", User={"UserId": "u"})
    expected = {"UserId": "u", "UserAttributes": {"a": ["users"], "b": ["own"]}}
    assert read(client, app, "known")["User"] == read(client, app, "new")["User"] == expected


def test_another_active_endpoint_with_the_address_becomes_inactive(client: Boto, app: str) -> None:
    write(client, app, "old", Address="a", ChannelType="GCM")
    write(client, app, "other channel", Address="a", ChannelType="ADM")
    write(client, app, "other address", Address="b", ChannelType="GCM")
    write(client, app, "new", Address="a", ChannelType="GCM")
    names = ("old", "other channel", "other address", "new")
    assert [read(client, app, name)["EndpointStatus"] for name in names] == [
        "INACTIVE",
        "ACTIVE",
        "ACTIVE",
        "ACTIVE",
    ]
    write(client, app, "old")
    assert read(client, app, "old")["EndpointStatus"] == "ACTIVE"
    assert read(client, app, "new")["EndpointStatus"] == "INACTIVE"


def test_an_endpoint_written_inactive_silences_no_other(client: Boto, app: str) -> None:
    write(client, app, "old", Address="a", ChannelType="GCM")
    write(client, app, "new", Address="a", ChannelType="GCM", EndpointStatus="INACTIVE")
    assert read(client, app, "old")["EndpointStatus"] == "ACTIVE"
    assert read(client, app, "new")["EndpointStatus"] == "INACTIVE"


def test_unknown_app_and_unknown_endpoint_are_404(client: Boto, app: str) -> None:
    assert refusal(client.get_endpoint, ApplicationId=app, EndpointId="x") == NOT_FOUND
    assert refusal(client.get_endpoint, ApplicationId="x", EndpointId="x") == APP_NOT_FOUND
    assert refusal(write, client=client, app="x") == APP_NOT_FOUND
    found = refusal(
        client.update_endpoints_batch, ApplicationId="x", EndpointBatchRequest={"Item": []}
    )
    assert found == APP_NOT_FOUND


@pytest.mark.parametrize("name", ["a/b", "ü ?#&%", "+1 (555)", "..", "a%2Fb"])
def test_any_endpoint_id_survives_the_path(client: Boto, app: str, name: str) -> None:
    write(client, app, name)
    assert read(client, app, name)["Id"] == name


BEYOND_LIMITS: list[tuple[dict[str, Any], tuple[str, ...]]] = [
    ({"OptOut": "SOME"}, ("OptOut", "ALL, NONE")),
    ({"EndpointStatus": "active"}, ("EndpointStatus", "ACTIVE, INACTIVE")),
    ({"EffectiveDate": "today"}, ("EffectiveDate",)),
    ({"ChannelType": "SNS"}, ("ChannelType", "'SNS'")),
    ({"ChannelType": "sms"}, ("ChannelType", "'sms'")),
    ({"Attributes": {"n" * 51: ["v"]}}, ("50 characters",)),
    ({"Attributes": {f"{'n' * 30}.{'n' * 30}": ["v"]}}, ("50 characters",)),
    ({"Attributes": {"n": ["v" * 101]}}, ("100 characters",)),
    ({"Attributes": {"n": ["v"] * 51}}, ("50 values",)),
    ({"User": {"UserAttributes": {"n": ["v" * 101]}}}, ("100 characters",)),
    ({"Metrics": {"n" * 51: 1}}, ("50 characters",)),
    ({"Attributes": {f"n{number}": [] for number in range(251)}}, ("250 attributes",)),
    ({"Attributes": {f"n{number}": ["v" * 100] * 50 for number in range(4)}}, ("15360 bytes",)),
]


@pytest.mark.parametrize(("request_", "words"), BEYOND_LIMITS)
def test_an_endpoint_beyond_its_limits_is_refused_and_not_stored(
    client: Boto, app: str, request_: dict[str, Any], words: tuple[str, ...]
) -> None:
    found = refusal(write, client=client, app=app, **request_)
    assert is_bad_request(found, *words)
    assert refusal(client.get_endpoint, ApplicationId=app, EndpointId="e") == NOT_FOUND


def test_attributes_are_counted_after_the_merge(client: Boto, app: str) -> None:
    write(client, app, Attributes={f"n{number}": ["v"] for number in range(200)})
    write(client, app, Metrics={f"m{number}": 1 for number in range(50)})
    found = refusal(write, client=client, app=app, Attributes={"one more": ["v"]})
    assert is_bad_request(found, "250 attributes")
    write(client, app, Attributes={"n0": ["known"]})


def test_attributes_of_the_user_count_at_every_endpoint(client: Boto, app: str) -> None:
    user: dict[str, Any] = {"UserId": "u"}
    write(client, app, "one", Attributes={f"n{n}": ["v"] for n in range(240)}, User=user)
    more = {"UserAttributes": {f"u{n}": ["v"] for n in range(20)}}
    found = refusal(write, client=client, app=app, name="two", User={**user, **more})
    assert is_bad_request(found, "250 attributes")
    assert read(client, app, "one")["User"] == user
    assert refusal(client.get_endpoint, ApplicationId=app, EndpointId="two") == NOT_FOUND


def test_the_size_of_an_endpoint_is_that_of_its_text_in_utf_8(client: Boto, app: str) -> None:
    write(client, app, Attributes={f"n{n}": ["\u0434" * 100] * 10 for n in range(3)})
    found = refusal(
        write, client=client, app=app, Attributes={f"m{n}": ["\u0434" * 100] * 50 for n in range(2)}
    )
    assert is_bad_request(found, "15360 bytes")


@pytest.mark.parametrize("name", ["a$b", "a{b", "a}b"])
def test_an_endpoint_id_has_no_braces_and_no_dollar(client: Boto, app: str, name: str) -> None:
    assert is_bad_request(refusal(write, client=client, app=app, name=name), "braces")
    item = {"Id": name}
    assert is_bad_request(refusal(lambda: batch(client, app, item)), "braces")


def test_no_coordinate_is_less_than_nothing(client: Boto, app: str) -> None:
    write(client, app, Location={"Latitude": -0.04, "Longitude": 0.04})
    assert str(read(client, app)["Location"]["Latitude"]) == "0.0"


def fill_user(client: Boto, app: str, channel: str, number: int = 15) -> None:
    for index in range(number):
        write(client, app, f"e{index}", ChannelType=channel, User={"UserId": "u"})


def test_the_16th_push_endpoint_of_a_user_takes_the_place_of_the_oldest(
    client: Boto, app: str
) -> None:
    fill_user(client, app, "GCM")
    write(client, app, "e3", EffectiveDate="2016-01-01T00:00:00Z")
    write(client, app, "e16", ChannelType="APNS", User={"UserId": "u"})
    evicted = read(client, app, "e3")
    assert evicted["EndpointStatus"] == "INACTIVE"
    assert "UserId" not in evicted["User"]
    assert read(client, app, "e16")["User"]["UserId"] == "u"
    assert read(client, app, "e0")["EndpointStatus"] == "ACTIVE"


def test_the_16th_endpoint_of_another_channel_is_refused(client: Boto, app: str) -> None:
    fill_user(client, app, "GCM")
    request = {"ChannelType": "SMS", "User": {"UserId": "u"}}
    found = refusal(write, client=client, app=app, name="e16", **request)
    assert found == (400, "BadRequestException", "Exceeded maximum endpoint per user count:15")


def test_a_16th_push_endpoint_is_refused_where_none_can_give_way(client: Boto, app: str) -> None:
    fill_user(client, app, "SMS")
    request = {"ChannelType": "GCM", "User": {"UserId": "u"}}
    found = refusal(write, client=client, app=app, name="e16", **request)
    assert is_bad_request(found, "Exceeded maximum endpoint per user count")


def test_a_user_with_15_endpoints_can_still_update_them(client: Boto, app: str) -> None:
    fill_user(client, app, "SMS")
    write(client, app, "e3", User={"UserId": "u"}, OptOut="ALL")
    assert read(client, app, "e3")["OptOut"] == "ALL"


def test_a_batch_answers_202_and_writes_every_item(client: Boto, app: str) -> None:
    response = batch(client, app, {"Id": "e1", **FULL}, {"Id": "e2", "Address": "b"})
    assert status(response) == 202
    assert response["MessageBody"]["Message"] == "Accepted"
    assert read(client, app, "e1")["Address"] == FULL["Address"]
    assert read(client, app, "e2")["Address"] == "b"
    assert read(client, app, "e2")["RequestId"] == response["MessageBody"]["RequestID"]


def test_a_batch_takes_100_items_and_no_more(client: Boto, app: str) -> None:
    items = [{"Id": f"e{number}"} for number in range(101)]
    assert is_bad_request(refusal(lambda: batch(client, app, *items)), "100 items")
    assert status(batch(client, app, *items[:100])) == 202


@pytest.mark.parametrize("item", [{"Address": "a"}, {"Id": ""}])
def test_a_batch_item_without_id_is_a_400(client: Boto, app: str, item: dict[str, Any]) -> None:
    found = refusal(lambda: batch(client, app, {"Id": "e1"}, item))
    assert is_bad_request(found, "Item[1].Id")


def test_a_refused_batch_writes_nothing(client: Boto, app: str) -> None:
    fill_user(client, app, "SMS", 14)
    before = read(client, app, "e0")
    found = refusal(
        lambda: batch(
            client,
            app,
            {"Id": "e0", "Address": "x", "User": {"UserAttributes": {"a": ["1"]}}},
            {"Id": "e15", "ChannelType": "SMS", "User": {"UserId": "u"}},
            {"Id": "e16", "ChannelType": "SMS", "User": {"UserId": "u"}},
        )
    )
    assert is_bad_request(found, "Exceeded maximum endpoint per user count")
    assert read(client, app, "e0") == before
    assert refusal(client.get_endpoint, ApplicationId=app, EndpointId="e15") == NOT_FOUND
    write(client, app, "e15", ChannelType="SMS", User={"UserId": "u"})


def test_a_refused_batch_takes_back_every_write_to_one_endpoint(client: Boto, app: str) -> None:
    write(client, app, Address="before")
    items = [{"Id": "e", "Address": "one"}, {"Id": "e", "Address": "two"}]
    found = refusal(lambda: batch(client, app, *items, {"Id": "e", "OptOut": "MAYBE"}))
    assert is_bad_request(found, "OptOut", "'MAYBE'")
    assert read(client, app)["Address"] == "before"


def test_items_of_a_batch_with_one_id_are_merged_in_order(client: Boto, app: str) -> None:
    batch(
        client,
        app,
        {"Id": "e", "Attributes": {"a": ["1"], "b": ["1"]}},
        {"Id": "e", "Attributes": {"b": ["2"]}},
    )
    assert read(client, app)["Attributes"] == {"a": ["1"], "b": ["2"]}


def test_delete_answers_202_with_the_endpoint_and_then_it_is_gone(client: Boto, app: str) -> None:
    write(client, app, **FULL)
    endpoint = read(client, app)
    response = client.delete_endpoint(ApplicationId=app, EndpointId="e")
    assert status(response) == 202
    assert response["EndpointResponse"] == endpoint
    for call in (client.get_endpoint, client.delete_endpoint):
        assert refusal(call, ApplicationId=app, EndpointId="e") == NOT_FOUND
    assert refusal(client.get_user_endpoints, ApplicationId=app, UserId="u") == NOT_FOUND


def test_a_deleted_endpoint_comes_back_empty(client: Boto, app: str) -> None:
    write(client, app, **FULL)
    client.delete_endpoint(ApplicationId=app, EndpointId="e")
    write(client, app)
    assert read(client, app)["User"] == {}
    assert "Address" not in read(client, app)


def test_get_user_endpoints_answers_all_in_order_of_arrival(client: Boto, app: str) -> None:
    for name in ("e2", "e1", "e3"):
        write(client, app, name, User={"UserId": "u"})
    write(client, app, "other", User={"UserId": "v"})
    response = client.get_user_endpoints(ApplicationId=app, UserId="u")
    assert status(response) == 200
    endpoints = response["EndpointsResponse"]["Item"]
    assert endpoints == [read(client, app, name) for name in ("e2", "e1", "e3")]


def test_a_user_without_endpoints_is_a_404(client: Boto, app: str) -> None:
    for call in (client.get_user_endpoints, client.delete_user_endpoints):
        assert refusal(call, ApplicationId=app, UserId="u") == NOT_FOUND
        assert refusal(call, ApplicationId="nope", UserId="u") == APP_NOT_FOUND


def test_delete_user_endpoints_deletes_those_of_the_user_only(client: Boto, app: str) -> None:
    write(client, app, "e1", User={"UserId": "u", "UserAttributes": {"a": ["1"]}})
    write(client, app, "e2", User={"UserId": "u"})
    write(client, app, "other", User={"UserId": "v"})
    before = client.get_user_endpoints(ApplicationId=app, UserId="u")["EndpointsResponse"]
    response = client.delete_user_endpoints(ApplicationId=app, UserId="u")
    assert status(response) == 202
    assert response["EndpointsResponse"] == before
    for name in ("e1", "e2"):
        assert refusal(client.get_endpoint, ApplicationId=app, EndpointId=name) == NOT_FOUND
    assert read(client, app, "other")["User"] == {"UserId": "v"}
    write(client, app, "e1", User={"UserId": "u"})
    assert "UserAttributes" not in read(client, app, "e1")["User"]


def remove(client: Boto, app: str, kind: str, *patterns: str) -> list[str]:
    response = client.remove_attributes(
        ApplicationId=app,
        AttributeType=kind,
        UpdateAttributesRequest={"Blacklist": list(patterns)},
    )
    assert status(response) == 200
    resource = response["AttributesResource"]
    assert (resource["ApplicationId"], resource["AttributeType"]) == (app, kind)
    names: list[str] = resource["Attributes"]
    return names


def test_remove_attributes_takes_names_and_patterns_off_every_endpoint(
    client: Boto, app: str
) -> None:
    write(client, app, "e1", Attributes={"a": ["1"], "old_x": ["1"], "old[y]": [], "b": ["1"]})
    write(client, app, "e2", Attributes={"old_z": ["1"], "ab": ["1"]}, Metrics={"a": 1})
    found = remove(client, app, "endpoint-custom-attributes", "old*", "a", "nothing")
    assert found == ["a", "old[y]", "old_x", "old_z"]
    assert read(client, app, "e1")["Attributes"] == {"b": ["1"]}
    assert read(client, app, "e2")["Attributes"] == {"ab": ["1"]}
    assert read(client, app, "e2")["Metrics"] == {"a": 1}
    assert remove(client, app, "endpoint-custom-attributes", "old*") == []


def test_a_name_with_brackets_is_removed_by_itself(client: Boto, app: str) -> None:
    write(client, app, Attributes={"old[y]": ["1"], "b": ["1"]})
    assert remove(client, app, "endpoint-custom-attributes", "old[y]") == ["old[y]"]
    assert read(client, app)["Attributes"] == {"b": ["1"]}


def test_remove_attributes_of_users_and_metrics(client: Boto, app: str) -> None:
    write(client, app, "e1", User={"UserId": "u", "UserAttributes": {"a": ["1"], "b": ["2"]}})
    write(client, app, "e2", User={"UserId": "u"}, Metrics={"a": 1, "b": 2})
    assert remove(client, app, "endpoint-user-attributes", "a") == ["a"]
    assert read(client, app, "e1")["User"] == read(client, app, "e2")["User"]
    assert read(client, app, "e1")["User"]["UserAttributes"] == {"b": ["2"]}
    assert remove(client, app, "endpoint-metric-attributes", "[a]") == ["a"]
    assert read(client, app, "e2")["Metrics"] == {"b": 2}


def test_an_attribute_type_that_does_not_exist_is_a_400(client: Boto, app: str) -> None:
    found = refusal(lambda: remove(client, app, "attributes", "a"))
    assert is_bad_request(found, "'attributes'", "endpoint-custom-attributes")
    assert refusal(lambda: remove(client, "nope", "endpoint-user-attributes")) == APP_NOT_FOUND
