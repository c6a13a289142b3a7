"""Trap sentences: what is denied, demanded, threatened, supposed or foretold is never read as done."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from casus.intake import receive
from casus.reading import NoPlaces, read
from casus.records import Reading, Statement

pytest.importorskip("sudachipy")

ANY = "*"
# sentence, words of the trigger, modalities that are right, polarity, words of the actor, words of the source
TRAPS: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("ペルー軍は係争地の監視所を占領した。", "占領", "fact", "positive", "ペルー軍", "AUTHOR"),
    (
        "エクアドル外務省は、自国軍がペルー領に侵入したとの報道を否定した。",
        "侵入",
        "denied",
        "negative",
        "自国軍",
        "エクアドル外務省",
    ),
    ("エクアドル外務省は侵入を否定した。", "侵入", "denied", "negative", ANY, "エクアドル外務省"),
    (
        "エクアドル国防省は、ペルー軍が監視所を砲撃したと発表した。",
        "砲撃",
        "claim",
        "positive",
        "ペルー軍",
        "エクアドル国防省",
    ),
    ("国連は両国に戦闘の停止を求めた。", "停止", "demanded requested", ANY, ANY, "国連"),
    ("米国は、両軍が国境から撤退するよう求めた。", "撤退", "demanded requested", "positive", "両軍", "米国"),
    (
        "ペルー大統領は、エクアドルが再び攻撃すれば反撃すると警告した。",
        "攻撃",
        "conditional",
        "positive",
        "エクアドル",
        ANY,
    ),
    (
        "ペルー大統領は、エクアドルが再び攻撃すれば反撃すると警告した。",
        "反撃",
        "threatened",
        "positive",
        ANY,
        "ペルー大統領",
    ),
    ("部隊は国境を越えなかった。", "越え", "fact", "negative", "部隊", "AUTHOR"),
    ("ペルー軍の兵士3人がエクアドル軍に殺害された。", "殺害", "fact", "positive", "エクアドル軍", "AUTHOR"),
    (
        "国営通信は外務省高官の話として、隣国の戦闘機が領空に侵入したと伝えた。",
        "侵入",
        "claim",
        "positive",
        "戦闘機",
        "外務省高官",
    ),
    ("大統領は「わが軍は国境の村を奪還した」と述べた。", "奪還", "claim", "positive", "わが軍", "大統領"),
    ("司令官は、撤退しないと明言した。", "撤退", "claim intended", "negative", ANY, "司令官"),
    (
        "ケニア軍がソマリア南部に進軍した場合、武装勢力は報復するだろう。",
        "進軍",
        "conditional",
        "positive",
        "ケニア軍",
        "AUTHOR",
    ),
    (
        "ケニア軍がソマリア南部に進軍した場合、武装勢力は報復するだろう。",
        "報復",
        "forecast",
        "positive",
        "武装勢力",
        "AUTHOR",
    ),
    ("エチオピアはエリトリアに侵攻するかもしれない。", "侵攻", "possible", "positive", "エチオピア", "AUTHOR"),
    ("エチオピアがエリトリアに侵攻する可能性がある。", "侵攻", "possible", "positive", "エチオピア", "AUTHOR"),
    ("エチオピアがエリトリアに侵攻する可能性は低い。", "侵攻", "forecast possible", "negative", "エチオピア", "AUTHOR"),
    ("締約国は攻撃を受けた国を支援しなければならない。", "支援", "obligation", "positive", "締約国", "AUTHOR"),
    ("条約によれば、締約国は他国の領土を占領してはならない。", "占領", "obligation", "negative", "締約国", "条約"),
    ("イスラエル軍は病院を攻撃していないと強調した。", "攻撃", "claim denied", "negative", ANY, "イスラエル軍"),
    (
        "レバノン政府は、イスラエル軍が村を空爆したと非難したが、イスラエル軍は空爆を否定した。",
        "空爆した",
        "claim",
        "positive",
        "イスラエル軍",
        "レバノン政府",
    ),
    (
        "レバノン政府は、イスラエル軍が村を空爆したと非難したが、イスラエル軍は空爆を否定した。",
        "空爆",
        "claim denied",
        ANY,
        ANY,
        ANY,
    ),
    ("シリアはトルコ軍に国境地帯から撤退するよう要求した。", "撤退", "demanded", "positive", "トルコ軍", "シリア"),
    ("トルコ軍はシリア北部から撤退するとみられる。", "撤退", "forecast possible", "positive", "トルコ軍", ANY),
    ("トルコ政府は部隊を撤退させる方針だ。", "撤退", "intended", "positive", "トルコ政府", ANY),
    ("大統領は軍に首都の防衛を命じた。", "防衛", "ordered", "positive", ANY, "大統領"),
    ("大統領は国境を越えるなと軍に命じた。", "越える", "ordered", "negative", "軍", "大統領"),
    ("議会は海外派兵を承認した。", "派兵", "authorised", "positive", ANY, "議会"),
    ("両国は捕虜を交換することで合意した。", "交換", "agreed", "positive", "両国", ANY),
    ("軍は首都を攻撃する計画を否定した。", "攻撃", "denied intended possible", "negative", ANY, ANY),
    ("リビアがチャド北部を占領した狙いは、鉱山を確保することにある。", "確保", "intended", "positive", ANY, ANY),
    ("なぜリビアは撤退しないのか。", "撤退", "question", "negative", "リビア", "AUTHOR"),
    ("政府軍が撤退した村を反政府勢力が占拠した。", "占拠", "fact", "positive", "反政府勢力", "AUTHOR"),
    ("政府軍が撤退した村を反政府勢力が占拠した。", "撤退", "fact", "positive", "政府軍", "AUTHOR"),
    ("国境を越えた兵士が拘束された。", "越えた", "fact", "positive", "兵士", "AUTHOR"),
    ("外務省は、軍が村を焼き払ったとは認めていない。", "焼き払", "claim denied possible", ANY, "軍", "外務省"),
    ("政府は、隣国の軍が攻撃したとは断定できないとしている。", "攻撃", "claim possible", ANY, "軍", "政府"),
    (
        "スーダン軍は、エチオピア軍が先に発砲したと主張している。",
        "発砲",
        "claim",
        "positive",
        "エチオピア軍",
        "スーダン軍",
    ),
    ("スーダン軍がエチオピア軍の拠点を攻撃したという。", "攻撃", "claim", "positive", "スーダン軍", ANY),
    ("報道によると、スーダン軍がエチオピア軍の拠点を攻撃した。", "攻撃", "claim", "positive", "スーダン軍", "報道"),
    ("フィリピンは中国船が補給船に体当たりしたと抗議した。", "体当たり", "claim", "positive", "中国船", "フィリピン"),
    (
        "セルビア大統領は、国境付近の部隊を撤収させると約束した。",
        "撤収",
        "agreed intended",
        "positive",
        "セルビア大統領",
        "セルビア大統領",
    ),
    ("首相は、攻撃があったことを認めた。", "攻撃", "claim", "positive", ANY, "首相"),
    (
        "反体制派は、化学兵器が使われたと訴えているが、政府は否定している。",
        "使われ",
        "claim",
        "positive",
        ANY,
        "反体制派",
    ),
    (
        "ロシアがなければ、アルメニアは敗北していただろう。",
        "敗北",
        "forecast opinion possible",
        "positive",
        "アルメニア",
        "AUTHOR",
    ),
    ("アルメニアは同盟国に軍事支援を要請した。", "要請", "fact", "positive", "アルメニア", "AUTHOR"),
    (
        "加盟国は、攻撃を受けた加盟国から要請があれば部隊を派遣する義務を負う。",
        "派遣",
        "obligation",
        "positive",
        "加盟国",
        "AUTHOR",
    ),
    ("北朝鮮は、演習を続けるなら核実験を行うと脅した。", "核実験", "threatened", "positive", ANY, "北朝鮮"),
    ("中国はインドに対し、部隊を増派しないよう求めた。", "増派", "demanded requested", "negative", "インド", "中国"),
    ("来週、両国の外相が会談する予定だ。", "会談", "expected", "positive", "両国の外相", "AUTHOR"),
    ("政府は、軍が撃墜したとする見方を退けた。", "撃墜", "claim denied possible", ANY, "軍", ANY),
    (
        "アルメニア国防省は13日、アゼルバイジャン軍が前日、湖の周辺に進入し、陣地を築いていると発表した。",
        "進入",
        "claim",
        "positive",
        "アゼルバイジャン軍",
        "アルメニア国防省",
    ),
    (
        "カンボジア国防省の報道官は、タイ軍が先に攻撃し、自国の兵士は応戦しただけだと反論した。",
        "攻撃",
        "claim",
        "positive",
        "タイ軍",
        "カンボジア国防省の報道官",
    ),
    (
        "外務省は13日、議会が派兵の動議を可決し、予備役を動員していると発表した。",
        "可決",
        "claim",
        "positive",
        "議会",
        "外務省",
    ),
    (
        "国防相は国会で、無人機が基地を攻撃した可能性は低いと答弁したが、野党議員は基地が狙われたと主張した。",
        "攻撃",
        "forecast",
        "negative",
        "無人機",
        "国防相",
    ),
    ("軍が侵攻するのではないかと住民は恐れている。", "侵攻", "possible", "positive", "軍", "住民"),
    ("部隊は撤退すべきではないと国防相は述べた。", "撤退", "demanded", "negative", "部隊", "国防相"),
    ("アフリカ連合は監視団を派遣すべきだ。", "派遣", "opinion", "positive", "アフリカ連合", "AUTHOR"),
    ("ロシア軍は来月、国境から撤退する。", "撤退", "expected forecast", "positive", "ロシア軍", "AUTHOR"),
    ("政府は、隣国が部隊を撤収させるまで交渉には応じない構えだ。", "撤収", "conditional", "positive", "隣国", ANY),
    (
        "アルメニア軍は現場に部隊を派遣し、元の位置まで撤収するよう要求した。",
        "撤収",
        "demanded",
        "positive",
        ANY,
        "アルメニア軍",
    ),
    (
        "アルメニア軍は現場に部隊を派遣し、元の位置まで撤収するよう要求した。",
        "派遣",
        "fact",
        "positive",
        "アルメニア軍",
        "AUTHOR",
    ),
    ("国連は各国に、停戦を守り、部隊を撤退させるよう求めた。", "守り", "demanded requested", "positive", ANY, "国連"),
)


def read_text(text: str) -> Reading:
    """Read a text of 10 May 2024."""
    report, problems = receive(text.encode(), published=date(2024, 5, 10))
    assert report is not None
    assert problems == ()
    reading, problems = read(report, gazetteer=NoPlaces())
    assert problems == ()
    return reading


def statement_of(reading: Reading, trigger: str) -> Statement:
    """Find the first statement with that trigger."""
    found = [s for s in reading.statements if trigger in s.trigger.text or s.trigger.text in trigger]
    assert found, [s.trigger.text for s in reading.statements]
    return found[0]


@pytest.mark.parametrize(("text", "trigger", "modalities", "polarity", "actor", "source"), TRAPS)
def test_a_trap_is_read_as_it_is_put(
    text: str, trigger: str, modalities: str, polarity: str, actor: str, source: str
) -> None:
    """A sentence's modality, polarity, actor and source are those its words give."""
    found = statement_of(read_text(text), trigger)
    assert found.modality in modalities.split()
    assert polarity in {ANY, found.polarity}
    assert actor == ANY or (found.actor is not None and found.actor.text is not None and actor in found.actor.text)
    assert source == ANY or source in (found.source.text or found.source.id)


def test_the_second_topic_restarts_the_clause() -> None:
    """Of two topics each has its own verb, and what the first says is not the second's."""
    reading = read_text("レバノン政府は、イスラエル軍が村を空爆したと非難したが、イスラエル軍は事実無根だと反論した。")
    accuse, rebut = statement_of(reading, "非難"), statement_of(reading, "反論")
    assert accuse.actor is not None
    assert accuse.actor.id == "LBN GOV"
    assert rebut.actor is not None
    assert rebut.actor.id == "ISR MIL"


def test_nested_speakers_stand_in_a_chain() -> None:
    """Who passes on another's words comes first in the chain, who vouches for them last."""
    reading = read_text("国営通信は外務省高官の話として、隣国の戦闘機が領空に侵入したと伝えた。")
    source = statement_of(reading, "侵入").source
    assert source.text == "外務省高官"
    assert source.chain
    assert [s.text for s in source.chain] == ["国営通信", "外務省高官"]


def test_an_actor_from_outside_the_clause_is_flagged() -> None:
    """A speaker taken for the one who acts is inherited, never overt."""
    reading = read_text("ケニア警察は、密輸業者を拘束したと発表した。")
    actor = statement_of(reading, "拘束").actor
    assert actor is not None
    assert actor.inherited


def test_a_denied_claim_has_the_denier_as_source() -> None:
    """Of a medium's claim that a government denies, the government is the source and the medium in the chain."""
    reading = read_text("フィリピン政府は、兵士が漁民に発砲したとする中国メディアの報道を否定した。")
    found = statement_of(reading, "発砲")
    assert (found.modality, found.polarity, found.source.text) == ("denied", "negative", "フィリピン政府")
    assert found.source.chain
    assert [s.id for s in found.source.chain] == ["CHN MED", "PHL GOV"]


def test_to_deny_that_one_was_not_attacked_leaves_it_open() -> None:
    """A denied negation is not turned into a denial of the deed."""
    found = statement_of(read_text("タイ軍は、攻撃を受けていないとする隣国側の説明を否定した。"), "攻撃")
    assert (found.modality, found.polarity) == ("possible", "positive")


def test_triggers_do_not_overlap_and_stand_in_order() -> None:
    """The triggers of a reading are apart and in text order."""
    text = "".join(row[0] for row in TRAPS)
    spans = [s.trigger.span for s in read_text(text).statements]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
