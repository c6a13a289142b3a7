"""Speakers who stand without a verb beside what they say: «Мы уйдём», — генерал; Колонна ушла — местные СМИ."""

from __future__ import annotations

from casus.reading.ru.filling import Filling
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.preds import Said, Segment
from casus.reading.ru.quoting import UNNAMED, may_speak, quotation, tells_news
from casus.reading.ru.sources import is_somebody

FINITE = frozenset({"verb", "short", "adj", "pred"})


class BareSpeakers(Filling):
    """Takes speakers without a verb out of the run of the clauses."""

    def _bare_speaker(self, segment: Segment, following: Segment | None) -> bool:
        """Take the speaker who stands without a verb after a quotation («Мы уйдём», — генерал Мартин)."""
        nouns = segment.of("np")
        inside = self._breaks_quote(segment)
        if segment.before != "dash" or (following is not None and not inside) or not nouns:
            return False
        first = nouns[0]
        if any(c.kind in FINITE or c.kind in {"inf", "ger"} for c in segment.chunks):
            return False
        if not inside and not self._quote_before(segment) and not self._headline_speaker(segment, first):
            return False
        if first.prep or not first.may("nom") or not (is_somebody(first) or may_speak(first) or tells_news(first)):
            return False
        if not self._anything_before():
            return False
        self.said.append(
            Said(
                first.start,
                self.with_place(first) if first.lemma in UNNAMED else first.phrase(),
                "named",
                "ru.form:bare speaker",
                part=self.part,
                quote=quotation(self.chunks, segment) if inside else None,
                covers=[p for p in self.preds if p.position > self._quote_after_colon(segment)],
            )
        )
        return True

    def _breaks_quote(self, segment: Segment) -> bool:
        """Do words stand between dashes inside a quotation («Мы уйдём, — генерал Мартин в эфире. — Но не сейчас»)?"""
        before = self.chunks[max(0, segment.first - 2) : segment.first]
        return (
            bool(segment.quoted)
            and len(before) > 1
            and before[0].kind in {"comma", "stop"}
            and segment.before == "dash"
        )

    def _headline_speaker(self, segment: Segment, first: Chunk) -> bool:
        """Does who speaks stand without a verb after a headline (Повстанцы взяли порт — ООН)?"""
        before = next((c for c in reversed(self.chunks[: segment.first]) if c.kind not in {"dash", "comma"}), None)
        if segment.chunks[0] is not first or before is None or not self.preds:
            return False
        if self.chunks[-1].kind == "stop" and not self._closing_speaker(segment, first, before):
            return False
        person = first.form is not None and first.form.animate
        beside = before.kind == "np" and not before.prep and before.may("nom")
        named_before = beside and before.form is not None and before.form.animate and person  # убит генерал — Абу Умар
        whole = any(p.kind in {"verb", "short"} and p.link == "main" for p in self.preds)
        return whole and (not named_before or self._set_off(segment)) and (may_speak(first) or tells_news(first))

    def _closing_speaker(self, segment: Segment, first: Chunk, before: Chunk) -> bool:
        """Does a sentence end in who tells it (Колонна ушла — местные СМИ.), and not in whom it is about?"""
        at = next(i for i, s in enumerate(self.segments) if s is segment)
        told = at > 0 and bool(self.segments[at - 1].finite)  # but not: среди погибших — инженер
        beside = before.kind == "np" and before.may("nom") and not before.prep
        return told and ((not beside and tells_news(first)) or (self._set_off(segment) and may_speak(first)))

    def _set_off(self, segment: Segment) -> bool:
        """Does a comma stand before the dash (Порт взят, — комендант)?"""
        return segment.first > 1 and self.chunks[segment.first - 2].kind == "comma"

    def _quote_before(self, segment: Segment) -> bool:
        return any(c.kind == "unquote" for c in self.chunks[max(0, segment.first - 4) : segment.first])

    def _quote_after_colon(self, segment: Segment) -> int:
        """Give where a quotation opens after a colon, with its speaker after it (Тир отрицает: «…», — сказал посол)."""
        if segment.before != "dash" or not self._quote_before(segment):
            return -1
        before = self.chunks[: segment.first]
        at = next((i for i in range(len(before) - 1, 0, -1) if before[i].kind == "quote"), 0)
        return before[at].start if at and before[at - 1].kind == "colon" else -1

    def _anything_before(self) -> bool:
        return bool(self.preds) or any(f.pending for f in self.stack) or bool(self.loose) or self.begun
