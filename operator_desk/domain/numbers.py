"""Telephone numbers and ticket numbers: matching, masking, the form to say aloud."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from operator_desk.domain.errors import UserError

_NOISE = re.compile(r"[\s\-/().·]+")
# Area code without its 0, and number; 400 and 800 are no areas.
_LANDLINE = re.compile(r"(?!400|800)(10|2\d|[3-9]\d{2})\d{7,8}")
_SAID = re.compile(r"(?:(\d{8})-)?([A-Z0-9]{2,6})-(\d{1,9})")
_DESK = re.compile(r"[A-Z0-9]{2,6}")


def number_key(number: str) -> str:
    """A number for matching: no blanks or marks, no +86, 0086 or trunk 0 before a mobile number.

    A landline that came with +86 or 0086 gets back the 0 of its area code.
    The raw number is what is stored; two raw numbers with one key are the same line, never
    therefore the same person. Source: docs/decisions.md (numbers).
    """
    said = digits = _NOISE.sub("", unicodedata.normalize("NFKC", number))
    for prefix in ("+86", "0086"):
        digits = digits.removeprefix(prefix)
    if digits != said and _LANDLINE.fullmatch(digits):
        return f"0{digits}"
    if re.fullmatch(r"01[3-9]\d{9}", digits):
        digits = digits[1:]
    return digits


def masked(number: str | None) -> str:
    """A number as it is shown outside the live call: first three and last four digits.

    Of a number under eleven digits less is shown, so that four or more are hidden; of one
    under eight, two at each end.
    """
    if not number:
        return ""
    digits = number_key(number)
    if len(digits) < 5:
        return "*" * len(digits)
    first = 3 if len(digits) > 8 else 2
    last = min(4, max(2, len(digits) - 4 - first))
    return digits[:first] + "*" * (len(digits) - first - last) + digits[-last:]


def desk_code(text: str) -> str:
    """A desk's code: 2 to 6 capital letters and digits, such as A07. UserError otherwise."""
    if not _DESK.fullmatch(text):
        raise UserError("{code} is no desk code: 2 to 6 capital letters and digits.", code=text)
    return text


def ticket_number(day: date, desk: str, running: int) -> str:
    """The number people use: local day, desk code, running number of that day. Never a key."""
    return f"{day:%Y%m%d}-{desk}-{running:04d}"


def said_ticket_number(text: str) -> str | None:
    """How a number ends that somebody says or types: `A07-0012`, `a07 12`, or all of it.

    None: it is no ticket number.
    """
    words = unicodedata.normalize("NFKC", text).upper().replace("—", "-").split()
    found = _SAID.fullmatch(re.sub("-+", "-", "-".join(words)))
    if found is None:
        return None
    day, desk, running = found.groups()
    return f"{day}-" * bool(day) + f"{desk}-{int(running):04d}"


def short_ticket_number(number: str) -> str:
    """The form to say aloud: desk code and running number."""
    return "-".join(number.split("-")[1:])
