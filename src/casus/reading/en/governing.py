"""How the clause above puts an English clause: verbs, nouns, adjectives and forms that govern content."""

from __future__ import annotations

from casus.reading.clauses import Operator
from casus.reading.en.phrases import Chunk
from casus.reading.en.preds import Pred
from casus.reading.en.standing import is_instrument, tells_how
from casus.reading.en.vouching import Vouching
from casus.reading.en.words import Governor, governor, listed
from casus.vocabulary.concepts import Concept

_NO = {"no", "little", "few", "neither", "scant", "hardly"}
_OWN_NOUN = frozenset({
    "have", "make", "take", "give", "issue", "announce", "repeat", "voice", "express", "state", "withdraw", "renew",
    "reiterate", "publish", "release", "raise", "face", "keep", "see", "find", "get", "show",
})  # fmt: skip
_SHOWS = frozenset(["suggest", "indicate", "show", "point", "prove", "imply", "reveal", "demonstrate"])  # fmt: skip
_GIVES_OUT = frozenset({"announce", "report", "admit", "acknowledge", "concede", "confirm", "declare"})
_STIRS = frozenset({"raise", "run", "risk"})
"""What happens may raise a fear; whose fear it is is not said."""
_ANSWERS = frozenset({"comment", "respond", "react", "reply", "answer"})
_PLAIN_THAT = Governor("be", "verb", "that", "none", False, "none")
"""``it was the third time that``: nobody's claim."""
_DEMANDS = frozenset({"insist", "suggest", "propose", "recommend", "demand", "order", "ask"})
_CIRCUMSTANCES = frozenset({"after", "before", "by", "in", "without", "during", "since", "while"})


class Governing(Vouching):
    """Finds what one edge of the tree of clauses adds."""

    def _governs(self, child: Pred, parent: Pred) -> list[Operator]:
        content = self._content(child)
        by_noun = governor(child.noun.head.lemma, "noun", content) if child.noun is not None else None
        if by_noun is None and child.noun is not None and child.link == "np":
            by_noun = governor(child.noun.head.lemma, "noun", "that")
        if by_noun is not None:
            return self._by_noun(child, parent, by_noun)
        if child.link == "np" and child.mark == "object" and parent.lemma in _GIVES_OUT and not parent.passive:
            return [self._operator("claim", False, f"en.cue:report:{parent.lemma}", parent, "subject")]
        toll = child.link == "np" and child.row is not None and child.row.concept.mode in {"killed", "wounded", "loss"}
        if toll and parent.lemma in {"put", "estimate", "give", "set"} and self.somebody(parent):
            return [self._operator("claim", False, "en.cue:toll", parent, "subject")]
        if content == "that" and parent.group.copula and self._untrue(parent):
            return [Operator("denied", "en.cue:untrue", voice="none")]
        what = self._by_what(child, parent)
        if what is not None:
            return [what]
        made = self._governor(parent, child, content)
        afloat = self._afloat(child, parent, content) if made is None else None
        if afloat is not None:
            return [afloat]
        if made is None:
            return self._ungoverned(child, parent)
        return self._put(child, parent, made)

    def _put(self, child: Pred, parent: Pred, made: Governor) -> list[Operator]:
        """What a governing word adds, by whose words they are: a treaty orders nothing, it obliges."""
        law = parent.subject is not None and not parent.passive and is_instrument(parent.subject)
        if law and made.effect in {"ordered", "authorised", "demanded"} and parent.lemma != "demand":
            return [self._operator("obligation", made.negative, made.rule, parent, made.voice)]
        fights = child.row is not None and child.row.concept.type in {"ASSAULT", "COERCE"}
        if made.effect == "agreed" and fights and not parent.group.negative and not child.group.negative:
            return [self._operator("threatened", made.negative, made.rule, parent, made.voice)]
        moves = made.effect == "intended" and made.voice == "none" and bool(parent.row and parent.row.concept.type)
        if moves and child.link == "inf" and parent.row is not None and parent.row.concept.content is None:
            return self._ungoverned(child, parent)
        if made.effect == "intended" and any(op.effect == "obligation" for op in self._own(parent)):
            return [Operator("none", made.rule, made.negative)]
        told = self._operator(made.effect, made.negative, made.rule, parent, made.voice)
        return [*self._cited(parent), told] if told.effect == "claim" else [told]

    def _ungoverned(self, child: Pred, parent: Pred) -> list[Operator]:
        """What the form alone says: a purpose, a judgement on what one might do, a ``that`` clause."""
        if child.link == "inf" and _judged(parent):
            return [Operator("opinion", "en.form:it is … to", voice="none")]
        if child.link == "inf" and not parent.absorbed:
            own = (
                not parent.passive and self.somebody(parent) and self._speaker(parent) is None and not child.subject_own
            )
            return [
                self._operator(
                    "intended", False, "en.form:infinitive", parent, "subject" if own else "none", unsaid=False
                )
            ]
        told = child.mark == "how" and tells_how(parent)
        if told or (child.link in {"comp", "np"} and child.mark in {"that", '"', ""}):
            return [self._operator("claim", False, "en.form:that", parent, "subject")]
        return []

    def _afloat(self, child: Pred, parent: Pred, content: str) -> Operator | None:
        """The noun a ``that`` clause set apart from it belongs to (Fears are growing that …)."""
        noun = parent.subject if child.link == "comp" and content == "that" else None
        made = governor(noun.head.lemma, "noun", "that") if noun is not None else None
        if made is None or noun is None:
            return None
        told = made.effect == "claim"
        return Operator(
            made.effect, made.rule, made.negative, noun.phrase() if told else None, "unnamed" if told else "none"
        )

    def _content(self, child: Pred) -> str:
        if child.link == "np":
            return (
                "np"
                if child.mark == "object"
                or (child.mark == "subject" and child.parent is not None and child.parent.passive)
                else child.mark
            )
        if child.link == "comp":
            return {"": "that", '"': "that"}.get(child.mark, child.mark)
        if child.link == "inf":
            return "inf"
        return "ing" if child.mark in {"ing", "part"} else child.mark

    def _governor(self, parent: Pred, child: Pred, content: str) -> Governor | None:
        """Find how the clause above puts this one: by its form, by a phrase, by its verb, by its concept."""
        for step in (
            self._by_passive,
            self._by_copula,
            self._by_showing,
            self._by_asking,
            self._by_verdict,
            self._by_phrase,
            self._special,
        ):
            made = step(parent, child, content)
            if made is not None:
                return made
        if _predicative(parent) and (parent.group.copula or parent.adjective is not None):
            return None
        made = governor(parent.lemma, "verb", content)
        if made is not None and (made.content or parent.row is None):
            return made
        if content in {"that", "quote"} and (report := governor(parent.lemma, "report", "that")) is not None:
            return report
        return self._by_concept(parent, child, content) or made

    def _by_passive(self, parent: Pred, child: Pred, content: str) -> Governor | None:  # noqa: ARG002
        if self._sure(parent, content):
            return Governor(parent.lemma, "passive", content, "claim", False, "subject")
        return governor(parent.lemma, "passive", content) if parent.passive else None

    def _by_copula(self, parent: Pred, child: Pred, content: str) -> Governor | None:
        """``is likely to``, ``is to``, ``our guess is that``."""
        if not _predicative(parent):
            return None
        if self._sure(parent, content):
            return Governor(parent.lemma, "verb", content, "claim", False, "subject")
        if parent.adjective is not None:
            return governor(parent.adjective.words[-1].text.lower(), "adj", content)
        if child.link == "inf" and parent.complement is None and parent.lemma == "be":
            return Governor("be", "verb", "inf", "expected", False, "none")
        if content == "that" and parent.subject is not None and parent.subject.text in {"it", "this"}:
            noun = parent.complement
            return (governor(noun.head.lemma, "noun", content) if noun is not None else None) or _PLAIN_THAT
        if parent.subject is not None and content == "that":
            return governor(parent.subject.head.lemma, "noun", content)
        return None

    def _by_what(self, child: Pred, parent: Pred) -> Operator | None:
        """``what they say is that``: as if they said that."""
        told = self.what_told(parent) if child.link in {"comp", "inf"} else None
        made = self._governor(told, child, "that" if child.link == "comp" else "inf") if told is not None else None
        if told is None or made is None:
            return None
        return self._operator(made.effect, made.negative, made.rule, told, made.voice)

    def _by_showing(self, parent: Pred, child: Pred, content: str) -> Governor | None:
        """What a thing suggests or points to is possible."""
        shows = parent.lemma in _SHOWS and content in {"that", "to"} and not self.somebody(parent)
        if shows and content == "that" and self._records(parent):
            return Governor(parent.lemma, "report", content, "claim", False, "subject")
        if shows and (content == "to" or not self.asked(child)):
            return Governor(parent.lemma, "verb", content, "possible", False, "none")
        return None

    def _by_asking(self, parent: Pred, child: Pred, content: str) -> Governor | None:
        """``insists that`` with an indicative is a claim, no demand."""
        if parent.lemma in _DEMANDS and content == "that" and not self.asked(child):
            return Governor(parent.lemma, "report", "that", "claim", False, "subject")
        return None

    def _by_phrase(self, parent: Pred, child: Pred, content: str) -> Governor | None:
        """A row of several words puts its content as its concept says."""
        row = parent.row if parent.row is not None and " " in parent.row.text.strip() else None
        if row is None or row.concept.content is None or child.link not in {"inf", "comp", "ing"}:
            return None
        if row.concept.content_negative or governor(parent.lemma, "verb", content) is None:
            return _of_concept(parent.lemma, content, row.concept)
        return None

    def _by_concept(self, parent: Pred, child: Pred, content: str) -> Governor | None:
        concept = parent.row.concept if parent.row is not None else None
        if concept is None or concept.content is None or child.link == "rel" or content in _CIRCUMSTANCES:
            return None
        return _of_concept(parent.lemma, content, concept)

    def _special(self, parent: Pred, child: Pred, content: str) -> Governor | None:
        """Warnings: of what the speaker will do a threat, of what others do a forecast or a claim."""
        if parent.lemma in {"warn", "caution"} and content in {"that", "of", "about"}:
            if (
                parent.subject is not None
                and child.subject is not None
                and self._same(child.subject, parent.subject)
                and not child.group.past
            ):
                return None
            if content != "that":
                return Governor(parent.lemma, "verb", content, "possible", False, "subject")
            if child.group.modal in {"will", "would"}:
                if (
                    child.subject is not None
                    and parent.subject is not None
                    and not self.same_side(child.subject, parent.subject)
                ):
                    return Governor(parent.lemma, "verb", content, "forecast", False, "subject")
                return None
            return Governor(parent.lemma, "verb", content, "claim", False, "subject")
        if (
            parent.lemma in {"want", "need"}
            and content == "inf"
            and (child.passive or any(t.chunk is child.subject for t in parent.taken))
        ):
            return Governor(parent.lemma, "verb", content, "demanded", False, "subject")
        if parent.lemma == "rule" and content == "that":
            return Governor(parent.lemma, "report", content, "claim", False, "subject")
        return None

    def asked(self, child: Pred) -> bool:
        """Is it a demand in form: that they leave, that they should leave?"""
        if child.group.modal in {"should", "must"}:
            return True
        first = next((w for w in child.group.words if w.pos in {"aux", "verb"}), child.group.head)
        return bool(
            first.tag in {"VVB", "VVI", "VBI", "VBB"}
            and first.text.lower() not in {"are", "is", "am", "have", "was", "were"}
        )

    def _noun_effect(self, child: Pred, noun: Chunk, parent: Pred, by_noun: Governor) -> tuple[str, bool]:
        """How a noun puts its content, and whether negated: by the noun, and by what is said of it."""
        none = noun.words[0].text.lower() in _NO
        effect, negative = by_noun.effect, by_noun.negative
        if noun.head.lemma == "insistence" and self._content(child) == "that" and not self.asked(child):
            effect = "claim"
        if noun.head.lemma == "suggestion" and self._content(child) == "that" and not self.asked(child):
            effect = "possible"
        acts = parent.subject is noun and not parent.passive and not parent.group.copula
        if not none and (acts or not (parent.group.negative or parent.negated)):
            return effect, negative
        if effect == "intended":
            return "denied", True
        if effect == "claim" and not none and parent.lemma not in _OWN_NOUN and not parent.group.copula:
            return "possible", negative
        return effect if effect != "claim" else "possible", True

    def _by_noun(self, child: Pred, parent: Pred, by_noun: Governor) -> list[Operator]:
        if child.noun is None:
            return []
        effect, negative = self._noun_effect(child, child.noun, parent, by_noun)
        false = self._called_false(child, parent)
        voice = "none" if by_noun.voice == "none" else "subject"
        rule = by_noun.rule
        owner = self._teller_of(child.noun)
        if false is not None and parent.group.copula and owner is None and effect == "claim":
            return [false]
        if owner is not None and voice == "subject":
            return [Operator(effect, rule, negative, owner, "named")]
        if (
            parent.lemma == "be"
            and parent.subject is not None
            and parent.subject.words[0].text.lower() in {"there", "my", "our"}
        ):
            return [Operator(effect, rule, negative, voice="author" if effect == "opinion" else "none")]
        stirred = parent.link == "part" and parent.lemma in _STIRS
        tells = parent.lemma in listed("report") and parent.lemma not in _ANSWERS
        own = (parent.lemma in _OWN_NOUN and not stirred) or tells or parent.group.copula
        made = [self._operator(effect, negative, rule, parent, voice if own else "none", unsaid=False)]
        if effect == "claim" and not own:
            made = [Operator(effect, rule, negative, child.noun.phrase(), "unnamed")]
        rejects = parent.row is not None and (
            parent.row.concept.type == "REJECT" or parent.row.concept.content == "denied"
        )
        if rejects and parent.row is not None and effect in {"claim", "possible"}:
            made = [op for op in made if op.effect != "possible"]
            made.append(self._operator("denied", False, f"en.predicate:{parent.row.concept.name}", parent, "subject"))
        return [*made, false] if false is not None and false.voice != "none" else made


def _judged(pred: Pred) -> bool:
    """Is it ``it was unacceptable to``, ``it becomes harder to``?"""
    empty = pred.subject is not None and pred.subject.text == "it"
    return empty and (pred.lemma == "become" or (_predicative(pred) and pred.adjective is not None))


def _predicative(pred: Pred) -> bool:
    return pred.group.copula or pred.lemma in {"remain", "become", "seem"}


def _of_concept(lemma: str, content: str, concept: Concept) -> Governor:
    negative = concept.content_negative and concept.content != "denied"
    voice = "none" if lemma in _STIRS else "subject"
    return Governor(lemma, "predicate", content, concept.content or "", negative, voice)
