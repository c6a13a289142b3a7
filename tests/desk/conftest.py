"""People of a desk, for the tests of its pages."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from casus.desk.roles import Role, give


def signed_in(role: Role) -> Client:
    """Give a browser in which somebody with a role has signed in."""
    user = User.objects.create_user(f"one-{role}", password="a long password")
    give(user, role)
    browser = Client()
    browser.force_login(user)
    return browser


@pytest.fixture
def analyst(db: None) -> Client:  # noqa: ARG001  the fixture opens the database
    """An analyst's browser."""
    return signed_in("analyst")


@pytest.fixture
def editor(db: None) -> Client:  # noqa: ARG001  the fixture opens the database
    """An editor's browser."""
    return signed_in("editor")


@pytest.fixture
def admin(db: None) -> Client:  # noqa: ARG001  the fixture opens the database
    """An admin's browser."""
    return signed_in("admin")
