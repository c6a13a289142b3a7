"""Whether a statement says that a thing happened, and who says so."""

from __future__ import annotations

from typing import Literal

from casus.records.party import sides
from casus.records.statement import OWN_VOICE, Statement

REPORTED = "reported"
"""The position of the text's own voice."""

Stance = Literal["asserts", "denies", "neither"]


def stance(statement: Statement) -> Stance:
    """Tell whether the statement says that its act is or was so, that it is not, or neither.

    Demands, threats, conditions, forecasts, plans, duties and the like say neither, whoever utters them.
    """
    if statement.modality == "denied":
        return "denies"
    if statement.modality in OWN_VOICE or statement.modality == "claim":
        return "asserts" if statement.polarity == "positive" else "denies"
    return "neither"


def positions(statement: Statement) -> tuple[str, ...]:
    """Give the positions that a statement belongs to: ``reported``, else the parties who say it.

    Only the text's own voice in one of its own modalities is ``reported``; a claim whose source is not named stays a
    claim, of ``unnamed reports``.
    """
    if statement.own_voice and statement.modality != "claim":
        return (REPORTED,)
    if statement.own_voice:
        return ("unnamed reports",)
    return tuple(sorted(s.id for s in sides(statement.source.id))) or (statement.source.id,)
