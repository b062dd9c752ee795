"""What the program ships for a language, read the way the program reads it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from operator_desk import app, resources
from operator_desk.app import starting
from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.profile import Profile
from operator_desk.importers.formats import articles_from
from operator_desk.importers.jsonl import objects

PROFILES = {"zh_CN": "general-12345", "en": "city-311"}
ASKED = (ArticleKind.FAQ, ArticleKind.PROCEDURE)
OPEN = {"zh_CN": "待本中心确认", "en": "to be confirmed by the centre"}
# Short codes of the country's number plan, and whole numbers, as they stand in a text.
NUMBER = {
    "zh_CN": re.compile(r"(?<![\d.〔-])(?:1[12]\d|1[02-9]\d{3}|9[56]\d{3}|12110)(?![\d.%年])"),
    "en": re.compile(r"(?<![\d.,-])(?:[2-9]11|988|1-8\d\d-\d{3}-\d{4})(?![\d%-])"),
}


@cache
def profile(language: str) -> Profile:
    """The shipped profile of a language."""
    return app.load_profile(PROFILES[language])


@cache
def files(language: str) -> dict[str, tuple[Article, ...]]:
    """The starter articles of a language, by file; a row that is refused fails the test."""
    found = {}
    for path in starting.starter_files(language):
        read = articles_from(path)
        assert read.refused == (), path
        found[path.stem] = read.values
    return found


@cache
def articles(language: str) -> tuple[Article, ...]:
    """All starter articles of a language."""
    return tuple(article for values in files(language).values() for article in values)


def asked(language: str) -> list[Article]:
    """The articles that answer a question."""
    return [article for article in articles(language) if article.kind in ASKED]


def practice(language: str, name: str) -> Path:
    """A file of the invented city."""
    return resources.path("resources", "practice", language, name)


@cache
def call_rows(language: str) -> tuple[dict[str, Any], ...]:
    """The scripted calls of the invented city as they stand in the file."""
    rows = [row for _number, row in objects(practice(language, "calls.jsonl"))]
    assert all(isinstance(row, dict) for row in rows)
    return tuple(rows)  # type: ignore[arg-type]
