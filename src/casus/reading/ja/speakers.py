"""Who speaks in a Japanese sentence: subjects of verbs of saying, holders of reports, によると, の話として."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from casus.reading.clauses import Operator, Phrase
from casus.reading.ja.arguments import INSTRUMENTS, Attachment, Taken
from casus.reading.ja.chunks import Chunk
from casus.reading.ja.preds import Pred, noun_cue
from casus.reading.ja.rows import operator_cue
from casus.reading.ja.words import content_words, cue_index, index

_SOMEBODY = {"向き", "声", "者", "人", "人々", "意見", "ところ"}
"""Who says it where nobody is named (とみる向きもある)."""
_HEARSAY = {"罪", "罪状", "容疑", "疑い", "報道", "情報", "噂", "うわさ", "説", "通報", "証言", "指摘"}
_SEEMS = frozenset({"思える", "見える", "言える", "考えにくい"})
_THINKS = frozenset({"考える", "言う", "いう", "思う", "みる", "見る"})
_HARDLY = re.compile("にくい|難い|がたい|えな|られな|切れな|きれな")
"""Endings with which a judgement is the writer's own (ロシアは…とは考えにくい)."""
_DOCUMENTS = {"声明", "同声明", "談話", "発表", "声明文", "論評", "社説", "書簡", "報告書", "発表文"}
_WORDS = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
"""Kinds of acts done with words."""
_PAPERS = ("文書", "報告書", "資料", "記事", "公電", "書簡", "メモ", "電報", "論文", "日記")
_TOLL = ("死傷者", "死者", "負傷者", "犠牲者", "けが人", "被害", "被害者", "行方不明者")
_OF_ITSELF = frozenset({"主張", "発表", "宣言", "豪語", "認める", "公表", "明言", "誇示", "表明"})
"""Verbs by which one mostly tells of one's own deeds."""
AUTHOR = {
    "筆者", "私", "本稿", "当研究所", "当サイト", "当方", "管理人", "本誌", "本紙", "われわれ", "我々", "小職", "拙稿",
}  # fmt: skip


class Speakers:
    """Finds the speakers of one sentence."""

    def __init__(self, attachment: Attachment, *, quoted: Phrase | None = None) -> None:
        self.attachment = attachment
        self.quoted = quoted
        """Who the next sentence says spoke the words that fill this one (「…」。X はこう述べた)."""

    def _speaker(self, child: Pred, parent: Pred) -> tuple[Phrase | None, str]:
        subject = self.attachment.frames[parent.index].subject()
        if parent.lemma in _SEEMS or (parent.lemma in _THINKS and _HARDLY.search(parent.form.text)):
            return None, "author"
        plain = not (parent.form.ongoing or parent.form.past or parent.form.passive)
        if parent.lemma == "いう" and plain and child.link == "quote":
            return None, "carried"
        after = parent.parent if parent.lemma == "する" and parent.row is None and parent.link == "cont" else None
        if after is not None and after.form.passive and after.row is not None and after.row.concept.type == "ACCUSE":
            return self._agent(after)  # 逮捕しなかったとして裁判所から批判された
        if parent.form.passive and subject is not None:
            return self._agent(parent)
        if subject is not None and subject.chunk.index not in parent.used and not self._told_of(subject.chunk):
            if subject.chunk.text in AUTHOR:
                return None, "author"
            alone = subject.chunk.text in _DOCUMENTS and not self.attachment.modifiers(subject.chunk)
            issuer = self.attachment.issuer(subject.chunk)
            alone = alone and issuer is None
            return self.attachment.phrase(issuer or subject.chunk), "account" if alone else "named"
        return self._unsaid(child, parent)

    def _told_of(self, chunk: Chunk) -> bool:
        """Ask: is a topic what is told of, and nobody who could speak (死傷者は確認されていないとしている)?"""
        if chunk.text.endswith(_TOLL):
            return True
        deed = index().nominal(chunk.content) if not self.attachment.is_party(chunk.text) else None
        return (
            deed is not None
            and noun_cue(chunk) is None
            and not (chunk.text in _DOCUMENTS or chunk.text.endswith(INSTRUMENTS))
        )

    def _unsaid(self, child: Pred, parent: Pred) -> tuple[Phrase | None, str]:
        """Give whose words they are where the verb of saying has no subject."""
        plain = not parent.form.ongoing and not parent.form.passive
        if child.link == "quote" and (charger := self._charger(parent)) is not None:
            return charger, "named"
        if parent.lemma == "いう" and plain and not parent.form.past:
            return None, "carried"
        if parent.lemma in content_words("mental") and plain:
            return None, "author"
        if parent.link in {"rel", "noun"} and parent.noun is not None and child.link == "quote":
            own = self.attachment.frames[child.index].subject()
            head = self.attachment.head(parent.noun)
            told = noun_cue(head) is not None or self.attachment.is_party(head.text) or head.text in _SOMEBODY
            told = told or head.text.endswith(_PAPERS)
            if parent.form.passive and not told:
                return None, "unnamed"  # 軍が仕掛けたとされる地雷
            if own is not None and own.own and not told and self.attachment.is_party(own.chunk.text):
                return self.attachment.phrase(own.chunk), "named"  # 軍が占領したと発表した町
            shown = self._shown_by(parent)  # 軍は、破壊したとする映像を公開した
            return (shown, "named") if shown is not None and not told else self._holder_of_report(parent.noun)
        if parent.form.passive or parent.lemma == "なる":
            told = child.link == "nom" and parent.link == "quote"  # 爆撃は許されないと述べた
            told = told or any(position < child.chunk.index for position, _ in self.attachment.speakers)
            return None, "none" if told else "unnamed"  # 憲章では…とされている: the charter says so
        announcer = self._announcer(child)
        return (announcer, "named") if announcer is not None else (self._of_itself(child, parent), "carried")

    def _charger(self, saying: Pred) -> Phrase | None:
        """Give who acts upon what a clause with として says (停戦に違反したとして、国連は双方を非難した)."""
        after = saying.parent
        if after is None or saying.lemma != "する" or saying.row is not None or saying.link != "cont":
            return None
        held = self.attachment.frames[after.index].subject()
        if (
            held is None
            or saying.form.passive
            or after.form.passive
            or not held.own
            or not self.attachment.is_party(held.chunk.text)
        ):
            return None
        return self.attachment.phrase(held.chunk)

    def _of_itself(self, child: Pred, parent: Pred) -> Phrase | None:
        """Give who says what they did where nobody spoke before (組織が基地を襲撃し、兵を殺害したと主張した)."""
        doer = self.attachment.frames[child.index].subject()
        own = parent.lemma in _OF_ITSELF and child.link == "quote" and not child.form.passive
        if doer is None or not own or doer.chunk.bracket or not self.attachment.is_party(doer.chunk.text):
            return None
        return self.attachment.phrase(doer.chunk)

    def _shown_by(self, saying: Pred) -> Phrase | None:
        """Give who publishes what a clause is said in (映像を公開した)."""
        after = saying.parent
        held = self.attachment.frames[after.index].subject() if after is not None else None
        if after is None or held is None or after.lemma not in {"公開", "投稿", "配信", "掲載", "流す", "放送"}:
            return None
        return self.attachment.phrase(held.chunk) if self.attachment.is_party(held.chunk.text) else None

    def _done_by_words(self, child: Pred, parent: Pred) -> bool:
        """Ask: is a deed of words done in saying so (強く非難すると述べた; a headline's 撤収要求　外務省が声明)?"""
        row, held = child.row, self.attachment.frames[child.index].subject()
        speaker = self.attachment.frames[parent.index].subject()
        other = held is not None and held.own and (speaker is None or held.chunk is not speaker.chunk)
        if row is None or parent.row is not None or other or child.negative:
            return False
        if not child.chunk.function:
            return row.concept.type in _WORDS and not parent.chunk.function and child.chunk.last.pos == "vn"
        plain = child.form.shape == "終止形" and not (child.form.past or child.form.ongoing or child.form.passive)
        return plain and row.concept.type == "ACCUSE" and child.form.tail == "と"

    def _told_beside(self, child: Pred, parent: Pred) -> bool:
        """Ask: is it what somebody regrets who has just given an account (…と釈明し、…したことに遺憾の意を表した)?"""
        if child.mark != "に" or (parent.lemma, "を") not in cue_index("announce"):
            return False
        before = [p for p in self.attachment.preds if p.parent is parent and p.link in {"cont", "bare"}]
        return any(p.link == "quote" and p.parent in before for p in self.attachment.preds)

    @staticmethod
    def _taken_up(child: Pred, saying: Pred) -> tuple[str, bool, str] | None:
        """Give what a threat makes of words that として hands on to it (次は首都を攻撃するとして…と警告した)."""
        after = saying.parent if saying.lemma == "する" and saying.link == "cont" and saying.row is None else None
        if child.link != "quote" or after is None or after.row is None or after.row.concept.type != "THREATEN":
            return None
        return operator_cue(after, "to")

    def _kept_open(self, op: Operator, pred: Pred) -> Operator:
        """Give who does not rule out a possibility (大統領は派兵の可能性を排除しなかった) as who speaks of it."""
        holders = [*pred.holders, pred.parent] if pred.nominal else pred.holders
        holder = next((h for h in holders if h is not None and h.lemma in {"排除", "否定"} and h.negative), None)
        if holder is None or ":noun:" not in op.rule or op.voice != "none":
            return op
        held = self.attachment.frames[pred.index].subject() or self.attachment.frames[holder.index].subject()
        if held is None or not self.attachment.is_party(held.chunk.text):
            return op
        if holder.form.text.startswith(("できな", "しきれな", "しえな")) and held.chunk.tail == "が":
            return op  # 隣国が報復に出る可能性は否定できない: of whom it is said, not who says it
        return msgspec.structs.replace(op, speaker=self.attachment.phrase(held.chunk), voice="named")

    def _agent(self, parent: Pred) -> tuple[Phrase | None, str]:
        """Give who says it in the passive (…と軍に非難された)."""
        taken = self.attachment.frames[parent.index].taken
        agent = next((t for t in taken if t.mark in {"によって", "に", "から"}), None)
        if agent is None and parent.link == "quote":
            return None, "none"
        return (self.attachment.phrase(agent.chunk), "named") if agent else (None, "unnamed")

    def _announcer(self, child: Pred) -> Phrase | None:
        """Give who announces an act of their own with no other speaker there (機構が措置を取ると言っている)."""
        own = self.attachment.frames[child.index].subject()
        told = child.form.past or child.form.passive or child.copula or child.nominal or child.chunk.bracket
        if own is None or not own.own or told or child.link != "quote":
            return None
        return self.attachment.phrase(own.chunk)

    def _holder_of_report(self, noun: Chunk) -> tuple[Phrase | None, str]:
        head = self.attachment.head(noun)
        if head.text in _SOMEBODY:
            return None, "unnamed"
        before = [c for c in self.attachment.modifiers(head) if c.index >= noun.index]
        if noun_cue(head) is not None and before:
            return self.attachment.phrase(before[0]), "named"
        return self.attachment.phrase(head), "named" if noun_cue(head) is None else "unnamed"

    def _noun_holder(self, child: Pred, parent: Pred, effect: str) -> tuple[Phrase | None, str]:
        noun = child.noun or child.chunk
        head = self.attachment.head(noun)
        before = [c for c in self.attachment.modifiers(head) if c.index >= noun.index and not c.verbal]
        if before:
            return self.attachment.phrase(before[0]), "named"
        if child.chunk.closes:  # 韓国側の「…」との主張
            first = next(c for c in self.attachment.chunks if c.bracket == child.chunk.closes)
            owner = self.attachment.chunks[first.index - 1] if first.index else None
            if owner is not None and owner.tail == "の" and self.attachment.is_party(owner.text):
                return self.attachment.phrase(owner), "named"
        if effect == "claim" and head.text not in _HEARSAY:
            subject = self.attachment.frames[parent.index].subject()
            named = subject is not None and self.attachment.is_party(self.attachment.phrase_text(subject.chunk))
            if subject is not None and subject.chunk is not head and named:
                return self.attachment.phrase(subject.chunk), "named"
        if effect == "claim" and (parent.lemma, "を") not in cue_index("announce"):
            return self.attachment.phrase(head), "unnamed"
        subject = self.attachment.frames[parent.index].subject()
        if subject is not None and subject.chunk is not head:
            return self.attachment.phrase(subject.chunk), "named"
        return None, "none"

    def _according_to(self, pred: Pred) -> list[Operator]:
        """Speakers with によると hold for all that follows in the sentence, up to a restart."""
        found = []
        for position, told in self.attachment.speakers:
            chunk = self._teller(told)
            if position < pred.chunk.index and not self._restarted(position, pred):
                phrase = self.attachment.phrase(chunk)
                alone = noun_cue(chunk) is not None and phrase.span == chunk.span
                voice = "account" if alone else "named"
                rules = chunk.text.endswith(INSTRUMENTS) and not pred.form.past and pred.link not in {"rel", "cond"}
                effect = "obligation" if rules and self._deed(pred) else "claim"
                said = told.text + told.tail if told.verbal else told.tail
                found.append(Operator(effect, f"ja.cue:{said}", speaker=phrase, voice=voice))
        return found

    def _teller(self, chunk: Chunk) -> Chunk:
        """Give who tells it where that is a clause (通信が軍関係者の話として伝えたところによると)."""
        if chunk.text != "ところ" and not chunk.verbal:
            return chunk
        pred = next((p for p in self.attachment.preds if p.noun is chunk or p.chunk is chunk), None)
        before = self.attachment.chunks[: chunk.index]
        relayed = next((c for c in before if c.tail == "として" and noun_cue(c) is not None), None)
        owner = next(iter(self.attachment.modifiers(relayed)), None) if relayed is not None else None
        held = self._who_tells(pred) if pred is not None else None
        return owner or (held.chunk if held is not None else chunk)

    def _who_tells(self, pred: Pred) -> Taken | None:
        """Give who a clause of telling is of (村長が言うには, 大使に言わせれば)."""
        frame = self.attachment.frames[pred.index]
        mark = "に" if pred.form.causative else "を"
        made_to = next((t for t in frame.taken if t.mark == mark), None)
        return made_to or frame.subject()

    @staticmethod
    def _deed(pred: Pred) -> bool:
        """Ask: may it be what a treaty lays down, not how things stand under it?"""
        stands = pred.copula or pred.form.ongoing or pred.chunk.last.pos == "adj" or pred.lemma in {"ある", "ない"}
        return not stands and (pred.row is None or pred.row.concept.kind in {"event", "obligation"})

    def relayed(self, pred: Pred) -> Phrase | None:
        """Give whose words somebody passes on, where that is said (最高司令部の発表として)."""
        return next((op.speaker for op in self._relayed(pred)), None)

    def _relayed(self, pred: Pred) -> list[Operator]:
        """Give the speaker whose words somebody passes on (副知事の話として)."""
        found: list[Operator] = []
        last = pred
        while last.link in {"cont", "bare", "cond", "adv", "reason", "purpose"} and last.parent is not None:
            last = last.parent
        if last.link in {"final", "rel"}:
            return found  # The one who passes it on speaks here in person.
        for chunk in self.attachment.chunks[: pred.chunk.index]:
            after = self.attachment.chunks[chunk.index + 1]
            cited = chunk.tail == "を" and after.last.lemma in {"引用", "引く", "紹介"}  # 当局者の話を引用し
            told = noun_cue(chunk) if (chunk.tail == "として" or cited) and not chunk.verbal else None
            named = self.attachment.is_party(chunk.text) or chunk.text.endswith(_PAPERS)
            if told is None and cited and after.last.lemma == "引用" and named:
                phrase = self.attachment.phrase(chunk)  # 地元当局を引用し
                found.append(Operator("claim", "ja.cue:引用", speaker=phrase, voice="named"))
            elif (told is not None and "claim" in told.effect.split("|")) or chunk.text + chunk.tail == "声として":
                before = self.attachment.modifiers(chunk)
                if before:
                    phrase = self.attachment.phrase(before[0])
                    found.append(Operator("claim", "ja.cue:として", speaker=phrase, voice="named"))
        return found

    @staticmethod
    def _passed_on(relayed: list[Operator], above: list[Operator]) -> list[Operator]:
        """Put whose words are passed on right inside of the one who passes them on."""
        outer = next((i for i, op in enumerate(above) if op.effect == "claim"), len(above))
        return [*above[:outer], *relayed, *above[outer:]]

    def _restarted(self, position: int, pred: Pred) -> bool:
        """Has a speaker with another verb of saying, or a restart after が, come between?"""
        breaks = [p for p in self.attachment.preds if position < p.chunk.index < pred.chunk.index and p.link == "adv"]
        told = {id(p.parent) for p in self.attachment.preds if p.link == "quote"}
        # …の話では明らかにされなかったが、部隊は…
        kept = not any((p.beside + p.lemma, "to") in cue_index("report") for p in breaks)
        if kept and not any(id(p) in told or self._speaks_out(p) for p in self._chain(pred)):
            return False  # 警察によると…したが、容疑者は捕まっていない
        return any(self.attachment.chunks[p.chunk.index].comma and self._new_topic_after(p, pred) for p in breaks)

    @staticmethod
    def _chain(pred: Pred) -> Iterator[Pred]:
        """Give a predicate and all it hangs on."""
        current: Pred | None = pred
        while current is not None:
            yield current
            current = current.parent

    @staticmethod
    def _speaks_out(pred: Pred) -> bool:
        return pred.row is not None and pred.row.concept.type in _WORDS

    def _new_topic_after(self, pred: Pred, until: Pred) -> bool:
        between = self.attachment.chunks[pred.chunk.index + 1 : until.chunk.index]
        return any(c.tail == "は" and self.attachment.is_party(c.text) for c in between)

    def _spoken(self, pred: Pred) -> list[Operator]:
        """Give who says words in quotation marks that no verb governs (大統領「部隊は撤退する」)."""
        if not pred.chunk.said:
            return self._quoted(pred)
        first = next(c for c in self.attachment.chunks if c.bracket == pred.chunk.bracket)
        last = next(c for c in self.attachment.chunks if c.closes == pred.chunk.bracket)
        speaker = self.attachment.chunks[first.index - 1 if first.index else last.index + 1]
        if not self.attachment.is_party(speaker.text):
            return []
        phrase = self.attachment.phrase(speaker)
        return [Operator("claim", "ja.form:「」", speaker=phrase, voice="named")]

    def _quoted(self, pred: Pred) -> list[Operator]:
        """Give who speaks where quoted words fill the sentence, or a bare party alone follows them (「…」と国防相)."""
        chunks = self.attachment.chunks
        if all(c.bracket for c in chunks):
            return [Operator("claim", "ja.form:「」", speaker=self.quoted, voice="named" if self.quoted else "carried")]
        if pred.chunk.bracket and pred.chunk.bracket == chunks[-1].closes:
            return self._left_open(pred)
        last = pred
        while last.parent is not None:
            last = last.parent
        after = chunks[last.chunk.index + 1 :] if last.link == "quote" else []
        if any(c.verbal or c.bracket for c in after) or any(p.chunk in after for p in self.attachment.preds):
            return []
        teller = next((c for c in after if c.tail in {"", "が", "は"} and self.attachment.is_party(c.text)), None)
        if teller is None:
            return []
        return [Operator("claim", "ja.form:「」", speaker=self.attachment.phrase(teller), voice="named")]

    def _left_open(self, pred: Pred) -> list[Operator]:
        """Give who speaks the words a sentence ends with (司令官は議長を非難し、「戦いはやめない」。)."""
        before = (
            c for c in self.attachment.chunks if not c.bracket and (c.tail == "は" or (c.comma and not c.function))
        )
        teller = next((c for c in before if not c.verbal and self.attachment.is_party(c.text)), None)
        if teller is None or teller.index > pred.chunk.index:
            return []
        return [Operator("claim", "ja.form:「」", speaker=self.attachment.phrase(teller), voice="named")]

    def _provided(self, pred: Pred) -> list[Operator]:
        """Give a treaty as the source of what it lays down (協定は越境を禁じている)."""
        allowed = any(h.lemma == "できる" for h in pred.holders) or pred.form.text.startswith(("うる", "得る"))
        ground = next(
            (t for t in self.attachment.frames[pred.index].taken if t.mark in {"によって", "に基づいて"}), None
        )
        if allowed and ground is not None and ground.chunk.text.endswith(INSTRUMENTS) and not pred.form.past:
            phrase = self.attachment.phrase(ground.chunk)  # 決議により、必要な措置を取ることができる
            return [Operator("authorised", "ja.form:できる", speaker=phrase, voice="named")]
        subject = self.attachment.frames[pred.index].subject()
        if subject is None or pred.form.past or not subject.chunk.text.endswith(INSTRUMENTS):
            return []
        if not any(operator_cue(pred, mark) for mark in ("を", "koto")) and pred.lemma not in content_words("provides"):
            return []
        phrase = self.attachment.phrase(subject.chunk)
        return [Operator("obligation", "ja.form:instrument", speaker=phrase, voice="named")]
