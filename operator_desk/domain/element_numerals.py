"""Numbers as people write them in a record: 6,300, 八千, 3万多, 一千二; their whole value."""

from __future__ import annotations

import re
import unicodedata

from operator_desk.domain import numerals

DIGITS = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?"
HAN = "[零〇一二两俩三四五六七八九十百千万亿半]"
SOME = f"[{HAN[1:-1]}几数]"  # with what leaves it open how many
NUMBER = rf"(?:{DIGITS}[十百千万亿]*|{SOME}+)"
_TWO = {ord("俩"): "二", ord("两"): "二"}
_ONES = "一二三四五六七八九"
_GREAT = {"亿": 100_000_000, "万": 10_000}
_SMALL = {"千": 1000, "百": 100, "十": 10}
_TEENS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ENGLISH = {word: value for value, word in enumerate(_TEENS.split())} | {
    word: 10 * value for value, word in enumerate(_TENS.split(), 2)
}
_TIMES = {"hundred": 100, "thousand": 1000, "grand": 1000, "k": 1000, "million": 1_000_000}
_SPELLED = re.compile(f"[零〇{_ONES}]{{3,}}")  # 二〇二五
_OPEN = re.compile(
    "[几数]|(?<![十百千万亿])[一二三四五六七八九][二三四五六七八九](?=[十百千万亿]|$)"
)


def whole(text: str) -> int | None:
    """The value of a number in digits or Chinese numerals; None: it is none, or left open.

    几十, 三四百 and other numbers that are left open have none.
    """
    value = figure(text)
    return None if value is None else int(value)


def figure(text: str) -> float | None:
    """As `whole`, with what stands behind the point."""
    text = unicodedata.normalize("NFKC", text).replace(",", "").translate(_TWO)
    left_open = _OPEN.search(text) and not _SPELLED.fullmatch(text)
    return None if not text or left_open else _great(text)


def _great(text: str) -> float | None:
    for sign, times in _GREAT.items():
        if sign in text:
            head, _, tail = text.rpartition(sign)
            high = _great(head) if head else 1.0
            low = _tail(tail, times)
            return None if high is None or low is None else high * times + low
    return _plain(text)


def _tail(tail: str, times: int) -> float | None:
    if not tail:
        return 0.0
    value = _great(tail)
    # 两万三 is 23,000; 两万零三 is 20,003.
    return value * times / 10 if value is not None and tail in _ONES else value


def _plain(text: str) -> float | None:
    ascii_digits = re.fullmatch(r"(\d+(?:\.\d+)?)([十百千]?)", text)
    if ascii_digits:
        return float(ascii_digits[1]) * _SMALL.get(ascii_digits[2], 1)
    if not re.fullmatch("[零〇一二三四五六七八九十百千]+", text):
        return None
    if not re.search("[十百千]", text):
        return float("".join(str(f"零{_ONES}".index(sign)) for sign in text.replace("〇", "零")))
    short = re.fullmatch("(.*[百千])([一二三四五六七八九])", text)  # 三百五 is 350
    if short and "零" not in text:
        return float(
            numerals.value(short[1]) + numerals.value(short[2]) * _SMALL[short[1][-1]] / 10
        )
    return float(numerals.value(text))


_NAMES = "|".join(sorted(_ENGLISH, key=len, reverse=True))
_GREATER = "|".join((*_TIMES, "dozen"))
ENGLISH = (
    rf"(?:{DIGITS}(?:\s?k\b)?|(?:{_NAMES}|a(?=\s+(?:hundred|thousand|dozen))|{_GREATER})"
    rf"(?:[\s-]+(?:and\s+)?(?:{_NAMES}|{_GREATER}))*)"
)


def money(value: float) -> str:
    """A sum in its fixed form: whole, or with two decimals."""
    return f"{value:.2f}".removesuffix(".00")


def whole_english(text: str) -> int | None:
    """The value of a number in digits or English words; None: it is none."""
    value = figure_english(text)
    return None if value is None else int(value)


def figure_english(text: str) -> float | None:
    """As `whole_english`, with what stands behind the point."""
    total, part, seen = 0.0, 0.0, False
    for word in re.findall(r"[a-z]+|\d[\d,]*(?:\.\d+)?", text.lower()):
        if word[0].isdigit():
            part += float(word.replace(",", "").rstrip("."))
        elif word in _ENGLISH:
            part += _ENGLISH[word]
        elif word == "dozen":
            part = (part or 1) * 12
        elif word in _TIMES:
            part = (part or 1) * _TIMES[word]
            if _TIMES[word] > 100:
                total, part = total + part, 0.0
        elif word not in ("and", "a"):
            continue
        seen = seen or word not in ("and", "a")
    return total + part if seen else None
