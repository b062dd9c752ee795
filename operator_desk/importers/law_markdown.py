"""A law in Markdown: one regulation an article (第…条)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.errors import UserError
from operator_desk.importers.rows import Read, file_bytes, file_text

_NAME = re.compile(r"(?P<law>.+?)(?:\((?P<day>\d{4}-\d{2}-\d{2})\))?")
_ARTICLE = re.compile(r"(第[一二三四五六七八九十百千零〇]+条(?:之[一二三四五六七八九十]+)?)[\s　]*")
_HEADING = re.compile(r"(#{1,6})[\s　]+(.+)")
_BLANKS = re.compile("[ \u3000]+")
_END_OF_HEAD = "<!-- INFO END -->"
KEEPS = (
    "category", "keywords", "old_names", "valid_from", "repealed_on", "successor", "region",
    "owner", "review_by", "phones", "answer",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Newer:
    """The stored version of a law: its date, and from when it is in force."""

    version_date: date
    valid_from: date | None


Stored = Callable[[str], Newer | None]


@dataclass(slots=True)
class _Part:
    label: str
    section: str
    lines: list[str] = field(default_factory=list)


def articles(path: Path, stored: Stored = lambda _law: None) -> Read[Article]:
    """The articles of a law. `stored` tells of a newer version that the store has.

    UserError: no title line, no article.
    """
    match = _NAME.fullmatch(path.stem)
    if match is None:
        raise UserError("{path}: the file name says no law.", path=path.name)
    law, day = match["law"], _day(match["day"])
    title, parts = _parts(path, file_text(path, file_bytes(path)))
    if not any(part.label != "0" for part in parts):
        raise UserError("{path} has no article (第…条).", path=path.name)
    newer = stored(law)
    if newer is not None and day is not None and newer.version_date > day:
        prefix, repealed = f"{law}({day.isoformat()})", newer.valid_from
    else:
        prefix, repealed = law, None
    found = tuple(_articles(law, prefix, title, day, parts))
    if repealed is not None:
        return Read(tuple(_repealed(one, law, repealed) for one in found), (), _without_repeal())
    return Read(found, (), KEEPS)


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
    return heading[2].strip(), list(_split(lines[start:]))


def _split(lines: list[str]) -> Iterator[_Part]:
    headings: dict[int, str] = {}
    part = _Part("0", "")
    for line in lines:
        heading = _HEADING.fullmatch(line)
        article = _ARTICLE.match(line)
        if heading:
            if part.lines:
                yield part
            level = len(heading[1])
            headings = {n: words for n, words in headings.items() if n < level}
            headings[level] = _BLANKS.sub(" ", heading[2].strip())
            part = _Part("0", _section(headings))
        elif article:
            if part.lines:
                yield part
            part = _Part(article[1], _section(headings), [line[article.end() :]])
        elif line.strip("#"):  # a heading without words says nothing
            part.lines.append(line)
    if part.lines:
        yield part


def _section(headings: dict[int, str]) -> str:
    return " / ".join(headings[level] for level in sorted(headings))


def _articles(
    law: str, prefix: str, title: str, day: date | None, parts: list[_Part]
) -> Iterator[Article]:
    counts: dict[str, int] = {}
    for part in parts:
        counts[part.label] = counts.get(part.label, 0) + 1
        again = f"~{counts[part.label]}" if counts[part.label] > 1 else ""
        yield Article(
            key=f"{prefix}#{part.label}{again}",
            kind=ArticleKind.REGULATION,
            title=f"{law} {part.label}",
            body="\n".join(part.lines).strip(),
            source=title,
            section=part.section,
            version_date=day,
        )
