"""Who plays which part in a Japanese clause: slots of particles, inherited doers, those warned, asked and accused."""

from __future__ import annotations

from casus.reading.clauses import Argument
from casus.reading.ja.arguments import INSTRUMENTS, Taken
from casus.reading.ja.doers import DONE, HITS, Doers
from casus.reading.ja.judged import befell, brought, condemned, is_done_to, is_sent, stays
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
_ASSESSES = frozenset(
    {"みる", "見る", "判断", "推定", "分析", "断定", "推測", "疑う", "見方", "結論づける", "結論付ける"}
)
"""Verbs of judging what others have done."""
_WEIGHS = frozenset({"検討", "模索", "示唆", "約束", "誓う", "確約", "計画", "準備", "画策", "視野", "明言", "明らか"})
"""Verbs of weighing or promising a deed of one's own."""
_DONE_TO = frozenset({"訴追", "起訴", "処罰", "解任", "更迭", "罷免", "弾劾", "追及", "排除", "武装解除"})
"""Deeds whose owner with の is mostly whom they are done to (将軍の訴追)."""
_REMOVES = frozenset(
    {"一掃", "排除", "追い出す", "追い払う", "救出", "連れ出す", "奪う", "撤去", "回収", "運ぶ", "運び出す", "移送"}
)
"""What is done out of a place, though its name is that of somebody (大統領府から一掃された)."""
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
_OWN = ("自国", "自軍", "自国軍", "わが", "我が", "自分")


class Roles(Doers):
    """Gives the arguments of the predicates of one sentence."""

    def _fits(self, taken: Taken, pred: Pred) -> bool:
        """May a subject from outside of the clause stand in: only for one who acts, and never for one who is asked?"""
        if taken.own or taken.mark != "が":
            return True
        if condemned(pred) or self._entitled(pred) is not None:
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
        if (
            mark == "から"
            and pred.form.passive
            and (pred.lemma in _REMOVES or not self.attachment.is_party(taken.chunk.text))
        ):
            return ("origin",)
        if mark in {"へ", "に", "に対して", "に向けて"} and self._hit(taken, pred):
            return ("object", "target")
        if pred.form.passive and self._goes_to(taken, pred):
            return ("goal",)
        if pred.form.passive and not pred.form.causative:
            return _PASSIVE.get(mark, slots_of(mark))
        if (mark == "へ" and taken.chunk.tail != "への") or mark == "に向けて":
            known = pred.row is None or any(pred.row.concept.roles_of(s) for s in _TO)
            return _TO if known else (*_TO, "object")
        if mark == "から" and self._comes_from(taken, pred):
            return ("subject", "origin")
        if mark == "によって":
            return self._by(taken, pred)
        if mark == "の":
            return (self._genitive(taken, pred),)
        return slots_of(mark)

    def _comes_from(self, taken: Taken, pred: Pred) -> bool:
        """Ask: does から say who does it (わが国の側から発砲することはない, 隣国から攻撃を受けた)?"""
        side = taken.chunk.text.endswith("側") and not self.attachment.frames[pred.index].has("が")
        return side or (pred.row is not None and ("が", "recipient") in pred.row.roles)

    @staticmethod
    def _goes_to(taken: Taken, pred: Pred) -> bool:
        """Ask: is it where to or to what end a thing is done (国境に配備された, 攻撃に使われる), not who did it?"""
        if pred.row is not None and (taken.mark, "place") in pred.row.roles:
            return True
        if taken.mark != "に":
            return False
        if stays(taken.chunk, pred) or is_done_to(pred) or brought(taken, pred):
            return True
        return taken.chunk.last.pos == "vn" and index().nominal(taken.chunk.content) is not None

    def _by(self, taken: Taken, pred: Pred) -> tuple[Slot, ...]:
        """Is it who did it, or a means, a cause or leave to do it (決議により、…ことができる)?"""
        befalls = pred.row is not None and "actor" not in pred.row.concept.roles_of("subject")
        thing = taken.chunk.text.endswith((*WEAPONS, *INSTRUMENTS))  # 決議により: by its leave, not by its deed
        thing = thing or (befalls and not self.attachment.is_party(taken.chunk.text))
        others = [t for t in self.attachment.frames[pred.index].taken if t.chunk.index not in pred.used]
        led = not befalls and any(t.mark == "が" for t in others)  # 命令により、部隊は撤収した
        return () if thing or led else ("subject",)

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
        deed = taken.chunk.text.endswith(DONE)
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
            or not (row.concept.type in HITS or row.concept.name == "restraint")
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
        if (
            concept.mode in _VICTIM
            or (taken.chunk.index == pred.chunk.index - 1 and pred.lemma in _DONE_TO)
            or not self.attachment.is_party(taken.chunk.text)
        ):
            return "object"
        return "subject"

    def _same_doer(self, pred: Pred, taken: list[Taken]) -> list[Argument]:
        """Give who did what was done to somebody just before (男らに囲まれ、停船を命じられた), if nobody else did."""
        held = next((t for t in taken if t.mark == "が"), None)
        if not pred.form.passive or held is None or any("subject" in self._slots(t, pred)[:1] for t in taken):
            return []
        for child in reversed(self.attachment.preds[: pred.index]):
            if child.parent is not pred or child.link not in {"cont", "bare"}:
                continue
            if not child.form.passive and child.lemma not in content_words("suffers"):
                continue
            before = self.attachment.frames[child.index].taken
            if any(t.mark == "が" and t.chunk is held.chunk for t in before):
                doers = (t.chunk for t in before if t.mark in {"に", "によって", "から"} and self._is_somebody(t))
                return [Argument("に", ("subject",), self.attachment.phrase(c), own=False) for c in doers][:1]
        return []

    def _inherited(self, pred: Pred) -> list[Argument]:  # noqa: C901, PLR0911, PLR0912
        """Give the speaker or the addressee as the one who acts, where the content names nobody."""
        held = self.attachment.frames[pred.index].subject()
        if held is not None and held.chunk.index in pred.used and held.chunk.tail == "も":
            held = None  # いかなる行動も控えるよう
        if pred.copula and pred.chunk.text.startswith(_OWN) and pred.parent is not None:
            owner = self.attachment.frames[pred.parent.index].subject()
            return [Argument("の", (), self.attachment.phrase(owner.chunk), own=False)] if owner is not None else []
        if (held is not None and self._fits(held, pred) and not self._topic_object(held, pred)) or pred.parent is None:
            return []
        if (pred.lemma in content_words("suffers") and not pred.form.causative) or pred.lemma == "なる":
            return []
        if any(h.lemma == "なる" for h in pred.holders) and pred.link == "quote" and self._supposed(pred):
            return []  # 渡せばレッドラインを越えることになると警告した: they would, not who warns
        if condemned(pred) or befell(pred, _VICTIM):
            return []
        if (threat := self._warned(pred)) is not None:
            return self._addressee(threat) if not pred.form.passive else []
        unsure = any(op.effect in {"fact", "conditional", "possible"} for op in self.operators.of(pred)[:1])
        if pred.form.passive or (unsure and not self._willed(pred)):
            return []
        if (holder := self._entitled(pred)) is not None:
            return [holder]
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

    def _supposed(self, pred: Pred) -> bool:
        return any(p.parent is pred and p.link == "cond" for p in self.attachment.preds)

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

    def _nested(self, pred: Pred) -> bool:
        """Is it asked that somebody allow the asker to act (派兵の承認を求めた)?"""
        if not pred.nominal or pred.parent is None:
            return False
        if pred.row is not None and pred.row.concept.name in {"flee", "asylum", "join_organisation"}:
            return True  # 亡命を求めた
        after = next(iter(self.attachment.chunks[pred.chunk.index + 1 :]), pred.chunk)
        return pred.chunk.tail == "の" and after.text in content_words("permission")
