"""Who English phrases are: titles, pronouns, ``its troops``, ``both sides``, bodies without an owner."""

from __future__ import annotations

from datetime import date

import pytest

from casus.reading.clauses import Phrase
from casus.reading.en.parties import EnglishResolver

CASES = (
    ("Peruvian President Alberto Fujimori spoke.", "Peruvian President Alberto Fujimori", "PER GOV"),
    ("The interior ministry in Doha spoke.", "The interior ministry in Doha", "QAT GOV"),
    ("Baku spoke.", "Baku", "AZE GOV"),
    ("Ethiopian farmers came.", "Ethiopian farmers", "ETH CIV"),
    ("Israel's army chief spoke.", "Israel's army chief", "ISR MIL"),
    ("Ecuador says its outpost holds.", "its outpost", "ECU MIL"),
    ("Ecuador will sign if Peruvian helicopters avoid its posts.", "its posts", "ECU"),
    ("Sudanese forces fled, and their tanks burned.", "their tanks", "SDN MIL"),
    ("Syrian Information Minister Omran al-Zoubi came, but he kept silent.", "he", "SYR GOV"),
    ("Peru and Ecuador met. Both armies withdrew.", "Both armies", "ECU MIL, PER MIL"),
    ("Saudi Arabia and Iran met.", "Saudi Arabia and Iran", "SAU, IRN"),
    ("ANKARA, Oct 4 - Rain fell.\nThe foreign ministry spoke.", "The foreign ministry", "TUR GOV"),
    ("Armenia left the Collective Security Treaty Organisation. The alliance was silent.", "The alliance", "IGO CSTO"),
    ('"Our soldiers stayed," the Venezuelan foreign minister said.', "Our soldiers", "VEN MIL"),
    ("Five civilians came.", "Five civilians", "CIV"),
    ("Iran denied the charge. Israel accused it of stalling.", "it", "IRN"),
    ("Ethiopia lost its coast. Somaliland has offered it a port.", "it", "ETH"),
    ("Putin sent tanks. Zelensky accused him of lying.", "him", "RUS GOV"),
    ("Rebels took the town. The army attacked them in the night.", "them", "REB"),
    ("Serbia asked Russia to help it.", "it", "SRB"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "words", "ident"), CASES, ids=[c[1] + " in " + c[0][:30] for c in CASES])
def test_a_phrase_gives_the_party_it_means(text: str, words: str, ident: str) -> None:
    """Each phrase is resolved in the light of what stands before it."""
    at = text.rindex(words)
    head_end = at + len(words.partition(" in ")[0].partition(" and ")[0])
    parts = ((at + words.index(" and ") + 5, at + len(words)),) if " and " in words else ()
    phrase = Phrase((at, at + len(words)), (at, head_end), parts)
    assert EnglishResolver(text, date(1995, 2, 14)).party(phrase) == ident


def test_unnamed_sources_keep_their_kind() -> None:
    """Diplomats, analysts and sources stay what they are called."""
    text = "Western diplomats, analysts and two sources spoke."
    resolver = EnglishResolver(text)
    for words, ident in (
        ("Western diplomats", "DIPLOMATS"),
        ("analysts", "EXPERTS"),
        ("two sources", "unnamed sources"),
    ):
        at = text.index(words)
        span = (at, at + len(words))
        assert resolver.speaker(Phrase(span, span)) == ident
