"""Joins knowledge, lists and calls from files with the services and the search index."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from operator_desk import resources
from operator_desk.app import Services
from operator_desk.domain import request_map
from operator_desk.domain.article import Article
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import CatalogueVersion, UnitVersion
from operator_desk.domain.knowledge import Hit, QueryMode
from operator_desk.domain.language import GAP, Synonym
from operator_desk.domain.places import Place
from operator_desk.domain.question_sets import Question
from operator_desk.domain.request_map import RequestMap
from operator_desk.domain.requests import Request
from operator_desk.domain.scripted import ScriptedCall
from operator_desk.domain.working_days import SpecialDay
from operator_desk.importers import calendar as calendar_format
from operator_desk.importers import calls as calls_format
from operator_desk.importers import catalogue as catalogue_format
from operator_desk.importers import formats, law_markdown, places, questions, synonyms, units
from operator_desk.importers import requests as requests_format
from operator_desk.importers.encoding import text_of
from operator_desk.importers.law_markdown import StoredLaw
from operator_desk.importers.rows import Read, file_bytes

if TYPE_CHECKING:
    from operator_desk.search.trial import TrialProcess

Progress = Callable[[int, int], None]
INDEX = "index"


def read_articles(desk: Services, path: Path, as_format: str | None = None) -> Read[Article]:
    """The articles of a file; a law older than the stored one is taken as repealed."""
    return formats.articles_from(path, as_format, partial(_stored_law, desk))


def stored_law(desk: Services, path: Path, as_format: str | None) -> StoredLaw:
    """What the store has of the law that a file holds, if it holds one."""
    if (as_format or formats.format_of(path)) != "law":
        return StoredLaw()
    return _stored_law(desk, *law_markdown.law_of(path))


def _stored_law(desk: Services, law: str, day: date | None) -> StoredLaw:
    if day is not None and desk.knowledge.law(f"{law}({day.isoformat()})") is not None:
        return StoredLaw(dated=True)
    first = desk.knowledge.law(law)
    return StoredLaw(first.version_date, first.valid_from) if first else StoredLaw()


def read_units(desk: Services, path: Path) -> Read[UnitVersion]:
    """The units of a file; their parents may be stored already."""
    return units.units(path, {unit.code for unit in desk.lists.units()})


def read_catalogue(desk: Services, path: Path) -> Read[CatalogueVersion]:
    """The rows of a dispatch catalogue; they may name units, places and categories of the desk."""
    named = catalogue_format.names(desk.profile, desk.lists.units(), desk.lists.places())
    return catalogue_format.catalogue(path, named, desk.catalogue.known(), desk.catalogue.rows())


def read_synonyms(path: Path) -> Read[Synonym]:
    """The synonyms of a file."""
    return synonyms.synonyms(path)


def read_places(path: Path) -> Read[Place]:
    """The places of a file, spelt where the file has no pinyin."""
    return places.places(path, _spell)


def _spell(name: str) -> tuple[str, str]:
    from pypinyin import lazy_pinyin  # 0.14 s: only where a list is taken in

    syllables = lazy_pinyin(name)
    return " ".join(syllables), "".join(syllable[:1] for syllable in syllables)


def read_special_days(path: Path) -> Read[SpecialDay]:
    """The days off and moved working days of a file."""
    return calendar_format.special_days(path)


def read_calls(path: Path) -> Read[ScriptedCall]:
    """The scripted calls of a file."""
    return calls_format.calls(path)


def map_names() -> list[str]:
    """The maps that this program ships."""
    return sorted(path.stem for path in resources.path("resources", "maps").glob("*.toml"))


def request_map_of(desk: Services, path: Path) -> RequestMap:
    """The map in a file, or the shipped one of that name. UserError: none there, or not valid."""
    if not path.exists() and path.name in map_names():
        path = resources.path("resources", "maps", f"{path.name}.toml")
    if not path.exists():
        raise UserError(
            "There is no map {path}. Shipped maps: {names}.",
            path=path,
            names=", ".join(map_names()),
        )
    return request_map.load(text_of(path, file_bytes(path)), desk.profile, path.name)


def read_requests(desk: Services, path: Path, map_: RequestMap) -> Read[Request]:
    """The requests of a file, read as a map says."""
    return requests_format.requests(path, map_, desk.clock())


def digest(path: Path) -> str:
    """SHA-256 of a file's bytes. UserError: it cannot be read (any more)."""
    return hashlib.sha256(file_bytes(path)).hexdigest()


# -- the index ---------------------------------------------------------------------------


def names(desk: Services) -> list[str]:
    """Words the segmenter must know: units and laws by their names, callers' words of editors."""
    found = {unit.name for unit in desk.lists.units()} | {
        unit.short_name for unit in desk.lists.units()
    }
    found |= {key.split("#")[0] for key in desk.knowledge.all_keys() if "#" in key}
    own = (one.lay for one in desk.language.synonyms() if not one.shipped)
    found |= {lay for lay in own if GAP not in lay}
    return sorted(found)


def update_index(desk: Services, progress: Progress = lambda _done, _of: None) -> int:
    """Indexes what is new in a child process and mends the index; the number of articles."""
    from operator_desk.search import snapshot
    from operator_desk.search.process import BuilderProcess

    folder = desk.folder / INDEX
    desk.language.publish()
    checked: list[bool] = []

    def check() -> None:
        checked.append(snapshot.sound(folder))

    behind = desk.indexing.behind() or not (folder / "cursor").exists()
    if not behind:
        check()
        if checked[0]:
            return 0
    with BuilderProcess(folder, lambda: names(desk), check if behind else _nothing) as builder:
        if builder.emptied:
            return desk.indexing.rebuild(builder, progress)
        done = desk.indexing.catch_up(builder, progress)
        if not checked[0] and not done:
            builder.commit()  # exports again what is damaged
        return done


def _nothing() -> None:
    """What is done where nothing is to be done."""


def rebuild_index(desk: Services, progress: Progress = lambda _done, _of: None) -> int:
    """Builds the index anew in a child process; the number of articles."""
    from operator_desk.search.process import BuilderProcess

    desk.language.publish()
    with BuilderProcess(desk.folder / INDEX, lambda: names(desk)) as builder:
        return desk.indexing.rebuild(builder, progress)


def alike(desk: Services, words: str, limit: int) -> list[str]:
    """Keys of the articles that the index finds for what was said; none without an index."""
    from operator_desk.search import snapshot
    from operator_desk.search.searcher import Searcher

    folder = desk.folder / INDEX
    if not words or not snapshot.current(folder):
        return []
    today, mode = desk.counting.today(), QueryMode.STATEMENT
    return [hit.key for hit in Searcher(folder).search(words, limit=limit, on=today, mode=mode)]


def search(
    desk: Services, query: str, limit: int, on: date, mode: QueryMode = QueryMode.TYPED
) -> list[Hit]:
    """The hits of a query in the index as it stands."""
    from operator_desk.search.searcher import Searcher

    return Searcher(desk.folder / INDEX, use=True).search(query, limit=limit, on=on, mode=mode)


def trial(desk: Services) -> TrialProcess:
    """The search of this desk in a child process, for questions and changes that are tried."""
    from operator_desk.search.trial import TrialProcess

    return TrialProcess(desk.folder / INDEX)


def read_questions(path: Path, set_name: str = "") -> Read[Question]:
    """The questions of a file; rows that name no set are of this one, or of the file's name."""
    return questions.questions(path, set_name)
