"""English numbers as they are said: counted, ordinal, years, house numbers, digit by digit."""

from __future__ import annotations

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = ("", " thousand", " million", " billion", " trillion")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
LONGEST = 15  # digits of a number that is counted; a longer one is said digit by digit


def cardinal(digits: str) -> str:
    """A whole number as one counts: 6300 → six thousand three hundred."""
    digits = digits.lstrip("0")
    if not digits:
        return "zero"
    if len(digits) > LONGEST:
        return each(digits)
    value, said = int(digits), []
    for scale in range(len(_SCALES) - 1, -1, -1):
        group, value = divmod(value, 1000**scale)
        if group:
            said.append(_hundreds(group) + _SCALES[scale])
    return " ".join(said)


def _hundreds(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    said = [f"{_ONES[hundreds]} hundred"] * bool(hundreds) + [_below_hundred(rest)] * bool(rest)
    return " ".join(said)


def _below_hundred(value: int) -> str:
    if value < 20:
        return _ONES[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")


def ordinal(digits: str) -> str:
    """23 → twenty-third."""
    said = cardinal(digits)
    start = max(said.rfind(" "), said.rfind("-")) + 1
    last = said[start:]
    if last in _ORDINALS:
        return said[:start] + _ORDINALS[last]
    return said[:start] + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def number(text: str) -> str:
    """A written number, perhaps with thousands and decimals: 3.14 → three point one four."""
    whole, _, part = text.replace(",", "").partition(".")
    return f"{cardinal(whole)} point {each(part)}" if part else cardinal(whole)


def each(digits: str) -> str:
    """Digit by digit, 0 as zero: telephones, codes."""
    return " ".join(_ONES[int(digit)] for digit in digits)


def pairs(digits: str) -> str:
    """Years, houses, rooms: 659 → six fifty-nine, 1905 → nineteen oh five, 2000 → two thousand."""
    if len(digits) not in (3, 4) or digits[0] == "0":
        return each(digits) if digits[0] == "0" or len(digits) > 4 else cardinal(digits)
    if digits[-3:] == "000" or (len(digits) == 4 and digits[1:3] == "00"):
        return cardinal(digits)
    head, tail = digits[:-2], digits[-2:]
    if tail == "00":
        return f"{cardinal(head)} hundred"
    return f"{cardinal(head)} {two(tail)}"


def two(tail: str) -> str:
    """Two digits of a time, a year or a house: 05 → oh five."""
    return f"oh {_ONES[int(tail)]}" if tail[0] == "0" else cardinal(tail)


def grouped(digits: str) -> str:
    """A long number digit by digit, a pause where one breathes."""
    sizes = {7: (3, 4), 10: (3, 3, 4), 11: (1, 3, 3, 4)}.get(len(digits))
    if sizes is None:
        full, rest = divmod(len(digits), 4)
        sizes = (4,) * full + (rest,) * bool(rest) if len(digits) > 6 else (len(digits),)
    said, start = [], 0
    for size in sizes:
        said.append(each(digits[start : start + size]))
        start += size
    return ", ".join(said)
