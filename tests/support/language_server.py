"""A language server, spoken to as an editor does."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

from typing_extensions import Self

SERVER = "from basedpyright.langserver import main; main()"
CURSOR = "‸"
"""Marks in a text where the cursor is."""


class LanguageServer:
    """basedpyright's language server, with a workspace and one unsaved file open in it."""

    def __init__(self, workspace: Path) -> None:
        self._workspace = workspace
        self._file = (workspace / "unsaved.py").as_uri()
        self._last_id = 0

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-c", SERVER, "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        uri = self._workspace.as_uri()
        folders = [{"uri": uri, "name": "workspace"}]
        self._request("initialize", processId=None, capabilities={}, workspaceFolders=folders)
        self._notify("initialized")
        document = {"uri": self._file, "languageId": "python", "version": 0, "text": ""}
        self._notify("textDocument/didOpen", textDocument=document)
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with self._process:
            if exc is None:
                self._request("shutdown")
                self._notify("exit")
            else:
                self._process.kill()

    def complete(self, text: str) -> list[str]:
        """What the server offers at the cursor in a file with this text."""
        before, after = text.split(CURSOR)
        self._last_id += 1
        document = {"uri": self._file, "version": self._last_id}
        changes = [{"text": before + after}]
        self._notify("textDocument/didChange", textDocument=document, contentChanges=changes)
        line = before.count("\n")
        position = {"line": line, "character": len(before) - before.rfind("\n") - 1}
        answer = self._request("textDocument/completion", textDocument=document, position=position)
        return [item["label"] for item in answer["items"]]

    def _request(self, method: str, **params: object) -> Any:
        self._last_id += 1
        self._send(id=self._last_id, method=method, params=params)
        while True:
            message = self._receive()
            if "method" not in message and message["id"] == self._last_id:
                assert "error" not in message, message
                return message["result"]
            if "method" in message and "id" in message:  # a question of the server
                self._send(id=message["id"], result=self._answer(message))

    def _answer(self, question: Any) -> object:
        if question["method"] == "workspace/configuration":
            return [None for _ in question["params"]["items"]]
        return None

    def _notify(self, method: str, **params: object) -> None:
        self._send(method=method, params=params)

    def _send(self, **message: object) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> Any:
        assert self._process.stdout
        length = 0
        while (line := self._process.stdout.readline()).strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server has ended"
        return json.loads(self._process.stdout.read(length))
