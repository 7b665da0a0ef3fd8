"""What everybody gets wrong some day: errors say what was given, what is accepted, what next."""

from __future__ import annotations

import copy
import functools
import inspect
import pickle
import pydoc
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from types import SimpleNamespace
from typing import Any
from unittest.mock import MagicMock

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError, UnStubbedResponseError
from botocore.session import get_session
from botocore.stub import Stubber

from pinpoint_sdk import (
    AppsClient,
    Paginator,
    PinpointClient,
    errors,
    models,
    structure,
    waiters,
)
from pinpoint_sdk.errors import PinpointError, Problem, ValidationError, WaitFailedError
from pinpoint_sdk.local import LocalPinpoint
from tests.support.client_methods import client_methods
from tests.support.loopback import Loopback
from tests.support.paths import PLAIN

METHODS = client_methods()


def refused(made: Callable[[], object], error: type[Exception] = TypeError) -> str:
    """What the error says of what was made."""
    with pytest.raises(error) as caught:
        made()
    return str(caught.value)


# Making a client

FOR_TESTS = (
    ". For tests, stub a boto3 client with botocore.stub.Stubber, or use "
    "pinpoint_sdk.local.LocalPinpoint().client()"
)
WRONG_CLIENTS: dict[str, tuple[Callable[[boto3.Session], object], str]] = {
    "of another service": (
        lambda session: session.client("s3"),
        "a client of s3. Create one for pinpoint",
    ),
    "of a service beside it": (
        lambda session: session.client("pinpoint-email"),
        "a client of pinpoint-email. Create one for pinpoint",
    ),
    "a typed client": (
        lambda session: PinpointClient(session=session),
        "PinpointClient, which is a typed client already. Use it as it is",
    ),
    "a part of one": (
        lambda session: AppsClient(session=session),
        "AppsClient, which is a typed client already. Use it as it is",
    ),
    "a mock": (lambda _: MagicMock(), f"MagicMock{FOR_TESTS}"),
    "a mock of boto3's": (
        lambda session: MagicMock(spec=session.client("pinpoint")),
        f"MagicMock{FOR_TESTS}",
    ),
    "a class": (lambda _: PinpointClient, f"the class PinpointClient{FOR_TESTS}"),
    "the class of boto3's": (
        lambda session: session.client("pinpoint").__class__,
        f"the class Pinpoint{FOR_TESTS}",
    ),
    "a session": (lambda session: session, f"Session{FOR_TESTS}"),
    "a name": (lambda _: "pinpoint", f"str 'pinpoint'{FOR_TESTS}"),
    "False": (lambda _: False, f"False{FOR_TESTS}"),
}


@pytest.mark.parametrize("kind", WRONG_CLIENTS)
def test_client_takes_a_boto3_client_of_pinpoint(session: boto3.Session, kind: str) -> None:
    make, said = WRONG_CLIENTS[kind]
    wrong: Any = make(session)

    assert refused(lambda: PinpointClient(client=wrong)) == (
        f"client: expected boto3.client('pinpoint'), got {said}"
    )


def test_what_cannot_be_combined_with_a_client_is_named(session: boto3.Session) -> None:
    finished = session.client("pinpoint")

    said = refused(lambda: PinpointClient("us-east-1", config=Config(), client=finished))

    assert said == (
        "client: cannot be combined with region_name or config. Pass that to boto3 "
        "when you create the client"
    )


BOTOCORE_CONFIG = "config: expected a botocore.config.Config, got"
BOTO3_SESSION = "session: expected a boto3.Session, got"
NEW_SESSION = "Pass boto3.Session(profile_name=..., region_name=...)"
NEW_CONFIG = "Pass Config(retries=..., read_timeout=...)"
WRONG_ARGUMENTS: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"config": {"retries": {}}}, TypeError, f"{BOTOCORE_CONFIG} dict. {NEW_CONFIG}"),
    ({"config": {}}, TypeError, f"{BOTOCORE_CONFIG} dict. {NEW_CONFIG}"),
    ({"config": Config}, TypeError, f"{BOTOCORE_CONFIG} the class Config. {NEW_CONFIG}"),
    ({"session": "x"}, TypeError, f"{BOTO3_SESSION} str 'x'. {NEW_SESSION}"),
    ({"session": ""}, TypeError, f"{BOTO3_SESSION} str ''. {NEW_SESSION}"),
    ({"session": boto3}, TypeError, f"{BOTO3_SESSION} module. {NEW_SESSION}"),
    (
        {"session": boto3.Session},
        TypeError,
        f"{BOTO3_SESSION} the class Session. {NEW_SESSION}",
    ),
    (
        {"session": get_session()},
        TypeError,
        f"{BOTO3_SESSION} botocore's. Pass boto3.Session(botocore_session=...)",
    ),
    ({"region_name": 5}, TypeError, "region_name: expected a str such as 'us-east-1', got int 5"),
    ({"region_name": True}, TypeError, "region_name: expected a str such as 'us-east-1', got True"),
    (
        {"region_name": boto3.Session()},
        TypeError,
        "region_name: expected a str such as 'us-east-1', got Session",
    ),
    (
        {"region_name": ""},
        errors.RegionError,
        (
            "region_name: must not be empty. Pass one such as 'us-east-1', or leave it out for "
            "boto3's own choice."
        ),
    ),
    (
        {"endpoint_url": 5},
        TypeError,
        "endpoint_url: expected a str such as 'http://localhost:4566', got int 5",
    ),
    (
        {"endpoint_url": ""},
        errors.ConfigurationError,
        (
            "endpoint_url: must not be empty. Pass one such as 'http://localhost:4566', or leave "
            "it out for boto3's own choice."
        ),
    ),
    (
        {"region_name": "us-east-1", "endpoint_url": "localhost:4566"},
        errors.ConfigurationError,
        (
            "boto3 cannot make a client: Invalid endpoint: localhost:4566. Pass endpoint_url with "
            "its scheme, such as 'http://localhost:4566'."
        ),
    ),
]


@pytest.mark.parametrize("cls", [PinpointClient, AppsClient])
@pytest.mark.parametrize(("given", "error", "said"), WRONG_ARGUMENTS)
def test_an_argument_of_another_kind_is_named(
    cls: type, given: dict[str, Any], error: type[Exception], said: str
) -> None:
    assert refused(lambda: cls(**given), error) == said


@pytest.mark.parametrize(
    "given",
    [
        ["aws_access_key_id"],
        ["aws_access_key_id", "aws_secret_access_key"],
        ["aws_access_key_id", "aws_secret_access_key", "aws_session_token"],
        ["profile_name"],
    ],
    ids=len,
)
def test_credentials_belong_to_a_session(given: list[str]) -> None:
    wrong: Any = {"region_name": "us-east-1", **dict.fromkeys(given, "8675309")}

    said = refused(lambda: PinpointClient(**wrong))

    passed = ", ".join(f"{name}=..." for name in given)
    assert said == (
        f"{', '.join(given)}: credentials and profiles belong to a session. "
        f"Pass session=boto3.Session({passed})"
    )


def test_another_unexpected_argument_gets_pythons_word() -> None:
    wrong: Any = {"verify": False}

    assert "unexpected keyword argument 'verify'" in refused(lambda: PinpointClient(**wrong))


def test_tools_see_the_true_signature() -> None:
    signature = inspect.signature(PinpointClient)

    assert [*signature.parameters] == ["region_name", "session", "config", "endpoint_url", "client"]
    assert "endpoint_url: 'str | None' = None" in pydoc.render_doc(PinpointClient)
    assert "aws_access_key_id" not in pydoc.render_doc(PinpointClient)


# A client that cannot be taken along

TAKEN_ALONG: list[Callable[[object], object]] = [pickle.dumps, copy.copy, copy.deepcopy]
taken_along = pytest.mark.parametrize("take", TAKEN_ALONG)


@taken_along
@pytest.mark.parametrize("cls", [PinpointClient, AppsClient])
def test_a_client_stays_in_its_process(
    session: boto3.Session, cls: type[PinpointClient], take: Callable[[object], object]
) -> None:
    client = cls(session=session)

    assert refused(lambda: take(client)) == (
        f"{cls.__name__} cannot be pickled or copied: it holds connections and credentials. "
        "Create one in each process"
    )


@taken_along
def test_a_paginator_goes_along_as_its_token(
    pinpoint: PinpointClient, take: Callable[[object], object]
) -> None:
    apps = pinpoint.iter_apps()

    assert refused(lambda: take(apps)) == (
        "a Paginator cannot be pickled or copied: it calls a client. Keep its next_token, and "
        "create a new one with token="
    )


# A client that is closed

CLOSED = "This client is closed. Create a new one."


def test_a_closed_client_takes_no_call(pinpoint: PinpointClient, loopback: Loopback) -> None:
    pinpoint.close()

    for method in METHODS.values():
        call = functools.partial(method.call, pinpoint, **method.arguments())
        assert refused(call, errors.ConfigurationError) == CLOSED
    assert loopback.requests == []


def test_a_closed_client_goes_on_with_nothing(pinpoint: PinpointClient, loopback: Loopback) -> None:
    loopback.answer({"Item": [{"Id": "1"}], "NextToken": "2"})
    apps, others = pinpoint.iter_apps(), pinpoint.iter_apps()
    next(apps)
    loopback.requests.clear()
    pinpoint.close()
    pinpoint.close()

    def entered() -> None:
        with pinpoint as client:
            client.get_app("app")

    for go_on in (
        lambda: next(apps),
        lambda: next(others.pages()),
        lambda: pinpoint.wait_until_import_job_completed("app", "job"),
        lambda: pinpoint.wait_until_campaign_status("app", "campaign", "COMPLETED"),
        entered,
    ):
        assert refused(go_on, errors.ConfigurationError) == CLOSED
    assert loopback.requests == []


def test_a_client_of_a_closed_one_with_other_settings_works(
    pinpoint: PinpointClient, loopback: Loopback, no_retries: Config
) -> None:
    pinpoint.close()

    pinpoint.with_config(no_retries).get_app("app")

    assert len(loopback.requests) == 1


# Requests


@pytest.mark.parametrize(
    ("wrong", "given"),
    [
        (
            {"Name": "shop"},
            "dict: make a model of it with structure(..., CreateApplicationRequest)",
        ),
        (
            models.CreateApplicationRequest,
            "the class CreateApplicationRequest: call it, CreateApplicationRequest(...)",
        ),
        (models.Template(name="x"), "Template"),
        ("shop", "str"),
        (None, "None"),
    ],
    ids=str,
)
def test_a_model_is_what_a_method_takes(pinpoint: PinpointClient, wrong: Any, given: str) -> None:
    said = refused(lambda: pinpoint.create_app(wrong), ValidationError)

    assert said == f"create_application_request: expected CreateApplicationRequest, got {given}"


@pytest.mark.parametrize(
    ("wrong", "given"),
    [
        ({"Id": "x"}, "dict: make a model of it with structure(..., EndpointBatchItem)"),
        (models.EndpointBatchItem, "the class EndpointBatchItem: call it, EndpointBatchItem(...)"),
    ],
    ids=str,
)
def test_so_do_models_inside_models(pinpoint: PinpointClient, wrong: Any, given: str) -> None:
    request = models.EndpointBatchRequest(item=[models.EndpointBatchItem(), wrong])

    said = refused(lambda: pinpoint.update_endpoints_batch("app", request), ValidationError)

    assert said == f"endpoint_batch_request.item[1]: expected EndpointBatchItem, got {given}"


@pytest.mark.parametrize("path", ["wire", PLAIN])
@pytest.mark.parametrize(
    "moment", [datetime(2026, 1, 1, tzinfo=timezone.utc), datetime(2026, 1, 1), date(2026, 1, 1)]
)
def test_a_moment_where_a_text_is_travels_as_iso_8601(
    pinpoint: PinpointClient, moment: Any
) -> None:
    request = models.WriteCampaignRequest(schedule=models.Schedule(start_time=moment))

    said = refused(lambda: pinpoint.create_campaign("app", request), ValidationError)

    assert said == (
        "write_campaign_request.schedule.start_time: expected str, got "
        f"{type(moment).__name__}: pass ISO 8601, value.isoformat()"
    )


@pytest.mark.parametrize(
    ("moment", "given"),
    [
        (datetime(2026, 1, 1), "one without: pass value.replace(tzinfo=...)"),
        (date(2026, 1, 1), "date"),
        ("2026-01-01", "str '2026-01-01'"),
        (datetime, "the class datetime"),
    ],
    ids=str,
)
def test_a_moment_has_a_time_zone(pinpoint: PinpointClient, moment: Any, given: str) -> None:
    said = refused(
        lambda: pinpoint.get_application_date_range_kpi("app", "kpi", start_time=moment),
        ValidationError,
    )

    assert said == f"start_time: expected datetime with a time zone, got {given}"


@pytest.mark.parametrize(
    ("wrong", "given"),
    [
        ("5", "str '5'"),
        (None, "None"),
        (-1, "int -1"),
        (float("nan"), "float nan"),
        (timedelta(seconds=5), "timedelta: pass value.total_seconds()"),
    ],
    ids=str,
)
def test_a_wait_takes_seconds(pinpoint: PinpointClient, wrong: Any, given: str) -> None:
    said = refused(
        lambda: pinpoint.wait_until_import_job_completed("app", "job", timeout=wrong, delay=wrong),
        ValidationError,
    )

    assert said.splitlines() == [
        "2 problems:",
        f"timeout: expected a number of seconds, at least 0, got {given}",
        f"delay: expected a number of seconds, at least 0, got {given}",
    ]


def test_a_paginator_takes_a_function(pinpoint: PinpointClient) -> None:
    wrong: Any = pinpoint.get_apps()

    assert refused(lambda: Paginator(wrong, None, None, None)) == (
        "fetch: expected a function of page size and token, got ApplicationsResponse"
    )


def test_long_lists_of_problems_are_cut(pinpoint: PinpointClient) -> None:
    wrong: Any = {f"number {number:02}": 5 for number in range(35)}
    request = models.MessageRequest(
        addresses=wrong, message_configuration=models.DirectMessageConfiguration()
    )

    with pytest.raises(ValidationError) as caught:
        pinpoint.send_messages("app", request)

    first, *shown, rest = str(caught.value).splitlines()
    assert (first, rest) == ("35 problems:", "and 25 more")
    assert shown == [
        f"message_request.addresses['number {number:02}']: expected AddressConfiguration, got int"
        for number in range(10)
    ]
    assert [problem.path for problem in caught.value.problems] == [
        f"message_request.addresses['number {number:02}']" for number in range(35)
    ]


@pytest.mark.parametrize(("count", "lines"), [(1, 1), (10, 11), (11, 12)])
def test_short_ones_are_not(count: int, lines: int) -> None:
    error = ValidationError([Problem("path", "reason")] * count)

    assert len(str(error).splitlines()) == lines
    assert ("and 1 more" in str(error)) == (count == 11)


# Waiting


def test_a_failed_job_says_what_failed_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiters, "time", SimpleNamespace(monotonic=lambda: 0.0))
    with LocalPinpoint() as service, service.client() as pinpoint:
        app = pinpoint.create_app(models.CreateApplicationRequest(name="shop"))
        job = pinpoint.create_export_job(
            app.id,
            models.ExportJobRequest(
                role_arn="arn:aws:iam::123456789012:role/export", s3_url_prefix="s3://nowhere/x"
            ),
        )

        with pytest.raises(WaitFailedError) as caught:
            pinpoint.wait_until_export_job_completed(app.id, job.id)

        failed = pinpoint.get_export_job(app.id, job.id)
    assert str(caught.value) == (
        f"export job {job.id} is FAILED and will not be COMPLETED: {failed.failures[0]}"
    )
    assert caught.value.last == failed


@pytest.mark.parametrize(
    ("failures", "said"), [(["first", "second"], ": first"), ([], ""), (None, "")]
)
@pytest.mark.parametrize("kind", ["import", "export"])
def test_the_error_names_the_first_failure_of_a_job(
    pinpoint: PinpointClient, loopback: Loopback, kind: str, failures: object, said: str
) -> None:
    loopback.answer({"JobStatus": "FAILED", "Failures": failures})
    wait = getattr(pinpoint, f"wait_until_{kind}_job_completed")

    message = refused(lambda: wait("app", "job"), WaitFailedError)

    assert message == f"{kind} job job is FAILED and will not be COMPLETED{said}"


# Stubs

STUB_BOTO3S = (
    "botocore's Stubber works on boto3's dicts, and this is a typed client. Stub a boto3 client "
    "and pass it in, PinpointClient(client=...), or test with pinpoint_sdk.local.LocalPinpoint"
)


def test_a_stubber_is_told_what_to_stub(pinpoint: PinpointClient) -> None:
    wrong: Any = pinpoint
    with Stubber(wrong) as stubber:
        for add in (
            lambda: stubber.add_response("get_app", {"ApplicationResponse": {}}),
            lambda: stubber.add_client_error("get_app", "NotFoundException"),
        ):
            assert refused(add, AttributeError) == STUB_BOTO3S


def test_a_stubbed_boto3_client_works(session: boto3.Session) -> None:
    finished = session.client("pinpoint")
    pinpoint = PinpointClient(client=finished)
    with Stubber(finished) as stubber:
        stubber.add_response("get_apps", {"ApplicationsResponse": {"Item": []}}, {"PageSize": "5"})
        stubber.add_client_error("get_app", "NotFoundException", "Gone", 404)

        assert pinpoint.get_apps(page_size=5).item == []
        with pytest.raises(errors.NotFoundException, match="Gone") as caught:
            pinpoint.get_app("app")
        with pytest.raises(UnStubbedResponseError):
            pinpoint.get_app("app")

    assert isinstance(caught.value, ClientError)
    assert caught.value.status == 404


# What errors, clients and paginators show


RESPONSE: Any = {"Error": {"Code": "X", "Message": "No"}, "ResponseMetadata": {"RequestId": "1"}}
NOT_DELIVERED = models.DeliveryOutcome(
    address="+15555550100", delivery_status="OPT_OUT", status_code=400
)
NOT_ACCEPTED = models.EventOutcome(endpoint_id="phone", status_code=400)


def made(cls: Any) -> Any:
    """An error of a class, with all that such an error carries."""
    if issubclass(cls, errors.ServiceError):
        return cls(RESPONSE, "GetApp")
    if issubclass(cls, ValidationError):
        return cls([Problem("path", "reason"), Problem("other", "reason")])
    if issubclass(cls, errors.NetworkError):
        return cls("lost", may_have_arrived=False)
    if issubclass(cls, errors.WaitError):
        return cls("too late", structure({"JobStatus": "FAILED"}, models.ImportJobResponse))
    if issubclass(cls, errors.DeliveryError):
        return cls([NOT_DELIVERED])
    if issubclass(cls, errors.EventError):
        return cls([NOT_ACCEPTED])
    return cls("message")


PUBLIC = [getattr(errors, name) for name in errors.__all__ if name != "Problem"]
COPIES: list[Callable[[Any], Any]] = [
    lambda error: pickle.loads(pickle.dumps(error)),
    copy.copy,
    copy.deepcopy,
]


@pytest.mark.parametrize("again", COPIES, ids=["pickle", "copy", "deepcopy"])
@pytest.mark.parametrize("cls", PUBLIC)
def test_every_error_can_be_pickled_and_copied(
    cls: type[PinpointError], again: Callable[[Any], Any]
) -> None:
    error = made(cls)

    same = again(error)

    assert type(same) is cls
    assert (str(same), repr(same), vars(same)) == (str(error), repr(error), vars(error))


@pytest.mark.parametrize("may_have_arrived", [True, False])
def test_a_network_error_keeps_its_attribute(may_have_arrived: bool) -> None:
    error = errors.NetworkError("lost", may_have_arrived)

    for again in COPIES:
        assert again(error).may_have_arrived is may_have_arrived


def test_a_client_shows_where_it_calls(session: boto3.Session, loopback: Loopback) -> None:
    assert repr(PinpointClient("eu-west-1", session=session)) == (
        "PinpointClient(region_name='eu-west-1', "
        "endpoint_url='https://pinpoint.eu-west-1.amazonaws.com')"
    )
    with AppsClient(session=session, endpoint_url=loopback.url) as apps:
        shown = f"AppsClient(region_name='us-east-1', endpoint_url='{loopback.url}')"
        assert repr(apps) == shown
    assert repr(apps) == shown
    finished = session.client("pinpoint", endpoint_url=loopback.url)
    assert repr(AppsClient(client=finished)) == shown


def test_a_paginator_shows_what_it_lists_and_where_it_is(
    pinpoint: PinpointClient, loopback: Loopback
) -> None:
    listing = "<Paginator of AppsClient.iter_apps"
    loopback.answer({"Item": [{"Id": "1"}, {"Id": "2"}], "NextToken": "two"})
    apps = pinpoint.iter_apps()
    assert repr(apps) == f"{listing}: at its beginning>"
    next(apps)
    assert repr(apps) == f"{listing}: at its beginning>", "the first page is not read to its end"
    next(apps)
    assert repr(apps) == f"{listing}: at token 'two'>"
    loopback.answer({"Item": [{"Id": "3"}, {"Id": "4"}]})
    next(apps)
    assert repr(apps) == f"{listing}: at token 'two'>"
    next(apps)
    assert repr(apps) == f"{listing}: at its end>"
    assert repr(pinpoint.iter_apps(token="here")) == f"{listing}: at token 'here'>"


def test_every_listing_has_its_name(pinpoint: PinpointClient) -> None:
    for method in METHODS.values():
        if method.name.startswith("iter_"):
            shown = repr(getattr(pinpoint, method.name)(**method.arguments()))
            assert shown.startswith("<Paginator of ")
            assert shown.endswith(f"Client.{method.name}: at its beginning>")


def test_a_paginator_of_a_users_own_function_shows_it(pinpoint: PinpointClient) -> None:
    def by_two(size: int | None, token: str | None) -> models.ApplicationsResponse:
        return pinpoint.get_apps(page_size=size or 2, token=token)

    named = Paginator(by_two, None, None, None)
    nameless = Paginator(functools.partial(by_two), None, None, "here")

    assert repr(named) == (
        "<Paginator of test_a_paginator_of_a_users_own_function_shows_it.<locals>.by_two: "
        "at its beginning>"
    )
    assert repr(nameless) == "<Paginator of a listing: at token 'here'>"


# Modules without an import of their own

MODULES = {
    "client": "PinpointClient",
    "clients": "__name__",
    "converter": "structure",
    "errors": "PinpointError",
    "lifecycle": "LIFECYCLES",
    "local": "LocalPinpoint",
    "models": "MessageRequest",
    "pagination": "Paginator",
}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_there_without_an_import_of_its_own(module: str) -> None:
    loaded = fresh(f"import pinpoint_sdk; pinpoint_sdk.{module}.{MODULES[module]}")

    assert f"pinpoint_sdk.{module}" in loaded
    if module in ("clients", "lifecycle", "models"):
        assert "boto3" not in loaded


def test_an_import_of_the_package_loads_none_of_them() -> None:
    assert not {f"pinpoint_sdk.{module}" for module in MODULES} & {*fresh("import pinpoint_sdk")}


def fresh(code: str) -> list[str]:
    """The modules that a new interpreter has loaded when it has run the code."""
    script = f"import sys\n{code}\nprint(*sys.modules)"
    command = [sys.executable, "-c", script]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
