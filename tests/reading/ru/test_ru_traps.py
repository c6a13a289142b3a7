"""Russian trap sentences: what is denied, demanded, threatened, supposed or foretold is never read as done."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from casus.intake import receive
from casus.reading import NoPlaces, read
from casus.records import Statement

pytest.importorskip("pymorphy3")

ANY = "*"
_LINES = Path(__file__).with_name("traps.tsv").read_text(encoding="utf-8").splitlines()
TRAPS = tuple(tuple(line.split("\t")) for line in _LINES if line and not line.startswith("#"))
"""Sentence, words of the trigger, modalities that are right, polarity, words of the actor, words of the source."""


@cache
def statements(text: str) -> tuple[Statement, ...]:
    """Read one sentence."""
    report, _ = receive(text.encode(), published=date(2001, 3, 14))
    assert report is not None
    return read(report, gazetteer=NoPlaces())[0].statements


def found(text: str, words: str) -> Statement:
    """Give the statement whose trigger has the words."""
    hits = [s for s in statements(text) if words.lower() in s.trigger.text.lower()]
    hits = hits or [s for s in statements(text) if s.trigger.text.lower() in words.lower()]
    assert hits, f"no statement of {words!r}"
    return hits[0]


def test_there_are_enough_traps() -> None:
    """There are at least a hundred traps, with twenty-five plain assertions among them."""
    plain = [t for t in TRAPS if t[2] == "fact" and t[3] == "positive" and t[5] == "AUTHOR"]
    assert len(TRAPS) >= 100
    assert len(plain) >= 25


@pytest.mark.parametrize(
    ("text", "words", "modality", "polarity", "actor", "source"), TRAPS, ids=[f"{t[0][:40]}|{t[1]}" for t in TRAPS]
)
def test_a_trap_is_read_as_it_is_put(
    text: str, words: str, modality: str, polarity: str, actor: str, source: str
) -> None:
    """Each sentence is put as its words put it, by who acts and who vouches; an actor outside of it is flagged."""
    for each in statements(text):
        if each.actor is not None and not each.actor.inherited:
            assert each.actor.span is not None
            assert each.sentence[0] <= each.actor.span[0] <= each.actor.span[1] <= each.sentence[1]
    statement = found(text, words)
    assert statement.modality in modality.split("/")
    assert polarity in {ANY, statement.polarity}
    if actor != ANY:
        assert statement.actor is not None
        assert actor in (statement.actor.text or "")
    if source != ANY:
        assert source in (statement.source.text or statement.source.id)


@pytest.mark.parametrize(
    ("text", "words", "actor", "recipient"),
    [
        ("Кувейт захватили иракские войска.", "захватили", "IRQ", "KWT"),
        ("Иракские войска атаковали иранскую заставу.", "атаковали", "IRQ", "IRN"),
        ("Иранскую заставу атаковали иракские войска.", "атаковали", "IRQ", "IRN"),
        ("Иранская застава была атакована иракскими войсками.", "атакована", "IRQ", "IRN"),
        ("Манила обвинила Пекин в таране филиппинского судна.", "обвинила", "PHL", "CHN"),
        ("Малийских повстанцев разбомбили французские самолёты.", "разбомбили", "FRA", "MLI"),
        ("Эфиопским солдатам эритрейцы вернули тела погибших.", "вернули", "ERI", "ETH"),
        ("Чадские войска взяли в плен около двухсот ливийских солдат.", "взяли в плен", "TCD", "LBY"),
        ("Индия направила к острову два индийских фрегата.", "направила", "IND", "IND"),
        ("Эквадорских рыбаков прогнали перуанские катера.", "прогнали", "PER", "ECU"),
        ("Заложников, похищенных «Боко Харам», освободила армия Нигерии.", "похищенных", "NGA", "CIV"),
        ("Чтобы втянуть Мали в войну, Чад обстрелял мост.", "втянуть", "TCD", "MLI"),
        ("Перуанские вертолёты нарушили воздушное пространство Эквадора.", "нарушили", "PER", "ECU"),
        ("Родезийские коммандос вошли в воды Мозамбика.", "вошли в воды", "RHO", "MOZ"),
        ("Алжир получил отказ от Франции.", "получил", "FRA", "DZA"),
        ("Тунис ввёл ограничения в отношении алжирских компаний.", "ввёл", "TUN", "DZA"),
        ("Чили признала Палестину.", "признала", "CHL", "PSE"),
        ("Министр, чьё предложение провалилось, обвинил Каир, сказал посол Турции.", "обвинил", "GOV", "EGY"),
        ("Советский Союз действия Британии осудил.", "осудил", "SUN", "GBR"),
        ("Верный договору, Египет вновь предлагает Судану начать переговоры.", "предлагает", "EGY", "SDN"),
    ],
)
def test_free_order_and_passives_keep_who_acts_and_who_suffers(
    text: str, words: str, actor: str, recipient: str
) -> None:
    """Cases and agreement, not the order of words, tell who acts and who is acted on."""
    statement = found(text, words)
    assert statement.actor is not None
    assert actor in statement.actor.id.split()
    assert statement.recipient is not None
    assert recipient in statement.recipient.id.split()


@pytest.mark.parametrize(
    ("text", "words", "recipient"),
    [
        ("Не менее семидесяти горожан погибли.", "погибли", "Не менее семидесяти горожан"),
        ("За день уничтожено до шестидесяти танков.", "уничтожено", "до шестидесяти танков"),
        ("Погибли и ранены десятки рыбаков.", "Погибли", "десятки рыбаков"),
        ("Лига потребовала вывода войск с островов.", "вывода", "войск"),
        ("Гарнизон получил приказ отойти.", "получил приказ", "Гарнизон"),
        ("Из лагеря у пункта пропуска «Брод» людей увели жандармы.", "увели", "людей"),
        ("Мост приказано взорвать.", "взорвать", "Мост"),
        ("Сбит военный вертолёт Ми-8.", "Сбит", "военный вертолёт Ми-8"),
        ("Деревни сожгли ещё в июне.", "сожгли", "Деревни"),
        ("Хутора разграбили и сожгли.", "сожгли", "Хутора"),
        ("Рыбак утонул у причала.", "утонул", "Рыбак"),
        ("Через перевал снабжаются войска альянса.", "снабжаются", "войска альянса"),
        ("Жителям велено не выходить из домов.", "велено", "Жителям"),
        ("Чужим судам запрещено заходить в порт.", "запрещено", "Чужим судам"),
        ("Последняя застава пала в январе.", "пала", "Последняя застава"),
        ("Эмир созвал совет старейшин.", "созвал", "совет старейшин"),
        ("Часть пленных освободили.", "освободили", "Часть пленных"),
        ("Десятки рыбаков убили у моста.", "убили", "Десятки рыбаков"),
        ("Город может быть обстрелян.", "обстрелян", "Город"),
        ("Всех сорок рыбаков арестовали и обвинили в браконьерстве.", "арестовали", "Всех сорок рыбаков"),
        ("Всех сорок рыбаков арестовали и обвинили в браконьерстве.", "обвинили", "Всех сорок рыбаков"),
        ("Министр порта получил выговор.", "получил", "Министр порта"),
        ("Судно контрабандистов развернули у маяка.", "развернули", "Судно контрабандистов"),
        ("Среди погибших — двое монахов.", "погибших", "двое монахов"),
        ("Среди раненых есть дети.", "раненых", "дети"),
        ("Для перехвата Су-35 подняли истребители.", "перехвата", "Су-35"),
        ("Эмир отправил на перевал ещё тысячу всадников.", "отправил", "ещё тысячу всадников"),
        ("Полк обстрелял и сжёг посёлок.", "сжёг", "посёлок"),
        ("Остров передали Чили.", "передали", "Чили"),
        ("Яранцева отдадут под суд.", "отдадут", "Яранцева"),
        ("Налёт на иракский ядерный центр", "Налёт", "иракский ядерный центр"),
        ("Если Чили ответит, предупредил хан, новый удар будет страшнее.", "предупредил", "Чили"),
    ],
)
def test_who_is_acted_on_is_found(text: str, words: str, recipient: str) -> None:
    """Rough numbers, objects before the verb, forces moved and receivers of orders are recipients."""
    party = found(text, words).recipient
    assert party is not None
    assert party.text == recipient


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Колонна вошла через тоннель в Южную Долину.", "вошла", "Южную Долину"),
        ("Штурмовики атаковали к северу от острова эсминец.", "атаковали", "острова"),
        ("Горцы обстреливали город с окрестных холмов.", "обстреливали", "город"),
        ("Войска вторглись в Кувейт.", "вторглись", "Кувейт"),
        ("Комендант обвинил горцев в обстреле приграничных деревень.", "обстреле", "приграничных деревень"),
        ("Боевики захватили крупнейшую в стране плотину.", "захватили", "плотину"),
        ("В десяти милях от границы упала ракета.", "упала", "десяти милях от границы"),
        ("Горцы обстреляли заставу в 40 км к северу от Кандагара.", "обстреляли", "40 км к северу от Кандагара"),
        ("В этом районе пропали двое геологов.", "пропали", "этом районе"),
        ("Машина находилась вне зоны боёв.", "находилась", "зоны боёв"),
        ("Самолёт нарушил воздушное пространство Чада.", "нарушил", "воздушное пространство Чада"),
    ],
)
def test_where_it_happens_is_found(text: str, words: str, place: str) -> None:
    """The goal comes before the way there, the target before where the shots come from."""
    where = found(text, words).place
    assert where is not None
    assert where.text == place


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Войска вошли в город при поддержке танков.", "поддержке"),
        ("Катер ушёл без конвоя.", "конвоя"),
        ("Лига осудила агрессию.", "агрессию"),
        ("Тегеран отверг обвинения.", "обвинения"),
        ("Считается, что крепость строили турки.", "считается"),
        ("Штаб настаивает, что полк отошёл.", "настаивает"),
        ("Ходят слухи, что эмир бежал.", "ходят"),
        ("Посол выступил с заявлением, в котором осудил налёт.", "выступил"),
        ("Турецкая армия ввела в долину танки.", "армия ввела"),
    ],
)
def test_what_only_accompanies_is_no_statement(text: str, words: str) -> None:
    """Circumstances, words of saying and the object that makes one act with its verb are not told apart."""
    assert not [s for s in statements(text) if words in s.trigger.text.lower()]


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("— Мост взорван. Город отрезан, — сказал мэр. — Помощи нет.", "Мост", "мэр"),
        ("— Мы никого не трогали, — говорит пастух Осман Хамад. — Солдаты подожгли лес.", "подожгли", "пастух"),
        ("— Мы ушли, — сказал мэр и закурил. Солдаты заняли мост.", "заняли", "AUTHOR"),
    ],
)
def test_a_paragraph_that_opens_with_a_dash_is_the_speakers(text: str, words: str, source: str) -> None:
    """What stands before and after the author's words is said by the same speaker; the author's own words are not."""
    report = "Ночь в городе\n\n" + text
    hits = [s for s in statements(report) if words in report[slice(*s.sentence)]]
    assert hits
    assert source in (hits[0].source.text or hits[0].source.id)


def test_who_will_not_be_named_asks_for_nothing() -> None:
    """Words that only hide a source's name are no statements."""
    triggers = [s.trigger.text for s in statements("Офицер, попросивший не называть его имени, сказал, что мост взят.")]
    assert triggers == ["взят"]
