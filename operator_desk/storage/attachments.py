"""The bytes of attachments: one file each under its SHA-256, kept once, never changed."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from operator_desk.domain.errors import UserError
from operator_desk.storage.durable import sync_folder, write_all
from operator_desk.storage.files import unwritable
from operator_desk.storage.verify_rows import Broken

FOLDER = "attachments"
_HASH = re.compile(r"[0-9a-f]{64}")
_PART = 1 << 20


class FileAttachments:
    """See `ports.AttachedBytes`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, sha256: str, body: bytes) -> bool:
        """Puts bytes on the disk for sure; False when the same were there already.

        UserError: the disk is full or cannot be written; then nothing of it is there.
        """
        path = self.path(sha256)
        try:
            if path.is_file() and _sha256(path) == sha256:
                return False
            _put(path, body)
        except OSError as error:
            raise unwritable(path, error) from error
        return True

    def read(self, sha256: str) -> bytes:
        """The bytes. UserError: missing, or not those that were kept."""
        try:
            body = self.path(sha256).read_bytes()
        except FileNotFoundError:
            raise UserError("The bytes of this attachment are missing.") from None
        except OSError as error:
            raise UserError(
                "{path} cannot be read: {reason}.",
                path=self.path(sha256),
                reason=error.strerror or error,
            ) from error
        if hashlib.sha256(body).hexdigest() != sha256:
            raise UserError("The bytes of this attachment were changed.")
        return body

    def drop(self, sha256: str) -> None:
        """Takes bytes away that no row names: their row could not be stored."""
        with suppress(OSError):
            self.path(sha256).unlink()

    def path(self, sha256: str) -> Path:
        """Where the bytes lie. ValueError: no hash."""
        if not _HASH.fullmatch(sha256):
            raise ValueError("not a SHA-256")
        return self._folder / sha256[:2] / sha256


def _put(path: Path, body: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.new")
    try:
        fd = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            write_all(fd, body)
            os.fsync(fd)
        finally:
            os.close(fd)
        os.replace(fresh, path)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise
    sync_folder(path.parent)
    sync_folder(path.parent.parent)


def _sha256(path: Path) -> str:
    made = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(_PART):
            made.update(part)
    return made.hexdigest()


# -- verification, backup ---------------------------------------------------------------------


def named(connection: Connection) -> dict[str, list[str]]:
    """The hashes that rows name, with the ids of these rows; nothing of them is trusted."""
    found: dict[str, list[str]] = {}
    if not inspect(connection).has_table("attachment"):  # of an older program
        return found
    for row in connection.execute(text("SELECT sha256, id FROM attachment ORDER BY id")):
        found.setdefault(str(row[0]), []).append(str(row[1]))
    return found


def check(connection: Connection, folder: Path) -> Iterator[Broken]:
    """Every attachment whose bytes are missing or differ."""
    yield from _check(named(connection), folder)


def _check(wanted: dict[str, list[str]], folder: Path) -> Iterator[Broken]:
    kept = FileAttachments(folder)
    for sha256, rows in wanted.items():
        words = _fault(kept, sha256)
        if words:
            yield from (Broken("attachment", row, words) for row in rows)


def _fault(kept: FileAttachments, sha256: str) -> str:
    try:
        return "" if _sha256(kept.path(sha256)) == sha256 else "its bytes were changed"
    except ValueError:
        return "the row was changed"
    except FileNotFoundError:
        return "its bytes are missing"
    except OSError:
        return "its bytes cannot be read"


def beside(backup: Path) -> Path:
    """The folder of attachments that belongs to a backup."""
    return backup.with_name(f"{backup.name}.{FOLDER}")


def copy(wanted: Iterable[str], source: Path, target: Path) -> None:
    """Copies whole attachments that the target lacks. OSError: it cannot be written."""
    old, new = FileAttachments(source), FileAttachments(target)
    for sha256 in wanted:
        if not _fault(old, sha256) and _fault(new, sha256):
            _put(new.path(sha256), old.path(sha256).read_bytes())


def remove(folder: Path) -> None:
    """Takes away a copy that was not finished."""
    shutil.rmtree(folder, ignore_errors=True)
