"""What this room finds, as text for a screen and as drawings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

from casus.logic import NO, YES
from casus.outlook.baserates import registered, unregistered
from casus.outlook.features import words_of
from casus.outlook.likelihood import likelihood
from casus.outlook.precedents import known_features
from casus.records import Attention, BaseRate, Coverage, Nearness, Precedent, Track

COLOURS = ("#1b4f72", "#b9770e", "#4d5656", "#7d3c98", "#1e8449", "#943126")
WIDTH_PX, HEIGHT_PX, LEFT_PX, BOTTOM_PX = 760, 280, 48, 56
PLOT_PX = HEIGHT_PX - BOTTOM_PX - 24


def nearness_text(found: Iterable[Nearness]) -> str:
    """List precedents with what is alike and unlike."""
    return "\n".join(line for near in found for line in _near(near)) or "no precedent is on file"


def _near(near: Nearness) -> Iterator[str]:
    has = set(near.has)
    yield f"{near.name['en']} ({near.on}; {near.precedent})"
    for label, names in (("alike", near.alike), ("unlike", near.unlike)):
        told = [words_of(n, YES if n in has else NO)["en"] for n in names]
        yield f"  {label}: {', '.join(told) or 'nothing that is known'}"
    days = f", {near.days} days" if near.days else ""
    yield f"  came out: {near.outcome['en']} (ground: {near.ground}; fighting: {near.fighting}{days})"
    yield f"  [{near.source}; {near.certainty}]"


def precedent_text(one: Precedent) -> str:
    """Write one precedent in full."""
    told = [words_of(n, t)["en"] for n, t in known_features(one).items()]
    lines = [
        f"{one.name['en']} ({one.on} to {one.until or 'open'}; {one.id})",
        f"  {one.act['en']}",
        f"  {', '.join(one.attacker)} against {', '.join(one.victim)} at {one.place.en}; who attacked: {one.told}",
        f"  {', '.join(told)}",
        *(f"  {h.party} for the {h.side}: {h.how} (bound: {h.bound})" for h in one.helper),
        f"  came out: {one.outcome.en} (ground: {one.outcome.ground}; fighting: {one.outcome.fighting})",
        f"  [{one.source}; {one.certainty}]",
    ]
    return "\n".join(lines)


def rate_text() -> str:
    """List the base rates, the naive ones apart, then the figures that cannot be used."""
    lines = ["of obligations that were triggered:"]
    lines += [_rate(r) for r in registered() if r.kind == "triggered"]
    lines.append("of all pairs, triggered or not (not to be compared with the above):")
    lines += [_rate(r) for r in registered() if r.kind == "naive"]
    lines.append("told, not used as numbers:")
    lines += [f"  {u.says['en']} (lacks {u.lacks['en']}) [{u.source}]" for u in unregistered()]
    return "\n".join(lines)


def _rate(rate: BaseRate) -> str:
    few = "; n under 10: says little" if rate.few else ""
    share = f"{rate.count} of {rate.n}, {100 * rate.share:.1f} %{few}"
    return f"  {rate.id}: {rate.what['en']}: {share} [{rate.source}; {rate.period}; {rate.certainty}]"


def track_text(track: Track) -> str:
    """Write a track record."""
    return "\n".join(_track(track))


def _track(track: Track) -> Iterator[str]:
    who = "all forecasters" if track.by == "*" else track.by
    counts = f"{track.open} open, {track.overdue} overdue, {track.void} void"
    yield f"{who} as of {track.on}: {len(track.scored)} scored, {counts}"
    if track.brier is not None:
        log = "none: something that came was given nothing" if track.log is None else f"{track.log:.4f}"
        yield f"  Brier {track.brier:.4f} (0 best, 1 worst), log score {log}"
    if track.skill is None:
        yield "  no skill: no scored question has a base rate"
    else:
        yield f"  skill against the base rate {track.skill:+.3f} on {track.skill_n} questions (0: no better than it)"
    for scored in track.scored:
        given = ", ".join(likelihood(p)["en"] for p in scored.probabilities)
        yield f"  {scored.question} ({scored.by}): came {scored.branch}; gave {given}; Brier {scored.brier:.4f}"
    if track.bins_note:
        yield f"  calibration: {track.bins_note}"
    for held in track.bins:
        sign = "within" if held.within else "OUTSIDE"
        bounds = f"{held.expected_low} to {held.expected_high}"
        yield f"  {held.word['en']:20} {held.came} of {held.n} came, {bounds} to be expected: {sign}"


def attention_text(told: Attention) -> str:
    """Write shares by span, and before and after the marked day."""
    lines = [f"shares of coverage by {told.days} days ({told.source}):"]
    for start, spans in _by_start(told.spans):
        mark = "  <- incident" if start == told.marked else ""
        lines.append(f"  {start}  {', '.join(_share(c) for c in spans)}{mark}")
    if told.marked:
        lines.append(f"{told.window} days before {told.marked}: {', '.join(_share(c) for c in told.before)}")
        lines.append(f"{told.window} days from then on: {', '.join(_share(c) for c in told.after)}")
    return "\n".join(lines)


def _share(part: Coverage) -> str:
    share = "none counted" if part.share is None else f"{100 * part.share:.0f} %"
    return f"{part.conflict} {share} ({part.count} of {part.total})"


def _by_start(spans: Sequence[Coverage]) -> list[tuple[object, list[Coverage]]]:
    found: dict[object, list[Coverage]] = {}
    for part in spans:
        found.setdefault(part.start, []).append(part)
    return list(found.items())


def attention_svg(told: Attention) -> str:
    """Draw the shares as stacked bars, a line at the incident; colours only repeat what the texts say."""
    groups = _by_start(told.spans)
    names = sorted({c.conflict for c in told.spans})
    step = (WIDTH_PX - LEFT_PX - 16) / max(1, len(groups))
    desc = escape(attention_text(told).replace("\n", "; "))
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH_PX} {HEIGHT_PX}" width="{WIDTH_PX}" '
            f'height="{HEIGHT_PX}" role="img" aria-labelledby="attention-title attention-desc" xml:lang="en" '
            'style="font:12px system-ui,sans-serif">'
        ),
        '<title id="attention-title">Shares of coverage by conflict</title>',
        f'<desc id="attention-desc">{desc}</desc>',
        f'<rect width="{WIDTH_PX}" height="{HEIGHT_PX}" fill="#ffffff"/>',
    ]
    for number, (start, spans) in enumerate(groups):
        x = LEFT_PX + number * step
        parts += _bar(x, step, spans, names)
        if start == told.marked:
            parts.append(f'<path d="M{x:.1f} 16V{24 + PLOT_PX}" stroke="#000000" stroke-dasharray="4 3"/>')
            parts.append(f'<text x="{x + 3:.1f}" y="14">incident {told.marked}</text>')
    for number, name in enumerate(names):
        x = LEFT_PX + number * 140
        colour = COLOURS[number % len(COLOURS)]
        parts.append(f'<rect x="{x}" y="{HEIGHT_PX - 20}" width="12" height="12" fill="{colour}"/>')
        parts.append(f'<text x="{x + 18}" y="{HEIGHT_PX - 10}">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _bar(x: float, step: float, spans: Sequence[Coverage], names: Sequence[str]) -> Iterator[str]:
    top = 24.0 + PLOT_PX
    for part in spans:
        high = PLOT_PX * (part.share or 0.0)
        top -= high
        colour = COLOURS[names.index(part.conflict) % len(COLOURS)]
        label = escape(f"{part.start}: {_share(part)}")
        yield (
            f'<rect x="{x + 1:.1f}" y="{top:.1f}" width="{max(1.0, step - 2):.1f}" height="{high:.1f}" '
            f'fill="{colour}"><title>{label}</title></rect>'
        )
    if spans:
        yield f'<text x="{x + 2:.1f}" y="{24 + PLOT_PX + 14}">{spans[0].start:%m-%d}</text>'
