"""Acts only announced: help to come is agreement, help withheld a refusal, a penalty on a condition a threat."""

from __future__ import annotations

import pytest

from casus.reading.lexicon_check import statements_of


def _types(text: str) -> set[str | None]:
    return {s.event.type for s in statements_of(text, "en")}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Norway will send medicine to the flooded province.", "AGREE"),
        ("Uganda is ready to release its captives.", "AGREE"),
        ("The kingdom said it would never release the mutineers.", "REJECT"),
        ("The union said it was not prepared to meet the rebels.", "REJECT"),
        ("Germany said it might cut aid to the junta if the raids went on.", "THREATEN"),
        ("The rebels said they would attack the port if the talks failed.", "THREATEN"),
        ("The gunmen said they would kill a hostage an hour.", "THREATEN"),
        ("The kingdom will retaliate for the raid.", "THREATEN"),
        ("The kingdom will not attend the summit.", "REJECT"),
    ],
)
def test_an_announced_act_is_coded_as_its_announcement(text: str, type_: str) -> None:
    """The intent to help is AGREE, its refusal REJECT, a penalty put on a condition THREATEN."""
    assert type_ in _types(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Norway sent medicine to the flooded province.", "AID"),
        ("The kingdom refused to release the mutineers.", "RETREAT"),
        ("Germany cut aid to the junta.", "SANCTION"),
        ("The army will withdraw from the valley.", "RETREAT"),
        ("If the army leaves the valley, the rebels are willing to talk.", "RETREAT"),
    ],
)
def test_what_is_done_or_only_governed_keeps_its_type(text: str, type_: str) -> None:
    """An act done, the content of a refusal, a condition and the movement of forces keep the type of the act."""
    assert type_ in _types(text)
