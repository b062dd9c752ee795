"""A file of articles on its way in: what it is, and its rows a few at a time."""

from __future__ import annotations

from dataclasses import dataclass

from operator_desk.domain.article import Article
from operator_desk.domain.errors import UserError

Row = tuple[int, Article | UserError]  # number from 1, as an editor counts; the article or why not


@dataclass(frozen=True, slots=True)
class FileHead:
    """A file that was opened: name, format, hash of its bytes, the fields it does not have.

    A stored value of a field of `alike` stays where it says the same but for blanks. `about` is
    how many rows it may have, 0 when that is not known.
    """

    file: str
    format: str
    sha256: str
    keeps: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    about: int = 0


@dataclass(frozen=True, slots=True)
class FileRows:
    """The next rows of a file; `last` when there are no more."""

    rows: tuple[Row, ...]
    last: bool
