"""The measuring of a full desk: what a reader runs into is counted, never a traceback."""

from __future__ import annotations

import socket
import threading

import pytest
from bench.desk import reading

ANSWERS = {
    "whole": (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", ""),
    "cut off": (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", "IncompleteRead"),
    "no answer": (b"", "without response"),
    "no HTTP": (b"nonsense\r\n\r\n", "nonsense"),
    "refused": (b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n", "/ 503"),
}


@pytest.mark.parametrize("kind", ANSWERS)
def test_what_a_reader_runs_into_is_a_line(kind: str) -> None:
    """An answer that is cut off counts as an error, as do those that are none."""
    answer, says = ANSWERS[kind]
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            taken, _ = server.accept()
            with taken:
                taken.recv(4096)
                taken.sendall(answer)

        serving = threading.Thread(target=serve)
        serving.start()
        bad: list[str] = []
        reading(server.getsockname()[1], "x", ["/"], bad)
        serving.join()
    assert len(bad) == bool(says)
    assert says in "".join(bad)
