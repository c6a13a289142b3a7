"""Which noun phrase belongs to which Japanese predicate, and in which role mark."""

from __future__ import annotations

from casus.reading.ja.chunks import Chunk
from casus.reading.ja.particles import mark_of
from casus.reading.ja.phrases import Frame, Taken, lasts
from casus.reading.ja.preds import DISTANCES, Pred, noun_cue, row_of, takes_quote, tells_aside, underway
from casus.reading.ja.scenes import is_beside
from casus.reading.ja.sharing import NEVER_ACTS, Sharing
from casus.reading.ja.words import content_words, cue_index, index, occasions
from casus.reading.places import place_words

__all__ = ["Attachment", "Frame", "Taken"]

_ALL_OF_THEM = ("双方", "両国", "両軍", "両者", "両首脳", "か国", "カ国", "ヵ国", "者", "側")
INSTRUMENTS = (
    "条約", "協定", "議定書", "憲章", "決議", "憲法", "法", "条",
    "項", "規定", "宣言", "合意", "覚書", "条項",
)  # fmt: skip
"""How the name of what lays down duties and rights ends."""
_JUDGES = frozenset(
    {"断定", "判断", "認定", "推定", "みる", "見る", "分析", "疑う", "予想", "予測", "期待", "懸念", "恐れる"}
)
"""Verbs of judging what somebody else does: who does it does not judge it."""
_MANNERS = frozenset({"公", "一斉", "大々的", "一方的", "公然", "内々", "極秘", "無断", "交互", "同時"})
_TIMES = (
    "事前", "明け", "明け方", "夜半", "未明", "頃", "ごろ", "雨期", "乾期", "直前", "直後",
    "途中", "帰路", "途上", "道中", "帰途",
)  # fmt: skip
_RECKONED = frozenset(
    {"推計", "推定", "集計", "まとめ", "調べ", "捜査", "見立て", "試算", "統計", "記録", "供述", "弁", "調査"}
)
"""What somebody reckons or has on record: with では it says whose account follows."""
_MOVES = frozenset({
    "漂う", "離れる", "停泊", "航行", "飛行", "飛ぶ", "走る", "潜む", "逃げる", "逃れる", "隠れる", "出る", "近づく",
    "接近", "向かう", "通る", "通過", "渡る", "乗る", "集まる", "並ぶ", "住む", "暮らす", "働く", "迷い込む", "進入",
    "滞在", "駐留", "待機", "係留", "着陸", "沈む", "浮かぶ", "残る", "越える", "横切る", "移動", "避難", "立つ",
    "立てこもる", "入る", "侵入", "来る", "いる", "ある", "戻る", "飛来", "走行", "通行", "歩く", "並走", "操業",
})  # fmt: skip
"""Verbs of being and going somewhere, whose doer a noun after them names."""
_GROUND = (
    "海", "島", "村", "町", "市", "州", "県", "地区", "地域", "国境", "海域", "空域", "領海", "領空", "基地", "港",
    "場所", "地点", "現場", "ところ", "建物", "施設", "首都", "高地", "海峡", "結果", "理由", "際", "前", "後", "間",
)  # fmt: skip
_AFFAIRS = frozenset({"事件", "事故", "件", "事案", "問題"})
_TOWARDS = frozenset({"に対し", "に対して"})
_HEARERS = ("記者団", "記者", "報道陣", "通信", "紙", "新聞", "テレビ", "放送", "議会", "国会", "議員", "本紙")
"""Whom things are told, where words follow."""
_UNDER = frozenset({"下", "もと"})
_HEARSAY = frozenset({"噂", "うわさ"})
_OUT_OF_CLAUSE = {"によると", "によれば", "によりますと", "によりますれば"}


class Attachment(Sharing):
    """Ties the phrases of one sentence to its predicates, right to left, topics last."""

    def run(self) -> None:
        """Tie everything."""
        plain = [c for c in self.chunks if self._free(c)]
        self.speakers.extend((-1, c) for c in self.chunks if c.credit)
        self.speakers.extend((c.index, c) for c in self._telling())
        for pred in self.preds:
            if pred.focus is not None and (pred.focus.last.pos == "propn" or self.is_party(pred.focus.text)):
                self.frames[pred.index].taken.append(Taken(pred.focus, "が"))
            elif pred.focus is not None and pred.focus.text.endswith(place_words("ja")):
                self.frames[pred.index].taken.append(Taken(pred.focus, "place"))  # 交戦したのは小さな集落だった
        for chunk in reversed(plain):
            if chunk.date is None and not self._is_topic(chunk):
                self._attach(chunk)
        self._share_subjects(early=True)
        self._owners()
        for chunk in plain:
            if chunk.date is None and self._is_topic(chunk):
                self._attach_topic(chunk)
        self._fill_gaps()
        self._share_subjects()
        self._share_with_purposes()
        self._lend_doers()
        self._share_places()
        for chunk in self.chunks:
            if chunk.date is not None and not chunk.verbal:
                self._attach_date(chunk)
        self._share_dates()

    def _telling(self) -> list[Chunk]:
        """Give the phrases that end a clause of who tells it (報じたところによると, 村長が言うには)."""
        asides = [c for c in self.chunks if c.text == "ところ" and c.tail in _OUT_OF_CLAUSE]
        for pred in self.preds:
            noun = pred.noun
            if noun is not None and noun.text == "ところ" and noun.tail == "では" and takes_quote(pred):
                asides.append(noun)
            elif tells_aside(pred, self.chunks):
                asides.append(pred.chunk)
        return asides

    def _owners(self) -> None:
        """Make X in X には…義務がある the one who has the duty."""
        for pred in self.preds:
            frame = self.frames[pred.index]
            if not any(h.lemma in {"ある", "ない", "無い"} for h in pred.holders) or frame.has("が"):
                continue
            owner = next(
                (t for t in frame.taken if t.chunk.tail in {"には", "にも"} and self.is_party(t.chunk.text)), None
            )
            if owner is not None:
                owner.mark = "が"

    def _attach(self, chunk: Chunk) -> None:
        mark = mark_of(chunk)
        if (mark in {"に", ""} and self._says_when(chunk)) or (mark == "が" and self._of_adjective(chunk)):
            return
        if chunk.tail in _OUT_OF_CLAUSE or (chunk.tail in {"では", "で", "だと"} and self._account(chunk)):
            under = chunk.text in _UNDER and self.modifiers(chunk)
            self.speakers.append((chunk.index, self.modifiers(chunk)[0] if under else chunk))
            return
        if chunk.tail in {"いわく", "曰く"}:
            self.speakers.append((chunk.index, chunk))
            return
        pred = self._next(chunk)
        if pred is None:
            return
        after = self.chunks[chunk.index + 1] if chunk.index + 1 < len(self.chunks) else None
        if mark == "から" and after is not None and after.content[0].pos == "num" and after.text.endswith(DISTANCES):
            return  # 海岸から13海里の空域で
        if mark == "を" and after is not None and underway(after) and after.tail in {"に", "、", "の", ""}:
            mark = "で"  # 沖合を航行中に拿捕された
        if (chunk.tail == "とも" and chunk.text.endswith(_ALL_OF_THEM)) or self._bare_doer(chunk, pred):
            mark = "が"  # 双方とも撃った; 民兵が headline: 民兵居座り
        first, pred = pred, self._climb(pred, chunk, mark)
        self._take(pred, Taken(chunk, mark))
        if (
            mark == "が"
            and first.link == "quote"
            and pred.link in {"cond", "quote", "nom"}
            and self._real(first.parent or pred) is pred
        ):
            self.frames[first.index].taken.append(Taken(chunk, "が", shared=True))  # who says it is who did it

    def _bare_doer(self, chunk: Chunk, pred: Pred) -> bool:
        """Ask: is it the doer without a particle right before a headline's verb (アルゼンチン人居座り)?"""
        beside = self.headline and not chunk.function and not chunk.comma and pred.chunk.index == chunk.index + 1
        return beside and self.is_party(chunk.text) and not self.frames[pred.index].has("が")

    def _says_when(self, chunk: Chunk) -> bool:
        """Ask: is it a noun of time or manner, no argument (先に, 夜明けに)?"""
        when = chunk.last.tag.endswith("副詞可能") and len(chunk.content) == 1 and chunk.text != "事実"
        if chunk.tail == "に" and (chunk.text in _MANNERS or chunk.text.endswith("なし")):
            return True  # 公に謝罪した
        when = when and not is_beside(chunk.text, [c.text for c in self.modifiers(chunk)[:1]])
        later = chunk.content[0].pos == "num" and chunk.text.endswith(("後", "前", "以内"))  # 15分後に
        when = when or later or lasts(chunk) or underway(chunk) or chunk.text.endswith(_TIMES)
        return when and not self.is_party(chunk.text)

    def _of_adjective(self, chunk: Chunk) -> bool:
        """Ask: is it the subject of an adjective that only describes the noun after it (情勢が厳しい中で)?"""
        after = self.chunks[chunk.index + 1] if chunk.index + 1 < len(self.chunks) else None
        if after is None or after.last.pos != "adj" or chunk.comma or self.is_party(chunk.text):
            return False
        return after.last.form.startswith("連体形") and all(p.chunk is not after for p in self.preds)

    def _account(self, chunk: Chunk) -> bool:
        """Is it somebody's account of things (タイ側の説明では)?"""
        cue = noun_cue(chunk)
        told = cue is not None and "claim" in cue.effect.split("|") and chunk.tail in {"では", "だと"}
        if chunk.tail in {"では", "だと"} and chunk.comma and chunk.text in _HEARSAY:
            return True
        if chunk.tail == "では" and chunk.comma and chunk.last.text in _RECKONED:
            return any(self.is_party(c.text) for c in self.modifiers(chunk)[:1])  # 当局の集計では
        if chunk.text == "間" and chunk.tail == "では":  # 外交官の間では、…との見方が強い
            among = bool(self.modifiers(chunk)) and any(p.link in {"noun", "quote"} for p in self.preds)
            return among and any(self.is_party(c.text) for c in self.modifiers(chunk))
        under = chunk.text in _UNDER and chunk.tail in {"で", "では"} and chunk.comma
        if under and (laws := self.modifiers(chunk)[:1]) and laws[0].text.endswith(INSTRUMENTS):
            return True  # 条約第4条の下では、
        laid_down = chunk.tail == "では" and chunk.comma and chunk.text.endswith(INSTRUMENTS)
        return laid_down or (told and bool(self.modifiers(chunk) or chunk.comma))

    def _climb(self, pred: Pred, chunk: Chunk, mark: str) -> Pred:
        while pred.parent is not None and self._passes(pred, chunk, mark):
            pred = self._real(pred.parent)
        return pred

    def _passes(self, pred: Pred, chunk: Chunk, mark: str) -> bool:  # noqa: C901, PLR0911, PLR0912
        """Ask: does the phrase belong further up than this predicate?"""
        crossing = pred.chunk.bracket not in {0, chunk.bracket}
        if pred.link in {"rel", "noun"} and self._comma_between(chunk, pred):
            return mark != "で" or pred.noun is None or pred.noun.text not in _AFFAIRS  # 村で夜、店が襲われた事件
        if pred.link in {"rel", "noun", "purpose"} and self._of_matrix(pred, chunk, mark):
            return True
        if mark == "で" and pred.link == "rel" and self._kills(pred, chunk):
            return True
        if chunk.tail == "では" and chunk.comma:
            return pred.link in {"cont", "rel", "noun", "cond", "reason", "bare"}
        if mark in {"が", "を"} and self.frames[pred.index].has(mark) and pred.link != "final":
            return True
        if mark == "を" and crossing and (pred.copula or pred.chunk.last.pos == "adj"):
            return True  # 隣国を「最大の脅威だ」と批判
        if (
            mark == "で"
            and chunk.tail == "で"
            and (chunk.comma or chunk.text.endswith(occasions()))
            and pred.link in {"quote", "cont", "adv", "cond"}
        ):
            return self._under_speech(pred)
        if mark == "が" and self._promises(pred, chunk):
            return True
        if mark == "が" and (demand := self._demand_above(pred)) is not None and self._asks(demand, chunk):
            return True
        if mark == "に対して" and chunk.comma and pred.link == "cond" and self.is_party(chunk.text):
            return self._under_speech(pred)
        if mark in {"に", "に対して"} and (demand := self._demand_above(pred)) is not None:
            asker = self._real(demand.parent) if demand.parent else demand
            told = self.frames[asker.index].has("に") or self.frames[asker.index].has("に対して")
            told = told or any(c.tail in _TOWARDS and c.comma for c in self.chunks[: chunk.index])
            return not told and (self.is_party(chunk.text) or asker.form.passive)  # 上官に撃つよう命じられた
        if mark in {"に", "に対して"} and pred.link == "quote" and self._told(pred, chunk):
            return True
        if crossing and mark == "が":
            return not self._topic_before(chunk)
        if crossing and mark == "に":
            return not (pred.form.passive or pred.lemma in content_words("passive"))
        if crossing and mark not in {"を", "から", "まで"}:
            return True
        return self._is_speaker(pred, chunk, mark)

    def _kills(self, pred: Pred, chunk: Chunk) -> bool:
        """Ask: is it the deed people were killed by, before a clause on them (空爆で[市場にいた]住民が死亡)?"""
        found = index().nominal(chunk.content)
        row = row_of(self._real(pred.parent)) if pred.parent is not None else None
        struck = row is not None and row.concept.mode in {"killed", "wounded", "destroy"}
        return struck and found is not None and found[0].concept.type in {"ASSAULT", "COERCE"}

    def _promises(self, pred: Pred, chunk: Chunk) -> bool:
        """Ask: is it who says what a condition is about (Aは、Bが[停戦を守ると]約束すれば応じると述べた)?"""
        said = self._real(pred.parent) if pred.link == "quote" and pred.parent is not None else None
        if said is None or said.link not in {"cond", "quote", "nom"} or not takes_quote(said):
            return False
        if chunk.bracket != said.chunk.bracket:
            return False
        if self.frames[said.index].has("が") or said.chunk.index != pred.chunk.index + 1:
            return False
        if said.negative or said.lemma in _JUDGES or said.lemma in content_words("mental"):
            return False
        if said.link == "quote" and self._second_doer(chunk):
            return False  # 米紙は、当局者が[隣国が攻撃を計画していると]警告したと報じた
        outer = said.link == "cond" or self._topic_before(chunk, voiced=True)
        return outer and self.is_party(chunk.text)  # 国連は、避難民が襲われたと証言していると発表した

    def _second_doer(self, chunk: Chunk) -> bool:
        """Ask: does another party with が stand right before a phrase, with no verb between?"""
        for before in reversed(self.chunks[: chunk.index]):
            if before.verbal or before.bracket != chunk.bracket:
                return False
            if before.tail == "が":
                return self.is_party(before.text)
        return False

    def _told(self, pred: Pred, chunk: Chunk) -> bool:
        """Ask: is somebody with に whom the words are said to (隣国の大統領に時代が違うと言い返した)?"""
        said = self._real(pred.parent) if pred.parent is not None else None
        if said is None or not self.is_party(chunk.text) or pred.form.passive:
            return False
        hears = chunk.comma or chunk.tail in _TOWARDS or chunk.text.endswith(_HEARERS)
        if hears and chunk.bracket == said.chunk.bracket and self.frames[pred.index].has("が") and takes_quote(said):
            return True  # 報道官は記者団に対し、部隊が国境を越えたと述べた
        row = row_of(said)
        if row is None or not row.concept.content:
            return False
        inner = row_of(pred)
        return ("に", "recipient") in row.roles and inner is None and self.frames[pred.index].has("が")

    def _of_matrix(self, pred: Pred, chunk: Chunk, mark: str) -> bool:
        """Ask: does a doer or a place before a clause that describes or gives a purpose belong to the main verb?"""
        if mark == "で" and pred.link != "purpose":
            return self._beside_doer(pred, chunk)
        if mark != "が" or pred.apposed:
            return False  # 船が進路を阻まれるという事案
        if pred.link == "purpose":
            parent = self._real(pred.parent) if pred.parent is not None else None
            row = row_of(parent) if parent is not None else None
            if parent is None or (row is not None and "actor" not in row.concept.roles_of("subject")):
                return False
            return self.is_party(chunk.text) and not self.frames[parent.index].has("が")
        if self._of_issued(pred):
            return True
        led = not self.is_party(chunk.text) and self._topic_before(chunk, voiced=True)
        # 両国の首相は、[首脳会議が開かれている]首都で会談した
        described = (
            (pred.form.passive and not led) or self._describes_somebody(pred) or self._describes_mover(pred, chunk)
        )
        return pred.link == "rel" and (self._of_light_event(pred) or self._left_for_matrix(pred, chunk) or described)

    def _beside_doer(self, pred: Pred, chunk: Chunk) -> bool:
        """Ask: does a place stand right before a doer who acts further up (岬で兵が[帰隊を拒む]脱走兵に発砲)?"""
        after = self.chunks[chunk.index + 1] if chunk.index + 1 < len(self.chunks) else None
        head = self.head(after) if after is not None else None
        holder = self.used.get(head.index) if head is not None and head.tail == "が" else None
        return holder is not None and holder != pred.index

    def _of_issued(self, pred: Pred) -> bool:
        """Ask: is it what a paper says that somebody issues (タリバンが[犯行を認める]声明を出し)?"""
        if pred.noun is None or pred.parent is None or self.frames[self._real(pred.parent).index].has("が"):
            return False
        row = row_of(pred)
        head = self._described(pred.noun)
        says = (row is not None and bool(row.concept.content)) or pred.lemma == "する"  # 裁判所が…とする判決を下した
        return says and head.text.endswith(NEVER_ACTS) and head.tail == "を"

    def _of_light_event(self, pred: Pred) -> bool:
        """Ask: does a relative clause describe a deed somebody does (機が[異常に接近する]飛行を繰り返した)?"""
        if pred.noun is None or pred.parent is None or self.frames[pred.parent.index].has("が"):
            return False
        head = self._described(pred.noun)
        light = (self._real(pred.parent).lemma, head.tail) in cue_index("light")
        return light and index().nominal(head.content) is not None

    def _left_for_matrix(self, pred: Pred, chunk: Chunk) -> bool:
        """Ask: would the main verb else be without a doer (警備隊が[密入国しようとした]車を銃撃した)?"""
        if pred.parent is None or row_of(pred) is not None or pred.form.passive or not self.is_party(chunk.text):
            return False
        matrix = self._real(pred.parent)
        row = row_of(matrix)
        acts = row is not None and "actor" in row.concept.roles_of("subject") and not matrix.form.passive
        between = self.chunks[pred.chunk.index : matrix.chunk.index]
        later = any(self._is_topic(c) and self.is_party(c.text) for c in between)  # 大統領が示した案を軍は拒否
        other = self.frames[matrix.index].has("が") or self._topic_before(chunk) or later
        return acts and not other and matrix.chunk.bracket == chunk.bracket

    def _describes_somebody(self, pred: Pred) -> bool:
        """Ask: does a relative clause already have its doer in the noun it describes (隊が[検問を破った男]を射殺)?"""
        if pred.noun is None or pred.parent is None:
            return False
        head = self._described(pred.noun)
        if (
            head.tail in {"は", "が", "も", ""}
            or not self.is_party(head.text)
            or self.frames[pred.parent.index].has("が")
        ):
            return False
        row = row_of(pred)
        acts_on = row is not None and bool(row.concept.roles_of("object") or row.concept.content)
        return self.frames[pred.index].has("を") or self.frames[pred.index].has("に") or not acts_on

    def _describes_mover(self, pred: Pred, chunk: Chunk) -> bool:
        """Ask: does a relative clause say of a thing where it was or went (空軍機が[沖を漂っていた]気球を撃った)?"""
        if pred.noun is None or pred.parent is None or pred.lemma not in _MOVES or not self.is_party(chunk.text):
            return False
        matrix, head = self._real(pred.parent), self._described(pred.noun)
        row = row_of(matrix)
        acts = row is not None and "actor" in row.concept.roles_of("subject") and not matrix.form.passive
        ground = head.text.endswith(_GROUND) or head.date is not None or head.last.tag.endswith("副詞可能")
        return acts and not ground and head.tail not in {"は", "が", "も"} and not self.frames[matrix.index].has("が")

    def _asks(self, demand: Pred, chunk: Chunk) -> bool:
        """Ask: is a party with が the one who asks (観測隊が退去するよう求めたのに対し), not the one asked?

        Only where somebody else is addressed, or where the asking stands in a clause of its own without a topic.
        """
        asker = self._real(demand.parent) if demand.parent else None
        if asker is None or self.frames[asker.index].has("が") or not self.is_party(chunk.text):
            return False
        frame = self.frames[asker.index]
        addressed = frame.has("に") or frame.has("に対して")
        if self._topic_before(chunk) and not self._turned(chunk):
            return addressed and asker.link == "quote"  # 地元紙は、市長が市民に退避するよう呼びかけたと報じた
        return addressed or asker.link != "final"

    def _turned(self, chunk: Chunk) -> bool:
        """Ask: has a clause with が or けれど ended between the topic before a phrase and the phrase?"""
        topic = next(c for c in reversed(self.chunks[: chunk.index]) if self._is_topic(c) and self._free(c))
        return any(p.link == "adv" and topic.index < p.chunk.index < chunk.index for p in self.preds)

    def _demand_above(self, pred: Pred) -> Pred | None:
        """Give the demanded clause (…よう要求) a predicate is or stands in as a modifier."""
        current: Pred | None = pred
        while current is not None and current.link in {"rel", "cont", "bare", "cond"}:
            current = current.parent
        return current if current is not None and current.link == "demand" else None

    def _is_speaker(self, pred: Pred, chunk: Chunk, mark: str) -> bool:
        """Is a phrase with が before a quoted clause its speaker (報道官が…と述べた)?"""
        if mark != "が" or pred.link != "quote" or self._topic_before(chunk, voiced=True):
            return False
        speaks = chunk.text.endswith(("報道官", "報道局長", "スポークスマン"))
        return (self.frames[pred.index].has("が") or chunk.comma or pred.copula or speaks) and self.is_party(
            self.phrase_text(chunk)
        )

    def _under_speech(self, pred: Pred) -> bool:
        seen = pred
        while seen.parent is not None:
            if seen.link in {"quote", "demand"}:
                return True
            seen = self._real(seen.parent)
        return False
