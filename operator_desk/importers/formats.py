"""The formats of knowledge: which importer reads a file of articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from operator_desk.domain.article import Article
from operator_desk.domain.errors import UserError
from operator_desk.importers import contacts, jsonl, law_markdown, table
from operator_desk.importers.law_markdown import Stored
from operator_desk.importers.rows import Read

FORMATS = ("jsonl", "csv", "xlsx", "contacts", "law")


def articles_from(
    path: Path, as_format: str | None = None, stored: Stored = lambda _law: None
) -> Read[Article]:
    """The articles of a file, by its ending and header, or as the format that is named.

    UserError: unknown format, or the file cannot be read as a whole.
    """
    chosen = as_format or _format(path)
    readers: dict[str, Callable[[Path], Read[Article]]] = {
        "jsonl": jsonl.articles,
        "csv": table.articles,
        "xlsx": table.articles,
        "contacts": contacts.articles,
        "law": lambda one: law_markdown.articles(one, stored),
    }
    if chosen not in readers:
        raise UserError(
            "There is no format {format}. Formats: {formats}.",
            format=chosen or path.suffix or path.name,
            formats=", ".join(FORMATS),
        )
    return readers[chosen](path)


def _format(path: Path) -> str:
    ending = path.suffix.lower()
    if ending in (".jsonl", ".ndjson"):
        return "jsonl"
    if ending == ".md":
        return "law"
    if ending in (".csv", ".xlsx"):
        header, _rows = table.table(path)
        return "contacts" if set(header) <= set(contacts.COLUMNS) else ending[1:]
    return ""
