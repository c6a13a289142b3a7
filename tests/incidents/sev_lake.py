"""A twin of the model report in our own Japanese words, with its statements built by hand."""

from __future__ import annotations

from datetime import date

from tests.incidents.made import Line, Said, made

from casus.records import Reading, Report

LINES = (
    Line(
        text="隣国軍が静か湖の岸辺を占領、条約機構は対応を約束した。",
        region="headline",
        says=(
            Said(trigger="占領", concept="occupy", actor="AZE MIL", place="lake"),
            Said(trigger="対応", concept="take_measures", actor="IGO CSTO", source="IGO CSTO", modality="intended"),
            Said(trigger="約束した", concept="promise", actor="IGO CSTO", actor_text="条約機構"),
        ),
    ),
    Line(
        text="アゼルバイジャン軍は今月12日頃、静か湖の岸へ部隊を送り込んで一帯を占拠し、アルメニアも兵を出して10日の線まで下がるよう求めた。",
        region="lede",
        says=(
            Said(
                trigger="送り込んで", concept="deploy", actor="AZE MIL", place="lake", on=date(2021, 5, 12), about=True
            ),
            Said(trigger="占拠し", concept="occupy", actor="AZE MIL", place="lake", on=date(2021, 5, 12), about=True),
            Said(trigger="兵を出して", concept="deploy", actor="ARM GOV", recipient="AZE MIL"),
            Said(trigger="下がる", concept="withdraw", actor="AZE MIL", source="ARM GOV", modality="demanded"),
            Said(trigger="求めた", concept="demand_withdrawal", actor="ARM GOV", recipient="AZE MIL"),
        ),
    ),
    Line(
        text="パシニャン首相は侵略が集団安全保障条約の第2条に触れると述べ、条約機構の加盟国に定めのとおり動くよう要請した。",
        says=(
            Said(trigger="侵略", concept="aggression", actor="AZE MIL", source="ARM GOV", modality="claim"),
            Said(trigger="動く", concept="take_measures", actor="IGO CSTO", source="ARM GOV", modality="requested"),
            Said(trigger="要請した", concept="request", actor="ARM GOV", recipient="IGO CSTO"),
        ),
    ),
    Line(
        text="このまま居座れば武力で追い払うこともありうるが、撤収すると筆者は見る。",
        says=(
            Said(trigger="居座れば", concept="stay", actor="AZE MIL", place="lake", modality="conditional"),
            Said(trigger="追い払う", concept="use_force", actor="IGO CSTO", recipient="AZE MIL", modality="possible"),
            Said(trigger="撤収する", concept="withdraw", actor="AZE MIL", modality="forecast"),
        ),
    ),
    Line(
        text="湖のまわりに居座っている相手は、世界が別の戦争に気を取られた隙を突いたとアルメニア側は言う。",
        says=(
            Said(trigger="居座っている", concept="stay", actor="AZE MIL", place="lake", modality="state"),
            Said(trigger="隙を突いた", concept="exploit", actor="AZE GOV", source="ARM GOV", modality="claim"),
        ),
    ),
    Line(
        text="いや、先に撃ったのはアルメニアだろう。",
        region="comments",
        says=(Said(trigger="撃った", concept="open_fire", actor="ARM MIL", recipient="AZE MIL", place="lake"),),
    ),
)


def sev_lake(*, published: date | None = date(2021, 5, 15)) -> tuple[Report, Reading]:
    """Build the report and its reading."""
    return made(LINES, published=published, language="ja", name="twin.ja.txt")
