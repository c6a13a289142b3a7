"""Places in a Japanese text: what stands beside one (橋の上, 検問所近くの森), sides, and names after their kind."""

from __future__ import annotations

import re

import msgspec

from casus.reading.clauses import Phrase
from casus.reading.places import Places, place_words
from casus.records import PlaceMention

_BESIDE = (
    "近く", "そば", "傍ら", "脇", "わき", "隣", "となり", "方", "ほう", "方角", "方向", "方面",
    "周囲", "手前", "先", "奥", "裏", "裏手", "横", "真上", "真下", "上", "下", "中", "外",
    "外れ", "はずれ", "外側", "内側", "端", "縁", "間", "前", "向かい", "向こう", "たもと", "足元",
    "ふもと", "頭上", "すれすれ", "中心", "中央", "外縁", "真ん中", "側", "南東", "南西", "北東",
    "北西", "東", "西", "南", "北", "真横", "入口", "あたり", "辺り", "界隈", "近隣", "正面",
    "後方", "背後", "直前", "全体",
)  # fmt: skip
"""Nouns that say where beside another place: the place before them decides."""
_SEATS = (
    "議会", "国会", "大統領府", "首相府", "支部", "支局", "代表部", "法廷", "本部", "司令部",
    "外務省", "国防省", "防衛省",
)  # fmt: skip
"""Bodies that are places only where something is done in them (外務省で会談した)."""
_WAY = ("方向", "方角", "方面")
_COMPASS = frozenset("東西南北")
_NAMED = re.compile(
    r"(?:町|村|都市|市|州|県|島|島国|港町|首都|州都|省都|県都|集落|地区|基地|要衝|海峡|油田|拠点|村落|隣国|国|岬|峠|川|湖|山|丘|地方)"
    r"「?[ァ-ヺー・＝=]{2,}」?$"
)
"""A name right after the noun for its kind (村プシェボドゥフ)."""
_DISTANCE = re.compile(
    r"(?:約|およそ)?[\d０-９.,〇一二三四五六七八九十百千数]+(?:キロ|km|ｋｍ|カイリ|海里|マイル|メートル|ｍ|m)(?:メートル)?(?:先|余り|ほど|付近)?$"
)
_LIES_IN = re.compile(r"[一-鿿々ァ-ヺー・]+(?:の[一-鿿々ァ-ヺー・]+)*に(?:ある|あった|位置する|面した|面する)\Z")
_FAR = 24
"""Characters before a place in which it is looked for what that lies in."""
_GLUE = re.compile(r"の$")


class JapanesePlaces(Places):
    """Finds the places of one Japanese text."""

    def like_place(self, phrase: Phrase) -> bool:
        """May the phrase name a place?"""
        words = self.text[phrase.span[0] : phrase.head[1]]
        seated = words.endswith(_SEATS) and self.text[phrase.head[1] : phrase.head[1] + 1] == "で"
        return super().like_place(phrase) or seated or self._stands(words)

    def mention(self, phrase: Phrase) -> PlaceMention:
        """Give the phrase as a place, with what it is said to lie in (中心部にある庁舎)."""
        found = super().mention(phrase)
        lies = _LIES_IN.search(self.text, max(0, phrase.span[0] - _FAR), phrase.span[0])
        if lies is None:
            return found
        span = (lies.start(), phrase.span[1])
        return msgspec.structs.replace(found, text=self.text[slice(*span)], span=span)

    def _stands(self, words: str) -> bool:
        """Ask: does a phrase end in a word for where beside a place, or in a name after its kind?"""
        if _NAMED.search(words) or words.endswith(_WAY):
            return True
        beside = next((b for b in sorted(_BESIDE, key=len, reverse=True) if words.endswith(b)), None)
        if beside is None:
            return False
        rest = _DISTANCE.sub("", _GLUE.sub("", words[: -len(beside)]))
        return bool(rest) and self._is_ground(_GLUE.sub("", rest))

    def _is_ground(self, words: str) -> bool:
        """Ask: do the words end in a place, or in one beside one?"""
        if words.endswith(place_words("ja")):
            return not self._is_office(words)
        ends = re.search(r"(?:[ァ-ヺー・＝=]+|[一-鿿]{2,})$", words)
        known = ends is not None and (self._know(ends.group()) is not None or self._is_state(ends.group()))
        return known or self._stands(words)
