"""What every page has: its language, a policy for the browser, words in every language."""

from __future__ import annotations

import pytest
from django.test import Client

from casus.desk.pages.phrases import LANGUAGES, phrases

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_in_the_language_asked_for_and_the_choice_is_kept(client: Client, language: str) -> None:
    """``?lang=`` chooses; the next page without it is in the same language."""
    assert f'<html lang="{language}">' in client.get("/", {"lang": language}).content.decode()
    assert f'<html lang="{language}">' in client.get("/").content.decode()


def test_an_unknown_language_is_not_taken(client: Client) -> None:
    """Something else than the desk's languages leaves the choice to the browser."""
    answer = client.get("/", {"lang": "xx"}, headers={"Accept-Language": "ja"})
    assert '<html lang="ja">' in answer.content.decode()


def test_the_browser_loads_nothing_from_elsewhere(client: Client) -> None:
    """Scripts and styles come from the desk alone, and none stand within a page."""
    answer = client.get("/")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "<style" not in answer.content.decode()
    assert "http" not in answer.content.decode().replace("http-equiv", "")


def test_every_phrase_has_every_language() -> None:
    """None is left out."""
    assert all(set(words) == set(LANGUAGES) for words in phrases().values())
