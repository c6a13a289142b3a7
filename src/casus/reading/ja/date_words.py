"""The patterns of Japanese date words, each with the kind of expression it finds."""

from __future__ import annotations

import re

from casus.reading.date_choices import Unit
from casus.reading.date_parts import Part

_NUM = r"[0-9０-９]{1,4}|[一二三四五六七八九十]{1,3}"
_HOUR = (
    r"(?:の?(?:午前|午後|未明|早朝|夜明け前|明け方|朝|午前中|昼|正午|夕方|夕刻|夕(?![食暮])|夜|深夜|夜間|日中)"
    r"(?:[0-9０-９]+時(?:[0-9０-９]+分|半)?)?(?:ごろ|頃)?)?"
)
_ABOUT = r"(?P<about>ごろ|頃|前後|過ぎ)?"
ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
WEEKDAYS = "月火水木金土日"
SEASONS = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}
_UNTIL = r"(?P<until>までに?|以前|より前)?"
_SINCE = r"(?P<since>以降|以来|から)?"

_YEAR_NUMBER = r"[0-9０-９]{4}|[一二][〇一二三四五六七八九]{3}"
_YEAR = (
    rf"(?:(?P<era>明治|大正|昭和|平成|令和)(?P<eray>元|{_NUM})年|(?P<y>{_YEAR_NUMBER})年"
    r"|(?P<ry>昨年|去年|一昨年|おととし|今年|ことし|本年|来年|再来年|翌年|翌々年|前年|同じ?年))"
)
_MONTH = rf"(?:(?P<m>{_NUM})月(?!革命|事件|政変|危機|運動)|(?P<rm>今月|先月|来月|先々月|再来月|同じ?月|翌月|前月))"
_NO_LENGTH = r"(?![間目本前後ぶ]|[0-9０-９一二三四五六七八九十]*[回度]|以[内上下外]|を[超越]|余り|あまり|分の)"
_DAY = rf"(?!一日中)(?P<day>{_NUM})日{_NO_LENGTH}"
_SPAN = r"(?P<unit>日|週間|か月|カ月|ヶ月|ヵ月|年|時間)"
_NO_STATE = r"(?![本米韓朝ロ英仏独豪]|中(?:[国韓朝米関]|両))"
"""What follows 日 where it is short for Japan (この日米会談)."""
_NEARBY = (
    rf"(?P<w>一昨日|おととい|昨日|きのう|前日|前の日|今日|きょう|本日|同じ?日{_NO_STATE}|当日|[こそ]の日{_NO_STATE}|次の日|あくる日"
    r"|翌日|明日|あす|明後日|あさって|翌々日|昨夜|昨晩|今夜|今朝|けさ|前夜|昨夕|翌朝|同夜|[こそ]の[朝夜晩])"
)
_OPEN = _ABOUT + _SINCE + _UNTIL
_TO = r"[〜～\-–―]"
_QUARTER = "第[1-4１-４一二三四]四半期"
_MONTH_PART = r"(?P<part>上旬|初め|初旬|前半|中旬|半ば|後半|下旬|末)?"
_LONG_PART = r"(?P<part>初め|初頭|前半|半ば|中頃|中葉|後半|末)?"
_SOURCES = {
    "full": rf"(?:{_YEAR}の?)?{_MONTH}の?{_DAY}{_HOUR}{_OPEN}",
    "days": (
        rf"(?:{_YEAR}の?)?(?:{_MONTH}の?)?(?P<first>{_NUM})(?:日?{_TO}|[、・])(?P<day>{_NUM})(?:両日|日){_NO_LENGTH}"
    ),
    "months": rf"(?:{_YEAR}の?)?(?P<first>{_NUM})月?{_TO}(?P<m>{_NUM})月期?(?![間分])",
    "years": (
        rf"(?P<y>{_YEAR_NUMBER})年?(?:{_TO}|から)(?P<y2>[0-9０-９]{{4}}|[0-9０-９]{{2}})年(?!代|[0-9０-９]|[春夏秋冬])"
        r"(?:まで|にかけて|の間)?(?P<s>の?冬)?"
    ),
    "decade": rf"(?P<y>[0-9０-９]{{4}}|[2-9２-９][0０])年代{_LONG_PART}(?![型式製物]){_SINCE}{_UNTIL}",
    "century": rf"(?<!紀元前)(?P<c>{_NUM})世紀{_LONG_PART}{_SINCE}{_UNTIL}",
    "iso": r"(?P<y>[12][0-9]{3})[/.-](?P<m>[01]?[0-9])[/.-](?P<day>[0-3]?[0-9])(?![0-9])",
    "term": (
        r"(?P<w>昨春|昨夏|昨秋|昨冬|今春|今夏|今秋|今冬|来春|来夏|来秋|来冬|年初|年明け|年末|年内|月末|月初め)" + _UNTIL
    ),
    "next": rf"(?P<w>翌|同)(?P<m>{_NUM})月(?![0-9０-９間分]){_MONTH_PART}",
    "month": (
        rf"(?:{_YEAR}の?)?{_MONTH}(?![0-9０-９間分])(?!の?[0-9０-９一二三四五六七八九十]+[回度]){_MONTH_PART}{_OPEN}"
    ),
    "season": (
        rf"(?:{_YEAR}の?|(?P<rel>この))?(?P<s>[春夏秋冬])(?P<part>の終わり|の初め|の間|先|ごろ|頃)?{_UNTIL}"
        r"(?=[にのはも、]|ま|か|$)"
    ),
    "half": rf"(?P<part>上半期|下半期|{_QUARTER})",
    "year": (
        rf"{_YEAR}(?:の?(?P<part>初頭|初め|半ば|末|前半|後半|上半期|下半期|{_QUARTER}|夏|春|秋|冬))?{_OPEN}(?![代間])"
    ),
    "day": rf"(?P<rd>同|翌|前)?{_DAY}{_HOUR}{_OPEN}",
    "ago": rf"(?:(?P<n>{_NUM}|数){_SPAN}|(?P<half>半年))(?P<dir>ほど前|前|後)(?P<tail>に)?",
    "lastn": rf"(?:ここ|この|過去|直近の?)(?:(?P<n>{_NUM}|数){_SPAN}間?|(?P<half>半年))(?![前後]|以内|ごと)",
    "within": rf"(?:今後)?(?P<n>{_NUM}|数){_SPAN}以内",
    "relday": rf"{_NEARBY}{_HOUR}(?:のうち(?=に)|中(?=に))?{_UNTIL}",
    "week": (
        r"(?P<w>先々週|先週|今週|来週|再来週|週内|週明け|この週)(?P<part>末|初め|半ば)?"
        rf"(?:の?(?P<wd>[月火水木金土日])曜日?)?{_UNTIL}"
    ),
    "weekend": r"(?P<w>週末|今週末|先週末|来週末)",
    "weekday": rf"(?P<wd>[月火水木金土日])曜日?{_HOUR}{_SINCE}{_UNTIL}",
    "now": r"(?P<w>この時期|現時点|この日々)",
}
CLOCK = re.compile(
    r"(?:午前|午後)[0-9０-９一二三四五六七八九十]+時(?:[0-9０-９]+分|半)?(?:ごろ|頃|過ぎ|すぎ|前)?"
    r"|(?:未明|早朝|明け方|夜明け前|正午(?:ごろ|頃|過ぎ|すぎ|前)?)(?=[、にの])"
)
"""A time of day, which says only when on the day that is told of."""
NEEDS = {
    "full": ("日",), "day": ("日",), "days": ("日",), "month": ("月",), "months": ("月",), "next": ("月",),
    "year": ("年", "おととし", "ことし"), "years": ("年",), "decade": ("年代",), "century": ("世紀",), "week": ("週",),
    "weekend": ("週",), "weekday": ("曜", *(day + time for day in WEEKDAYS for time in "朝昼夕夜")),
    "within": ("以内",), "half": ("期",),
}  # fmt: skip
"""One of what an expression of a kind must hold, so that most patterns need not be tried."""
PATTERNS = tuple((kind, re.compile(source)) for kind, source in _SOURCES.items())
HINT = re.compile(
    r"[年月日週春夏秋冬曜昨夜先後内期紀]|きのう|あす|あさって|けさ|きょう|おとと|ことし|今朝|前|朝|晩|この時期|現時点|過去|ここ|[0-9][/.-][0-9]"
)
RELATIVE_DAYS = {
    "一昨日": -2, "おととい": -2, "昨日": -1, "きのう": -1, "前日": -1, "今日": 0, "きょう": 0, "本日": 0,
    "翌日": 1, "翌朝": 1, "明日": 1, "あす": 1, "明後日": 2, "あさって": 2, "翌々日": 2, "昨夜": -1, "昨晩": -1,
    "前夜": -1, "昨夕": -1, "今夜": 0, "今朝": 0, "けさ": 0, "前の日": -1, "次の日": 1, "あくる日": 1,
}  # fmt: skip
RELATIVE_YEARS = {
    "昨年": -1, "去年": -1, "一昨年": -2, "おととし": -2, "今年": 0, "ことし": 0, "本年": 0, "来年": 1, "再来年": 2,
}  # fmt: skip
LEANING_YEARS = {"翌年": 1, "翌々年": 2, "前年": -1, "同年": 0, "同じ年": 0}
RELATIVE_MONTHS = {"今月": 0, "先月": -1, "来月": 1, "先々月": -2, "再来月": 2}
WEEKS = {"先々週": -2, "先週": -1, "今週": 0, "この週": 0, "来週": 1, "再来週": 2, "週内": 0, "週明け": 1}
UNITS: dict[str, Unit] = {"日": "day", "週間": "week", "年": "year", "時間": "hour"}
"""Units of time; every other that is written is one for a month."""
PARTS: dict[str, Part] = {
    "上旬": "early", "初め": "early", "初旬": "early", "初頭": "early", "中旬": "mid", "半ば": "mid", "中頃": "mid",
    "中葉": "mid", "下旬": "late", "末": "end", "前半": "half1", "後半": "half2", "上半期": "half1", "下半期": "half2",
}  # fmt: skip
QUARTERS: dict[str, Part] = {
    "1": "quarter1", "2": "quarter2", "3": "quarter3", "4": "quarter4", "一": "quarter1", "二": "quarter2",
    "三": "quarter3", "四": "quarter4",
}  # fmt: skip
