"""What checkers and editors say about the code of a user, run as a user runs them."""

from __future__ import annotations

import ast
import inspect
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import attrs
import pytest

from pinpoint_sdk import PinpointClient, models
from tests.support import figures
from tests.support.language_server import CURSOR, LanguageServer
from tests.support.operations import OPERATIONS
from tests.support.pages import pages_with_snippets, snippets

ROOT = Path(__file__).parents[1]
RIGHT = sorted((ROOT / "tests/typing").glob("test_*.py"))
WRONG = ROOT / "tests/typing/wrong/user_code.py"


@attrs.frozen
class Report:
    """An error that a checker reports, or should."""

    file: str
    line: int
    rule: str


MYPY = {
    "argument": "arg-type",
    "assignment": "assignment",
    "await": "unused-coroutine",
    "awaitable": "misc",
    "call": "call-arg",
    "class": "type-var",
    "comparison": "comparison-overlap",
    "index": "index",
    "item": "dict-item",
    "iteration": "attr-defined",
    "list item": "list-item",
    "member": "attr-defined",
    "member's type": "assignment",
    "no value": "func-returns-value",
    "None": "union-attr",
    "type": "assert-type",
    "with": "attr-defined",
}
"""The error code of mypy for each kind of mistake that it knows."""

BASEDPYRIGHT = {
    "argument": "reportArgumentType",
    "assignment": "reportAssignmentType",
    "await": "reportUnusedCoroutine",
    "awaitable": "reportGeneralTypeIssues",
    "call": "reportCallIssue",
    "class": "reportArgumentType",
    "comparison": "reportUnnecessaryComparison",
    "index": "reportIndexIssue",
    "item": "reportArgumentType",
    "iteration": "reportGeneralTypeIssues",
    "list item": "reportArgumentType",
    "member": "reportAttributeAccessIssue",
    "member's type": "reportAttributeAccessIssue",
    "None": "reportOptionalMemberAccess",
    "type": "reportAssertTypeFailure",
    "with": "reportGeneralTypeIssues",
}
"""The rule of basedpyright for each kind of mistake that it knows."""


def mistakes() -> Iterator[tuple[int, str]]:
    """The lines of the wrong code that say they are to be refused, and why."""
    for number, line in enumerate(WRONG.read_text().splitlines(), 1):
        if marked := re.search(r"# refused: (.*)$", line):
            for kind in marked[1].split(", "):
                yield number, kind


def expected(rules: dict[str, str]) -> set[Report]:
    return {Report(WRONG.name, line, rules[kind]) for line, kind in mistakes() if kind in rules}


def run(*command: str) -> str:
    ended = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1, ended.stdout + ended.stderr
    return ended.stdout


def mypy() -> set[Report]:
    output = run("mypy", "--strict", "--output", "json", *map(str, [WRONG, *RIGHT]))
    return {
        Report(Path(error["file"]).name, error["line"], error["code"])
        for error in map(json.loads, output.splitlines())
        if error["severity"] == "error"
    }


def basedpyright() -> set[Report]:
    config = str(WRONG.parent)
    output = run("basedpyright", "--outputjson", "--pythonpath", sys.executable, "-p", config)
    return {
        Report(Path(error["file"]).name, error["range"]["start"]["line"] + 1, error["rule"])
        for error in json.loads(output)["generalDiagnostics"]
        if not error["rule"].startswith("reportUnknown")  # follows from an unknown member
    }


def test_mypy_refuses_each_mistake_and_nothing_else() -> None:
    assert mypy() == expected(MYPY)


def test_basedpyright_refuses_each_mistake_and_nothing_else() -> None:
    assert basedpyright() == expected(BASEDPYRIGHT)


def test_there_is_a_mistake_of_every_kind() -> None:
    assert {kind for _, kind in mistakes()} == {*MYPY, *BASEDPYRIGHT}
    lines = {line for line, _ in mistakes()}
    figures.record("types: mistakes", f"{len(lines)} pinned, for mypy and for basedpyright")


def test_the_type_of_every_method_is_asserted() -> None:
    methods = {
        name
        for name, _ in inspect.getmembers(PinpointClient, inspect.isfunction)
        if not name.startswith("_") and name not in ("close", "with_config")
    }
    asserted = {each for file in RIGHT for each in asserted_methods(ast.parse(file.read_text()))}
    assert methods - asserted == set()
    operations = {name for name in methods if not name.startswith(("iter_", "wait_until_"))}
    assert len(operations) == len(OPERATIONS)
    listings = [name for name in methods if name.startswith("iter_")]
    waiters = [name for name in methods if name.startswith("wait_until_")]
    figures.record(
        "types: methods",
        f"the result asserted of {len(operations)} operations, {len(listings)} listings and "
        f"{len(waiters)} waiters",
    )


def asserted_methods(module: ast.Module) -> Iterator[str]:
    """The methods whose result is asserted to have a type, at once or through a variable."""
    for function in module.body:
        results = {
            ast.unparse(node.targets[0]): node.value
            for node in ast.walk(function)
            if isinstance(node, ast.Assign)
        }
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "assert_type":
                result = results.get(ast.unparse(node.args[0]), node.args[0])
                if isinstance(result, ast.Call) and isinstance(result.func, ast.Attribute):
                    yield result.func.attr


# Editors


@pytest.fixture(scope="module")
def editor() -> Iterator[LanguageServer]:
    with LanguageServer(ROOT) as server:
        yield server


def test_an_editor_completes_the_members_of_a_model(editor: LanguageServer) -> None:
    offered = editor.complete(
        f"from pinpoint_sdk.models import MessageRequest\nMessageRequest({CURSOR})\n"
    )
    assert [label for label in offered if label.endswith("=")] == [
        "message_configuration=",
        "addresses=",
        "context=",
        "endpoints=",
        "template_configuration=",
        "trace_id=",
        "campaign=",
        "request_id=",
    ]


def test_an_editor_completes_the_values_of_an_enum(editor: LanguageServer) -> None:
    offered = editor.complete(
        "from pinpoint_sdk.models import SMSMessage\n"
        f'SMSMessage(body="Hello", message_type="{CURSOR}")\n'
    )
    assert offered == ['"TRANSACTIONAL"', '"PROMOTIONAL"']


def test_an_editor_completes_a_journey(editor: LanguageServer) -> None:
    journey = (
        "from pinpoint_sdk import models\n"
        'models.WriteJourneyRequest(name="welcome", activities={"text": models.Activity('
    )
    offered = editor.complete(f"{journey}{CURSOR})}})\n")
    members = [label for label in offered if label.endswith("=")]
    assert members == [
        "custom=",
        "conditional_split=",
        "description=",
        "email=",
        "holdout=",
        "multi_condition=",
        "push=",
        "random_split=",
        "sms=",
        "wait=",
        "contact_center=",
    ]
    split = f"{journey}conditional_split=models.ConditionalSplitActivity(condition="
    operators = editor.complete(f'{split}models.Condition(operator="{CURSOR}"))}})\n')
    assert operators == ['"ALL"', '"ANY"']
    states = editor.complete(
        "from pinpoint_sdk import PinpointClient, models\n"
        'PinpointClient().update_journey_state("app", "journey", '
        f'models.JourneyStateRequest(state="{CURSOR}"))\n'
    )
    assert states == [f'"{state}"' for state in get_args(models.State)]
    figures.record(
        "editor: journeys",
        f"{len(members)} members offered of Activity, {len(operators)} values of an operator "
        f"inside it, {len(states)} of JourneyStateRequest's state",
    )


def test_an_editor_completes_the_methods_of_the_client(editor: LanguageServer) -> None:
    offered = editor.complete(
        f"from pinpoint_sdk import PinpointClient\nPinpointClient().send_{CURSOR}\n"
    )
    assert offered == ["send_messages", "send_users_messages", "send_otp_message"]


def test_an_editor_completes_what_a_call_returns(editor: LanguageServer) -> None:
    offered = editor.complete(
        "from pinpoint_sdk import PinpointClient\n"
        f'for each in PinpointClient().iter_campaigns("app"):\n    each.seg{CURSOR}\n'
    )
    assert offered == ["segment_id", "segment_version"]


def test_an_editor_completes_and_explains_the_client_for_asyncio(editor: LanguageServer) -> None:
    head = "from pinpoint_sdk.aio import AsyncPinpointClient\n\nasync def main() -> None:\n"
    offered = editor.complete(f"{head}    AsyncPinpointClient().send_{CURSOR}\n")
    assert offered == ["send_messages", "send_users_messages", "send_otp_message"]
    offered = editor.complete(
        f'{head}    async for each in AsyncPinpointClient().iter_campaigns("app"):\n'
        f"        each.seg{CURSOR}\n"
    )
    assert offered == ["segment_id", "segment_version"]
    offered = editor.complete(
        f'{head}    (await AsyncPinpointClient().get_app("app")).cre{CURSOR}\n'
    )
    assert offered == ["creation_date"]


def test_the_snippets_pass_both_type_checkers(tmp_path: Path) -> None:
    for page in pages_with_snippets():
        code = "\n".join(snippet.code for snippet in snippets(page))
        (tmp_path / f"{page.stem.replace('-', '_')}_page.py").write_text(code)
    (tmp_path / "pyproject.toml").write_text(
        '[tool.basedpyright]\ntypeCheckingMode = "strict"\n'
        "reportDuplicateImport = false  # a page's blocks are checked as one file\n"
    )
    mypy = [sys.executable, "-m", "mypy", "--strict", "--config-file=", str(tmp_path)]
    pyright = [sys.executable, "-m", "basedpyright", "--pythonpath", sys.executable]
    for command in (mypy, [*pyright, "--project", str(tmp_path)]):
        checked = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
        assert checked.returncode == 0, checked.stdout
