"""The Russian tables: each row of predicates, comment cues and reasons is well formed and its example shows it."""

from __future__ import annotations

import importlib
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib.resources import files

import pytest

from casus.hypotheses.offered import gives_reason
from casus.reading.comment_cues import CueRow, compile_rows, cue_rows, cue_table, normal
from casus.reading.comment_judging import judge
from casus.reading.comments import is_joke, read_comments
from casus.reading.lexicon import forms, predicates
from casus.records import Comment
from casus.vocabulary.concepts import concepts
from casus.vocabulary.hypotheses import hypothesis

COLUMNS = ("predicate", "concept", "pos", "roles", "example", "trigger", "actor", "recipient", "source")
POS = {"v", "phrase", "adj", "n"}
PARTS = {"actor", "recipient", "place", "none", "content", "own"}
CLAUSES = {"inf", "что", "чтобы", "ли", "как бы"}
CASES = {"nom", "acc", "gen", "dat", "inst", "loc"}
PREPOSITIONS = {
    *("в", "на", "по", "с", "к", "от", "из", "из-за", "у", "о", "за", "под", "над", "перед", "против", "для", "при"),
    *("между", "среди", "через", "вдоль", "вокруг", "до", "как", "со стороны", "в сторону"),
}
EARLIER = "Раньше уже что-то сказали."

Row = dict[str, str]


def _lines(name: str) -> list[str]:
    table = files("casus") / "data" / "languages" / "ru" / name
    return [line for line in table.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


ROWS: list[Row] = [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in _lines("predicates.tsv")[1:]]
REASONS = [line.split("\t") for line in _lines("reasons.tsv")[1:]]
by_predicate = pytest.mark.parametrize("row", ROWS, ids=[f"{r['predicate'].split('|')[0]}-{r['pos']}" for r in ROWS])


def _cues(*kinds: str) -> pytest.MarkDecorator:
    found = [row for row in cue_rows("ru") if row.kind in kinds]
    return pytest.mark.parametrize("row", found, ids=[row.where for row in found])


def _forms(row: Row) -> tuple[str, ...]:
    return forms(row["predicate"])


def _reading(pos: str) -> str:
    """Give the part of speech under which a form is looked up: a verb and a phrase alike."""
    return "v" if pos == "phrase" else pos


def _words(text: str) -> list[str]:
    return re.findall(r"[\w-]+", text.lower())


def _even(word: str) -> str:
    return word.replace("ё", "е")


@pytest.fixture(scope="module")
def lemmas() -> Callable[[str], frozenset[str]]:
    """Give the lemmas a word may have, and the word itself."""
    pytest.importorskip("pymorphy3", reason="lemmas need casus[ru]")
    analyser = importlib.import_module("pymorphy3").MorphAnalyzer()

    @cache
    def of(word: str) -> frozenset[str]:
        return frozenset(_even(p.normal_form) for p in analyser.parse(word)) | {_even(word)}

    return of


def test_the_lexicon_is_wide() -> None:
    """It has at least 700 rows, and at least 330 of the concepts can be said in Russian."""
    assert tuple(_lines("predicates.tsv")[0].split("\t")) == COLUMNS
    assert len(ROWS) >= 700
    assert len({row["concept"] for row in ROWS}) >= 330


def test_the_reader_gets_every_form() -> None:
    """The loader gives a predicate for each alternate of each row."""
    assert len(predicates("ru")) == sum(len(_forms(row)) for row in ROWS)


def test_a_form_stands_once() -> None:
    """No form, alternates included, belongs to two rows of one part of speech; ё and е are alike."""
    found = Counter((_even(form), _reading(row["pos"])) for row in ROWS for form in _forms(row))
    assert [form for form, count in found.items() if count > 1] == []


def test_no_two_rows_share_their_lemmas(lemmas: Callable[[str], frozenset[str]]) -> None:
    """No phrase of two or more words differs from another row's only by number or case of its words."""
    seen: dict[tuple[str, frozenset[frozenset[str]]], str] = {}
    clashes = []
    for row in ROWS:
        for form in _forms(row):
            shapes = frozenset(lemmas(word) - {_even(word)} or lemmas(word) for word in _words(form))
            first = seen.setdefault((_reading(row["pos"]), shapes), row["concept"])
            if len(_words(form)) > 1 and first != row["concept"]:
                clashes.append((form, first, row["concept"]))
    assert clashes == []


def test_examples_are_varied() -> None:
    """No example serves two rows; objects in front, passives, negatives and futures are among them."""
    assert [example for example, count in Counter(row["example"] for row in ROWS).items() if count > 1] == []
    triggers = [f" {row['trigger']} ".lower() for row in ROWS]
    for ending in (r"(?:ен|ён|ан|ят|ены|ена|ано|ены|аны) $", r"\bне ", r"(?:ют|ит|ет|ёт) $", r"(?:ли|ла|л) $"):
        assert sum(bool(re.search(ending, trigger)) for trigger in triggers) >= 10, ending
    behind = [row for row in ROWS if "-" not in (row["actor"], row["trigger"]) and row["pos"] != "n"]
    assert sum(row["example"].index(row["trigger"]) < row["example"].index(row["actor"]) for row in behind) >= 80


@by_predicate
def test_a_row_is_well_formed(row: Row) -> None:
    """Concept, part of speech, marks and parts are known, and cells are trimmed."""
    assert row["concept"] in concepts()
    assert row["pos"] in POS
    for pair in filter(None, row["roles"].split(",")):
        mark, _, part = pair.partition("=")
        preposition, _, case = mark.rpartition("+")
        assert mark in CLAUSES or (case in CASES and (not preposition or preposition in PREPOSITIONS)), mark
        assert part in PARTS
    assert row["source"] == "own"
    assert all(cell == cell.strip() for cell in row.values())


@by_predicate
def test_a_form_is_plain_words(row: Row) -> None:
    """A form is Russian words and gaps, parted by single blanks."""
    for form in _forms(row):
        assert re.fullmatch(r"[А-Яа-яёA-Za-z~ -]+", form), form
        assert form == " ".join(form.split())


@by_predicate
def test_the_example_shows_trigger_and_parties(row: Row) -> None:
    """Trigger, actor and recipient are words of the example, which is one whole sentence."""
    assert row["example"][-1] in ".?!"
    assert row["example"][0].isupper() or row["example"][0].isdigit()
    assert row["trigger"] not in {"", "-"}
    for cell in (row["trigger"], row["actor"], row["recipient"]):
        assert cell == "-" or re.search(rf"(?<!\w){re.escape(cell)}(?!\w)", row["example"])


@by_predicate
def test_the_trigger_is_of_the_row(row: Row, lemmas: Callable[[str], frozenset[str]]) -> None:
    """Some alternate stands in the example, inflected, and a word of it in the trigger."""
    said = [lemmas(word) for word in _words(row["example"])]
    trigger = [lemmas(word) for word in _words(row["trigger"])]
    wanted = [[lemmas(w) for w in _words(form.replace("~", "")) if w != "быть"] for form in _forms(row)]
    used = [form for form in wanted if all(any(word & other for other in said) for word in form)]
    assert any(any(word & other for other in trigger) for form in used for word in form)


@by_predicate
def test_a_verb_stands_in_the_infinitive(row: Row) -> None:
    """A verb row names its verbs by the dictionary form, after a negation where there is one."""
    if row["pos"] == "v":
        for form in _forms(row):
            verb = form.removeprefix("не ").split()[0]
            assert re.search(r"(?:ть|ти|чь)(?:ся|сь)?$", verb), form


def _only(text: str) -> Comment:
    """Read a text that is one comment."""
    (comment,) = read_comments(text, (0, len(text)), "ru")
    return comment


def test_comment_cues_are_many() -> None:
    """There are at least 200 rows, each with a source, and none stands twice."""
    found = cue_rows("ru")
    assert len(found) >= 200
    assert all(row.source and row.example for row in found)
    assert len({(row.cue, row.kind, row.value) for row in found}) == len(found)


@pytest.mark.parametrize("row", cue_rows("ru"), ids=[row.where for row in cue_rows("ru")])
def test_a_cue_occurs_in_its_example(row: CueRow) -> None:
    """A cue matches the words of its own example."""
    assert compile_rows("ru", [row]).first(row.kind, normal(row.example))


@_cues("topic")
def test_a_topic_row_gives_its_topic(row: CueRow) -> None:
    """The example of a topic row is read as of that topic, against all other rows."""
    assert _only(row.example).topic == row.value


@_cues("stance")
def test_a_stance_row_gives_its_stance(row: CueRow) -> None:
    """The example of a stance row is read with that stance, against all other rows."""
    assert _only(row.example).stance == row.value


@_cues("hypothesis")
def test_a_hypothesis_row_puts_it_forward(row: CueRow) -> None:
    """The example of a hypothesis row is read as putting that standard explanation forward."""
    assert hypothesis(row.value) is not None
    comment = _only(row.example)
    assert comment.hypothesis == row.value
    assert comment.stance not in {"denies", "doubts"}


@_cues("joke")
def test_a_joke_row_supports_nothing(row: CueRow) -> None:
    """The example of a joke row is no assertion."""
    assert is_joke(row.example, "ru")
    assert _only(row.example).stance in {"insinuates", "unknown"}


@_cues("reply")
def test_a_reply_row_answers_the_comment_before(row: CueRow) -> None:
    """The example of a reply row is linked to the comment before it, and a contradiction denies."""
    text = f"{EARLIER}\n{row.example}"
    first, second = read_comments(text, (0, len(text)), "ru")
    assert second.replies_to == first.id
    assert row.value in {"denies", "agrees", "follows"}
    assert row.value != "denies" or second.stance == "denies"
    assert row.value != "agrees" or second.stance not in {"denies", "doubts"}


@_cues("counter")
def test_a_counter_denies_only_as_an_answer(row: CueRow) -> None:
    """A negative statement that answers nobody asserts its own content."""
    assert judge(normal(row.example), cue_table("ru")).stance != "denies"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Это вовсе не ради нефти.", "denies"),
        ("По-моему, это не месть.", "doubts"),
        ("Маршал не мстит за мост.", "denies"),
        ("Решил, что никто не заступится.", "asserts"),
    ],
)
def test_a_negated_explanation_is_denied(text: str, stance: str) -> None:
    """`Не` before the explanation turns it round; the double negation of `никто не` does not."""
    comment = _only(text)
    assert comment.hypothesis is not None
    assert comment.stance == stance


def test_there_are_enough_reasons() -> None:
    """There are at least 15 cues of reasons, each once and with a source."""
    assert _lines("reasons.tsv")[0].split("\t") == ["cue", "example", "source"]
    assert len(REASONS) >= 15
    assert len({cue for cue, _, _ in REASONS}) == len(REASONS)
    assert all(source == "own" for _, _, source in REASONS)


@pytest.mark.parametrize(("cue", "example"), [(cue, example) for cue, example, _ in REASONS])
def test_a_reason_is_found(cue: str, example: str) -> None:
    """Each cue stands in its example, which is read as giving a reason."""
    assert cue.casefold() in example.casefold()
    assert gives_reason(example, "ru")


def test_a_bare_guess_gives_no_reason() -> None:
    """Words without a cue offer no evidence."""
    assert not gives_reason("Обычный блеф маршала.", "ru")
