"""Pages of incidents as published: the latest version, or the one that stood at a moment."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from casus.desk.publishing import as_of, latest, listed, standing
from casus.desk.store.models import Publication
from casus.vocabulary.states import states

GONE, BAD = 410, 400
ON_A_PAGE = 50


@require_safe
def page(request: HttpRequest, incident_id: str) -> HttpResponse:
    """Show an incident's page; ``?as_of=`` a day or a time shows it as it stood then."""
    asked = request.GET.get("as_of", "")
    moment = moment_of(asked) if asked else timezone.now()
    if moment is None:
        return render(request, "desk/no_publication.html", {"trouble": "as_of_unreadable"}, status=BAD)
    row = as_of(incident_id, moment)
    if row is None:
        return _none(request, incident_id)
    versions = list(listed(standing().filter(incident_id=incident_id, published_at__lte=moment)))
    given = {
        "row": row,
        "html": page_html(row, request.LANGUAGE_CODE),
        "spots": published_spots(row),
        "versions": versions,
        "corrections": [v for v in versions if v.correction],
        "as_of": asked,
        "as_of_said": moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M"),
        "address": settings.CASUS.url + request.path,
        "linked_data": linked_data(row, versions, request.LANGUAGE_CODE),
    }
    return render(request, "desk/publication.html", given)


def page_html(row: Publication, language: str) -> SafeString:
    """Give the frozen sections in a language."""
    return mark_safe(str(row.content["html"][language]))  # noqa: S308  made by the desk's own templates, which escape


def published_spots(row: Publication) -> list[dict[str, object]]:
    """Give the places of a version for the list beside its map."""
    places = [f for f in row.content["places"]["features"] if f["properties"]["kind"] == "place"]
    return [
        {"lon": f["geometry"]["coordinates"][0], "lat": f["geometry"]["coordinates"][1], **f["properties"]}
        for f in places
    ]


def moment_of(said: str) -> datetime | None:
    """Read a time, or a day, whose end is meant; UTC where no zone is given; None for anything else.

    >>> moment_of("2021-05-17").isoformat(), moment_of("soon")
    ('2021-05-17T23:59:59.999999+00:00', None)
    """
    try:
        day: date | None = parse_date(said)
        if day is not None:
            return datetime.combine(day, time.max, tzinfo=UTC)
        moment = parse_datetime(said.replace(" ", "+"))
    except ValueError:
        return None
    return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=UTC)


def _none(request: HttpRequest, incident_id: str) -> HttpResponse:
    gone = Publication.objects.filter(incident_id=incident_id, published_at__isnull=False).exclude(withdrawn_at=None)
    row = None if standing().filter(incident_id=incident_id).exists() else listed(gone).first()
    if row is None:
        return render(request, "desk/no_publication.html", {"trouble": "not_published_then"}, status=404)
    return render(request, "desk/no_publication.html", {"trouble": "was_withdrawn", "row": row}, status=GONE)


def linked_data(row: Publication, versions: list[Publication], language: str) -> SafeString:
    """Describe a version as a schema.org NewsArticle, its corrections and the licence of its picture with it."""
    site = settings.CASUS.url
    address = f"{site}/p/{row.incident_id}/"
    first = versions[-1] if versions else row
    said: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": in_language(row.headline, language),
        "inLanguage": language,
        "url": address,
        "mainEntityOfPage": address,
        "identifier": f"{row.incident_id} no. {row.number}",
        "version": row.number,
        "datePublished": _time(first.published_at),
        "dateModified": _time(row.published_at),
        "publisher": {"@type": "Organization", "name": "casus desk", "url": site},
        "isBasedOn": [r["url"] for r in row.content["reports"] if r["url"]],
        "correction": [
            {"@type": "CorrectionComment", "text": v.correction, "datePublished": _time(v.published_at)}
            for v in versions
            if v.correction
        ],
    }
    if row.picture:
        said["image"] = {
            "@type": "ImageObject",
            "contentUrl": site + row.picture["address"],
            "creator": {"@type": "Person", "name": row.picture["creator"]},
            "license": row.picture["licence"],
            "creditText": row.picture["credit"],
            "caption": row.picture["alt"],
        }
    text = json.dumps(said, ensure_ascii=False)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return mark_safe(text)  # noqa: S308  no sign that could end the data block is left in it


def _time(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def in_language(words: dict[str, str], language: str) -> str:
    """Give words in a language, in English where there are none."""
    return words.get(language) or words["en"]


@require_safe
def page_map(request: HttpRequest, incident_id: str) -> HttpResponse:
    """Give what the map of a published page draws: as coarse as it was published."""
    del request
    row = standing().filter(incident_id=incident_id).first()
    if row is None:
        raise Http404
    return JsonResponse(row.content["places"])


@require_safe
def state(request: HttpRequest, code: str) -> HttpResponse:
    """List the situations that a state is a side of."""
    found = states().by_code(code)
    if found is None:
        raise Http404
    page = Paginator(of_state(code), ON_A_PAGE).get_page(request.GET.get("page"))
    given = {"page": page, "state": {lang: found.name(lang) for lang in ("en", "ja")}, "code": code}
    return render(request, "desk/situations.html", given)


def of_state(code: str) -> QuerySet[Publication]:
    """Give the latest versions of the incidents that a state, or an entity on its ground, is a side of."""
    return listed(latest().filter(codes__contains=f" {code} "))
