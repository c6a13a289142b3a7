"""Texts of data files in two languages."""

from __future__ import annotations

import msgspec

from casus.vocabulary.bilingual import parted


class Part(msgspec.Struct):
    """A table within a table."""

    name: str
    name_ja: str = ""


class Whole(msgspec.Struct):
    """A table with a text, words of its own, and parts."""

    title: dict[str, str]
    duty: str
    duty_ja: str = ""
    parts: tuple[Part, ...] = ()


def test_each_language_goes_to_its_field() -> None:
    """A text in two languages is parted, at any depth; a plain string and words that stay words are left alone."""
    table = {
        "title": {"en": "Pact", "ja": "条約"},
        "duty": {"en": "help", "ja": "援助"},
        "parts": [{"name": {"en": "one", "ja": "一"}}, {"name": "two"}],
    }
    whole = msgspec.convert(parted(Whole, table), Whole)
    assert whole.title == {"en": "Pact", "ja": "条約"}
    assert (whole.duty, whole.duty_ja) == ("help", "援助")
    assert [(p.name, p.name_ja) for p in whole.parts] == [("one", "一"), ("two", "")]


def test_other_tables_are_left_for_the_form_to_refuse() -> None:
    """A text in a language the form has no field for is not taken apart."""
    assert parted(Whole, {"duty": {"en": "help", "fr": "aide"}})["duty"] == {"en": "help", "fr": "aide"}
