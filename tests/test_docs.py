"""What the README, docs/ and examples/ show is true: it runs, and prints what it says."""

from __future__ import annotations

import contextlib
import inspect
import io
import json
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from types import NoneType, SimpleNamespace
from typing import Any, get_type_hints

import boto3
import pytest
from botocore import xform_name
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.compat import HTTPHeaders

from pinpoint_sdk import PinpointClient, __version__, errors
from pinpoint_sdk.lifecycle import LIFECYCLES
from pinpoint_sdk.local import LocalPinpoint
from pinpoint_sdk.models import Model
from tests.support import figures
from tests.support.pages import ROOT, canned_answers, pages, pages_that_run, snippets
from tests.support.service_model import service_model


@pytest.mark.parametrize("page", pages_that_run(), ids=lambda page: page.name)
def test_the_snippets_of_a_page_run_in_order_and_print_what_it_says(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    namespace: dict[str, Any] = {"__name__": "__main__"}
    with LocalPinpoint() as service, service.everywhere(), monkeypatch.context() as patch:
        session = service.session()
        for operation, bodies in canned_answers(page).items():
            session.events.register_first(f"before-send.pinpoint.{operation}", canned(bodies))
        patch.setattr(boto3, "DEFAULT_SESSION", session)
        for snippet in snippets(page):
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                code = "\n" * (snippet.line - 1) + snippet.code
                exec(compile(code, page.name, "exec", dont_inherit=True), namespace)
            assert printed.getvalue() == (snippet.output or ""), f"{page.name}:{snippet.line}"
    for name, test in [*namespace.items()]:
        if name.startswith("test_"):
            call_with_fixtures(test)
    figures.record("snippets run", str(sum(len([*snippets(page)]) for page in pages_that_run())))


def call_with_fixtures(test: Callable[..., None]) -> None:
    """Call a test that a page shows, unless it has fixtures of its own: pytest runs it, too."""
    with LocalPinpoint() as service, service.everywhere(), service.client() as pinpoint:
        fixtures = {"pinpoint_service": service, "pinpoint": pinpoint}
        names = inspect.signature(test).parameters
        if names.keys() <= fixtures.keys() and not hasattr(test, "pytestmark"):
            test(**{name: fixtures[name] for name in names})


def canned(bodies: list[Any]) -> Any:
    """A handler that answers a request with each body in turn, then with the last."""

    def answer(request: AWSPreparedRequest, **_: object) -> AWSResponse:
        body = bodies.pop(0) if len(bodies) > 1 else bodies[0]
        raw = SimpleNamespace(stream=lambda: [json.dumps(body).encode()])
        return AWSResponse(request.url, 200, HTTPHeaders(), raw)

    return answer


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text()):
        assert (page.parent / target).exists(), target


def test_the_tree_of_errors_is_the_one_of_the_module() -> None:
    page, _, _ = (ROOT / "docs" / "errors.md").read_text().partition("\nAll are in")
    tree = page.removeprefix("# Errors\n\n")
    docstring = inspect.getdoc(errors) or ""

    assert textwrap.dedent(tree).strip() in docstring


def test_the_recipes_for_tests_pass_as_tests(tmp_path: Path) -> None:
    recipes = "\n".join(snippet.code for snippet in snippets(ROOT / "docs" / "testing.md"))
    (tmp_path / "test_recipes.py").write_text(recipes, "utf-8")

    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )

    assert re.search("^=+ 19 passed in", run.stdout, re.MULTILINE), run.stdout


def test_the_quickstart_shows_who_failed_and_why() -> None:
    printed = run_example("quickstart.py")

    assert "'Chess night' version 2" in printed
    assert "'Chess night' version 1" in printed
    assert "FAILED 555-0101: PERMANENT_FAILURE (400)" in printed
    assert "FAILED tom at tom-iphone: OPT_OUT" in printed
    assert "FAILED nobody: PERMANENT_FAILURE (400): No endpoints found for userId." in printed
    assert "made up" not in printed, "a secret was printed"
    assert "refused" not in printed
    assert "2026-03-02 12:00 SMS +15555550100: Tonight at eight." in printed


def test_the_quickstart_on_aws_says_what_is_missing() -> None:
    failed = subprocess.run(
        [sys.executable, ROOT / "examples" / "quickstart.py", "--aws"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert failed.returncode == 1
    assert failed.stderr.startswith("RegionError: ")


def test_the_big_campaign_reaches_everybody_by_moving_the_clock() -> None:
    printed = run_example("big_campaign.py")

    assert "17:00:00  SCHEDULED             0 delivered" in printed
    assert "18:01:02  COMPLETED        10,000 delivered" in printed


def run_example(name: str) -> str:
    return subprocess.run(
        [sys.executable, ROOT / "examples" / name], capture_output=True, text=True, check=True
    ).stdout


def test_the_changelog_begins_with_this_version() -> None:
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)

    assert newest is not None
    assert newest[1] == __version__


def test_the_lowest_versions_are_the_ones_that_are_tried() -> None:
    pins = (ROOT / "tests/lowest.txt").read_text()
    tried = re.findall(r"([\w-]+)==([\d.]+)", pins)
    project = (ROOT / "pyproject.toml").read_text()
    dependencies = project.partition("\ndependencies = [")[2].partition("]")[0]
    required = re.findall(r'"([\w-]+)>=([\d.]+)"', dependencies)

    assert [f"{name} {exact(version)}" for name, version in required] == [
        f"{name} {version}" for name, version in tried
    ]


def exact(bound: str) -> str:
    return ".".join([*bound.split("."), "0", "0"][:3])


def test_the_index_of_operations_is_the_client() -> None:
    index = (ROOT / "docs" / "operations.md").read_text()
    operations = {xform_name(name): name for name in service_model().operation_names}
    rows: list[str] = []
    for name, method in vars_of(PinpointClient).items():
        if name.startswith(("iter_", "wait_until_")):
            assert f"`{name}`" in index
            continue
        hints = get_type_hints(method)
        request = [each for key, each in hints.items() if key != "return" and is_model(each)]
        result = [each for each in [hints["return"]] if each is not NoneType]
        row = f"| {operations[name]} | `{name}` | {named(*request)} | {named(*result)} |"
        assert row in index, f"missing or wrong: {row}"
        status = LIFECYCLES[operations[name]].status.lower()
        assert re.search(rf"^{re.escape(row)}.*\| {status} \|$", index, re.MULTILINE)
        rows.append(row)
    assert index.count("\n| ") == len(rows) + 2 * index.count("\n## ")
    figures.record("operations in the index", str(len(rows)))


def vars_of(cls: type) -> dict[str, Any]:
    """The public methods of a class and of its bases, but for what every client shares."""
    return {
        name: method
        for base in cls.__mro__
        if base.__name__.endswith("Client") and base.__name__ != "Client"
        for name, method in vars(base).items()
        if not name.startswith("_")
    }


def is_model(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Model)


def named(*classes: type) -> str:
    return "".join(f"`{cls.__name__}`" for cls in classes)
