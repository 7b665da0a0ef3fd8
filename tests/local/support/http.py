"""Speaking HTTP to the server: with a client that behaves, and byte by byte."""

from __future__ import annotations

import json
import re
import socket
from http.client import HTTPConnection, HTTPResponse
from typing import Any


def connect(url: str) -> HTTPConnection:
    return HTTPConnection(url.removeprefix("http://"), timeout=10)


def ask(
    url: str, method: str, target: str, body: object = None, **headers: str
) -> tuple[HTTPResponse, bytes]:
    connection = connect(url)
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    text = None if body is None else json.dumps(body)
    try:
        connection.request(method, target, body=text, headers=sent)
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


class Peer:
    """A socket that says whatever it likes."""

    def __init__(self, url: str) -> None:
        host, _, port = url.removeprefix("http://").rpartition(":")
        self.socket = socket.create_connection((host, int(port)), timeout=15)

    def __enter__(self) -> Peer:
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def everything(self) -> bytes:
        """All that comes until the server closes the connection."""
        pieces: list[bytes] = []
        while piece := self.socket.recv(65536):
            pieces.append(piece)
        return b"".join(pieces)


def is_well(url: str) -> bool:
    with Peer(url) as peer:
        peer.send(b"GET /v1/apps HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        return peer.everything().startswith(b"HTTP/1.1 200 OK\r\n")


def reply(url: str, data: bytes) -> bytes:
    with Peer(url) as peer:
        peer.send(data)
        peer.socket.shutdown(socket.SHUT_WR)
        return peer.everything()


def refused(answer: bytes) -> tuple[int, str, str]:
    """Status, error code and message of the one answer in these bytes, in AWS's form."""
    head, _, body = answer.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    fields = dict(line.split(": ", 1) for line in lines[1:])
    assert int(fields["Content-Length"]) == len(body)
    assert fields["Content-Type"] == "application/json"
    content: dict[str, Any] = json.loads(body)
    status = re.fullmatch(r"HTTP/1\.1 (\d{3}) [A-Z].*", lines[0])
    assert status is not None
    return int(status[1]), fields["x-amzn-ErrorType"], content["Message"]
