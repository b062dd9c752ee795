"""Contact lists: `number,name,authority,mode,scope` → contacts."""

from __future__ import annotations

import re
from pathlib import Path

from operator_desk.domain.article import Article, ArticleKind, Phone
from operator_desk.domain.errors import UserError
from operator_desk.importers.rows import Opened, Rows, made, numbered, once
from operator_desk.importers.table import Row, check_header, table_of

COLUMNS = ("number", "name", "authority", "mode", "scope")
KEEPS = ("source", "answer", "review_by", "region", "old_names")
_NUMBER = re.compile(r"[0-9+*#][0-9+*#\-() ]{1,30}")


def opened(path: Path, data: bytes) -> Opened[Article]:
    """The contacts of a list; the key is the number, `number~name` for a second body of it."""
    header, rows_of = table_of(path, data)
    check_header(path, header, needed=COLUMNS[:2], known=COLUMNS)

    def rows() -> Rows[Article]:
        seen: dict[str, int] = {}

        def make(given: tuple[int, Row]) -> Article:
            number, row = given
            contact = _contact(row)
            key = contact if contact not in seen else f"{contact}~{row['name']}"
            once(seen, key, number)
            return _article(key, row)

        return made(numbered(rows_of()), make)

    return Opened(rows, KEEPS)


def _contact(row: Row) -> str:
    number = row["number"]
    if not _NUMBER.fullmatch(number):
        raise UserError("{number} is no telephone number.", number=number or "—")
    if not row["name"]:
        raise UserError("Field {field} is missing or empty.", field="name")
    return number


def _article(key: str, row: Row) -> Article:
    authority, mode, scope = (row.get(name, "") for name in ("authority", "mode", "scope"))
    return Article(
        key=key,
        kind=ArticleKind.CONTACT,
        title=f"{row['name']} {row['number']}",
        body=scope,
        section=mode,
        category=authority,
        owner=authority,
        keywords=(row["name"], row["number"]),
        phones=(Phone(row["number"], use=mode),),
    )
