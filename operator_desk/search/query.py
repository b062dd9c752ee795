"""What a query is: a sentence, some keywords, letters of pinyin, or a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from operator_desk.domain.knowledge import QueryMode
from operator_desk.search.analyser import Analyser, Terms, name_form, normalise, runs

_LETTERS = re.compile(r"[a-z]{2,}")
_DIGITS = re.compile(r"[0-9]{2,}")
_ARTICLE = re.compile(r"第[〇零一二三四五六七八九十百千0-9]+条")
MOST_KEYWORDS, _SHORT = 3, 5
_LONGEST_LAW = 24
_LONGEST = 1_000  # characters of a query that are looked at


class Shape(StrEnum):
    """How a query is looked up."""

    SENTENCE = "sentence"
    KEYWORDS = "keywords"
    LETTERS = "letters"
    DIGITS = "digits"


@dataclass(frozen=True, slots=True)
class Query:
    """A query cut into terms. `compact` is without spaces and signs, `parts` are its words as
    typed between spaces, `words` are what to mark."""

    shape: Shape
    compact: str
    terms: Terms
    parts: tuple[str, ...]
    words: tuple[str, ...]
    mode: QueryMode


def parse(text: str, mode: QueryMode, analyser: Analyser) -> Query:
    """The query of a text as typed."""
    form = normalise(text[:_LONGEST])
    parts, compact = form.split(), "".join(runs(form))
    shape = Shape.SENTENCE if mode is QueryMode.STATEMENT else _shape(parts, compact)
    terms = analyser.terms(form)
    telling = [word for word in terms.words if len(word) > 1]
    words = tuple(telling) or tuple(terms.words)
    return Query(shape, compact, terms, tuple(parts), words, mode)


def names_in(query: Query) -> list[str]:
    """Names that the query may be, or that stand in it before an article's number."""
    name = name_form(query.compact)
    candidates = [name]
    found = _ARTICLE.search(name)
    if found:
        first = max(0, found.start() - _LONGEST_LAW)
        candidates += [name[at : found.end()] for at in range(first, found.start() - 1)]
    return list(dict.fromkeys(filter(None, candidates)))


def _shape(parts: list[str], compact: str) -> Shape:
    if _LETTERS.fullmatch(compact):
        return Shape.LETTERS
    if _DIGITS.fullmatch(compact):
        return Shape.DIGITS
    few = 1 <= len(parts) <= MOST_KEYWORDS and all(len(part) <= _SHORT for part in parts)
    return Shape.KEYWORDS if few else Shape.SENTENCE
