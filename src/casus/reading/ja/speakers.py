"""Who speaks in a Japanese sentence: subjects of verbs of saying, holders of reports, によると, の話として."""

from __future__ import annotations

from casus.reading.clauses import Operator, Phrase
from casus.reading.ja.arguments import INSTRUMENTS, Attachment
from casus.reading.ja.chunks import Chunk
from casus.reading.ja.preds import Pred, noun_cue
from casus.reading.ja.rows import operator_cue
from casus.reading.ja.words import content_words, cue_index

_SOMEBODY = {"向き", "声", "者", "人", "人々", "意見", "ところ"}
"""Who says it where nobody is named (とみる向きもある)."""
_HEARSAY = {"報道", "情報", "噂", "うわさ", "説", "通報", "証言", "指摘"}
_SEEMS = frozenset({"思える", "見える", "言える", "考えにくい"})
_DOCUMENTS = {"声明", "同声明", "談話", "発表", "声明文", "論評", "社説", "書簡", "報告書", "発表文"}
_AUTHOR = {
    "筆者", "私", "本稿", "当研究所", "当サイト", "当方", "管理人", "本誌", "本紙", "われわれ", "我々", "小職", "拙稿",
}  # fmt: skip


class Speakers:
    """Finds the speakers of one sentence."""

    def __init__(self, attachment: Attachment) -> None:
        self.attachment = attachment

    def _speaker(self, child: Pred, parent: Pred) -> tuple[Phrase | None, str]:
        subject = self.attachment.frames[parent.index].subject()
        if parent.lemma in _SEEMS:
            return None, "author"
        if parent.form.passive and subject is not None:
            return self._agent(parent)
        if subject is not None and subject.chunk.index not in parent.used:
            if subject.chunk.text in _AUTHOR:
                return None, "author"
            alone = subject.chunk.text in _DOCUMENTS and not self.attachment.modifiers(subject.chunk)
            return self.attachment.phrase(subject.chunk), "account" if alone else "named"
        return self._unsaid(child, parent)

    def _unsaid(self, child: Pred, parent: Pred) -> tuple[Phrase | None, str]:
        """Give whose words they are where the verb of saying has no subject."""
        plain = not parent.form.ongoing and not parent.form.passive
        if parent.lemma == "いう" and plain and not parent.form.past:
            return None, "carried"
        if parent.lemma in content_words("mental") and plain:
            return None, "author"
        if parent.link in {"rel", "noun"} and parent.noun is not None and child.link == "quote":
            own = self.attachment.frames[child.index].subject()
            head = self.attachment.head(parent.noun)
            told = noun_cue(head) is not None or self.attachment.is_party(head.text) or head.text in _SOMEBODY
            if own is not None and own.own and not told and self.attachment.is_party(own.chunk.text):
                return self.attachment.phrase(own.chunk), "named"  # 軍が占領したと発表した町
            return self._holder_of_report(parent.noun)
        if parent.form.passive or parent.lemma == "なる":
            told = any(position < child.chunk.index for position, _ in self.attachment.speakers)
            return None, "none" if told else "unnamed"  # 憲章では…とされている: the charter says so
        announcer = self._announcer(child)
        return (announcer, "named") if announcer is not None else (None, "carried")

    def _agent(self, parent: Pred) -> tuple[Phrase | None, str]:
        """Give who says it in the passive (…と軍に非難された)."""
        taken = self.attachment.frames[parent.index].taken
        agent = next((t for t in taken if t.mark in {"によって", "に"}), None)
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
        if effect == "claim" and head.text not in _HEARSAY:
            subject = self.attachment.frames[parent.index].subject()
            if subject is not None and subject.chunk is not head and self.attachment.is_party(subject.chunk.text):
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
        for position, chunk in self.attachment.speakers:
            if position < pred.chunk.index and not self._restarted(position, pred):
                phrase = self.attachment.phrase(chunk)
                alone = noun_cue(chunk) is not None and phrase.span == chunk.span
                voice = "account" if alone else "named"
                found.append(Operator("claim", f"ja.cue:{chunk.tail}", speaker=phrase, voice=voice))
        return found

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
            told = noun_cue(chunk) if chunk.tail == "として" and not chunk.verbal else None
            if told is not None and told.effect == "claim":
                before = self.attachment.modifiers(chunk)
                if before:
                    phrase = self.attachment.phrase(before[0])
                    found.append(Operator("claim", "ja.cue:として", speaker=phrase, voice="named"))
        return found

    def _restarted(self, position: int, pred: Pred) -> bool:
        """Has a speaker with another verb of saying, or a restart after が, come between?"""
        breaks = [p for p in self.attachment.preds if position < p.chunk.index < pred.chunk.index and p.link == "adv"]
        return any(self.attachment.chunks[p.chunk.index].comma and self._new_topic_after(p, pred) for p in breaks)

    def _new_topic_after(self, pred: Pred, until: Pred) -> bool:
        between = self.attachment.chunks[pred.chunk.index + 1 : until.chunk.index]
        return any(c.tail == "は" and self.attachment.is_party(c.text) for c in between)

    def _spoken(self, pred: Pred) -> list[Operator]:
        """Give who says words in quotation marks that no verb governs (大統領「部隊は撤退する」)."""
        if not pred.chunk.said:
            return []
        first = next(c for c in self.attachment.chunks if c.bracket == pred.chunk.bracket)
        speaker = self.attachment.chunks[first.index - 1]
        if not self.attachment.is_party(speaker.text):
            return []
        phrase = self.attachment.phrase(speaker)
        return [Operator("claim", "ja.form:「」", speaker=phrase, voice="named")]

    def _provided(self, pred: Pred) -> list[Operator]:
        """Give a treaty as the source of what it lays down (協定は越境を禁じている)."""
        subject = self.attachment.frames[pred.index].subject()
        if subject is None or pred.form.past or not subject.chunk.text.endswith(INSTRUMENTS):
            return []
        if not any(operator_cue(pred, mark) for mark in ("を", "koto")) and pred.lemma not in content_words("provides"):
            return []
        phrase = self.attachment.phrase(subject.chunk)
        return [Operator("obligation", "ja.form:instrument", speaker=phrase, voice="named")]
