"""Pages given to ``casus brief`` and ``casus read``: files and addresses."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import msgspec
import pytest
from tests.cli.conftest import Serve
from tests.cli.pages import wire, wordpress
from tests.cli.running import readings, run
from tests.fetch.conftest import Site

import casus
from casus.records import Assessment

STORY = (
    "Azerbaijani troops crossed into Armenia's Syunik province near Sev Lake on Wednesday, Armenia said.",
    "Azerbaijan denied that its troops had crossed the border.",
)
CAPTION = "Photo: Jane Roe / CC BY-SA 4.0 Sev Lake from the north"
BLOG = (
    "アゼルバイジャン軍は12日、アルメニア南部シュニク地方のセブ湖周辺に侵入し、陣地を築いた。",
    "アルメニアは14日、集団安全保障条約の第2条に基づく協議を要請した。",
    "※アイキャッチ画像の出典:山田花子 / CC BY 4.0 セブ湖",
)
TALK = ("ロシアが動くかどうかだな。\nつまり様子見だ", "つまりトルコの陽動だろう", "本当に?")


def test_a_page_says_its_day_publisher_author_and_picture(tmp_path: Path) -> None:
    """A wire page's JSON-LD and caption are used; nothing of its frame is read."""
    page = tmp_path / "wire.html"
    page.write_text(wire("Troops cross at Sev Lake", STORY, caption=CAPTION), encoding="utf-8")
    told = json.loads(run("brief", str(page), "--format", "json").stdout)["assessment"]
    (report,) = told["reports"]
    assert (report["published"], report["publisher"], report["author"]) == ("2021-05-15", "The Wire", "Ann Smith")
    assert report["title"] == "Troops cross at Sev Lake"
    assert "Ten recipes" not in report["text"]
    ((_, credit),) = told["image_credits"]
    assert (credit["creator"], credit["licence"]) == ("Jane Roe", "CC BY-SA 4.0")
    assert told["incident"]["cases"][0]["on"] == "2021-05-12"


def test_an_option_overrides_what_the_page_says(tmp_path: Path) -> None:
    """``--published`` counts before the page's own day."""
    page = tmp_path / "wire.html"
    page.write_text(wire("Troops cross at Sev Lake", STORY), encoding="utf-8")
    (reading,) = readings(run("read", str(page), "--published", "2021-06-19"))
    assert reading["report"]["published"] == "2021-06-19"


def test_offsets_count_in_the_text_kept(tmp_path: Path) -> None:
    """``--keep`` writes the text under its own hash, apart from that of the bytes; spans cut the words out of it."""
    page = tmp_path / "blog.html"
    data = wordpress("セブ湖に陣地", BLOG, TALK).encode("utf-8")
    page.write_bytes(data)
    (reading,) = readings(run("read", str(page), "--keep", str(tmp_path / "kept")))
    (kept,) = (tmp_path / "kept").iterdir()
    assert reading["report"]["id"] == f"sha256:{kept.stem}" == f"sha256:{hashlib.sha256(kept.read_bytes()).hexdigest()}"
    assert kept.stem != hashlib.sha256(data).hexdigest()
    text = kept.read_bytes().decode("utf-8")
    assert reading["statements"]
    for statement in reading["statements"]:
        assert text[slice(*statement["trigger"]["span"])] == statement["trigger"]["text"]


def test_comments_end_where_the_page_says(tmp_path: Path) -> None:
    """A comment of two lines is one, and one that opens with つまり is not joined to that before it."""
    page = tmp_path / "blog.html"
    page.write_text(wordpress("セブ湖に陣地", BLOG, TALK), encoding="utf-8")
    run("read", str(page), "--keep", str(tmp_path))
    (reading,) = readings(run("read", str(page)))
    text = next(tmp_path.glob("*.txt")).read_bytes().decode("utf-8")
    assert [text[slice(*c["span"])] for c in reading["comments"]] == list(TALK)


def test_an_address_is_read_like_the_file(reached: Site, serve: Serve, tmp_path: Path) -> None:
    """What a server gives and what is saved on disk make the same report; the address is its name."""
    page = wire("Troops cross at Sev Lake", STORY)
    url = serve("/story", page)
    (tmp_path / "story.html").write_text(page, encoding="utf-8")
    fetched, saved = readings(run("read", url, str(tmp_path / "story.html")))
    assert fetched["report"]["id"] == saved["report"]["id"]
    assert fetched["statements"] == saved["statements"]
    assert url in run("brief", url, "--full").stdout
    assert reached.asked


def test_inputs_of_every_kind_are_mixed(reached: Site, serve: Serve, tmp_path: Path) -> None:
    """An address, a page, a text and standard input make four reports, in their order."""
    url = serve("/sjis-blog", wordpress("湖", BLOG).replace("utf-8", "Shift_JIS").encode("cp932"), "text/html")
    page, text = tmp_path / "a.html", tmp_path / "b.txt"
    page.write_text(wire("Troops cross", STORY), encoding="utf-8")
    text.write_text(BLOG[0], encoding="euc-jp")
    out = readings(run("read", url, str(page), str(text), "-", stdin=STORY[0]))
    assert [r["report"]["language"] for r in out] == ["ja", "en", "ja", "en"]
    told = json.loads(run("brief", url, str(page), str(text), "-", "--format", "json", stdin=STORY[0]).stdout)
    assert [r["name"] for r in told["assessment"]["reports"]] == [url, str(page), str(text), "-"]
    assert reached.asked


def test_text_output_names_each_of_several_reports(tmp_path: Path) -> None:
    """Statements of several reports stand under the name of each; those of one stand alone."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY[0], encoding="utf-8")
    a, b = str(tmp_path / "a.txt"), str(tmp_path / "b.txt")
    both = run("read", a, b, "--format", "text").stdout.splitlines()
    assert [line for line in both if line.startswith("# ")] == [f"# {a}", f"# {b}"]
    assert "#" not in run("read", a, "--format", "text").stdout


def in_essence(told: Assessment) -> object:
    """Give what must not hang on the form a report comes in: incident, obligations, comments."""
    (reading,) = told.readings
    case = told.incident.cases[0] if told.incident else None
    return (
        case and (case.on, case.attacker, case.victim, case.place, msgspec.to_builtins(case.facts)),
        [(f.title, f.cite, f.obliged, f.beneficiary, f.answer) for f in told.findings],
        [(c.id, c.replies_to, c.topic, c.hypothesis, c.stance) for c in reading.comments],
        [credit.creator for _, credit in told.image_credits],
    )


def as_page(text: str, told: Assessment) -> str:
    """Make a blog post of a text and the comments that were found in it."""
    comments = [text[slice(*c.span)] for c in told.readings[0].comments]
    end = told.readings[0].comments[0].span[0]
    title, *paragraphs = [line for line in text[:end].split("\n") if line.strip() and line.strip() != "コメント"]
    return wordpress(title, paragraphs, comments)


def test_a_blog_says_what_its_text_says() -> None:
    """A text with comments and the same as a blog's page give the same incident, obligations and stances."""
    text = "\n".join(["セブ湖周辺にアゼルバイジャン軍が陣地", *BLOG, "コメント", *TALK[1:]])
    told = casus.assess(text, published="2021-05-15")
    assert len(told.readings[0].comments) == 2
    assert in_essence(casus.assess(as_page(text, told))) == in_essence(told)


def test_the_model_report_says_the_same_as_a_page() -> None:
    """The shared model report, as a blog's page with its comments in a list, gives the same."""
    folder = os.environ.get("CASUS_SHARED")
    if not folder:
        pytest.skip("CASUS_SHARED does not name the folder of shared reports")
    text = (Path(folder) / "reports" / "sevlake.ja.txt").read_text(encoding="utf-8")
    told = casus.assess(text, published="2021-05-15")
    assert len(told.readings[0].comments) > 30
    assert in_essence(casus.assess(as_page(text, told))) == in_essence(told)
