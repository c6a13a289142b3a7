"""Japanese phrases (bunsetsu): content words with the particles and endings that follow them."""

from __future__ import annotations

from dataclasses import dataclass, field

from casus.reading.tokens import Token
from casus.records import Span

_NOMINAL = {"noun", "vn", "propn", "num", "counter", "pron", "suffix", "prefix", "adjnoun", "adnoun"}
_QUOTES = {"「": "」", "『": "』", "“": "”", "〝": "〟", '"': '"'}
_ASIDES = {"(": ")", "（": "）", "【": "】", "[": "]", "〔": "〕", "［": "］", "<": ">", "〈": "〉", "《": "》"}
_LIGHT = {"する", "す", "為る", "できる", "なさる", "いたす", "致す", "下さる", "される"}
_IDIOM_HELPERS = {"なる", "いける", "しれる", "知れる", "得る", "える", "うる", "限る"}
_ALLOWS = frozenset({"よい", "良い", "いい", "構う", "かまう", "ほしい", "欲しい"})
"""What makes てよい, てもかまわない, てほしい of a verb."""
_COPULA = {"だ", "です"}
_ADJOINS = frozenset({"即時", "同時", "随時", "事前", "即日"})
"""Words of time that make one word with the deed after them (即時撤退)."""
_HOW_OFTEN = frozenset({"何度", "何回", "幾度", "何人", "いくつ"})
_ACCOUNTS = frozenset(
    {"話", "噂", "うわさ", "説明", "発表", "主張", "証言", "報道", "報告", "見立て", "分析", "調べ", "調査"}
)
"""Nouns for somebody's account of things."""
_CREDITS = frozenset({"＝", "=", "－", "―", "—", "–"})
"""What parts a headline from who is its source."""
_DASHES = frozenset({"―", "—", "─", "–"})
_MARKS = frozenset({"comma", "stop", "space", "symbol", "open", "close"})
_VERBAL = frozenset({"verb", "helper", "adj"})


@dataclass(slots=True)
class Chunk:
    """A phrase: ``content`` words, then ``function`` words; ``bracket`` is the quotation it stands in (0 for none)."""

    content: list[Token]
    function: list[Token] = field(default_factory=list)
    bracket: int = 0
    credit: bool = False
    """Is it who a headline names as its source, past a mark (＝国防省) or a space?"""
    closes: int = 0
    """Number of the quotation that closes right after it (0 for none)."""
    within: int = 0
    """How many of its function words stand before that closing mark."""
    comma: bool = False
    final: bool = False
    date: Span | None = None
    opens: int | None = None
    """Where the quotation mark stands that opens right before it."""
    said: bool = False
    """Does it stand in a quotation that no word governs: 大統領「…」?"""
    index: int = 0
    text: str = field(init=False, default="")
    """The content words as written."""
    tail: str = field(init=False, default="")
    """The function words as written."""
    last: Token = field(init=False)
    """The last content word."""
    span: Span = field(init=False, default=(0, 0))
    """Offsets of the content words."""
    verbal: bool = field(init=False, default=False)
    """Is it a predicate by its form alone?"""

    def __post_init__(self) -> None:
        if self.function or len(self.content) > 1:
            self.settle()
        else:
            self.last = last = self.content[0]
            self.text, self.span = last.text, (last.start, last.end)
            self.verbal = last.pos in _VERBAL

    def settle(self) -> None:
        """Work out what follows from the words; to be called whenever they have changed."""
        self.text = "".join([t.text for t in self.content])
        self.tail = "".join([t.text for t in self.function])
        self.last = self.content[-1]
        self.span = self.content[0].start, self.last.end
        self.verbal = _verbal(self.last, self.function, self.tail)


def _verbal(last: Token, function: list[Token], tail: str) -> bool:
    if last.pos in _VERBAL:
        return True
    if not function:
        return False
    if tail.startswith(("ではな", "じゃな", "でな")):
        return True
    first = function[0]
    if last.text in _ACCOUNTS and tail in {"では", "でも"}:
        return False  # 目撃者の話では
    if first.pos == "particle" and any(t.form.startswith("意志推量形") for t in function):
        return True
    return first.pos == "helper" or (first.pos == "aux" and (last.pos == "vn" or first.lemma in _COPULA))


def chunks(tokens: list[Token], dates: tuple[Span, ...]) -> list[Chunk]:
    """Build the phrases of a sentence; words in parentheses and labels before a colon are left out."""
    found = _Builder(tokens, dates).run()
    for i, chunk in enumerate(found):
        chunk.index = i
    return found


def mark_said(chunks: list[Chunk]) -> None:
    """Mark the words of quotations that stand right after a noun and that no word governs (大統領「…」)."""
    for i, chunk in enumerate(chunks):
        if not chunk.closes or len(chunk.function) > chunk.within:
            continue
        first = next(j for j, c in enumerate(chunks) if c.bracket == chunk.closes)
        before = chunks[first - 1] if first else None
        if before is None or before.function or before.bracket or before.verbal or before.comma:
            continue
        for within in chunks[first : i + 1]:
            within.said = True


class _Builder:
    def __init__(self, tokens: list[Token], dates: tuple[Span, ...]) -> None:
        self.tokens = tokens
        self.dates = dates
        self.starts = {a for a, _ in dates}
        self.ends = {b for _, b in dates}
        self.done: list[Chunk] = []
        self.open: Chunk | None = None
        self.brackets: list[tuple[int, str]] = []
        self.count = 0
        self.opened: int | None = None
        self.aside: list[str] = []
        self.credit = False

    def run(self) -> list[Chunk]:
        before: Token | None = None
        for token in self.tokens:
            if token.pos in _MARKS or self.aside:
                if not self._skip(token):
                    self._mark(token)
            else:
                self._word(token, before)
            before = token
        self._close()
        if self.credit and self.done:
            self.done[-1].credit = True
        return self.done

    def _skip(self, token: Token) -> bool:
        if self.aside:
            if token.text == self.aside[-1]:
                self.aside.pop()
            elif token.text in _ASIDES:
                self.aside.append(_ASIDES[token.text])
            return True
        if token.text in _ASIDES and any(t.text == _ASIDES[token.text] and t.start > token.start for t in self.tokens):
            self.aside.append(_ASIDES[token.text])
            return True
        return False

    def _mark(self, token: Token) -> None:
        if token.text in _QUOTES and not (self.brackets and token.text == self.brackets[-1][1]):
            self._close()
            self.count += 1
            self.brackets.append((self.count, _QUOTES[token.text]))
            self.opened = token.start
        elif self.brackets and token.text == self.brackets[-1][1]:
            self._end_quote()
        elif token.pos in {"comma", "stop"}:
            self._stop(token)
        elif token.pos == "space":
            self._space()
        else:
            self._symbol(token)

    def _word(self, token: Token, before: Token | None) -> None:
        chunk = self.open
        apart = before is not None and (before.pos == "comma" or before.text in _DASHES)
        if apart and token.text in {"と", "などと"} and token.pos == "particle":
            last = self.done[-1] if self.done and chunk is None else None
            if last is not None and last.verbal and not last.bracket:
                self.open = chunk = self.done.pop()  # …攻撃した、と高官は語った
                chunk.comma = False
        if chunk is not None and self._joins(chunk, token, before):
            chunk.function.append(token)
            chunk.tail += token.text
            chunk.verbal = chunk.verbal or _verbal(chunk.last, chunk.function, chunk.tail)
        elif chunk is not None and self._extends(token):
            chunk.content.append(token)
            chunk.last = token
            chunk.text += token.text
            chunk.verbal = token.pos in _VERBAL
        else:
            self._close()
            self.open = Chunk([token], bracket=self.brackets[-1][0] if self.brackets else 0, opens=self.opened)
            self.opened = None

    def _joins(self, chunk: Chunk, token: Token, before: Token | None) -> bool:
        """Is the word a function word of the open phrase?"""
        if token.pos in {"particle", "aux"}:
            return True
        if before is None:
            return False
        if token.lemma in {"いる", "おる"} and chunk.verbal and _goes_on(chunk):
            return True  # 望んではいない
        if token.lemma in _ALLOWS and chunk.tail.endswith(("て", "ても", "で", "でも")) and chunk.verbal:
            return True
        if token.pos == "helper":
            return not _serves(chunk) and self._helps(token, before, chunk)
        if token.lemma in _IDIOM_HELPERS and _ends_in_idiom(chunk):
            return True
        if token.lemma in _IDIOM_HELPERS and before.text in {"を", "も", "は"} and chunk.verbal:
            return _ends_in_idiom(chunk)
        return token.lemma in {"ない", "無い"} and before.text in {"は", "も"} and _copula_topic(chunk)

    def _helps(self, token: Token, before: Token, chunk: Chunk) -> bool:
        if (
            before.pos in {"verb", "helper"}
            and before.form.startswith("連用形")
            and token.lemma not in {"ある", "する"}
        ):
            return True
        if not chunk.function:
            return token.lemma in _LIGHT and (chunk.last.pos == "vn" or chunk.last.text.endswith(("化", "視")))
        if before.pos == "particle" and before.text in {"て", "で"} and before.tag.endswith("接続助詞"):
            return token.lemma != "する"
        if token.lemma == "する" and before.text == "と":
            willing = chunk.function[-2] if len(chunk.function) > 1 else chunk.last
            return willing.form.startswith("意志推量形")
        if token.lemma in _IDIOM_HELPERS:
            return _ends_in_idiom(chunk)
        return before.pos == "aux" and before.lemma in _COPULA and token.lemma == "ある"

    def _extends(self, token: Token) -> bool:
        chunk = self.open
        if (
            chunk is not None
            and token.lemma in {"付ける", "づける"}
            and not chunk.function
            and chunk.last.pos in {"noun", "vn"}
        ):
            return True  # 義務付ける, 結論付ける
        if chunk is None or chunk.function or chunk.closes or token.pos not in _NOMINAL:
            return False
        if token.pos == "adnoun" or token.start in self.starts:
            return False
        if chunk.last.end in self.ends and not _names_year(chunk, token):
            return False
        if (
            _adverbial(chunk.last)
            and not (chunk.last.text in _ADJOINS and token.pos == "vn")
            and not (len(chunk.last.text) == 1 and len(chunk.content) > 1)  # 春 in the name 華春瑩
            and token.pos in {"propn", "noun", "vn", "pron", "adjnoun", "prefix"}
            and chunk.last.end not in self.ends
        ):
            return False
        return all(t.pos in _NOMINAL or t.pos == "symbol" for t in chunk.content)

    def _end_quote(self) -> None:
        number, _ = self.brackets.pop()
        last = self.open or (self.done[-1] if self.done else None)
        if last is not None and last.bracket == number:
            last.closes, last.within = number, len(last.function)
            if self.open is None and last is self.done[-1]:
                self.open = self.done.pop()

    def _stop(self, token: Token) -> None:
        if self.open is not None:
            self.open.comma = True
            self.open.final = token.pos == "stop"
        self._close()

    def _space(self) -> None:
        if self.open is not None and not self.brackets:
            stamp = not self.done and self.open.content[0].pos == "num" and all(map(_of_clock, self.open.content))
            if stamp and not self.open.function:
                self.open = None
            elif not self.open.content[-1].text.isascii():
                self.open.comma = True
                self._close()

    def _symbol(self, token: Token) -> None:
        if token.text in {":", "："}:
            self._close()
            if len(self.done) <= 3 and not any(c.verbal for c in self.done):
                self.done.clear()
        elif token.text in _CREDITS and self._credits(token):
            self.credit = True
            if self.open is not None:
                self.open.comma = self.open.final = True
            self._close()
        elif token.text in {"＝", "="} and self.open is not None and self.open.last.pos == "vn":
            self.open.comma = True  # 決議を採択＝米は棄権
            self._close()
        elif token.text in {"※", "・", "/", "／", "-", "＝", "=", "‐", "—", "―", "…"} and self.open is not None:
            if not self.open.function and token.text not in {"※", "—", "―", "…"}:
                self.open.content.append(token)
                self.open.last = token
                self.open.text += token.text
            else:
                self._close()
        else:
            self._close()

    def _credits(self, mark: Token) -> bool:
        """Ask: does a mark part a headline from who is its source (北朝鮮がミサイル発射＝韓国軍)?"""
        after = [t for t in self.tokens if t.start > mark.start]
        told = any(t.pos == "particle" for t in self.tokens if t.start < mark.start)
        return told and 0 < len(after) <= 5 and all(t.pos in _NOMINAL for t in after)

    def _close(self) -> None:
        chunk = self.open
        if chunk is None:
            return
        content = chunk.content
        if content[-1].pos == "symbol":
            while content and content[-1].pos == "symbol":
                content.pop()
            if content:
                chunk.settle()
        elif chunk.verbal and chunk.last.text in _ACCOUNTS:
            chunk.settle()
        else:
            chunk.span = content[0].start, content[-1].end
        if chunk.tail == "だと" and chunk.comma and chunk.last.text in _ACCOUNTS:
            chunk.verbal = any(c.tail != "の" for c in self.done)  # 軍の発表だと、
        if content:
            if self.dates:
                a, b = chunk.span
                chunk.date = next((d for d in self.dates if d[0] < b and a < d[1] and d[1] >= b), None)
            self.done.append(chunk)
        self.open = None


def _serves(chunk: Chunk) -> bool:
    """Ask: does a verb in て only serve as a particle (国境地帯に対して行っている)?"""
    return chunk.last.lemma in {"対する", "関する", "基づく", "おく"} and chunk.tail in {"て", "ては"}


def _goes_on(chunk: Chunk) -> bool:
    """Ask: does a phrase end in ては, ても of a verb, so that いる goes on with it?"""
    words = chunk.function
    return len(words) > 1 and words[-1].text in {"は", "も"} and words[-2].tag.endswith("接続助詞")


def often(chunk: Chunk) -> bool:
    """Ask: does a phrase with も only say how often or how many (何度も, 3度も)?"""
    return chunk.tail == "も" and (chunk.text in _HOW_OFTEN or chunk.last.text in {"度", "回"})


def _of_clock(token: Token) -> bool:
    """Ask: may it stand in a time stamp (14時50分)?"""
    return token.pos == "num" or token.text in {"時", "分", "秒", "時半", "時ごろ", "日"} or token.pos == "counter"


def _adverbial(token: Token) -> bool:
    """Is it a noun of time or manner that stands by itself before another noun (今回、このまま、昨年)?"""
    return (
        token.tag.endswith("副詞可能")
        and token.pos == "noun"
        and token.text not in {"一部", "大半", "多数", "全員", "最大", "事実"}
    )


def _names_year(chunk: Chunk, token: Token) -> bool:
    """Is it a year written before what it dates (1999年議定書)?"""
    return chunk.text.endswith("年") and chunk.text[:-1].isdecimal() and token.pos in {"noun", "vn", "propn"}


def _copula_topic(chunk: Chunk) -> bool:
    texts = [t.text for t in chunk.function]
    joined = len(texts) >= 2 and texts[-1] in {"は", "も"} and texts[-2] in {"で", "じゃ", "く"}
    return joined or texts[-1:] == ["じゃ"]


def _ends_in_idiom(chunk: Chunk) -> bool:
    """Do the endings so far call for a helper: てはならない, なければならない, ざるを得ない, かもしれない?"""
    tail = chunk.tail
    return tail.endswith(("ては", "では", "ても", "れば", "ねば", "ざるを", "かも", "とは", "きゃ", "ないと"))
