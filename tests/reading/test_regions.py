"""Regions of plain text."""

from __future__ import annotations

import pytest

from casus.intake import receive
from casus.reading import NoPlaces, read
from casus.reading.regions import find_regions, language_of
from casus.records import Region

BLOG = """\
国境の丘に武装勢力が居座る
政府軍は12日、北部の丘を占拠した武装勢力への砲撃を始めた。
丘からは首都へ通じる国道が見える。
参考:Army shells hilltop held by gunmen
告知:次回は補給路を取り上げます。
※アイキャッチ画像の出典:Jane Doe / CC BY 4.0 丘の眺め

コメント
これは長引くだろうな
そうでもないと思うけど?
"""


def kinds(text: str) -> list[tuple[str, str]]:
    """Give the kind and the words of each region."""
    report, _ = receive(text.encode())
    assert report is not None
    return [(r.kind, text[slice(*r.span)]) for r in find_regions(report)]


def test_a_blog_falls_into_its_regions() -> None:
    """Headline, lede, body, reference, furniture and comments stand in text order."""
    found = kinds(BLOG)
    assert [k for k, _ in found] == ["headline", "lede", "body", "reference", "furniture", "comments"]
    assert found[-1][1].startswith("コメント")


def test_comments_without_a_heading_begin_where_the_register_turns() -> None:
    """After the notices, lines in another register are readers' comments."""
    text = BLOG.replace("\nコメント\n", "\n")
    assert kinds(text)[-1] == ("comments", "これは長引くだろうな\nそうでもないと思うけど?")


def test_a_first_line_that_ends_like_a_sentence_is_no_headline() -> None:
    """A text that opens with its lede keeps the headline that follows."""
    text = "政府軍は丘を占領したと発表した。\n政府軍が丘を占領、戦闘は続く\n政府軍は昨日、丘を占領した。\n"
    assert [k for k, _ in kinds(text)] == ["lede", "headline", "body"]


def test_a_region_knows_its_language() -> None:
    """A link title in another language is marked so."""
    report, _ = receive(("政府軍は丘を占領した。\n" * 3 + "Army takes the hill after a night of fighting\n").encode())
    assert report is not None
    last = find_regions(report)[-1]
    assert isinstance(last, Region)
    assert (last.kind, last.language) == ("reference", "en")


def test_languages_are_told_by_their_letters() -> None:
    """Kana, Cyrillic and Latin letters tell the language; figures do not."""
    texts = ("軍が撤退した", "Войска вышли", "Troops left", "2021")
    assert [language_of(t) for t in texts] == ["ja", "ru", "en", "und"]


def test_comments_begin_where_the_register_turns_though_nothing_marks_them() -> None:
    """Without a notice or a heading, three lines of casual talk at the end of a Japanese report are comments."""
    text = (
        BLOG.split("参考", maxsplit=1)[0]
        + "あの丘は本当に要るのか?\n雪が降れば帰るだろうな\n>帰る\nいや、補給路があるから居座るよ。\n"
    )
    assert kinds(text)[-1] == ("comments", text[text.index("あの丘") :].strip())


def test_a_report_that_ends_in_quotations_has_no_comments() -> None:
    """What somebody said, or an entry with its time, is the report's own, however short."""
    text = (
        BLOG.split("参考", maxsplit=1)[0]
        + "大統領は、丘は誰のものなのかと述べた。\n14時20分　軍「丘は渡さない」。\n13時05分　首相「話し合うべきだ」。\n"
    )
    assert "comments" not in [k for k, _ in kinds(text)]


def test_a_picture_line_parts_comments_from_the_report() -> None:
    """A line that says where the picture is from ends the report, in whatever words."""
    text = (
        BLOG.split("参考", maxsplit=1)[0]
        + "※記事中の写真は陸軍の公式サイトより\n丘一つにこれだけの弾を使うのは無駄だ。\n無駄かな?\nそう思う\n"
    )
    assert [k for k, _ in kinds(text)][-2:] == ["furniture", "comments"]


def test_the_title_of_a_report_in_another_language_is_read_in_it() -> None:
    """A reference line is read in the language of its title, past its label."""
    pytest.importorskip("sudachipy")
    report, _ = receive(
        (BLOG.split("参考", maxsplit=1)[0] + "参考:Iran says it shot down US drone over the strait\n").encode()
    )
    assert report is not None
    reading, _ = read(report, gazetteer=NoPlaces())
    assert reading.statements[-1].trigger.text == "shot down"
    assert reading.statements[-1].modality == "claim"


ENTRY = "Raiders crossed the river\nTroops of the north crossed the river on Tuesday.\nThe south shelled the ford.\n"


def test_people_who_sign_with_name_and_time_comment() -> None:
    """Without a heading: at least three entries, of more than one person, to the end of the text."""
    signed = "Ann (16.03, 09:12): They will be back.\nbob_7 (16.03, 09:30): @Ann Not this year.\nFar too dear.\n"
    found = kinds(f"{ENTRY}\n{signed}Ann (16.03, 10:05): We shall see.\n")
    assert [k for k, _ in found][-1] == "comments"
    assert found[-1][1].startswith("Ann (16.03, 09:12)")
    log = "Update (09:12): a bridge is down.\nUpdate (09:30): the town is cut off.\nUpdate (10:05): boats are seen.\n"
    assert "comments" not in {k for k, _ in kinds(f"{ENTRY}\n{log}")}
    places = "Moscow, 09:12: A bridge is down.\nKyiv, 09:30: The town is cut off.\nRiga, 10:05: Boats are seen.\n"
    assert "comments" not in {k for k, _ in kinds(f"{ENTRY}\n{places}")}


def test_talk_after_the_last_notice_is_comments_and_quotations_are_not() -> None:
    """English lines that talk follow a picture's credit; a report that quotes people goes on after it."""
    talk = "They don't have the boats.\nSo where's the proof?\nI doubt it very much.\nThe ford is dry in May.\n"
    assert kinds(f"{ENTRY}Image: the ford (US Air Force)\n{talk}")[-1] == ("comments", talk.strip())
    told = (
        'The mayor said the town was calm.\n"I don\'t know who fired," said a farmer.\n'
        "Boats were burned at the landing.\nThe bridge was closed in the evening.\n"
    )
    assert "comments" not in {k for k, _ in kinds(f"{ENTRY}Image: the ford (US Air Force)\n{told}")}
