"""What ships with the program and holds in every store, a bare one too."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from operator_desk import resources
from operator_desk.domain.language import Synonym
from operator_desk.importers import synonyms as synonyms_format


@cache
def synonyms(language: str) -> tuple[Synonym, ...]:
    """The shipped synonyms of a language; none where none are shipped."""
    path = resources.path("resources", "synonyms", f"{language}.jsonl")
    if not path.exists():
        return ()
    read = synonyms_format.synonyms(path)
    if read.refused:
        raise RuntimeError(f"{path.name}, row {read.refused[0].row}: {read.refused[0].reason}")
    return tuple(replace(one, shipped=True) for one in read.values)
