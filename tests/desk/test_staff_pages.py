"""The pages of those who work on the desk: taking in, an incident, decisions, search, accounts."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, reverse
from django.utils import timezone
from tests.desk.made import BAKU, BATKEN, EXAMPLES, YEREVAN, followed, take_in, work

from casus.desk.assessing import whole
from casus.desk.pages.mapping import COARSE_KM, drawn
from casus.desk.pages.urls import urlpatterns
from casus.desk.roles import ROLES
from casus.desk.store.models import OwnFeed, StoredIncident, StoredReport

OPEN_TO_ALL = {
    *("situations", "publication", "publication-map", "state", "picture", "feed", "incident-feed", "state-feed"),
    *("shorts", "stop-by-link"),
}


def text(name: str) -> str:
    """Give an example's text."""
    return (EXAMPLES / name).read_text(encoding="utf-8")


@pytest.mark.django_db
@pytest.mark.parametrize("pattern", urlpatterns, ids=lambda p: p.name)
def test_every_page_but_the_public_ones_asks_who_comes(client: Client, pattern: URLPattern) -> None:
    """A reader who is not signed in is sent to sign in, whatever the page and whether he reads or writes."""
    given = {
        k: 1 if k in {"feed_id", "job_id", "user_id", "short_id", "watch_id", "token_id"} else "x"
        for k in pattern.pattern.converters
    }
    given |= {"number": 0} if "number" in pattern.pattern.converters else {}
    address = reverse(str(pattern.name), kwargs=given)
    for answer in (client.get(address), client.post(address)):
        if pattern.name in OPEN_TO_ALL:
            assert answer.status_code < 500
        else:
            assert answer.status_code in {302, 405}
            assert answer.status_code == 405 or "/accounts/login/" in answer.headers["Location"]


def test_what_is_pasted_becomes_an_incident(analyst: Client) -> None:
    """Pasted with its day, worked on, it stands on its page with its finding."""
    answer = analyst.post(
        "/intake/", {"text": text(YEREVAN), "published": "2021-05-15", "title": "セブ湖"}, follow=True
    )
    assert "セブ湖" in answer.content.decode()
    assert StoredReport.objects.get().published == date(2021, 5, 15)
    work(timezone.now)
    page = analyst.get(f"/incidents/{StoredIncident.objects.get().id}/").content.decode()
    assert "Collective Security Treaty, Article 2" in page


def test_a_file_and_a_text_that_is_none(analyst: Client) -> None:
    """A file is taken like pasted words; what is no text is refused in words."""
    good = SimpleUploadedFile("a.txt", text(BATKEN).encode())
    analyst.post("/intake/", {"file": good, "published": "2021-04-30"})
    assert StoredReport.objects.count() == 1
    bad = SimpleUploadedFile("b.bin", bytes(range(256)) * 20)
    answer = analyst.post("/intake/", {"file": bad}, follow=True)
    assert "b.bin" in answer.content.decode()
    assert StoredReport.objects.count() == 1


@pytest.mark.parametrize("address", ["http://127.0.0.1/x", "http://[::1]/", "http://2130706433/", "http://10.0.0.8/a"])
def test_private_addresses_are_not_fetched(analyst: Client, address: str) -> None:
    """Not by name, number or disguise."""
    answer = analyst.post("/intake/", {"address": address}, follow=True)
    assert answer.status_code == 200
    assert not StoredReport.objects.exists()


def test_an_incident_shows_both_sides_and_both_clocks(analyst: Client) -> None:
    """Reports by origin, who says what, what is disputed, when it happened and when it was learned."""
    incident = followed(YEREVAN, BAKU)
    page = analyst.get(f"/incidents/{incident.id}/", {"lang": "en"}).content.decode()
    for words in (
        "Reports, by origin",
        "Who says what",
        "Claims of",
        "disputed",
        "Timeline",
        "The accounts side by side",
    ):
        assert words in page
    japanese = analyst.get(f"/incidents/{incident.id}/", {"lang": "ja"}).content.decode()
    assert "誰が何を述べているか" in japanese


def test_a_line_unfolds_to_words_that_stand_in_their_report(analyst: Client) -> None:
    """The words quoted are marked where the link leads."""
    incident = followed(YEREVAN)
    unfolded = analyst.get(
        f"/incidents/{incident.id}/lines/happened/0/", headers={"HX-Request": "true"}
    ).content.decode()
    address = unfolded.split('href="')[1].split('"')[0].replace("&amp;", "&")
    assert '<mark id="words"' in analyst.get(address).content.decode()
    assert analyst.get(f"/incidents/{incident.id}/lines/happened/999/").status_code == 404


def test_a_supposition_shows_what_would_change_and_keeps_nothing(analyst: Client) -> None:
    """Supposed that nobody entered, Article 2 opens; the incident stays as it is."""
    incident = followed(YEREVAN)
    answer = analyst.get(f"/incidents/{incident.id}/what-if/", {"act.territory_entered": "no", "nonsense": "yes"})
    assert "Article 2" in answer.content.decode()
    assert not incident.decisions.exists()


def test_a_decision_by_form_changes_the_page(analyst: Client) -> None:
    """Who set it and why stand below; without a reason nothing is set."""
    incident = followed(YEREVAN)
    assert incident.assessment.incident is not None
    form = {
        "does": "set-fact",
        "target": incident.assessment.incident.cases[0].id,
        "name": "act.territory_entered",
        "value": "no",
        "why": "",
    }
    refused = analyst.post(f"/incidents/{incident.id}/decide/", form, follow=True).content.decode()
    assert "needs a reason" in refused
    page = analyst.post(
        f"/incidents/{incident.id}/decide/", form | {"why": "joint survey"}, follow=True
    ).content.decode()
    assert "joint survey" in page
    assert '<span class="yes">yes</span> → <span class="unknown">open</span>' in page


def test_search_finds_what_was_taken_in(analyst: Client) -> None:
    """In Japanese by two characters; a query of nothing finds nothing."""
    take_in(YEREVAN)
    assert "陣地" in analyst.get("/search/", {"q": "陣地"}).content.decode()
    assert analyst.get("/search/", {"q": ""}).status_code == 200


def test_a_feed_is_added_stopped_and_resumed(analyst: Client) -> None:
    """No feed is polled more often than every five minutes."""
    analyst.post("/intake/feeds/", {"address": "https://example.org/feed", "every_minutes": "1"})
    feed = OwnFeed.objects.get()
    assert (feed.every_minutes, feed.active) == (5, True)
    analyst.post(f"/intake/feeds/{feed.id}/switch/")
    assert not OwnFeed.objects.get().active


def test_only_admins_make_accounts_and_nobody_changes_his_own(analyst: Client, admin: Client) -> None:
    """A role is given and taken; an account is closed, never dropped."""
    assert analyst.get("/people/").status_code == 403
    made = admin.post("/people/", {"name": "bea", "role": "editor"}, follow=True).content.decode()
    assert "bea" in made
    bea = User.objects.get(username="bea")
    admin.post(f"/people/{bea.id}/", {"close": "1"})
    assert not User.objects.get(username="bea").is_active
    me = User.objects.get(username="one-admin")
    admin.post(f"/people/{me.id}/", {"close": "1"})
    assert User.objects.get(username="one-admin").is_active
    assert "made an account" in admin.get("/log/").content.decode()


def test_roles_rise_in_order() -> None:
    """Each role may do what those before it may."""
    assert ROLES == ("reader", "analyst", "editor", "admin")


@pytest.mark.django_db
def test_a_fresh_incident_is_drawn_coarsely() -> None:
    """Within thirty days no place is drawn more exactly than five kilometres; later as it is."""
    assessment = whole(followed(YEREVAN))
    fresh, later = (drawn(assessment, today=day) for day in (date(2021, 5, 20), date(2021, 7, 1)))

    def point(data: dict[str, object]) -> tuple[float, ...]:
        features = data["features"]
        assert isinstance(features, list)
        (place,) = [f for f in features if f["properties"].get("id") == "sev-lake"]
        assert place["properties"]["precision_km"] == (COARSE_KM if data is fresh else None)
        return tuple(place["geometry"]["coordinates"])

    assert point(fresh) != point(later)
    assert all(abs(a - b) < 0.05 for a, b in zip(point(fresh), point(later), strict=True))
