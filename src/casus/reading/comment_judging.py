"""Judges what one comment is about, which explanation it has in view and how it stands to it, by weighted cues."""

from __future__ import annotations

import re
from collections import defaultdict
from math import inf
from typing import cast

import msgspec

from casus.reading.comment_cues import CueTable
from casus.records.statement import Stance, Topic

TOPICS: tuple[Topic, ...] = (
    "legality", "commitment", "reaction", "capability", "intent", "responsibility", "losses", "outcome", "context",
    "media", "wish", "assessment", "off-topic",
)  # fmt: skip
"""In the order in which one wins over another of equal weight: the more definite first."""
STANCES: tuple[Stance, ...] = ("denies", "doubts", "insinuates", "asks", "asserts")
ANSWERED = 2.0
"""Weight of the topic of the comment that is answered."""
_OBJECTED = 3.5  # whoever says no stays with what was said, whatever words he says it in
_FIRM = 1.5
_FEW = 8  # so few letters that name nothing say nothing of the matter
_OF_HYPOTHESIS = 1.5  # an explanation speaks for its topic, but words about the topic itself speak louder
_PLAIN, _QUESTION, _DENIAL = 0.5, 1.5, 2.5
_CHALLENGE = 1.4  # who takes the pains to mark whom he answers mostly says no
_NOUN = 1.5  # cues up to this weight are mere words about a thing
_KNOWN = 0.4  # part of it that is left where the report speaks of that thing, so that any comment may
_STEM = 5
_ECHO = 2.0  # a claim asked back, without a question's own words, and then something against it
_QUOTED = 1.3  # the report's own few words between quotation marks are held up to ridicule
_USUAL: dict[Stance, Topic] = {"insinuates": "intent", "doubts": "capability"}
_SCARE = re.compile(r"[\"“«「『]([^\"”»」』\n]{3,40})[\"”»」』]")
_SENTENCE = re.compile(r"(?<=[。!?])(?![。!?」』)\"'])|\n|(?<=[.!?])\s+")
_ASKED = re.compile(r"[?][\"'”’」』)!?~ー]*$")


class Sentence(msgspec.Struct, frozen=True):
    """One sentence of a comment: how it stands to the explanation it names, if it names one."""

    stance: Stance
    weight: float
    hypothesis: str | None = None
    strength: float = 0.0
    negated: bool = False


class Judgement(msgspec.Struct, frozen=True):
    """What a comment says by its own words."""

    topic: Topic
    stance: Stance
    hypothesis: str | None


class Answered(msgspec.Struct, frozen=True):
    """The comment that is answered: its topic and explanation, and what the answer's opening makes of it."""

    topic: Topic
    hypothesis: str | None
    opening: str | None = None
    asked: bool = False
    challenged: bool = False
    """Is it a statement that the answer is marked as answering, without a word of agreement?"""


class Setting(msgspec.Struct, frozen=True):
    """What a comment stands under: the report's normalised words, and whether it names what the report names."""

    report: str = ""
    named: bool = False


ALONE = Setting()


def judge(words: str, table: CueTable, answered: Answered | None = None, under: Setting = ALONE) -> Judgement:
    """Judge the normalised words of a comment, alone or as an answer, under its report."""
    said = [_sentence(s, table, least=_least(answered)) for s in sentences(words)]
    said = _held_up(words, _echoed(said), under)
    topic, sure = _topic(words, said, table, answered, under) or _unnamed(words, said, table, answered, under)
    stance, hypothesis = _stand(said, answered)
    mocking = table.first("joke", words)
    if mocking:
        stance = "insinuates" if sure and mocking.value == "joke" else "unknown"
    elif topic == "wish" or (topic == "off-topic" and stance != "asks"):
        stance = "unknown"
    return Judgement(topic, stance, hypothesis)


def _echoed(said: list[Sentence]) -> list[Sentence]:
    """Take a claim asked back at the head of a statement for a doubt: it has nothing of a question but the mark."""
    if len(said) > 1 and (said[0].stance, said[0].weight) == ("asks", _QUESTION) and said[-1].stance != "asks":
        return [msgspec.structs.replace(said[0], stance="doubts", weight=_ECHO), *said[1:]]
    return said


def _held_up(words: str, said: list[Sentence], under: Setting) -> list[Sentence]:
    """Add a hint where words of the report stand between quotation marks."""
    quoted = any(m[1].strip(" .,") in under.report for m in _SCARE.finditer(words))
    return [*said, Sentence("insinuates", _QUOTED)] if quoted else said


def sentences(words: str) -> list[str]:
    """Cut words into sentences.

    >>> sentences("本当か?疑わしい。 No. Really not?")
    ['本当か?', '疑わしい。', 'No.', 'Really not?']
    """
    return [s.strip() for s in _SENTENCE.split(words) if s.strip()]


def _least(answered: Answered | None) -> float:
    """Give the weight from which a negative statement denies: none by itself, and no weak one answers a question."""
    if answered is None or answered.opening == "agrees":
        return inf
    return _FIRM if answered.asked and answered.opening != "denies" else 0.0


def _sentence(words: str, table: CueTable, *, least: float) -> Sentence:
    hypothesis, strength = _hypothesis(words, table)
    negated = hypothesis is not None and table.first("negation", words) is not None
    votes = [(c.weight, c.value) for c, _ in table.matches("stance", words)]
    votes += [(c.weight, "denies") for c, _ in table.matches("counter", words) if c.weight >= least]
    if negated:
        votes.append((_DENIAL, "doubts" if table.first("softener", words) else "denies"))
    if _ASKED.search(words):
        votes.append((_QUESTION, "asks"))
    weight, stance = max(votes, key=lambda v: (v[0], -_rank(STANCES, v[1])), default=(_PLAIN, "asserts"))
    return Sentence(cast("Stance", stance), weight, hypothesis, strength, negated)


def _hypothesis(words: str, table: CueTable) -> tuple[str | None, float]:
    """Give the explanation with the strongest cue, the first named among equals, and that strength."""
    cues = ((c.weight, -m.start(), c.value) for c, m in table.matches("hypothesis", words))
    strength, _, best = max(cues, default=(0.0, 0, None))
    return best, strength


def _topic(
    words: str, said: list[Sentence], table: CueTable, answered: Answered | None, under: Setting
) -> tuple[Topic, bool] | None:
    """Give the topic that most speaks for, and whether the words themselves speak for any; None where nothing does."""
    weights: defaultdict[str, float] = defaultdict(float)
    for cue, m in table.matches("topic", words):
        known = cue.weight <= _NOUN and m[0][:_STEM] in under.report
        weights[cue.value] += cue.weight * _KNOWN if known else cue.weight
    for prefix in sorted({s.hypothesis.split("-")[0] for s in said if s.hypothesis}):
        weights[prefix] += _OF_HYPOTHESIS
    sure = bool(weights) and set(weights) != {"off-topic"}
    if answered and answered.topic != "off-topic":
        objects = answered.challenged or any(s.stance == "denies" for s in said)
        weights[answered.topic] += _OBJECTED if objects else ANSWERED
    if not weights:
        return None
    return cast("Topic", max(weights, key=lambda t: (weights[t], -_rank(TOPICS, t)))), sure


def _unnamed(
    words: str, said: list[Sentence], table: CueTable, answered: Answered | None, under: Setting
) -> tuple[Topic, bool]:
    """Give the topic of words that name none, by what such words are mostly about where readers of reports talk.

    A hint is at a motive and a question at what can be done; a question that names nothing of the matter is off it.
    """
    if not table.by_kind:
        return "off-topic", False
    stances = {s.stance for s in said}
    about_it = under.named or bool(stances & {"denies", "doubts"}) or table.first("domain", words) is not None
    if answered is None and not about_it and sum(c.isalnum() for c in words) <= _FEW:
        return "off-topic", False
    usual = next((_USUAL[s] for s in _USUAL if s in stances), None)
    return usual or ("capability" if stances == {"asks"} else "assessment"), True


def _stand(said: list[Sentence], answered: Answered | None) -> tuple[Stance, str | None]:
    """Give the stance and the explanation it is a stance towards."""
    weights: defaultdict[Stance, float] = defaultdict(float)
    for s in said:
        weights[s.stance] += s.weight
    if answered and answered.opening == "denies":
        weights["denies"] += _DENIAL + 1.0
    elif answered and answered.challenged:
        weights["denies"] += _CHALLENGE
    stance: Stance = max(weights, key=lambda v: (weights[v], -_rank(STANCES, v)), default="unknown")
    theirs = answered.hypothesis if answered else None
    if stance in ("denies", "doubts"):
        # what is put in the place of the thing denied must not be counted as denied
        turned = next((s.hypothesis for s in said if s.hypothesis and (s.negated or s.stance == stance)), None)
        return stance, theirs if answered and answered.opening == "denies" else turned or theirs
    own = max((s for s in said if s.hypothesis and not s.negated), key=lambda s: s.strength, default=None)
    if own:
        return stance, own.hypothesis
    return stance, theirs if stance == "asks" or (answered and answered.opening == "agrees") else None


def _rank(order: tuple[str, ...], name: str) -> int:
    return order.index(name) if name in order else len(order)
