"""Who vouches for a statement: the innermost speaker among its operators, with the chain of those who pass it on."""

from __future__ import annotations

from msgspec import UNSET

from casus.reading.clauses import Clause, Operator
from casus.reading.parties import Resolver
from casus.records import AUTHOR, Source, Span, Speaker

UNNAMED = "unnamed sources"


class Attribution:
    """Works out sources in text order; a report without a speaker leans on the last one named."""

    def __init__(self, text: str, resolver: Resolver) -> None:
        self.text = text
        self.resolver = resolver
        self.carried: str | None = None

    def source(self, clause: Clause, by: Operator | None) -> Source:
        """Give the source of a clause put as ``by`` says."""
        operators = list(clause.operators)
        denies = by is not None and (by.effect == "denied" or by.flips)
        if by is not None and denies:
            # The denier governs; who made the claim stays in the chain.
            operators = [by, *(op for op in operators if op is not by)]
        if any(op.voice == "named" for op in operators):
            operators = [op for op in operators if op.voice != "carried"]
        speakers = [s for op in operators if (s := self._speaker(op)) is not None]
        if not speakers or self._author_speaks(operators):
            return AUTHOR
        first = speakers[0]
        if denies:
            claimants = [s for s in speakers[1:] if s.id != first.id]
            chain = (*claimants, first)
        else:
            chain = tuple(reversed(speakers))
        chain = tuple(dict.fromkeys(chain))
        return Source(text=first.text, span=first.span, id=first.id, chain=chain if len(chain) > 1 else UNSET)

    def _account(self, span: Span, ident: str) -> Speaker:
        """Give the words of an account; an unnamed one (報道) stands for itself, another for who spoke last."""
        words = self.text[slice(*span)]
        known = ident != words
        return Speaker(text=words, span=span, id=ident if known or self.carried is None else self.carried)

    def _author_speaks(self, operators: list[Operator]) -> bool:
        first = next((op for op in operators if op.voice != "none"), None)
        return first is not None and first.voice == "author"

    def _speaker(self, op: Operator) -> Speaker | None:
        if op.voice == "carried" and (op.speaker is None or self.carried is not None):
            return Speaker(text=None, span=None, id=self.carried or "unnamed reports")
        if op.voice == "account" and op.speaker is not None:
            return self._account(op.speaker.span, self.resolver.speaker(op.speaker))
        if op.voice == "unnamed":
            if op.speaker is None:
                return Speaker(text=None, span=None, id=UNNAMED)
            span = op.speaker.span
            return Speaker(text=self.text[slice(*span)], span=span, id=self.resolver.speaker(op.speaker))
        if op.voice not in {"named", "carried"} or op.speaker is None:
            return None
        span = op.speaker.span
        ident = self.resolver.speaker(op.speaker)
        return None if ident == "AUTHOR" else Speaker(text=self.text[slice(*span)], span=span, id=ident)
