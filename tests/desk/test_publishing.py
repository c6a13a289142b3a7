"""Publishing: what is frozen, what is held back, who approves, and that no version ever changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings
from django.test import override_settings
from msgspec.structs import replace
from tests.desk.made import BAKU, NOW, YEREVAN, followed

from casus.desk.assessing import brief_of, whole
from casus.desk.deciding import Wanted, decide
from casus.desk.publishing import Picture, arrow, as_of, digest, draft, latest, places_exact, publish, withdraw
from casus.desk.redacting import HANDLE, POSITION
from casus.desk.rendering import in_one_line, rendering
from casus.desk.safeguards import Sieve, cautious, supported
from casus.desk.store.models import AuditEntry, Publication, StoredIncident
from casus.logic import Truth

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=3)


def published(incident: StoredIncident, *, at: datetime = NOW, correction: str = "") -> Publication:
    """Draft and publish an incident's page."""
    row, problems = draft(incident, by="ann", at=at, correction=correction)
    assert row is not None, problems
    out, problems = publish(row, by="ed", at=at)
    assert out is not None, problems
    return out


def nobody_entered(incident: StoredIncident, at: datetime, why: str = "joint survey") -> StoredIncident:
    """Decide that no troops entered."""
    assert incident.assessment.incident is not None
    case = incident.assessment.incident.cases[0].id
    wanted = Wanted(does="set-fact", target=case, name="act.territory_entered", value="no", why=why)
    assert decide(incident, wanted, by="ann", at=at)[0] is not None
    return StoredIncident.objects.get(id=incident.id)


def test_a_page_is_frozen_in_both_languages() -> None:
    """What is published stays as it was when the incident goes on; its digest says so."""
    incident = followed(YEREVAN)
    row = published(incident)
    assert set(row.content["html"]) == {"en", "ja"}
    assert "<q lang=" in row.content["html"]["en"]
    kept = row.content
    nobody_entered(incident, LATER)
    again = Publication.objects.get(id=row.id)
    assert again.content == kept
    assert digest(again) == again.digest


def test_the_line_always_carries_an_open_question() -> None:
    """Where every answer is settled, what is not known is asked all the same."""
    kept = whole(followed(YEREVAN))
    assert "Not settled" in brief_of(StoredIncident.objects.get()).headline["en"]
    settled = replace(kept, findings=tuple(f for f in kept.findings if f.answer is not Truth.UNKNOWN))
    line = in_one_line({"en": "Engaged: X, Article 2."}, settled, [])
    assert line["en"].endswith("Not settled: whether it was as reported")
    assert "未決" in line["ja"]


def test_law_from_memory_is_not_published_as_triggered() -> None:
    """Its answer is left open with the reason, also in each side's account."""
    kept = whole(followed(YEREVAN, BAKU))
    yes = replace(next(f for f in kept.findings if f.answer is Truth.YES), certainty="memory")
    (open_,) = cautious(replace(kept, findings=(yes,)), coarse=False).findings
    assert open_.answer is Truth.UNKNOWN
    assert "not checked against the text" in open_.why
    assert "照合していない" in open_.why_ja
    assert all(p.answer is not Truth.YES for p in open_.positions)


def test_every_line_opens_its_words() -> None:
    """A line that rests on nothing shown is left out and counted; credits stand by themselves."""
    incident = followed(YEREVAN, BAKU)
    kept = whole(incident)
    sieve = Sieve(kept, coarse=True)
    sections = sieve.sections(brief_of(incident))
    assert all(supported(line) for s in sections if s.id != "sources" for line in s.lines)
    assert sieve.left_out["unsupported"] > 0


def test_private_persons_and_handles_are_left_out() -> None:
    """The words of a civilian, and lines with a handle, do not come through."""
    incident = followed(YEREVAN)
    kept, brief = whole(incident), brief_of(incident)
    reading = kept.readings[0]
    civil = tuple(replace(s, source=replace(s.source, id="ARM CIV")) for s in reading.statements)
    sieve = Sieve(replace(kept, readings=(replace(reading, statements=civil),)), coarse=False)
    lines = [line for s in sieve.sections(brief) for line in s.lines]
    assert sieve.left_out["private"] > 0
    assert not any(line.quotes for line in lines)
    assert HANDLE.search("seen by @some_one")
    assert not HANDLE.search("mail to press@example.org")


def test_positions_of_a_fresh_incident_are_coarse_until_an_editor_lifts_it() -> None:
    """Within thirty days to five kilometres; lifted with a reason that is logged; later as they are."""
    incident = followed(YEREVAN)
    fresh = rendering(incident, today=date(2021, 5, 20)).content
    lifted = rendering(incident, today=date(2021, 5, 20), exact_why="public outcry").content
    old = rendering(incident, today=date(2021, 8, 1)).content
    assert (fresh["coarse"], lifted["coarse"], old["coarse"]) == (True, False, False)
    assert fresh["places"] != lifted["places"] == old["places"]
    row, _ = draft(incident, by="ed", at=NOW, exact_why="public outcry")
    assert row is not None
    assert not places_exact(incident.id)
    publish(row, by="ed", at=NOW)
    assert places_exact(incident.id)
    assert AuditEntry.objects.get(does="lifted the coarsening of places").details["why"] == "public outcry"
    assert POSITION.search("at 39.6012, 46.2310")


def test_two_persons_where_the_desk_asks_for_them() -> None:
    """Who drafted a page does not approve it; another editor does."""
    row, _ = draft(followed(YEREVAN), by="ed", at=NOW)
    assert row is not None
    with override_settings(CASUS=replace(settings.CASUS, two_person=True)):
        refused, problems = publish(row, by="ed", at=NOW)
        assert refused is None
        assert "his own draft" in problems[0].what
        assert publish(row, by="eva", at=NOW)[0] is not None
        assert publish(row, by="eva", at=LATER)[0] is None


def test_a_correction_is_a_new_version_with_its_reason() -> None:
    """Nothing can be corrected before it is published; fewer duties point the arrow down."""
    incident = followed(YEREVAN)
    assert draft(incident, by="ann", at=NOW, correction="wrong")[0] is None
    first = published(incident)
    second = published(nobody_entered(incident, LATER), at=LATER, correction="nobody entered")
    assert (first.number, second.number, second.correction) == (1, 2, "nobody entered")
    assert (first.arrow, second.arrow) == ("same", "down")
    assert arrow(("a",) * 9, second) == "up"
    assert list(latest()) == [second]
    assert as_of(incident.id, NOW + timedelta(hours=1)) == first
    assert as_of(incident.id, LATER) == second
    assert as_of(incident.id, datetime(2021, 1, 1, tzinfo=UTC)) is None


def test_a_page_is_taken_back_with_a_reason() -> None:
    """Then no version of it stands, for any moment; without a reason it stays."""
    incident = followed(YEREVAN)
    published(incident)
    assert withdraw(incident, by="ed", at=LATER, why=" ")
    assert not withdraw(incident, by="ed", at=LATER, why="it names a victim")
    assert as_of(incident.id, LATER) is None
    assert withdraw(incident, by="ed", at=LATER, why="again")


def test_a_draft_that_was_tampered_with_or_overtaken_is_refused() -> None:
    """Its digest tells; a newer version published makes an older draft void."""
    incident = followed(YEREVAN)
    old, new = (draft(incident, by="ann", at=NOW)[0] for _ in range(2))
    assert old is not None
    assert new is not None
    publish(new, by="ed", at=NOW)
    assert publish(old, by="ed", at=NOW)[0] is None
    old.headline = {"en": "X is obliged"}
    assert "not as it was drafted" in publish(old, by="ed", at=NOW)[1][0].what


def test_a_picture_needs_who_made_it_and_its_licence() -> None:
    """Without creator, licence, credit or description there is no draft."""
    picture = Picture(address="/pictures/x/", alt="a lake", creator="", licence="CC BY 4.0", credit="A.")
    row, problems = draft(followed(YEREVAN), by="ed", at=NOW, picture=picture)
    assert row is None
    assert "creator" in problems[0].what
