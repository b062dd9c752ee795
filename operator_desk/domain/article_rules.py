"""What an article must and should be, seen beside the others of the knowledge base."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Protocol

from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.article_form import Problem, read_sheet, sheet_of
from operator_desk.domain.errors import UserError

_HTML = re.compile(r"</?[a-zA-Z][^<>]*>")
_STEPS = 50  # of successors followed: a longer chain is a circle by itself
_TOLD = (ArticleKind.REGULATION, ArticleKind.PROCEDURE, ArticleKind.FAQ, ArticleKind.CONTACT)


class Head(Protocol):
    """What is asked of another article."""

    @property
    def key(self) -> str: ...
    @property
    def successor(self) -> str | None: ...


Find = Callable[[str], Head | None]


def problems(
    article: Article, find: Find, on: date, before: Article | None = None
) -> list[Problem]:
    """What is wrong with an article on a day.

    `find` gives the article with a key, or the first one of the law of that name; `before` is
    what it was: a fault that was there already is told and keeps nobody from mending another.
    """
    _read, own = read_sheet(sheet_of(article))
    return [*own, *_successor(article, find, before), *_hints(article, on)]


def blocking(found: list[Problem]) -> UserError | None:
    """The first problem that has to be mended, as an error to raise."""
    errors = (problem.error for problem in found if problem.blocks)
    return next((UserError(error.text, **error.values) for error in errors), None)


def successor_trouble(key: str, successor: str, find: Find) -> UserError | None:
    """Why an article cannot have this successor: itself, not there, or a circle."""
    if successor == key:
        return UserError("An article cannot be its own successor.")
    head = find(successor)
    if head is None:
        return UserError(
            "The successor {name} is neither an article nor a law of this store.", name=successor
        )
    seen = {key}
    for _ in range(_STEPS):
        if head.key in seen:
            return UserError("The successor {name} leads back to this article.", name=successor)
        seen.add(head.key)
        following = find(head.successor) if head.successor else None
        if head.successor == key:
            break
        if following is None:
            return None
        head = following
    return UserError("The successor {name} leads back to this article.", name=successor)


def _successor(article: Article, find: Find, before: Article | None) -> Iterator[Problem]:
    if not article.successor:
        return
    trouble = successor_trouble(article.key, article.successor, find)
    if trouble is not None:
        known = before is not None and before.successor == article.successor
        yield Problem("successor", trouble, blocks=not known)


def _hints(article: Article, on: date) -> Iterator[Problem]:
    for field, error in _lacking(article, on):
        yield Problem(field, error, blocks=False)
    if article.review_by is not None and article.review_by < on:
        over = UserError("The day of review {day} is over.", day=article.review_by)
        yield Problem("review_by", over, blocks=False)


def _lacking(article: Article, on: date) -> Iterator[tuple[str, UserError]]:
    if article.repealed_on and article.repealed_on <= on and not article.successor:
        yield "successor", _NO_SUCCESSOR
    if article.kind is ArticleKind.CONTACT and not article.phones:
        yield "phones", _NO_PHONES
    if article.kind in _TOLD and not article.source:
        yield "source", _NO_SOURCE
    if article.kind in _TOLD and article.review_by is None:
        yield "review_by", _NO_REVIEW
    if _HTML.search(article.body):
        yield "body", _IS_HTML


_NO_SUCCESSOR = UserError("Repealed without a successor: nothing says what is in force instead.")
_NO_PHONES = UserError("A contact without a number helps no caller.")
_NO_SOURCE = UserError("Say where it stands written.")
_NO_REVIEW = UserError("Set a day by which it is looked at again.")
_IS_HTML = UserError("HTML is shown as it is written; use Markdown.")
