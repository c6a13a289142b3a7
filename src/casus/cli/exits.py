"""Exit codes of the command line; ``docs/command-line.md`` lists them."""

OK = 0
INTERNAL = 1
USAGE = 2
NO_INCIDENT = 3
UNUSABLE = 4
BROKEN = 5
FAULTS = 6
"""A check found faults (``casus treaties check``)."""
