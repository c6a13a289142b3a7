"""Regions of a plain text: headline, lede, body, references, notices, readers' comments."""

from __future__ import annotations

import re

from casus.records import Region, Report, Span
from casus.records.report import RegionKind
from casus.vocabulary.cyrillic import CYRILLIC, cyrillic_language

_HEADING = re.compile(
    r"^[\s■◆●【\[#*=—–-]*(\d+\s+)?("
    r"コメント(欄|一覧)?|読者(の声|の?コメント)|みんなのコメント|返信|"
    r"((all|top|latest|newest|recent|reader|readers['’]?|user|users['’]?|our readers['’]?)\s)?"
    r"(comments?|responses|replies)(\ssection)?|leave a comment|(reader )?discussion(?=\s*[(\[:]\s*\d)|"
    r"what (our )?readers (say|said|wrote|are saying|think)|from the comments|join the (discussion|conversation)|"
    r"(все )?комментарии( читателей| пользователей| к (статье|записи|посту|материалу))?|мнения читателей|читатели пишут"
    r"|(все )?комментари(ев|й|я)|(лента|раздел|блок) комментариев|комментарии (под|на|из)\s\S+(\s\S+)?|из комментариев"
    r"|(идёт |идет )?обсуждение( статьи| записи| темы| на форуме| новости| материала)?|отзывы( читателей)?"
    r"|(что )?(пишут|говорят|думают) (наши )?читатели|читатели (отвечают|комментируют|обсуждают|спорят)|форум|реплики"
    r")\s*[(（\[:—–-]?\s*\d*\s*[)）\]件]*[】\]:：#*=—–-]*\s*$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"^\s*(参考|関連|関連記事|出典|引用元|ソース|参照|Source|Sources|See also|Related|Read more"
    r"|Источник(?!\s*:\s*(?-i:[а-яё]))"
    r"|Читайте также|По теме|Подробнее|См\. также|Смотрите также|Материалы по теме|Ранее по теме)\s*[:：]",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"^\s*[※*＊◆●■]?\s*(告知|お知らせ|宣伝|広告|PR|アイキャッチ|(?:(?:記|本)事|本文|文)中の|(?:冒頭|トップ|上|下)の"
    r"|(?:写真|画像|図|地図|動画|映像|サムネ)(?=[^。]{0,20}(?:[:：]|提供|出典|撮影|より))|Photo|Image|Picture"
    r"|Фото|Иллюстрация|Advertisement|Subscribe|Follow us|Подписывайтесь|関連タグ|タグ|カテゴリ|シェア"
    r"|Share|Copyright|©|次回)[^。]{0,20}[:：はの]",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"^\s*※.{0,12}(写真|画像|図版?|地図|動画|映像|イラスト|サムネイル)(は|の|:|：|／|提供|出典)"
    r"|(アイキャッチ画像|画像|写真)の?(出典|提供|クレジット)|CC[ -]BY|Public Domain|パブリックドメイン"
    r"|フォローして|チャンネル登録",
    re.IGNORECASE,
)
_ENDS_LIKE_SENTENCE = re.compile(r"[。.!?！？」』][)）\"”]?\s*$")
_KANA = re.compile(r"[぀-ヿ]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LATIN = re.compile(r"[A-Za-z]")
_INFORMAL = re.compile(
    r"[ｗwW]$|[?？]$|…|・・|かな|だな|だろ[。う]?$|よね?[。]?$|けど[。]?$|(?:だ|る|た|い)(?:よ|ね|な|わ|ぞ|さ)[。]?$|^[>＞↑]"
    r"|(?:です|ます|でしょう?|だろう?)(?:ね|よ|な|か)?(?:[あぁえぇ]|ねえ|なあ)[。…]?$|(?:だ|です|する|した|いる)(?:が|し|から(?:ね|な)?)[。]?$"
    r"|(?:くれ|くれよ|んだ|のに|じゃん|でしょ|っす|やろ|やん|なのでは|ですか)[。]?$|[(（](?:笑|棒|爆|白目|震え声)[)）]|!$|！$"
)
_TALKING = re.compile(
    r"\b(?:I|I['’](?:m|d|ve|ll)|guys?|lol|IMH?O)\b|\b\w+n['’]t\b|\b(?:where|what|who|that|there)['’]s\b|\.\.\.",
    re.IGNORECASE,
)
"""How people talk in English; what stands in quotation marks is not counted."""
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
_SAID = re.compile(r"\b(?:said|told|according to|reported|announced)\b", re.IGNORECASE)
_SIGNED = re.compile(
    r"^@?(?P<who>[^\W\d][\w.\- ]{0,30}?)\s*(?:[(（][^)）]{0,20}?\d{1,2}[:.]\d{2}[^)）]{0,6}[)）]\s*[:：]?"
    r"|,\s[^:：]{0,16}?\d{1,2}[:.]\d{2}\s*[:：])"
)
"""Who wrote and when, at the head of a comment: ``Tikhon (16.03, 09:41): …``."""
_FEWEST_SIGNED = 3
_REPORTED = re.compile(
    r"と(?:述べ|語っ|話し|説明し|発表し|主張し|反論し|強調し|報じ|伝え|非難し|し)(?:た|て(?:い(?:る|た|ます|ました))|ました|ている)[。]?$"
    r"|^(?:\d{1,2}[:：時]\d{2}|【|[^\s。]{1,8}[:：])|(?:発表|表明|声明|会談|報道)[。]?$"
)
"""How a line of the report itself ends or begins: words passed on, an entry's time, a label."""
_LONG_SENTENCE = 45
_TURN_LINES = 3
"""So many lines in another register, to the end of the text, are readers' comments without a notice before them."""


def language_of(text: str, default: str = "und") -> str:
    """Tell Japanese, Russian and English apart by their letters."""
    kana, cyrillic, latin = (len(p.findall(text)) for p in (_KANA, _CYRILLIC, _LATIN))
    if kana and kana * 4 >= max(cyrillic, latin):
        return "ja"
    if cyrillic > latin:
        return default if default in CYRILLIC - {"ru"} else cyrillic_language(text)
    return "en" if latin else default


def find_regions(report: Report) -> tuple[Region, ...]:
    """Give the regions of a report in text order; those its markup named are kept."""
    if report.regions:
        return report.regions
    lines = _lines(report.text)
    if not lines:
        return ()
    kinds = _kinds(report.text, lines, report.language)
    return tuple(_merge(report, lines, kinds))


def _lines(text: str) -> list[Span]:
    found = []
    for match in re.finditer(r"[^\n]+", text):
        a, b = match.span()
        while a < b and text[a].isspace():
            a += 1
        while a < b and text[b - 1].isspace():
            b -= 1
        if a < b:
            found.append((a, b))
    return found


def _kinds(text: str, lines: list[Span], language: str) -> list[RegionKind]:
    kinds: list[RegionKind] = ["body"] * len(lines)
    comments = _comments_from(text, lines)
    for i, (a, b) in enumerate(lines):
        line = text[a:b]
        if i >= comments:
            kinds[i] = "comments"
        elif _is_reference(line, language):
            kinds[i] = "reference"
        elif _FURNITURE.search(line) or _CREDIT.search(line):
            kinds[i] = "furniture"
    _name_opening(text, lines, kinds)
    return kinds


def _is_reference(line: str, language: str) -> bool:
    if _REFERENCE.search(line) or re.match(r"^\s*https?://\S+\s*$", line):
        return True
    return language == "ja" and len(line) > 12 and not re.search(r"[぀-ヿ一-鿿]", line)


def _comments_from(text: str, lines: list[Span]) -> int:
    """Give the line readers' comments begin at: after a heading, or where the register turns after the notices."""
    for i, (a, b) in enumerate(lines):
        if i and _HEADING.match(text[a:b]):
            return i
    words = [text[a:b] for a, b in lines]
    if (signed := _signed(words)) < len(lines):
        return signed
    last_notice = max(
        (i for i, (a, b) in enumerate(lines) if _FURNITURE.search(text[a:b]) or _CREDIT.search(text[a:b])), default=-1
    )
    if last_notice < 1 or len(lines) - last_notice < 3:
        return _turn(words)
    rest = words[last_notice + 1 :]
    informal = sum(map(_casual, rest))
    reported = sum(bool(_REPORTED.search(line) or _SAID.search(line)) for line in rest)
    return last_notice + 1 if informal * 3 >= len(rest) and reported * 4 <= len(rest) else _turn(words)


def _casual(line: str) -> bool:
    talking = _TALKING.search(_QUOTED.sub("", line))
    return bool(_INFORMAL.search(line) or talking) or not _ENDS_LIKE_SENTENCE.search(line)


def _signed(lines: list[str]) -> int:
    """Give the line from which, to the end, several people sign what they write with name and time; else the end."""
    first, names, count, apart = len(lines), set(), 0, 0
    for i in range(len(lines) - 1, 1, -1):
        head = _SIGNED.match(lines[i])
        apart = 0 if head else apart + 1
        if apart > 2:
            break
        if head:
            first, count = i, count + 1
            names.add(head["who"])
    talk = any("@" in line or _casual(line) for line in lines[first:])  # a live blog's datelines only report
    return first if talk and count >= _FEWEST_SIGNED and len(names) > 1 else len(lines)


def _turn(lines: list[str]) -> int:
    """Give the line a Japanese text turns to the register of comments at, where no heading or notice says so."""
    first, informal = len(lines), 0
    for i in range(len(lines) - 1, 2, -1):
        line = lines[i]
        if not _KANA.search(line) or _REPORTED.search(line) or _is_reference(line, "ja"):
            break
        if _INFORMAL.search(line):
            informal += 1
            if informal * 2 >= len(lines) - i:
                first = i
        elif len(line) > _LONG_SENTENCE:
            break
    return first if len(lines) - first >= _TURN_LINES else len(lines)


def _name_opening(text: str, lines: list[Span], kinds: list[RegionKind]) -> None:
    body = [i for i, k in enumerate(kinds) if k == "body"]
    if len(body) < 2:
        return
    first = body[0]
    a, b = lines[first]
    if not _ENDS_LIKE_SENTENCE.search(text[a:b]):
        kinds[first] = "headline"
        if not re.match(r"^\d{1,2}[:：]\d{2}", text[slice(*lines[body[1]])]):
            kinds[body[1]] = "lede"
        return
    kinds[first] = "lede"
    for i in body[1:3]:
        a, b = lines[i]
        if not _ENDS_LIKE_SENTENCE.search(text[a:b]) and b - a <= 2 * _LONG_SENTENCE:
            kinds[i] = "headline"
            break


def _merge(report: Report, lines: list[Span], kinds: list[RegionKind]) -> list[Region]:
    """Join neighbouring lines of one kind and one language."""
    merged: list[Region] = []
    for (a, b), kind in zip(lines, kinds, strict=True):
        language = _line_language(report.text[a:b], report.language)
        last = merged[-1] if merged else None
        if (
            last is not None
            and last.kind == kind
            and (last.language == language or kind == "comments")
            and kind not in {"headline", "lede"}
        ):
            merged[-1] = Region(kind=kind, span=(last.span[0], b), language=last.language)
        else:
            merged.append(Region(kind=kind, span=(a, b), language=language))
    return merged


def _line_language(line: str, default: str) -> str:
    label = _REFERENCE.match(line)
    line = line[label.end() :] if label else line
    found = language_of(line, default)
    if default == "ja" and re.search(r"[一-鿿]", line):
        return "ja"
    return found if len(line) > 8 else default


def title_start(text: str, region: Region) -> int:
    """Give where the title begins in a reference to another report, past its label (参考:)."""
    label = _REFERENCE.match(text[slice(*region.span)])
    return region.span[0] + label.end() if label else region.span[0]
