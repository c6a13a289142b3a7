"""Image credits."""

from __future__ import annotations

import pytest

from casus.intake import image_credit, receive
from casus.records import ImageCredit


def credits_of(text: str) -> tuple[ImageCredit, ...]:
    """Find the credits of a text; their spans are exact."""
    report, _ = receive(text.encode())
    assert report is not None
    found = image_credit(report)
    assert all(text[slice(*c.span)] == c.text for c in found)
    return found


@pytest.mark.parametrize(
    ("line", "creator", "licence", "caption"),
    [
        (
            "※アイキャッチ画像の出典:Jane Doe / CC BY-SA 3.0 山岳部隊の行軍",
            "Jane Doe",
            "CC BY-SA 3.0",
            "山岳部隊の行軍",
        ),
        ("写真提供：海軍広報", "海軍広報", None, None),
        ("Photo: John Roe / CC BY 2.0", "John Roe", "CC BY 2.0", None),
        ("Image credit: Harbour Museum, Public Domain", "Harbour Museum", "Public Domain", None),
        ("Фото: Иван Петров / CC BY-SA 4.0", "Иван Петров", "CC BY-SA 4.0", None),
    ],
)
def test_a_credit_gives_creator_licence_and_caption(
    line: str, creator: str, licence: str | None, caption: str | None
) -> None:
    """A credit line is taken apart, its span exact."""
    (found,) = credits_of(f"本文の一文。\n{line}\n続き。\n")
    assert found.text == line
    assert (found.creator, found.licence, found.caption) == (creator, licence, caption)


def test_a_sentence_about_a_picture_is_no_credit() -> None:
    """Prose that mentions a photograph credits nobody."""
    assert credits_of("写真は本物だと政府は述べた。\nThe photo shows a tank.\n") == ()
