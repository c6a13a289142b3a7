"""casus: a report of an armed incident in, a checkable brief out."""

__version__ = "0.1.0"
