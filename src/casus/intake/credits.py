"""Image credits: who made a report's picture and under which licence, as the report says."""

from __future__ import annotations

import re

from casus.records import ImageCredit, Report

_LEAD = re.compile(
    r"^[ \t\u3000]*[※*■●◆▲△(（\[]?[ \t]*"
    r"(?:(?:アイキャッチ|トップ|メイン|サムネイル)?(?:画像|写真|図|イメージ|アイキャッチ)"
    r"の?(?:出典|提供|撮影|引用元|クレジット|引用|元)?"
    r"|(?:Photo|Image|Picture|Featured image|Header image|Cover photo|Illustration)s?"
    r"(?: credit| by| courtesy of| source)?|Credit"
    r"|(?:Фото|Фотография|Изображение|Иллюстрация|Снимок))"
    r"[ \t]*[:：=＝][ \t]*",
    re.IGNORECASE | re.MULTILINE,
)
_LICENCE = re.compile(
    r"CC[ -]?(?:BY(?:[ -](?:NC|SA|ND)){0,2}|0)(?:[ -]\d\.\d)?|Creative Commons[^/|,、]*|Public Domain"
    r"|パブリック・?ドメイン|GFDL|общественное достояние",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:[/／|｜]|, |、)\s*")


def image_credit(report: Report) -> tuple[ImageCredit, ...]:
    """Find the image credits of a report, in text order."""
    found = []
    for match in _LEAD.finditer(report.text):
        end = report.text.find("\n", match.end())
        end = len(report.text) if end < 0 else end
        start = match.start() + (len(match.group()) - len(match.group().lstrip()))
        line = report.text[start:end].rstrip()
        body = report.text[match.end() : start + len(line)]
        if body:
            found.append(_credit(line, (start, start + len(line)), body))
    return tuple(found)


def _credit(line: str, span: tuple[int, int], body: str) -> ImageCredit:
    licence = _LICENCE.search(body)
    if licence is None:
        by, _, said = body.partition("。")
        return ImageCredit(text=line, span=span, creator=_clean(by), caption=_clean(said))
    before, after = body[: licence.start()], body[licence.end() :]
    parts = [p for p in _SPLIT.split(before) if p.strip()]
    creator = _clean(parts[0]) if parts else None
    middle = _clean(" ".join(parts[1:]))
    return ImageCredit(
        text=line, span=span, creator=creator, licence=licence.group().strip(), caption=_clean(after) or middle
    )


def _clean(text: str) -> str | None:
    return text.strip(" \t\u3000/／|｜,、;；:：()（）") or None
