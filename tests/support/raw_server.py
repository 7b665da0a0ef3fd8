"""An HTTP server on loopback that sends exactly the bytes it is told, or nothing."""

from __future__ import annotations

import socket
import threading

from typing_extensions import Self


class Server:
    """Reads each request whole, says what it is told, and closes the connection.

    Requests beyond the answers get the last of them.
    """

    def __init__(self, *answers: bytes | None) -> None:
        self.requests: list[bytes] = []
        self._read = threading.Condition()
        self._answers = [*answers]
        self._open: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def read(self, count: int) -> int:
        """How many requests there were, once there were ``count``: a caller may hang up first."""
        with self._read:
            self._read.wait_for(lambda: len(self.requests) >= count, timeout=10)
            return len(self.requests)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        for each in (self._listener, *self._open):
            each.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        with connection.makefile("rb") as received:
            head = b"".join(iter(received.readline, b"\r\n"))
            _, _, length = head.lower().partition(b"content-length: ")
            received.read(int(length.split()[0]) if length else 0)
        with self._read:
            self.requests.append(head)
            self._read.notify()
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if answer is None:
            self._open.append(connection)
            return
        connection.sendall(answer)
        connection.close()


def closed_port() -> int:
    """A port that refuses connections."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
