"""Languages written in Cyrillic: Ukrainian, Bulgarian and others are not taken for Russian."""

from __future__ import annotations

import pytest

from casus.vocabulary.cyrillic import cyrillic_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Вечером пограничники вернули захваченный катер.", "ru"),
        ("Увечері прикордонники повернули захоплений катер, повідомляє їхнє відомство.", "uk"),
        ("Уночы памежнікі вярнулі захоплены катэр у гавань, паведаміў штаб.", "be"),
        ("Ноћу су граничари вратили заробљени чамац у луку.", "sr"),
        (
            "Вечерта граничарите върнаха задържания катер. Министърът съобщи, че преговорите ще продължат и утре, "  # noqa: ISC004
            "въпреки че двете държави се обвиняват взаимно в нарушаване на договора.",
            "bg",
        ),
        ("Об этом пишет издание «Європейська правда», на которое ссылаются московские газеты и агентства.", "ru"),
    ],
)
def test_a_text_is_in_the_language_its_letters_say(text: str, language: str) -> None:
    """Letters that Russian lacks, or its own that are lacking, tell; a name in quotation marks does not."""
    assert cyrillic_language(text) == language
