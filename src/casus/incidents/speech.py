"""What a speaker says, in the sentence in which it speaks, that it or others shall do."""

from __future__ import annotations

from datetime import date

from casus.incidents.telling import Telling
from casus.records.voice import REPORTED

WISHED = frozenset({"intended", "agreed", "requested", "demanded", "ordered", "authorised", "threatened", "expected"})


def vouched(telling: Telling, actor: str) -> bool:
    """Tell whether the text itself, or the one who acts, says that the act happened."""
    return bool({REPORTED, actor} & set(telling.positions))


def is_content(content: Telling, telling: Telling, speaker: str) -> bool:
    """Tell whether it is what the speaker says in the same sentence that it, or others, shall do."""
    wished = content.statement.modality in WISHED and content is not telling
    return wished and same_sentence(content, telling) and speaker in content.positions


def same_sentence(a: Telling, b: Telling) -> bool:
    """Tell whether two statements stand in one sentence of one report."""
    return a.ref.report == b.ref.report and a.statement.sentence == b.statement.sentence


def day_of(telling: Telling) -> date | None:
    """Give the day that a statement's own words, or words before them, give."""
    return telling.days.start if telling.days else None
