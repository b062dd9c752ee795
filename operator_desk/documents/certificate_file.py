"""The PDF file of a certificate: its data attached, taken out again, its pages looked at.

What is read may come from anybody. The reader of PDF files is imported where it is used: a start
of the program does without it.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from operator_desk.domain.broken import Broken, fault
from operator_desk.domain.certificate_data import FILE, LARGEST
from operator_desk.domain.errors import UserError

LARGEST_FILE = 60_000_000
MOST_PAGES = 1_000
_ROOT = {"/Type", "/Pages", "/Names", "/Metadata", "/Version"}
_PAGE = {
    "/Type", "/Parent", "/Contents", "/Resources", "/Annots", "/MediaBox", "/TrimBox", "/UserUnit",
}  # fmt: skip
# How a stream is packed is no part of what it says.
_PACKING = {"/Length", "/Filter", "/DecodeParms", "/Length1", "/Length2", "/Length3"}


class Page:
    """A page as it can be compared; nothing of it is unpacked before it is asked for.

    `drawn` is the hash of all it is drawn with. The other questions are asked of pages that are
    drawn otherwise, and take time. `words` are without blanks; `pictures`: what else than words
    and lines there is; `painted_over`: an area is filled after words were written; `extra`:
    members that no page of a certificate has.
    """

    def __init__(self, page: Any) -> None:
        self._page = page

    @cached_property
    def drawn(self) -> str:
        page, seen = self._page, set[int]()
        with _reading():
            names = sorted(name for name in page if name != "/Parent")
            parts = {name: _plain(page[name], seen) for name in names}
        return hashlib.sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()

    @cached_property
    def words(self) -> str:
        with _reading():
            return "".join(self._page.extract_text().split())

    @property
    def pictures(self) -> int:
        return sum(one in _PICTURES for one in self._operations) + _annotations(self._page)

    @property
    def painted_over(self) -> bool:
        operations = self._operations
        first = next((at for at, one in enumerate(operations) if one in _WRITES), len(operations))
        return any(one in _FILLS for one in operations[first:])

    @property
    def extra(self) -> tuple[str, ...]:
        return tuple(sorted({*self._page.keys()} - _PAGE))

    @cached_property
    def _operations(self) -> list[bytes]:
        from pypdf.generic import ContentStream

        with _reading():
            contents = self._page.get_contents()
            if contents is None:
                return []
            stream = ContentStream(contents, self._page.pdf)
            return [operator for _operands, operator in stream.operations]


@dataclass(frozen=True, slots=True)
class Opened:
    """What lies in a file: the data, the pages, the title, and what a certificate has not."""

    data: bytes
    pages: tuple[Page, ...]
    title: str
    extra: tuple[str, ...]


def with_data(pdf: bytes, data: bytes) -> bytes:
    """The PDF with the data of the certificate attached."""
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    writer.add_attachment(FILE, data)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def opened(body: bytes) -> Opened:
    """Reads the file of a certificate.

    UserError: no PDF, damaged, encrypted, too large, or without the data of a certificate.
    """
    if len(body) > LARGEST_FILE:
        raise UserError("This file is too large to be a certificate.")
    if not body.startswith(b"%PDF-"):
        raise UserError("This is not a PDF file.")
    with _reading():
        return _opened(body)


def looked_at(pdf: bytes) -> tuple[tuple[Page, ...], str]:
    """The pages and the title of a PDF without data."""
    reader = _reader(pdf)
    return tuple(map(Page, reader.pages)), _title(reader)


@contextmanager
def _reading() -> Iterator[None]:
    try:
        yield
    except UserError:
        raise
    except Exception as error:  # a damaged or hostile file raises whatever its reader stumbles at
        raise UserError(
            "This PDF file cannot be read; it is damaged or cut off ({reason}).",
            reason=type(error).__name__,
        ) from error


def _reader(body: bytes) -> Any:
    from pypdf import PdfReader

    return PdfReader(io.BytesIO(body), strict=True)


def _opened(body: bytes) -> Opened:
    reader = _reader(body)
    if reader.is_encrypted:
        raise UserError("This PDF file is encrypted; a certificate is not.")
    root = reader.trailer["/Root"].get_object()
    names = root.get("/Names", {}).get_object() if "/Names" in root else {}
    extra = sorted({*root.keys()} - _ROOT) + sorted({*names.keys()} - {"/EmbeddedFiles"})
    attached = dict(reader.attachments)
    found = attached.pop(FILE, [])
    if len(found) != 1:
        raise UserError("This PDF file holds no data of a certificate.")
    if len(found[0]) > LARGEST:
        raise UserError("The data of this certificate is too large to be one.")
    if len(reader.pages) > MOST_PAGES:
        raise UserError("This file is too large to be a certificate.")
    pages = tuple(map(Page, reader.pages))
    return Opened(bytes(found[0]), pages, _title(reader), (*extra, *sorted(attached)))


def _title(reader: Any) -> str:
    return str((reader.metadata or {}).get("/Title", ""))


# -- pages -------------------------------------------------------------------------------


def _annotations(page: Any) -> int:
    return len(page["/Annots"]) if "/Annots" in page else 0


_PICTURES = {b"Do", b"BI", b"INLINE IMAGE", b"sh", b"c", b"v", b"y"}
_FILLS = {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"}
_WRITES = {b"Tj", b"TJ", b"'", b'"'}


def _plain(value: Any, seen: set[int]) -> Any:
    """An object of the file with all it refers to, as a value that can be compared."""
    from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

    value = value.get_object()
    if isinstance(value, (DictionaryObject, ArrayObject)):
        if id(value) in seen:
            return "again"
        seen.add(id(value))
    if isinstance(value, DictionaryObject):
        made: dict[str, Any] = {
            str(key): _plain(value[key], seen)
            for key in sorted(value.keys())
            if not (isinstance(value, StreamObject) and key in _PACKING)
        }
        if isinstance(value, StreamObject):
            made["stream"] = hashlib.sha256(value.get_data()).hexdigest()
        return made
    if isinstance(value, ArrayObject):
        return [_plain(one, seen) for one in value]
    return repr(value)


# -- comparing ---------------------------------------------------------------------------


def compare(
    file: Opened, pages: tuple[Page, ...], title: str, known: Any
) -> tuple[list[Broken], bool]:
    """What differs between a file and the pages laid out anew, and whether all is drawn the same.

    Drawn the same means: by the same strokes and fonts. Else (another version made the file, or
    a machine with other fonts) the words are compared, without signs that the shipped font has
    not (`known` says of a sign whether it has).
    """
    broken = [fault("file", name, "a certificate holds nothing like this") for name in file.extra]
    if len(file.pages) != len(pages):
        words = "the data makes {wanted} pages, the file has {found}"
        broken.append(fault("page", "", words, wanted=len(pages), found=len(file.pages)))
    if file.title != title:
        broken.append(Broken("file", file.title, "the title of the file is another one"))
    same = True
    for n, (ours, theirs) in enumerate(zip(pages, file.pages, strict=False), 1):
        if ours.drawn == theirs.drawn:
            continue
        same = False
        broken.extend(_page_faults(str(n), ours, theirs, known))
    return broken, same and len(file.pages) == len(pages)


def _page_faults(n: str, ours: Page, theirs: Page, known: Any) -> Iterator[Broken]:
    if _kept(ours.words, known) != _kept(theirs.words, known):
        yield Broken("page", n, "the page says something else than the data")
    if theirs.pictures > ours.pictures or theirs.painted_over:
        yield Broken("page", n, "something is drawn on the page that is no word of the data")
    for name in theirs.extra:
        yield fault("page", n, "the page holds {name}, which a certificate has not", name=name)


def _kept(words: str, known: Any) -> str:
    return "".join(one for one in words if known(one))
