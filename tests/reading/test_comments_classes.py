"""Classes of what readers write, sarcasm, hedged objection, answers and agreement, are read alike in each language."""

from __future__ import annotations

import pytest

from casus.reading.comments import read_comments
from casus.records import Comment


def thread(language: str, *lines: str) -> tuple[Comment, ...]:
    """Read comments told apart by empty lines."""
    text = "\n\n".join(lines)
    return read_comments(text, (0, len(text)), language, apart=True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "And nobody at the ministry saw two hundred trucks. Remarkable."),
        ("en", "Invincible air defence, they said."),
        ("ja", "トラック二百台を省の誰も見ていないとは、いやはや"),
        ("ja", "鉄壁の防空網だって言ってましたよね、確か"),
        ("ru", "И никто в министерстве не заметил двести грузовиков. Чудеса."),
        ("ru", "Непробиваемая ПВО, говорили они."),
    ],
)
def test_sarcasm_insinuates(language: str, text: str) -> None:
    """A word of wonder after a fact, or a boast quoted back, asserts nothing."""
    (comment,) = thread(language, text)
    assert comment.stance == "insinuates"


@pytest.mark.parametrize(
    ("language", "question", "answer"),
    [
        ("en", "Does anyone know if the battery near the border is operational?", "Last I heard it was moved south."),
        ("ja", "国境近くの砲台って今も動いてるんですか?", "春に南へ移したと聞いた"),
        ("ru", "Кто-нибудь знает, батарея у границы вообще рабочая?", "Слышал, весной её перебросили на юг."),
    ],
)
def test_a_statement_below_a_question_answers_it(language: str, question: str, answer: str) -> None:
    """It asserts, and it is of the question's topic."""
    asked, said = thread(language, question, answer)
    assert asked.stance == "asks"
    assert (said.replies_to, said.stance, said.topic) == ("c1", "asserts", asked.topic)


@pytest.mark.parametrize(
    ("language", "claim", "objection"),
    [
        ("en", "They grabbed the crew to swap them for their spies.", "Maybe, but the spies were released in June."),
        ("ja", "船員を捕まえたのはスパイと交換するためだよ", "うーん、スパイなら六月に釈放されてるけどね"),
        ("ru", "Экипаж взяли, чтобы менять на своих шпионов.", "Может, и так, но шпионов выпустили ещё в июне."),
    ],
)
def test_a_hedged_objection_doubts_the_explanation_above(language: str, claim: str, objection: str) -> None:
    """Perhaps, but: the doubt is towards what the comment above puts forward."""
    first, second = thread(language, claim, objection)
    assert first.hypothesis == second.hypothesis == "intent-bargaining"
    assert (second.replies_to, second.stance) == ("c1", "doubts")


@pytest.mark.parametrize(
    ("language", "above", "below"),
    [
        ("en", "The barge in the channel had mines aboard.", "The barge was empty, read the harbour report."),
        ("en", "Give it three weeks and both go home.", "Three weeks? They have quarrelled for thirty years."),
        ("ja", "ドローンの時代にあの尾根に価値はない", "あの霧じゃドローンは飛ばんよ"),
        ("ru", "Блокаду они удержат.", "Какая же это блокада, если всех пропускают."),
    ],
)
def test_a_no_to_words_taken_up_denies_without_any_mark(language: str, above: str, below: str) -> None:
    """Words of the comment above and a correction, or the words asked back, make a denying answer."""
    _, second = thread(language, above, below)
    assert (second.replies_to, second.stance) == ("c1", "denies")


@pytest.mark.parametrize(
    ("language", "below"),
    [
        ("en", "+1, nobody trades a city for a reef."),
        ("ja", "それな、岩のために都市は出せない"),
        ("ru", "+1, никто город за риф не отдаст."),
    ],
)
def test_agreement_with_a_negative_statement_denies_nothing(language: str, below: str) -> None:
    """Whoever agrees asserts, whatever he denies in his own words."""
    above = {"en": "They will never come.", "ja": "助けは来ないよ", "ru": "Никто не придёт."}[language]
    _, second = thread(language, above, below)
    assert (second.replies_to, second.stance) == ("c1", "asserts")


def test_a_party_named_twice_is_no_answer() -> None:
    """Comments on one country do not answer each other for its name alone."""
    assert thread("en", "Armenia has two jets.", "Armenia never had a navy.")[1].replies_to is None
