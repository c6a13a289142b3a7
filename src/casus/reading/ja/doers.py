"""Who did a deed or is spoken to where the clause itself does not say: owners, contents, addressees."""

from __future__ import annotations

from collections.abc import Iterable

from casus.reading.clauses import Argument, Phrase
from casus.reading.ja.arguments import Attachment, Taken
from casus.reading.ja.chunks import Chunk
from casus.reading.ja.operators import Operators
from casus.reading.ja.preds import Pred
from casus.reading.ja.words import index
from casus.vocabulary.concepts import Slot

DONE = ("行為", "行動", "措置", "動き", "攻撃", "侵攻", "作戦", "合意", "決定", "要求", "提案", "占領", "併合", "介入")
HITS = {"ASSAULT", "COERCE"}
_FORCES = ("軍", "政府", "側", "当局", "警察")
_GIVES = frozenset({"与える", "付与", "認める", "課す", "課する", "負わせる", "委ねる", "委任", "許す"})
_SIDES = ("国", "双方", "当事者", "両者")
_POWERS = ("権限", "権利", "許可", "機会", "任務", "義務", "責任", "自由")
"""Nouns of what somebody may or must do."""


class Doers:
    """Finds the doers of one sentence beside those its clauses name."""

    def __init__(self, attachment: Attachment, operators: Operators) -> None:
        self.attachment = attachment
        self.operators = operators

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
        if first is not None and first.text.endswith(_FORCES) and not pred.chunk.text.endswith(DONE):
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

    def _spoken_of(self, pred: Pred) -> Taken | None:
        """Give what the words are said to be about (掘削装置について、許可なく操業していると述べた)."""
        frames = self.attachment.frames
        held = [*frames[pred.index].taken, *(frames[pred.parent.index].taken if pred.parent is not None else ())]
        about = next((t for t in held if t.mark == "について" and t.chunk.index < pred.chunk.index), None)
        known = about is not None and (pred.row is not None or self.attachment.is_party(about.chunk.text))
        return about if known else None

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
        deed = chunk.last.pos == "vn" or chunk.text.endswith(DONE)
        if self.attachment.is_party(chunk.text) or deed == of_thing:
            return None
        owners = (c for c in self.attachment.modifiers(chunk) if c.tail in {"の", "による"})
        return next((c for c in owners if self.attachment.is_party(c.text)), None)

    def _is_somebody(self, taken: Taken) -> bool:
        chunk = taken.chunk
        deed = index().nominal(chunk.content) if chunk.last.pos == "vn" else None
        if deed is not None and deed[0].concept.type in HITS:
            return False  # 大使館突入に抗議
        return self.attachment.is_party(chunk.text) or chunk.last.pos in {"propn", "pron"}

    def _entitled(self, pred: Pred) -> Argument | None:
        """Give who is given a power or a duty to do it (…する権限を多国籍軍に与えた, …する義務を各国に課している)."""
        giver = pred.parent
        if giver is None or pred.noun is None or pred.link not in {"rel", "noun"} or giver.lemma not in _GIVES:
            return None
        if not pred.noun.text.endswith(_POWERS) or giver.form.passive:
            return None
        given = (t for t in self.attachment.frames[giver.index].taken if t.mark in {"に", "に対して"} and t.own)
        to = next(
            (t.chunk for t in given if self.attachment.is_party(t.chunk.text) or t.chunk.text.endswith(_SIDES)), None
        )
        return None if to is None else Argument("が", ("subject",), self.attachment.phrase(to), own=False)
