"""English clauses: which verb groups are predicates, what introduces each, and how they hang together."""

from __future__ import annotations

from casus.reading.en.nonfinite import Nonfinite
from casus.reading.en.openings import TEMPORAL


class Clauses(Nonfinite):
    """The predicates of one sentence, read from its phrases."""

    def read(self) -> Clauses:
        """Read all phrases, left to right."""
        self._run()
        return self

    def _run(self) -> None:
        i = 0
        while i < len(self.chunks):
            i = self._step(i)
        for pred in self.preds:
            above = pred.below.pred if pred.below is not None else None
            hangs = pred.link in {"rel", "part", "adv", "en", "ing"} or pred.noun is not None
            hangs = hangs or (pred.link == "cond" and above is not None and above.link == "comp")
            if above is not None and above.number > pred.number and hangs:
                pred.parent = above
                if pred.subject is None and above.subject is not pred.noun:
                    pred.subject, pred.subject_own = above.subject, False
            lone = pred.link == "adv" and pred.below is not None and pred.below.kind == "comp" and above is None
            if lone:  # all that is said is a circumstance, as far as the words are understood
                pred.link, pred.mark = "comp", "that"
        self._agents()
        self._clefts()
        for pred in self.preds:
            cited = self._at(pred.index + 1) if pred.link == "speaker" and pred.lemma in {"quote", "cite"} else None
            if cited is not None and cited.kind == "np":
                pred.subject = cited

    def _clefts(self) -> None:
        """Give ``that …`` after a tag to the copula before it (It was Kyiv, Moscow said, that had fired first)."""
        for pred in self.preds:
            tag = pred.parent
            if pred.link != "rel" or pred.noun is not None or tag is None or tag.link != "speaker":
                continue
            copula = next((p for p in self.preds if p.group.copula and p.link == "main" and p.index < tag.index), None)
            if copula is not None and copula.complement is not None and pred.subject is None:
                pred.parent, pred.noun = copula, copula.complement
                pred.subject, pred.subject_own = copula.complement, False

    def _agents(self) -> None:
        """Give a passive the ``by`` phrase read as part of what depends on it (prevented from entering by X)."""
        for pred in self.preds:
            above = pred.parent
            by = [t for t in pred.taken if t.mark == "by"]
            if not by or above is None or not above.passive or pred.passive or pred.link not in {"inf", "ing"}:
                continue
            if not any(t.mark == "by" for t in above.taken):
                above.taken.extend(by)
                pred.taken = [t for t in pred.taken if t.mark != "by"]

    def _step(self, i: int) -> int:
        """Read one phrase; give the index of the next to read."""
        chunk = self.chunks[i]
        if chunk.kind == "np":
            return self._noun(i)
        if chunk.kind == "vg":
            return self._verb(i)
        if chunk.kind in {"prep", "sub"} and self._is_prep(i):
            return self._prep(i)
        if chunk.kind == "sub" or (chunk.kind == "prep" and chunk.text in TEMPORAL):
            self._open_sub(chunk.text, i)
            return i + 1
        readers = {
            "comp": self._open_comp,
            "wh": self._open_wh,
            "comma": self._comma,
            "mark": self._mark,
            "quote": self._quotation,
            "adj": self._adjective,
            "date": self._take_date,
        }
        reader = readers.get(chunk.kind)
        if reader is not None:
            reader(i)
        return i + 1

    def _verb(self, i: int) -> int:
        chunk = self.chunks[i]
        made = chunk.group
        if chunk.text == "according":
            return i + 1
        if made.form == "finite" and (end := self._inserted_tag(i, made) or self._inverted(i, made)):
            return end
        if made.form == "en" and (end := self._as_told_by(i, made)):
            return end
        if made.form == "inf":
            self._infinitive(i, made)
        elif made.form == "ing":
            self._participle(i, made)
        elif made.form == "en":
            self._past_participle(i, made)
        elif made.form == "bare":
            self._bare(i, made)
        else:
            self._finite(i, made)
        return i + 1
