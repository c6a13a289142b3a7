"""The desk's settings: defaults for one person, refusals in public, a secret made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from casus.desk.configuration import configuration, refusals, secret_of

PUBLIC = {
    "CASUS_DESK_PUBLIC": "1",
    "CASUS_DESK_HOSTS": "desk.example.org",
    "CASUS_DESK_URL": "https://desk.example.org/",
}


def test_without_settings_it_serves_one_person(tmp_path: Path) -> None:
    """A local address, an SQLite file under the user's data folder, nothing refused."""
    config = configuration({"XDG_DATA_HOME": str(tmp_path)})
    assert config.folder == tmp_path / "casus" / "desk"
    assert config.database_url.startswith("sqlite:///")
    assert refusals(config) == ()


def test_a_public_desk_that_is_set_well_is_not_refused() -> None:
    """Hosts named, https, a secret long enough or none."""
    assert refusals(configuration(PUBLIC)) == ()


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"CASUS_DESK_HOSTS": ""}, "CASUS_DESK_HOSTS"),
        ({"CASUS_DESK_HOSTS": "*"}, "CASUS_DESK_HOSTS"),
        ({"CASUS_DESK_URL": "http://desk.example.org"}, "CASUS_DESK_URL"),
        ({"CASUS_DESK_HOSTS": "desk.example.org,*"}, "CASUS_DESK_HOSTS"),
        ({"CASUS_DESK_SECRET": "short"}, "CASUS_DESK_SECRET"),
        ({"CASUS_DESK_SECRET": "changeme" * 8}, "CASUS_DESK_SECRET"),
        ({"CASUS_DESK_SECRET": "django-insecure-k3v-9QpZr7tLwX2uYb8mNc5dGf1hJs4a"}, "CASUS_DESK_SECRET"),
    ],
)
def test_what_is_unsafe_in_public_is_refused(change: dict[str, str], where: str) -> None:
    """The setting is named, with what to do."""
    (problem,) = refusals(configuration(PUBLIC | change))
    assert problem.where == where
    assert problem.hint


def test_a_secret_is_made_once_and_for_the_owner_alone(tmp_path: Path) -> None:
    """The second start reads what the first one wrote."""
    config = configuration({"CASUS_DESK_DIR": str(tmp_path / "new")})
    first = secret_of(config)
    assert secret_of(config) == first
    assert config.secret_file.stat().st_mode & 0o077 == 0
