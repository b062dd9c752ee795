"""The section of imports, by its keys: looked at, taken in, stopped, taken back, found."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from operator_desk.domain.errors import UserError
from operator_desk.domain.incoming import FileHead, FileRows, Row
from operator_desk.domain.terms import Role
from operator_desk.importers.formats import FORMATS, Source, source
from operator_desk.services.batches import Batch
from operator_desk.services.people import Actor, machine_actor
from operator_desk.ui.knowledge.imports import choosing
from operator_desk.ui.knowledge.imports.section import ImportsSection
from operator_desk.ui.main_window import MainWindow
from tests.services.desk import profile
from tests.ui.content import ARTICLES
from tests.ui.desk import Desk
from tests.ui.faulty import FULL, FaultyStore

pytestmark = pytest.mark.window
LAMP = next(one for one in ARTICLES if one.key == "own:lamp")


class FakeFiles:
    """Reads with the real importers, here and at once; `waits` makes it never ready."""

    def __init__(self) -> None:
        self.waits = self.closed = False
        self._source: Source | None = None
        self._rows: Iterable[Row] = ()
        self._answer: Any = None

    def begin(self, path: Path, as_format: str) -> None:
        try:
            self._source = source(path, as_format or None)
        except UserError as error:
            self._answer = error
            return
        one, self._rows = self._source, self._source.rows()
        self._answer = FileHead(
            one.file, one.format, one.sha256, one.keeps, one.alike, one.about
        )  # fmt: skip

    def more(self, count: int) -> None:
        rows = []
        for row in self._rows:
            rows.append(row)
            if len(rows) == count:
                break
        self._answer = FileRows(tuple(rows), len(rows) < count)

    def ready(self) -> bool:
        return not self.waits

    def take(self) -> Any:
        answer, self._answer = self._answer, None
        assert answer is not None, "nothing was asked"
        if isinstance(answer, UserError):
            raise answer
        return answer

    def close(self) -> None:
        self.closed = True


class Imports(Desk):
    """An editor at the section of imports; no child reads and no index is built."""

    def _fill(self) -> None:
        super()._fill()
        self.indexed: list[list[str]] = []
        self.files = FakeFiles()
        row = self.services.people.add(
            machine_actor("test"), "wang", "wang", [Role.EDITOR], None
        )  # fmt: skip
        self.actor = Actor(row.staff_id, row.login, row.name, row.roles)

    def _index(self, _progress: object) -> int:
        self.indexed.append(self.services.indexing.behind())
        return 1

    def opened(self) -> MainWindow:
        """A window over the desk, the imports in front."""
        self.parts = replace(self.parts, index=self._index, files=lambda: self.files)
        window = super().opened()
        window.run("show_imports")
        return window

    @property
    def section(self) -> ImportsSection:
        """What is in front."""
        front = self.window.pages["show_imports"].front  # type: ignore[attr-defined]
        assert isinstance(front, ImportsSection)
        return front

    def looks_at(self, *paths: Path) -> None:
        """Chooses files and waits until they were looked at."""
        self.section.take_in.area.chosen.emit(list(paths))
        self.rests()

    def rests(self) -> None:
        """Waits until nothing runs."""
        part = self.section
        self.wait(lambda: not (part.take_in.strip.running or part.undo.run_strip.running))

    def cells(self) -> list[tuple[str, str]]:
        """Number and fate of the rows that are shown."""
        model = self.section.take_in.table.rows
        return [
            (model.columns[1].cell(row), model.columns[2].cell(row)) for row in model.rows
        ]  # fmt: skip

    def batches(self) -> list[Batch]:
        """The batches of the store, the newest first."""
        return self.services.batches.all()


@pytest.fixture
def desk(prepared: QApplication, qtbot: QtBot, tmp_path: Path) -> Imports:
    """A window of an editor."""
    del prepared
    return Imports(qtbot, FaultyStore("A07"), profile(), tmp_path)


def tab_to(desk: Imports, target: QPushButton, limit: int = 60) -> None:
    """Presses Tab until a button has the keys."""
    for _ in range(limit):
        if desk.focus() is target:
            return
        desk.press("Tab")
    raise AssertionError(f"Tab never reached {target.text()}")


def jsonl(path: Path, *rows: dict[str, str] | str) -> Path:
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def fresh(n: int) -> dict[str, str]:
    return {"key": f"new:{n}", "kind": "faq", "title": f"新条目 {n}", "body": "正文"}


CHANGED = {"key": LAMP.key, "kind": "faq", "title": "路灯坏了怎么报修", "body": LAMP.body}


def test_refused_rows_are_left_out_only_when_the_editor_says_so(
    desk: Imports, tmp_path: Path
) -> None:
    path = jsonl(tmp_path / "a.jsonl", CHANGED, '{"key": "x"', fresh(1))
    desk.looks_at(path)
    part, pane = desk.section.take_in, desk.section.row
    assert desk.cells() == [("2", "未收"), ("1", "有改动"), ("3", "新增")]
    assert desk.batches() == []
    assert desk.focus() is part.table

    desk.press("Down", "Return")
    assert desk.focus() is pane.diff
    title = next(row.words() for row in pane.diff.changes.rows if row.line is not None)
    assert LAMP.title in title
    assert "路灯坏了怎么报修" in title
    desk.press("Escape")
    assert desk.focus() is part.table

    assert "1" in part._words.text()
    assert part.buttons["take"].property("role") != "primary"
    tab_to(desk, part.buttons["take"])
    desk.press("Return")
    desk.rests()
    (batch,) = desk.batches()
    assert (batch.added, batch.changed, batch.refused, batch.name) == (1, 1, 1, "a.jsonl")
    assert desk.services.knowledge.get("new:1").article.title == "新条目 1"
    assert {"new:1", LAMP.key} <= set(desk.indexed[-1])

    report = tmp_path / "report.csv"
    part.save_report(report)
    rows = list(csv.reader(report.read_text("utf-8-sig").splitlines()))
    assert [row[:4] for row in rows[1:]] == [
        ["a.jsonl", "2", "未收", ""],
        ["a.jsonl", "1", "有改动", LAMP.key],
        ["a.jsonl", "3", "新增", "new:1"],
    ]
    assert rows[1][5].endswith("。")


def test_an_import_is_taken_back_whole_and_what_changed_since_stays(
    desk: Imports, tmp_path: Path
) -> None:
    desk.looks_at(jsonl(tmp_path / "a.jsonl", CHANGED, fresh(1), fresh(2)))
    desk.section.take_in.take()
    desk.rests()
    article = desk.services.knowledge.get("new:2").article
    desk.services.knowledge.put(desk.actor, [replace(article, title="后来改过")])

    desk.press("Tab")
    tab_to(desk, desk.section.take_in.buttons["undo"])
    desk.press("Return")
    pane = desk.section.undo
    assert desk.section.batches.table.currentIndex().row() == 0
    assert [(row.key, row.back) for row in pane.table.rows.rows] == [
        ("new:2", False), ("new:1", True), (LAMP.key, True),
    ]  # fmt: skip
    assert desk.focus() is pane.undo
    desk.press("Return", "Return")
    desk.rests()
    keys = {head.key: head.title for head in desk.services.knowledge.heads()}
    assert keys[LAMP.key] == LAMP.title
    assert "new:1" not in keys
    assert keys["new:2"] == "后来改过"
    assert [one.undone for one in desk.batches()] == [False, True]
    assert len(desk.indexed) == 2
    assert pane.undo.isHidden()


def test_a_stopped_import_stands_as_one_batch_or_goes_back_whole(
    desk: Imports, tmp_path: Path
) -> None:
    desk.looks_at(jsonl(tmp_path / "a.jsonl", *(fresh(n) for n in range(40))))
    part = desk.section.take_in

    def stop_at_first() -> None:
        if part.desk.taking is not None and part.desk.taking.done:
            desk.press("Escape")

    part.take()
    part.strip._run.moved.connect(stop_at_first)  # type: ignore[union-attr]
    desk.wait(lambda: "back" in part.strip.buttons)
    stored = len([head for head in desk.services.knowledge.heads() if head.key[:4] == "new:"])
    assert 0 < stored < 40
    assert str(stored) in part.strip._words.text()
    tab_to(desk, part.strip.buttons["back"])
    desk.press("Return")
    desk.rests()
    assert not [head for head in desk.services.knowledge.heads() if head.key[:4] == "new:"]
    assert [one.kind.name for one in desk.batches()] == ["UNDO", "IMPORT"]


def test_a_failed_step_is_said_and_tried_again(desk: Imports, tmp_path: Path) -> None:
    desk.looks_at(jsonl(tmp_path / "a.jsonl", *(fresh(n) for n in range(20))))
    part, store = desk.section.take_in, desk.store
    assert isinstance(store, FaultyStore)
    store.trouble = FULL
    part.take()
    desk.wait(lambda: "on" in part.strip.buttons)
    store.trouble = None
    desk.press("Return")
    desk.rests()
    (batch,) = desk.batches()
    assert (batch.added, batch.ended) == (20, True)


def test_dropped_files_are_given_up_with_esc_and_their_child_ends(
    desk: Imports, tmp_path: Path
) -> None:
    desk.files.waits = True
    path = jsonl(tmp_path / "a.jsonl", fresh(1))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)), QUrl("https://example.org/a.jsonl")])
    part = desk.section.take_in
    drop = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    part.dropEvent(drop)
    QApplication.processEvents()
    assert part.desk.paths == (path,)
    desk.press("Escape")
    assert not part.strip.running
    assert desk.files.closed
    assert desk.focus() is part.area.button


def test_who_signs_off_in_the_middle_leaves_a_batch_that_can_be_taken_back(
    desk: Imports, tmp_path: Path
) -> None:
    desk.looks_at(jsonl(tmp_path / "a.jsonl", *(fresh(n) for n in range(40))))
    part, desk.files.closed = desk.section.take_in, False
    part.take()
    run = part.strip._run
    assert run is not None
    run.moved.connect(lambda: run.steps.done and part.desk.deleteLater())
    desk.wait(lambda: desk.files.closed)
    (batch,) = desk.batches()
    assert not batch.ended
    assert "new:1" in desk.indexed[-1]
    assert "new:1" in desk.services.batches.look_undo(batch.id).back


def test_a_file_changed_since_it_was_looked_at_is_not_stored(desk: Imports, tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", fresh(1))
    missing = tmp_path / "none.csv"
    desk.looks_at(path, missing)
    assert desk.cells() == [("", "未收"), ("1", "新增")]
    jsonl(path, fresh(2))
    part = desk.section.take_in
    part.take()
    desk.wait(lambda: "keep" in part.strip.buttons)
    assert "a.jsonl" in part.strip._words.text()
    assert desk.batches() == []


def test_the_formats_are_those_that_are_read() -> None:
    assert tuple(name for name, _words in choosing.FORMATS if name) == FORMATS
