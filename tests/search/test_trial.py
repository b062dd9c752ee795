"""What is foretold of a change is what the search finds after publishing; the index stays."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from operator_desk.domain.article import Article
from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge import QueryMode
from operator_desk.domain.language import Decided, Synonym
from operator_desk.domain.question_sets import Question
from operator_desk.search.index import IndexBuilder
from operator_desk.search.searcher import Searcher
from operator_desk.search.tables import FileTables
from operator_desk.search.trial import Trial, TrialProcess
from tests.search.texts import DAY, faq, indexed, others

LAMP, WATER = faq("lamp", "路灯不亮", "路灯坏了请报修"), faq("water", "停水", "抢修期间停水")
LAMPS = [faq(f"l{n}", f"路灯 {n}", "路灯报修电话") for n in range(12)]
ASKED = ("路灯不亮找谁", "路灯", "停水", "街灯坏了", "施工噪声扰民怎么投诉", "报修", "ld")
Change = tuple[list[Article], list[str]]
CHANGES: dict[str, Change] = {
    "other words, a new article, one taken down": (
        [replace(LAMP, title="照明", body="夜间施工噪声"), faq("noise", "施工噪声", "噪声扰民")],
        ["l3"],
    ),
    "repealed": ([replace(LAMP, repealed_on=DAY, successor="water")], []),
}


def built(folder: Path, put: list[Article], gone: list[str]) -> None:
    """Publishing, as the desk indexes it."""
    builder = IndexBuilder(folder)
    builder.put(put)
    builder.delete(gone)
    builder.commit()
    builder.close()


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trial") / "index"
    indexed(folder, [LAMP, WATER, *LAMPS, *others(30)])
    built(folder, [replace(LAMPS[0], body="路灯")], ["l1"])
    FileTables(folder).keep(Decided((Synonym("街灯", ("路灯",)),)))
    return folder


@pytest.fixture
def folder(_folder: Path, tmp_path: Path) -> Path:
    """An index of a few commits, with a deleted article and a synonym."""
    return shutil.copytree(_folder, tmp_path / "index")


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_publishing_gives_the_ranks_that_were_foretold(folder: Path, change: Change) -> None:
    asked = [(text, (key,)) for text in ASKED for key in ("lamp", "water", "l3", "noise")]
    before, aside = files(folder), folder / "trial-0"
    trial = Trial(folder)
    now = trial.ranks(asked, DAY)
    aside.mkdir()
    trial.change(aside, *change)
    foretold = trial.ranks(asked, DAY)
    assert now != foretold
    left = {name: body for name, body in files(folder).items() if not name.startswith("trial-")}
    assert left == before | {"builder.lock": left["builder.lock"]}
    assert Trial(folder).ranks(asked, DAY) == now
    built(folder, *change)
    assert Trial(folder).ranks(asked, DAY) == foretold


def test_the_place_is_that_among_the_hits(folder: Path) -> None:
    searcher = Searcher(folder)
    hits = searcher.search("路灯", limit=20, on=DAY, mode=QueryMode.TYPED)
    keys = [hit.key for hit in hits]

    def place(*gold: str, limit: int = 20) -> int:
        return searcher.place("路灯", gold, limit=limit, on=DAY, mode=QueryMode.TYPED)

    assert [place(key) for key in keys] == list(range(1, len(keys) + 1))
    assert (place(keys[4], keys[2]), place(keys[4], limit=3), place("l1")) == (3, 0, 0)


def test_a_child_tries_and_leaves_nothing(folder: Path) -> None:
    old = folder / "trial-of-one-that-was-killed"
    old.mkdir()
    os.utime(old, (0, 0))
    asked = [Question("s", "路灯不亮", ("lamp",)), Question("s", "翻车鱼", ("lamp",))]
    with TrialProcess(folder) as trial:
        assert trial.ranks(asked, DAY) == [1, None]
        trial.change([replace(LAMP, title="翻车鱼", body="")], [])
        assert [path.name for path in folder.glob("trial-*")] != []
        assert trial.ranks(asked, DAY) == [None, 1]
        trial.change([], ["lamp"])
        assert trial.ranks(asked, DAY + timedelta(days=1)) == [None, None]
        os.kill(trial.pid, signal.SIGKILL)
        with pytest.raises(UserError, match="ended before it was done"):
            trial.ranks(asked, DAY)
    assert list(folder.glob("trial-*")) == []


def test_links_are_not_needed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_source: object, _target: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refused)
    trial, aside = Trial(folder), folder / "trial-0"
    aside.mkdir()
    trial.change(aside, [], ["lamp"])
    assert trial.ranks([("路灯不亮", ("lamp",))], DAY) == [None]


def _no_index(folder: Path) -> None:
    TrialProcess(folder / "empty").__enter__()


def _not_built_upon(folder: Path) -> None:
    (folder / "whoosh" / "unfinished").touch()
    Trial(folder).change(folder / "aside", [], [])


@pytest.mark.parametrize("fault", [_no_index, _not_built_upon])
def test_without_a_sound_index_it_says_so(folder: Path, fault: Callable[[Path], None]) -> None:
    with pytest.raises(UserError, match="reindex"):
        fault(folder)
