"""The brief put together: every section, each line with what it rests on."""

from __future__ import annotations

import msgspec
from tests.briefing.made import Book, assessment

from casus.briefing import Shelf, compose, expectations, to_text
from casus.briefing.wrapping import columns
from casus.hypotheses import offered
from casus.records import Brief, Line


def brief() -> Brief:
    """Compose the brief of the made assessment."""
    made = assessment()
    shelf = Shelf(made)
    full = msgspec.structs.replace(
        made, expectations=expectations(shelf), explanations=offered(made.reports, made.readings)
    )
    return compose(full, law=Book())


def lines(section: str) -> list[Line]:
    """Give a section's lines."""
    return [line for s in brief().sections if s.id == section for line in s.lines]


def test_claims_are_printed_as_claims() -> None:
    """What the report says itself is "as reported"; what a party says is its claim, with who says otherwise below."""
    told, claimed = lines("happened")
    assert told.says["en"].endswith("— as reported")
    assert "claimed by Azerbaijan's government" in claimed.says["en"]
    assert claimed.more[0].says["en"].startswith("against it")


def test_engaged_comes_before_open_before_not_engaged() -> None:
    """Provisions stand in the order of their answers, each with its sign."""
    assert [line.mark for line in lines("bound")] == ["yes", "unknown", "no"]


def test_a_proof_unfolds_to_its_leaves() -> None:
    """Under a provision stands its proof, node by node."""
    proof = next(m for line in lines("bound") for m in line.more if m.says["en"].startswith("and"))
    assert [leaf.says["en"].split(":")[0] for leaf in proof.more] == ["act.fire_opened", "act.ground_held"]


def test_missing_steps_are_printed_as_missing() -> None:
    """A request alone leaves meeting, decision and act missing, in that order."""
    words = [line.says["en"] for line in lines("asked")]
    assert words[0].startswith("Azerbaijan's government asked its allies for consultation")
    assert (
        words[1]
        == "missing, for none is reported: meeting of the organ, decision of the organ, act that carries it out"
    )
    assert len(words) == 2


def test_jests_and_mere_assessments_are_no_explanations() -> None:
    """Only the comment that takes a stance on intent is an explanation; it says that a reason is given."""
    first, *_ = lines("explanations")
    assert "a reason given" in first.says["en"]
    assert len([line for line in lines("explanations") if line.quotes]) == 1


def test_a_forecast_in_a_condition_s_sentence_hangs_on_it() -> None:
    """A condition and its consequence are told as such, in the report's voice."""
    condition, consequence = lines("expected")
    assert condition.says["en"].startswith("condition: if")
    assert consequence.says["en"].startswith("then, as expected by the report")


def test_open_questions_name_what_they_bear_on() -> None:
    """Each unknown stands once with the provisions that turn on it."""
    (only,) = lines("unknown")
    assert only.says["en"] == "was fire opened? (bears on Pact of Samples, Article 4)"


def test_headline_carries_the_open_question() -> None:
    """A title never says "X is obliged" without what is not settled."""
    assert (
        brief().headline["en"].endswith("Engaged: Pact of Samples, Article 2. Not settled: Pact of Samples, Article 4.")
    )


def test_image_is_credited() -> None:
    """The picture's maker and licence are named."""
    assert any("A. Maker, CC BY 4.0" in line.says["en"] for line in lines("sources"))


def test_every_quote_is_the_words_at_its_span() -> None:
    """A quotation is what stands at its span, and every line of the report's part has one."""
    made = assessment().reports[0].text
    for section in brief().sections:
        for line in section.lines:
            assert all(made[slice(*q.span)] == q.text for q in line.quotes)
    assert all(line.quotes for line in lines("happened") + lines("expected"))


def test_short_text_is_short_and_full_text_unfolds() -> None:
    """The short brief hides what --full shows, and says so."""
    short, full = to_text(brief()), to_text(brief(), full=True)
    assert len(short.splitlines()) < len(full.splitlines())
    assert "--full" in short
    assert "act.ground_held" in full
    assert "act.ground_held" not in short


def test_japanese_has_its_own_words() -> None:
    """Titles and patterns are Japanese; what has none is marked as English."""
    text = to_text(brief(), language="ja", full=True)
    assert "誰が義務を負うか" in text
    assert "見本条約" in text


def test_width_is_kept() -> None:
    """Wrapped text stays within the width asked for."""
    assert max(map(columns, to_text(brief(), language="ja", full=True, width=80).splitlines())) <= 80
    assert max(map(columns, to_text(brief(), full=True, width=80).splitlines())) <= 80


def test_nothing_found_says_so() -> None:
    """Without an incident the headline says that none was found."""
    empty = msgspec.structs.replace(assessment(), incident=None, events=(), findings=(), territory=(), unheard=())
    assert compose(empty, law=Book()).headline["en"].startswith("No armed incident found")
