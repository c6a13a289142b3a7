"""The table between words and law, row by row: every producing rule has a statement that fires it."""

from __future__ import annotations

import msgspec
import pytest
from tests.facts.told import CASE, told_facts
from tests.incidents.made import Said

from casus.facts import questions, table
from casus.facts.subjects import ABOUT_VICTIM, BY_VICTIM, DECLARATIONS, DECLARED, HARM
from casus.facts.table import COVERING
from casus.logic import NO, YES
from casus.vocabulary.concepts import concepts

YES_ROWS = [(fact, concept) for fact, rule in sorted(table().items()) for concept in sorted(rule.yes_from)]
NO_ROWS = [(fact, concept) for fact, rule in sorted(table().items()) for concept in sorted(rule.no_from)]
NEGATED_ROWS = [(fact, concept) for fact, rule in sorted(table().items()) for concept in sorted(rule.no_from_negated)]


def telling(fact: str, concept: str) -> Said:
    """Make a plain statement in the text's own voice with the parties that the fact asks about."""
    if fact.startswith("victim."):
        if concept in DECLARATIONS:
            return Said(trigger=concept, concept=concept, actor="ARM GOV", recipient="AZE GOV")
        return Said(trigger=concept, concept=concept, actor="AZE MIL", source="ARM GOV", modality="claim")
    if concept in BY_VICTIM:
        return Said(trigger=concept, concept=concept, actor="ARM MIL", recipient="AZE MIL")
    if fact in ABOUT_VICTIM:
        return Said(trigger=concept, concept=concept, actor="ARM CIV", recipient="ARM GOV")
    day = CASE.on if concept in {"withdraw", "retreat"} else None
    return Said(trigger=concept, concept=concept, actor="AZE MIL", recipient="ARM", on=day)


def test_every_concept_the_table_names_is_known() -> None:
    """A fact fed by a concept that no reader gives would never be seen."""
    named = {concept for rule in table().values() for concept in rule.concepts}
    assert named <= set(concepts())
    assert {c for cs in COVERING.values() for c in cs} <= set(concepts())
    assert set(COVERING) <= set(table())
    assert set(table()) >= HARM | DECLARED | ABOUT_VICTIM


def test_every_fact_of_the_table_has_its_question() -> None:
    """A person can be asked whatever statements leave open."""
    assert set(questions()) == set(table())
    assert all(q.get("en") and q.get("ja") for q in questions().values())


@pytest.mark.parametrize(("fact", "concept"), YES_ROWS)
def test_a_statement_of_the_concept_makes_the_fact_yes(fact: str, concept: str) -> None:
    """Told plainly, of the right parties, it is YES as reported."""
    assert told_facts(telling(fact, concept))[fact, "reported"] is YES


@pytest.mark.parametrize(("fact", "concept"), NO_ROWS)
def test_a_statement_that_excludes_the_fact_makes_it_no(fact: str, concept: str) -> None:
    """Told plainly, what cannot be together with the fact makes it NO."""
    assert told_facts(telling(fact, concept))[fact, "reported"] is NO


@pytest.mark.parametrize(("fact", "concept"), NEGATED_ROWS)
def test_a_denial_as_wide_as_the_fact_makes_it_no(fact: str, concept: str) -> None:
    """Negated in the text's own voice it is NO as reported; denied by a party, NO in that party's position."""
    plain = telling(fact, concept)
    negative = msgspec.structs.replace(plain, polarity="negative")
    assert told_facts(negative)[fact, "reported"] is NO
    denied = msgspec.structs.replace(negative, modality="denied", source="AZE GOV")
    assert told_facts(denied) == {(fact, "AZE"): NO} | {
        (other, "AZE"): NO for other, c in NEGATED_ROWS if c == concept and (other, "AZE") in told_facts(denied)
    }
