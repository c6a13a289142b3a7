"""Feeds: all situations, one, a state's, corrections, short posts; asked again, only what is new is sent."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from casus.desk.feeding import FORMS, NEVER, Entry, written
from casus.desk.pages.phrases import phrase
from casus.desk.pages.publications import in_language, of_state
from casus.desk.publishing import latest, listed, standing
from casus.desk.store.models import Publication, ShortPost
from casus.vocabulary.states import states

MOST = 50


@require_safe
def feed(request: HttpRequest, which: str, form: str) -> HttpResponse:
    """Give a feed of the whole desk: ``all``, ``corrections`` or ``shorts``."""
    if which == "shorts":
        rows = ShortPost.objects.filter(withdrawn_at=None)[:MOST]
        return _answer(request, form, which, [_short(row) for row in rows])
    if which == "corrections":
        corrected = listed(standing().exclude(correction=""))[:MOST]
        return _answer(request, form, which, list(_versions(corrected, request.LANGUAGE_CODE)))
    if which != "all":
        raise Http404
    return _answer(request, form, which, list(_pages(listed(latest())[:MOST], request.LANGUAGE_CODE)))


@require_safe
def incident_feed(request: HttpRequest, incident_id: str, form: str) -> HttpResponse:
    """Give the versions of one incident's page."""
    rows = listed(standing().filter(incident_id=incident_id))[:MOST]
    if not rows:
        raise Http404
    return _answer(request, form, "incident", list(_versions(rows, request.LANGUAGE_CODE)))


@require_safe
def state_feed(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """Give the situations that a state is a side of."""
    if states().by_code(code) is None:
        raise Http404
    return _answer(request, form, "state", list(_pages(of_state(code)[:MOST], request.LANGUAGE_CODE)))


def _pages(rows: QuerySet[Publication], language: str) -> Iterator[Entry]:
    """Give one entry for each page, updated with each version."""
    for row in rows:
        yield _entry(row, language, f"{settings.CASUS.url}/p/{row.incident_id}/")


def _versions(rows: QuerySet[Publication], language: str) -> Iterator[Entry]:
    """Give one entry for each version."""
    for row in rows:
        yield _entry(row, language, f"{settings.CASUS.url}/p/{row.incident_id}/#version-{row.number}")


def _entry(row: Publication, language: str, identity: str) -> Entry:
    told = row.published_at or NEVER
    corrected = f"{phrase('corrected', language)}: {row.correction}" if row.correction else ""
    headline = in_language(row.headline, language)
    return Entry(
        id=identity,
        link=f"{settings.CASUS.url}/p/{row.incident_id}/?lang={language}",
        title=headline,
        text="\n".join(part for part in (corrected, headline) if part),
        published=told,
        updated=told,
        author="casus desk",
        subjects=tuple(row.sides),
    )


def _short(row: ShortPost) -> Entry:
    address = f"{settings.CASUS.url}/shorts/#short-{row.id}"
    return Entry(
        id=address,
        link=address,
        title=row.text[:80],
        text=f"{row.text}\n— {row.source}",
        published=row.at,
        updated=row.at,
        author="casus desk",
        source=row.source if row.source.startswith(("http://", "https://")) else "",
    )


def _answer(request: HttpRequest, form: str, which: str, entries: list[Entry]) -> HttpResponse:
    if form not in FORMS:
        raise Http404
    language = request.LANGUAGE_CODE
    site = settings.CASUS.url
    title = f"{phrase('desk', language)}: {phrase(f'feed_{which}', language)}"
    about = phrase("feed_about", language)
    own = f"{site}{request.path}?lang={language}"
    body = written(form, entries, title=title, about=about, link=f"{site}/", own=own, language=language)
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    changed = max((entry.updated for entry in entries), default=NEVER)
    answer = HttpResponse(body, content_type=FORMS[form].content_type)
    answer.headers["ETag"] = etag
    answer.headers["Last-Modified"] = changed.strftime("%a, %d %b %Y %H:%M:%S GMT")
    answer.headers["Vary"] = "Accept-Language, Cookie"
    found = get_conditional_response(request, etag=etag, last_modified=int(changed.timestamp()), response=answer)
    return found or answer
