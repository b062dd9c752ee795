"""Question sets beside a draft and in their section, by keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from operator_desk.domain.errors import UserError
from operator_desk.domain.question_sets import Question
from operator_desk.ui.knowledge.editor.trial import TAKEN_DOWN
from tests.fakes.ranker import ByWords
from tests.services.desk import profile
from tests.ui.content import ARTICLES
from tests.ui.faulty import FaultyStore
from tests.ui.test_editor import LAMP, Editors, opens, presses, section, sits, tab_to

pytestmark = pytest.mark.window
ASKED = (("路灯不亮找谁", LAMP), ("养老金哪天发", "own:pension"), ("路灯怎么报修", LAMP))


class Trying(Editors):
    """Two editors at a desk whose search for question sets is in memory."""

    broken = False

    def _fill(self) -> None:
        super()._fill()
        self.trials = 0
        for text, key in ASKED:
            self.services.question_sets.put(self.actor, "市政", text, [key])

    @contextmanager
    def _trial(self) -> Iterator[ByWords]:
        if self.broken:
            raise UserError(
                "There is no search index yet. Build it: operator-desk knowledge reindex."
            )
        self.trials += 1
        (self.folder / "index").mkdir(exist_ok=True)
        (self.folder / "index" / "cursor").write_text("1000000", "ascii")
        yield ByWords(*ARTICLES)

    def opened(self):  # type: ignore[no-untyped-def]
        self.parts = replace(self.parts, trial=self._trial)
        return super().opened()


@pytest.fixture
def trying(prepared: QApplication, qtbot: QtBot, tmp_path: Path) -> Trying:
    """A window of the first of two editors."""
    del prepared
    return Trying(qtbot, FaultyStore("A07"), profile(), tmp_path)


def rows(desk: Trying) -> list[tuple[str, int | None, int | None]]:
    trial = section(desk).pane.trial
    return [(row.question.text, row.before, row.after) for row in trial.table.rows.rows]


def test_who_publishes_sees_what_the_text_would_hide(trying: Trying) -> None:
    desk = trying
    opens(desk, "路灯")
    pane = section(desk).pane
    pane.form._title.setFocus()
    desk.press("Ctrl+A")
    desk.type("翻车")
    pane.form.body.text.setFocus()
    desk.press("Ctrl+A")
    desk.type("翻车鱼")
    assert desk.trials == 0
    tab_to(desk, pane.tabs["trial"])
    desk.press("Space")
    tab_to(desk, pane.trial.go)
    desk.press("Return")
    assert rows(desk)[0] == ("路灯不亮找谁", 1, None)
    model = pane.trial.table.rows
    shown = [model.data(model.index(0, column)) for column in range(3)]
    assert shown == ["路灯不亮找谁", "1 → 未检出", "跌出前十"]
    assert pane.tabs["trial"].text() == "问题集：2 题跌出前十"
    presses(desk, "submit")
    assert "2 题跌出前十" in pane.strip._words.text()
    desk.type("改名\n")

    sits(desk, 1)
    opens(desk, "翻车")
    pane = section(desk).pane
    assert (desk.trials, pane.tabs["trial"].text()) == (2, "问题集：2 题跌出前十")
    presses(desk, "publish")
    assert "2 题跌出前十" in pane.strip._words.text()
    desk.press("Return")  # it is not held up
    assert desk.services.knowledge.get(LAMP).article.title == "翻车"


def test_taking_down_is_tried_and_a_question_is_added_from_the_article(trying: Trying) -> None:
    desk = trying
    opens(desk, "路灯")
    pane = section(desk).pane
    pane.show_side("trial")
    presses(desk, "withdraw")
    assert "还没有试过" in pane.strip._words.text()
    desk.press("Escape")
    assert pane.trial.way == TAKEN_DOWN
    tab_to(desk, pane.trial.go)
    desk.press("Return")
    assert [row[2] for row in rows(desk)] == [None, None, 1]
    assert not desk.services.editing.history(LAMP)[0].withdrawn
    tab_to(desk, pane.trial.add)
    desk.press("Return")
    desk.type("街灯黑了\n\n")
    assert Question("来电问法", "街灯黑了", (LAMP,)) in desk.services.question_sets.questions()
    assert (pane.strip.asking, rows(desk)) == (False, [])
    desk.broken = True
    pane.trial.begin()
    assert "检索索引" in desk.window.notices.text()
    assert not pane.trial._runner.running


def test_a_run_that_is_given_up_says_nothing_more(trying: Trying) -> None:
    desk = trying
    opens(desk, "路灯")
    pane = section(desk).pane
    pane.trial._runner.told.connect(lambda _done, _of: pane.trial._runner.give_up())
    pane.show_side("trial")
    pane.trial.begin()
    assert (rows(desk), pane.trial._runner.running) == ([], False)
