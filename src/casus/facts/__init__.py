"""Statements turned into observable facts per case and position: the tested table between words and law."""

from casus.facts.merging import DECIDED, apply, fill, merge
from casus.facts.observing import observe
from casus.facts.table import Rule, questions, table

__all__ = ["DECIDED", "Rule", "apply", "fill", "merge", "observe", "questions", "table"]
