"""Whatever the words: every span of an English reading carries the words it claims to, and triggers stand apart."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from casus.intake import receive
from casus.reading import NoPlaces, read
from casus.reading.en.tokenizer import spans, tokens

_PIECES = (
    "Peru", "the army", "said", "that", "denied", "jets", "had bombed", "the town", ",", ".", "“", "”", '"', "if",
    "would", "withdraw", "was", "killed", "by", "rebels", "on Monday", "which", "and", "its troops", "accused",
    "of shelling", "not", "U.S.", "won't", "Kyiv's", "according to", "in 1974", "—", "(", ")", ";", "to", "an attack",
    "no", "who",
)  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=25).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(_TEXTS)
def test_every_span_of_a_reading_carries_its_words(text: str) -> None:
    """``text[a:b]`` is the words of every trigger, party, place, date and source; triggers do not overlap."""
    report, _ = receive(text.encode(), published=date(2024, 5, 15))
    assert report is not None
    reading, _ = read(report, gazetteer=NoPlaces())
    for s in reading.statements:
        for mention in (s.trigger, s.actor, s.recipient, s.place, s.date, s.source):
            if mention is not None and mention.span is not None:
                assert report.text[slice(*mention.span)] == mention.text
        if s.actor is not None and s.actor.span is None:
            assert s.actor.inherited
    assert all(a.trigger.span[1] <= b.trigger.span[0] for a, b in pairwise(reading.statements))


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from("abcXYZ .,'’“”-–0123 \n!?;:()é"), max_size=80))
def test_words_keep_their_offsets(text: str) -> None:
    """The words stand in order, do not overlap, and leave nothing out but white space."""
    found = spans(text, (0, len(text)))
    assert all(a < b for a, b in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    covered = {i for a, b in found for i in range(a, b)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)
    assert [(t.start, t.end) for t in tokens(text, (0, len(text)))] == found
