"""Explanations on the desk: taken up, rated, weighed; nothing a probability, nothing overwritten."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from tests.desk.made import BAKU, NOW, YEREVAN, followed

from casus.desk.deciding import Wanted, decide
from casus.desk.explaining import Explained, explained
from casus.desk.rating import Given, rate, take_up
from casus.desk.store.models import AuditEntry, StoredIncident, StoredRating, TakenUp

pytestmark = pytest.mark.django_db
ONE, OTHER = "intent-probe-resolve", "intent-fait-accompli"


def weighed() -> StoredIncident:
    """Give an incident with two explanations taken up."""
    incident = followed(YEREVAN, BAKU)
    for name in (ONE, OTHER):
        assert take_up(incident, name, why="it is often said of such acts", by="ann", at=NOW) == ()
    return incident


def give(incident: StoredIncident, name: str, rating: str, *, by: str = "ann", number: int = 0, why: str = "") -> str:
    """Rate an item, by its place, and give the item's id."""
    item = explained(incident).sheet.items[number].id
    assert rate(incident, Given(hypothesis=name, item=item, rating=rating, why=why), by=by, at=NOW) == ()
    return item


def against(told: Explained) -> dict[str, float]:
    """Give what speaks against each explanation."""
    return {row.weighed.hypothesis: row.weighed.inconsistency for row in told.rows}


def test_one_explanation_competes_with_nothing(analyst: Client) -> None:
    """Without two there is no matrix; the page says why and offers the standard ones."""
    incident = followed(YEREVAN)
    take_up(incident, ONE, why="said", by="ann", at=NOW)
    page = analyst.get(f"/incidents/{incident.id}/explanations/", {"lang": "en"}).content.decode()
    assert "it takes two explanations at least" in page
    assert f'value="{OTHER}"' in page
    assert f'value="{ONE}"' not in page


def test_a_page_shows_rows_columns_and_what_would_refute(analyst: Client) -> None:
    """Explanations stand in rows, the evidence in columns, each with its words; in both languages."""
    incident = weighed()
    told = explained(incident)
    assert {row.weighed.hypothesis for row in told.rows} == {ONE, OTHER}
    assert len(told.columns) == len(told.sheet.items) > 1
    origins = {column.origin["en"] for column in told.columns}
    assert {"Azerbaijan's government", "Collective Security Treaty"} <= origins
    for language, words in (("en", "What would refute it"), ("ja", "反証となるもの")):
        page = analyst.get(f"/incidents/{incident.id}/explanations/", {"lang": language}).content.decode()
        assert words in page
        assert all(row.weighed.refuted_by[language] in page for row in told.rows)
        assert page.count('<th scope="row"') == len(told.rows) + len(told.columns)
        assert not re.search(r"\d ?%(?![0-9A-F]{2})", page)


def test_what_speaks_against_decides_and_blank_is_not_neutral() -> None:
    """The one with less against it leads; one nobody rated cannot."""
    incident = weighed()
    assert explained(incident).weighed is not None
    give(incident, ONE, "II")
    told = explained(incident)
    assert against(told) == {ONE: 2.0, OTHER: 0.0}
    assert told.weighed is not None
    assert told.weighed.leaders == (ONE,)
    assert told.uneven
    give(incident, OTHER, "C")
    told = explained(incident)
    assert told.weighed is not None
    assert told.weighed.leaders == (OTHER,)
    assert [column.number for column in told.columns if column.linchpin] == [1]
    assert [row.weighed.hypothesis for row in told.rows] == [OTHER, ONE]


def test_a_later_rating_counts_and_the_earlier_stays(analyst: Client) -> None:
    """The history of a cell shows both, with their reasons; the log has both; an empty one takes it back."""
    incident = weighed()
    item = give(incident, ONE, "II", by="one-analyst", why="first thought")
    address = f"/incidents/{incident.id}/explanations/rate/"
    form = {"hypothesis": ONE, "item": item, "rating": "C", "why": "second thought"}
    assert analyst.post(address, form).headers["Location"] == f"/incidents/{incident.id}/explanations/"
    assert against(explained(incident))[ONE] == 0.0
    page = analyst.get(address, {"hypothesis": ONE, "item": item}).content.decode()
    assert "first thought" in page
    assert "second thought" in page
    assert 'value="C" checked' in page
    analyst.post(address, form | {"rating": ""})
    assert explained(incident).rows[0].rated == 0
    assert StoredRating.objects.count() == 3
    assert AuditEntry.objects.filter(does="rated evidence", by="one-analyst", target=incident.id).count() == 3


def test_raters_who_differ_are_named(analyst: Client) -> None:
    """Their mean counts, and the page says where they are apart."""
    incident = weighed()
    give(incident, ONE, "II", by="ann")
    give(incident, ONE, "C", by="bob")
    assert against(explained(incident))[ONE] == 1.0
    page = analyst.get(f"/incidents/{incident.id}/explanations/", {"lang": "en"}).content.decode()
    assert "ann II, bob C" in page
    assert "≠" in page


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"hypothesis": "intent-nonsense"}, "unknown hypothesis"),
        ({"item": "sha256:none:s1"}, "unknown item"),
        ({"rating": "X"}, "is no rating"),
        ({"item": ""}, "item: "),
    ],
)
def test_what_is_no_rating_is_refused_with_the_reason(analyst: Client, change: dict[str, str], says: str) -> None:
    """Nothing is kept of it."""
    incident = weighed()
    form = {"hypothesis": ONE, "item": explained(incident).sheet.items[0].id, "rating": "C"} | change
    page = analyst.post(f"/incidents/{incident.id}/explanations/rate/", form, follow=True).content.decode()
    assert says in page
    assert not StoredRating.objects.exists()
    if "rating" not in change:
        assert analyst.get(f"/incidents/{incident.id}/explanations/rate/", form).status_code == 404


@pytest.mark.parametrize(("name", "why", "says"), [("intent-x", "so", "no standard"), (ONE, " ", "a reason")])
def test_what_cannot_be_taken_up_is_refused(analyst: Client, name: str, why: str, says: str) -> None:
    """An unknown explanation, or one without a reason."""
    incident = followed(YEREVAN)
    address = f"/incidents/{incident.id}/explanations/take-up/"
    assert says in analyst.post(address, {"hypothesis": name, "why": why}, follow=True).content.decode()
    assert not TakenUp.objects.exists()


def test_an_explanation_is_taken_up_once() -> None:
    """Again, it is refused with the reason."""
    (problem,) = take_up(weighed(), ONE, why="again", by="bob", at=NOW)
    assert "weighed already" in problem.what


def test_ratings_of_evidence_that_is_gone_are_told_and_kept(analyst: Client) -> None:
    """A report taken out takes its evidence along; its ratings come back with it."""
    incident = weighed()
    sheet = explained(incident).sheet
    (out,) = {i.statements[0].report for i in sheet.items if i.statements} - {
        incident.memberships.earliest("id").report_id
    }
    number = next(n for n, i in enumerate(sheet.items) if i.statements and i.statements[0].report == out)
    give(incident, ONE, "II", number=number)
    decision, _ = decide(incident, Wanted(does="split", target=out, why="another place"), by="ann", at=NOW)
    assert decision is not None
    told = explained(incident)
    assert told.left_over == 1
    page = analyst.get(f"/incidents/{incident.id}/explanations/", {"lang": "en"}).content.decode()
    assert "laid out no longer: 1." in page
    decide(incident, Wanted(does="undo", target=decision.id, why="it is"), by="ann", at=NOW + timedelta(1))
    assert against(explained(incident))[ONE] == 2.0


def rewrite(does: str) -> None:
    """Change or drop every rating."""
    with transaction.atomic():
        if does == "update":
            StoredRating.objects.update(rater="bob")
        else:
            StoredRating.objects.all().delete()


@pytest.mark.parametrize("does", ["update", "delete"])
def test_the_database_keeps_ratings_unchanged(does: str) -> None:
    """Neither changed nor dropped, whoever asks."""
    give(weighed(), ONE, "II")
    with pytest.raises(DatabaseError, match="only added to"):
        rewrite(does)
    assert StoredRating.objects.get().rater == "ann"
