"""What the search lane maps: one folder a segment, one manifest a generation, both immutable."""

from __future__ import annotations

import json
import os
import shutil
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from operator_desk.domain.errors import UserError

FORMAT = 5
SCORED = ("words", "bigrams", "characters")
PREFIX = {
    "words": "w",
    "bigrams": "b",
    "characters": "c",
    "names": "n",
    "pinyin": "p",
    "digits": "d",
    "key": "k",
}
FACTS = ("valid_from", "repealed_on", "kind", "order", "internal", "group")
ARRAYS = ("pointers", "docs", "weights", "lengths", "totals", "facts", "sounds", "sounded")
NEVER = 0  # the day of a date that is not set
_KEPT = 2
Whole = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Part:
    """A segment in a generation: its folder's name, deleted documents, checksum by file."""

    name: str
    documents: int
    deleted: tuple[int, ...]
    files: dict[str, int]


@dataclass(frozen=True, slots=True)
class Generation:
    """One state of the index, and the dictionary its texts were cut with."""

    number: int
    dictionary: tuple[str, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """A segment's content, before it is written.

    `terms` sorted by their bytes, each with the field's letter in front; the postings of
    term i are `docs[pointers[i]:pointers[i + 1]]` with `weights` beside (how often);
    `lengths[field, doc]`, `totals[field]` their sum, `facts[doc, fact]`, `infos[doc]` as JSON
    objects;
    the fact `group` is a place in `groups`, the names of laws; `sounds` are checksums of how
    words sound, in order, `sounded` the place of each one's term.
    """

    terms: list[bytes]
    pointers: NDArray[np.int64]
    docs: Whole
    weights: NDArray[np.float32]
    lengths: NDArray[np.float32]
    totals: NDArray[np.float64]
    facts: Whole
    groups: list[str]
    infos: list[bytes]
    sounds: NDArray[np.uint32]
    sounded: Whole


def heads(terms: Sequence[bytes]) -> NDArray[np.uint64]:
    """The first eight bytes of each term as a number: numbers are ordered like the terms."""
    padded = b"".join(term[:8].ljust(8, b"\0") for term in terms)
    return np.frombuffer(bytearray(padded), dtype=">u8").astype(np.uint64)


def damaged(folder: Path) -> UserError:
    """What to say when a file of the index is missing or not as it was written."""
    return UserError(
        "The search index in {folder} is damaged or of another version. "
        "Build it anew: operator-desk knowledge reindex.",
        folder=folder,
    )


def part_folder(folder: Path, name: str) -> Path:
    """Where a segment lies below the index folder."""
    return folder / "snapshot" / "segments" / name


def write_part(folder: Path, name: str, columns: Columns) -> dict[str, int]:
    """Writes a segment aside and moves it into place; the checksums by file."""
    home = part_folder(folder, name)
    aside = home.with_name(f"{name}.new")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    (aside / "groups").write_text("\n".join(columns.groups), "utf-8")
    for name in ("terms", "infos"):
        rows: list[bytes] = getattr(columns, name)
        (aside / name).write_bytes(b"".join(rows))
        np.save(aside / f"{name}_ends.npy", np.cumsum([0, *map(len, rows)], dtype=np.int64))
    np.save(aside / "heads.npy", heads(columns.terms))
    for name in ARRAYS:
        np.save(aside / f"{name}.npy", getattr(columns, name))
    for path in aside.iterdir():
        _to_disk(path)
    shutil.rmtree(home, ignore_errors=True)
    aside.rename(home)
    return checksums(home)


def checksums(home: Path) -> dict[str, int]:
    """The checksum of each file of a segment; OSError when the folder is not there."""
    return {path.name: zlib.crc32(path.read_bytes()) for path in sorted(home.iterdir())}


def intact(folder: Path, part: Part) -> bool:
    """Whether a segment's files are as they were written."""
    try:
        return checksums(part_folder(folder, part.name)) == part.files
    except OSError:
        return False


def sound(folder: Path) -> bool:
    """Whether the newest generation is there and can be read to the last byte."""
    try:
        parts = read_generation(folder, current(folder)).parts
    except (UserError, OSError):
        return False
    return all(intact(folder, part) for part in parts)


def write_generation(folder: Path, generation: Generation) -> None:
    """Makes a generation the current one in one step, then drops what is older than the last."""
    path = _manifest(folder, generation.number)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    row = asdict(generation) | {"format": FORMAT}
    text = json.dumps(row, ensure_ascii=False)
    fresh.write_text(json.dumps({"row": row, "crc": _crc(text)}, ensure_ascii=False), "utf-8")
    _to_disk(fresh)
    fresh.replace(path)
    _drop_old(folder)


def current(folder: Path) -> int:
    """The number of the newest generation; 0 when there is none."""
    return max(_numbers(folder), default=0)


def read_generation(folder: Path, number: int) -> Generation:
    """A generation's manifest.

    UserError: damaged, or written in another format. FileNotFoundError: dropped meanwhile.
    """
    try:
        whole = json.loads(_manifest(folder, number).read_text("utf-8"))
        row = whole["row"]
        if whole["crc"] != _crc(json.dumps(row, ensure_ascii=False)) or row["format"] != FORMAT:
            raise damaged(folder)
        return Generation(number, tuple(row["dictionary"]), tuple(map(_part, row["parts"])))
    except (ValueError, KeyError, TypeError):
        raise damaged(folder) from None


def _part(row: dict[str, Any]) -> Part:
    return Part(row["name"], row["documents"], tuple(row["deleted"]), row["files"])


def _crc(text: str) -> int:
    return zlib.crc32(text.encode())


def _manifest(folder: Path, number: int) -> Path:
    return folder / "snapshot" / f"generation-{number:09}.json"


def _numbers(folder: Path) -> list[int]:
    found = (folder / "snapshot").glob("generation-*.json")
    return sorted(int(path.stem.partition("-")[2]) for path in found)


def _drop_old(folder: Path) -> None:
    """Drops all but the last two; what another process maps (Windows) waits for the next time."""
    numbers = _numbers(folder)
    for number in numbers[:-_KEPT]:
        _manifest(folder, number).unlink(missing_ok=True)
    used = set(_names(folder, numbers[-_KEPT:]))
    for home in (folder / "snapshot" / "segments").glob("*"):  # an empty index has no such folder
        if home.name not in used:
            shutil.rmtree(home, ignore_errors=True)


def _names(folder: Path, numbers: Iterable[int]) -> Iterable[str]:
    for number in numbers:
        try:
            yield from (part.name for part in read_generation(folder, number).parts)
        except UserError:  # a damaged old manifest keeps nothing alive
            continue


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
