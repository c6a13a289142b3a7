"""Who plays which part in a Japanese clause: slots of particles, inherited doers, those warned, asked and accused."""

from __future__ import annotations

from collections.abc import Iterable

from casus.reading.clauses import Argument, Phrase
from casus.reading.ja.arguments import Attachment, Taken
from casus.reading.ja.chunks import Chunk
from casus.reading.ja.judged import befell, condemned, is_done_to, is_sent, stays
from casus.reading.ja.operators import Operators
from casus.reading.ja.particles import slots_of
from casus.reading.ja.preds import Pred, underway
from casus.reading.ja.words import content_words, index
from casus.vocabulary.concepts import Slot

_PASSIVE: dict[str, tuple[Slot, ...]] = {
    "が": ("object", "target", "partner"),
    "に": ("subject",),
    "によって": ("subject",),
    "から": ("subject", "origin"),
    "の": ("subject",),
    "へ": ("goal",),
}
_VICTIM = {
    "killed", "wounded", "arrest", "destroy", "confiscate", "hostage", "execute", "shoot-down", "abduct", "release",
    "return", "rescue", "deport", "assassinate", "torture", "beat", "expel",
}  # fmt: skip
_TO: tuple[Slot, ...] = ("goal", "target")
_OBSERVERS = (
    "専門家", "専門家ら", "アナリスト", "識者", "観測筋", "外交筋", "消息筋", "情報筋", "関係者", "目撃者", "紙",
    "通信", "通信社", "テレビ", "メディア", "報道", "放送", "新聞", "記者", "教授", "研究者", "研究員", "研究所",
    "評論家",
)  # fmt: skip
"""How those end who only tell or judge what others do."""
_DONE = ("行為", "行動", "措置", "動き", "攻撃", "侵攻", "作戦", "合意", "決定", "要求", "提案", "占領", "併合", "介入")
_ASSESSES = frozenset(
    {"みる", "見る", "判断", "推定", "分析", "断定", "推測", "疑う", "見方", "結論づける", "結論付ける"}
)
"""Verbs of judging what others have done."""
_WEIGHS = frozenset({"検討", "模索", "示唆", "約束", "誓う", "確約", "計画", "準備", "画策", "視野", "明言", "明らか"})
"""Verbs of weighing or promising a deed of one's own."""
_HITS = {"ASSAULT", "COERCE"}
_ENTERS = {"invade", "intrude", "enter", "land", "cross_border", "enter_waters", "occupy", "control_area", "recapture"}
_CRAFT = ("機", "船", "艦", "艇")
_BUILT = (
    "施設", "発電所", "変電所", "製油所", "空港", "飛行場", "基地", "港", "病院", "学校", "校舎", "住宅", "団地",
    "建物", "ビル", "工場", "倉庫", "弾薬庫", "武器庫", "格納庫", "駅", "橋", "ダム", "教会", "寺院", "修道院",
    "モスク", "市場", "拠点", "陣地", "検問所", "監視所", "監視哨", "駐屯地", "宿営地", "兵舎", "車両", "車列",
    "大使館", "領事館", "庁舎", "キャンプ", "収容所",
    "油田", "パイプライン", "鉄道", "滑走路", "船舶", "タンカー", "目標", "標的", "村", "集落",
)  # fmt: skip
"""What is hit by an attack as a target, though it is a place too."""
WEAPONS = ("砲", "弾", "ミサイル", "機銃", "銃", "爆弾", "砲火", "銃火", "火器", "魚雷", "機雷", "地雷")
"""How means end that somebody else acts by (対空砲により射撃した)."""
_FORCES = ("軍", "政府", "側", "当局", "警察")
_OWN = ("自国", "自軍", "自国軍", "わが", "我が", "自分")


class Roles:
    """Gives the arguments of the predicates of one sentence."""

    def __init__(self, attachment: Attachment, operators: Operators) -> None:
        self.attachment = attachment
        self.operators = operators

    def _fits(self, taken: Taken, pred: Pred) -> bool:
        """May a subject from outside of the clause stand in: only for one who acts, and never for one who is asked?"""
        if taken.own or taken.mark != "が":
            return True
        if condemned(pred):
            return False
        acts = pred.row is None or pred.form.causative or "actor" in pred.row.concept.roles_of("subject")
        told_of = self._blames(pred) or self._warned(pred) is not None or pred.lemma in content_words("suffers")
        told_of = told_of or ((pred.form.past or pred.form.ongoing) and self._spoken_of(pred) is not None)
        return acts and not self._asked(pred) and not pred.form.passive and not told_of

    def _warned(self, pred: Pred) -> Pred | None:
        """Give the threat a condition belongs to (干渉すれば…と警告): the one warned would do it, not the speaker."""
        said = pred.parent if pred.link == "cond" else None
        threat = said.parent if said is not None and said.link in {"quote", "noun"} else None
        row = threat.row if threat is not None else None
        return threat if row is not None and row.concept.type == "THREATEN" else None

    def _blames(self, pred: Pred) -> bool:
        """Ask: is it what somebody is accused of, or calls a thing (侵略だとして非難): never the speaker's own act?"""
        parent = self._says(pred)
        if pred.link not in {"quote", "noun", "object"} or parent is None:
            return False
        if pred.row is not None and pred.row.concept.type == "REJECT" and not pred.nominal:
            return False  # 演習は受け入れられないと抗議した: it is they who do not accept it
        types = {"ACCUSE", "SANCTION", "COERCE"} if parent is not pred.parent else {"ACCUSE"}
        accuses = parent.row is not None and parent.row.concept.type in types and not parent.form.passive
        return (pred.copula and not underway(pred.chunk)) or accuses

    @staticmethod
    def _says(pred: Pred) -> Pred | None:
        """Give the verb that governs a clause, past として (侵略だとして非難)."""
        parent = pred.parent
        if parent is not None and parent.lemma == "する" and parent.row is None and parent.link == "cont":
            if not parent.chunk.tail.startswith("て"):
                return parent  # 攻撃していないとし、…を非難した: said beside the charge
            return parent.parent
        return parent

    def _asked(self, pred: Pred) -> bool:
        return any(
            op.effect in {"demanded", "requested", "ordered", "sought", "ought"} for op in self.operators.of(pred)[:1]
        )

    def _arguments(self, taken: Taken, pred: Pred) -> list[Argument]:
        """One argument, or two for the sides of a mutual act (A と B が対峙)."""
        concept = pred.row.concept if pred.row else None
        if pred.copula and taken.mark in {"が", "を"} and (doer := self._doer_in(taken.chunk)) is not None:
            return [Argument("が", ("subject",), self.attachment.phrase(doer), taken.own, taken.shared)]
        if taken.mark in {"が", "の"} and concept is not None and concept.roles_of("partner") and not pred.form.passive:
            chain = self.attachment.modifiers(taken.chunk)
            first = next((c for c in chain if c.tail == "と"), None)
            if first is not None and any(c.tail == "の" for c in chain[: chain.index(first)]):
                first = None  # インドとパキスタンの軍当局: both together
            if first is not None and not any(t.mark == "と" for t in self.attachment.frames[pred.index].taken):
                whole, left = self.attachment.phrase(taken.chunk, until=first), self.attachment.phrase(first)
                return [
                    Argument("が", ("subject",), left, taken.own, taken.shared),
                    Argument("と", ("partner",), whole, taken.own, taken.shared),
                ]
        return [self._argument(taken, pred)]

    def _argument(self, taken: Taken, pred: Pred) -> Argument:
        slots, mark = self._slots(taken, pred), taken.mark
        if mark == "の" and pred.row is not None and not any(m == "の" for m, _ in pred.row.roles):
            mark = {"subject": "が", "object": "を"}.get(slots[0] if slots else "", mark)
        named = (self.attachment.issuer(taken.chunk) if mark == "が" else None) or taken.chunk
        return Argument(mark, slots, self.attachment.phrase(named), taken.own, taken.shared)

    def _slots(self, taken: Taken, pred: Pred) -> tuple[Slot, ...]:  # noqa: PLR0911
        mark = taken.mark
        if mark == "が" and self._topic_object(taken, pred):
            return ("object",)
        if mark == "から" and pred.form.passive and not self.attachment.is_party(taken.chunk.text):
            return ("origin",)
        if mark in {"へ", "に", "に対して", "に向けて"} and self._hit(taken, pred):
            return ("object", "target")
        if mark == "に" and pred.form.passive and (stays(taken.chunk, pred) or is_done_to(pred)):
            return ("goal",)
        if pred.form.passive and not pred.form.causative:
            return _PASSIVE.get(mark, slots_of(mark))
        if (mark == "へ" and taken.chunk.tail != "への") or mark == "に向けて":
            known = pred.row is None or any(pred.row.concept.roles_of(s) for s in _TO)
            return _TO if known else (*_TO, "object")
        if mark == "から" and pred.row is not None and ("が", "recipient") in pred.row.roles:
            return ("subject", "origin")
        if mark == "によって":
            befalls = pred.row is not None and "actor" not in pred.row.concept.roles_of("subject")
            thing = taken.chunk.text.endswith(WEAPONS) or (befalls and not self.attachment.is_party(taken.chunk.text))
            return () if thing else ("subject",)
        if mark == "の":
            return (self._genitive(taken, pred),)
        return slots_of(mark)

    @staticmethod
    def _hit(taken: Taken, pred: Pred) -> bool:
        """Ask: is it a building or the like that is attacked (発電所にミサイルを撃ち込む, 核施設への爆撃)?"""
        row = pred.row
        hits = row is not None and row.concept.type == "ASSAULT" and row.concept.name not in _ENTERS
        return hits and taken.chunk.text.endswith(_BUILT) and taken.chunk.tail != "での"

    def _topic_object(self, taken: Taken, pred: Pred) -> bool:
        """Is a topic that is no party the object (主権は尊重する)?"""
        own_forces = taken.chunk.tail == "も" and self.attachment.phrase_text(taken.chunk).startswith(_OWN)
        if own_forces and pred.parent is not None and not self.attachment.frames[pred.index].has("を"):
            return True  # 自国の兵も引き離す
        if taken.chunk.tail not in {"は", "も"} or pred.form.passive:
            return False
        if self.attachment.is_party(taken.chunk.text) and not self._spared(taken, pred):
            return False
        concept = pred.row.concept if pred.row else None
        speaker = self.attachment.frames[pred.parent.index].subject() if pred.parent is not None else None
        others = [t for t in self.attachment.frames[pred.index].taken if t.mark == "が" and t is not taken]
        deed = taken.chunk.text.endswith(_DONE)
        if self._doer_in(taken.chunk) is not None and not others:
            return False  # エリトリアの行動はこれに反する
        if not others and not deed and (speaker is None or speaker.chunk is taken.chunk):
            return False
        has_object = any(t.mark == "を" for t in self.attachment.frames[pred.index].taken)
        takes = concept is not None and (
            bool(concept.roles_of("object")) or (pred.row is not None and ("を", "recipient") in pred.row.roles)
        )
        return takes and not has_object

    def _spared(self, taken: Taken, pred: Pred) -> bool:
        """Ask: is a craft what a speaker says was or was not hit (軍は、哨戒機は撃たなかったと説明)?"""
        row = pred.row
        if (
            row is None
            or not (row.concept.type in _HITS or row.concept.name == "restraint")
            or not taken.chunk.text.endswith(_CRAFT)
        ):
            return False
        marks = {t.mark for t in self.attachment.frames[pred.index].taken}
        before = self.attachment.chunks[: taken.chunk.index]
        speaker = any(c.tail == "は" and self.attachment.is_party(c.text) for c in before)
        acted_on = bool(row.concept.roles_of("object")) or any(m == "を" for m, _ in row.roles)
        return speaker and acted_on and not marks & {"を", "に", "に対して", "へ"}

    def _genitive(self, taken: Taken, pred: Pred) -> Slot:
        """Is X in X の撤退, X の殺害 the one who acts or the one acted on?"""
        concept = pred.row.concept if pred.row else None
        if concept is None or is_sent(taken.chunk, pred):
            return "object"
        if not concept.roles_of("object"):
            return "subject" if self.attachment.is_party(taken.chunk.text) else "object"
        if concept.mode in _VICTIM or not self.attachment.is_party(taken.chunk.text):
            return "object"
        return "subject"

    def _owner(self, pred: Pred) -> list[Argument]:
        """Give whose the thing is that something is said to be (我々のミサイルではない, 隣国の工作船だった)."""
        if not pred.copula or pred.row is not None or pred.named:
            return []
        if any(t.mark == "が" and t.own and not t.shared for t in self.attachment.frames[pred.index].taken):
            return []
        before = next(iter(self.attachment.modifiers(pred.chunk)), None)
        if before is not None and before.tail == "の" and (self._is_somebody(Taken(before, "の"))):
            return [Argument("が", ("subject",), self.attachment.phrase(before))]
        first = Chunk(pred.chunk.content[:-1], index=pred.chunk.index) if len(pred.chunk.content) > 1 else None
        if first is not None and first.text.endswith(_FORCES) and not pred.chunk.text.endswith(_DONE):
            return [Argument("が", ("subject",), Phrase(first.span, first.span))]
        return []

    def _of_content(self, pred: Pred) -> list[Argument]:
        """Give what the content alone names: who agrees (双方が…ことで合意), who is charged (…したとして拿捕)."""
        row = pred.row
        frame = self.attachment.frames[pred.index]
        if row is None or pred.nominal:
            return []
        if row.concept.type == "AGREE" and frame.subject() is None:
            told = (p for p in self.attachment.preds if p.parent is pred and p.link == "nom" and p.mark == "で")
            return self._named_in(told, "が")
        if row.concept.type not in {"COERCE", "SANCTION"} or pred.form.passive or frame.has("を"):
            return []
        charges = [p for p in self.attachment.preds if p.parent is pred and p.lemma == "する" and p.row is None]
        told = (p for p in self.attachment.preds if p.link == "quote" and p.parent in charges)
        return self._named_in(told, "を")

    def _named_in(self, told: Iterable[Pred], mark: str) -> list[Argument]:
        for pred in told:
            held = self.attachment.frames[pred.index].subject()
            if held is not None and held.own and held.chunk.tail == "が" and self._is_somebody(held):
                slot: Slot = "subject" if mark == "が" else "object"
                return [Argument(mark, (slot,), self.attachment.phrase(held.chunk), own=False)]
        return []

    def _inherited(self, pred: Pred) -> list[Argument]:  # noqa: C901, PLR0911, PLR0912
        """Give the speaker or the addressee as the one who acts, where the content names nobody."""
        held = self.attachment.frames[pred.index].subject()
        if pred.copula and pred.chunk.text.startswith(_OWN) and pred.parent is not None:
            owner = self.attachment.frames[pred.parent.index].subject()
            return [Argument("の", (), self.attachment.phrase(owner.chunk), own=False)] if owner is not None else []
        if (held is not None and self._fits(held, pred) and not self._topic_object(held, pred)) or pred.parent is None:
            return []
        if (pred.lemma in content_words("suffers") and not pred.form.causative) or pred.lemma == "なる":
            return []
        if condemned(pred) or befell(pred, _VICTIM):
            return []
        if (threat := self._warned(pred)) is not None:
            return self._addressee(threat) if not pred.form.passive else []
        unsure = any(op.effect in {"fact", "conditional", "possible"} for op in self.operators.of(pred)[:1])
        if pred.form.passive or (unsure and not self._willed(pred)):
            return []
        if (demand := self._demanded_with(pred)) is not None:
            return self._addressee(demand)
        if (relayed := self.operators.relayed(pred)) is not None and pred.link == "quote":
            return [Argument("が", ("subject",), relayed, own=False)]
        if pred.link in {"cont", "bare"} and not pred.nominal:
            last = self._chain_end(pred)
            return self._inherited(last) if last.link == "quote" and not self._is_subject_of(last) else []
        plan = (pred.link == "cont" and pred.nominal) or pred.link == "purpose"
        if pred.link not in {"quote", "demand", "object", "noun", "nom", "question"} and not plan:
            return []
        parent = self.attachment.frames[pred.parent.index]
        if self._asked(pred) and not self._nested(pred):
            return self._addressee(pred.parent)
        subject = parent.subject()
        if subject is None and pred.link == "purpose":
            return self._inherited(pred.parent)
        acts = pred.row is None or pred.form.causative or "actor" in pred.row.concept.roles_of("subject")
        says = self._says(pred)
        if pred.copula and says is not None and says.row is not None and says.row.concept.type != "ACCUSE":
            return []  # 主権の侵害だとして大使を召還した
        if (pred.form.past or pred.form.ongoing) and (about := self._spoken_of(pred)) is not None:
            known = self.attachment.is_party(about.chunk.text)  # 同船について、領海を侵したと非難した
            return [Argument("が", ("subject",), self.attachment.phrase(about.chunk), own=False)] if known else []
        if self._blames(pred) and not pred.happens:
            return self._addressee(self._says(pred) or pred.parent, ("を", "に", "に対して"), judged=pred.copula)
        if subject is not None and pred.noun is not None and subject.chunk is self.attachment.head(pred.noun):
            return []
        if pred.parent.lemma in _ASSESSES and pred.form.past:
            return []  # 軍は誤って越えたとみている: of somebody else
        if subject is None or pred.named or pred.happens or not acts or subject.chunk.text.endswith(_OBSERVERS):
            return []
        return [Argument("が", ("subject",), self.attachment.phrase(subject.chunk), own=False)]

    def _spoken_of(self, pred: Pred) -> Taken | None:
        """Give what the words are said to be about (掘削装置について、許可なく操業していると述べた)."""
        frames = self.attachment.frames
        held = [*frames[pred.index].taken, *(frames[pred.parent.index].taken if pred.parent is not None else ())]
        about = next((t for t in held if t.mark == "について" and t.chunk.index < pred.chunk.index), None)
        known = about is not None and (pred.row is not None or self.attachment.is_party(about.chunk.text))
        return about if known else None

    @staticmethod
    def _willed(pred: Pred) -> bool:
        """Ask: is it what somebody weighs or promises to do (補償を検討, 攻撃しないと約束すれば): their own deed?"""
        parent = pred.parent
        if parent is None or pred.link not in {"object", "quote", "nom", "question", "noun", "demand"}:
            return False
        concept = parent.row.concept if parent.row is not None else None
        return (
            pred.link == "question"
            or parent.lemma in _WEIGHS
            or (concept is not None and concept.name in {"promise", "consider", "plan"})
        )

    @staticmethod
    def _chain_end(pred: Pred) -> Pred:
        """Give the predicate in which a chain of joined clauses ends (発進させて警告し、追跡したと発表)."""
        last = pred
        for _ in range(8):
            if last.link not in {"cont", "bare"} or last.parent is None:
                break
            last = last.parent
        return last

    def _is_subject_of(self, pred: Pred) -> bool:
        held = self.attachment.frames[pred.index].subject()
        return held is not None and held.own

    def _demanded_with(self, pred: Pred) -> Pred | None:
        """Give the verb of asking for a deed joined to one that is asked (部隊を律し、挑発をやめるよう求めた)."""
        last = pred
        while last.link in {"cont", "bare"} and last.parent is not None:
            last = last.parent
        joined = last is not pred and last.link == "demand" and self._asked(pred)
        return last.parent if joined else None

    def _addressee(
        self, governor: Pred, marks: tuple[str, ...] = ("に", "に対して"), *, judged: bool = False
    ) -> list[Argument]:
        """Give the one spoken to, or whom the same speaker addressed just before (中国に抗議し、…よう求めた).

        ``judged``: what is said judges a deed, so that it is told of whoever did that deed.
        """
        taken = self.attachment.frames[governor.index].taken
        if governor.form.passive and "を" not in marks:
            marks = ("が",)  # 停船を命じられた
        to = next((t for t in taken if t.mark in marks and self._is_somebody(t)), None)
        if to is None and "を" in marks:
            doers = (self._doer_in(t.chunk, of_thing=not judged) for t in taken if t.mark == "を" and t.own)
            doer = next((d for d in doers if d is not None), None)
            if doer is not None:
                return [Argument("が", ("subject",), self.attachment.phrase(doer))]
        if to is None and governor.row is not None and governor.row.concept.content is not None:
            joined = [p for p in self.attachment.preds if p.parent is governor and p.link in {"cont", "bare"}]
            before = [
                t
                for p in joined
                if p.row is not None and (p.row.concept.content is not None or p.row.concept.type == "CONSULT")
                for t in self.attachment.frames[p.index].taken
                if t.mark in {"に", "に対して"} or (t.mark == "を" and p.row.concept.content is not None)
            ]
            to = next((t for t in before if self._is_somebody(t)), None)
        return [Argument("が", ("subject",), self.attachment.phrase(to.chunk), own=False)] if to else []

    def _doer_in(self, chunk: Chunk, *, of_thing: bool = False) -> Chunk | None:
        """Give who does what is judged (艦長の行動は正当だった, 日本の措置を違法だと非難): the owner of the deed.

        ``of_thing``: the owner of a thing is meant (関与したとして企業の資産を凍結).
        """
        deed = chunk.last.pos == "vn" or chunk.text.endswith(_DONE)
        if self.attachment.is_party(chunk.text) or deed == of_thing:
            return None
        owners = (c for c in self.attachment.modifiers(chunk) if c.tail in {"の", "による"})
        return next((c for c in owners if self.attachment.is_party(c.text)), None)

    def _is_somebody(self, taken: Taken) -> bool:
        chunk = taken.chunk
        deed = index().nominal(chunk.content) if chunk.last.pos == "vn" else None
        if deed is not None and deed[0].concept.type in _HITS:
            return False  # 大使館突入に抗議
        return self.attachment.is_party(chunk.text) or chunk.last.pos in {"propn", "pron"}

    def _nested(self, pred: Pred) -> bool:
        """Is it asked that somebody allow the asker to act (派兵の承認を求めた)?"""
        if not pred.nominal or pred.parent is None:
            return False
        if pred.row is not None and pred.row.concept.name in {"flee", "asylum", "join_organisation"}:
            return True  # 亡命を求めた
        after = next(iter(self.attachment.chunks[pred.chunk.index + 1 :]), pred.chunk)
        return pred.chunk.tail == "の" and after.text in content_words("permission")
