"""The passage of a text that shows why it was found, and the places of the found words."""

from __future__ import annotations

from collections.abc import Sequence

from operator_desk.search.analyser import normalise, positions

Marks = tuple[tuple[int, int], ...]
_LENGTH = 96
_LEAD = 24
_STOPS = "。；！？\n"
_SPACES = str.maketrans("\n\r\t", "   ")


def marks(text: str, words: Sequence[str]) -> Marks:
    """Places (start, end) of the words in a text; those that touch become one."""
    found = _found(text, words)
    if not found and (formal := _found(normalise(text), words)):
        places = positions(text)
        found = [(places[start], places[end - 1] + 1) for start, end in formal]
    return _joined(found)


def snippet(text: str, words: Sequence[str]) -> tuple[str, Marks]:
    """One line of at most about 100 characters around most of the words, with their marks."""
    whole = marks(text, words)
    start = _beginning(text, _densest(whole))
    end = min(len(text), start + _LENGTH)
    lead, tail = "…" if start else "", "…" if end < len(text) else ""
    line = lead + text[start:end].translate(_SPACES).rstrip() + tail
    shift = len(lead) - start
    inside = [(a + shift, min(b, end) + shift) for a, b in whole if start <= a < end]
    return line, tuple(inside)


def _found(form: str, words: Sequence[str]) -> list[tuple[int, int]]:
    found = []
    for word in words:
        at = form.find(word)
        while at >= 0:
            found.append((at, at + len(word)))
            at = form.find(word, at + len(word))
    return found


def _joined(found: list[tuple[int, int]]) -> Marks:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _densest(whole: Marks) -> int:
    """The start of the mark after which most marked characters follow within one line."""
    best, most, ahead, inside = 0, 0, 0, 0
    for place, (start, end) in enumerate(whole):
        while ahead < len(whole) and whole[ahead][1] <= start + _LENGTH - _LEAD:
            inside += whole[ahead][1] - whole[ahead][0]
            ahead += 1
        if inside > most:
            best, most = start, inside
        inside -= end - start if place < ahead else 0
    return best


def _beginning(text: str, mark: int) -> int:
    """Where the line begins: at the sentence when that is near, else a little before the mark."""
    near = max(0, mark - _LEAD)
    stops = [text.rfind(stop, near, mark) for stop in _STOPS]
    start = max(stops) + 1 if max(stops) >= 0 else near
    while start < len(text) and text[start].isspace():
        start += 1
    return start
