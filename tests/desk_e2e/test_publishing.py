"""From a pasted report to a published page and its correction in a browser: by mouse, by keyboard, for all readers."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.desk.made import YEREVAN
from tests.desk_e2e.conftest import sign_in
from tests.desk_e2e.test_following import SIZES, paste, violations

from casus.desk.store.models import Publication, StoredIncident

pytestmark = pytest.mark.django_db(transaction=True)
FACT = "act.territory_entered"
WHY = "a survey of 16 May shows nobody there"
WRONG = "the first version said that troops entered"
ATOM = "{http://www.w3.org/2005/Atom}"
MOST_TABS = 400


def entries(page: Page, stem: str) -> dict[str, list[str]]:
    """Give the titles and texts of a feed in its three forms, as a reader's program sees them."""
    told: dict[str, list[str]] = {}
    atom = ET.fromstring(page.request.get(f"{stem}.atom?lang=en").body())  # noqa: S314  our own feed
    rss = ET.fromstring(page.request.get(f"{stem}.rss?lang=en").body())  # noqa: S314  our own feed
    told["atom"] = ["\n".join(e.itertext()) for e in atom.iter(f"{ATOM}entry")]
    told["rss"] = ["\n".join(e.itertext()) for e in rss.iter("item")]
    feed = json.loads(page.request.get(f"{stem}.json?lang=en").body())
    told["json"] = [f"{item['title']}\n{item['content_text']}" for item in feed["items"]]
    return told


def test_from_a_pasted_report_to_a_correction(page: Page) -> None:
    """Pasted, a fact set, an answer changed, published, in the feeds, corrected, and as it stood before."""
    policy: list[str] = []
    page.on("console", lambda m: policy.append(m.text) if "Content Security Policy" in m.text else None)
    sign_in(page, "editor")
    paste(page, YEREVAN, "2021-05-15", "At the lake")
    page.goto("/incidents/")
    page.locator("main ul a").first.click()
    page.wait_for_url("**/incidents/*/")
    address = page.url
    publish(page, address)
    public = public_page(page)
    expect(public.locator("h1")).to_contain_text("Engaged: Collective Security Treaty, Article 2")
    expect(public.locator("article")).to_contain_text("first version")
    expect(public.locator("#h-open")).to_be_visible()
    first = public.locator("h1").inner_text()
    line = public.locator("section[aria-labelledby=s-bound] details").first
    line.locator("summary").first.click()
    for told in entries(page, "/feeds/all").values():
        assert len(told) == 1
        assert "Engaged: Collective Security Treaty, Article 2" in told[0]
    page.goto(address)
    page.select_option("#set-name", FACT)
    page.locator("#set-name + select").select_option("no")
    page.fill("#set-why", WHY)
    page.get_by_role("button", name="Set", exact=True).click()
    changes = page.locator("section[aria-labelledby=h-changes] li", has_text="Collective Security Treaty, Article 2")
    expect(changes.first).to_contain_text("yes → open")
    expect(changes.first).to_contain_text(WHY)
    expect(changes.first).to_contain_text("one-editor decided: set a fact:")
    assert public_page(page).locator("h1").inner_text() == first
    publish(page, address, correction=WRONG)
    corrected = public_page(page)
    expect(corrected.locator("h1")).not_to_contain_text("Engaged: Collective Security Treaty")
    expect(corrected.locator("section[aria-labelledby=h-corrections]")).to_contain_text(WRONG)
    expect(corrected.locator("article")).to_contain_text("fewer duties engaged than before")
    for told in entries(page, "/feeds/corrections").values():
        assert len(told) == 1
        assert WRONG in told[0]
    page.locator("#version-1 a").click()
    expect(page.locator("[role=note]")).to_contain_text("This page as it stood on")
    assert page.locator("h1").inner_text() == first
    expect(page.locator("main")).not_to_contain_text(WRONG)
    assert policy == []
    assert Publication.objects.filter(published_at__isnull=False).count() == 2


def publish(page: Page, address: str, *, correction: str = "") -> None:
    """Draft the incident's page and publish the draft."""
    page.goto(address)
    page.get_by_role("link", name="Publishing").click()
    page.fill("#id_correction", correction)
    page.get_by_role("button", name="Make a draft").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.locator("main")).to_contain_text("published by one-editor")


def public_page(page: Page) -> Page:
    """Go where readers go: from the list of situations to the page."""
    page.goto("/?lang=en")
    page.locator("main li a[href^='/p/']").first.click()
    page.wait_for_url("**/p/**")
    return page


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the keyboard is there; whatever cannot be reached so fails."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if wanted.evaluate("(e) => e === document.activeElement"):
            return
    pytest.fail(f"not reached by keyboard: {wanted}")


def type_into(page: Page, wanted: Locator, words: str) -> None:
    """Go to a field and type."""
    tab_to(page, wanted)
    page.keyboard.type(words)


def press(page: Page, wanted: Locator) -> None:
    """Go to a link or button and press Enter."""
    tab_to(page, wanted)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def choose(page: Page, wanted: Locator, value: str) -> None:
    """Go to a choice and take one by the arrow keys."""
    tab_to(page, wanted)
    values = wanted.locator("option").evaluate_all("(all) => all.map((o) => o.value)")
    page.keyboard.press("Home")
    for _ in range(values.index(value)):
        page.keyboard.press("ArrowDown")
    expect(wanted).to_have_value(value)


def test_the_same_by_keyboard_alone(page: Page) -> None:
    """Nothing but Tab, arrows, letters and Enter from the first page to the correction."""
    sign_in(page, "editor")
    paste(page, YEREVAN, "2021-05-15", "At the lake")
    incident = StoredIncident.objects.get()
    press(page, page.get_by_role("link", name="Incidents"))
    press(page, page.locator("main ul a").first)
    choose(page, page.locator("#set-name"), FACT)
    choose(page, page.locator("#set-name + select"), "no")
    type_into(page, page.locator("#set-why"), WHY)
    press(page, page.get_by_role("button", name="Set", exact=True))
    expect(page.locator("section[aria-labelledby=h-changes]")).to_contain_text(WHY)
    for correction in ("", WRONG):
        press(page, page.get_by_role("link", name="Publishing"))
        type_into(page, page.locator("#id_correction"), correction)
        press(page, page.get_by_role("button", name="Make a draft"))
        press(page, page.get_by_role("button", name="Publish"))
        press(page, page.locator("main h1 a"))
    press(page, page.get_by_role("link", name="Situations"))
    press(page, page.locator("main li a[href^='/p/']").first)
    expect(page.locator("section[aria-labelledby=h-corrections]")).to_contain_text(WRONG)
    tab_to(page, page.locator("article details > summary").first)
    page.keyboard.press("Enter")
    expect(page.locator("article details[open]").first).to_be_visible()
    press(page, page.locator("#version-1 a"))
    expect(page.locator("[role=note]")).to_contain_text("This page as it stood on")
    assert page.url.startswith(page.evaluate("location.origin") + f"/p/{incident.id}/?as_of=")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_is_published_is_open_to_all_readers(page: Page, language: str) -> None:
    """No fault of accessibility on public pages and those of editors, in either language, wide or on a phone."""
    sign_in(page, "editor")
    paste(page, YEREVAN, "2021-05-15", "At the lake")
    incident = StoredIncident.objects.get()
    for correction in ("", WRONG):
        publish(page, f"/incidents/{incident.id}/?lang=en", correction=correction)
    page.goto("/shorts/new/")
    page.select_option("#id_language", "en")
    page.fill("#id_text", "Talks go on.")
    page.fill("#id_source", "wire")
    page.locator("main form button").click()
    found: dict[str, list[str]] = {}
    of_it = f"/incidents/{incident.id}"
    staff = (f"{of_it}/drafts/", f"{of_it}/drafts/1/", f"{of_it}/watches/", f"{of_it}/explanations/")
    public = ("/", f"/p/{incident.id}/", f"/p/{incident.id}/?as_of=2031-01-01", "/shorts/", "/states/ARM/")
    for size in SIZES[language]:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        for address in (*public, *staff, "/shorts/new/", "/outlets/", "/questions/", "/questions/new/"):
            page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")
            expect(page.locator("html")).to_have_attribute("lang", language)
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            found[f"{address} {size[0]}"] = violations(page)
            found[f"{address} {size[0]}"] += [f"{wide} pixels wider than the window"] if wide > 0 else []
    assert {address: said for address, said in found.items() if said} == {}


def test_a_page_prints_whole(page: Page) -> None:
    """On paper every line stands unfolded, without the frame of the site and without the map."""
    sign_in(page, "editor")
    paste(page, YEREVAN, "2021-05-15", "At the lake")
    publish(page, f"/incidents/{StoredIncident.objects.get().id}/?lang=en")
    public_page(page)
    page.emulate_media(media="print")
    expect(page.locator("header.top")).to_be_hidden()
    expect(page.locator(".map")).to_be_hidden()
    assert page.pdf().startswith(b"%PDF")
