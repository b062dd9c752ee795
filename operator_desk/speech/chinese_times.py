"""Days and times of day as they are said in Chinese."""

from __future__ import annotations

import re

from operator_desk.speech.chinese_numbers import cardinal, counted, each
from operator_desk.speech.scanning import Rule, after, before, rule

# 5.1 is a day when something of a day stands behind it, else a decimal.
_OF_A_DAY = re.compile(
    r"[号日在于我去被晚早起]|上午|下午|中午|凌晨|傍晚|当[天日]|那天|开始|之[前后]|放假|劳动节|假期"
)
_YEAR_MONTH = re.compile(r"[0-9.%]|元|万|亿|米|㎡|平|吨|公|亩|倍|千|%|[个人户分]|[A-Za-z]")
# What stands behind, and before, four digits that are an amount and no year.
NO_YEAR = (
    r"[多余几来]?[万亿千百]|[多余]|元|块|[%‰㎡℃°]|平[方米]|立方|公[里斤顷分]|千?[米克]|[个位名户人次家辆台套间"
    r"种件项张份吨亩岁天倍头棵盏只枚根条栋幢套组度分号栋室斤吨页字里]|小时|[A-Za-z*×+=]"
)
_AMOUNT = re.compile(r"[价费交付资款约共达少补扣罚多近过超收元￥¥每贷租薪给到要涨]|第[^，。]?$")
_RATIO = re.compile(r"比例|比分|按照?|配比|比率|以$")


def _day_of(month: str, day: str) -> str | None:
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return f"{cardinal(month)}月{cardinal(day)}"


def _date(found: re.Match[str]) -> str | None:
    year, month, day, sign = found.group("year", "month", "day", "sign")
    said = _day_of(month, day)
    if said is None:
        return None
    clock = found["hour"]
    said = f"{each(year)}年{said}{sign or '日'}"
    if clock is None:
        return said
    of_day = clock_of(clock, found["minute"], found["second"])
    return said + of_day if of_day else None


def _year_month(found: re.Match[str]) -> str | None:
    year, mark, month = found.groups()
    if not 1900 <= int(year) <= 2099:
        return None
    if mark == "-" and len(month) < 2 and after(found, 1) != "月":
        return None
    if mark == "." and _YEAR_MONTH.match(found.string, found.end()):
        return None
    return f"{each(year)}年{cardinal(month)}" + ("" if after(found, 1) == "月" else "月")


def _years(found: re.Match[str]) -> str | None:
    first, second = found.groups()
    if 1900 <= int(first) < int(second) <= 2099 and after(found, 1) not in tuple("元米㎡万人户"):
        return f"{each(first)}到{each(second)}"
    return None


def clock_of(hour: str, minute: str, second: str | None) -> str | None:
    """A time of day; None: there is no such time."""
    if int(hour) > 24 or int(minute) > 59 or int(second or 0) > 59:
        return None
    said = f"{counted(hour)}点"
    if int(minute) or second:
        said += f"{_two(minute)}分" if int(minute) else "零分"
    return said + f"{_two(second)}秒" if second else said


def _two(digits: str) -> str:
    return ("零" if digits[0] == "0" and int(digits) else "") + cardinal(digits)


def _clock(found: re.Match[str]) -> str | None:
    if _RATIO.search(before(found, 5)):
        return None
    first = clock_of(found[1], found[2], found[3])
    if first is None or found[4] is None:
        return first and _before_minutes(first, after(found, 1))
    second = clock_of(found[4], found[5], found[6])
    return f"{first}到{_before_minutes(second, after(found, 1))}" if second else None


def _before_minutes(said: str, sign: str) -> str:
    """A time of day whose 分 is written behind it."""
    if sign != "分":
        return said
    return said + "零" if said.endswith("点") else said.removesuffix("分")


def _month_day(found: re.Match[str]) -> str | None:
    month, mark, day = found.groups()
    behind = found.string[found.end() :]
    fits = (
        _OF_A_DAY.match(behind)
        if mark == "."
        else re.match(r"[号日早晚]|上午|下午|中午|凌晨|当天", behind)
    )
    if not fits or (mark == "." and re.search(r"第|[￥¥$]", before(found, 1))):
        return None
    said = _day_of(month, day)
    return said and said + ("" if behind[0] in "号日" else "日")


def _days(found: re.Match[str]) -> str | None:
    first, last = _day_of(found[1], found[2]), _day_of(found[3], found[4])
    return f"{first}日到{last}" if first and last else None


def _alone(found: re.Match[str]) -> str | None:
    """Four digits that look like a year and are no amount."""
    year = int(found[0])
    if not 1990 <= year <= 2035 or year == 2000 or _AMOUNT.search(before(found, 4)):
        return None
    return each(found[0])


def _consumers_day(_found: re.Match[str]) -> str:
    return "三一五"


def _after_clock(found: re.Match[str]) -> str | None:
    return _two(found[0]) if before(found, 1) in "点时分:" else None


_CLOCK = r"([0-9]{1,2})[:：]([0-9]{2})(?:[:：]([0-9]{2}))?"
TIME_RULES: tuple[Rule, ...] = (
    rule(
        r"(?P<year>[12][0-9]{3})([-/.])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})(?![0-9])"
        r"(?P<sign>[日号])?"
        r"(?:[T ]{0,2}(?P<hour>[0-9]{1,2})[:：](?P<minute>[0-9]{2})"
        r"(?:[:：](?P<second>[0-9]{2}))?(?![0-9:]))?",
        _date,
    ),
    rule(r"([12][0-9]{3})([.-])(0[1-9]|1[0-2]|[1-9])(?![0-9.-])", _year_month),
    rule(r"([12][0-9]{3})[-—~～]+([12][0-9]{3})(?![0-9.-])", _years),
    rule(r"([12][0-9]{3})(?=年)", lambda found: each(found[1])),
    rule(
        r"0[0-9](?=年)|[0-9]{2}(?=年(?:[0-9]{1,2}月|[初底末春夏秋冬]))",
        lambda found: each(found[0]),
    ),
    rule(rf"{_CLOCK}(?:\s*[-—~～]+\s*{_CLOCK})?(?![0-9:：])", _clock),
    rule(r"3\.?15(?=消费|晚会|投诉|维权|曝光|活动|协会|打假)", _consumers_day),
    rule(
        r"([0-9]{1,2})\.([0-9]{1,2})[-—~]+([0-9]{1,2})\.([0-9]{1,2})(?=[日号])",
        _days,
    ),
    rule(r"([0-9]{1,2})([./])([0-9]{1,2})(?![0-9.])", _month_day),
    rule(rf"[12][0-9]{{3}}(?!{NO_YEAR}|[-0-9.,:：/])", _alone),
    rule(r"0[0-9](?=[分秒])", _after_clock),
    rule(r"(0?[1-9]|1[0-2])(?=月)", lambda found: cardinal(found[1])),
    rule(r"(0?[1-9]|[12][0-9]|3[01])(?=日)", lambda found: cardinal(found[1])),
)
