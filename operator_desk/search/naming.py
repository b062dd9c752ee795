"""Pinyin and digits of the names by which articles are called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from operator_desk.domain.article import Article, ArticleKind

_LONGEST = 30
_FUNCTIONS = re.compile("[\u3400-\u9fff]{2,8}")
_MOST = 24  # functions of a contact
START = "^"  # in front of a term that begins where the name begins


class Speller:
    """Pinyin of names. `known` are words with their syllables, `grown` whether some are new.

    The library (0.14 s) is loaded only for a word that was never spelt before.
    """

    def __init__(self, known: Mapping[str, Sequence[str]]) -> None:
        self.known, self.grown = dict(known), False
        self._terms: dict[tuple[str, ...], frozenset[str]] = {}

    def terms(self, pieces: tuple[str, ...]) -> frozenset[str]:
        """Initials and full pinyin of a name from each word's start on, the whole marked `^`.

        `pieces` are the words of the name, so that a reader's prefix can begin at any of them.
        """
        found = self._terms.get(pieces)
        if found is None:
            found = self._terms[pieces] = frozenset(self._spelt(pieces))
        return found

    def _spelt(self, pieces: tuple[str, ...]) -> Iterator[str]:
        sounds = [self._sounds(piece) for piece in _cut(pieces)]
        for at in range(len(sounds)):
            rest = [sound for word in sounds[at:] for sound in word]
            mark = "" if at else START
            yield mark + "".join(sound[0] for sound in rest)
            yield mark + "".join(rest)

    def _sounds(self, piece: str) -> Sequence[str]:
        if piece.isascii():
            return [piece]
        if piece not in self.known:
            from pypinyin import lazy_pinyin

            self.known[piece] = lazy_pinyin(piece)
            self.grown = True
        return self.known[piece]


def functions(article: Article) -> list[str]:
    """What a contact is for, in the short words of its text: 社保、就业、劳动监察."""
    if article.kind is not ArticleKind.CONTACT:
        return []
    runs = re.split(r"[^\u3400-\u9fff]+", article.body)
    return list(islice((run for run in runs if _FUNCTIONS.fullmatch(run)), _MOST))


def _cut(pieces: tuple[str, ...]) -> list[str]:
    kept, length = [], 0
    for piece in pieces:
        kept.append(piece[: _LONGEST - length])
        length += len(piece)
        if length >= _LONGEST:
            break
    return kept
