"""Synonyms and learned pairs beside the snapshot: taken up at once, and ignored when damaged."""

from __future__ import annotations

import logging
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from operator_desk.domain.article import Article
from operator_desk.domain.language import Decided, LearnedPair, LearnedTable, Synonym
from operator_desk.domain.teaching import Taught
from operator_desk.search.learning import Told
from operator_desk.search.searcher import Searcher
from operator_desk.search.tables import DECIDED, LEARNED, FileTables
from operator_desk.search.teacher import Teacher, TeacherProcess, newest
from operator_desk.search.vocabulary import PINNED, learned
from tests.domain.makers import NOON
from tests.search.texts import ask, faq, indexed, keys, others

FIRE = faq("fire", "劳动合同的解除", "用人单位单方解除劳动合同，应当通知工会。")
PAY = faq("pay", "劳动报酬", "用人单位应当支付劳动报酬。")
JUNK = faq("junk", "Bulk item collection", "Large items are collected on request.")
SENTENCE = "昨天突然被炒鱿鱼了以后该怎么办呢"
MADE = LearnedTable(NOON, told=3, lessons=2, calls=2)
TABLE = replace(
    MADE,
    pairs=(LearnedPair("炒鱿鱼", "解除", 0.5, 2), LearnedPair("炒鱿鱼", "支付", 0.2, 1)),
)


@pytest.fixture(scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("index")
    indexed(made, [FIRE, PAY, JUNK, *others(30)])
    return made


@pytest.fixture
def folder(_folder: Path, tmp_path: Path) -> Path:
    """An index of three articles that have no word of the callers."""
    return shutil.copytree(_folder, tmp_path / "index")


def test_tables_come_back_as_they_were_kept(tmp_path: Path) -> None:
    tables = FileTables(tmp_path)
    assert (tables.decided(), tables.learned(), tables.made()) == (None, None, None)
    decided = Decided(
        (Synonym("炒鱿鱼", ("解除", "劳动\n合同")),), frozenset({("a", "b")}), frozenset(), NOON
    )
    before = tables.stamps()
    tables.keep(decided)
    tables.keep_learned(TABLE)
    assert tables.decided() == decided
    assert tables.learned() == TABLE
    assert tables.made() == MADE
    assert before != tables.stamps()


@pytest.mark.parametrize("name", [DECIDED, LEARNED])
def test_a_damaged_table_is_none_and_the_log_says_so(
    tmp_path: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    tables = FileTables(tmp_path)
    tables.keep(Decided((Synonym("炒鱿鱼", ("解除",)),)))
    tables.keep_learned(TABLE)
    whole = (tmp_path / name).read_bytes()
    for harm in (b"", whole[:-3], whole.replace(b"1", b"2"), b"[1]\n" + whole, b"\xff\n"):
        (tmp_path / name).write_bytes(harm)
        with caplog.at_level(logging.WARNING):
            assert (tables.decided() if name == DECIDED else tables.learned()) is None
        assert f"{name} is damaged" in caplog.text
        caplog.clear()


def test_a_synonym_finds_the_official_text_in_an_open_search(folder: Path) -> None:
    search = Searcher(folder)
    for query in (SENTENCE, "炒鱿鱼", "BULKY  junk"):
        assert "fire" not in keys(search, query)
    FileTables(folder).keep(
        Decided((Synonym("炒鱿鱼", ("解除劳动合同",)), Synonym("bulky junk", ("bulk item",))))
    )
    search.refresh()
    for query in (SENTENCE, "炒鱿鱼", "被炒魷魚"):
        assert keys(search, query)[0] == "fire"
    assert keys(search, "I have BULKY  junk to get rid of")[0] == "junk"
    assert "junk" not in keys(search, "I have bulky junkets")
    hit = ask(search, SENTENCE)[0]
    assert "劳动合同" in [hit.title[start:end] for start, end in hit.title_marks]
    FileTables(folder).keep(Decided())
    search.refresh()
    assert "fire" not in keys(search, SENTENCE)


def test_words_with_others_between_them_stand_in_their_order(folder: Path) -> None:
    rows = (Synonym("公司…不要我", ("解除劳动合同",)), Synonym("junk…away", ("bulk item",)))
    FileTables(folder).keep(Decided(rows))
    search = Searcher(folder)
    assert keys(search, "这家公司突然说以后不要我了")[0] == "fire"
    assert keys(search, "take my JUNK right away")[0] == "junk"
    for other in ("他们说不要我了，这家公司真是", "a junkyard far away"):
        assert not {"fire", "junk"} & set(keys(search, other)[:1])


def test_a_word_that_is_asked_for_counts_more_than_one_that_is_added(folder: Path) -> None:
    FileTables(folder).keep(Decided((Synonym("炒鱿鱼", ("解除劳动合同",)),)))
    assert keys(Searcher(folder), "炒鱿鱼以后要支付劳动报酬吗")[:2] == ["pay", "fire"]


def test_what_was_learned_is_used_by_who_asks_for_it(folder: Path) -> None:
    FileTables(folder).keep_learned(TABLE)
    assert "fire" not in keys(Searcher(folder), SENTENCE)
    search = Searcher(folder, use=True)
    assert keys(search, SENTENCE)[0] == "fire"
    FileTables(folder).keep(Decided(struck=frozenset({("炒鱿鱼", "解除")})))
    search.refresh()
    assert keys(search, SENTENCE)[0] == "pay"
    FileTables(folder).keep(Decided(forgotten=NOON))
    search.refresh()
    assert not {"fire", "pay"} & set(keys(search, SENTENCE))


def test_a_pinned_pair_counts_whatever_was_learned() -> None:
    pinned = frozenset({("炒鱿鱼", "劳动合同"), ("炒鱿鱼", "解除")})
    found = learned(TABLE, Decided(pinned=pinned)).words["炒鱿鱼"]
    assert dict(found) == {"解除": 0.5, "支付": 0.2, "劳动合同": PINNED}
    assert learned(None, Decided(pinned=pinned)).words.keys() == {"炒鱿鱼"}


def taught(said: str, caller: int, article: Article = FIRE, weight: float = 1.0) -> Taught:
    return Taught(said, article.key, weight, caller)


def words(folder: Path) -> set[str]:
    table = FileTables(folder).learned()
    assert table is not None
    return {pair.lay for pair in table.pairs}


def test_what_is_learned_has_no_names_no_numbers_and_no_word_of_two_callers(folder: Path) -> None:
    said = "王小明在12楼，张伟东说锅侠，把我炒鱿鱼了，电话13800002206"
    lessons = [taught(said, 1), taught(said, 1), taught(said, 2), taught("无此文", 3, JUNK)]
    teacher = Teacher(folder)
    teacher.take([FIRE, PAY], lessons)
    teacher.learn(MADE)
    assert words(folder) == {"炒鱿鱼", "鱿鱼", "电话"}
    teacher.take([], [taught(said, 3)])  # a name stays one, whoever says it
    teacher.learn(MADE)
    assert words(folder) == {"炒鱿鱼", "鱿鱼", "电话", "锅侠"}
    table = FileTables(folder).learned()
    assert table is not None
    assert {pair.times for pair in table.pairs} == {4}


def test_what_counts_more_is_learned_rather(folder: Path) -> None:
    teacher = Teacher(folder)
    teacher.take([FIRE, PAY], [taught("炒鱿鱼", 1), taught("炒鱿鱼", 2, PAY, 0.1)])
    teacher.learn(MADE)
    table = FileTables(folder).learned()
    assert table is not None
    chance = {pair.official: pair.probability for pair in table.pairs}
    assert chance["解除"] > 5 * chance["支付"]


def test_the_newest_examples_are_learned_from_where_there_are_too_many() -> None:
    old, new = Told(("a", "b"), ("x", "y")), Told(("c",), ("x", "y", "z"))  # 6 pairs each
    assert newest([old, new], 12) == [old, new]
    assert newest([old, new], 11) == [new]
    assert newest([old, new], 5) == []


def test_a_child_learns_beside_the_window_and_ends(folder: Path) -> None:
    child = TeacherProcess(folder)
    child.take([FIRE], [])
    child.take([], [taught("被炒鱿鱼了", 1)])
    child.learn(MADE)
    child.finish()
    assert not child.working
    assert "炒鱿鱼" in words(folder)
    assert keys(Searcher(folder, use=True), SENTENCE)[0] == "fire"


def test_a_child_that_is_stopped_leaves_the_table_that_was_there(folder: Path) -> None:
    FileTables(folder).keep_learned(TABLE)
    child = TeacherProcess(folder)
    child.take([FIRE], [])
    assert child.working
    child.stop()
    assert FileTables(folder).learned() == TABLE
