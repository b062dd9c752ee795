"""How long what is said takes to say, and which written words it is at."""

from __future__ import annotations

import re
from collections.abc import Sequence

from operator_desk.speech.folded import is_han
from operator_desk.speech.scanning import Part

# Measured with espeak-ng: a character is 1, a short pause 1.6, a longer one 2.2.
_PAUSES = {"、": 1.6} | dict.fromkeys("，。；：？！", 2.2)
_ENGLISH_PAUSES = {",": 3.0, ";": 3.0, ".": 5.0, "!": 5.0, "?": 5.0, " ": 0.3}
_VOWELS = re.compile("[aeiouy]+")
_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)*")


def syllables(said: str, language: str) -> int:
    """How many syllables a voice says: one a Chinese character, one a letter (W three)."""
    # An English voice says "Chinese letter" for each character.
    each = 4 if language == "en" else 1
    other = sum(sign.isalnum() and not sign.isascii() for sign in said)
    return each * other + sum(map(_of_word, _WORD.findall(said)))


def _of_word(word: str) -> int:
    if len(word) == 1:
        return 3 if word in "Ww" else 1
    lower = word.lower().replace("'", "")
    found = len(_VOWELS.findall(lower))
    if found == 0:
        return sum(3 if letter == "w" else 1 for letter in lower)
    silent = lower.endswith("e") and not lower.endswith(("le", "ee", "ye")) and found > 1
    return found - silent


def weights(said: str, language: str) -> tuple[float, ...]:
    """How long each character of what is said takes, as parts of a Chinese character's time."""
    if language == "en":
        return tuple(_ENGLISH_PAUSES.get(sign, 1.0 if sign.isalnum() else 0.3) for sign in said)
    found = [_PAUSES.get(sign, 0.0) for sign in said]
    for n, sign in enumerate(said):
        if is_han(sign) or (sign.isalnum() and not sign.isascii()):
            found[n] = 1.0
    for word in _WORD.finditer(said):
        share = _of_word(word[0]) / len(word[0])
        found[word.start() : word.end()] = [share] * len(word[0])
    return tuple(found)


def span_at(parts: Sequence[Part], language: str, fraction: float) -> tuple[int, int]:
    """The written span (a slice) that is being said at a fraction 0…1 of the whole time."""
    if not parts:
        return 0, 0
    weighed = [weights(part.said, language) for part in parts]
    left = min(max(fraction, 0.0), 1.0) * sum(map(sum, weighed))
    last = max((n for n, shares in enumerate(weighed) if sum(shares)), default=0)
    for n, shares in enumerate(weighed[:last]):
        if left < sum(shares):
            return _inside(parts[n], shares, left)
        left -= sum(shares)
    return _inside(parts[last], weighed[last], left)


def _inside(part: Part, shares: Sequence[float], left: float) -> tuple[int, int]:
    """Where in a part: the single character where it is said as written, else all of it."""
    if len(shares) != part.end - part.start or len(shares) < 2 or not is_han(part.said[0]):
        return part.start, part.end
    for n, share in enumerate(shares):
        if left < share:
            return part.start + n, part.start + n + 1
        left -= share
    return part.end - 1, part.end
