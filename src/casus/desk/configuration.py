"""What the desk is told by its environment, and what it refuses to run with in public."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from casus.errors import Problem
from casus.records import Record

PREFIX = "CASUS_DESK_"
TRUE = frozenset({"1", "yes", "true", "on"})
LOCAL = ("127.0.0.1", "localhost", "[::1]")
SHORTEST_SECRET = 50
FEWEST_SIGNS = 12


class Configuration(Record, frozen=True, kw_only=True):
    """Settings of one desk."""

    folder: Path
    """Where its database, secret and snapshots are kept."""
    public: bool
    """Is it meant to be reached by others than the one who runs it?"""
    hosts: tuple[str, ...]
    url: str
    """Address readers know it by, without a slash at the end."""
    database_url: str
    secret: str | None
    """Signs sessions; None: made once and kept in the folder."""
    two_person: bool
    """Must somebody else approve what is published?"""
    mail_url: str
    """Where mail goes: ``smtp://user:password@host:port`` or empty for none."""
    mail_from: str
    reads_per_minute: int = 0
    """Requests a minute that one address may make without signing in, for each process; 0: no limit."""

    @property
    def secret_file(self) -> Path:
        """Where a secret that was made is kept."""
        return self.folder / "secret"


def configuration(environ: Mapping[str, str] = os.environ) -> Configuration:
    """Read the desk's settings from an environment; everything has a default that suits one person at one machine."""
    folder = Path(environ.get(PREFIX + "DIR") or default_folder(environ))
    public = _is_on(environ.get(PREFIX + "PUBLIC", ""))
    hosts = tuple(h.strip() for h in environ.get(PREFIX + "HOSTS", "").split(",") if h.strip())
    return Configuration(
        folder=folder,
        public=public,
        hosts=hosts or LOCAL,
        url=environ.get(PREFIX + "URL", "http://127.0.0.1:8000").rstrip("/"),
        database_url=environ.get("DATABASE_URL") or f"sqlite:///{folder / 'desk.sqlite3'}",
        secret=environ.get(PREFIX + "SECRET") or None,
        two_person=_is_on(environ.get(PREFIX + "TWO_PERSON", "")),
        mail_url=environ.get(PREFIX + "MAIL_URL", ""),
        mail_from=environ.get(PREFIX + "MAIL_FROM", "casus@localhost"),
        reads_per_minute=_number(environ.get(PREFIX + "READS_PER_MINUTE", ""), 600 if public else 0),
    )


def default_folder(environ: Mapping[str, str]) -> Path:
    """Give the folder for a person's own desk: under ``XDG_DATA_HOME``, else under the home directory."""
    home = environ.get("XDG_DATA_HOME") or environ.get("LOCALAPPDATA")
    return (Path(home) if home else Path.home() / ".local" / "share") / "casus" / "desk"


def _is_on(value: str) -> bool:
    return value.strip().lower() in TRUE


def _number(value: str, usual: int) -> int:
    return int(value) if value.strip().isdecimal() else usual


def refusals(config: Configuration) -> tuple[Problem, ...]:
    """Tell why a desk must not run as it is set: what is harmless for one person is not in public."""
    return tuple(_refusals(config)) if config.public else ()


def _refusals(config: Configuration) -> Iterator[Problem]:
    if set(config.hosts) <= set(LOCAL) or "*" in config.hosts:
        what = "a public desk must name the hosts it answers to, and not '*'"
        yield Problem(where=PREFIX + "HOSTS", what=what, hint="name them, e.g. desk.example.org")
    if urlsplit(config.url).scheme != "https":
        what = f"a public desk needs an https address, not {config.url}"
        yield Problem(
            where=PREFIX + "URL", what=what, hint="put it behind a server that ends TLS and give that address"
        )
    if config.secret is not None and is_guessable(config.secret):
        what = f"the secret can be guessed: {SHORTEST_SECRET} characters at least, drawn at random"
        yield Problem(where=PREFIX + "SECRET", what=what, hint="leave it out: casus then makes and keeps one")


def is_guessable(secret: str) -> bool:
    """Is a secret too short, of few signs, or one that Django marks as made for trying out?

    >>> is_guessable("x" * 50), is_guessable("k3v-9QpZr7tLwX2uYb8mNc5dGf1hJs4aQ0Zt6Wn8Rb2Yp5Lc+E7M")
    (True, False)
    """
    few = len(secret) < SHORTEST_SECRET or len(set(secret)) < FEWEST_SIGNS
    return few or secret.startswith("django-insecure-")


def secret_of(config: Configuration) -> str:
    """Give the secret that signs sessions; where none is set it is made once, readable by its owner alone."""
    if config.secret is not None:
        return config.secret
    config.folder.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(config.secret_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return config.secret_file.read_text(encoding="ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        made = secrets.token_urlsafe(48)
        file.write(made)
    return made
