"""Which precedents are nearest to an incident, with every feature that is alike and unlike named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from casus.logic import NO, YES, Truth
from casus.outlook.features import features
from casus.outlook.precedents import known_features
from casus.records import Nearness, Precedent

BOTH_LACK = 0.25
"""What agreement on "no" counts, of the weight of agreement on "yes"."""
DRAW = 4.0
"""Weight by which likeness is drawn towards nought, so that little in common is never much alike."""


def nearest(
    known: Mapping[str, Truth], among: Iterable[Precedent], *, most: int = 5, before: date | None = None
) -> tuple[Nearness, ...]:
    """Give the precedents nearest to features that are known (not UNKNOWN), the likest first, by day among equals.

    ``before`` leaves out those that began on that day or later, such as the incident itself.
    """
    compared = [compare(known, p) for p in among if before is None or p.on < before]
    ranked = sorted(compared, key=lambda n: (-n.likeness, -n.on.toordinal(), n.precedent))
    return tuple(ranked[:most])


def compare(known: Mapping[str, Truth], precedent: Precedent) -> Nearness:
    """Compare by the features known of both; likeness is the weight of what is alike, of all that was compared."""
    theirs = known_features(precedent)
    alike: list[tuple[float, str]] = []
    unlike: list[tuple[float, str]] = []
    for name, feature in features().items():
        if name not in known or name not in theirs:
            continue
        if known[name] is theirs[name]:
            alike.append((feature.weight * (BOTH_LACK if known[name] is NO else 1.0), name))
        else:
            unlike.append((feature.weight, name))
    for_it, against = sum(w for w, _ in alike), sum(w for w, _ in unlike)
    return Nearness(
        precedent=precedent.id,
        name=precedent.name,
        on=precedent.on,
        likeness=round(for_it / (for_it + against + DRAW), 4),
        alike=_ordered(alike),
        unlike=_ordered(unlike),
        has=tuple(n for _, n in (*alike, *unlike) if theirs[n] is YES),
        ground=precedent.outcome.ground,
        fighting=precedent.outcome.fighting,
        days=precedent.days,
        outcome={"en": precedent.outcome.en, "ja": precedent.outcome.ja},
        source=precedent.source,
        certainty=precedent.certainty,
    )


def _ordered(weighed: list[tuple[float, str]]) -> tuple[str, ...]:
    return tuple(name for _, name in sorted(weighed, key=lambda pair: (-pair[0], pair[1])))
