"""The law room: treaty files and facts of a case in, obligations with their proofs out."""

from casus.treaties.case_tables import CaseTable, Outcome, TableCase, load_table, run
from casus.treaties.checking import check
from casus.treaties.law import Act, Exception_, FactEntry, Law, Organ, Provision, Term, TermReading, Text, Treaty
from casus.treaties.loading import load_law
from casus.treaties.places import NoPlaces, PlaceFacts
from casus.treaties.showing import TreatyView, describe, describe_all
from casus.treaties.status import Status, between, parties, status
from casus.treaties.weighing import weigh

__all__ = [
    "Act",
    "CaseTable",
    "Exception_",
    "FactEntry",
    "Law",
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
    "Treaty",
    "TreatyView",
    "between",
    "check",
    "describe",
    "describe_all",
    "load_law",
    "load_table",
    "parties",
    "run",
    "status",
    "weigh",
]
