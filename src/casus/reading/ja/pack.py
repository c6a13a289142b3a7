"""The Japanese pack: from a sentence's words to clauses in no language in particular."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from casus.reading.clauses import Argument, Clause, DateSpan, ParsedSentence, Phrase
from casus.reading.dates import Anchor, FoundDate
from casus.reading.gazetteer import Gazetteer
from casus.reading.ja import dates
from casus.reading.ja.arguments import Attachment, Taken
from casus.reading.ja.chunks import Chunk, chunks, mark_said
from casus.reading.ja.deeds import standing_deeds
from casus.reading.ja.links import link_all
from casus.reading.ja.nominals import nominal_events
from casus.reading.ja.operators import Operators
from casus.reading.ja.particles import merge_compounds
from casus.reading.ja.places import JapanesePlaces
from casus.reading.ja.preds import Pred, find_preds, underway
from casus.reading.ja.rows import COUNTS, find_rows
from casus.reading.ja.stated import EXIST, GROUND, Stated
from casus.reading.ja.tokenizer import tokens
from casus.reading.ja.whereabouts import arrived, scene, was_there, way
from casus.reading.ja.words import cue_index
from casus.reading.names import is_party, name_table
from casus.reading.parties import Resolver
from casus.records import Span
from casus.vocabulary.states import states

_IS_AT = frozenset({"ある", "いる", "位置", "所在", "面する", "近い", "隣接"})


@cache
def load() -> JapanesePack:
    """Give the pack; raises MissingExtraError where Sudachi is not installed."""
    tokens("。", (0, 1))
    return JapanesePack()


class JapanesePack:
    """Japanese: clauses and dates."""

    language = "ja"

    def dates(self, text: str, sentence: Span, anchor: Anchor) -> tuple[FoundDate, ...]:
        """Give the date expressions of a sentence."""
        a, b = sentence
        return dates.find(text[a:b], anchor, a)

    def resolver(self, text: str, on: date | None) -> Resolver:
        """Give what resolves the parties of one text."""
        return Resolver(text, self.language, on)

    def places(self, text: str, gazetteer: Gazetteer) -> JapanesePlaces:
        """Give what finds the places of one text."""
        return JapanesePlaces(text, self.language, gazetteer)

    def parse(
        self, text: str, sentence: Span, found: tuple[FoundDate, ...], *, headline: bool = False
    ) -> ParsedSentence:
        """Give the clauses of one sentence."""
        parts = merge_compounds(chunks(tokens(text, sentence), tuple(f.span for f in found)))
        mark_said(parts)
        _mark_credit(parts, headline=headline)
        _mark_answered(parts)
        headline = headline or _telegraphic(parts)
        preds = find_preds(parts, headline=headline)
        consumed = link_all(preds, parts)
        attachment = Attachment(parts, preds, _is_party, consumed, headline=headline)
        attachment.run()
        _settle_purposes(attachment)
        find_rows(attachment)
        nominals = nominal_events(attachment)
        nominals += standing_deeds(attachment, nominals)
        quoted = _spoke_before(text, sentence[1]) if all(c.bracket for c in parts) else None
        return _Assembly(sentence, attachment, preds, nominals, headline=headline, quoted=quoted).sentence()


_TOLD = ("発表", "主張", "報道", "指摘", "非難", "批判", "表明", "分析", "明言", "説明", "談")
"""How a headline says, in one word with who did, that it was told (国防省発表)."""
_TELLERS = (
    "メディア", "通信", "通信社", "省", "軍", "政府", "当局", "報道官", "紙", "放送", "テレビ", "庁", "府", "筋",
    "当局者", "高官", "関係者", "目撃者", "知事", "市長", "消防", "警察", "報道", "国連", "委員会", "司令部",
    "参謀本部", "監視団", "大使館", "議会", "大統領", "首相", "外相",
    "国防相", "団体", "野党", "与党", "長官", "司令官",
)  # fmt: skip
"""How those end whom a headline names as its source after a space (政府軍、首都から撤退　国営メディア)."""


_SPOKE = re.compile(
    r"[。\s]*(?P<who>[^「」、。\n]{1,24}?)[はが][^「」。\n]{0,24}?(こう|そう|このように)"
    r"(述べ|語|話|主張|訴|強調|説明|指摘|報告|非難|警告|証言|答|明か|断言|批判|嘆|振り返)"
)
"""A sentence that says who spoke the words before it (国連の調査官はこう報告した)."""


def _spoke_before(text: str, end: int) -> Phrase | None:
    """Give who the sentence after ``end`` says spoke the words before it."""
    found = _SPOKE.match(text, end, end + 80)
    if found is None or not _is_party(found["who"].rpartition("の")[2]):
        return None
    return Phrase(found.span("who"), found.span("who"))


def _mark_answered(parts: list[Chunk]) -> None:
    """Mark quoted words that open a sentence and whose speaker follows at once (「捕虜を処刑」国連が非難)."""
    last = next((c for c in parts[:-1] if c.closes and parts[0].bracket == c.closes), None)
    if last is None or len(last.function) > last.within or not (last.verbal or last.last.pos == "vn"):
        return
    quoted = parts[: last.index + 1]
    if any(c.function for c in quoted) and _is_party(parts[last.index + 1].text):
        for chunk in quoted:
            chunk.said = True


def _mark_credit(parts: list[Chunk], *, headline: bool) -> None:
    """Mark who a headline names as its source at the end, past a space or と (軍が発砲と野党主張)."""
    last = parts[-1] if parts else None
    if last is None or len(parts) < 3 or last.final or last.function:
        return
    before = parts[-2]
    said = next((w for w in _TOLD if last.text.endswith(w)), "")
    if not last.text.removesuffix(said).endswith(_TELLERS):
        return
    if headline and before.tail == "と" and before.last.pos == "vn" and not before.verbal and not before.closes:
        before.function, before.comma, before.final, last.credit = [], True, True, True
        before.settle()
        return
    if before.comma and not before.function and before.last.pos == "vn" and any(c.function for c in parts[:-2]):
        last.credit = True


def _telegraphic(parts: list[Chunk]) -> bool:
    """Ask: is a sentence written like a headline: a party with a bare comma first, no finite verb at the end?"""
    if parts and parts[-1].credit:
        return True
    if len(parts) > 1 and not parts[-1].final:
        ends = not parts[-1].verbal and parts[-1].tail in {"", "か", "へ", "に"}
        if ends or any(c.comma and c.tail in {"か", "へ"} for c in parts):
            return True  # イスラエルが車列空爆か　シリア国境
    told = bool(parts) and parts[-1].text + parts[-1].tail == "明らかに"  # 航空会社、旅客機が被弾したと明らかに。
    if len(parts) < 3 or (not told and (parts[-1].verbal or parts[-1].tail not in {"", "へ", "か"})):
        return False
    opening = next((c for c in parts[:3] if c.comma), None)
    return opening is not None and not opening.function and not opening.verbal and _is_party(opening.text)


def _settle_purposes(attachment: Attachment) -> None:
    """Give a clause with ため that has a subject of its own gives a reason, not a purpose."""
    for pred in attachment.preds:
        subject = attachment.frames[pred.index].subject()
        if pred.link == "purpose" and subject is not None and not subject.shared and subject.chunk.tail == "が":
            pred.link = "reason"


@cache
def _short_names() -> frozenset[str]:
    return frozenset(name for state in states().rows for name in state.short_ja)


@cache
def _is_party(text: str) -> bool:
    if len(text) == 1 and text in _short_names():
        return True
    entry = name_table("ja").entries.get(text)
    if entry is not None and entry.kind == "state":
        return True  # 台湾, ソロモン諸島
    owned = text.endswith("領") and not text.endswith(("大統領", "首領", "頭領"))
    return is_party(text, "ja") and not (owned or text.endswith(GROUND))


def _stands(pred: Pred) -> bool:
    """Ask: does it say what is, not what is done? A deed under way (調査中) is done."""
    going_on = pred.form.ongoing and not underway(pred.chunk) and (pred.row is not None or _lasting(pred))
    counts = pred.row is not None and pred.row.concept.name == "casualties" and pred.lemma in COUNTS
    return going_on or counts or pred.copula or pred.chunk.last.pos == "adj" or pred.lemma in EXIST


def _performs(pred: Pred) -> bool:
    """Ask: does one do it by saying so (「自制を求める」と強調した)?"""
    concept = pred.row.concept if pred.row is not None else None
    if concept is None or concept.type not in _SAID_IS_DONE:
        return False
    return bool(concept.content) or concept.name == "support"


_SAID_IS_DONE = frozenset({"REQUEST", "REJECT", "SUPPORT"})


def _lasting(pred: Pred) -> bool:
    """Ask: is it, outside of the tables, how things stand (開いている, 占められている), not what somebody is at?"""
    return not pred.light and (pred.form.passive or pred.lemma.endswith(_INTRANSITIVE))


_INTRANSITIVE = (
    "まる",
    "わる",
    "がる",
    "つく",
    "なる",
    "える",
    "ある",
    "れる",
    "残る",
    "違う",
    "異なる",
    "似る",
    "欠く",
    "持つ",
)
"""How verbs of what comes about by itself end."""


class _Assembly(Stated):
    """Turns the predicates of one sentence into clauses."""

    def __init__(
        self,
        span: Span,
        attachment: Attachment,
        preds: list[Pred],
        nominals: list[Pred],
        *,
        headline: bool,
        quoted: Phrase | None,
    ) -> None:
        super().__init__(attachment, Operators(attachment, headline=headline, quoted=quoted), nominals)
        self.span = span
        self.units = [p for p in [*preds, *nominals] if p.absorbed is None and self.stated(p)]
        self.number = {id(p): i for i, p in enumerate(self.units)}

    def sentence(self) -> ParsedSentence:
        clauses = tuple(self._clause(p) for p in self.units)
        return ParsedSentence(self.span, clauses, self._speakers())

    def _clause(self, pred: Pred) -> Clause:
        _, negative = self.operators.own(pred)
        silent = pred.row is not None and pred.row.concept.name == "no_comment"
        negative = negative or (silent and pred.lemma not in {"拒否", "拒む"})
        frame = self.attachment.frames[pred.index]
        operators = self.operators.of(pred)
        hidden = pred.given if pred.row is None or pred.row.concept.content else set()
        kept = [t for t in frame.taken if t.mark == "place" or t.chunk.index not in pred.used | hidden]
        kept = [t for t in kept if not (t.mark == "を" and self._no_target(t, pred))]
        kept = [t for t in kept if not (self._breaks_down(t, pred) or self._plans(t) or self._affected(t, pred))]
        taken = [t for t in self._between(kept, pred) if self._fits(t, pred)]
        owner = pred.row is not None and any(mark == "の" for mark, _ in pred.row.roles)
        owner = owner or self._whose_deed(pred, taken)
        taken.sort(
            key=lambda t: ((t.mark == "の") != owner, pred.row is None and t.mark in {"に", "へ"})
        )  # who acts goes before whose a thing is, unless that is told
        if self._in_vain(pred, taken):
            arguments = self._told_in_vain(pred, taken)
        else:
            arguments = [a for t in taken for a in self._arguments(t, pred)]
        arguments = [*self._owner(pred), *arguments]
        arguments.extend(self._same_doer(pred, taken))
        arguments.extend(self._of_content(pred))
        arguments.extend(self._inherited(pred))
        arguments.extend(scene(self.attachment, taken))
        if pred.row is not None and pred.row.concept.roles_of("object") == ("recipient",):
            arguments = [*self._sites(taken), *arguments]
        arguments.extend((*was_there(self.attachment, pred, taken), *arrived(pred), *way(self.attachment, pred)))
        rules = () if pred.row is None else (f"ja.predicate:{pred.row.concept.name}",)
        return Clause(
            number=self.number[id(pred)],
            sentence=self.span,
            trigger=(pred.start, pred.end),
            lemma=pred.lemma,
            predicate=pred.row,
            arguments=tuple(arguments),
            dates=self._dates(pred),
            operators=operators,
            negative=negative,
            passive=pred.form.passive,
            causative=pred.form.causative,
            stative=_stands(pred),
            past=self.operators.past(pred),
            nominal=pred.nominal,
            finite=self.operators.announces(pred) and not (_performs(pred) and not frame.dates),
            speech=pred.row is not None and pred.row.concept.content is not None,
            content_of=self._content_of(pred),
            trigger_of=self._trigger_of(pred),
            rules=rules,
        )

    def _whose_deed(self, pred: Pred, taken: list[Taken]) -> bool:
        """Ask: is a deed somebody's who stands right before it (大統領は…が、米国の攻撃ではなかった)?"""
        beside = (t.chunk for t in taken if t.mark == "の" and t.chunk.index == pred.chunk.index - 1)
        return pred.copula and pred.row is not None and any(self.attachment.is_party(c.text) for c in beside)

    def _between(self, taken: list[Taken], pred: Pred) -> list[Taken]:
        """Read those a mutual act is between (両軍の間で銃撃戦になった) as those who act."""
        if pred.row is None or any(
            t.mark == "が" and t.own and not t.shared for t in taken if t.chunk.index not in pred.used
        ):
            return taken
        between = next((t for t in taken if t.chunk.text in {"間", "あいだ"} and t.mark in {"で", "に"}), None)
        sides = self.attachment.modifiers(between.chunk)[:1] if between is not None else []
        if not sides or sides[0].tail != "の" or not self.attachment.is_party(sides[0].text):
            return taken
        return [*(t for t in taken if t is not between and t.mark != "が"), Taken(sides[0], "が")]

    def _in_vain(self, pred: Pred, taken: list[Taken]) -> bool:
        """Ask: is the subject a clause shares whom it was told to (機は、警告したにもかかわらず針路を変えなかった)?"""
        row, after = pred.row, pred.parent
        if row is None or after is None or not pred.chunk.tail.endswith(("にも", "のに", "ても", "でも")):
            return False
        if row.concept.type not in {"THREATEN", "REQUEST"} and row.concept.name != "warning_shots":
            return False
        after = after.parent if after.lemma in {"かかわる", "関わる"} and after.parent is not None else after
        held = self.attachment.frames[after.index].subject()
        return after.negative and held is not None and any(t.mark == "が" and t.chunk is held.chunk for t in taken)

    def _told_in_vain(self, pred: Pred, taken: list[Taken]) -> list[Argument]:
        """Give who was told in vain as the one acted on, and whoever tells the story as the one who acted."""
        told = [Taken(t.chunk, "に", t.own, t.shared) if t.mark == "が" else t for t in taken]
        found = [a for t in told for a in self._arguments(t, pred)]
        tellers = (c for at, c in self.attachment.speakers if at < pred.chunk.index)
        for teller in tellers:
            owner = next(iter(self.attachment.modifiers(teller)), teller)
            somebody = owner if self.attachment.is_party(owner.text) else teller
            if self.attachment.is_party(somebody.text):
                found.append(Argument("が", ("subject",), self.attachment.phrase(somebody), own=False))
        return found

    def _sites(self, taken: list[Taken]) -> list[Argument]:
        """Give the place a thing acted on is said to be in by a clause of its own (領内にある拠点を空爆)."""
        found: list[Argument] = []
        things = {t.chunk.index for t in taken if t.own and t.mark in {"を", "が", "に対して"}}
        for pred in self.attachment.preds:
            if pred.link != "rel" or pred.noun is None or pred.lemma not in _IS_AT:
                continue
            if self.attachment.head(pred.noun).index in things:
                where = [t for t in self.attachment.frames[pred.index].taken if t.mark == "に" and t.own]
                found.extend(Argument("place", (), self.attachment.phrase(t.chunk)) for t in where)
        return found

    def _dates(self, pred: Pred) -> tuple[DateSpan, ...]:
        """Give the clause's dates; a nominal event that is declared or decided leans on those of its verb."""
        own = tuple(DateSpan(span, held) for span, held in self.attachment.frames[pred.index].dates)
        if own or not pred.nominal or pred.parent is None or self._asked(pred):
            return own
        return tuple(DateSpan(span, own=False) for span, _ in self.attachment.frames[pred.parent.index].dates)

    def _content_of(self, pred: Pred) -> int | None:
        if pred.link not in {"quote", "demand", "object", "noun", "nom"} or pred.parent is None:
            return None
        return self.number.get(id(pred.parent))

    def _trigger_of(self, pred: Pred) -> int | None:
        return self.number.get(id(pred.parent)) if pred.link == "cond" and pred.parent is not None else None

    def _speakers(self) -> tuple[Phrase, ...]:
        """Those who speak in the sentence, outermost first."""
        found: list[Phrase] = [self.attachment.phrase(c) for _, c in self.attachment.speakers]
        for pred in self.units + [p for p in self.attachment.preds if p.absorbed is None]:
            for op in self.operators.of(pred):
                told = op.voice == "named" and op.effect in {"claim", "denied"}
                if told and op.speaker is not None and op.speaker not in found:
                    found.append(op.speaker)
        found.extend(p for p in self._announced() if p not in found)
        return tuple(found)

    def _announced(self) -> list[Phrase]:
        """Give who is said to speak without the words, which come before or after (X は次のように述べた)."""
        found = []
        for pred in self.attachment.preds:
            before = self.attachment.chunks[pred.chunk.index - 1] if pred.chunk.index else None
            held = self.attachment.frames[pred.index].subject()
            if before is None or held is None or (pred.lemma, "to") not in cue_index("report"):
                continue
            if before.text in {"こう", "そう"} or (before.text in {"よう", "このよう"} and before.tail == "に"):
                found.append(self.attachment.phrase(held.chunk))
        return found
