"""The territory room: places by name, whose ground a place is on a day, facts of the place."""

from casus.territory.territory import Territory, open_territory

__all__ = ["Territory", "open_territory"]
