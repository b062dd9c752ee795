"""A law in Markdown: one regulation an article (第…条)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.article_json import check_size
from operator_desk.domain.errors import UserError
from operator_desk.importers.encoding import text_of
from operator_desk.importers.rows import Opened, made

_NAME = re.compile(r"(?P<law>.+?)(?:\((?P<day>\d{4}-\d{2}-\d{2})\))?")
_ARTICLE = re.compile(r"(第[一二三四五六七八九十百千零〇]+条(?:之[一二三四五六七八九十]+)?)[\s　]*")
_HEADING = re.compile(r"(#{1,6})[\s　]+(.+)")
_BLANKS = re.compile("[ \u3000]+")
_END_OF_HEAD = "<!-- INFO END -->"
KEEPS: tuple[str, ...] = (
    "category", "keywords", "old_names", "valid_from", "repealed_on", "successor", "region",
    "owner", "review_by", "phones", "answer",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StoredLaw:
    """What the store has of a law: its date, from when it is in force; whether the file's own
    version stands there under keys with its date."""

    version_date: date | None = None
    valid_from: date | None = None
    dated: bool = False


Stored = Callable[[str, date | None], StoredLaw]


def nothing(_law: str, _day: date | None) -> StoredLaw:
    """Of a law that is not stored."""
    return StoredLaw()


@dataclass(slots=True)
class _Part:
    label: str
    section: str
    line: int  # of the file, from 1
    lines: list[str] = field(default_factory=list)


def law_of(path: Path) -> tuple[str, date | None]:
    """The law and the day that a file name says. UserError: it says no law, or no such day."""
    match = _NAME.fullmatch(path.stem)
    if match is None:
        raise UserError("{path}: the file name says no law.", path=path.name)
    return match["law"], _day(match["day"])


def opened(path: Path, data: bytes, stored: Stored = nothing) -> Opened[Article]:
    """The articles of a law. `stored` tells what the store has of it.

    UserError: no title line, no article.
    """
    law, day = law_of(path)
    title, parts = _parts(path, text_of(path, data))
    if not any(part.label != "0" for part in parts):
        raise UserError("{path} has no article (第…条).", path=path.name)
    prefix, repealed = _place(law, day, stored(law, day))
    found = list(_articles(law, prefix, title, day, parts))
    keeps = KEEPS
    if repealed is not None:
        found = [(line, _repealed(article, law, repealed)) for line, article in found]
        keeps = _without_repeal()
    return Opened(lambda: made(iter(found), _checked), keeps, ("source", "section"))


def _place(law: str, day: date | None, known: StoredLaw) -> tuple[str, date | None]:
    """What the keys of a law begin with, and from when it is repealed, where that is new."""
    if day is None:
        return law, None
    dated = f"{law}({day.isoformat()})"
    if known.dated:
        return dated, None
    if known.version_date is not None and known.version_date > day:
        return dated, known.valid_from
    return law, None


def _checked(article: Article) -> Article:
    check_size(article)
    return article


def _without_repeal() -> tuple[str, ...]:
    return tuple(name for name in KEEPS if name not in ("repealed_on", "successor"))


def _repealed(article: Article, law: str, day: date) -> Article:
    return replace(article, repealed_on=day, successor=law)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UserError("{day} in the file name is not a date.", day=text) from None


def _parts(path: Path, text: str) -> tuple[str, list[_Part]]:
    lines = [line.strip() for line in text.splitlines()]
    first = next((line for line in lines if line), "")
    heading = _HEADING.fullmatch(first)
    if heading is None or len(heading[1]) != 1:
        raise UserError("{path} has no title line (# …).", path=path.name)
    start = lines.index(_END_OF_HEAD) + 1 if _END_OF_HEAD in lines else lines.index(first) + 1
    return heading[2].strip(), list(_split(lines, start))


def _split(lines: list[str], start: int) -> Iterator[_Part]:
    headings: dict[int, str] = {}
    part = _Part("0", "", start + 1)
    for number, line in enumerate(lines[start:], start + 1):
        heading = _HEADING.fullmatch(line)
        article = _ARTICLE.match(line)
        if heading:
            if part.lines:
                yield part
            level = len(heading[1])
            headings = {n: words for n, words in headings.items() if n < level}
            headings[level] = _BLANKS.sub(" ", heading[2].strip())
            part = _Part("0", _section(headings), number)
        elif article:
            if part.lines:
                yield part
            part = _Part(article[1], _section(headings), number, [line[article.end() :]])
        elif line.strip("#"):  # a heading without words says nothing
            part.lines.append(line)
    if part.lines:
        yield part


def _section(headings: dict[int, str]) -> str:
    return " / ".join(headings[level] for level in sorted(headings))


def _articles(
    law: str, prefix: str, title: str, day: date | None, parts: list[_Part]
) -> Iterator[tuple[int, Article]]:
    counts: dict[str, int] = {}
    for part in parts:
        counts[part.label] = counts.get(part.label, 0) + 1
        again = f"~{counts[part.label]}" if counts[part.label] > 1 else ""
        yield (
            part.line,
            Article(
                key=f"{prefix}#{part.label}{again}",
                kind=ArticleKind.REGULATION,
                title=f"{law} {part.label}",
                body="\n".join(part.lines).strip(),
                source=title,
                section=part.section,
                version_date=day,
            ),
        )
