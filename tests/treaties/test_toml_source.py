"""Where things stand in a TOML file."""

from __future__ import annotations

from casus.treaties.toml_source import TomlSource

TEXT = '''\
schema = 1
[treaty]
id = "x"
[[act]]
states = ["FRA"]
[[act]]
states = [
  "ESP",
  "PRT",
]
[[provision]]
[[provision.text]]
when = "a and b"
[[provision.text]]
notes = """
when = "not this"
"""
when = "c"
  [[provision.text.exception]]
  name = "e"
[term."odd name"]
when = "d"
'''


def test_keys_of_arrays_of_tables_are_counted() -> None:
    """The second act's states stand on line 6 (1-based 7), the second text's ``when`` after the long string."""
    source = TomlSource("x.toml", TEXT)
    assert source.where(("act", 1, "states")) == "x.toml:7:10"
    assert source.where(("provision", 0, "text", 1, "when")) == "x.toml:18:8"
    assert source.where(("provision", 0, "text", 1, "exception", 0, "name")) == "x.toml:20:10"


def test_a_word_is_found_after_its_key() -> None:
    """A word is looked for from its key on, over several lines."""
    source = TomlSource("x.toml", TEXT)
    assert source.where(("act", 1, "states"), word="PRT") == "x.toml:9:4"


def test_quoted_keys_count_as_one() -> None:
    """A quoted part of a table's name is kept whole."""
    assert TomlSource("x.toml", TEXT).where(("term", "odd name", "when"), skip=1) == "x.toml:22:9"


def test_what_is_not_there_gives_the_nearest_above() -> None:
    """A missing key is reported at its table."""
    source = TomlSource("x.toml", TEXT)
    assert source.where(("treaty", "title")) == "x.toml:2:2"
    assert source.where(("nothing",)) == "x.toml:1:1"
