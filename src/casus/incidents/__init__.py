"""Statements gathered into events and an incident with its cases, requests and decisions."""

from casus.incidents.cases import CaseStatements
from casus.incidents.corrections import apply, objections
from casus.incidents.gather import gather
from casus.incidents.gathered import Gathered
from casus.incidents.grading import grades, regraded
from casus.incidents.origins import copied, origins
from casus.incidents.unheard import unheard

__all__ = [
    "CaseStatements",
    "Gathered",
    "apply",
    "copied",
    "gather",
    "grades",
    "objections",
    "origins",
    "regraded",
    "unheard",
]
