"""The law room: treaty files and facts of a case in, obligations with their proofs out."""

from casus.treaties.arrays import evaluate_array, flatten
from casus.treaties.cascade_svg import to_svg as cascade_svg
from casus.treaties.cascade_text import to_text as cascade_text
from casus.treaties.cascading import cascade
from casus.treaties.case_tables import CaseTable, Outcome, TableCase, load_table, run
from casus.treaties.checking import check
from casus.treaties.flip_words import lines as flip_lines
from casus.treaties.follow_on import Grounds
from casus.treaties.law import Act, Exception_, FactEntry, Law, Organ, Provision, Term, TermReading, Text, Treaty
from casus.treaties.loading import load_law
from casus.treaties.places import NoPlaces, PlaceFacts
from casus.treaties.practice import lines as practice_lines
from casus.treaties.practice import load_practice, precedents_of
from casus.treaties.showing import DutyView, TreatyView, describe, describe_all, latest_day
from casus.treaties.status import Status, between, parties, status
from casus.treaties.steps import parse_step, state_code
from casus.treaties.timeline import Bond, Moment, TextView, bonds, texts, timeline
from casus.treaties.weighing import weigh

__all__ = [
    "Act",
    "Bond",
    "CaseTable",
    "DutyView",
    "Exception_",
    "FactEntry",
    "Grounds",
    "Law",
    "Moment",
    "NoPlaces",
    "Organ",
    "Outcome",
    "PlaceFacts",
    "Provision",
    "Status",
    "TableCase",
    "Term",
    "TermReading",
    "Text",
    "TextView",
    "Treaty",
    "TreatyView",
    "between",
    "bonds",
    "cascade",
    "cascade_svg",
    "cascade_text",
    "check",
    "describe",
    "describe_all",
    "evaluate_array",
    "flatten",
    "flip_lines",
    "latest_day",
    "load_law",
    "load_practice",
    "load_table",
    "parse_step",
    "parties",
    "practice_lines",
    "precedents_of",
    "run",
    "state_code",
    "status",
    "texts",
    "timeline",
    "weigh",
]
