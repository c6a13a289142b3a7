"""Taking reports in: pasted words, files, an address, and the feeds the desk polls."""

from __future__ import annotations

from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from casus.desk.auditing import audit
from casus.desk.pages.people import name_of
from casus.desk.pages.phrases import phrase
from casus.desk.pages.warning import misfilled, warn
from casus.desk.receiving import Received
from casus.desk.roles import only
from casus.desk.store.models import OwnFeed, StoredReport
from casus.desk.taking_in import Told, take_address, take_bytes

MOST_BYTES = 20_000_000


class IntakeForm(forms.Form):
    """One way to give reports, and what is known of them."""

    text = forms.CharField(required=False, max_length=MOST_BYTES, strip=False)
    address = forms.URLField(required=False, max_length=2000, assume_scheme="https")
    file = forms.FileField(required=False, max_length=255)
    published = forms.DateField(required=False)
    publisher = forms.CharField(required=False, max_length=200)
    title = forms.CharField(required=False, max_length=500)

    def told(self) -> Told:
        """Give what the person says of it."""
        said = self.cleaned_data
        published: date | None = said["published"]
        return Told(published=published, publisher=said["publisher"] or None, title=said["title"] or None)


@only("analyst")
@require_http_methods(["GET", "POST"])
def intake(request: HttpRequest) -> HttpResponse:
    """Show the form; take in what it brings."""
    form = IntakeForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        kept = _take(request, form)
        warn(request, kept.problems)
        if kept.reports:
            messages.success(
                request, phrase("taken_in", request.LANGUAGE_CODE, count=len(kept.reports), new=len(kept.new))
            )
            return redirect("report", kept.reports[0]) if len(kept.reports) == 1 else redirect("reports")
    latest = StoredReport.objects.defer("reading", "terms")[:10]
    return render(
        request, "desk/intake.html", {"form": form, "latest": latest, "feeds": OwnFeed.objects.order_by("id")}
    )


def _take(request: HttpRequest, form: IntakeForm) -> Received:
    said, by, at = form.cleaned_data, name_of(request.user), timezone.now()
    if said["file"]:
        return take_bytes(said["file"].read(MOST_BYTES + 1), said["file"].name, form.told(), by=by, at=at)
    if said["address"]:
        return take_address(said["address"], form.told(), by=by, at=at)
    return take_bytes(said["text"].encode("utf-8"), "pasted", form.told(), by=by, at=at)


class FeedForm(forms.ModelForm):  # type: ignore[type-arg]
    """A feed to poll."""

    address = forms.URLField(max_length=2000, assume_scheme="https")

    class Meta:
        """What a person gives of it."""

        model = OwnFeed
        fields = ("address", "title", "every_minutes")


@only("analyst")
@require_POST
def add_feed(request: HttpRequest) -> HttpResponse:
    """Add a feed; it is polled at once."""
    form = FeedForm(request.POST)
    if form.is_valid():
        feed = form.save(commit=False)
        feed.added_by, feed.next_poll = name_of(request.user), timezone.now()
        feed.every_minutes = max(feed.every_minutes, 5)
        feed.save()
        audit(feed.added_by, "added a feed", feed.address, at=feed.next_poll)
    else:
        warn(request, misfilled(form))
    return redirect("intake")


@only("analyst")
@require_POST
def switch_feed(request: HttpRequest, feed_id: int) -> HttpResponse:
    """Stop polling a feed, or begin again."""
    feed = OwnFeed.objects.filter(id=feed_id).first()
    if feed is not None:
        feed.active, feed.next_poll = not feed.active, timezone.now()
        feed.save(update_fields=["active", "next_poll"])
        does = "resumed a feed" if feed.active else "stopped a feed"
        audit(name_of(request.user), does, feed.address, at=feed.next_poll)
    return redirect("intake")
