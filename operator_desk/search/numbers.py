"""Telephone numbers in the index and in queries: whole, without area code, former ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.directory import dialled, numbers_in, old_numbers
from operator_desk.domain.knowledge import Hit, QueryMode
from operator_desk.search.query import Query, Shape
from operator_desk.search.ranking import Collection
from operator_desk.search.snapshot import Whole

FORMER = "~"  # in front of the digits of a number that a contact had before
_PLAIN = 5  # from so many digits on a number needs no word that calls it one
_BEFORE = re.compile(r"(?:打|拨|电话|号码|热线|致电|tel)\D{0,3}$")
_AFTER = re.compile(r"\D{0,2}(?:电话|热线|号码|打不通|占线|没人接|无人接)")
_CONTACT = tuple(ArticleKind).index(ArticleKind.CONTACT)
_NONE = np.zeros(0, dtype=np.int32)


def terms_of(article: Article) -> set[str]:
    """The digits under which an article is found; those of former numbers marked."""
    numbers = [phone.number for phone in article.phones]
    if article.kind is ArticleKind.CONTACT:
        key = article.key.partition("~")[0]
        numbers += [number for number in numbers_in(key) if number == key]
    now = {term for number in numbers for term in (*dialled(number), _digits(number))}
    former = {term for number in old_numbers(article) for term in dialled(number)}
    return (now | {FORMER + term for term in former - now}) - {""}


def asked_for(query: Query) -> list[str]:
    """The digits of the number that a query is or holds, without its area code last."""
    if query.mode is not QueryMode.TYPED:
        return []
    form = " ".join(query.parts)
    if query.shape is Shape.DIGITS:
        return _forms(form)
    return list(dict.fromkeys(form for number in _meant(form) for form in _forms(number)))


def _forms(number: str) -> list[str]:
    return sorted({*dialled(number), _digits(number)} - {""}, key=len, reverse=True)


def _meant(form: str) -> Iterator[str]:
    """Numbers among words; short ones only where the words call them a telephone number."""
    for number in numbers_in(form):
        at = form.find(number)
        called = _BEFORE.search(form[:at]) or _AFTER.match(form[at + len(number) :])
        if called or len(_digits(number)) >= _PLAIN:
            yield number


def holders(numbers: Iterable[str], collection: Collection) -> Whole:
    """Who has exactly such a number: contacts before others, holders before former holders."""
    for term in (mark + number for mark in ("", FORMER) for number in numbers):
        docs = collection.docs("digits", term)
        contacts = docs[collection.facts["kind"][docs] == _CONTACT]
        if len(docs):
            return contacts if len(contacts) else docs
    return _NONE


def with_former(
    hits: Sequence[Hit], asked: Sequence[str], former_of: Callable[[str], Sequence[str]]
) -> list[Hit]:
    """The hits; contacts that were asked for by a number of before say which it was.

    It is among their former numbers, or that of a repealed contact whose successor they are.
    """
    if not asked:
        return list(hits)
    left = {hit.successor: hit.phone for hit in hits if hit.successor and _asked(hit.phone, asked)}
    found = []
    for hit in hits:
        old = ""
        if hit.kind is ArticleKind.CONTACT and not _asked(hit.phone, asked):
            known = (number for number in former_of(hit.key) if _asked(number, asked))
            old = next(known, left.get(hit.key, ""))
        found.append(replace(hit, formerly=old) if old else hit)
    return found


def _asked(number: str, asked: Sequence[str]) -> bool:
    """Whether a number begins as it was asked for."""
    return any(term.startswith(tuple(asked)) for term in dialled(number))


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
