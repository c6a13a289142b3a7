"""Sharing: what one Japanese clause leaves out because its neighbour has said it."""

from __future__ import annotations

from casus.reading.ja.chunks import Chunk
from casus.reading.ja.dating import Dating
from casus.reading.ja.phrases import Taken
from casus.reading.ja.preds import Pred, row_of
from casus.reading.places import place_words

NEVER_ACTS = (
    "声明", "決議", "決議案", "覚書", "書簡", "親書", "文書", "声", "行動", "措置", "発言", "行為", "動き", "計画",
    "案", "立場", "姿勢", "考え", "方針", "意見", "命令", "指示", "提案", "要求", "法案", "通告", "通知", "抗議文",
    "談話", "演説", "投稿", "証拠", "映像", "写真", "情報", "報道", "判決", "決定", "条項", "規定", "必要", "理由",
    "背景", "事件", "条件", "見返り", "用意", "代償", "余地", "口実", "権利", "義務", "ビラ",
    "チラシ", "罪", "疑い", "容疑", "横断幕", "通信文", "宣言", "協定", "条約",
    "余裕", "余力", "能力", "演習", "作戦", "訓練", "誓約書", "動画", "音声", "画像",
)  # fmt: skip
"""Nouns of papers, words and deeds: what describes them is done by whoever issues them."""
_SENDS = frozenset({"派遣", "増派", "急派", "投入", "配備", "配置", "送り込む", "動員", "招集", "召集", "空輸"})
_WHEN = frozenset({"前", "まえ", "後", "あと", "際", "とき", "時", "間", "直後", "直前", "最中", "途端", "頃|ころ"})
"""Nouns of time: the subject with が of the clause before them is of that clause alone (侵攻が始まる前、…)."""
_BESIDE = frozenset({"ほか", "一方", "反面", "うえ", "上"})
_SPEAKING = ("声明", "談話", "決議", "書簡", "報告書", "発表文", "論評")
_AFTER = frozenset({"あと", "まま", "後", "前", "直後", "直前", "最中", "ところ", "途中"})
_HARM = {"ASSAULT", "COERCE", "RETREAT", "AID"}


def _befalls(pred: Pred) -> bool:
    """Ask: does it say what befell somebody (3人が負傷したほか、…): nobody who goes on to act?"""
    row = row_of(pred)
    return pred.form.passive or (row is not None and "actor" not in row.concept.roles_of("subject"))


class Sharing(Dating):
    """Gives relative clauses their nouns, joined clauses their common subject, and dates their reach."""

    def _fill_gaps(self) -> None:
        """Give a relative clause the noun it describes: as subject, else as object (国が占領した地域)."""
        for pred in self.preds:
            if pred.link not in {"rel", "noun"} or pred.noun is None or pred.absorbed is not None:
                continue
            if pred.cue is not None or pred.noun.date is not None or pred.apposed:
                continue
            frame = self.frames[pred.index]
            head = self._described(pred.noun)
            if head.text in _AFTER or self._of_words(pred, head):
                continue  # 船が連行されたあとだった, 約束した停戦
            if head.verbal and not self._copula_noun(head):
                continue
            if self._tells(pred) and not self.is_party(head.text) and not head.text.endswith(NEVER_ACTS):
                continue  # 軍が占領したと発表した町: the town tells nothing.
            if self._of_paper(pred, head):
                self._lend_maker(pred, head)
            elif not frame.has("が"):
                self._fill_subject(pred, head)
            elif not frame.has("を") and not pred.form.passive:
                frame.taken.append(Taken(head, "を"))

    def _tells(self, pred: Pred) -> bool:
        told = [p for p in self.preds if p.parent is pred and p.link == "quote"]
        return any(
            t.mark == "が" and t.own and self.is_party(t.chunk.text) for p in told for t in self.frames[p.index].taken
        )

    def _done_by_topic(self, pred: Pred, head: Chunk) -> bool:
        """Ask: is what a bare clause describes what the topic did it to (軍は[拘束した]記者を釈放した)?"""
        row, frame = row_of(pred), self.frames[pred.index]
        if row is None or row.concept.type not in _HARM or pred.form.passive or head.tail != "を":
            return False
        aimed = ("に", "recipient") in row.roles or row.concept.roles_of("target")
        if aimed or not row.concept.roles_of("object") or any(frame.has(m) for m in ("を", "に", "から", "と")):
            return False
        matrix = row_of(self._real(pred.parent)) if pred.parent is not None else None
        topics = [c for c in self.chunks[: pred.chunk.index] if c.tail == "は" and c.bracket == pred.chunk.bracket]
        judged = matrix is not None and matrix.concept.type in {"ACCUSE", "SANCTION"}
        return bool(topics) and self.is_party(topics[-1].text) and not judged

    def _sent(self, pred: Pred, head: Chunk) -> bool:
        """Ask: is what a clause describes the forces that are sent (現場に派遣している護衛艦)?"""
        return (
            pred.lemma in _SENDS
            and not pred.form.passive
            and not self.frames[pred.index].has("を")
            and head.tail != "は"
        )

    def _fill_subject(self, pred: Pred, head: Chunk) -> None:
        frame = self.frames[pred.index]
        if self._done_by_topic(pred, head) or self._sent(pred, head):
            frame.taken = [t for t in frame.taken if t.mark != "が"]
            frame.taken.append(Taken(head, "を"))
            self._lend_topic(pred)
        elif self._may_act(pred, head):
            inherited = frame.subject()
            if inherited is not None:
                frame.taken.remove(inherited)
            frame.taken.append(Taken(head, "が"))
        elif not frame.has("を"):
            frame.taken.append(Taken(head, "を"))
            self._lend_topic(pred)

    def _of_words(self, pred: Pred, head: Chunk) -> bool:
        """Ask: is it a deed that somebody has promised, decided or told of (約束した停戦を守る)?"""
        if head.last.pos != "vn" or head.text.endswith(NEVER_ACTS) or self.is_party(head.text):
            return False
        row = row_of(pred)
        return row is not None and row.concept.content is not None

    def _of_paper(self, pred: Pred, head: Chunk) -> bool:
        """Ask: is it what a paper or a deed says (撤退を求める決議, 現状を変更する行動): somebody else's doing?"""
        frame = self.frames[pred.index]
        return head.text.endswith(NEVER_ACTS) and not frame.has("が") and not pred.form.passive

    def _lend_maker(self, pred: Pred, head: Chunk) -> None:
        """Give a paper's words to whom it belongs (事務総長の声明), else to the one who issues it."""
        row = row_of(pred)
        if row is None or row.concept.content is None:
            return
        owner = next((c for c in self.modifiers(head) if c.tail == "の" and self.is_party(c.text)), None)
        issuer = self.frames[self._real(pred.parent).index].subject() if pred.parent is not None else None
        maker = owner or (issuer.chunk if issuer is not None and issuer.chunk is not head else None)
        frame = self.frames[pred.index]
        frame.taken = [t for t in frame.taken if t.mark != "が"]
        if maker is not None:
            frame.taken.append(Taken(maker, "が", own=owner is not None))

    def issuer(self, paper: Chunk) -> Chunk | None:
        """Give who issued a paper that speaks for them, where a clause says so (外務省が出した声明は…と糾弾した)."""
        if not paper.text.endswith(_SPEAKING) or any(self.is_party(c.text) for c in self.modifiers(paper)):
            return None
        for pred in self.preds:
            if pred.link not in {"rel", "noun"} or pred.noun is None or self._described(pred.noun) is not paper:
                continue
            held = self.frames[pred.index].subject()
            if held is not None and held.own and self.is_party(held.chunk.text):
                return held.chunk
        return None

    def _lend_doers(self) -> None:
        """Let who did something to a thing go on with it, where no topic stands (軍が拘束した兵を隣国に引き渡した)."""
        for pred in self.preds:
            row = row_of(pred)
            acts = row is not None and row.concept.type in _HARM and "actor" in row.concept.roles_of("subject")
            if not acts or pred.form.passive or pred.absorbed is not None or self.frames[pred.index].subject():
                continue
            for child in self.preds[: pred.index]:
                held = self.frames[child.index].subject()
                if child.link != "rel" or child.parent is not pred or child.noun is None or held is None:
                    continue
                mine = held.own and held.chunk.tail == "が" and self.is_party(held.chunk.text)
                if (
                    mine
                    and self._described(child.noun).tail == "を"
                    and not self._topic_before(held.chunk, voiced=True)
                ):
                    self.frames[pred.index].taken.append(Taken(held.chunk, "が", own=False))
                    break

    def _lend_topic(self, pred: Pred) -> None:
        """Give the doer of a described thing: the topic of the sentence (ロシアは[併合した]地域を…)."""
        topics = [c for c in self.chunks[: pred.chunk.index] if c.tail == "は" and c.bracket == pred.chunk.bracket]
        if topics and self._free(topics[-1]) and self.is_party(topics[-1].text) and not pred.form.passive:
            self.frames[pred.index].taken.append(Taken(topics[-1], "が", own=False))

    def _may_act(self, pred: Pred, head: Chunk) -> bool:
        """Ask: may the noun a clause describes be the one who acts in it, or does the clause say what befell it?"""
        row = row_of(pred)
        if row is None or pred.form.passive or "actor" not in row.concept.roles_of("subject"):
            return True
        named = head.last.pos in {"propn", "pron"} or all("ァ" <= c <= "ヿ" for c in head.text)
        named = named and not self._acts_by_topic(pred)
        return named or self.is_party(head.text) or not row.concept.roles_of("object")

    def _acts_by_topic(self, pred: Pred) -> bool:
        """Ask: does a party stand as the topic before a bare clause of a thing (長官は、押収したパソコンから…)?"""
        before = self.chunks[pred.chunk.index - 1] if pred.chunk.index else None
        return before is not None and before.tail == "は" and self.is_party(before.text)

    def _described(self, noun: Chunk) -> Chunk:
        """Give the noun a relative clause is about: the next one, or what that belongs to (脱出したミグ21の操縦士)."""
        head = noun
        while self.part[head.index] and head.tail in {"の", ""} and head.index + 1 < len(self.chunks):
            if head.tail == "の" and self.is_party(head.text) and not self.is_party(self.chunks[head.index + 1].text):
                break
            head = self.chunks[head.index + 1]
        return head

    def _share_places(self) -> None:
        """Let a place topic (首都では), or a place set off (同市で、), hold for what follows on the same level."""
        for pred in self.preds:
            parent = self._real(pred.parent) if pred.parent else None
            if parent is None or pred.link != "cont" or self.frames[parent.index].has("で"):
                continue
            for taken in self.frames[pred.index].taken:
                opens = taken.chunk.tail == "で" and taken.chunk.comma and taken.chunk.text.endswith(place_words("ja"))
                if taken.chunk.tail == "では" or opens:
                    self.frames[parent.index].taken.append(Taken(taken.chunk, "で", shared=True))

    def _share_subjects(self, *, early: bool = False) -> None:
        """Let a joined clause have the subject of the one before; early, verbs of saying wait for their topics."""
        for pred in self.preds:
            if pred.absorbed is not None or self.frames[pred.index].subject() is not None:
                continue
            source = self._subject_source(pred)
            speaks = any(p.parent is pred and p.link == "quote" for p in self.preds)
            told = pred.cue is not None or self._ends_quoted(pred)  # 金氏が談話を発表し、「…」と威嚇したと伝えた
            if early and speaks and (source is None or source.chunk.tail != "が" or not told):
                continue
            if source is not None:
                self.frames[pred.index].taken.append(Taken(source.chunk, "が", own=source.own, shared=True))

    def _ends_quoted(self, pred: Pred) -> bool:
        """Ask: is a clause, or the one its chain of joined clauses ends in, told by somebody else?"""
        last: Pred | None = pred
        while last is not None and last.link in {"cont", "bare"}:
            last = last.parent
        return last is not None and last.link == "quote"

    def _subject_source(self, pred: Pred) -> Taken | None:
        children = [p for p in self.preds if p.parent is pred and p.absorbed is None and p.link in {"cont", "bare"}]
        for child in reversed(children):
            subject = self.frames[child.index].subject()
            own = subject is not None and subject.chunk.tail == "が"
            apart = own and child.cue is not None and child.cue.cue in _WHEN
            upon = own and child.form.tail == "と" and child.chunk.comma
            apart = apart or (own and child.cue is not None and child.cue.cue in _BESIDE and _befalls(child))
            if upon and subject is not None and self._topic_before(subject.chunk):
                return None  # 軍は…が、隣国が抗議すると、撤収した: it is the topic that acts upon it
            if subject is not None and not apart and not (pred.link == "rel" and subject.shared):
                return subject
        return None

    def _share_with_purposes(self) -> None:
        """Give a purpose to whoever has it, where a subject with が has been left for the verb it serves."""
        for pred in self.preds:
            parent = self._real(pred.parent) if pred.parent is not None and pred.link == "purpose" else None
            own = self.frames[parent.index].subject() if parent is not None else None
            held = self.frames[pred.index].subject()
            if own is None or held is None or held.chunk is own.chunk or held.chunk.tail != "は":
                continue
            if own.own and own.chunk.tail == "が" and own.chunk.index < pred.chunk.index:
                held.chunk, held.shared = own.chunk, True

    def _share_dates(self) -> None:
        self._date_more()
        for pred in self.preds:
            parent = self._real(pred.parent) if pred.parent else None
            dates = self.frames[pred.index].dates
            if parent is None or not dates or pred.link not in {"cont", "reason", "bare"}:
                continue
            if not self.frames[parent.index].dates and not parent.form.ongoing:
                self.frames[parent.index].dates.extend(dates)
        self._date_papers()
        for pred in self.preds:
            if pred.link == "rel" and pred.noun is not None and pred.lemma in {"予定", "迫る", "開く", "控える"}:
                governor = self.used.get(self.head(pred.noun).index)
                for span, _ in self.frames[pred.index].dates:
                    if governor is not None:
                        self._date(self._real(self.preds[governor]), span, weak=True)

    def _date_papers(self) -> None:
        """Give what a paper says (撤退を求める決議) the day on which it was issued."""
        for pred in self.preds:
            row = row_of(pred)
            if pred.link not in {"rel", "noun"} or pred.noun is None or pred.parent is None or row is None:
                continue
            frame = self.frames[pred.index]
            if not frame.dates and row.concept.content and self._described(pred.noun).text.endswith(NEVER_ACTS):
                frame.dates.extend(self.frames[self._real(pred.parent).index].dates)
