"""The data in a certificate: what it holds, how it is written, and how it is read again.

docs/canonical-form.md describes it. Nothing that comes out of a file is trusted: `parse` takes
one spelling only and no member that it does not know.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar, cast
from uuid import UUID

from operator_desk.domain import canonical
from operator_desk.domain.certificate_rows import HASH, Linked, row_of
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import TABLES, Erasure, Fact
from operator_desk.domain.terms import Secrecy
from operator_desk.domain.times import parse_instant

VERSION = 1
FILE = "operator-desk-certificate.json"
LARGEST = 8_000_000  # bytes; a call with a thousand statements has two million
MOST_ROWS = 10_000
_LANGUAGE = re.compile(r"[a-z]{2}(_[A-Z]{2})?", re.ASCII)
_ZONE = re.compile(r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*", re.ASCII)
F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True)
class Text:
    """A text that the certificate opens, with the salt of its commitment."""

    salt: bytes
    words: str


@dataclass(frozen=True, slots=True)
class Witnessed:
    """The newest line of the witness when the certificate was made; `lines`: of this desk."""

    lines: int
    at: str
    n: int
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """What a certificate says, before it is laid out.

    `rows` stand in the order of their links. `says` holds words for codes (list, code). `digest`
    is the SHA-256 of the data as it is written.
    """

    full: bool
    made_at: datetime
    made_by: str
    program: str
    desk: str
    ticket: str
    hotline: str
    language: str
    time_zone: str
    secrecy: Secrecy
    says: dict[tuple[str, str], str]
    rows: tuple[Linked, ...]
    texts: dict[str, Text]
    left_out: tuple[str, ...]
    head: tuple[int, str]
    witness: Witnessed | None
    digest: str

    def of(self, cls: type[F]) -> list[F]:
        """The facts of a class, in the order of their links; not those that are withheld."""
        name = TABLES[cls]
        found = (row.fact for row in self.rows if row.table == name and row.fact is not None)
        return [cast(F, fact) for fact in found]

    @property
    def erased(self) -> frozenset[str]:
        """Commitments whose texts were erased."""
        return frozenset(row.personal_id for row in self.of(Erasure))

    def word(self, of: str, code: str | None) -> str:
        """What a code is called; the code itself where nothing is said."""
        return self.says.get((of, code or ""), code or "")


def written(values: Mapping[str, Any]) -> bytes:
    """The data as it stands in the file: canonical JSON, so it has one spelling only."""
    return canonical.dump(values)


def digest(body: bytes) -> str:
    """What is printed on every certificate of its data: 64 hexadecimal digits."""
    return hashlib.sha256(body).hexdigest()


def groups(code: str, size: int = 8) -> str:
    """A hash in groups that can be compared by eye."""
    return " ".join(code[at : at + size] for at in range(0, len(code), size))


def check_code(digest: str) -> str:
    """What two papers are compared by: the first 16 digits of the data's hash."""
    return groups(digest[:16].upper(), 4)


def parse(body: bytes) -> Data:
    """Reads the data of a certificate.

    UserError: it is none, it is damaged in its form, or a newer program made it.
    """
    if len(body) > LARGEST:
        raise UserError("The data of this certificate is too large to be one.")
    try:
        values = json.loads(
            body.decode("utf-8"),
            object_pairs_hook=_once,
            parse_float=_refused,
            parse_constant=_refused,
        )
        if isinstance(values, dict) and _is_newer(values):
            raise UserError("This certificate was made by a newer version of the program.")
        if written(values) != body:
            raise ValueError("spelling")
        return _data(_In(values, "data"), digest(body))
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        place = error.args[0] if isinstance(error, _OddError) else type(error).__name__
        raise UserError(
            "What lies in this file is not the data of a certificate ({place}).", place=place
        ) from error


def _is_newer(values: Mapping[str, Any]) -> bool:
    version = values.get("certificate")
    return type(version) is int and version > VERSION


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a member stands twice")
    return made


def _refused(text: str) -> Any:
    raise ValueError(text[:80])


class _OddError(ValueError):
    """Where the data is not as it should be."""


class _In:
    """An object of the data whose members are read one by one, and no other may be there."""

    def __init__(self, value: Any, place: str) -> None:
        self.place = place
        if not isinstance(value, dict):
            raise _OddError(place)
        self._left = dict(value)

    def _take(self, name: str, kind: type, *, may_lack: bool = False) -> Any:
        if may_lack and name not in self._left:
            return None
        value = self._left.pop(name, None)
        if type(value) is not kind:
            raise _OddError(f"{self.place}.{name}")
        return value

    def text(self, name: str) -> str:
        return cast(str, self._take(name, str))

    def flag(self, name: str) -> bool:
        return cast(bool, self._take(name, bool))

    def whole(self, name: str) -> int:
        return cast(int, self._take(name, int))

    def like(self, name: str, form: re.Pattern[str]) -> str:
        text = self.text(name)
        if not form.fullmatch(text):
            raise _OddError(f"{self.place}.{name}")
        return text

    def hash(self, name: str) -> str:
        return self.like(name, HASH)

    def object(self, name: str) -> _In:
        return _In(self._take(name, dict), f"{self.place}.{name}")

    def maybe(self, name: str) -> _In | None:
        value = self._take(name, dict, may_lack=True)
        return None if value is None else _In(value, f"{self.place}.{name}")

    def raw(self, name: str) -> dict[str, Any] | None:
        return cast("dict[str, Any] | None", self._take(name, dict, may_lack=True))

    def texts(self, name: str) -> list[str]:
        found = cast("list[Any]", self._take(name, list))
        if not all(type(one) is str for one in found):
            raise _OddError(f"{self.place}.{name}")
        return cast("list[str]", found)

    def list(self, name: str) -> list[_In]:
        found = self._take(name, list)
        return [_In(one, f"{self.place}.{name}[{at}]") for at, one in enumerate(found)]

    def done(self) -> None:
        """Refuses what nobody has asked for."""
        if self._left:
            raise _OddError(f"{self.place}.{sorted(self._left)[0]}")


def _data(values: _In, digested: str) -> Data:
    if (values.whole("certificate"), values.whole("form")) != (VERSION, canonical.FORM):
        raise _OddError("data.certificate")
    head = values.object("head")
    texts, says = values.list("texts"), values.list("says")
    rows, count_says = values.list("rows"), len(says)
    if len(rows) > MOST_ROWS:
        raise _OddError("data.rows")
    made = Data(
        full=values.flag("full"),
        made_at=parse_instant(values.text("made_at")),
        made_by=values.text("made_by"),
        program=values.text("program"),
        desk=values.text("desk"),
        ticket=values.text("ticket"),
        hotline=values.text("hotline"),
        language=values.like("language", _LANGUAGE),
        time_zone=values.like("time_zone", _ZONE),
        secrecy=Secrecy(values.text("secrecy")),
        says=dict(_says(says)),
        rows=tuple(map(_linked, rows)),
        texts=dict(map(_text, texts)),
        left_out=tuple(values.texts("left_out")),
        head=(head.whole("n"), head.hash("hash")),
        witness=_witnessed(values.maybe("witness")),
        digest=digested,
    )
    head.done()
    values.done()
    for name, kept, count in (
        ("texts", list(made.texts), len(texts)),
        ("says", list(made.says), count_says),
        ("left_out", list(made.left_out), len(set(made.left_out))),
    ):
        if len(kept) != count or kept != sorted(kept):  # one order only, nothing twice
            raise _OddError(f"data.{name}")
    return made


def _says(rows: Iterable[_In]) -> Iterable[tuple[tuple[str, str], str]]:
    for row in rows:
        yield (row.text("list"), row.text("code")), row.text("says")
        row.done()


def _linked(row: _In) -> Linked:
    n, prev, hashed = row.whole("n"), row.hash("prev"), row.hash("hash")
    if (value := row.raw("row")) is not None:
        row.done()
        try:
            table, body, fact = row_of(value)
        except (ValueError, TypeError) as error:
            raise _OddError(f"{row.place}.row: {error}") from error
        content = canonical.content_hash(body)
        return Linked(n, prev, hashed, table, fact.id, content, body, fact)
    withheld = row.object("withheld")
    made = Linked(
        n, prev, hashed, withheld.text("table"), UUID(withheld.text("id")), withheld.hash("content")
    )
    withheld.done()
    row.done()
    return made


def _text(row: _In) -> tuple[str, Text]:
    made = row.hash("id"), Text(bytes.fromhex(row.hash("salt")), row.text("text"))
    row.done()
    return made


def _witnessed(row: _In | None) -> Witnessed | None:
    if row is None:
        return None
    made = Witnessed(row.whole("lines"), row.text("at"), row.whole("n"), row.hash("hash"))
    parse_instant(made.at)
    row.done()
    return made
