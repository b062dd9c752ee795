"""One segment of the snapshot, mapped for reading."""

from __future__ import annotations

import json
import mmap
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from operator_desk.search import snapshot
from operator_desk.search.snapshot import Whole

_HEAD = 8  # bytes of a term by which many are looked up at once


class Segment:
    """Terms, postings and stored words of one segment; never changes.

    UserError: a file is missing or not as it was written.
    """

    def __init__(self, folder: Path, part: snapshot.Part) -> None:
        if not snapshot.intact(folder, part):
            raise snapshot.damaged(folder)
        home = snapshot.part_folder(folder, part.name)
        self.name, self.size = part.name, part.documents
        self._terms = _Rows(home, "terms")
        self._infos = _Rows(home, "infos")
        self._heads = _mapped(home / "heads.npy")
        self.pointers: NDArray[np.int64] = _mapped(home / "pointers.npy")
        self.docs: Whole = _mapped(home / "docs.npy")
        self._weights = home / "weights.npy"
        self._sounds = _mapped(home / "sounds.npy")
        self._sounded = _mapped(home / "sounded.npy")
        self.lengths: NDArray[np.float32] = np.load(home / "lengths.npy")
        self.totals: NDArray[np.float64] = np.load(home / "totals.npy")
        self.facts: Whole = np.load(home / "facts.npy")
        self.groups = (home / "groups").read_text("utf-8").split("\n")

    def find(self, wanted: Sequence[bytes], heads: NDArray[np.uint64]) -> NDArray[np.int64]:
        """The place of each term (with its field's letter in front), -1 where there is none."""
        places: NDArray[np.int64] = np.searchsorted(self._heads, heads)
        places[places == len(self._heads)] = -1
        places[self._heads[places] != heads] = -1
        for at, term in enumerate(wanted):
            if len(term) > _HEAD and places[at] >= 0:
                places[at] = self._among(term, int(places[at]), heads[at])
        return places

    def docs_of(self, field: str, term: str) -> Whole:
        """Documents that hold a term, in order."""
        wanted = [(snapshot.PREFIX[field] + term).encode()]
        place = int(self.find(wanted, snapshot.heads(wanted))[0])
        return self.docs[slice(*self.pointers[place : place + 2])] if place >= 0 else self.docs[:0]

    def beginning(self, field: str, start: str) -> tuple[Whole, Whole]:
        """Documents with a term that begins so, and by how many bytes the term is longer."""
        wanted = (snapshot.PREFIX[field] + start).encode()
        low = bisect_left(self._terms, wanted)
        high = bisect_left(self._terms, wanted + b"\xff", low)
        pointers = self.pointers[low : high + 1]
        longer = [len(self._terms[place]) - len(wanted) for place in range(low, high)]
        docs = self.docs[pointers[0] : pointers[-1]]
        return docs, np.repeat(np.array(longer, dtype=np.int32), np.diff(pointers))

    def alike(self, sums: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Words with one of these checksums of sounds, each after the checksum's place."""
        wanted = np.array(sums, dtype=np.uint32)
        lows = np.searchsorted(self._sounds, wanted, "left")
        highs = np.searchsorted(self._sounds, wanted, "right")
        for at in np.flatnonzero(highs > lows).tolist():
            for place in self._sounded[lows[at] : highs[at]]:
                yield at, self._terms[place][1:].decode()

    def span(self, field: str) -> slice:
        """Where the postings of a field stand."""
        letter = snapshot.PREFIX[field].encode()
        low, high = (bisect_left(self._terms, end) for end in (letter, letter + b"\xff"))
        return slice(int(self.pointers[low]), int(self.pointers[high]))

    def weights(self) -> NDArray[np.float32]:
        """How often each posting's term stands in its document; read anew, for a moment."""
        weights: NDArray[np.float32] = np.load(self._weights)
        return weights

    def info(self, doc: int) -> dict[str, Any]:
        """The stored words of a document."""
        row: dict[str, Any] = json.loads(self._infos[doc])
        return row

    def _among(self, term: bytes, low: int, head: np.uint64) -> int:
        high = int(np.searchsorted(self._heads, head, side="right"))
        place = bisect_left(self._terms, term, low, high)
        return place if place < high and self._terms[place] == term else -1


class _Rows(Sequence[bytes]):
    """Byte strings that lie one after the other in a mapped file."""

    def __init__(self, home: Path, name: str) -> None:
        self._ends = _mapped(home / f"{name}_ends.npy")
        with (home / name).open("rb") as file:
            # A file without a byte cannot be mapped.
            empty = len(self._ends) == 1 or not self._ends[-1]
            self._bytes: Any = (
                b"" if empty else mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            )

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, place: int) -> bytes: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[bytes]: ...
    def __getitem__(self, place: int | slice) -> bytes | Sequence[bytes]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        row: bytes = self._bytes[self._ends[place] : self._ends[place + 1]]
        return row


def _mapped(path: Path) -> Any:
    array = np.load(path, mmap_mode="r")
    return array.view(np.ndarray)  # slices of the subclass memmap are ten times slower
