"""Reads the documents: fenced blocks, links, code spans, sections, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.guards.source import ROOT

DOCS = ROOT / "docs"
_FENCE = re.compile(r"^```([^\n`]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: the words behind its fence, and its text."""

    info: str
    text: str

    @property
    def lines(self) -> dict[str, str]:
        """A block of names and values, two columns."""
        return dict(line.split(maxsplit=1) for line in self.text.splitlines())


@cache
def read(name: str) -> str:
    """The text of a document below `docs`, or of README.md."""
    return (ROOT / name if name == "README.md" else DOCS / name).read_text("utf-8")


def names() -> list[str]:
    """README.md and every document below `docs`."""
    return ["README.md", *sorted(path.name for path in DOCS.glob("*.md"))]


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a text, in their order."""
    return [Block(info.strip(), words) for info, words in _FENCE.findall(text)]


def prose(text: str) -> str:
    """A text without its fenced blocks."""
    return _FENCE.sub("", text)


def spans(text: str) -> list[str]:
    """The code spans outside fenced blocks."""
    return _SPAN.findall(prose(text))


def links(text: str) -> list[str]:
    """Where the links and pictures outside fenced blocks lead."""
    return _LINK.findall(_SPAN.sub("", prose(text)))


def anchors(text: str) -> set[str]:
    """The anchors of a text's headings, as Git hosts make them."""
    found = set()
    for _level, words in _HEADING.findall(prose(text)):
        kept = re.sub(r"[^\w\- ]", "", words.lower())
        found.add(kept.replace(" ", "-"))
    return found


def sections(text: str, level: str) -> Iterator[tuple[str, str]]:
    """Heading and text of every section of a level (`##`), up to the next one or one above."""
    marks = [(m.start(), m.end(), m[1], m[2]) for m in _HEADING.finditer(text)]
    for place, (_start, end, own, words) in enumerate(marks):
        if own == level:
            later = (start for start, _, other, _ in marks[place + 1 :] if len(other) <= len(own))
            yield words, text[end : next(later, len(text))]


def table(text: str, first: str) -> list[list[str]]:
    """The rows of the table whose first column is called so; the cells without blanks around."""
    lines = text.splitlines()
    head = next(n for n, line in enumerate(lines) if line.startswith(f"| {first} |"))
    rows = []
    for line in lines[head + 2 :]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
    return rows


def file_of(link: str, base: Path) -> Path:
    """The file a link leads to, without its anchor."""
    return (base / link.partition("#")[0]).resolve()
