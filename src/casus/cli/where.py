"""``casus where``: whose ground a place or a point is on a day, or through some years."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from casus.cli.brief import Language
from casus.cli.inputs import parse_day, stop
from casus.cli.maps import WhereFormat, drawn
from casus.errors import Problem
from casus.records import CasePlace, NamedPoint, Place, Whereabouts

if TYPE_CHECKING:
    from casus.territory.territory import Territory

DEGREES = r"\s*([+-]?\d+(?:\.\d+)?)\s*°?\s*"
POINT = re.compile(rf"{DEGREES}([NS]?)\s*[,; ]{DEGREES}([EW]?)\s*", re.IGNORECASE)
FIRST_YEAR = 1945
SWAPPED_KM = 25.0
"""So near a place of conflict a point with its numbers exchanged is worth a hint."""
WIDE_KM = 20.0
"""From this half-width on, a place is an area whose parts may stand differently."""
SHOWN = 4


def command(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME|LAT,LON",
            help="A place by its name in English, Japanese or Russian, or a point: latitude first, in degrees.",
        ),
    ],
    on: Annotated[
        date | None, typer.Option(parser=parse_day, metavar="DAY", help="The day asked about (default: today).")
    ] = None,
    position: Annotated[
        str | None,
        typer.Option(metavar="P", help="Say whose it is in the view of this state (ARM, Armenia) or entity too."),
    ] = None,
    first: Annotated[
        int | None, typer.Option("--from", metavar="YEAR", help="Tell how it stood from this year on (default: 1945).")
    ] = None,
    last: Annotated[
        int | None, typer.Option("--until", metavar="YEAR", help="Tell how it stood until the end of this year.")
    ] = None,
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Say nothing of days after a file's last check, in place of carrying it on."),
    ] = False,
    lang: Annotated[Language, typer.Option(help="The language of the answer.")] = Language.en,
    format: Annotated[
        WhereFormat,
        typer.Option(help="Print text, JSON of the form casus.where/1, or a map: svg, html (one page), geojson."),
    ] = WhereFormat.text,
) -> None:
    """Say whose ground a place is: recognised, held, claimed, and how near the boundary, with the sources."""
    if name.startswith("-") and not POINT.fullmatch(name):
        raise typer.BadParameter(f"there is no option {name}; write a name, or a point as LAT,LON")
    day = on or datetime.now(UTC).date()
    years = _years(first, last, day)
    from casus.cli.installed import folder
    from casus.territory import open_territory

    room = open_territory(folder() / "places", strict=strict)
    party = _party(position) if position else None
    place, others = _place(name, room)
    answer = _answer(name, place, day, room, party, others=others, day_given=on is not None, lang=lang)
    answer = msgspec.structs.replace(answer, peacekeepers=room.peacekeepers(place, day))
    if years:
        answer = msgspec.structs.replace(answer, spans=room.spans(place, *years))
    if format is WhereFormat.json:
        typer.echo(msgspec.json.encode(answer).decode("utf-8"))
    elif format is WhereFormat.text:
        from casus.cli.where_text import to_text

        typer.echo(to_text(answer, room, lang))
    else:
        typer.echo(drawn(format, answer, place, room, lang), nl=False)


def _years(first: int | None, last: int | None, day: date) -> tuple[date, date] | None:
    if first is None and last is None:
        return None
    start = first or FIRST_YEAR
    end = last or max(day.year, start)
    for year in (start, end):
        if not FIRST_YEAR <= year <= 9999:
            raise typer.BadParameter(f"{year} is out of range: years from {FIRST_YEAR} on are known")
    if start > end:
        raise typer.BadParameter(f"--from {start} is after --until {end}")
    return date(start, 1, 1), date(end, 12, 31)


def _party(given: str) -> str:
    from casus.vocabulary.states import states

    table = states()
    state = table.by_code(given.upper())
    if state:
        return state.alpha3
    named = next(filter(None, (table.by_name(given, language) for language in ("en", "ja", "ru"))), None)
    if named:
        return named
    if table.is_state(given.partition("-")[0].upper()) and "-" in given:
        return given.upper()
    raise typer.BadParameter(
        f"{given!r} is no state or entity: give a code or a name, as ARM, Armenia or GEO-ABKHAZIA",
        param_hint="--position",
    )


def _place(name: str, room: Territory) -> tuple[Place | CasePlace, tuple[NamedPoint, ...]]:
    point = POINT.fullmatch(name)
    if point:
        lat, lon = _point(name, point)
        return CasePlace(name=name.strip(), lat=lat, lon=lon), ()
    found = room.seek(name, _language(name))
    if not found:
        near = room.suggest(name)
        hint = f"did you mean {' or '.join(near)}?" if near else "give a point as LAT,LON, latitude first"
        stop([Problem(where=name, what="no place of that name is in the tables", hint=hint)])
    return found[0], tuple(_named(p) for p in found[1 : 1 + SHOWN])


def _point(name: str, match: re.Match[str]) -> tuple[float, float]:
    lat = -float(match[1]) if match[2].upper() == "S" else float(match[1])
    lon = -float(match[3]) if match[4].upper() == "W" else float(match[3])
    if not -90 <= lat <= 90:
        raise typer.BadParameter(
            f"{name}: the latitude {lat:g} is not between -90 and 90; latitude comes first, as in 39.6,46.24"
        )
    if not -180 <= lon <= 180:
        raise typer.BadParameter(f"{name}: the longitude {lon:g} is not between -180 and 180")
    return lat, lon


def _language(name: str) -> str:
    if re.search(r"[\u0400-\u04ff]", name):
        return "ru"
    return "ja" if re.search(r"[\u3040-\u9fff]", name) else "en"


def _named(place: Place, km: float | None = None) -> NamedPoint:
    away = round(km, 1) if km is not None else None
    return NamedPoint(name=place.name(), within=place.within, lat=place.lat, lon=place.lon, km=away)


def _answer(
    asked: str, place: Place | CasePlace, day: date, room: Territory, party: str | None, *,
    others: tuple[NamedPoint, ...], day_given: bool, lang: Language,
) -> Whereabouts:  # fmt: skip
    finding = room.stand(place, day)
    wide = _wide(place, lang) if isinstance(place, Place) else None
    view = next((v.holder for v in finding.views if v.position == party), None)
    answer = Whereabouts(
        asked=asked, finding=finding, day_given=day_given, position=party, holder_in_position=view, others=others,
        hint=wide,
    )  # fmt: skip
    if isinstance(place, Place) or place.lat is None or place.lon is None:
        return answer
    near = room.near(place.lat, place.lon)
    hint = _swapped(place.lat, place.lon, room, lang)
    return msgspec.structs.replace(answer, near=_named(*near) if near else None, hint=hint)


def _wide(place: Place, lang: Language) -> str | None:
    from casus.vocabulary.phrases import say

    return None if place.radius_km < WIDE_KM else say("where_wide", km=f"{2 * place.radius_km:g}")[lang]


def _swapped(lat: float, lon: float, room: Territory, lang: Language) -> str | None:
    """Hint at an exchange of the numbers where the exchanged point is near a place of conflict and this one is not."""
    if abs(lon) > 90:
        return None
    here, there = room.near_conflict(lat, lon), room.near_conflict(lon, lat)
    if there is None or there[1] > SWAPPED_KM or (here and here[1] <= SWAPPED_KM):
        return None
    from casus.vocabulary.phrases import say

    place, km = there
    return say("where_swapped", point=f"{lon:g},{lat:g}", km=f"{km:.0f}", place=place.name(lang))[lang]
