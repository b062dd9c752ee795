"""Question sets beside a draft and in their section, by keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from operator_desk.domain.errors import UserError
from operator_desk.domain.question_sets import Question
from operator_desk.ui.knowledge.editor.trial import TAKEN_DOWN
from operator_desk.ui.knowledge.questions.section import QuestionsSection
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
    articles = ARTICLES

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
        yield ByWords(*self.articles)

    def kept(self) -> list[Question]:
        """The questions in the store."""
        return self.services.question_sets.questions()

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
    assert "2 题跌出前十" in pane.trial.hint(TAKEN_DOWN)
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
    desk.broken = False
    pane.trial._runner.told.connect(lambda _done, _of: pane.trial._runner.give_up())
    pane.trial.begin()
    assert (rows(desk), pane.trial._runner.running) == ([], False)
    for one in desk.kept():
        desk.services.question_sets.drop(desk.actor, *one.name)
    pane.trial.show_draft()
    assert pane.trial.hint(TAKEN_DOWN) == ""  # a desk without questions hears nothing of them
    assert "还没有问题" in pane.trial._hint.text()


# -- the section -------------------------------------------------------------------------


def in_section(desk: Trying) -> QuestionsSection:
    """The section, reached by the palette."""
    desk.press("F1")
    desk.keys("wtj")
    desk.press("Return")
    front = desk.window.pages["show_questions"].front  # type: ignore[attr-defined]
    assert isinstance(front, QuestionsSection)
    return front


def shown(part: QuestionsSection) -> list[tuple[str, str, str]]:
    table = part.list.table.rows.rows
    return [(row.question.text, row.rank(), row.state()) for row in table]


def test_questions_are_kept_by_keys_and_their_ranks_compared_with_the_last(
    trying: Trying,
) -> None:
    desk = trying
    part = in_section(desk)
    assert [row[1] for row in shown(part)] == ["未运行"] * 3
    tab_to(desk, part.list.go)
    desk.press("Return")
    assert shown(part)[0] == ("路灯不亮找谁", "1", "")
    part.form.question.setFocus()
    desk.type("养老金查询\n\n")  # on to the set, from there to the search
    desk.press("Return", "Return")  # into the hits, and the first one taken
    assert [one.key for one in part.form.chosen.rows.rows] == ["own:pension"]
    assert desk.focus() is part.form.keep
    desk.press("Return")
    assert Question("来电问法", "养老金查询", ("own:pension",)) in desk.kept()
    assert shown(part)[0] == ("养老金查询", "未运行", "")
    desk.articles = tuple(replace(one, title="翻车", body="鱼") for one in ARTICLES[:1])
    part.list.run()
    rows = shown(part)
    assert rows[0] == ("路灯不亮找谁", "1 → 未检出", "跌出前十")
    assert ("养老金查询", "未检出", "") in rows


def test_a_question_is_changed_dropped_and_taken_again(trying: Trying) -> None:
    desk = trying
    desk.services.question_sets.put(desk.actor, "市政", "停水", ["own:gone"])
    part = in_section(desk)
    part.search()
    desk.type("停水\n")
    assert shown(part) == [("停水", "未运行", "正确条目缺失")]
    desk.press("Return")
    assert [one.state() for one in part.form.chosen.rows.rows] == ["不存在"]
    assert "wang" in part.form._remark.text()
    desk.press("Escape")
    assert desk.focus() is part.list.table
    part.form.chosen.setFocus()
    desk.press("Delete")
    assert not part.form.keep.isEnabled()
    tab_to(desk, part.form.away)
    desk.press("Return")
    assert "停水" not in [one.text for one in desk.kept()]
    (undo,) = [one for one in part.list.toasts.findChildren(QPushButton) if one.text()]
    undo.click()
    assert Question("市政", "停水", ("own:gone",)) in desk.kept()


def test_files_go_in_and_out_and_refused_rows_are_named(trying: Trying, tmp_path: Path) -> None:
    desk, path = trying, tmp_path / "供水.jsonl"
    path.write_text('{"question": "没水了", "gold": ["own:water"]}\n{"gold": []}\n', "utf-8")
    part = in_section(desk)
    tab_to(desk, part.list.take_in)
    desk.press("Return")
    (dialog,) = part.findChildren(QFileDialog)
    assert not dialog.isModal()
    dialog.fileSelected.emit(str(path))
    dialog.close()
    assert Question("供水", "没水了", ("own:water",)) in desk.kept()
    assert "第 2 行" in part.list.refused.words.text()
    part.list.set.set_choice("供水", "供水")
    part.list.write(tmp_path / "out.jsonl")
    assert (tmp_path / "out.jsonl").read_text("utf-8").count("\n") == 1
    part.list.take(tmp_path / "nowhere.jsonl")
    assert "nowhere.jsonl" in desk.window.notices.text()
