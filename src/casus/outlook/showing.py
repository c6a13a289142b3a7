"""What this room finds, as text for a screen, in every language of the sentence patterns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casus.logic import NO, YES
from casus.outlook.baserates import registered, unregistered
from casus.outlook.features import words_of
from casus.outlook.likelihood import likelihood
from casus.outlook.precedents import known_features
from casus.outlook.track import CALIBRATED_FROM, EVERYBODY
from casus.records import BaseRate, Nearness, Precedent, Track, Words
from casus.vocabulary.party_names import known_party
from casus.vocabulary.phrases import LANGUAGES, in_language, joined, same, say


def nearness_text(found: Iterable[Nearness], language: str = "en") -> str:
    """List precedents with what is alike and unlike."""
    return "\n".join(line for near in found for line in _near(near, language)) or say("near_none")[language]


def _near(near: Nearness, language: str) -> Iterator[str]:
    has = set(near.has)
    yield f"{in_language(near.name, language)} ({near.on}; {near.precedent})"
    for key, names in (("near_alike", near.alike), ("near_unlike", near.unlike)):
        told = [words_of(n, YES if n in has else NO) for n in names]
        yield f"  {say(key, names=joined(told) if told else say('near_nothing'))[language]}"
    yield f"  {_came_out(near.outcome, near.ground, near.fighting, near.days)[language]}"
    yield f"  [{near.source}; {near.certainty}]"


def _came_out(words: Words, ground: str, fighting: str, days: int | None) -> Words:
    return say(
        "near_out",
        words=words,
        ground=say(f"taken_{ground.replace(' ', '_')}"),
        fighting=say(f"fought_{fighting}"),
        days=say("near_days", days=str(days)) if days else "",
    )


def precedents_text(listed: Iterable[Precedent], language: str = "en") -> str:
    """List precedents, one a line: day, id, name, what became of the ground."""
    return "\n".join(f"{p.on}  {p.id:32}{in_language(p.name, language)}: {_taken(p, language)}" for p in listed)


def _taken(one: Precedent, language: str) -> str:
    return say(f"taken_{one.outcome.ground.replace(' ', '_')}")[language]


def precedent_text(one: Precedent, language: str = "en") -> str:
    """Write one precedent in full: sides, pacts, whether an ally was called on, who came, how it came out."""
    return "\n".join(_in_full(one, language))


def _in_full(one: Precedent, language: str) -> Iterator[str]:
    until = str(one.until) if one.until else say("past_open")
    yield say("past_head", name=one.name, on=str(one.on), until=until, id=one.id)[language]
    yield f"  {in_language(one.act, language)}"
    sides = {"attacker": _parties(one.attacker), "victim": _parties(one.victim)}
    place = {"en": one.place.en, "ja": one.place.ja}
    yield f"  {say('past_sides', place=place, told=say(f'told_{one.told}'), **sides)[language]}"
    yield f"  {joined([words_of(n, t) for n, t in known_features(one).items()])[language]}"
    pacts = one.alliance
    named = {"victim": _pacts(pacts.victim), "attacker": _pacts(pacts.attacker), "between": _pacts(pacts.between)}
    yield f"  {say('past_pacts', **named)[language]}"
    yield f"  {_asked(one)[language]}"
    for helper in one.helper:
        yield (
            "  "
            + say(
                "past_helper",
                party=_parties([helper.party]),
                side=say(f"side_{helper.side}"),
                how=say(f"helped_{helper.how.replace(' ', '_')}"),
                bound=say(f"is_{helper.bound}"),
            )[language]
        )
    if not one.helper:
        yield f"  {say('past_nobody')[language]}"
    words = {"en": one.outcome.en, "ja": one.outcome.ja}
    yield f"  {_came_out(words, one.outcome.ground, one.outcome.fighting, one.days)[language]}"
    yield f"  [{one.source}; {one.certainty}]"
    if one.notes:
        yield f"  [{one.notes}]"


def _asked(one: Precedent) -> Words:
    """Tell whether an ally was called on: by whom, under what, to whom, and what was decided."""
    call = one.invocation
    details = [
        *([say("past_asked_by", names=_parties(call.by))] if call.by else []),
        *([say("past_asked_under", names=", ".join(call.under))] if call.under else []),
        *([say("past_asked_to", names=_parties(call.to))] if call.to else []),
    ]
    if call.decided:
        on = say("past_decided_on", day=str(call.decided_on)) if call.decided_on else ""
        details.append(say("past_decided", what=say(f"past_decided_{call.decided}"), on=on))
    told: Words = {language: "".join(d[language] for d in details) for language in LANGUAGES}
    return say("past_asked", asked=say(f"is_{call.asked}"), details=told)


def _pacts(names: tuple[str, ...] | None) -> Words | str:
    if names is None:
        return say("past_pact_unknown")
    return ", ".join(names) or say("past_pact_none")


def _parties(codes: Iterable[str]) -> Words:
    return joined([known_party(c) or same(c) for c in codes])


def rate_text(language: str = "en") -> str:
    """List the base rates, the naive ones apart, then the figures that cannot be used."""
    lines = [say("rates_triggered")[language]]
    lines += [_rate(r, language) for r in registered() if r.kind == "triggered"]
    lines.append(say("rates_naive")[language])
    lines += [_rate(r, language) for r in registered() if r.kind == "naive"]
    lines.append(say("rates_told")[language])
    for told in unregistered():
        words = say("rates_lacking", says=told.says, lacks=told.lacks, source=told.source, certainty=told.certainty)
        lines.append(f"  {words[language]}")
    return "\n".join(lines)


def _rate(rate: BaseRate, language: str) -> str:
    words = say(
        "rates_row",
        id=rate.id,
        what=rate.what,
        count=str(rate.count),
        n=str(rate.n),
        share=f"{100 * rate.share:.1f}",
        few=say("rates_few") if rate.few else "",
        source=rate.source,
        period=rate.period,
        certainty=rate.certainty,
    )
    return f"  {words[language]}"


def track_text(track: Track, language: str = "en") -> str:
    """Write a track record."""
    return "\n".join(line[language] for line in _track(track))


def _track(track: Track) -> Iterator[Words]:
    yield say(
        "track_head",
        who=say("track_everybody") if track.by == EVERYBODY else track.by,
        on=str(track.on),
        scored=str(len(track.scored)),
        open=str(track.open),
        overdue=str(track.overdue),
        void=str(track.void),
    )
    if track.brier is not None:
        log = say("track_no_log") if track.log is None else f"{track.log:.4f}"
        yield _indented(say("track_brier", brier=f"{track.brier:.4f}", log=log))
    if track.skill is None:
        yield _indented(say("track_no_skill"))
    else:
        yield _indented(say("track_skill", skill=f"{track.skill:+.3f}", n=str(track.skill_n)))
    for scored in track.scored:
        given = joined([likelihood(p) for p in scored.probabilities])
        told = {"question": scored.question, "by": scored.by, "branch": scored.branch, "brier": f"{scored.brier:.4f}"}
        yield _indented(say("track_scored", given=given, **told))
    yield from _calibration(track)


def _calibration(track: Track) -> Iterator[Words]:
    if not track.bins:
        yield _indented(say("track_uncalibrated", due=str(track.due), needed=str(CALIBRATED_FROM)))
    for held in track.bins:
        counts = {"came": held.came, "n": held.n, "low": held.expected_low, "high": held.expected_high}
        sign = say("track_within" if held.within else "track_outside")
        yield _indented(say("track_bin", word=held.word, sign=sign, **{k: str(v) for k, v in counts.items()}))


def _indented(words: Words) -> Words:
    return {language: f"  {text}" for language, text in words.items()}
