"""The operators a Japanese clause stands under, nearest first: its own ending, then all that governs it."""

from __future__ import annotations

import msgspec

from casus.reading.clauses import Operator, Phrase
from casus.reading.ja.arguments import INSTRUMENTS, Attachment
from casus.reading.ja.chunks import Chunk
from casus.reading.ja.endings import own_operators
from casus.reading.ja.preds import Pred, noun_cue
from casus.reading.ja.refuted import FALSE, refutes
from casus.reading.ja.rows import operator_cue
from casus.reading.ja.speakers import Speakers

__all__ = ["INSTRUMENTS", "Operators"]

_MARK = {"quote": "to", "demand": "yo", "nom": "koto", "noun": "noun", "question": "ka"}
_SCOPING = {
    "expected", "forecast", "possible", "demanded", "requested", "ordered", "conditional", "intended", "obligation",
    "ought",
}  # fmt: skip
_BEFORE = {"前", "まえ"}
_TRIED = {"ja.ending:ようとする", "ja.ending:しようとする"}
_HEADLINE = {"ja.form:へ", "ja.form:か"}
_DEEDS = {"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AID"}
_GROUND = (
    "地域", "地", "島", "地区", "区域", "領", "町", "村", "市",
    "州", "高地", "半島", "海域", "海峡", "行為", "事件",
)  # fmt: skip
_TOLD_OF = {"breach_treaty", "illegal", "violate_sovereignty", "casualties"}
"""What is told of what has been, though the verb is in the present (死者は20人に上るとみられる)."""
_COMES_OUT = frozenset({"判明", "分かる", "わかる", "発覚", "明らか", "確認", "立証", "証明", "判る", "明らかになる"})
_WITNESSES = frozenset({"見る", "目撃", "聞く", "撮影", "捉える", "見つける", "感知", "探知"})
_PERCEIVED = frozenset({"聞こえる", "見える", "続く", "上がる", "響く", "漂う", "広がる", "響き渡る", "立ち上る"})
"""Verbs of what is seen and heard: their present is told as it happens."""
_CASES = frozenset({"事案", "事件", "事態", "事例", "トラブル", "一幕", "場面", "ケース"})
"""Nouns of what has happened (船が進路を阻まれるという事案)."""
_LASTS = frozenset(
    {"欠く", "持つ", "含む", "抱える", "有する", "占める", "誇る", "意味", "要する", "示す", "伴う", "見込む"}
)
"""Verbs of how things stand: their present is of now."""
_UNSETTLED = {"question", "conditional", "possible", "forecast"}
"""What leaves open whether a thing is agreed or permitted at all (駐留を受け入れるかどうか)."""
_SPEAKS_FIRST = {"REQUEST", "ACCUSE", "REJECT", "CONSULT", "THREATEN"}
"""What one does before confirming a plan (会議を開き、…する方針を確認した): done, not planned."""
_UNSAID = {
    "agreed": ("agreed", True),
    "intended": ("intended", True),
    "authorised": ("authorised", True),
    "expected": ("expected", True),
    "forecast": ("forecast", True),
    "opinion": ("opinion", True),
    "obligation": ("obligation", True),
    "claim": ("possible", False),
    "denied": ("possible", False),
}
"""What a negated verb does to its content: what is not promised is not to come; what is not denied is open."""


def _charged(child: Pred) -> bool:
    """Ask: is what is condemned a charge in itself (停戦違反を非難), so that it is the accuser's word?"""
    concept = child.row.concept if child.row is not None else None
    return concept is not None and (concept.kind == "legal_claim" or concept.type in {"ASSAULT", "COERCE"})


def _reported(op: Operator) -> bool:
    """Ask: does a noun of report hold for all that is joined before it (部隊を回し、攻勢が延びたとの指摘もある)?"""
    return op.effect == "claim" and ":noun:" in op.rule


def _as_told(op: Operator) -> Operator:
    """Put what a speaker takes for granted (撤退した村から去れと要求) as that speaker's word."""
    return msgspec.structs.replace(op, effect="claim", negative=False, flips=False)


class Operators(Speakers):
    """Climbs from a predicate to the top of its sentence and collects what it stands under."""

    def __init__(self, attachment: Attachment, *, headline: bool = False, quoted: Phrase | None = None) -> None:
        super().__init__(attachment, quoted=quoted)
        self.headline = headline
        self._memo: dict[int, tuple[Operator, ...]] = {}
        self._endings: dict[int, tuple[tuple[Operator, ...], bool]] = {}
        self.has_condition = {
            id(p.parent) for p in attachment.preds if p.link == "cond" and p.parent is not None and p.absorbed is None
        }

    def of(self, pred: Pred) -> tuple[Operator, ...]:
        """Give all operators of a predicate, nearest first."""
        if id(pred) not in self._memo:
            self._memo[id(pred)] = self._all(pred)
        return self._memo[id(pred)]

    def own(self, pred: Pred) -> tuple[tuple[Operator, ...], bool]:
        """Give the operators of a predicate's own ending, and whether the clause is negative once they are read."""
        found = self._endings.get(id(pred))
        if found is None:
            found = self._endings[id(pred)] = own_operators(pred)
        return found

    def _all(self, pred: Pred) -> tuple[Operator, ...]:
        found, _ = self.own(pred)
        operators = [self._planned(op, pred) for op in found]
        if id(pred) in self.has_condition and not pred.form.past and not found:
            operators.append(Operator("forecast", "ja.form:consequence", weak=True))
        if id(pred) in self.has_condition and operators and operators[0].rule == "ja.ending:だろう":
            operators[0] = msgspec.structs.replace(operators[0], effect="forecast")  # …していれば、…なかっただろう
        if not operators and self._describes_a_thing(pred):
            operators.append(Operator("possible", "ja.form:rel", weak=True))
        if not operators and pred.cue is not None and pred.cue.cue in _BEFORE and pred.link == "cont":
            operators.append(Operator("possible", "ja.form:前", weak=True))  # 国境を越える前に: it may never have come
        if not operators and self._to_come(pred):
            operators.append(Operator("forecast", "ja.form:nonpast", weak=True))
        tried = bool(operators) and operators[0].rule in _TRIED and pred.form.past
        operators.extend(self._provided(pred))
        operators.extend(self._passed_on(self._relayed(pred), self._above(pred)))
        operators.extend(self._spoken(pred))
        told = self._according_to(pred)
        if tried and any(op.effect == "claim" for op in (*operators[1:2], *told)):
            del operators[0]  # 武装集団が押し入ろうとしたと主張した: that they tried is the claim
        if operators and operators[0].effect == "expected" and any(op.effect == "obligation" for op in told):
            del operators[0]  # 合意では、置かないことになっている
        operators.extend(told)
        return tuple(operators)

    def _planned(self, op: Operator, pred: Pred) -> Operator:
        """Give a plan (…する方針だ) is vouched for by the one whose plan it is."""
        subject = self.attachment.frames[pred.index].subject()
        if op.effect == "possible":
            return self._kept_open(op, pred)
        if (
            op.effect != "intended"
            or ":noun:" not in op.rule
            or op.voice != "none"
            or subject is None
            or not subject.own
        ):
            return op
        return msgspec.structs.replace(op, speaker=self.attachment.phrase(subject.chunk), voice="named")

    def _describes_a_thing(self, pred: Pred) -> bool:
        """Ask: does a plain present only say what a thing is for (機体を撃ち落とす兵器)?"""
        concept = pred.row.concept if pred.row is not None else None
        if pred.link != "rel" or pred.noun is None or concept is None or concept.content is not None:
            return False
        if pred.form.past or pred.form.ongoing or concept.kind != "event" or concept.type not in _DEEDS:
            return False
        if self.attachment.is_party(pred.noun.text) or (pred.apposed and pred.noun.text in _CASES):
            return False  # 付近に展開する部隊の警戒態勢
        head = self.attachment.head(pred.noun)
        return head.date is None and not self.attachment.is_party(head.text) and not head.text.endswith(_GROUND)

    def _to_come(self, pred: Pred) -> bool:
        """Is it a plain present of a deed in a full sentence: something still to come?"""
        if (
            self.headline
            or pred.nominal
            or pred.form.past
            or pred.form.ongoing
            or pred.link not in {"final", "reason", "adv"}
            or pred.lemma in _PERCEIVED | _LASTS
        ):
            return False
        concept = pred.row.concept if pred.row is not None else None
        if concept is None:
            subject = self.attachment.frames[pred.index].subject()
            done_to = self.attachment.frames[pred.index].has("を")
            return done_to and subject is not None and self.attachment.is_party(subject.chunk.text)
        acts = concept is not None and concept.kind == "event" and concept.content is None and concept.type is not None
        return acts and bool(pred.chunk.function or pred.chunk.last.pos in {"verb", "helper"})

    def _above(self, pred: Pred) -> list[Operator]:
        operators: list[Operator] = []
        current, presupposed, detached = pred, False, False
        for _ in range(12):
            parent = current.parent
            if parent is None:
                break
            while parent.absorbed is not None:
                parent = parent.absorbed
            step = self._step(current, parent, detached=detached)
            if current is not pred and current.link == "noun" and self._done_before(pred, parent):
                step = [op for op in step if op.effect not in {"intended", "expected"}]
            denies = current is not pred and current.link == "quote" and not self.own(pred)[1]
            if denies and self.own(current)[1]:
                step = [_as_told(op) if op.effect == "denied" else op for op in step]  # 飛行は…行われ、事実はないと否定
            detached = (detached or self._detaches(current)) and current.link not in _MARK and current.link != "object"
            operators.extend(
                (_as_told(op) if presupposed else op)
                for op in step
                if not presupposed or op.voice not in {"none", "author"}
            )
            upon = current.link == "nom" and current.mark == "への" and self.past(current)  # 制裁を科したことへの報復か
            presupposed = presupposed or current.link == "rel" or upon
            current = parent
        return operators

    def _performed(self, child: Pred, parent: Pred) -> bool:
        """Ask: is it what a document itself does (侵略と非難する声明, 撤退を求める決議)?"""
        row, noun = child.row, child.noun
        if row is None or row.concept.content is None or noun is None or child.form.past or not self.past(parent):
            return False
        return self.attachment.head(noun).text.endswith(
            ("声明", "決議", "談話", "書簡", "親書", "抗議文", "布告", "ビラ", "チラシ")
        )

    def _done_before(self, pred: Pred, parent: Pred) -> bool:
        row = pred.row
        return row is not None and row.concept.type in _SPEAKS_FIRST and parent.form.past and pred.link == "cont"

    def _detaches(self, pred: Pred) -> bool:
        """Ask: does the clause stand by itself, so that the endings of what follows do not hold for it?"""
        return pred.link in {"adv", "bare", "reason", "cond"} or pred.form.ongoing or pred.chunk.final

    def _step(self, current: Pred, parent: Pred, *, detached: bool) -> list[Operator]:
        """Give what one edge of the tree adds."""
        own, _ = self.own(parent)
        if current.link in _MARK or current.link == "object":
            content = self._content(current, parent)
            open_ = next((op.effect for op in own if op.effect in _UNSETTLED), None)
            if open_ is not None:
                content = [
                    msgspec.structs.replace(op, effect=open_) if op.effect in {"agreed", "authorised", "fact"} else op
                    for op in content
                ]
            return [*content, *own]
        if current.link == "cont" and not detached and not self._detaches(current):
            # …へ, …か close a headline's last part alone (艦隊が集結、近く出港へ).
            # So does a light verb's own sense (現状変更を試みた): it is of its noun alone.
            told = (op for op in own if (op.effect in _SCOPING or _reported(op)) and not op.negative)
            tried = parent.form.past and not parent.parent  # 船体を撃って止めようとした: the shots were fired
            return [
                op
                for op in told
                if op.rule not in _HEADLINE
                and not op.rule.startswith("ja.cue:light:")
                and not (tried and op.rule in _TRIED)
            ]
        return []

    def _under_noun(self, child: Pred, parent: Pred, noun: Chunk) -> list[Operator]:
        """Give what a noun and the verb over it make of the clause before it (攻撃したとの報道を否定)."""
        if self._performed(child, parent):
            return []  # 撤退を求める決議を採択した: the demand is made.
        found = self._noun_content(child, parent)
        mark = self.attachment.head(noun).tail
        between = self.attachment.chunks[noun.index + 1 : parent.chunk.index]
        if mark == "を" and any(c.text in FALSE and c.tail.startswith("と") for c in between):
            return [Operator("denied", "ja.form:事実無根", True, *self._speaker(child, parent))]  # 疑惑を「虚偽」と一蹴
        if refutes(parent, self.attachment.chunks) and mark in {"は", "が", "も", "を"}:
            return [Operator("denied", f"ja.form:{parent.chunk.text}", True)]  # …との報道は虚偽だ
        governs = operator_cue(parent, mark[:1]) if mark else None
        if governs is not None and governs[0] != "claim":
            outer = self._operator(governs, child, parent)
            refuted = parent.row is not None and parent.row.concept.type == "REJECT" and outer.effect == "intended"
            if refuted and found and found[0].effect in {"claim", "possible"}:
                speaker, voice = self._speaker(child, parent)
                return [Operator("denied", outer.rule, True, speaker, voice), *found]  # …との主張を一蹴した
            if outer.effect == "denied" and found and found[0].effect != "claim":
                return [outer]
            found.append(outer)
        return found

    def _content(self, child: Pred, parent: Pred) -> list[Operator]:
        if child.link == "noun" and child.noun is not None:
            return self._under_noun(child, parent, child.noun)
        mark = child.mark if child.link == "object" else _MARK[child.link]
        if child.link == "demand" and operator_cue(parent, "yo") is None and operator_cue(parent, "を") is None:
            return [] if self.past(child) else [Operator("intended", "ja.form:よう")]
        governs = self._governing(child, parent, mark)
        if governs is None:
            return self._ungoverned(child, parent)
        if child.link == "quote" and governs[0] == "claim" and self._done_by_words(child, parent):
            return []
        if governs[0] == "fact":
            return [self._blamed(governs[2], child, parent)] if self._names_doer(child) or _charged(child) else []
        if mark == "koto" and self.past(child):
            if governs[0] == "intended" and parent.row is not None and parent.row.concept.type == "REJECT":
                return []  # ビラを飛ばしたことに反発した: they did
            governs = ("claim" if governs[0] == "possible" else governs[0], *governs[1:])  # 使われたことを懸念した
        return [self._operator(governs, child, parent), *self._reported(parent, child)]

    def _governing(self, child: Pred, parent: Pred, mark: str) -> tuple[str, bool, str] | None:
        """Give effect, negation and rule of what a predicate does to its content."""
        governs = self._taken_up(child, parent) or operator_cue(parent, mark)
        if governs is None and mark == "koto" and child.mark[:1] in "をもはが":
            governs = operator_cue(parent, "を")
        if governs is None and mark == "koto" and child.mark[:1] in {"を", "も", "は"}:
            told = operator_cue(parent, "to")
            governs = told if told is not None and told[0] == "claim" and parent.row is None else None
        if governs is None and child.link == "quote":
            governs = ("claim", False, "ja.form:と")
        return governs

    def _ungoverned(self, child: Pred, parent: Pred) -> list[Operator]:
        """Give how a clause is put that nothing over it says anything of."""
        if child.link != "nom" or parent.lemma in _WITNESSES:
            return []  # 爆撃するのを見た
        if self._told_beside(child, parent):
            return [Operator("claim", "ja.form:ことに", False, *self._speaker(child, parent))]
        # A deed named by こと in the present is not said to have been done.
        return [] if self.past(child) else [Operator("possible", "ja.form:こと", weak=True)]

    def _names_doer(self, child: Pred) -> bool:
        """Ask: does a nominal event say who did it (隣国の侵犯を非難), so that it is the accuser's word?"""
        return any(
            t.mark in {"の", "によって"} and self.attachment.is_party(t.chunk.text)
            for t in self.attachment.frames[child.index].taken
        )

    def _blamed(self, rule: str, child: Pred, parent: Pred) -> Operator:
        victim = child.row is not None and child.row.concept.mode in {"killed", "wounded"}
        speaker, voice = (None, "none") if victim else self._speaker(child, parent)
        return Operator("none" if victim else "claim", rule, speaker=speaker, voice=voice)

    def _operator(self, governs: tuple[str, bool, str], child: Pred, parent: Pred) -> Operator:
        effect, negative, rule = governs
        speaker, voice = self._speaker(child, parent)
        now, _, then = effect.partition("|")
        standing = child.row is not None and (
            child.row.concept.kind in {"state", "opinion"} or child.row.concept.name in _TOLD_OF
        )
        settled = child.form.ongoing or child.copula or child.chunk.last.pos == "adj" or standing
        if then and (self.past(child) or settled):
            now = then
        if parent.lemma in {"みる", "見る"} and voice == "named" and not parent.form.passive:
            now = "opinion"  # 専門家は…とみている
        if now == "denied" and child.negative:
            # "denied that it had not": what is denied is the negation, unless the words only repeat the denial.
            said = child.link == "quote" and parent.row is not None
            return Operator("denied" if said else "possible", rule, said, speaker, voice, flips=not said)
        owned = child.nominal and child.row is not None and child.row.concept.type in {"ASSAULT", "COERCE"}
        if now == "authorised" and owned and parent.lemma == "認める" and not self._laid_down(parent):
            now = "claim"  # 死亡を認めた: to own up to, not to permit.
        if now in {"ordered", "authorised"} and speaker is not None and self._laid_down(parent):
            now = "obligation"
        if now in {"forecast", "possible", "claim"} and any(op.effect == "ought" for op in self.own(parent)[0]):
            return Operator("opinion", rule)  # …とみるべきだ
        if now == "claim" and parent.lemma in _COMES_OUT and parent.link == "cond":
            return Operator("conditional", rule)  # ロシア軍のミサイルだったと判明しても
        if self._denied_verb(parent):
            now, negative = _UNSAID.get(now, (now, negative))
        return Operator(now, rule, negative, speaker, voice, agent=True)

    def _laid_down(self, parent: Pred) -> bool:
        subject = self.attachment.frames[parent.index].subject()
        return subject is not None and subject.chunk.text.endswith(INSTRUMENTS)

    def past(self, pred: Pred) -> bool:
        """Is it past, as the finite verb says that a chain of clauses ends in?"""
        for _ in range(8):
            if pred.form.past or pred.form.ongoing or pred.link not in {"cont", "bare"} or pred.parent is None:
                break
            pred = pred.parent
        return pred.form.past or pred.form.ongoing

    def announces(self, pred: Pred) -> bool:
        """Ask: does the chain of clauses end in a plain present, as an announcement or a forecast does?"""
        for _ in range(8):
            if pred.link not in {"cont", "bare"} or pred.parent is None or pred.form.ongoing:
                break
            pred = pred.parent
        settled = pred.form.past or pred.form.ongoing or pred.copula or pred.chunk.last.pos == "adj"
        settled = settled or (pred.link == "final" and pred.form.shape == "連用形")  # 「…を受け、兵士に犠牲」
        noun = not pred.chunk.function and pred.chunk.last.pos not in {"verb", "helper", "adj"}
        settled = settled or noun  # 大統領府「無人機が基地を攻撃」
        return pred.link in {"quote", "noun", "final", "cont", "bare"} and not settled

    def _denied_verb(self, parent: Pred) -> bool:
        return parent.negative or any(op.negative for op in self.own(parent)[0])

    def _reported(self, parent: Pred, child: Pred) -> list[Operator]:
        """Give what governs the report a clause is quoted in (…とする報道を否定した)."""
        if parent.link not in {"rel", "noun"} or parent.noun is None or parent.parent is None:
            return []
        head = self.attachment.head(parent.noun)
        if (noun_cue(head) is None and parent.lemma != "する") or not head.tail:
            return []
        governs = operator_cue(parent.parent, head.tail[:1])
        if governs is None:
            return []
        operator = self._operator(governs, parent, parent.parent)
        if operator.effect == "denied" and child.negative:
            return [msgspec.structs.replace(operator, effect="possible", negative=False, flips=True)]
        return [operator]

    def _noun_content(self, child: Pred, parent: Pred) -> list[Operator]:
        cue = child.cue or (noun_cue(self.attachment.head(child.noun)) if child.noun is not None else None)
        if cue is not None and cue.effect == "none":
            return []
        effect = cue.effect if cue is not None else "claim"
        now = effect.partition("|")[0]
        if now == "forecast" and (self.past(child) or child.copula):
            now = "claim"  # A view of what has happened (撃墜されたとの見方).
        rule = f"ja.cue:{cue.rule}" if cue is not None else "ja.form:との"
        speaker, voice = self._noun_holder(child, parent, now)
        return [Operator(now, rule, speaker=speaker, voice=voice)]
