"""Written English as it is said; 0 is zero in telephones and codes, oh in times and houses."""

from __future__ import annotations

import re
from functools import partial

from operator_desk.speech.english_amounts import (
    CURRENCIES,
    FRACTION,
    FRONT_RULES,
    LAST_RULES,
    MONEY,
)
from operator_desk.speech.english_codes import (
    ABROAD,
    DIGITS_AND_LETTERS,
    EMAIL,
    HOUSE_RULES,
    IN_BRACKETS,
    MIXED,
    TELEPHONE_RULES,
    TICKET,
    WEB,
    WORD_AND_DIGITS,
    letters,
)
from operator_desk.speech.english_numbers import grouped
from operator_desk.speech.english_times import DAY_OF_MONTH, MONTH_DAY, TIME_RULES
from operator_desk.speech.english_words import ABBREVIATIONS, DOTTED, SIGNS
from operator_desk.speech.folded import PAUSES, folded, kind_of
from operator_desk.speech.scanning import Part, Rule, Way, after, before, rule, walk

_SAID_PAUSES = dict(zip(PAUSES, ("", " ", ", ", ", ", ", ", "; ", ". ", "! ", "? "), strict=True))


def _abbreviation(found: re.Match[str]) -> str | None:
    word, stop = found[1].lower(), found[2]
    said = ABBREVIATIONS.get(word)
    if said is None or (word in DOTTED and not stop and not re.match(r" ?[0-9]", after(found, 2))):
        return None
    return said


def _saint_or_street(found: re.Match[str]) -> str | None:
    word, stop = found.groups()
    names = {"st": ("Saint", "Street"), "dr": ("Doctor", "Drive")}[word.lower()]
    name_before = re.search(r"(?:[A-Za-z]{2}|[0-9](?:st|nd|rd|th)) $", before(found, 5))
    name_after = re.match(r" [A-Z][a-z]", after(found, 3))
    if not stop and not (word[0].isupper() and (name_before or name_after)):
        return None
    before_name = name_after and not name_before
    return names[0] if before_name else names[1]


def _word(found: re.Match[str]) -> str:
    return letters(found[0])


def _always(said: str, _found: re.Match[str]) -> str:
    return said


def _sign(found: re.Match[str]) -> str:
    """A sign's word, with blanks where the text has none."""
    left, right = before(found, 1), after(found, 1)
    said = SIGNS[found[0]]
    return (" " * (left.strip() != "") + said) + " " * (right.strip() != "")


def pause(text: str, marks: str, start: int, end: int) -> str:
    """What a run of marks says: none at the start of the text, no blank at its end."""
    said = max((kind_of(sign) for sign in marks), key=PAUSES.index)
    if start == 0 or (end == len(text) and said in ("、", "，", "：", " ")):
        return ""
    shown = _SAID_PAUSES[said]
    return shown.rstrip() if end == len(text) else shown


_DIGIT_RULES: tuple[Rule, ...] = (
    EMAIL,
    TICKET,
    *TIME_RULES,
    *TELEPHONE_RULES,
    *FRONT_RULES,
    *HOUSE_RULES,
    MONTH_DAY,
    FRACTION,
    MIXED,
    DIGITS_AND_LETTERS,
    *LAST_RULES,
)
_LETTER_RULES: tuple[Rule, ...] = (
    EMAIL,
    WEB,
    DAY_OF_MONTH,
    rule(r"[Nn]o\.? ?(?=[0-9])", partial(_always, "number ")),
    rule(r"(?i:\b(st|dr))\b(\.?)", _saint_or_street),
    rule(r"(e\.g|i\.e|[A-Za-z]+)(\.?)(?![A-Za-z0-9])", _abbreviation),
    MIXED,
    WORD_AND_DIGITS,
    rule(r"[A-Za-z]+(?:['’-][A-Za-z]+)*", _word),
)
_SIGN_RULES: dict[str, tuple[Rule, ...]] = {
    "(": (IN_BRACKETS,),
    "+": (ABROAD,),
    "#": (rule(r"# ?(?=[0-9A-Z])", partial(_always, "number ")),),
    "-": (rule(r"(?<![0-9A-Za-z])-(?=[0-9])", partial(_always, "minus ")),),
    "/": (rule(r"/(?=[A-Za-z])(?<=[A-Za-z]/)", partial(_always, " or ")), rule("/", _sign)),
    "*": (rule(r"\*(?=[0-9])", _sign),),
}


_ANY_SIGN = rule(".", _sign)


def _rules() -> dict[str, tuple[Rule, ...]]:
    rules: dict[str, tuple[Rule, ...]] = {sign: (_ANY_SIGN,) for sign in SIGNS if sign not in "*/"}
    for sign, more in _SIGN_RULES.items():
        rules[sign] = more + rules.get(sign, ())
    for sign in CURRENCIES:
        rules[sign] = (MONEY, *rules[sign])
    return rules | {"0": _DIGIT_RULES, "a": _LETTER_RULES}


_RULES = _rules()
_SOFT = r"\-.:_\\"
_SIGNS = "".join(re.escape(sign) for sign in _RULES if sign not in "0a")
WAY = Way(
    plain=re.compile(r"[^\W0-9A-Za-z_²³½¼¾]+"),
    rules=_RULES,
    alone={},
    run=re.compile(
        rf".(?:[^\w{_SIGNS}{_SOFT}]|\((?![0-9]{{3}}\))|[{_SOFT}](?![0-9A-Za-z]))*", re.DOTALL
    ),
    pause=pause,
)


def pieces(text: str) -> list[Part]:
    """What is said of each stretch of a text."""
    return walk(folded(text), text, WAY)


def digit_by_digit(number: str) -> str:
    """A number for writing down: 0 is zero, a pause in the usual places."""
    said = []
    for piece in re.findall(r"\+|[0-9]+|[A-Za-z]+|\*+", folded(number)):
        if piece[0].isdecimal():
            said.append(grouped(piece))
        elif piece[0].isalpha():
            said.append(" ".join(piece.upper()))
        else:
            said.append("plus" if piece == "+" else " ".join(["star"] * len(piece)))
    return ", ".join(said).replace("plus, ", "plus ")
