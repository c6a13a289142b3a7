"""A whole thread of comments: one in the project's own words, and that of the model report."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from casus.reading.comments import is_joke, read_comments
from casus.records import Comment

THREAD = """\
コメント
島の占拠は、海峡の騒ぎから世界の目を逸らす陽動だよ。
漁師小屋が三つの島では陽動にならないと思うけど。
どう見ても南の盟主に頼まれてやったのさ。
去年は盟主が動かなかったのを見て、今度も来ないと踏んだんだろう。
先月の砲撃への報復として緩衝地帯を作ったんでしょ
現場の暴走かもしれない
隣の島もついでに頂いてもバレへんやろの精神
前回の勝利で味をしめたんだよ
北の大国が駐留の口実を作らせたのだと思う
新型の無人機を実戦で試したいだけだ
盟主の面子があるから引くに引けないはず
石油が目当てでは?
今夜の試合の方が気になる
"""
WANTED = {
    "intent-diversion", "intent-proxy", "intent-no-intervention", "intent-reprisal", "responsibility-own-initiative",
    "intent-opportunism", "intent-overconfidence", "intent-patron-pretext", "intent-weapons-test",
    "intent-face-saving",
}  # fmt: skip


def explanations(comments: tuple[Comment, ...]) -> set[str]:
    """Give the ids of the explanations put forward or hinted at."""
    return {c.hypothesis for c in comments if c.hypothesis and c.stance in {"asserts", "asks", "insinuates"}}


def test_a_thread_gives_its_explanations() -> None:
    """Each explanation of the thread is found once, the objection is linked, and the jest supports nothing."""
    comments = read_comments(THREAD, (0, len(THREAD)), "ja")
    assert explanations(comments) >= WANTED | {"intent-resources"}
    assert (comments[1].replies_to, comments[1].stance) == ("c1", "doubts")
    jests = [c for c in comments if is_joke(THREAD[slice(*c.span)], "ja")]
    assert [c.hypothesis for c in jests] == ["intent-opportunism"]
    assert jests[0].stance == "insinuates"
    assert comments[-1].topic == "off-topic"


def test_reading_is_repeatable() -> None:
    """The same text gives the same comments."""
    span = (0, len(THREAD))
    assert read_comments(THREAD, span, "ja") == read_comments(THREAD, span, "ja")


def test_the_model_reports_comments_are_read() -> None:
    """At least ten explanations of the model report are recognised; diversion is asserted twice and doubted."""
    folder = os.environ.get("CASUS_SHARED")
    if not folder:
        pytest.skip("CASUS_SHARED is not set: the model report is not here")
    text = (Path(folder) / "reports" / "sevlake.ja.txt").read_text(encoding="utf-8")
    start = text.index("\n", text.rindex("※")) + 1
    comments = read_comments(text, (start, len(text)), "ja")
    assert len([c for c in comments if c.hypothesis or c.topic == "intent"]) >= 10
    assert explanations(comments) >= WANTED
    diversion = [c.stance for c in comments if c.hypothesis == "intent-diversion"]
    assert diversion.count("asserts") >= 2
    assert "doubts" in diversion
    assert comments[-1].topic == "off-topic"
    assert not any(is_joke(text[slice(*c.span)], "ja") and c.stance == "asserts" for c in comments)
