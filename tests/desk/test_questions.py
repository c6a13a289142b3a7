"""Questions, forecasts and track records on the desk: refused with reasons, only added to, scored as the room does."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone
from tests.desk.made import DAYS, EXAMPLES, NOW, YEREVAN, work

from casus.desk.forecasting import broken_lines, ledger, note, undone_drafts
from casus.desk.soundness import faults
from casus.desk.store.models import AuditEntry, LedgerEntry, StoredIncident
from casus.desk.taking_in import Told, take_bytes
from casus.outlook import mark
from casus.records import Forecast, Prior, Question, Resolution

pytestmark = pytest.mark.django_db
DAY = date(2021, 5, 17)


def asked(name: str = "question-leave", **changes: object) -> Question:
    """Put a question of two branches on the ledger."""
    given: dict[str, object] = {
        "id": name,
        "text": "Do the troops leave?",
        "criteria": "both governments say so",
        "asked_on": DAY,
        "resolves_on": DAY + timedelta(days=40),
        "sources": ("statements of both governments",),
        "branches": ("leave", "stay"),
        "prior": Prior(probabilities=(0.5, 0.5), source="even"),
        "asked_by": "ann",
    }
    record = Question(**(given | changes))  # type: ignore[arg-type]
    row, problems = note(record, by="ann", at=NOW)
    assert row is not None, problems
    return record


def forecast(question: str, probabilities: tuple[float, ...], *, by: str = "ann", days: int = 0) -> None:
    """Give a forecast some days after the question was asked."""
    at = NOW + timedelta(days=days)
    said = Forecast(question=question, by=by, on=at.date(), probabilities=probabilities, reasons="they dig in")
    row, problems = note(said, by=by, at=at)
    assert row is not None, problems


def came(question: str, branch: str | None, *, days: int = 40) -> None:
    """Resolve a question."""
    at = NOW + timedelta(days=days)
    row, problems = note(
        Resolution(question=question, on=at.date(), branch=branch, source="both say so"), by="ed", at=at
    )
    assert row is not None, problems


def form(**changes: str) -> dict[str, str]:
    """Give a filled-in form for a question."""
    day = timezone.now().date() + timedelta(days=30)
    given = {
        "text": "Do the troops leave?",
        "criteria": "both governments say so",
        "resolves_on": day.isoformat(),
        "sources": "statements of both governments\nthe monitors' report",
        "branches": "leave\nstay\npartly",
    }
    return given | changes


def test_a_question_is_asked_by_form_and_shown_whole(analyst: Client) -> None:
    """Criteria, day, sources, branches, who asked: all stand on its page, and it is in the list."""
    answer = analyst.post("/questions/new/", form(), follow=True)
    (question,) = ledger().questions.values()
    assert question.branches == ("leave", "stay", "partly")
    page = answer.content.decode()
    for words in ("both governments say so", "report", "leave / stay / partly", "one-analyst", question.text):
        assert words in page
    assert question.text in analyst.get("/questions/").content.decode()
    assert AuditEntry.objects.filter(does="asked a question", by="one-analyst", target=question.id).exists()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"criteria": " "}, "no criteria"),
        ({"sources": ""}, "names no source"),
        ({"branches": "leave"}, "give two or more"),
        ({"branches": "leave\nleave"}, "give two or more"),
        ({"resolves_on": "2021-05-17"}, "not after the day it is asked"),
        ({"resolves_on": "soon"}, "resolves_on"),
        ({"prior": "0.5 0.2 0.2", "prior_source": "mine"}, "sums to 0.9"),
        ({"prior": "0.5 0.5", "prior_source": "mine"}, "2 probabilities for 3 branches"),
        ({"prior": "0.5 0.3 0.2"}, "names no source"),
        ({"prior_source": "honoured-after-1945"}, "0 probabilities for 3 branches"),
        ({"given": "question-none 0"}, "unknown question"),
    ],
)
def test_a_question_that_cannot_stand_is_refused_with_the_reason(
    analyst: Client, changes: dict[str, str], says: str
) -> None:
    """Nothing is kept, and what was typed is still there."""
    page = analyst.post("/questions/new/", form(**changes)).content.decode()
    assert says in page
    assert "Do the troops leave?" in page
    assert not LedgerEntry.objects.exists()


def test_a_registered_base_rate_gives_its_figures(analyst: Client) -> None:
    """For two branches the id is enough; the page tells count, n and source."""
    said = form(branches="yes\nno", prior_source="honoured-after-1945")
    page = analyst.post("/questions/new/", said, follow=True).content.decode()
    (question,) = ledger().questions.values()
    assert question.prior is not None
    assert question.prior.probabilities == (12 / 54, 1 - 12 / 54)
    assert "12/54" in page


def test_drafts_of_reports_become_questions_under_each_other(analyst: Client) -> None:
    """The form begins with a draft's words and branches; what hangs on a branch stands under what was made of it."""
    text = (EXAMPLES / YEREVAN).read_text(encoding="utf-8").replace("撤収に応じなければ", "撤収しなければ")
    take_bytes(text.encode(), YEREVAN, Told(published=DAYS[YEREVAN]), by="ann", at=NOW)
    work()
    incident = StoredIncident.objects.get()
    first, second = (draft for draft, _ in undone_drafts(incident))
    early = analyst.get("/questions/new/", {"incident": incident.id, "draft": second.id, "lang": "en"}).context["form"]
    assert (early.initial["given"], bool(early.initial["condition"])) == ("", True)
    listed = analyst.get("/questions/", {"incident": incident.id}).content.decode()
    assert first.id in listed
    begun = analyst.get("/questions/new/", {"incident": incident.id, "draft": first.id, "lang": "ja"})
    initial = begun.context["form"].initial
    assert all(act in initial["text"] for act in initial["branches"].splitlines())
    said = form(text=initial["text"], branches=initial["branches"], incident=incident.id, draft=first.id)
    analyst.post("/questions/new/", said)
    (parent,) = ledger().questions.values()
    assert len(parent.branches) == len(first.concepts) == 2
    assert [draft.id for draft, _ in undone_drafts(incident)] == [second.id]
    begun = analyst.get("/questions/new/", {"incident": incident.id, "draft": second.id})
    initial = begun.context["form"].initial
    place = first.concepts.index(second.given[1]) if second.given else None
    assert initial["given"] == f"{parent.id} {place}"
    said = form(text=initial["text"], branches="yes\nno", given=initial["given"], incident=incident.id, draft=second.id)
    page = analyst.post("/questions/new/", said, follow=True).content.decode()
    assert parent.text in page
    assert undone_drafts(incident) == ()
    assert incident.ledger_entries.count() == 2


def test_forecasts_stand_with_reasons_and_revisions(analyst: Client) -> None:
    """A later one of the same person is a revision; the page shows both, in words with numbers."""
    analyst.post("/questions/new/", form())
    (question,) = ledger().questions.values()
    address = f"/questions/{question.id}/"
    for said, why in ((["0.7", "0,2", "0.1"], "they pack"), (["0.1", "0.8", "0.1"], "they dig in")):
        page = analyst.post(f"{address}forecast/", {"probability": said, "reasons": why}, follow=True).content.decode()
    assert "they pack" in page
    assert "they dig in" in page
    assert "(80" in page
    assert [f.probabilities for f in ledger().forecasts(question.id)] == [(0.7, 0.2, 0.1), (0.1, 0.8, 0.1)]
    assert "revision 1" in analyst.get(address, {"lang": "en"}).content.decode()


@pytest.mark.parametrize(
    ("probabilities", "reasons", "says"),
    [
        (["0.7", "0.7", "0.1"], "so", "sums to 1.5"),
        (["0.7", "0.3"], "so", "2 probabilities for 3 branches"),
        (["1.2", "-0.2", "0"], "so", "which is no probability"),
        (["much", "0.5", "0.5"], "so", "which is no probability"),
        (["0.7", "0.2", "0.1"], " ", "no reasons"),
        (["0.7", "0.2", "0.1", "0"], "so", "4 probabilities"),
    ],
)
def test_a_forecast_that_cannot_stand_is_refused_with_the_reason(
    analyst: Client, probabilities: list[str], reasons: str, says: str
) -> None:
    """Nothing is kept of it."""
    analyst.post("/questions/new/", form())
    (question,) = ledger().questions
    said = {"probability": probabilities, "reasons": reasons}
    page = analyst.post(f"/questions/{question}/forecast/", said, follow=True).content.decode()
    assert says in page
    assert LedgerEntry.objects.count() == 1


def test_only_editors_resolve_and_a_correction_keeps_what_it_corrects(analyst: Client, editor: Client) -> None:
    """The last resolution counts, both stand on the page, each with its source."""
    question = asked()
    forecast(question.id, (0.2, 0.8))
    address = f"/questions/{question.id}/resolve/"
    said = {"branch": "0", "on": "2021-06-20", "source": "the first says so"}
    assert analyst.post(address, said).status_code == 403
    editor.post(address, said)
    page = editor.post(
        address, {"branch": "1", "on": "2021-06-21", "source": "both say so"}, follow=True
    ).content.decode()
    assert "the first says so" in page
    outcome = ledger().resolution(question.id)
    assert outcome is not None
    assert outcome.branch == "stay"
    assert AuditEntry.objects.filter(does="resolved a question", by="one-editor").count() == 2


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"source": " "}, "names no source"),
        ({"branch": "7"}, "no branch"),
        ({"on": "2021-05-01"}, "before it was asked"),
        ({"on": "2999-01-01"}, "has not come"),
        ({"on": ""}, "on: "),
    ],
)
def test_a_resolution_that_cannot_stand_is_refused(editor: Client, changes: dict[str, str], says: str) -> None:
    """With the reason; nothing is kept."""
    question = asked()
    said = {"branch": "0", "on": "2021-06-20", "source": "both say so"} | changes
    assert says in editor.post(f"/questions/{question.id}/resolve/", said, follow=True).content.decode()
    assert ledger().resolution(question.id) is None


def test_a_question_under_a_branch_that_did_not_come_falls_away(editor: Client) -> None:
    """It says so on its page, and is counted as such."""
    parent = asked()
    given = {"text": "Is the post shelled?", "branches": ("yes", "no"), "prior": None, "given": (parent.id, "stay")}
    under = asked("question-shell", **given)
    came(parent.id, "leave")
    assert "fell away" in editor.get(f"/questions/{under.id}/", {"lang": "en"}).content.decode()
    assert "1 fell away" in editor.get("/people/*/record/", {"lang": "en"}).content.decode()


def test_a_record_gives_scores_and_skill_and_holds_calibration_back(analyst: Client) -> None:
    """Brier and log score, skill against the base rate; no calibration from one question."""
    question = asked()
    forecast(question.id, (0.8, 0.2))
    came(question.id, "leave")
    page = analyst.get("/people/ann/record/", {"lang": "en"}).content.decode()
    for words in ("0.0400", "0.2231", "0.840", "calibration needs 31"):
        assert words in page
    early = analyst.get("/people/ann/record/", {"lang": "en", "on": "2021-06-01"}).content.decode()
    assert "0.0400" not in early
    assert analyst.get("/people/nobody/record/").status_code == 404
    assert "nothing is scored" in analyst.get("/people/one-analyst/record/", {"lang": "en"}).content.decode()


def test_calibration_is_told_above_thirty_questions_past_their_day(analyst: Client) -> None:
    """With how many came true, and how many were to be expected."""
    for number in range(31):
        name = f"question-{number}"
        asked(name)
        forecast(name, (0.7, 0.3))
        came(name, "leave" if number % 10 < 7 else "stay")
    page = analyst.get("/people/*/record/", {"lang": "en"}).content.decode()
    assert "calibration needs" not in page
    assert '<th scope="row">likely' in page
    early = analyst.get("/people/*/record/", {"lang": "en", "on": "2021-06-25"}).content.decode()
    assert "calibration needs" in early


def rewrite() -> None:
    """Put another's name to a line."""
    with transaction.atomic():
        LedgerEntry.objects.filter(number=2).update(by="bob")


def test_the_database_keeps_the_ledger_unchanged() -> None:
    """A change is refused, and the ledger is whole."""
    question = asked()
    forecast(question.id, (0.8, 0.2))
    with pytest.raises(DatabaseError, match="only added to"):
        rewrite()
    assert list(broken_lines()) == []


def test_a_line_that_does_not_follow_is_found() -> None:
    """Its number is named, by the desk's check too."""
    question = asked()
    entry = LedgerEntry.objects.get().record
    assert ledger().head == mark(entry)
    odd = Forecast(question=question.id, by="ann", on=DAY, probabilities=(0.5, 0.5), reasons="so")
    row = LedgerEntry(number=3, record=type(entry)(number=3, after="entry-other", forecast=odd), kind="forecast")
    row.question, row.by, row.at = question.id, "ann", datetime(2021, 5, 17, tzinfo=UTC)
    row.save(force_insert=True)
    (problem,) = broken_lines()
    assert "line 3" in problem.where
    assert problem in list(faults())


def test_words_of_people_are_never_markup(analyst: Client) -> None:
    """In questions, branches, reasons."""
    evil = "<img src=x onerror=alert(1)>"
    said = form(text=evil, criteria=evil, sources=evil, branches=f"{evil}\nno", condition=evil)
    page = analyst.post("/questions/new/", said, follow=True).content.decode()
    (question,) = ledger().questions
    given = {"probability": ["0.5", "0.5"], "reasons": evil}
    page += analyst.post(f"/questions/{question}/forecast/", given, follow=True).content.decode()
    page += analyst.get("/questions/new/").content.decode() + analyst.get("/questions/").content.decode()
    assert "<img src=x" not in page
