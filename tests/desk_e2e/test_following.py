"""An incident followed in a browser: pasted, read, decided on, and told in two languages."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page, expect
from tests.desk.made import BAKU, EXAMPLES, YEREVAN, followed, work
from tests.desk_e2e.conftest import sign_in

from casus.desk.store.models import StoredIncident

pytestmark = pytest.mark.django_db(transaction=True)
WCAG = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
    "resultTypes": ["violations"],
}
"""What is looked for; only faults are told, which is much quicker on a long page."""
WIDE, PHONE = (1400, 1000), (390, 844)
SIZES = {"en": (WIDE, PHONE), "ja": (PHONE,)}
"""The windows that pages are looked at in: their make-up is one in both languages, and the narrow one is the harder."""


def violations(page: Page) -> list[str]:
    """Name what stands in the way of people who read with a keyboard, a magnifier or a voice."""
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    page.wait_for_load_state("networkidle")
    found = Axe().run(page, options=WCAG).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found]


def paste(page: Page, name: str, day: str, title: str) -> None:
    """Take in an example by the form, and let the worker do its work."""
    page.goto("/intake/")
    page.fill("#id_text", (EXAMPLES / name).read_text(encoding="utf-8"))
    page.fill("#id_published", day)
    page.fill("#id_title", title)
    page.locator("main form button", has_text=re.compile("^(Take in|取り込む)")).click()
    page.wait_for_url("**/reports/**")
    work(timezone.now)


def test_from_a_pasted_report_to_an_answer_that_a_fact_changes(page: Page) -> None:
    """Pasted it opens an incident; a fact set by hand changes the obligation, and the page says who and why."""
    sign_in(page, "analyst")
    paste(page, YEREVAN, "2021-05-15", "At the lake")
    page.goto("/incidents/")
    page.locator("main table a, main li a").first.click()
    expect(page.locator("h1")).to_contain_text("Sev Lake")
    expect(page.locator("main")).to_contain_text("Collective Security Treaty, Article 2")
    page.select_option("#set-name", "act.territory_entered")
    page.locator("#set-name + select").select_option("no")
    page.fill("#set-why", "a survey of 16 May shows nobody there")
    page.locator("#set-why").press("Enter")
    changes = page.locator("section[aria-labelledby=h-changes]")
    expect(changes).to_contain_text("one-analyst decided: set a fact:")
    expect(changes).to_contain_text("a survey of 16 May shows nobody there")
    expect(changes).to_contain_text("yes → open")
    assert StoredIncident.objects.get().decisions.count() == 1


def test_by_keyboard_alone_to_the_words_and_back(page: Page) -> None:
    """Tab to a line, unfold it, follow the quote to its marked words, and return."""
    incident = followed(YEREVAN)
    sign_in(page, "analyst")
    page.goto(f"/incidents/{incident.id}/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("Boolean(document.activeElement.closest('[aria-labelledby=s-happened] summary'))"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("details[open] blockquote a").first).to_be_visible()
    for _ in range(5):
        page.keyboard.press("Tab")
        if page.evaluate("Boolean(document.activeElement.closest('blockquote'))"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/**")
    expect(page.locator("mark#words")).to_be_in_viewport()
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Sev Lake")


def test_a_supposition_is_answered_on_the_page(page: Page) -> None:
    """Without leaving it."""
    incident = followed(YEREVAN)
    sign_in(page, "analyst")
    page.goto(f"/incidents/{incident.id}/")
    page.select_option("#if-1", "yes")
    expect(page.locator("#would-change section")).to_be_visible()
    assert page.url.endswith(f"/incidents/{incident.id}/")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_page_is_open_to_all_readers(page: Page, language: str) -> None:
    """No fault of accessibility on any staff page, in either language, on a phone and wide."""
    incident = followed(YEREVAN, BAKU)
    report = incident.memberships.first()
    assert report is not None
    sign_in(page, "admin")
    found: dict[str, list[str]] = {}
    addresses = (
        "/",
        "/incidents/",
        f"/incidents/{incident.id}/",
        "/reports/",
        f"/reports/{report.report_id}/",
        "/intake/",
        "/jobs/",
        "/people/",
        "/log/",
        "/search/?q=snow",
    )
    for size in SIZES[language]:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        for address in addresses:
            page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")
            expect(page.locator("html")).to_have_attribute("lang", language)
            found[f"{address} {size[0]}"] = violations(page)
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            found[f"{address} {size[0]}"] += [f"{wide} pixels wider than the window"] if wide > 0 else []
    assert {address: said for address, said in found.items() if said} == {}
