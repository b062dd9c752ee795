"""Cuts a text of opening hours into days, times and what parts them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

_LONGEST = 200
_DASH = r"\s*(?:-|至|到|~)\s*"
_DASHES = dict.fromkeys(map(ord, "—–－‐‑−～\u223c〜\ufe63\u279d→"), "-")
_WEEK = {sign: day for day, sign in enumerate("一二三四五六")}
_WEEK |= {str(day + 1): day for day in range(7)} | {"日": 6, "天": 6, "末": 6}
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMES = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\.?(?![a-z])"
_SIGN = r"(?:[一二三四五六日天]|[1-7](?![\d:.点时]))"
_OF_WEEK = r"(?:周|星期|礼拜)"
_HALF = r"(?:上午|下午|早上|早晨|早|晚上|夜间|晚|中午|凌晨|am|pm|a\.m\.|p\.m\.)"
_CLOCK = (
    rf"(?P<{{0}}half>{_HALF})?\s*(?P<{{0}}h>\d{{{{1,2}}}})"
    r"(?:\s*[:.](?P<{0}m>\d{{2}})|\s*[点时](?:(?P<{0}w>半|一刻|三刻)|(?P<{0}z>\d{{1,2}})分?)?整?)?"
    r"\s*(?P<{0}en>am|pm|a\.m\.|p\.m\.)?(?![\d])"
)
_NUMERAL = re.compile("(?<![周期拜])[零〇一二两三四五六七八九十]{1,3}(?=[点时])")
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_NIGHT = ("晚上", "晚", "夜间")
_QUARTERS = {"半": 30, "一刻": 15, "三刻": 45}


class Kind(StrEnum):
    """What a token is."""

    DAYS = "days"
    SPAN = "span"
    CLOSED = "closed"
    ALL_YEAR = "all_year"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of the text: days of the week, or a span in minutes of the day."""

    kind: Kind
    days: frozenset[int] = frozenset()
    start: int = 0
    end: int = 0
    next_day: bool = False


Maker = Callable[[re.Match[str]], Token | None]


def tokens(text: str) -> list[Token] | None:
    """The tokens of a text; None when some of it is not understood."""
    form = _form(text)
    if not form or len(form) > _LONGEST:
        return None
    found: list[Token] = []
    at = 0
    while at < len(form):
        token, at = _next(form, at)
        if token is None:
            return None
        found.append(token)
    return found


def _next(form: str, at: int) -> tuple[Token | None, int]:
    """The token that begins at a place, and where it ends."""
    for pattern, make in _GRAMMAR:
        hit = pattern.match(form, at)
        if hit and hit.end() > at:
            return make(hit), hit.end()
    return None, at


def _form(text: str) -> str:
    form = unicodedata.normalize("NFKC", text).strip().lower().translate(_DASHES)
    form = re.sub(r"-{2,}", "-", form)
    return _NUMERAL.sub(lambda hit: str(_number(hit[0])), form)


def _number(numeral: str) -> int:
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return int("".join(str(_DIGITS[sign]) for sign in ones))
    value = _DIGITS.get(tens, 99) if tens else 1
    return value * 10 + (_DIGITS.get(ones, 99) if ones else 0)


def _days(days: Iterable[int]) -> Maker:
    token = Token(Kind.DAYS, frozenset(days))
    return lambda _hit: token


def _plain(kind: Kind) -> Maker:
    return lambda _hit: Token(kind)


def _whole_day(_hit: re.Match[str]) -> Token:
    return Token(Kind.SPAN, start=0, end=1440)


def _listed(hit: re.Match[str]) -> Token | None:
    """周一至周五, 周一、三、五, 周六日."""
    return _from_parts(re.split(r"([至到~-])", re.sub(r"周|星期|礼拜|\s", "", hit[0])), _chinese)


def _english(hit: re.Match[str]) -> Token | None:
    """Mon-Fri, Mon, Wed and Fri."""
    text = re.sub(r"\bto\b|\bthrough\b", "-", hit[0])
    return _from_parts(re.split(r"(-)", text), _english_days)


def _from_parts(parts: list[str], read: Callable[[str], list[int]]) -> Token | None:
    days = set[int]()
    groups = [read(part) for part in parts[::2]]
    if not all(groups):
        return None
    for before, after in pairwise(groups):
        if before[-1] >= after[0]:
            return None  # 周五至周一: not said by anybody who means it
        days |= set(range(before[-1], after[0] + 1))
    return Token(Kind.DAYS, frozenset(days.union(*groups)))


def _chinese(part: str) -> list[int]:
    return [_WEEK[sign] for sign in part if sign in _WEEK]


def _english_days(part: str) -> list[int]:
    return [_ENGLISH.index(name[:3]) for name in re.findall(r"[a-z]{3,}", part) if name != "and"]


def _span(hit: re.Match[str]) -> Token | None:
    first_half = hit["ahalf"] or hit["aen"] or ""
    last_half = hit["bhalf"] or hit["ben"] or ""
    both = first_half or (last_half if hit["ben"] and int(hit["ah"]) <= int(hit["bh"]) else "")
    start = _minute(hit, "a", both)
    end = _minute(hit, "b", last_half or _same_half(first_half))
    if start is None or end is None or start >= 1440:
        return None
    return Token(Kind.SPAN, start=start, end=end, next_day=bool(hit["next"]))


def _same_half(half: str) -> str:
    """下午2点至5点: the end is of the same half; 上午 and 早 are not said again anyway."""
    return half if half in (*_NIGHT, "下午") else ""


def _minute(hit: re.Match[str], name: str, half: str) -> int | None:
    hour = int(hit[f"{name}h"])
    minute = int(hit[f"{name}m"] or hit[f"{name}z"] or 0) + _QUARTERS.get(hit[f"{name}w"] or "", 0)
    half = half.replace(".", "")
    if half in _NIGHT and hour < 5:
        return None  # 晚上2点: of this night or of the next
    if half in _NIGHT and hour == 12:
        hour = 24
    elif hour < 12 and (half in (*_NIGHT, "下午", "pm") or (half == "中午" and hour < 3)):
        hour += 12
    elif half in ("am", "凌晨") and hour == 12:
        hour = 0
    whole = hour * 60 + minute
    return whole if hour <= 24 and minute < 60 and whole <= 1440 else None


_GRAMMAR: tuple[tuple[re.Pattern[str], Maker], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (r"(?:7\s*[x×*/天]\s*24|24\s*[x×*/]\s*7)\s*(?:个?小时|h(?:ours)?)?(?:服务)?", _whole_day),
        (
            r"(?:全天候?|24\s*h(?:ours?|rs?)?(?![a-z])|(?:24|二十四)个?小时|round the clock)"
            r"(?:24小时)?(?:服务|值班|开通|受理|接听)?",
            _whole_day,
        ),
        (
            r"(?:法定)?节假日(?:不休|照常|无休|不休息|正常)(?:上班|服务|办公|接听)?",
            _plain(Kind.ALL_YEAR),
        ),
        (r"全年无休|365天|天天", _days(range(7))),
        (r"\(?(?:国家)?(?:法定)?节?假日(?:除外|休息|不上班)\)?", _plain(Kind.BREAK)),
        (rf"{_OF_WEEK}{_SIGN}(?:(?:\s*[、,和及]\s*|{_DASH})?{_OF_WEEK}?{_SIGN})*", _listed),
        (r"(?:周末|双休日)", _days((5, 6))),
        (r"(?:每个?)?(?:法定)?工作日", _days(range(5))),
        (r"(?:每天|每日|全周|一周七天|every ?day|daily)", _days(range(7))),
        (r"(?:on )?(?:weekdays|working days|workdays|business days)", _days(range(5))),
        (r"(?:on )?weekends?", _days((5, 6))),
        (rf"{_NAMES}(?:(?:\s*(?:,|and|&)\s*|\s*(?:-|to|through)\s*){_NAMES})*", _english),
        (
            rf"{_CLOCK.format('a')}(?:{_DASH}|\s+to\s+)(?P<next>次日|翌日|第二天)?{_CLOCK.format('b')}",
            _span,
        ),
        (r"休息|不上班|不办公|closed", _plain(Kind.CLOSED)),
        (
            r"(?:(?:对外)?(?:服务|办公|上班|接听|营业|开放|受理|值班)时间|时间|北京时间|from|hours)",
            _plain(Kind.BREAK),
        ),
        (r"[\s,，、;；。:：()|/和及]+|and(?![a-z])", _plain(Kind.BREAK)),
    )
)
