"""What a person says who reads a statement aloud; the statement itself is never altered.

Languages are those of the settings: `zh_CN` and `en`. The rules of a language are made when it is
first spoken, which takes some 30 ms; `warm` does it before, outside the window's thread.
"""

from __future__ import annotations

from operator_desk.speech.scanning import Part
from operator_desk.speech.sound import span_at, syllables, weights

__all__ = ["Part", "digit_by_digit", "parts", "span_at", "spoken", "syllables", "warm", "weights"]


def warm(language: str) -> None:
    """Makes the rules of a language ready; a second time it costs nothing."""
    parts("", language)


def parts(text: str, language: str) -> tuple[Part, ...]:
    """All of the text, in order, without gap or overlap; `said` may be empty (a closing quote)."""
    if language == "en":
        from operator_desk.speech import english

        return tuple(english.pieces(text))
    from operator_desk.speech import chinese

    return tuple(chinese.pieces(text))


def spoken(text: str, language: str) -> str:
    """What goes to the voice: no digits, no signs but pauses."""
    return "".join(part.said for part in parts(text, language))


def digit_by_digit(number: str, language: str) -> str:
    """A telephone number or a code for writing down."""
    if language == "en":
        from operator_desk.speech import english

        return english.digit_by_digit(number)
    from operator_desk.speech import chinese

    return chinese.digit_by_digit(number)
