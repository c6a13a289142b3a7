"""The reading room: text in, regions and statements out, one language pack a language."""

from casus.reading.gazetteer import Gazetteer, NoPlaces
from casus.reading.read import read

__all__ = ["Gazetteer", "NoPlaces", "read"]
