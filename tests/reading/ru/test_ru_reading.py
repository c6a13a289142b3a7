"""Reading Russian reports: inherited actors, sources over sentences, exact spans, and words cut at random."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.intake import receive
from casus.reading import NoPlaces, read
from casus.records import Reading

pytest.importorskip("pymorphy3")

TEXT = """Застава на перевале Кара-Таш: спор на один день
10:40 Киргизские пограничники в четверг утром остановили на перевале Кара-Таш колонну таджикских военных. По данным
погранслужбы Киргизии, военные перешли границу на двух грузовиках; выстрелов не было. Душанбе отрицает, что его
солдаты покидали свою территорию, и требует вернуть грузовики. Если стороны не договорятся до субботы, Бишкек закроет
переход, предупредил глава погранслужбы. Вечером грузовики вернули.
"""


def reading(text: str) -> Reading:
    """Read a text of 14 March 2001."""
    report, _ = receive(text.encode(), published=date(2001, 3, 14))
    assert report is not None
    assert report.language == "ru"
    return read(report, gazetteer=NoPlaces())[0]


def test_a_report_is_read_with_sources_and_modality() -> None:
    """Each act of the report is put as the report puts it."""
    found = reading(TEXT.replace("\n", " ")).statements
    put = {s.trigger.text.split()[0]: (s.modality, s.polarity, s.source.text) for s in found}
    assert put["остановили"][0] == "fact"
    assert put["перешли"] == ("claim", "positive", "погранслужбы Киргизии")
    assert put["покидали"][:2] == ("denied", "negative")
    assert put["вернуть"][0] == "demanded"
    assert put["договорятся"][:2] == ("conditional", "negative")
    assert put["закроет"][0] in {"forecast", "threatened"}


@given(st.lists(st.sampled_from(TEXT.split() + list("«»,.:;—()")), max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_words_are_read_with_exact_spans(words: list[str]) -> None:
    """Whatever the order of words, every span carries its text and no actor leaves its sentence unflagged."""
    text = " ".join(words) + " Пост занят."
    report, _ = receive(text.encode(), published=date(2001, 3, 14), language="ru")
    assert report is not None
    for s in read(report, gazetteer=NoPlaces())[0].statements:
        for part in (s.trigger, s.actor, s.recipient, s.place, s.date, s.source):
            if part is not None and part.span is not None:
                assert report.text[slice(*part.span)] == part.text
        if s.actor is not None and not s.actor.inherited and s.actor.span is not None:
            assert s.sentence[0] <= s.actor.span[0]
            assert s.actor.span[1] <= s.sentence[1]


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("В 1994 г. войска ушли. Мир настал.", 2),
        ("Погибли 40 тыс. солдат. Город взят.", 2),
        ("Генерал А. Руденко ответил. Штаб молчит.", 2),
        ("Огонь прекращён с 20:00. Войска отходят.", 2),
        ("Об этом пишет «Газета». Власти молчат.", 2),
    ],
)
def test_shortened_words_end_no_sentence(text: str, cuts: int) -> None:
    """Full stops of shortened words and initials do not cut; those after numbers and quotation marks do."""
    assert len({s.sentence for s in reading(text + " Армия ушла.").statements}) <= cuts + 1
    from casus.reading.sentences import split

    assert len(split(text, (0, len(text)))) == cuts
