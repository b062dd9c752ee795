"""What is said sign by sign in English: telephones, codes, houses, addresses of the network."""

from __future__ import annotations

import re

from operator_desk.speech.english_numbers import cardinal, each, grouped, ordinal, pairs, two
from operator_desk.speech.english_words import CODE_SIGNS, SPELT, STREETS
from operator_desk.speech.scanning import Rule, before, rule


def letters(word: str) -> str:
    """A word, or its letters where it is an abbreviation that is spelt."""
    vowels = "[AEIOUY]" if len(word) < 4 else "[AEIOU]"
    if word.isupper() and len(word) > 1 and (word in SPELT or not re.search(vowels, word)):
        return " ".join(word)
    return word


def signs(code: str) -> str:
    """A code or an address sign by sign."""
    said = []
    for piece in re.findall(r"[A-Za-z]+|[0-9]+|.", code):
        if piece[0].isdecimal():
            said.append(grouped(piece))
        elif piece[0].isalpha():
            said.append(" ".join(piece) if len(piece) < 3 or piece.isupper() else piece)
        elif piece in CODE_SIGNS:
            said.append(CODE_SIGNS[piece])
    return " ".join(said)


def _telephone(found: re.Match[str]) -> str:
    country, *groups, extension = found.groups()
    said = [each(one) for one in (country, *groups) if one]
    return ", ".join(said) + (f", extension {each(extension)}" if extension else "")


def _house(found: re.Match[str]) -> str:
    return pairs(found[1]) + (f" {found[2].upper()}" if found[2] else "")


def _room(found: re.Match[str]) -> str | None:
    named = re.search(r"\b(?:room|rm|apt|apartment|suite|unit|flat)\.? $", before(found, 11), re.I)
    return pairs(found[0]) if named else None


def _house_with_line(found: re.Match[str]) -> str:
    return f"{pairs(found[1])} dash {two(found[2])}"


def _letters_and_digits(found: re.Match[str]) -> str | None:
    digits, word = found.groups()
    if len(word) > 3:
        return None
    return f"{pairs(digits) if len(digits) < 5 else grouped(digits)} {' '.join(word.upper())}"


def _word_and_digits(found: re.Match[str]) -> str:
    word, digits = found.groups()
    spelt = " ".join(word.upper()) if len(word) < 4 or word.isupper() else word
    short = len(digits) < 3 and digits[0] != "0"
    return f"{spelt} {cardinal(digits) if short else grouped(digits)}"


def _signs(found: re.Match[str]) -> str:
    return signs(found[0])


def _web(found: re.Match[str]) -> str:
    return signs(re.sub(r"^[a-z]+://", "", found[0]).rstrip("/.,;:!?"))


_EXTENSION = r"(?:,? ?(?:x|ext\.?|extension) ?([0-9]+))?"
_STREET = (
    rf"(?= +(?:[A-Z]\.? +)?(?:[A-Za-z0-9']+ +){{1,3}}(?i:{STREETS})\b)"
    r"(?! (?:of|on|at|in|from|to|the)\b)"
)
EMAIL = rule(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+", _signs)
WEB = rule(r"(?:https?|ftp)://[!-~]+|www\.[!-~]+", _web)
MIXED = rule(
    r"(?=[0-9A-Za-z/_-]{0,40}[A-Za-z])(?=[A-Za-z/_-]{0,40}[0-9])"
    r"[A-Za-z0-9]+(?:[-_/][A-Za-z0-9]+){1,20}(?![0-9A-Za-z])",
    _signs,
)
WORD_AND_DIGITS = rule(r"([A-Za-z]+)([0-9]+)(?![0-9]*\.[0-9])", _word_and_digits)
DIGITS_AND_LETTERS = rule(r"([0-9]+)([A-Za-z]+)(?![A-Za-z0-9])", _letters_and_digits)
IN_BRACKETS = rule(
    rf"()\(([0-9]{{3}})\) ?([0-9]{{3}})[-. ]([0-9]{{4}})(?![0-9]){_EXTENSION}", _telephone
)
ABROAD = rule(
    r"\+(1)[-. ]?\(?([0-9]{3})\)?[-. ]?([0-9]{3})[-. ]?([0-9]{4})(?![0-9])" + _EXTENSION,
    _telephone,
)
TELEPHONE_RULES: tuple[Rule, ...] = (
    rule(
        r"(?:(1)[-. ])?([0-9]{3})[-. ]([0-9]{3})[-. ]([0-9]{4})(?![0-9])" + _EXTENSION,
        _telephone,
    ),
    rule(r"([0-9]{0})([0-9]{3})-([0-9]{4})(?![-0-9])" + _EXTENSION, _telephone),
    rule(r"[2-9]11(?![0-9.,]?[0-9])", lambda found: each(found[0])),
)
HOUSE_RULES: tuple[Rule, ...] = (
    rule(
        r"([0-9]{1,3})(?= +(?i:street|st|avenue|ave)\b)",
        lambda found: ordinal(found[1]),
    ),
    rule(rf"([0-9]{{1,5}})([A-Za-z])?{_STREET}", _house),
    rule(r"([0-9]{2,3})-([0-9]{2})(?= [A-Z0-9])", _house_with_line),
    rule(r"[0-9]{3,4}(?![0-9.,-]*[0-9])", _room),
)
TICKET = rule(r"[0-9]{8}-[A-Z0-9]{2,6}-[0-9]{1,9}(?![0-9A-Za-z])", _signs)
