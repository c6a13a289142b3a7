"""Who says that a thing happened: the line between a fact, a claim and everything else."""

from __future__ import annotations

from typing import get_args

import pytest
from tests.incidents.made import Said, one

from casus.records.statement import Modality
from casus.records.voice import positions, stance

SPOKEN_OF = {"fact", "state", "background", "claim", "denied"}


@pytest.mark.parametrize("modality", get_args(Modality))
def test_only_facts_and_claims_say_that_an_act_happened(modality: Modality) -> None:
    """A demand, threat, condition, plan, duty, opinion or question says neither that it is so nor that it is not."""
    said = Said(trigger="occupied", concept="occupy", actor="AZE MIL", modality=modality, source="ARM GOV")
    told = stance(one(said)[1].statements[0])
    assert (told == "neither") == (modality not in SPOKEN_OF)
    assert (told == "denies") == (modality == "denied")


def test_a_negative_fact_or_claim_denies() -> None:
    """Saying that nothing happened is a denial by whoever says it."""
    negatives: list[tuple[Modality, str | None]] = [("fact", None), ("claim", "ARM GOV")]
    for modality, source in negatives:
        said = Said(trigger="x", concept="occupy", modality=modality, source=source, polarity="negative")
        assert stance(one(said)[1].statements[0]) == "denies"


def test_the_position_is_the_innermost_source() -> None:
    """The text's own voice is reported; a claim is its source's, also where that is no party, or nobody is named."""
    cases: list[tuple[str | None, Modality, tuple[str, ...]]] = [
        (None, "fact", ("reported",)),
        ("ARM GOV", "claim", ("ARM",)),
        ("PER MIL, ECU GOV", "claim", ("ECU", "PER")),
        ("DIPLOMATS", "claim", ("DIPLOMATS",)),
        (None, "claim", ("unnamed reports",)),
    ]
    for source, modality, expected in cases:
        said = Said(trigger="x", concept="occupy", modality=modality, source=source)
        assert positions(one(said)[1].statements[0]) == expected
