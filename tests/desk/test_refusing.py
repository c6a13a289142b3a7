"""What the desk's people are refused is told on a Japanese page in Japanese: no English but names and ids."""

from __future__ import annotations

import re
from html import unescape
from importlib import import_module

import pytest
from django import forms
from django.test import Client
from django.utils import timezone
from tests.desk.made import BAKU, NOW, YEREVAN, followed
from tests.desk.test_questions import asked

from casus.desk.deciding import KINDS, Wanted, decide
from casus.desk.explaining import explained
from casus.desk.forecasting import note
from casus.desk.pages.phrases import phrases
from casus.desk.publishing import draft, publish
from casus.desk.rating import take_up
from casus.desk.store.models import StoredIncident
from casus.records import Forecast
from casus.vocabulary.refusals import line_in

pytestmark = pytest.mark.django_db
NAMES = (
    r"CASE|EVENT|ITEM|(?:incident|decision|question|intent)-[\w-]+|sha256:\w+|act\.\w+"
    r"|mood|soon|much|(?<![A-Za-z])[A-Z]{1,2}(?![A-Za-z])"
)
"""Names and ids that the test itself sends, ids of the desk, and the letters of its scales."""
ONE, OTHER = "intent-probe-resolve", "intent-fait-accompli"
MIXED = "撤退の可能性が高いと高い確信度で判断する。"
"""A confidence and a likelihood in one sentence."""
PAGES = ("asking", "explanations", "incidents", "intake", "outlets", "publishing", "questions", "shorts", "watches")
Sent = dict[str, str | list[str]]


def english(line: str, *names: str) -> list[str]:
    """Give the words in Latin letters of a line, but for names and ids."""
    for name in names:
        line = line.replace(name, "")
    return re.findall(r"[A-Za-z]+", re.sub(NAMES, "", line))


def told(browser: Client, address: str, sent: Sent) -> list[str]:
    """Send a form from a page in Japanese, and give the messages of the page that answers."""
    browser.get("/incidents/?lang=ja")
    page = browser.post(address, sent, follow=True).content.decode()
    found = re.findall(r'<p class="message[^"]*"([^>]*)>(.*?)</p>', page)
    assert all("lang=" not in marks for marks, _ in found), found
    return [unescape(line) for _, line in found]


@pytest.fixture
def incident() -> StoredIncident:
    """An incident of one report."""
    return followed(YEREVAN)


def decision(does: str, target: str = "CASE", why: str = "記録による", **more: str) -> Sent:
    """Make the form of a decision."""
    return {"does": does, "target": target, "why": why, **more}


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        (decision("set-fact", why=" "), "判断には理由が必要である"),
        (decision("undo", "decision-none"), "取り消しの対象となる判断decision-noneがない"),
        (decision("merge", "incident-none"), "統合できる別の事件incident-noneがない"),
        (decision("split", "sha256:none"), "記事sha256:noneはこの事件に含まれていない"),
        (decision("regrade", "event-none", name="credibility", value="1"), "この事件に出来事event-noneはない"),
        (decision("correct", "case-none", name="on", value="2021-05-13"), "この事件に事案case-noneはない"),
        (decision("set-fact", name="act.dreamt", value="yes"), "「act.dreamt」という事実の項目はない"),
        (decision("set-fact", name="act.fire_opened", value="mood"), "「はい」「いいえ」「未決」のいずれでもない"),
        (decision("set-fact"), "項目または値が示されていない"),
        (decision("correct"), "項目または値が示されていない"),
        (decision("correct", name="on", value="soon"), "「soon」は2021-05-12の形式の日付ではない"),
        (decision("correct", name="mood", value="1"), "「mood」という訂正できる項目はない"),
        (decision("regrade", "EVENT", name="mood", value="1"), "「mood」という評価項目はない"),
        (decision("regrade", "EVENT", name="credibility", value="9"), "「9」は1、2、3、4、5、6のいずれでもない"),
        (decision("regrade", "EVENT"), "項目または値が示されていない"),
    ],
)
def test_a_decision_is_refused_in_japanese(editor: Client, incident: StoredIncident, sent: Sent, says: str) -> None:
    """With the incident it is about, and what cannot be applied to a case or an event."""
    assert incident.assessment.incident is not None
    ids = {"CASE": incident.assessment.incident.cases[0].id, "EVENT": incident.assessment.grades[0].event}
    target = str(sent["target"])
    (line,) = told(editor, f"/incidents/{incident.id}/decide/", sent | {"target": ids.get(target, target)})
    assert line.startswith(f"{incident.id}についての判断：")
    assert says in line
    assert english(line, target) == []


def test_a_kind_of_decision_that_is_none(editor: Client, incident: StoredIncident) -> None:
    """The form refuses it by the field's name in Japanese, the desk itself with the kinds it knows."""
    (line,) = told(editor, f"/incidents/{incident.id}/decide/", decision("mood"))
    assert line.startswith("判断の種類：")
    assert english(line) == []
    _, (problem,) = decide(incident, Wanted(does="mood", target="x", why="記録による"), by="ann", at=NOW)
    assert "「mood」という種類の判断はない" in line_in(problem, "ja")
    assert english(line_in(problem, "ja"), *KINDS) == []


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"rating": "X"}, "「X」という評価はない（CC、C、N、I、II、NAのいずれかを選ぶこと）"),
        ({"hypothesis": "intent-nonsense"}, "「intent-nonsense」という仮説はない"),
        ({"item": "sha256:none"}, "「sha256:none」という"),
        ({"item": ""}, "証拠：このフィールドは必須です。"),
    ],
)
def test_a_rating_is_refused_in_japanese(editor: Client, changes: dict[str, str], says: str) -> None:
    """What the desk refuses, the matrix, and the form."""
    incident = followed(YEREVAN, BAKU)
    for name in (ONE, OTHER):
        take_up(incident, name, why="よくある説明", by="ann", at=NOW)
    sent: Sent = {"hypothesis": ONE, "item": explained(incident).sheet.items[0].id, "rating": "C", **changes}
    (line, *others) = told(editor, f"/incidents/{incident.id}/explanations/rate/", sent)
    assert says in line
    assert "item" in changes or line.startswith(f"{incident.id}での評価：")
    assert [english(one) for one in (line, *others)] == [[]] * (1 + len(others))


@pytest.mark.parametrize(
    ("name", "why", "says"),
    [
        ("intent-x", "ある", "「intent-x」という標準的な説明はない"),
        (ONE, " ", "説明を加えるには理由が必要である"),
        (ONE, "再度", f"説明「{ONE}」はすでに比較に加わっている"),
    ],
)
def test_taking_up_an_explanation_is_refused_in_japanese(
    editor: Client, incident: StoredIncident, name: str, why: str, says: str
) -> None:
    """One that is none, one without a reason, one that is weighed already."""
    take_up(incident, ONE, why="よくある説明", by="ann", at=NOW)
    assert told(editor, f"/incidents/{incident.id}/explanations/take-up/", {"hypothesis": name, "why": why})[0] == (
        f"{incident.id}の説明：{says}"
    )


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"provision": ""}, "の通知：メールアドレスかウェブフックの指定が必要である"),
        ({"mail": "much"}, "メール: 有効なメールアドレスを入力してください。"),
    ],
)
def test_a_watch_is_refused_in_japanese(editor: Client, incident: StoredIncident, sent: Sent, says: str) -> None:
    """One that would tell nobody, and an address that is none."""
    (line,) = told(editor, f"/incidents/{incident.id}/watches/", sent)
    assert line.endswith(says)
    assert english(line) == []


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        (
            {"outlet": "例の通信", "grade": "X", "why": "ある"},
            "媒体「例の通信」の評価：評価には媒体の名、A、B、C、D、E、Fのいずれか、理由がすべて必要である",
        ),
        ({"outlet": "例の通信", "grade": "much", "why": "ある"}, "評価："),
    ],
)
def test_a_grade_is_refused_in_japanese(editor: Client, sent: Sent, says: str) -> None:
    """One that is none, and one that is too long for the form."""
    (line,) = told(editor, "/outlets/grade/", sent)
    assert line.startswith(says)
    assert english(line) == []


@pytest.mark.parametrize(
    ("page", "sent", "says"),
    [
        ("resolve", {"branch": "0", "on": "2999-01-01", "source": "x"}, "判定：日付が2999年1月1日で、まだ来ていない"),
        ("resolve", {"branch": "0", "on": "2021-06-20", "source": " "}, "判定：判定に出典がない"),
        ("resolve", {"branch": "7", "on": "2021-06-20", "source": "x"}, "問いの選択肢にない。選択肢:続く、続かない"),
        ("resolve", {"branch": "0", "on": "", "source": "x"}, "日付：このフィールドは必須です。"),
        ("forecast", {"probability": ["0.5", "0.5"], "reasons": ""}, "予測：予測に理由がない"),
        ("forecast", {"probability": ["0.5", "0.5"], "reasons": MIXED}, "理由："),
    ],
)
def test_the_ledger_refuses_in_japanese(editor: Client, page: str, sent: Sent, says: str) -> None:
    """What it keeps out, what the form does, and what it only warns of."""
    question = asked(text="続くか", branches=("続く", "続かない"), sources=("声明",), criteria="声明による")
    (line, *_) = told(editor, f"/questions/{question.id}/{page}/", sent)
    assert says in line
    assert english(line) == []


def test_a_question_is_refused_in_japanese(editor: Client) -> None:
    """Its lines name it in Japanese, and so do the form's."""
    sent: Sent = {"text": "続くか", "resolves_on": "2030-01-01", "branches": "続く\n続かない"}
    lines = told(editor, "/questions/new/", sent)
    assert "問い：問いに判定基準がない" in lines[0]
    assert [english(line) for line in lines] == [[]] * len(lines)
    assert told(editor, "/questions/new/", sent | {"resolves_on": ""}) == ["判定日: このフィールドは必須です。"]


def test_a_page_is_refused_in_japanese_by_its_version(incident: StoredIncident) -> None:
    """Whoever approves it is told which version cannot be."""
    row, _ = draft(incident, by="ann", at=NOW)
    assert row is not None
    publish(row, by="ed", at=NOW)
    _, (problem,) = publish(row, by="ed", at=NOW)
    assert problem.where == f"{incident.id} no. {row.number}"
    assert line_in(problem, "ja").startswith(f"{incident.id} 第{row.number}版：すでに公開または撤回された")


def test_english_lines_stay_as_they_are(incident: StoredIncident) -> None:
    """The English of a refusal is the problem's own line."""
    _, (problem,) = decide(incident, Wanted(does="undo", target="decision-x", why="so"), by="ann", at=NOW)
    assert problem.line() == f"decision on {incident.id}: there is no decision decision-x to undo"
    assert line_in(problem, "en") == problem.line()
    early = Forecast(question="q", by="ann", on=timezone.now().date(), probabilities=(1.0,), reasons="so")
    _, (problem,) = note(early, by="ann", at=NOW)
    assert problem.line() == f"forecast: it is of {early.on}, which has not come"


FORMS = [
    form
    for page in PAGES
    for form in vars(import_module(f"casus.desk.pages.{page}")).values()
    if isinstance(form, type) and issubclass(form, forms.BaseForm) and form.__module__.startswith("casus")
]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_every_field_has_a_name_in_japanese(form: type[forms.BaseForm]) -> None:
    """What is wrong with a field is told by that name."""
    named = {name.removeprefix("field_") for name in phrases() if name.startswith("field_")}
    assert set(form().fields) - named == set()
