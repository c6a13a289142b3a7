"""Starting a desk: an admin and the worked example, each made once."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from tests.desk.made import NOW, work

from casus.desk.configuration import configuration
from casus.desk.starting import ADMIN, EXAMPLES, bring_up_to_date, example, first_admin, load_example, set_up
from casus.desk.store.models import StoredIncident, StoredReport
from casus.errors import CasusError


@pytest.mark.django_db
def test_the_first_admin_is_made_once() -> None:
    """With a password that signs in; the second start makes none."""
    password = first_admin()
    assert password
    assert User.objects.get(username=ADMIN).check_password(password)
    assert first_admin() is None


@pytest.mark.django_db
def test_the_worked_example_becomes_one_incident_of_two_sides() -> None:
    """Taken in into an empty desk only."""
    assert load_example(at=NOW) == len(EXAMPLES)
    work()
    assert StoredIncident.objects.get().memberships.count() == len(EXAMPLES)
    assert load_example(at=NOW) == 0
    assert StoredReport.objects.count() == len(EXAMPLES)


@pytest.mark.django_db
def test_bringing_up_to_date_twice_is_harmless() -> None:
    """The tables stay as they are."""
    bring_up_to_date()
    assert first_admin()


@pytest.mark.parametrize("name", [name for name, _ in EXAMPLES])
def test_the_examples_are_at_hand(name: str) -> None:
    """Beside the sources, or in the wheel."""
    assert example(name)


def test_a_public_desk_that_is_set_unsafely_does_not_start(tmp_path: Path) -> None:
    """The setting is named."""
    config = configuration({"CASUS_DESK_PUBLIC": "1", "CASUS_DESK_DIR": str(tmp_path), "CASUS_DESK_HOSTS": "*"})
    with pytest.raises(CasusError, match="CASUS_DESK_HOSTS"):
        set_up(config)
