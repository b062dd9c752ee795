"""What a file is by its first bytes; only kinds that an answer to a ticket needs are taken."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath, PureWindowsPath

from operator_desk.domain.errors import UserError

LARGEST = 20 * 1024 * 1024
MOST = 20  # files of one ticket
SUFFIXES = {
    "application/pdf": (".pdf",),
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (".docx",),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (".xlsx",),
    "text/plain": (".txt",),
    "audio/mpeg": (".mp3",),
    "audio/wav": (".wav",),
}
_STARTS = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf2", "audio/mpeg"),
)
_OFFICE = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_MEMBERS = 5000
_NAME_LONGEST = 120


def media_of(name: str, body: bytes) -> str:
    """The media type of a file. UserError: empty, too large, of another kind."""
    if not body:
        raise UserError("{name} is empty.", name=safe_name(name))
    if len(body) > LARGEST:
        raise UserError(
            "{name} is larger than {mb} MB.", name=safe_name(name), mb=LARGEST // (1024 * 1024)
        )
    found = _sniffed(body)
    if found is None:
        raise UserError(
            "{name} is of a kind that is not taken: only PDF, PNG, JPEG, DOCX, XLSX, TXT, MP3 "
            "and WAV.",
            name=safe_name(name),
        )
    return found


def _sniffed(body: bytes) -> str | None:
    for start, media in _STARTS:
        if body.startswith(start):
            return media
    if body[:4] == b"RIFF" and body[8:12] == b"WAVE":
        return "audio/wav"
    if body.startswith(b"PK\x03\x04"):
        return _office(body)
    return "text/plain" if _is_text(body) else None


def _office(body: bytes) -> str | None:
    """A document or a sheet without programs in it; any other archive is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            names = [one.filename for one in archive.infolist()[:_MEMBERS]]
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    if "[Content_Types].xml" not in names or any("vbaproject" in one.lower() for one in names):
        return None
    return next((media for member, media in _OFFICE.items() if member in names), None)


def _is_text(body: bytes) -> bool:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            words = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        return all(sign in "\t\r\n\f" or ord(sign) >= 32 for sign in words)
    return False


def safe_name(name: str, media: str = "") -> str:
    """A file's name without any path, without control signs, with an ending of its kind."""
    last = PureWindowsPath(PurePosixPath(name).name).name
    kept = "".join(sign for sign in last if sign.isprintable() and sign not in '<>:"|?*')
    kept = kept.strip(" .")[-_NAME_LONGEST:] or "file"
    endings = SUFFIXES.get(media, ())
    return kept if not endings or kept.lower().endswith(endings) else f"{kept}{endings[0]}"
