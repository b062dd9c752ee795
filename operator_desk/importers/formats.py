"""The formats of knowledge: which importer reads a file of articles."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from operator_desk.domain.article import Article
from operator_desk.domain.errors import UserError
from operator_desk.importers import contacts, jsonl, law_markdown, table
from operator_desk.importers.law_markdown import Stored, nothing
from operator_desk.importers.rows import Opened, Read, Rows, file_bytes, gathered

FORMATS = ("jsonl", "csv", "xlsx", "contacts", "law")
_ENDINGS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".md": "law", ".csv": "csv", ".xlsx": "xlsx"}


@dataclass(frozen=True, slots=True)
class Source:
    """A file of articles whose bytes were read once: its rows can be gone through again."""

    file: str
    format: str
    sha256: str
    keeps: tuple[str, ...]
    alike: tuple[str, ...]
    about: int  # how many rows it may have, 0 when that is not known
    rows: Callable[[], Rows[Article]]


def format_of(path: Path) -> str:
    """The format that a file's ending names, "" for none."""
    return _ENDINGS.get(path.suffix.lower(), "")


def source(path: Path, as_format: str | None = None, stored: Stored = nothing) -> Source:
    """A file of articles, by its ending and header, or as the format that is named.

    UserError: unknown format, or the file cannot be read as a whole.
    """
    chosen = as_format or format_of(path)
    if chosen not in FORMATS:
        raise UserError(
            "There is no format {format}. Formats: {formats}.",
            format=chosen or path.suffix or path.name,
            formats=", ".join(FORMATS),
        )
    data = file_bytes(path)
    if as_format is None and chosen in ("csv", "xlsx") and _is_contacts(path, data):
        chosen = "contacts"
    readers: dict[str, Callable[[Path, bytes], Opened[Article]]] = {
        "jsonl": jsonl.opened,
        "csv": table.opened,
        "xlsx": table.opened,
        "contacts": contacts.opened,
        "law": lambda one, text: law_markdown.opened(one, text, stored),
    }
    opened = readers[chosen](path, data)
    digest = hashlib.sha256(data).hexdigest()
    about = 0 if path.suffix.lower() == ".xlsx" else data.count(b"\n")
    return Source(path.name, chosen, digest, opened.keeps, opened.alike, about, opened.rows)


def _is_contacts(path: Path, data: bytes) -> bool:
    header, _rows = table.table_of(path, data)
    return set(header) <= set(contacts.COLUMNS)


def articles_from(
    path: Path, as_format: str | None = None, stored: Stored = nothing
) -> Read[Article]:
    """All articles of a file at once; as `source`."""
    opened = source(path, as_format, stored)
    return gathered(opened.file, opened.rows(), opened.keeps, opened.sha256, opened.alike)
