"""The editors' section, by its keys: written, looked over by another, published, found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from operator_desk.app import content
from operator_desk.app.searching import OpenSearch
from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge_terms import DraftStep
from operator_desk.domain.terms import Role
from operator_desk.services.people import Actor, machine_actor
from operator_desk.ui.in_step import DueClock
from operator_desk.ui.knowledge.editor.kept import all_of
from operator_desk.ui.knowledge.editor.section import ArticlesSection
from operator_desk.ui.main_window import MainWindow
from tests.services.desk import profile
from tests.ui.desk import Desk
from tests.ui.faulty import FaultyStore

pytestmark = pytest.mark.window
LAMP = "own:lamp"


class Editors(Desk):
    """A desk with two editors, the first in its window, and no index to build."""

    def _fill(self) -> None:
        super()._fill()
        self.indexed: list[list[str]] = []
        self.people = [self._member("wang"), self._member("li")]
        self.actor = self.people[0]

    def _member(self, login: str) -> Actor:
        machine, roles = machine_actor("test"), [Role.EDITOR]
        row = self.services.people.add(machine, login, login, roles, None)
        return Actor(row.staff_id, row.login, row.name, row.roles)

    def _index(self, _progress: object) -> int:
        self.indexed.append(self.services.indexing.behind())
        return 1

    def opened(self) -> MainWindow:
        """A window over the desk, the articles in front."""
        if not self.indexes:
            self.parts = replace(self.parts, index=self._index)
        window = super().opened()
        window.run("show_articles")
        return window

    indexes = False  # whether the search is the real one


@pytest.fixture
def editors(prepared: QApplication, qtbot: QtBot, tmp_path: Path) -> Editors:
    """A window of the first of two editors."""
    del prepared
    return Editors(qtbot, FaultyStore("A07"), profile(), tmp_path)


def sits(desk: Editors, place: int) -> None:
    """Somebody else signs in at the desk."""
    desk.window.close()
    desk.actor = desk.people[place]
    desk.opened()


def section(desk: Desk) -> ArticlesSection:
    front = desk.window.pages["show_articles"].front  # type: ignore[attr-defined]
    assert isinstance(front, ArticlesSection)
    return front


def opens(desk: Desk, words: str) -> None:
    """Types words into the list's search box and opens the first row."""
    part = section(desk)
    part.list.line.setFocus()
    part.list.line.selectAll()
    desk.type(words)
    desk.press("Down", "Return")


def tab_to(desk: Desk, target: QPushButton, limit: int = 80) -> None:
    """Presses Tab until a button has the keys."""
    for _ in range(limit):
        if desk.focus() is target:
            return
        desk.press("Tab")
    raise AssertionError(f"Tab never reached {target.text()}")


def presses(desk: Desk, name: str) -> None:
    """Reaches a button of the foot by Tab and presses it."""
    tab_to(desk, section(desk).pane.buttons[name])
    desk.press("Return")


def _search(desk: Editors) -> OpenSearch:
    return OpenSearch(
        desk.folder / content.INDEX, desk.services.knowledge.holding, lambda: pytest.fail("damaged")
    )


def test_one_writes_another_publishes_and_the_call_page_tells_it(editors: Editors) -> None:
    desk = editors
    index = lambda tell: content.update_index(desk.services, tell)  # noqa: E731
    search, desk.indexes = _search(desk), True
    desk.parts = replace(desk.parts, search=search, index=index)
    sits(desk, 0)
    opens(desk, "路灯")
    pane = section(desk).pane
    pane.form._answer.setFocus()
    desk.press("Ctrl+A")
    desk.type("一天内有人到场。")
    pane.form._lines["keywords"].setFocus()
    desk.type("翻车鱼；街灯")
    presses(desk, "submit")
    desk.type("照明处来函")
    desk.press("Return")
    assert section(desk).desk.now.step is DraftStep.SUBMITTED  # type: ignore[union-attr]
    assert "publish" not in pane.buttons
    assert desk.services.knowledge.get(LAMP).article.answer != "一天内有人到场。"

    sits(desk, 1)
    opens(desk, "路灯")
    pane = section(desk).pane
    assert pane.tabs["diff"].isChecked()
    assert "一天内有人到场。" in pane.diff.changes.rows[1].words()
    presses(desk, "publish")
    desk.press("Return")
    assert desk.services.knowledge.get(LAMP).article.answer == "一天内有人到场。"
    (toast,) = section(desk).toasts.texts()
    assert LAMP in toast
    past = desk.services.editing.history(LAMP)[0]
    assert (past.why, past.alone) == ("照明处来函", False)

    desk.window.show_page("show_call")
    desk.take_call()
    desk.press("F3")
    desk.type("翻车鱼")
    desk.press("Return")
    assert desk.page.knowledge.view._say.text() == "一天内有人到场。"


def test_what_is_due_is_published_while_the_window_is_open(editors: Editors) -> None:
    desk, drafts = editors, editors.services.editing.drafts
    wang, li = desk.people
    tomorrow = desk.services.counting.today() + timedelta(days=1)
    for key in (LAMP, "own:pension"):
        work = drafts.of_article(wang, key).work
        work = replace(work, article=replace(work.article, body="明天起"))
        drafts.approve(li, drafts.submit(wang, work, "通知").work.after, tomorrow)
    desk.services.knowledge.put(wang, [replace(work.article, body="又改了")])
    due = DueClock(desk.parts)
    due.tell(desk.window.notices)
    due.begin()
    assert (desk.indexed, desk.window.notices.text()) == ([], "")
    desk.pass_by(days=1)
    due.look()
    assert desk.services.knowledge.get(LAMP).article.body == "明天起"
    assert len(desk.indexed) == 1
    assert "养老金" in desk.window.notices.text()  # what could not be stays on top
    section(desk).reload()
    row = section(desk).list.table.rows.rows[0]
    assert section(desk).list._states(row).startswith("到日未发布")


def test_what_was_typed_is_there_again_after_a_kill(editors: Editors) -> None:
    desk = editors
    opens(desk, "路灯")
    form = section(desk).pane.form
    form._title.setFocus()
    desk.type("（新）")
    desk.qtbot.waitUntil(lambda: bool(kept(desk)), timeout=3000)
    desk.crashed()
    (again,) = section(desk).list._left.findChildren(QPushButton)
    desk.wait(again.isVisible)
    again.setFocus()
    desk.press("Return")
    assert section(desk).pane.form.sheet()["title"].startswith("（新）")
    assert section(desk).desk.dirty
    presses(desk, "save")
    assert kept(desk) == []
    with desk.store.read() as tx:
        (draft,) = tx.open_drafts()
    assert (draft.step, "（新）" in draft.article) == (DraftStep.SAVED, True)


def kept(desk: Desk) -> list[object]:
    return list(all_of(desk.services.unsaved, desk.actor.staff_id))


def test_leaving_a_draft_keeps_what_was_typed_at_once(editors: Editors) -> None:
    desk = editors
    opens(desk, "路灯")
    section(desk).pane.form._title.setFocus()
    desk.type("新")
    assert kept(desk) == []
    desk.window.show_page("show_call")
    assert len(kept(desk)) == 1
    sits(desk, 1)
    assert section(desk).list._left.isHidden()  # another person's text is not shown


def test_a_wrong_field_is_told_beside_it_and_handed_in_only_when_mended(editors: Editors) -> None:
    desk = editors
    opens(desk, "路灯")
    form = section(desk).pane.form
    form._lines["valid_from"].setFocus()
    desk.type("明天")
    desk.wait(lambda: form.fields["valid_from"].problem)
    presses(desk, "submit")
    desk.type("改日期")
    desk.press("Return")
    assert section(desk).pane.strip._trouble.text() == form.fields["valid_from"].problem
    desk.press("Escape")
    assert desk.focus() is form._lines["valid_from"]
    desk.press("Ctrl+A")
    desk.type("2026年12月1日")
    desk.wait(lambda: not form.fields["valid_from"].problem)
    presses(desk, "submit")
    desk.type("改日期")
    desk.press("Return")
    with desk.store.read() as tx:
        (draft,) = tx.open_drafts()
    assert '"valid_from": "2026-12-01"' in draft.article


def test_two_changes_are_joined_by_the_editor_and_nothing_is_lost(editors: Editors) -> None:
    desk = editors
    opens(desk, "路灯")
    form = section(desk).pane.form
    form.body.text.setFocus()
    desk.press("Ctrl+A")
    desk.type("我写的正文。")
    presses(desk, "save")
    article = desk.services.knowledge.get(LAMP).article
    theirs = replace(article, answer="他们的口径。", body="他们的正文。")
    desk.services.knowledge.put(desk.actor, [theirs])
    desk.window.show_page("show_call")
    desk.window.run("show_articles")
    section(desk).close_draft()
    opens(desk, "路灯")
    pane = section(desk).pane
    assert pane.tabs["three"].isChecked()
    assert [one.field for one in pane.three.choices] == ["answer", "body"]
    assert [one.mine.isChecked() for one in pane.three.choices] == [False, True]
    tab_to(desk, pane.three.go_on)
    desk.press("Return")
    sheet = pane.form.sheet()
    assert (sheet["answer"], sheet["body"]) == ("他们的口径。", "我写的正文。")
    presses(desk, "save")
    assert not section(desk).desk.now.collides  # type: ignore[union-attr]


def test_an_article_is_repealed_taken_down_and_brought_back(editors: Editors) -> None:
    desk = editors
    opens(desk, "养老金")
    presses(desk, "repeal")
    desk.press("Ctrl+A")
    desk.type("2026-11-01\nown:nowhere\n失效\n")
    assert section(desk).pane.strip.asking
    lines = section(desk).pane.strip.lines
    lines["successor"].setFocus()
    desk.press("Ctrl+A")
    desk.type("own:lamp\n\n")
    shown = desk.services.knowledge.get("own:pension")
    assert (str(shown.article.repealed_on), shown.article.successor) == ("2026-11-01", "own:lamp")
    opens(desk, "养老金")
    presses(desk, "withdraw")
    desk.type("重复\n")
    assert "own:pension" not in {head.key for head in desk.services.knowledge.heads()}
    part = section(desk)
    part.list.choose_state(None)
    assert "own:pension" not in {row.key for row in part.list.table.rows.rows}
    part.desk.edit("own:pension")
    part.pane.show_side("history")
    assert [past.version for past in part.pane.history.table.rows.rows] == [3, 2, 1]
    part.pane.history.table.selectRow(2)
    tab_to(desk, part.pane.history._restore)
    desk.press("Return")
    assert part.pane.form.sheet()["repealed_on"] == ""


def test_a_new_article_begins_with_the_template_of_its_kind(editors: Editors) -> None:
    desk = editors
    part = section(desk)
    part.list.new.setFocus()
    desk.keys("procedure")
    desk.press("Return")
    form = part.pane.form
    assert form.sheet()["key"].startswith("own:procedure-")
    tab_to(desk, form.body._use)
    desk.press("Return")
    assert "## " in form.body.text.toPlainText()
    assert not form.body._use.isVisible()
    desk.wait(lambda: form.body.preview.toPlainText())
    assert "##" not in form.body.preview.toPlainText()


def test_operators_see_no_articles_to_edit(desk: Desk) -> None:
    desk.window.run("show_knowledge")
    assert not desk.window.pages["show_knowledge"].may_show("show_articles")  # type: ignore[attr-defined]
    assert "show_articles" not in {action.name for action in desk.window.keyboard.working()}


class HeldLane:
    """A lane whose jobs wait until they are let go."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], None]] = []

    def submit(
        self,
        work: Callable[[], Any],
        on_done: Callable[[Any], object] = lambda _result: None,
        on_error: Callable[[Any], object] = lambda _error: None,
    ) -> None:
        """Puts a job to the others."""

        def run() -> None:
            try:
                result = work()
            except UserError as error:
                on_error(error)
            else:
                on_done(result)

        self.jobs.append(run)

    def go(self) -> None:
        """Does all that waits."""
        while self.jobs:
            self.jobs.pop(0)()


def test_what_is_typed_while_a_draft_is_stored_stays_and_goes_upon_the_new_step(
    editors: Editors, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, lane = editors, HeldLane()
    opens(desk, "路灯")
    part = section(desk)
    part.pane.form._title.setFocus()
    desk.type("一")
    monkeypatch.setattr(desk.lanes, "write", lane)
    presses(desk, "save")
    part.pane.form._title.setFocus()
    desk.type("二")
    lane.go()
    assert part.pane.form.sheet()["title"].startswith("一二")
    assert (part.desk.dirty, len(kept(desk))) == (True, 1)
    presses(desk, "save")
    lane.go()
    assert (part.desk.dirty, kept(desk)) == (False, [])
    with desk.store.read() as tx:
        assert "一二" in tx.open_drafts()[0].article


def test_text_on_its_way_to_a_slow_disk_is_there_when_the_draft_is_opened_again(
    editors: Editors,
) -> None:
    desk, lane = editors, HeldLane()
    opens(desk, "路灯")
    part = section(desk)
    part.desk.keeper._lane = lane  # type: ignore[assignment]
    part.pane.form._title.setFocus()
    desk.type("新")
    part.close_draft()
    assert kept(desk) == []
    opens(desk, "路灯")
    assert part.pane.form.sheet()["title"].startswith("新")
    part.desk.give_up()
    part.close_draft()
    opens(desk, "路灯")
    assert not part.pane.form.sheet()["title"].startswith("新")
    lane.go()
    assert kept(desk) == []
