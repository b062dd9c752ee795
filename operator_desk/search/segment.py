"""One segment of the snapshot, mapped for reading."""

from __future__ import annotations

import json
import mmap
from bisect import bisect_left
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from operator_desk.search import snapshot
from operator_desk.search.snapshot import Whole


class Segment:
    """Terms, postings and stored words of one segment; never changes.

    UserError: a file is missing or not as it was written.
    """

    def __init__(self, folder: Path, part: snapshot.Part) -> None:
        if not snapshot.intact(folder, part):
            raise snapshot.damaged(folder)
        home = snapshot.part_folder(folder, part.name)
        self.name, self.size = part.name, part.documents
        self._terms = (home / "terms").read_bytes().split(b"\n")
        self._pointers = np.load(home / "pointers.npy").tolist()
        self._docs = _mapped(home / "docs.npy")
        self._weights = _mapped(home / "weights.npy")
        self.lengths: NDArray[np.float32] = np.load(home / "lengths.npy")
        self.facts: Whole = np.load(home / "facts.npy")
        self.groups = (home / "groups").read_text("utf-8").split("\n")
        self._ends = np.load(home / "ends.npy").tolist()
        with (home / "infos").open("rb") as file:
            self._infos = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def postings(self, field: str, term: str) -> tuple[Whole, NDArray[np.float32]] | None:
        """Documents that hold the term, in order, and how often; None when none does."""
        wanted = (snapshot.PREFIX[field] + term).encode()
        at = bisect_left(self._terms, wanted)
        if at == len(self._terms) or self._terms[at] != wanted:
            return None
        span = slice(self._pointers[at], self._pointers[at + 1])
        return self._docs[span], self._weights[span]

    def beginning(self, field: str, start: str) -> tuple[Whole, Whole]:
        """Documents with a term that begins so, and by how many bytes the term is longer."""
        wanted = (snapshot.PREFIX[field] + start).encode()
        low = bisect_left(self._terms, wanted)
        high = bisect_left(self._terms, wanted + b"\xff")
        pointers = self._pointers[low : high + 1]
        longer = [len(term) - len(wanted) for term in self._terms[low:high]]
        docs = self._docs[pointers[0] : pointers[-1]]
        return docs, np.repeat(np.array(longer, dtype=np.int32), np.diff(pointers))

    def info(self, doc: int) -> dict[str, Any]:
        """The stored words of a document."""
        row: dict[str, Any] = json.loads(self._infos[self._ends[doc] : self._ends[doc + 1]])
        return row


def _mapped(path: Path) -> Any:
    array = np.load(path, mmap_mode="r")
    return array.view(np.ndarray)  # slices of the subclass memmap are ten times slower
