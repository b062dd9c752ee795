"""Chinese numbers as they are said: counted, digit by digit, money.

200 is 二百; a leading two before 千, 万 and 亿 is 两; 幺 stands only in numbers said digit by
digit.
"""

from __future__ import annotations

import re

PLAIN = str.maketrans("0123456789", "零一二三四五六七八九")
DIALLED = str.maketrans("0123456789", "零幺二三四五六七八九")
LONGEST = 16  # digits of a number that is counted; a longer one is said digit by digit
_PLACES = ("", "十", "百", "千")
_GROUPS = ("", "万", "亿", "万亿")
_LEADING_TWO = re.compile(r"^二(?=[千万亿])")


def cardinal(digits: str) -> str:
    """A whole number as one counts: 10010 → 一万零一十, 2200 → 两千二百."""
    digits = digits.lstrip("0")
    if len(digits) > LONGEST:
        return digits.translate(PLAIN)
    said, gap = "", False
    width = -len(digits) % 4
    padded = "0" * width + digits
    groups = [padded[n : n + 4] for n in range(0, len(padded), 4)]
    for n, group in enumerate(groups):
        if group == "0000":
            gap = True
            continue
        if said and (gap or group[0] == "0"):
            said += "零"
        said, gap = said + _group(group) + _GROUPS[len(groups) - 1 - n], False
    if len(groups) == 4 and groups[0] != "0000":
        said = said.replace("万亿", "万" if groups[1] != "0000" else "万亿", 1)
    if said.startswith("一十"):
        said = said[1:]
    return _LEADING_TWO.sub("两", said) or "零"


def _group(group: str) -> str:
    """Four digits, those in front may be 0."""
    said, gap = "", False
    for n, digit in enumerate(group):
        if digit == "0":
            gap = bool(said)
            continue
        said += "零" * gap + digit.translate(PLAIN) + _PLACES[3 - n]
        gap = False
    return said


def number(text: str) -> str:
    """A written number, perhaps with thousands and decimals: 6,300.50 → 六千三百点五零."""
    whole, _, part = text.replace(",", "").partition(".")
    said = cardinal(whole)
    return f"{said}点{part.translate(PLAIN)}" if part else said


def counted(text: str) -> str:
    """A number before a measure word: a 2 alone is 两."""
    return "两" if text in ("2", "02") else number(text)


def each(digits: str) -> str:
    """Digit by digit without 幺: years and rooms."""
    return digits.translate(PLAIN)


def dialled(digits: str) -> str:
    """Digit by digit with 幺: telephones, cards, codes."""
    return digits.translate(DIALLED)


def grouped(digits: str) -> str:
    """A long number digit by digit, a short pause where one breathes."""
    return "、".join(map(dialled, _breaths(digits)))


def _breaths(digits: str) -> list[str]:
    length = len(digits)
    if length == 11 and digits[0] == "1":
        sizes = [3, 4]
    elif length == 10 and digits[:3] in ("400", "800"):
        sizes = [3, 3]
    elif length == 18:
        sizes = [6, 8]
    elif length in (7, 10):
        sizes = [3]
    elif length <= 6:
        sizes = [length]
    else:
        sizes = [4] * (length // 4 - (length % 4 == 1))
    found, start = [], 0
    for size in sizes:
        found.append(digits[start : start + size])
        start += size
    return [one for one in (*found, digits[start:]) if one]


def money(text: str, unit: str = "元") -> str:
    """An amount of money: 6,300.50 → 六千三百元五角, 0.64 → 六角四分; more decimals stay."""
    whole, _, part = text.replace(",", "").partition(".")
    if len(part) > 2:
        return number(text) + unit
    head = counted(whole) + unit
    tens, ones = part.ljust(2, "0")[0], part.ljust(2, "0")[1]
    if part.strip("0") == "":
        return head
    small = ("" if tens == "0" else f"{counted(tens)}角") + (
        "" if ones == "0" else f"{counted(ones) if tens == '0' else number(ones)}分"
    )
    if not whole.strip("0"):
        return small
    return (
        head
        + ("零" if tens == "0" else "")
        + (small if tens == "0" or not small.startswith("两") else "二" + small[1:])
    )
