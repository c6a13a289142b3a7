"""Topics: for which predicates a Japanese は or も holds, and where a second one restarts the clause."""

from __future__ import annotations

from casus.reading.ja.chunks import Chunk
from casus.reading.ja.holding import KEEPS
from casus.reading.ja.judged import condemned
from casus.reading.ja.phrases import SOME_OF_THEM, Phrases, Taken
from casus.reading.ja.preds import Pred, row_of, takes_quote
from casus.reading.ja.words import content_words, cue_index, occasions
from casus.reading.lexicon import Predicate

_CRAFT = ("艦", "船", "艇", "機", "戦車", "空母", "車両", "車")
"""What does not speak, though it acts like a party."""
_PEOPLE = ("間人", "般人", "国人", "本人", "軍人", "外人", *(f"{c}人" for c in "アイカクコスダドナニリルンー"))
"""How those end who are counted by their people (イスラエル人, 民間人): beside another topic they are told of."""
_VESSELS = (*_CRAFT, "機体", "車列", "船団")
"""What carries and does things though it is nobody."""
_OFFICIAL = (
    "側",
    "政府",
    "省",
    "軍",
    "当局",
    "大統領",
    "首相",
    "外相",
    "国防相",
    "報道官",
    "氏",
    "司令部",
    "庁",
    "高官",
    "長官",
    "大使",
    "司令官",
    "議長",
    "総長",
)
_WHAT = frozenset({"発端", "原因", "きっかけ", "焦点", "争点", "背景", "決め手"})
"""Nouns that a clause with こと says the content of."""
_DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION", "AID", "CONSULT"})
_THERE_IS = frozenset({"ある", "ない", "無い"})
_COMPLEMENTS = {"quote", "demand", "nom", "noun", "question"}


def _takes_object(row: Predicate) -> bool:
    return bool(row.concept.roles_of("object")) or any(mark == "を" for mark, _ in row.roles)


_OF_ITSELF = (
    "まる", "わる", "がる", "なる", "れる", "残る", "落ちる", "届く", "飛ぶ", "沈む", "当たる", "続く", "進む", "動く",
    "及ぶ", "至る", "戻る", "尽きる", "違う", "異なる", "済む", "起きる", "生じる", "発生", "墜落", "爆発", "沈没",
    "炎上", "故障", "失速", "転覆", "座礁", "通過", "着陸", "離陸", "帰還", "到着", "ある", "いる",
)  # fmt: skip
"""How verbs of what a thing does by itself end: they have no object."""


_MEANWHILE = frozenset({"引き続き", "改めて", "一方", "さらに", "また", "同時に", "その後"})
_SPOKESMEN = ("報道官", "報道局長", "スポークスマン")


def _acronym(chunk: Chunk) -> bool:
    """Ask: is it an organisation by its letters (RSF)?"""
    return len(chunk.text) > 1 and chunk.text.isascii() and chunk.text.isupper()


def _by_itself(pred: Pred) -> bool:
    return pred.lemma.endswith(_OF_ITSELF) and not pred.form.causative


def _counts(chunk: Chunk) -> bool:
    """Ask: does a phrase only say how many (全員, 3人)?"""
    return chunk.text in SOME_OF_THEM - {"双方", "一部"} or all(
        t.pos in {"num", "counter", "suffix"} for t in chunk.content
    )


class Topics(Phrases):
    """Ties topics to predicates, left to right; the nearest one that fits holds."""

    def _attach_topic(self, chunk: Chunk) -> None:
        pred = self._next(chunk)
        if pred is None or (chunk.text in _WHAT and pred.link in {"cont", "nom", "rel", "noun", "bare"}):
            return  # 発端は、民兵が発砲したことだ: of こと
        if condemned(pred) and pred.parent is not None and pred.parent.parent is not None and self._has_voice(chunk):
            pred = self._real(pred.parent.parent)  # 大統領は、病院を爆撃することは許されないと述べた
        after = self._real(pred.parent) if pred.link == "quote" and pred.parent is not None else None
        said = self.frames[after.index].subject() if after is not None and after.link in {"cond", "quote"} else None
        if after is not None and said is not None and said.chunk.tail == "が" and said.chunk.index > chunk.index:
            pred = after  # Aは、[Bが守ると約束すれば]…: the topic is of neither
        path = self._topic_path(pred, chunk)
        governor = path[-1][0]
        for p, crossed in path:
            if self._give_topic(p, chunk, crossed=crossed, last=p is governor):
                break  # 情報も提供したが、…: what is given is no topic of what follows.
        if chunk.index not in self.used:
            self._take(governor, Taken(chunk, "は"))
        self.used[chunk.index] = governor.index

    def _give_topic(self, pred: Pred, chunk: Chunk, *, crossed: bool, last: bool) -> bool:
        """Make a topic the subject of a predicate, or its object (True); a nearer one takes an earlier one's place."""
        frame = self.frames[pred.index]
        held = frame.subject()
        if held is not None and held.shared and pred.lemma in _THERE_IS and not self.is_party(chunk.text):
            frame.taken.remove(held)  # 警告射撃はなかった: what is not there is the subject.
            held = None
        bare = held is not None and _counts(held.chunk) and held.chunk.tail == "が" and not self.modifiers(held.chunk)
        if held is not None and bare and not crossed and not chunk.comma:
            frame.taken.remove(held)  # 捕虜は全員が送還された: the number is of the topic.
            held = None
        second = held is not None and not crossed and self._is_topic(held.chunk) and not self.is_party(chunk.text)
        row = row_of(pred)
        lasts = chunk.last.tag.endswith("副詞可能")
        light = (pred.lemma, "が") in cue_index("light")
        alone = not _takes_object(row) if row is not None else light or _by_itself(pred)
        if second and not lasts and held is not None and (alone or pred.form.passive):
            frame.taken.remove(held)  # 部隊は…、機体は墜落した, 文言は盛り込まれなかった: it is the subject.
            held, second = None, False
        if held is not None and second and frame.has("を") and chunk.text.endswith(_VESSELS):
            frame.taken.remove(held)  # 国防省は、機体は負傷兵を運んでいたと述べた
            held, second = None, False
        if held is not None and second and self.is_party(held.chunk.text):
            if frame.has("を"):
                return False
            self._take(pred, Taken(chunk, "を", shared=not last))
            return True
        if held is not None and self._topic_is_object(held, chunk, pred) and not crossed and not lasts:
            self._take(pred, Taken(chunk, "を", shared=not last))
            return True
        if held is not None:
            left = held.shared or any(c.comma for c in self.chunks[held.chunk.index + 1 : chunk.index])
            befell = held.shared and pred.form.passive  # ロシアが拒否権を行使し、決議案は否決された
            lent = left and held.chunk.index < chunk.index and (self.is_party(chunk.text) or befell)
            if crossed or ((not self._is_topic(held.chunk) or held.chunk.tail == "が") and not lent):
                return False
            frame.taken.remove(held)
        self._take(pred, Taken(chunk, "が", own=not crossed, shared=not last))
        return False

    def _topic_is_object(self, held: Taken, chunk: Chunk, pred: Pred) -> bool:
        """Ask: is a topic what somebody named after it does something to (島はイタリアが管理していた)?"""
        row = row_of(pred)
        if row is None or not _takes_object(row) or self.frames[pred.index].has("を") or pred.form.passive:
            return False
        does = held.own and not held.shared and held.chunk.tail == "が" and held.chunk.index > chunk.index
        return does and self.is_party(held.chunk.text) and not self.is_party(chunk.text)

    def _topic_path(self, pred: Pred, chunk: Chunk) -> list[tuple[Pred, bool]]:
        """Give the predicates a topic holds for: (predicate, does a complement's edge lie between), governor last."""
        path: list[tuple[Pred, bool]] = []
        steps: list[tuple[Pred, bool]] = []
        current, placed = pred, False
        while True:
            if self._seems_so(current):
                current = self._real(current.parent) if current.parent is not None else current
                continue
            if current.link != "rel" or current.apposed:
                steps.append((current, False))
                placed = placed or not self.frames[current.index].has("が")
            if current.parent is None or not self._topic_goes_on(current, chunk, placed=placed):
                governor = self._outer_speech(current, chunk)
                if governor is not None:
                    steps = [*((p, True) for p, _ in steps), (governor, False)]
                break
            if current.link == "demand":
                steps, placed = [], False
            elif current.link in _COMPLEMENTS:
                steps = [(p, True) for p, _ in steps]
            current = self._real(current.parent)
            if current.link == "rel" and current.parent is not None:
                continue
        if not steps:
            steps.append((current, False))
        path.extend(steps)
        return path

    def _seems_so(self, pred: Pred) -> bool:
        """Ask: is it what a described thing is said or seen to be (取られたとみられる魚)? No topic acts in it."""
        parent = self._real(pred.parent) if pred.parent is not None else None
        return pred.link == "quote" and parent is not None and parent.link == "rel" and parent.form.passive

    def _outer_speech(self, pred: Pred, chunk: Chunk) -> Pred | None:
        """Give the verb of saying a first topic is left for, where a nearer topic holds inside."""
        passed = {"adv", "cont", "reason", "bare", "cond"}
        nearer = any(c.tail == "は" and not c.verbal for c in self.chunks[pred.chunk.index + 1 :])
        if chunk.comma and (self._complete(pred) or (nearer and pred.link == "noun")):
            passed |= {"rel", "noun"}  # 調査団は、軍が村を焼いた証拠はなかったと報告した
        if pred.link not in passed:
            return None
        current: Pred | None = pred
        while current is not None and current.link in passed:
            current = self._real(current.parent) if current.parent else None
        if current is None or current.link not in {"quote", "noun"} or current.parent is None:
            return None
        governor = self._real(current.parent)
        return governor if self._may_speak(current, governor, chunk, nearer=True) else None

    def _topic_goes_on(self, pred: Pred, chunk: Chunk, *, placed: bool) -> bool:
        parent = self._real(pred.parent) if pred.parent else None
        if parent is None:
            return False
        if pred.link == "rel":
            return not pred.apposed
        if pred.link in _COMPLEMENTS:
            return self._may_speak(pred, parent, chunk)
        if pred.link in {"adv", "cont", "reason", "bare"}:
            return not placed or not self._new_topic(pred, parent)
        return True

    def _may_speak(self, pred: Pred, parent: Pred, chunk: Chunk, *, nearer: bool = False) -> bool:  # noqa: PLR0911
        held = self.frames[parent.index].subject()
        if pred.link == "nom" and held is not None and not held.own and self._has_voice(chunk):
            return True  # 大使は、理事国は停戦を求めることで一致したと述べた
        first = held is not None and self._is_topic(held.chunk) and held.chunk.index < chunk.index
        told = pred.link == "demand" and parent.link == "quote"  # 元兵士は、撃つよう命じられたと証言した
        passive = parent.form.text.startswith(("られ", "れ")) and not told
        if (held is not None and (first or not held.shared)) or passive:
            return False
        left_to_speak = self._complete(pred) and not nearer
        if (pred.link == "quote" or nearer) and not self._has_voice(chunk) and not left_to_speak:
            return False
        if parent.lemma == "いう" and not parent.form.ongoing and not parent.form.past:
            return False
        seems = parent.lemma in content_words("mental") and parent.link in {"adv", "cont"} and chunk.comma
        if seems and pred.link == "quote" and self._complete(pred) and self._has_voice(chunk):
            return True  # 専門家は、双方が望むとは考えにくいものの、…と指摘した
        settled = (
            parent.form.ongoing
            or parent.form.past
            or (parent.link == "cont" and chunk.tail == "は" and self._has_voice(chunk))
        )
        if parent.lemma in content_words("mental") and not settled:
            return False
        if pred.link == "nom" and not takes_quote(parent):
            return held is None or held.shared
        between = [c for c in self.chunks if pred.chunk.index < c.index < parent.chunk.index]
        if any(c.tail in {"は", "が"} and self._free(c) and c.bracket in {0, parent.chunk.bracket} for c in between):
            return False
        return chunk.bracket in {0, parent.chunk.bracket}

    def _has_voice(self, chunk: Chunk) -> bool:
        """May a topic speak: somebody, a name, or a document (声明は…と強調した)?"""
        named = chunk.last.pos in {"propn", "pron"} or all("ァ" <= c <= "ヿ" for c in chunk.text)
        if chunk.text.endswith(_CRAFT) or self._counted_people(chunk):
            return False
        somebody = (
            chunk.text.endswith(("さん", "氏", "ひとり", "一人", "1人", "連中", "一行")) or chunk.last.text == "世"
        )
        return named or somebody or self.is_party(chunk.text) or chunk.text.endswith(occasions())

    def _counted_people(self, chunk: Chunk) -> bool:
        """Ask: are people a second topic that is only told of (首相府は、船にフランス人は乗っていないと述べた)?"""
        return chunk.text.endswith(_PEOPLE) and self._topic_before(chunk, voiced=True)

    def _complete(self, pred: Pred) -> bool:
        """Ask: has a clause a subject with が of its own, so that a topic before it can only be the speaker?"""
        held = self.frames[pred.index].subject()
        return held is not None and held.chunk.tail == "が"

    def _has_spoken(self, pred: Pred) -> bool:
        """Ask: has a topic of its own said what it says (Aは…と決めつけ), so that the next topic speaks for itself?"""
        before = reversed(self.chunks[: pred.chunk.index])
        topic = next((c for c in before if self._is_topic(c) and self._free(c)), None)
        said = any(p.parent is pred and p.link == "quote" for p in self.preds)
        return said and topic is not None and not topic.comma

    def _new_topic(self, pred: Pred, parent: Pred) -> bool:  # noqa: PLR0911
        """Ask: does a second topic restart the clause between two predicates?"""
        between = self.chunks[pred.chunk.index + 1 : parent.chunk.index]
        topics = [c for c in between if c.tail in {"は", "も"} and self._free(c) and c.bracket == pred.chunk.bracket]
        if pred.same_subject:
            return False
        if self._subject_between(pred, parent):
            return True
        if not topics:
            return False
        follower = self._next(topics[0])
        paper = topics[0].text.endswith(occasions()) or _acronym(topics[0])
        if (not self.is_party(topics[0].text) and not paper) or self._counted_people(topics[0]):
            return False
        after = next((c for c in self.chunks[topics[0].index + 1 :] if c.text not in _MEANWHILE), None)
        if after is not None and after.bracket not in {0, topics[0].bracket} and self._has_voice(topics[0]):
            return True  # 政府は供与を渋っており、高官は「…」と説明した
        if pred.link in {"adv", "bare"} or self._answers_deed(pred, topics[0]):
            return True
        if follower is not None and follower is not parent and self._holds_below(follower, parent):
            held = follower.link == "noun" and (parent.lemma in KEEPS or (parent.lemma, "を") in cue_index("announce"))
            if held:
                return self._has_voice(topics[0])  # …おらず、大統領府は認めないとの立場を崩していない
            voiced = self._has_voice(topics[0]) and takes_quote(parent)
            named = topics[0].last.pos == "propn" or topics[0].text.endswith(_OFFICIAL)
            apart = self._complete(follower) or topics[0].text.endswith(_SPOKESMEN)
            return voiced and (apart or (named and self._has_spoken(pred)))
        return True

    def _answers_deed(self, pred: Pred, topic: Chunk) -> bool:
        """Ask: does an official side speak of this after a deed (政府は兵を送り、隣国側はこれを侵略だと非難した)?"""
        row, after = row_of(pred), self.chunks[topic.index + 1 : topic.index + 2]
        deed = row is not None and row.concept.type in _DEEDS and pred.chunk.comma
        return deed and topic.text.endswith(_OFFICIAL) and any(c.text in {"これ", "それ"} for c in after)

    def _subject_between(self, pred: Pred, parent: Pred) -> bool:
        """Ask: does a clause with a subject of its own (が) run from between the two on to the second?"""
        nearer = [
            p for p in self.preds[pred.index + 1 : parent.index] if p.link in {"cont", "bare"} and p.absorbed is None
        ]
        return any(self._own_subject(p, pred) and self._runs_to(p, parent) for p in nearer)

    def _own_subject(self, pred: Pred, after: Pred) -> bool:
        taken = (t.chunk for t in self.frames[pred.index].taken if t.mark == "が")
        return any(c.tail == "が" and c.index > after.chunk.index for c in taken)

    def _runs_to(self, pred: Pred, parent: Pred) -> bool:
        """Is the one clause joined to the other by て and the like alone?"""
        current: Pred | None = pred
        while current is not None and current is not parent and current.link in {"cont", "bare"}:
            current = self._real(current.parent) if current.parent else None
        return current is parent

    def _holds_below(self, follower: Pred | None, parent: Pred) -> bool:
        """Ask: does what follows a topic stand inside of a quotation the parent governs?"""
        current = follower
        while current is not None and current is not parent:
            if current.link in {"quote", "nom", "noun"}:
                return True
            current = self._real(current.parent) if current.parent else None
        return False
