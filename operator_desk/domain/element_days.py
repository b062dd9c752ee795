"""What day or instant the words for a time mean, counted from the day of the call."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from operator_desk.domain.element_numerals import whole, whole_english

_NUMERIC = re.compile(r"((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})")
_YEAR = re.compile(r"((?:19|20)\d\d|[一二][九零〇][零〇一二三四五六七八九]{2}|\d\d|今|去|前|明)年")
_MONTH = re.compile(r"(?<![\d个])(\d{1,2}|十[一二]?|[一二三四五六七八九])月|(上|这|本|下)个?月")
_DAY = re.compile(
    r"(\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]|月(\d{1,2})(?=\D|$)"
)
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})[日号]?")
_NEAR = {"大前": -3, "前": -2, "昨": -1, "今": 0, "明": 1, "后": 2, "大后": 3}
_RELATIVE = re.compile(r"(大前|大后|前|昨|今|明|后)(?:天|日|晚|夜|早|晨)")
_WEEKDAY = re.compile("(上|这|本|下)个?(?:周|星期|礼拜)([一二三四五六日天])")
_CLOCK = re.compile(
    r"(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|半夜|深夜|晚间|夜间|午夜|夜晚|晚|早)?的?"
    r"(\d{1,2}|[一二两三四五六七八九十]{1,3})(?:[:：](\d\d)|[点时](半|一刻"
    r"|三刻|\d{1,2}|零?[一二三四五六七八九十]{1,3})?)"
)
_AFTERNOON = ("下午", "傍晚", "晚上", "夜里", "深夜", "晚间", "夜间", "夜晚", "晚")
_QUARTERS = {"半": 30, "一刻": 15, "三刻": 45}
_NIGHT = re.compile("[昨今明当]晚|昨夜")


def value(words: str, today: date | None = None) -> str:
    """`2026-11-22T22:00`, `2026-11-22`, `2026-11`, `2026`, `T22:00`; "" where it is left open.

    Of a range what it begins with. Without `today` a day without its year has no value.
    """
    words = unicodedata.normalize("NFKC", words)
    day, clock = _day(words, today), _clock(words)
    if len(day) == 10 or not day:
        return f"{day}T{clock}" if clock else day
    return day


def near_day(words: str, today: date) -> date | None:
    """The day that 昨天 and its like mean, for words that would mean another one later on."""
    if found := _RELATIVE.search(words):
        return today + timedelta(days=_NEAR[found[1]])
    if week := _WEEKDAY.search(words):
        shift = {"上": -7, "下": 7}.get(week[1], 0) + "一二三四五六日".index(
            week[2].replace("天", "日")
        )
        return today + timedelta(days=shift - today.weekday())
    return None


def _day(words: str, today: date | None) -> str:
    if numeric := _NUMERIC.search(words):
        return _iso(int(numeric[1]), int(numeric[2]), int(numeric[3]))
    if today is not None and (near := near_day(words, today)):
        return near.isoformat()
    if dotted := _DOTTED.fullmatch(words.strip()):
        return _past(int(dotted[1]), int(dotted[2]), today)
    year, month, day = _year(words, today), _month(words, today), _DAY.search(words)
    number = (whole(day[1] or day[2]) or 0) if day else 0
    if month is None:
        if number and not year and today is not None:
            return _iso(today.year, today.month, number)
        return year and f"{int(year):04d}"
    if isinstance(month, tuple):
        return _iso(*month, number) if number else f"{month[0]:04d}-{month[1]:02d}"
    if not 1 <= month <= 12:
        return ""
    if not year:
        return _past(month, number, today)
    return _iso(int(year), month, number) if number else f"{int(year):04d}-{month:02d}"


def _year(words: str, today: date | None) -> str:
    found = _YEAR.search(words)
    if found is None:
        return ""
    said = found[1]
    if said in ("今", "去", "前", "明"):
        shift = {"今": 0, "去": -1, "前": -2, "明": 1}[said]
        return "" if today is None else str(today.year + shift)
    if said.isascii() and len(said) == 2:
        return f"20{said}" if int(said) < 50 else f"19{said}"
    return said if said.isascii() else str(whole(said) or "")


def _month(words: str, today: date | None) -> int | tuple[int, int] | None:
    found = _MONTH.search(words)
    if found is None:
        return None
    if found[1]:
        return whole(found[1]) or 0
    if today is None:
        return None
    shift = {"上": -1, "下": 1}.get(found[2], 0)
    place = today.year * 12 + today.month - 1 + shift
    return place // 12, place % 12 + 1


def _past(month: int, day: int, today: date | None) -> str:
    """A day without its year: the last one there was."""
    if today is None or not 1 <= month <= 12:
        return ""
    year = today.year if (month, day) <= (today.month, today.day) else today.year - 1
    return _iso(year, month, day) if day else f"{year:04d}-{month:02d}"


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _clock(words: str) -> str:
    found = _CLOCK.search(words)
    if found is None:
        return ""
    hour = whole(found[2])
    minute = int(found[3] or 0)
    if found[4]:
        minute = _QUARTERS.get(found[4]) or whole(found[4].lstrip("零")) or 0
    part = found[1] or ""
    if hour is None or hour > 24 or minute > 59:
        return ""
    evening = part in _AFTERNOON or _NIGHT.search(words[: found.start() + 2])
    if hour < 12 and evening and not (part in ("夜里", "深夜") and hour < 6):
        hour += 12
    if part == "中午" and hour < 4:
        hour += 12
    return f"{hour % 24:02d}:{minute:02d}"


# -- English ------------------------------------------------------------------------------------

_MONTHS = "january february march april may june july august september october november december"
MONTHS = _MONTHS.split()
_EN_MONTH = re.compile(
    r"\b("
    + "|".join(f"{name}|{name[:3]}" for name in MONTHS)
    + r")\b\.?\s*(\d{1,2})?(?:st|nd|rd|th)?(?:,?\s*((?:19|20)\d\d))?",
    re.IGNORECASE,
)
_EN_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/((?:20)?\d\d))?")
_EN_NEAR = {"yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "this morning": 0,
            "this afternoon": 0, "this evening": 0, "tomorrow": 1}  # fmt: skip
_EN_CLOCK = re.compile(
    r"\b(\d{1,2})(?::(\d\d))?\s*([ap])\.?m\b|\b(noon|midnight)\b|\b(\d{1,2}):(\d\d)\b",
    re.IGNORECASE,
)
_EN_AGO = re.compile(r"(.+?)\s+(day|week)s?\s+ago", re.IGNORECASE)


def value_english(words: str, today: date | None = None) -> str:
    """As `value`, for English words; 5/7 is May 7."""
    day, clock = _day_english(words, today), _clock_english(words)
    if len(day) == 10 or not day:
        return f"{day}T{clock}" if clock else day
    return day


def near_day_english(words: str, today: date) -> date | None:
    """The day that yesterday and its like mean."""
    low = words.lower()
    for name, shift in _EN_NEAR.items():
        if name in low:
            return today + timedelta(days=shift)
    if ago := _EN_AGO.search(low):
        number = whole_english(ago[1])
        if number is not None and number < 1000:
            return today - timedelta(days=number * (7 if ago[2] == "week" else 1))
    return None


def _day_english(words: str, today: date | None) -> str:
    if today is not None and (near := near_day_english(words, today)):
        return near.isoformat()
    if named := _EN_MONTH.search(words):
        month = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(named[1].lower()[:3]))
        day, year = int(named[2] or 0), named[3]
        if year:
            return _iso(int(year), month, day) if day else f"{year}-{month:02d}"
        return _past(month, day, today)
    if slashed := _EN_SLASHED.search(words):
        year = slashed[3]
        month, day = int(slashed[1]), int(slashed[2])
        return _iso(int(year[-2:]) + 2000, month, day) if year else _past(month, day, today)
    return ""


def _clock_english(words: str) -> str:
    found = _EN_CLOCK.search(words)
    if found is None:
        return ""
    if found[4]:
        return "12:00" if found[4].lower() == "noon" else "00:00"
    hour, minute = int(found[1] or found[5]), int(found[2] or found[6] or 0)
    if found[3]:
        hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""
