"""Competing explanations: what the reports and their readers offer, kept apart from facts."""

from casus.hypotheses.offered import offered

__all__ = ["offered"]
