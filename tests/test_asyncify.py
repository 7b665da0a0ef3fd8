"""The clients for asyncio are what the tool writes of the others, and nothing else."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tools.asyncify import AIO, PACKAGE, ROOT, UnknownForm, asyncify, main, stale, written

CLASS = 'class A(Client):\n    """A."""\n\n'


def test_every_file_is_as_it_would_be_written() -> None:
    assert stale() == []


def test_a_file_that_is_changed_missing_or_left_over_is_stale_and_is_mended(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right = written()
    clients = tmp_path / "pinpoint_sdk" / "aio" / "clients"
    clients.mkdir(parents=True)
    for path, text in right.items():
        (clients / path.name).write_text(text)
    for module in ("AIO", "ROOT"):
        new = tmp_path if module == "ROOT" else clients.parent
        monkeypatch.setattr(f"tools.asyncify.{module}", new)
    monkeypatch.setattr(
        "tools.asyncify.written", lambda: {clients / p.name: t for p, t in right.items()}
    )
    (clients / "apps.py").write_text("changed")
    (clients / "otp.py").unlink()
    (clients / "left_over.py").write_text("")
    (clients / "base.py").write_text("by hand")
    wrong = [clients / name for name in ("apps.py", "left_over.py", "otp.py")]
    assert stale() == wrong

    main()

    assert stale() == []
    assert (clients / "base.py").read_text() == "by hand"
    assert capsys.readouterr().out.count("\n") == 3


def signatures(path: Path, base: str) -> dict[str, dict[str, str]]:
    """The methods of each class of a module, with their parameters and documentation."""
    classes = [each for each in ast.parse(path.read_text()).body if isinstance(each, ast.ClassDef)]
    return {
        each.name.removeprefix(base): {
            method.name: f"{ast.unparse(method.args)} {ast.get_docstring(method)}"
            for method in each.body
            if isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef))
        }
        for each in classes
    }


@pytest.mark.parametrize(
    "source", sorted((PACKAGE / "clients").glob("[a-z]*.py")), ids=lambda p: p.stem
)
def test_names_parameters_and_documentation_are_the_same(source: Path) -> None:
    if source.name == "base.py":
        return
    one, other = signatures(source, ""), signatures(AIO / "clients" / source.name, "Async")
    assert one.keys() == other.keys()
    for name, methods in one.items():
        assert {
            each: text.replace("An iterator", "An asynchronous iterator")
            for each, text in methods.items()
        } == other[name]


def test_what_is_awaited_and_what_is_iterated() -> None:
    source = CLASS + (
        '    def get(self) -> int:\n        """Get."""\n        return self._call("Get")\n\n'
        '    def iter_all(self) -> Paginator[int]:\n        """Iterate."""\n'
        "        return Paginator(lambda: self.get())\n"
    )
    written_out = asyncify(source, "a.py")
    assert "class AsyncA(AsyncClient)" not in written_out  # only names that end in Client change
    assert "async def get(self) -> int:" in written_out
    assert 'return await self._call("Get")' in written_out
    assert "    def iter_all(self) -> AsyncPaginator[int]:" in written_out
    assert "return AsyncPaginator(lambda: self.get())" in written_out


@pytest.mark.parametrize(
    "body",
    [
        'x = self._call("GetApp")\n        return x',
        'return self._transport.call("GetApp")',
        'return [self._call("GetApp")]',
        "return super().get()",
        "yield 1",
    ],
)
def test_a_method_of_an_unknown_form_is_refused(body: str) -> None:
    with pytest.raises(UnknownForm, match="line"):
        asyncify(f'{CLASS}    def get(self):\n        """Get."""\n        {body}\n', "a.py")


def test_paths_are_those_of_the_repository() -> None:
    assert AIO.is_relative_to(ROOT)
