"""What is installed on the machine reaches the desk's work: elevation, and the note where there is none."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from django.test import Client
from tests.desk.made import NOW, YEREVAN, Clock, followed, work

from casus.desk import knowledge
from casus.desk.knowledge import changed, state, tools_at_hand
from casus.desk.starting import queue_rework
from casus.desk.store.models import StoredIncident

pytestmark = pytest.mark.django_db


def overlook(incident: StoredIncident, browser: Client, language: str) -> str:
    """Give what the incident's page says of what the ground overlooks."""
    page = browser.get(f"/incidents/{incident.id}/", {"lang": language}).content.decode()
    return page.partition('id="s-overlook"')[2].partition("</section>")[0]


def test_without_elevation_the_page_says_what_is_missing_and_how_to_get_it(analyst: Client) -> None:
    """In one line, with the tiles and the command; the public page has no commands."""
    incident = followed(YEREVAN)
    for language in ("en", "ja"):
        told = overlook(incident, analyst, language)
        assert "N39E046" in told
        assert "casus data install elevation --around" in told


def test_elevation_that_is_installed_is_used_and_works_out_anew_what_was_without(
    analyst: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The state of the data says so; the ground section shows in the incident's page."""
    pytest.importorskip("rasterio")
    from tests.terrain.made_files import tile_heights, write_hgt

    incident = followed(YEREVAN)
    before = state()
    monkeypatch.setenv("CASUS_DATA", str(tmp_path))
    write_hgt(tmp_path / "elevation", "N39E046", tile_heights(1201))
    write_hgt(tmp_path / "elevation", "N39E045", tile_heights(1201))
    assert changed(before, state()) == ("installed",)
    assert tools_at_hand().elevation is not None
    assert queue_rework(at=NOW)
    work(Clock())
    incident.refresh_from_db()
    (view,) = incident.assessment.ground_views
    assert view.sources
    told = overlook(incident, analyst, "en")
    assert "casus data install" not in told
    assert "m" in told
    assert incident.made_with == state()
    assert not queue_rework(at=NOW)


def test_what_is_loaded_once_is_left_out_of_the_search_for_garbage() -> None:
    """Opening the law and the places keeps the many objects they are made of from being gone through again."""
    gc.unfreeze()
    knowledge._opened.cache_clear()
    tools_at_hand()
    assert gc.get_freeze_count() > 10_000
