"""Competing explanations: what the reports and their readers offer, kept apart from facts, and weighed on evidence."""

from casus.hypotheses.hearing import heard
from casus.hypotheses.laying_out import lay_out
from casus.hypotheses.matrix import Matrix
from casus.hypotheses.offered import offered

__all__ = ["Matrix", "heard", "lay_out", "offered"]
