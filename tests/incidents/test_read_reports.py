"""Reports read by the real reader and gathered: what must come out, and what must not."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from casus.facts import merge, observe
from casus.incidents import Gathered, gather, unheard
from casus.logic import UNKNOWN, YES
from casus.reading import read
from casus.records import Case, Reading, Report
from casus.territory import Territory, open_territory

pytest.importorskip("sudachipy")

TWIN = """\
アゼルバイジャン軍がアルメニア南部のセブ湖畔を占領
アゼルバイジャン軍は12日、アルメニアのシュニク地方にあるセブ湖の周辺を占領した。
アルメニアはアゼルバイジャン軍に撤退を要求した。
アルメニア政府は14日、集団安全保障条約の第2条に基づき、集団安全保障条約機構に協議を要請した。
アゼルバイジャン軍がこのまま居座れば、戦闘が始まる可能性もある。
"""
NO_INCIDENT = {
    "a recipe": """\
鶏もも肉の照り焼き
油を熱し、皮目から焼く。しょうゆを加え、強火で一気に攻めるように煮からめる。
撃沈しないコツは火加減だ。
""",
    "a match": """\
日本代表、ブラジルを撃破
ブラジルは左サイドから日本を攻撃し、2点を奪った。
後半、日本は反撃に転じ、南野がシュートを撃ち込んだ。
""",
    "politics": """\
野党、予算委で首相を攻撃
野党の議員は首相の資金問題を追及し、辞任を要求した。
与党内からも撤退論が出ている。
""",
    "trade": """\
米国市場に攻勢
中国の大手は欧州市場を占領しつつあり、ドイツ勢は防戦に追われている。
中国商務省は報復措置を取ると反発した。
""",
    "an earthquake": """\
トルコで地震、100人死亡
トルコ南部で14日、地震が発生し、100人が死亡した。
政府は軍の部隊を派遣し、各国に支援を要請した。
""",
}


@pytest.fixture(scope="module")
def territory() -> Territory:
    """Open the places that come with casus."""
    return open_territory()


def gathered(text: str, territory: Territory, published: date) -> tuple[Gathered, Report, Reading]:
    """Read a Japanese text and gather it."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report(id=f"sha256:{digest}", text=text, language="ja", bytes_sha256=digest, published=published)
    reading, _ = read(report, gazetteer=territory)
    return gather([report], [reading], gazetteer=territory)[0], report, reading


def main_case(found: Gathered, report: Report, reading: Reading) -> Case:
    """Give the first case with its facts."""
    assert found.incident is not None
    return merge(observe(found, [report], [reading]), found.incident).cases[0]


def test_a_twin_of_the_model_report_in_our_own_words(territory: Territory) -> None:
    """Ground taken is a case with its day and place; what nobody says about fire stays open."""
    found, report, reading = gathered(TWIN, territory, date(2021, 5, 15))
    case = main_case(found, report, reading)
    assert (case.attacker, case.victim, case.told_by, case.on) == (("AZE",), ("ARM",), "agreed", date(2021, 5, 12))
    assert case.place.name == "Sev Lake"
    assert case.fact("act.ground_held") is YES
    assert case.fact("act.fire_opened") is UNKNOWN
    assert ("withdraw", "fact") not in {(e.concept, e.modality) for e in found.events}
    assert found.incident is not None
    assert [(r.by, r.to, r.under) for r in found.incident.requests] == [
        ("ARM", "IGO CSTO", "集団安全保障条約, Article 2")
    ]


@pytest.mark.parametrize("text", NO_INCIDENT.values(), ids=NO_INCIDENT.keys())
def test_reports_of_something_else_have_no_incident(text: str, territory: Territory) -> None:
    """Words of war in a kitchen, a match, a parliament or a market make no incident."""
    assert gathered(text, territory, date(2025, 10, 15))[0].incident is None


def test_the_model_report(territory: Territory) -> None:
    """The occupation is one agreed case; fire is open, nobody withdrew, and the attacker is not heard."""
    folder = os.environ.get("CASUS_SHARED")
    if folder is None:
        pytest.skip("CASUS_SHARED names no folder with the shared reports; the twin above is tested instead")
    text = (Path(folder) / "reports" / "sevlake.ja.txt").read_text(encoding="utf-8")
    found, report, reading = gathered(text, territory, date(2021, 5, 15))
    case = main_case(found, report, reading)
    assert (case.attacker, case.victim, case.told_by) == (("AZE",), ("ARM",), "agreed")
    assert case.place.name == "Sev Lake"
    assert [case.fact(f"act.{n}") for n in ("territory_entered", "ground_held", "by_regular_forces")] == [YES] * 3
    assert case.fact("act.fire_opened") is UNKNOWN
    assert ("withdraw", "fact") not in {(e.concept, e.modality) for e in found.events}
    assert "AZE" in {u.party for u in unheard([report], [reading], found.incident)}
