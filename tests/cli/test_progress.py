"""Progress on standard error."""

from __future__ import annotations

import io
import sys
import threading

import pytest

from casus.cli.progress import step


class Told(io.StringIO):
    """Standard error that says when something is written to it."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal
        self.written = threading.Event()

    def isatty(self) -> bool:
        """Is it a terminal?"""
        return self.terminal

    def flush(self) -> None:
        """Note that there is something."""
        self.written.set()


def test_what_is_quick_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Less than a second passes in silence."""
    with step("reading a.txt"):
        pass
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("terminal", "expected"),
    [(False, "casus: fetching a …\n"), (True, "\r\x1b[Kcasus: fetching a … 0 s\r\x1b[K")],
)
def test_what_takes_longer_is_said(monkeypatch: pytest.MonkeyPatch, terminal: bool, expected: str) -> None:
    """One line in a file; on a terminal a line that goes away."""
    err = Told(terminal=terminal)
    monkeypatch.setattr(sys, "stderr", err)
    with step("fetching a", patience=0.0):
        assert err.written.wait(10)
    assert err.getvalue() == expected


def test_an_error_inside_ends_the_watch(monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes wrong inside comes out, and no thread stays behind."""
    monkeypatch.setattr(sys, "stderr", Told(terminal=True))
    before = threading.active_count()
    with pytest.raises(OSError, match="gone"), step("fetching a", patience=0.0):
        raise OSError("gone")
    assert threading.active_count() == before
