"""What an English predicate's own words say of how it is put: modals, conditions, questions, duties, hedges."""

from __future__ import annotations

from itertools import pairwise

from casus.reading.clauses import Operator
from casus.reading.en.phrases import Chunk
from casus.reading.en.preds import Pred, Taken
from casus.reading.en.speakers import THREATS, Speakers
from casus.reading.en.words import Governor, governor

_TOLD = frozenset({
    "reportedly", "allegedly", "purportedly", "supposedly", "apparently", "alleged", "purported", "supposed",
    "reported",
})  # fmt: skip
FEARED = frozenset({"feared", "presumed", "believed", "thought", "reported", "rumoured", "rumored", "said"})
_GUESSED = frozenset({"perhaps", "possibly", "maybe", "probably", "presumably", "conceivably", "likely"})
_EXPECTED = frozenset({"probably", "presumably", "likely"})
"""Words that leave what will come foretold."""
_BEFOREHAND = frozenset({"until", "till", "once", "as long as", "so long as", "as soon as"})
_RECOUNTS = frozenset({
    "describe", "document", "detail", "explain", "recount", "recall", "tell", "relate", "report", "remember", "testify",
})  # fmt: skip
_ASKING = frozenset({"whether", "if", "how", "why", "what", "who", "which", "where", "when", "whom", "whose"})
_INSTRUMENTS = frozenset({
    "treaty", "pact", "protocol", "convention", "agreement", "charter", "accord", "accords", "article", "articles",
    "award", "understanding", "resolution", "law", "constitution", "memorandum", "statute", "clause", "provision",
    "rules", "armistice", "ruling", "verdict", "judgment", "judgement",
})  # fmt: skip


_ALLOWS = frozenset(
    {"allow", "permit", "oblige", "forbid", "require", "entitle", "bind", "authorise", "authorize", "prohibit"}
)
_SAYS = frozenset({"confirm", "deny", "comment", "say", "elaborate", "discuss", "disclose", "reveal", "speculate"})
"""Verbs of what somebody who would not … refused to tell."""
_TERMS = frozenset({
    "statement", "plan", "deal", "truce", "ceasefire", "term", "terms", "arrangement", "roadmap", "mandate", "decree",
    "declaration", "settlement", "compromise", "concession", "lease",
})  # fmt: skip
_SCENARIOS = frozenset({"scenario", "scenarios", "variant", "hypothesis"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "other"})
_CASES = {("worst", "case"), ("best", "case"), ("either", "case"), ("that", "event"), ("that", "case")}


_WISHES = {
    "want": "demanded", "need": "demanded", "demand": "demanded", "seek": "demanded", "require": "demanded",
    "ask": "requested", "request": "requested", "propose": "requested", "suggest": "requested", "hope": "requested",
    "fear": "possible", "plan": "intended", "intend": "intended", "promise": "agreed", "offer": "intended",
    "expect": "forecast", "predict": "forecast", "deny": "denied",
}  # fmt: skip
"""How what somebody wants, fears or promises is put where it is named after a copula."""


class Standing(Speakers):
    """Reads the operators in a predicate's own clause."""

    def _own(self, pred: Pred) -> list[Operator]:
        """Give what a predicate's own words and place say of it, nearest first."""
        known = self._mine.get(id(pred))
        if known is None:
            known = self._mine[id(pred)] = self._read_own(pred)
        return known

    def _read_own(self, pred: Pred) -> list[Operator]:
        steps = (
            self._coloured,
            self._hedge,
            self._circumstance,
            self._asked_about,
            self._duty,
            self._outlook,
            self._scenario,
            self._wished,
            self._consequence,
            self._modal,
        )
        found = [op for step in steps if (op := step(pred)) is not None]
        if pred.mark in {"without", "instead of", "rather than"}:
            found.append(Operator("none", f"en.cue:prep:{pred.mark}", negative=True))
        return found

    def _coloured(self, pred: Pred) -> Operator | None:
        """A nominal event that is possible, likely, supposed."""
        if pred.coloured is None:
            return None
        effect, _, sign = pred.coloured.partition(" ")
        return Operator(effect, "en.cue:predicate", negative=sign == "not")

    def _circumstance(self, pred: Pred) -> Operator | None:
        """A condition, a purpose, a headline's infinitive."""
        if pred.link == "cond":
            return Operator("conditional", f"en.cue:condition:{pred.mark}")
        if pred.link == "adv" and self._awaited(pred):
            return Operator("conditional", f"en.form:{pred.mark}")
        if pred.mark == "of" and pred.link == "ing" and self.clauses.chunks[pred.index - 2].text == "capable":
            return Operator("possible", "en.form:capable", voice="none")
        if is_command(pred, self.clauses.chunks):
            return Operator("demanded", "en.form:imperative", voice="none")
        if pred.mark == "gerund":
            return self._judged(pred)
        if pred.link == "purpose" or (pred.link == "inf" and pred.parent is None):
            return Operator("intended", "en.form:purpose")
        return self._to_come(pred) if pred.group.to and pred.link == "main" else None

    def _judged(self, pred: Pred) -> Operator | None:
        """What is said of any act of a kind (Firing on a ship is a crime; would be a crime), not of one that was."""
        verb = next((p for p in self.clauses.preds if p.index > pred.index and p.group.form == "finite"), None)
        if verb is None or (verb.group.past and not verb.group.modal):
            return None
        return Operator("possible" if verb.group.modal else "opinion", "en.form:gerund", voice="none")

    def _awaited(self, pred: Pred) -> bool:
        """Is it what something waits for (until they leave; no talks before they leave; must leave when told to)?"""
        if pred.mark in _BEFOREHAND:
            return self._future(pred.parent)
        if pred.mark == "before":
            return _none_yet(pred.parent) or (not pred.group.past and _asks_first(pred.parent))
        if pred.mark != "when":
            return False
        bidden = pred.group.form == "en" and self._bids(pred.parent)
        return bidden or (not pred.group.past and self._rules(pred.parent))

    def _to_come(self, pred: Pred) -> Operator:
        """A headline's infinitive: what is expected, or what is warned or vowed (Iran to hit back, general warns)."""
        over = self._tag_speaker(pred)
        if over is not None and over.subject is not None and pred.subject is not None and over.lemma in THREATS:
            own = self._same(pred.subject, over.subject)
            return Operator("intended" if own else "forecast", "en.form:to")
        return Operator("expected", "en.form:to")

    def _asked_about(self, pred: Pred) -> Operator | None:
        """A question, asked or reported (whether anybody was hurt, who fired first)."""
        if pred.question:
            return Operator("question", "en.form:question")
        if pred.mark == "what" and any(self.what_told(p) is pred for p in self.clauses.preds):
            return None
        if pred.mark == "how" and pred.parent is not None and tells_how(pred.parent):
            return None
        asked = pred.link == "comp" and pred.mark in _ASKING and not _free(pred)
        return Operator("question", f"en.form:{pred.mark}") if asked else None

    def _scenario(self, pred: Pred) -> Operator | None:
        """What is told of one of several ways things may go (In the second, the rebels march on; in the worst case)."""
        if pred.group.past or pred.group.perfect or pred.headline:
            return None
        chunks = self.clauses.chunks
        if chunks[0].text == "either" and pred.link == "main":
            other = next((n for n, c in enumerate(chunks) if c.text == "or" and chunks[n - 1].kind == "comma"), 0)
            return Operator("possible", "en.cue:either") if pred.index < other else None
        opening = [c for c in self.clauses.chunks[:2] if c.kind in {"prep", "np", "date"}]
        if len(opening) < 2 or opening[0].text.lower() not in {"in", "under"} or opening[1].start > pred.start:
            return None
        words = [w.text.lower() for w in opening[1].words]
        named = words[-1] in _SCENARIOS or (words[-1] in _ORDINALS and words[0] == "the")
        named = named or any(pair in _CASES for pair in pairwise(words))
        return Operator("possible", "en.cue:scenario") if named else None

    def what_told(self, pred: Pred) -> Pred | None:
        """The clause with ``what`` that is the subject of a copula (what Lima wants is)."""
        if not pred.group.copula or pred.subject is not None:
            return None
        before = (p for p in self.clauses.preds if p.mark == "what" and p.index < pred.index)
        return next((p for p in before if p.segment == pred.segment), None)

    def _wished(self, pred: Pred) -> Operator | None:
        """What somebody wants, named after ``is`` (what Lima wants is a full withdrawal)."""
        told = self.what_told(pred)
        effect = _WISHES.get(told.lemma) if told is not None and pred.row is not None else None
        if told is None or effect is None:
            return None
        return self._operator(effect, False, "en.form:what", told, "subject")

    def _outlook(self, pred: Pred) -> Operator | None:
        """What is called the likely outcome."""
        subject = pred.subject if pred.group.copula else None
        likely = subject is not None and any(
            w.text.lower() in {"likely", "probable", "likeliest"} for w in subject.words
        )
        return Operator("forecast", "en.form:likely") if likely else None

    def _hedge(self, pred: Pred) -> Operator | None:
        """An adverb or adjective by which a thing is only told or guessed (reportedly, alleged, perhaps)."""
        chunks = self.clauses.chunks
        near = [w for c in chunks[max(0, pred.index - 1) : pred.index + 2] if c.kind in {"adv", "vg"} for w in c.words]
        if chunks[0].kind == "adv" and pred.link == "main" and not any(p.link == "main" for p in self._before(pred)):
            near.extend(chunks[0].words)
        words = {w.text.lower() for w in (*pred.group.words, *(near if pred.link != "np" else []))}
        complement = pred.end > pred.group.end and pred.flat_passive is False
        if complement and pred.group.head.text.lower() in FEARED and pred.group.form == "finite":
            return Operator("possible", "en.cue:feared")
        if pred.passive and any(w.text.lower() in FEARED for w in pred.group.words[:-1]):
            return Operator("possible", "en.cue:feared")
        nouns = [c for c in (pred.subject, *(t.chunk for t in pred.objects())) if c is not None]
        if pred.link == "np" and pred.index < len(chunks) and chunks[pred.index].start <= pred.start:
            nouns.append(chunks[pred.index])
        told = {w.text.lower() for c in nouns for w in c.words if w.pos in {"adj", "verb"}}
        if words & _TOLD or told & {"alleged", "purported"}:
            return Operator("claim", "en.cue:reportedly", voice="unnamed")
        guessed = words & _GUESSED
        if guessed and not (guessed <= _EXPECTED and pred.group.modal in {"will", "would", "shall"}):
            return Operator("possible", "en.cue:perhaps")
        return None

    def _before(self, pred: Pred) -> list[Pred]:
        """The predicates that stand before one."""
        return [p for p in self.clauses.preds if p.index < pred.index]

    def _consequence(self, pred: Pred) -> Operator | None:
        """What is to follow from a condition, in the present tense of a promise or threat (if they shoot, we shoot)."""
        if pred.group.past or pred.group.modal or pred.group.form != "finite" or not pred.quoted or pred.link == "cond":
            return None
        beside = (p for p in self.clauses.preds if p.link == "cond" and p.segment == pred.segment)
        if not any(p.parent is None or p.parent is pred for p in beside):
            return None
        own = pred.subject is not None and pred.subject.text in {"i", "we"}
        return Operator("intended" if own else "forecast", "en.form:consequence")

    def _bids(self, parent: Pred | None) -> bool:
        """Is something still to be done (must leave when told to)?"""
        return parent is not None and parent.group.modal in {"must", "shall", "may", "should", "will", "would", "can"}

    def _rules(self, parent: Pred | None) -> bool:
        """Does a treaty or law speak in the clause?"""
        return parent is not None and parent.subject is not None and is_instrument(parent.subject)

    def _duty(self, pred: Pred) -> Operator | None:
        """What a treaty says, or what holds under one, is a duty with the treaty as its source."""
        allowed = pred.passive and pred.lemma in _ALLOWS
        if (pred.group.past and not allowed) or pred.link == "np" or pred.headline:
            return None
        kind = pred.row.concept.kind if pred.row is not None else "event"
        subject = pred.noun if pred.link == "rel" and not pred.subject_own else pred.subject
        rules = kind in {"obligation", "opinion", "legal_claim"} or (pred.lemma in _ALLOWS and not pred.passive)
        if subject is not None and is_instrument(subject) and rules:
            return Operator("obligation", "en.form:instrument", speaker=subject.phrase(), voice="named")
        marks = {"under", "by", "in accordance with", "pursuant to"}
        given = [*pred.taken, *(pred.shares.taken if pred.shares is not None else [])]
        under = next((t.chunk for t in given if t.mark in marks and _binds(t)), None)
        bound = kind == "obligation" or pred.group.modal in {"must", "shall", "may"} or _bound(pred) or allowed
        if under is None or not bound:
            return None
        return Operator("obligation", "en.form:under", speaker=under.phrase(), voice="named")

    def _future(self, parent: Pred | None) -> bool:
        return parent is not None and (parent.group.modal in {"will", "would", "shall"} or not parent.group.past)

    def _modal(self, pred: Pred) -> Operator | None:
        word = pred.group.modal
        made = governor(word, "modal", "") if word else None
        if made is None or pred.link == "cond":
            return None
        if word in {"can", "could"} and (pred.group.negative or pred.negated):
            return None
        if word == "may" and pred.group.negative and pred.group.past:
            return None
        if word in {"will", "would", "shall"}:
            return Operator(self._future_effect(pred, made), made.rule, weak=True)
        if word == "must" and pred.group.perfect:
            return Operator("opinion", "en.form:must have", weak=True)
        if word == "can" and not pred.passive:
            return None if self._speaker(pred) is None else Operator("possible", made.rule, weak=True)
        return Operator(made.effect, made.rule, weak=made.effect == "opinion")

    def _future_effect(self, pred: Pred, made: Governor) -> str:
        """What one says one will do is meant; what one says another will do is foretold."""
        speaker = self._speaker(pred)
        if made.effect == "obligation" and speaker is None:
            return made.effect
        if pred.group.modal == "would" and pred.group.negative and pred.lemma in _SAYS:
            return "intended"
        if pred.row is not None and pred.row.text.startswith("pay ") and speaker is not None:
            return "threatened"
        if speaker is None and pred.quoted and pred.subject is not None and not pred.passive:
            if pred.row is not None and pred.row.text.startswith("pay "):
                return "threatened"
            return "intended" if pred.subject.text in {"we", "i"} and made.effect != "obligation" else made.effect
        if speaker is None or pred.subject is None or pred.passive:
            return made.effect if made.effect == "obligation" else "forecast"
        own = "threatened" if pred.lemma in {"answer", "respond"} else "intended"
        return own if self._same(pred.subject, speaker) else "forecast"


def _asks_first(parent: Pred | None) -> bool:
    """Does somebody want or refuse something in the present, until another thing is to be (wants talks before it)?"""
    concept = parent.row.concept if parent is not None and parent.row is not None and not parent.group.past else None
    return concept is not None and (concept.type in {"REQUEST", "REJECT"} or concept.kind == "obligation")


def _none_yet(parent: Pred | None) -> bool:
    """Is something not to be (there will be no talks before they leave)?"""
    if parent is None or parent.group.past:
        return False
    none = parent.complement is not None and parent.complement.words[0].text.lower() == "no"
    return parent.group.negative or none


def _free(pred: Pred) -> bool:
    """Is it what something is done to, no question (recovered what had been stolen from it)?"""
    above = pred.parent
    if pred.mark != "what" or above is None or above.group.copula or governor(above.lemma, "verb", "what") is not None:
        return False
    return above.lemma not in _ASKS_WHAT


_ASKS_WHAT = frozenset({
    "ask", "wonder", "know", "say", "tell", "see", "explain", "clarify", "question", "understand", "decide",
    "determine", "investigate", "discuss", "learn", "reveal", "disclose", "describe", "show", "establish", "specify",
    "consider", "debate", "guess", "matter", "depend",
})  # fmt: skip


def _bound(pred: Pred) -> bool:
    """Is it said with ``is bound to``, ``is obliged to``, ``are to``?"""
    above = pred.parent
    if above is None or not above.absorbed:
        return False
    if above.lemma == "be" and above.adjective is None and above.complement is None and pred.link == "inf":
        return True
    adjective = above.adjective.words[-1].text.lower() if above.adjective is not None else ""
    return above.lemma in {"bind", "oblige", "require", "entitle"} or governor(adjective, "adj", "inf") is not None


def _binds(taken: Taken) -> bool:
    """Is it a treaty, or the terms under which something is to be done (under the statement of 10 November)?"""
    return is_instrument(taken.chunk) or (taken.mark == "under" and taken.chunk.head.lemma in _TERMS)


def is_command(pred: Pred, chunks: list[Chunk]) -> bool:
    """Is it an imperative in somebody's words (do not attack our ships)?"""
    if pred.link == "np":
        return False
    first, before = pred.group.words[0], chunks[pred.index - 1].kind if pred.index else ""
    bare = pred.group.head.tag == "VVB" and pred.subject is None
    refused = first.text.lower() == "do" and len(pred.group.words) > 2 and pred.group.negative
    return bool(pred.quoted) and (bare or refused) and before in {"", "comma", "quote", "mark"} and not pred.question


def tells_how(parent: Pred) -> bool:
    """Does somebody tell how a thing happened, so that it is told and not asked?"""
    return parent.lemma in _RECOUNTS and not parent.group.negative and parent.group.form != "inf"


def is_instrument(chunk: Chunk) -> bool:
    """Is the phrase a treaty, a law or an article of one?"""
    return any(w.lemma in _INSTRUMENTS and w.pos in {"noun", "propn"} for w in chunk.words)
