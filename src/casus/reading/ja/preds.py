"""Japanese predicates: which phrases of a sentence are predicates, and what each carries."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from casus.reading.clauses import Operator
from casus.reading.ja.chunks import Chunk
from casus.reading.ja.forms import Form, form_of
from casus.reading.ja.words import content_words, cue_index, index
from casus.reading.lexicon import Cue, Predicate
from casus.reading.names import is_party
from casus.reading.tokens import Token


@dataclass(slots=True)
class Pred:
    """A predicate on its way to a clause."""

    index: int
    chunk: Chunk
    form: Form
    lemma: str
    row: Predicate | None = None
    start: int = 0
    """Where the trigger begins and ends in the text."""
    end: int = 0
    link: str = "final"
    """quote, noun, nom, demand, cond, cont, adv, reason, rel, question, purpose, final."""
    parent: Pred | None = None
    noun: Chunk | None = None
    """The noun the clause stands before."""
    cue: Cue | None = None
    """The cue of that noun."""
    mark: str = ""
    absorbed: Pred | None = None
    """The predicate this one only helps to say (…可能性が + ある)."""
    holders: list[Pred] = field(default_factory=list)
    """The predicates absorbed, whose endings hold for this one."""
    operators: list[Operator] = field(default_factory=list)
    negative: bool = False
    light: bool = False
    happens: bool = False
    """Is the event its own subject (攻撃があった), so that nobody inherits the part of the one who acts?"""
    copula: bool = False
    nominal: bool = False
    named: bool = False
    """Is it a noun in quotation marks that calls something so (「卑劣な襲撃」と非難)?"""
    mentioned: bool = False
    """Is it a noun in quotation marks that is only spoken of as a word (「侵攻」という表現)?"""
    beside: str = ""
    """The word of manner its verb only serves (明らかに in 明らかにする)."""
    same_subject: bool = False
    apposed: bool = False
    """Does the clause say what its noun is (という意味), not describe it?"""
    focus: Chunk | None = None
    """Who a cleft clause is about (…のは X だ)."""
    given: set[int] = field(default_factory=set)
    """Phrases that are nominal events of their own (撤退を in 撤退を要求)."""
    used: set[int] = field(default_factory=set)
    """Phrases that belong to the trigger (兵を in 兵を引く)."""

    @property
    def reports(self) -> bool:
        """Does it take a clause with と?"""
        return takes_quote(self)


_HEADLINE_ENDS = {"へ": "forecast", "か": "possible"}

_CASES = ("が", "を", "に", "は", "へ", "から", "で", "も", "と", "には", "では")
"""Particles of arguments; the last three alone make no clause of a noun no table knows."""


def find_preds(chunks: list[Chunk], *, headline: bool) -> list[Pred]:
    """Give the predicates of a sentence, left to right."""
    preds: list[Pred] = []
    for i, chunk in enumerate(chunks):
        after = chunks[i + 1] if i + 1 < len(chunks) else None
        before = chunks[i - 1] if i else None
        if chunk.verbal and _only_serves(before, chunk, after, preds):
            continue
        if chunk.verbal and (_joins(before, chunk) or not _modifier(chunk, after)):
            preds.append(_pred(len(preds), chunk))
            if chunk.last.lemma == "する" and any(c.text == "余儀" for c in chunks[max(i - 2, 0) : i]):
                preds[-1].form.passive = False  # 撤退を余儀なくされた
            if before is not None and before.tail == "に" and before.last.pos == "adjnoun" and not before.comma:
                preds[-1].beside = before.text + before.tail
        elif after is None and before is not None and chunk.text + chunk.tail == "明らかに" and _quotes(before):
            preds.append(_pred(len(preds), chunk))
            preds[-1].lemma, preds[-1].beside = "する", "明らかに"  # …被弾したと明らかに。
        elif _called(chunk, after) and index().nominal(chunk.content) is not None:
            quoted = _pred(len(preds), chunk)
            quoted.copula = quoted.named = True
            preds.append(quoted)
        elif headline and _ends_headline(chunk, after):
            pred = _pred(len(preds), chunk)
            pred.operators.append(Operator(_HEADLINE_ENDS[chunk.tail], f"ja.form:{chunk.tail}"))
            preds.append(pred)
        elif _bare(chunk, chunks, preds, after, headline=headline):
            preds.append(_pred(len(preds), chunk))
    return preds


def _only_serves(before: Chunk | None, chunk: Chunk, after: Chunk | None, preds: list[Pred]) -> bool:
    """Ask: does a verb only serve another word: as manner, particle, measure (90発を超えるミサイル) or limit?"""
    if chunk.text + chunk.tail in content_words("manner") or connects(before, chunk):
        return True
    if before is None:
        return chunk.text + chunk.tail in _THEREFORE
    if chunk.last.lemma in {"ない", "無い"} and not before.function and before.text in _WITHOUT:
        return True  # 撤退を余儀なくされた, 許可なく操業している
    if _fixed(before, chunk, after):
        return True
    if before.text in {"こう", "そう", "ああ"} and chunk.last.lemma == "する" and chunk.tail == "た":
        return after is not None and not after.verbal  # こうした発砲
    if before.text in _FIRM and before.tail == "と" and chunk.last.lemma == "する":
        return True  # 断固とした打撃
    if before.verbal and before.tail == "に" and chunk.last.lemma in _NO_MORE and preds:
        preds[-1].form.past = preds[-1].form.past or "た" in chunk.tail
        return True  # …と述べるにとどめた
    return _measures(before, chunk, after)


def _fixed(before: Chunk, chunk: Chunk, after: Chunk | None) -> bool:
    """Ask: is a verb part of a set phrase (間もなく, 現在に至るまで, …かどうかをめぐって, 殴る蹴るの暴行)?"""
    lemma = chunk.last.lemma
    if before.text == "間" and before.tail == "も" and lemma in {"ない", "無い"}:
        return True
    if lemma == "至る":
        return chunk.tail == "まで" and before.tail == "に"
    if lemma in {"めぐる", "巡る"}:
        return (before.verbal or before.text == "どう") and before.tail.endswith("かを")
    return chunk.tail == "の" and chunk.last.pos == "verb" and after is not None and not after.verbal


_THEREFORE = frozenset({"したがって", "従って", "よって", "すなわち", "例えば", "言い換えれば"})
_WITHOUT = frozenset({"余儀", "許可", "予告", "警告", "断り", "承認", "事前通告", "例外", "容赦", "間断", "理由"})
_ADNOUNS = frozenset({"思わぬ", "思いがけない", "いわれのない", "ささいな", "あるまじき", "知られざる", "相次ぐ"})
"""Inflected words that only describe the noun after them."""
_NO_MORE = frozenset({"とどめる", "とどまる", "留める", "留まる", "止める"})
DISTANCES = ("キロ", "キロメートル", "km", "メートル", "海里", "カイリ", "マイル", "㌔", "里", "ほど", "余り", "余")
_MORE_THAN = frozenset({"超える", "上回る", "超す", "及ぶ", "上る", "満たす"})


def _measures(before: Chunk, chunk: Chunk, after: Chunk | None) -> bool:
    """Ask: does a verb only say how many there are of the noun after it (90発を超えるミサイル)?"""
    if chunk.last.lemma == "離れる" and "た" in chunk.tail and before.text.endswith(DISTANCES):
        return after is not None and not after.verbal and before.content[-1].pos != "verb"
    if chunk.last.lemma not in _MORE_THAN or after is None or after.verbal or chunk.function or chunk.comma:
        return False
    return before.tail in {"を", "に"} and before.date is None and any(t.pos == "num" for t in before.content)


_FIRM = frozenset({"断固", "毅然", "確固", "厳然", "歴然", "漠然", "公然", "平然"})
_CONNECTIVES = {"受ける": "を", "踏まえる": "を", "対する": "に", "先立つ": "に", "際する": "に", "加える": "に"}
"""Verbs that only join a clause named by こと or の to the next one, with the particle before them."""


def connects(before: Chunk | None, chunk: Chunk | None) -> bool:
    """Ask: does a verb only join what is named before it to what follows (死亡したことを受け、…のに対し)?"""
    if before is None or chunk is None or before.comma or chunk.last.pos not in {"verb", "helper"}:
        return False
    mark = _CONNECTIVES.get(chunk.last.lemma)
    if mark is None or len(chunk.content) > 1 or chunk.tail not in {"", "て"} or not before.tail.endswith(mark):
        return False
    named = before.text in {"こと", "事", "これ", "それ"} and before.tail == mark
    return named or (before.verbal and before.tail.endswith("の" + mark))


def _ends_headline(chunk: Chunk, after: Chunk | None) -> bool:
    """Ask: does a verbal noun close a headline, or a part of it, with へ or か (首都に上陸か、)?"""
    if chunk.tail not in _HEADLINE_ENDS or (after is not None and not chunk.comma):
        return False
    done = chunk.tail == "か" and ((chunk.text, "を") in cue_index("light") or bool(deverbal(chunk)))
    return done or index().nominal(chunk.content) is not None


def _pred(number: int, chunk: Chunk) -> Pred:
    form = form_of(chunk)
    nominal = chunk.last.pos not in {"verb", "helper", "adj"}
    said_not = chunk.tail.startswith(("ではな", "じゃな", "でな"))
    copula = nominal and bool(chunk.function) and (chunk.function[0].pos == "aux" or said_not)
    lemma = chunk.text[: -len(chunk.last.text)] * (chunk.last.pos != "verb") + chunk.last.lemma
    if chunk.last.pos in {"verb", "helper", "adj"}:
        lemma = "".join(t.text for t in chunk.content[:-1]) + chunk.last.lemma
    elif (not chunk.function or chunk.tail == "か") and (verb := deverbal(chunk)):
        lemma = verb
    if chunk.text == "断じ" and chunk.tail.startswith(("てな", "てあり")):
        lemma = "ない"  # …という事実は断じてない
    end = form.inflection[-1].end if form.inflection else chunk.last.end
    if form.tail.startswith("ば"):
        end += 1
    form.ongoing = form.ongoing or underway(chunk)
    negative = form.negative or lemma in {"ない", "無い"}
    return Pred(number, chunk, form, lemma, start=chunk.content[0].start, end=end, negative=negative, copula=copula)


def _joins(before: Chunk | None, chunk: Chunk) -> bool:
    """Ask: does an adjective of a subject join its clause to the next one (可能性が高く、…)?"""
    if before is None or not chunk.comma or chunk.last.pos != "adj" or chunk.function:
        return False
    return before.tail in {"が", "は", "も"} and not before.comma


def _modifier(chunk: Chunk, after: Chunk | None) -> bool:
    """Is it an adjective that only describes a noun or a verb?"""
    last = chunk.last
    if chunk.text + chunk.tail in _ADNOUNS:
        return True
    if chunk.tail in {"ではなく", "でなく", "じゃなく"} and after is not None and not after.verbal:
        return True
    if (
        chunk.function
        and chunk.function[0].pos == "aux"
        and chunk.function[0].text in {"な", "に"}
        and len(chunk.function) <= 2
    ):
        return last.pos in {"adjnoun", "noun", "vn", "suffix"} and chunk.tail in {"な", "に", "には", "にも"}
    if last.pos == "adj" and last.lemma not in {"ない", "無い"}:
        if last.form.startswith("連用形") and (not chunk.function or chunk.tail in {"とも", "は", "も"}):
            return True
        return last.form.startswith("連体形") and not chunk.function and after is not None and not after.verbal
    return False


def _bare(chunk: Chunk, chunks: list[Chunk], preds: list[Pred], after: Chunk | None, *, headline: bool) -> bool:
    """Is it a verbal noun that closes a clause without する?"""
    if chunk.function or chunk.verbal or chunk.date is not None:
        return False
    if not (chunk.comma or chunk.final or after is None or (chunk.closes and chunk.closes != after.bracket)):
        return False
    found = index().nominal(chunk.content)
    if underway(chunk):
        return True
    said = (chunk.text, "to") in cue_index("report") and bool(preds) and _quotes(chunks[chunk.index - 1])
    if chunk.last.pos != "vn" and found is None and not deverbal(chunk) and not said:
        return False
    if chunk.bracket and chunk.closes and chunk.tail == "" and not chunk.said:
        return False
    floor = preds[-1].chunk.index if preds else -1
    cases = _CASES if found is not None else _CASES[:-3]
    has_argument = any(c.tail in cases for c in chunks[floor + 1 : chunk.index])
    told = bool(preds) and floor == chunk.index - 1 and _quotes(chunks[floor])
    built_in = headline and found is not None and found[1] > 0 and _somebody(chunk.content[: found[1]])
    if headline and found is not None and not has_argument:
        has_argument = any(
            c.comma and not c.function and is_party(c.text, "ja") for c in chunks[floor + 1 : chunk.index]
        )
    return has_argument or told or built_in or (headline and found is not None and after is None)


def _called(chunk: Chunk, after: Chunk | None) -> bool:
    """Ask: is a noun what somebody calls a thing (「侵略」と述べた, 停戦違反と非難した)?"""
    if chunk.closes:
        return chunk.tail.startswith("と")
    if chunk.tail != "と" or chunk.comma or after is None or after.last.pos != "vn":
        return False
    if not after.function and chunk.last.pos == "vn" and (after.text, "to") in cue_index("report"):
        return True  # …を発射と発表
    row = index().single.get(after.text)
    judged = after.text in _JUDGES and chunk.last.pos == "vn"
    return judged or (row is not None and row.concept.type == "ACCUSE")


def underway(chunk: Chunk) -> bool:
    """Ask: is it a deed said to be under way (調査中だ, 旋回中。)?"""
    content = chunk.content
    return len(content) > 1 and content[-1].text == "中" and content[-2].pos == "vn"


def _quotes(chunk: Chunk) -> bool:
    """Ask: does a clause end in と, so that a bare noun after it says who spoke (追い払ったと主張)?"""
    return chunk.tail.endswith("と") and not chunk.comma


def _somebody(content: list[Token]) -> bool:
    """Ask: do words name who or how many (インド兵20人 in インド兵20人死亡, 韓国軍 in 韓国軍応戦)?"""
    return any(t.pos == "num" for t in content) or is_party("".join(t.text for t in content), "ja")


_JUDGES = frozenset({"断定", "認定", "判断", "推定", "結論", "特定"})
_TO_VERB = dict(zip("いきしちにびみりぎ", "うくすつぬぶむるぐ", strict=True))


@cache
def _verb_of(noun: str) -> str:
    """Give the verb a noun is made of, where the tables know it (訴え: 訴える, 引き渡し: 引き渡す)."""
    known = index().single.keys() | {word for word, _ in (*cue_index("operator"), *cue_index("report"))}
    plain = noun + "る"
    return plain if plain in known else next(iter({noun[:-1] + _TO_VERB.get(noun[-1], "")} & known), "")


def deverbal(chunk: Chunk) -> str:
    """Give the verb a bare noun at the end of a clause stands for, or nothing."""
    return _verb_of(chunk.text) if chunk.last.pos == "noun" and len(chunk.content) == 1 else ""


def noun_cue(noun: Chunk) -> Cue | None:
    """Find the cue of a content noun (可能性, 恐れ, 報道) by the last words of a phrase, longest first."""
    table, text, start = cue_index("noun"), noun.text, 0
    for token in noun.content:
        cue = table.get((text[start:], ""))
        if cue is not None:
            return cue
        start += len(token.text)
    return None


_SAYS = frozenset({"言う", "いう", "語る", "話す"})


def tells_aside(pred: Pred, chunks: list[Chunk]) -> bool:
    """Ask: does a clause only say whose account it is (村長が言うには、大使に言わせれば、話を総合すると、)?"""
    before = chunks[pred.chunk.index - 1] if pred.chunk.index else None
    if before is not None and before.tail == "を" and pred.lemma in {"総合", "借りる"} and pred.chunk.comma:
        cue = noun_cue(before)
        told = before.text == "言葉" or (cue is not None and cue.effect == "claim")
        return told and pred.chunk.tail.endswith(("と", "ば"))
    aside = pred.chunk.tail == "には" or (pred.form.causative and pred.form.shape == "仮定形")
    return aside and pred.chunk.comma and pred.lemma in _SAYS


def takes_quote(pred: Pred) -> bool:
    """Can the predicate take a clause with と?"""
    said = (pred.beside + pred.lemma, "to")
    if said in cue_index("report") or (pred.lemma, "to") in cue_index("report"):
        return True
    if (pred.lemma, "to") in cue_index("operator"):
        return True
    row = row_of(pred)
    return row is not None and row.concept.content is not None


def row_of(pred: Pred) -> Predicate | None:
    """Give the row of a predicate's own word, before its phrases are known."""
    return pred.row or index().single.get(pred.lemma) or _nominal_row(pred)


def row_here(pred: Pred, chunks: list[Chunk]) -> Predicate | None:
    """Give the row of a predicate with the noun right before it (大使を呼ぶ), else of its own word."""
    before = chunks[pred.chunk.index - 1] if pred.chunk.index else None
    if before is not None and not before.verbal and before.tail in {"を", "に", "が"}:
        hit = index().phrase(pred.lemma, {before.tail: before.text})
        if hit is not None:
            return hit[0]
    return row_of(pred)


def _nominal_row(pred: Pred) -> Predicate | None:
    found = index().nominal(pred.chunk.content)
    return found[0] if found else None
