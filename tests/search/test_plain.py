"""Without a sound index the stored texts answer, and the index is mended meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from operator_desk import app
from operator_desk.app import content
from operator_desk.app.searching import OpenSearch
from operator_desk.domain.article import Article, ArticleKind, Phone
from operator_desk.domain.knowledge import QueryMode
from operator_desk.search import snapshot
from operator_desk.services.people import machine_actor

TODAY = date(2026, 11, 25)
LAMP = Article("lamp", ArticleKind.FAQ, "路灯不亮找谁", body="拨打 **照明中心** 电话报修。")
OLD = replace(
    LAMP, key="old", title="路灯不亮找谁（旧）", repealed_on=date(2020, 1, 1), successor="lamp"
)
OFFICE = Article(
    "office", ArticleKind.CONTACT, "照明中心", phones=(Phone("0551-62800123", use="报修"),)
)


class Finder:
    """The search of a window over a desk, with what it does when it finds damage."""

    def __init__(self, desk: app.Services) -> None:
        self.desk, self.damages = desk, 0
        self.search = OpenSearch(desk.folder / content.INDEX, desk.knowledge.holding, self._damaged)

    def _damaged(self) -> None:
        self.damages += 1

    def keys(self, query: str, kinds: frozenset[ArticleKind] | None = None) -> list[str]:
        """The keys of the hits of a query typed today."""
        hits = self.search(query, limit=5, on=TODAY, mode=QueryMode.TYPED, kinds=kinds)
        return [hit.key for hit in hits]


@pytest.fixture
def finder(tmp_path: Path) -> Finder:  # type: ignore[misc]
    folder = tmp_path / "desk"
    app.create_desk(folder)
    with app.open_desk(folder, writing=True) as desk:
        desk.knowledge.put(machine_actor("anna"), [LAMP, OLD, OFFICE])
        yield Finder(desk)


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)


def test_a_desk_whose_index_is_still_to_be_built_answers(finder: Finder) -> None:
    assert finder.keys("路灯不亮") == ["lamp", "old"]
    assert finder.keys("62800123") == ["office"]
    assert finder.keys("照明中心", frozenset({ArticleKind.CONTACT})) == ["office"]
    assert finder.keys("翻车鱼") == []
    assert (finder.search.scanning, finder.damages) == (True, 0)
    content.update_index(finder.desk)
    assert finder.keys("路灯不亮")[0] == "lamp"
    assert finder.search.scanning is False


def test_a_damaged_index_is_noticed_once_and_mended_while_the_texts_answer(finder: Finder) -> None:
    content.update_index(finder.desk)
    folder = finder.desk.folder / content.INDEX
    (home,) = (folder / "snapshot" / "segments").iterdir()
    _flip(home / "docs.npy")
    assert finder.keys("路灯不亮") == finder.keys("路灯") == ["lamp", "old"]
    assert (finder.search.scanning, finder.damages) == (True, 1)
    content.update_index(finder.desk)
    assert snapshot.sound(folder)
    assert finder.keys("路灯不亮")[0] == "lamp"
    assert (finder.search.scanning, finder.damages) == (False, 1)


def test_what_is_damaged_under_an_open_search_is_noticed_by_its_answer(finder: Finder) -> None:
    content.update_index(finder.desk)
    assert finder.keys("路灯不亮")[0] == "lamp"
    folder = finder.desk.folder / content.INDEX
    (home,) = (folder / "snapshot" / "segments").iterdir()
    with (home / "infos").open("r+b") as file:  # the file that the open search has mapped
        file.write(b"\0" * (home / "infos").stat().st_size)
    assert finder.keys("路灯不亮")[0] == "lamp"
    assert (finder.search.scanning, finder.damages) == (True, 1)
