"""What a brief asks of the law and of the gazetteer, as protocols."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from casus.logic import Truth
from casus.records import Flip, Place, Practice, Words


class LawBook(Protocol):
    """What testing and telling ask of the law."""

    def instruments_in(self, text: str) -> tuple[str, ...]:
        """Give ids of the instruments named in words, in order of mention."""
        ...

    def instruments_of(self, organisation: str) -> tuple[str, ...]:
        """Give ids of the instruments an organisation (``IGO X``) acts under."""
        ...

    def title(self, treaty: str) -> Words:
        """Give an instrument's title."""
        ...

    def bound(self, treaty: str, state: str, on: date) -> tuple[Truth, Words]:
        """Is a state bound by an instrument that day, and why?"""
        ...

    def parties(self, treaty: str, on: date) -> tuple[str, ...]:
        """Give the states bound by an instrument that day."""
        ...

    def paraphrase(self, treaty: str, provision: str, on: date) -> Words | None:
        """Give our paraphrase of a provision's text in force that day."""
        ...

    def procedure(self, treaty: str, provision: str, on: date) -> Words:
        """Say how a provision is set going: on whose request, by whose decision; empty where unsaid."""
        ...

    def flip(self, flip: Flip) -> Words:
        """Say what would have to be so for a finding to be answered otherwise."""
        ...

    def practice(self, treaty: str) -> tuple[Practice, ...]:
        """Give an instrument's documented practice in order of days."""
        ...

    def fact_words(self, name: str, truth: Truth) -> Words:
        """Say that a fact is so, or that it is not."""
        ...


class PlaceBook(Protocol):
    """What testing and telling ask of the gazetteer."""

    def find(self, name: str, language: str) -> tuple[Place, ...]:
        """Give places of a name, best first."""
        ...

    def place(self, place_id: str) -> Place | None:
        """Give a place by id."""
        ...
