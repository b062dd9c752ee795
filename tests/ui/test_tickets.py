"""The tickets page by its keys: several people at one store, the store's lists, third return."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from operator_desk.domain import call_flow
from operator_desk.domain.facts import CatalogueVersion, ViewLog
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.terms import MatterKind, Reply, Role, TicketState
from operator_desk.domain.ticket_row import TicketRow
from operator_desk.services.handling import Given
from operator_desk.services.people import Actor, machine_actor
from operator_desk.ui.tickets.list_panel import PART
from operator_desk.ui.tickets.page import TicketsPage
from tests.domain.makers import typed
from tests.fakes.store import FakeStore
from tests.services.desk import filled, profile
from tests.ui.desk import Desk

pytestmark = pytest.mark.window
A, S = Action, TicketState
WORDS = "我叫王晓岚，电话13800002206，路灯不亮。"
PEOPLE = {
    "zhou": (Role.DISPATCHER, None),
    "zhao": (Role.LEAD, None),
    "lamps": (Role.UNIT, "lamps"),
    "water": (Role.UNIT, "water"),
    "qian": (Role.FOLLOW_UP, None),
}


class Centre(Desk):
    """A desk with two tickets and the people who handle them; `sits` changes who is at it."""

    def _fill(self) -> None:
        super()._fill()
        self.people = {login: self._member(login, *of) for login, of in PEOPLE.items()}
        self.actor = self.people["zhou"]
        self.numbers = [self.registered(), self.registered("人行道坑洼")]

    def _member(self, login: str, role: Role, unit: str | None) -> Actor:
        row = self.services.people.add(machine_actor("test"), login, login, [role], None, unit)
        return Actor(row.staff_id, row.login, row.name, row.roles, row.unit)

    def registered(self, title: str = "路灯不亮") -> str:
        """One more ticket about a street lamp."""
        draft = self.services.calls.begin(self.actor, number="13800002206")
        draft = replace(draft, name="王晓岚")
        matter = filled(typed(self.clock, draft.matter, WORDS), MatterKind.COMPLAINT)
        draft = draft.with_matter(replace(matter, strip=replace(matter.strip, title=title)))
        draft = call_flow.ready_to_register(draft, self.clock.stamp())
        return self.services.tickets.register(draft, draft.matter.id).ticket.number

    def sits(self, login: str) -> TicketsPage:
        """Somebody else signs in at the desk and goes to the tickets."""
        if self.actor is not self.people[login]:
            self.window.close()
            self.actor = self.people[login]
            self.opened()
        self.window.run("show_tickets")
        return self.tickets_page

    @property
    def tickets_page(self) -> TicketsPage:
        page = self.window.pages["show_tickets"]
        assert isinstance(page, TicketsPage)
        return page

    def act(self, login: str, number: str, action: Action, **given: Any) -> None:
        """A step of somebody at another desk."""
        self.services.handling.act(self.people[login], number, action, Given(**given))

    def row(self, number: str = "") -> TicketRow:
        """A ticket as it stands, the first without a number."""
        wanted = number or self.numbers[0]
        return next(row for row in self.tickets() if row.number == wanted)

    def key(self, action: Action) -> None:
        """The key of an action in the bar."""
        self.keys(self.tickets_page.ticket.bar.key_of(action))

    def to(self, name: str, number: str = "") -> None:
        """A list, and the keys on a ticket of it."""
        lists = self.tickets_page.lists
        lists.bar.choose_name(name)
        numbers = [row.number for row in lists.table.rows.rows]
        lists.table.selectRow(numbers.index(number or self.numbers[0]))
        lists.take_keys()


@pytest.fixture
def centre(prepared: QApplication, qtbot: QtBot, tmp_path: Path) -> Centre:
    """A desk with two registered tickets."""
    del prepared
    return Centre(qtbot, FakeStore("A07"), profile(), tmp_path)


def shown(page: TicketsPage) -> list[str]:
    """The numbers in the list."""
    return [row.number for row in page.lists.table.rows.rows]


def test_from_dispatch_to_closing_without_a_mouse(centre: Centre) -> None:
    page = centre.sits("zhou")
    assert page.lists.shown.name == "to_dispatch"
    assert centre.focus() is page.lists.table
    centre.to("to_dispatch")
    centre.press("Return")
    centre.key(A.DISPATCH)
    assert page.ticket.form.values()["unit"] == "lamps"  # the operator's, Enter takes it
    centre.press("Return")
    assert (centre.row().state, centre.row().unit) == (S.DISPATCHED, "lamps")
    assert centre.numbers[0] not in shown(page)

    page = centre.sits("lamps")
    assert shown(page) == [centre.numbers[0]]
    centre.press("Return")
    centre.key(A.SIGN)
    centre.press("Return", "Return")
    assert centre.row().state is S.SIGNED
    centre.keys("2")
    centre.press("Return")
    centre.key(A.ANSWER)
    centre.type("已换灯\n")
    assert page.ticket.form.asked is not None  # basis and contact may be given besides
    centre.press("Return", "Return")
    assert centre.row().state is S.ANSWERED

    page = centre.sits("qian")
    centre.press("Return")
    centre.key(A.FOLLOW_UP)
    for digit in "1131":
        centre.keys(digit)
        centre.press("Return")
    page.ticket.form.give()
    assert centre.row().state is S.ANSWERED  # a no needs its reason
    assert "理由" in page.ticket.form._trouble.text()
    page.ticket.form.fields["reason"].keys.setFocus()
    centre.keys("2")
    centre.press("Return", "Return")
    assert (centre.row().state, centre.row().unit_rating) == (S.RATED, Reply.NO)
    centre.keys("3")
    assert shown(page) == [centre.numbers[0]]


def test_the_second_of_two_is_told_who_was_first_and_loses_no_words(centre: Centre) -> None:
    page = centre.sits("zhou")
    centre.to("to_dispatch")
    centre.press("Return")
    centre.key(A.DISPATCH)
    form = page.ticket.form
    form.fields["note"].keys.setFocus()
    centre.type("请今天到场")
    centre.act("zhao", centre.numbers[0], A.DISPATCH, unit="water")
    centre.press("Return")
    assert centre.row().unit == "water"
    told = centre.window.notices.text()
    assert "zhao" in told
    assert "已派单" in told
    assert form.values()["note"] == "请今天到场"
    assert form.isVisible()
    way = centre.services.tickets.show(centre.numbers[0]).steps.ruled[-1]
    assert (way.effective, way.event.note) == (False, "请今天到场")


def test_what_was_typed_is_kept_after_esc_and_a_step_is_taken_back(centre: Centre) -> None:
    page = centre.sits("zhou")
    centre.to("to_dispatch")
    centre.press("Return")
    centre.key(A.WITHDRAW)
    page.ticket.form.fields["note"].keys.setFocus()
    centre.type("来电人")
    centre.press("Esc")
    assert centre.focus() is page.ticket.bar
    centre.press("Esc")
    assert centre.focus() is page.lists.table
    centre.press("Down", "Return")
    centre.to("to_dispatch")
    centre.press("Return")
    centre.key(A.WITHDRAW)
    assert page.ticket.form.values()["note"] == "来电人"
    centre.press("Esc")
    centre.key(A.DISPATCH)
    centre.press("Return")
    assert centre.row().state is S.DISPATCHED
    assert "撤回" in centre.window.notices._act.text()
    centre.keys("U")
    assert centre.row().state is S.REGISTERED


def test_several_are_dispatched_and_the_refused_one_says_why(centre: Centre) -> None:
    page = centre.sits("zhou")
    centre.press("Space", "Space", "B")
    assert page.bulk.form.isVisible()
    centre.keys("2")  # each to its own
    centre.act("zhao", centre.numbers[1], A.WITHDRAW, reason="solved")
    page.bulk.form.give()
    rows = page.bulk.report.rows.rows
    assert [row[0] for row in rows] == [centre.numbers[1], centre.numbers[0]]
    assert rows[0][1] is not None
    assert rows[1][1] is None
    assert "已撤" in page.bulk.report.rows.columns[1].cell(rows[0])
    assert (centre.row().state, centre.row().unit) == (S.DISPATCHED, "lamps")
    centre.press("Esc")
    assert page.ticket.isVisible()


def test_the_store_filters_and_sorts_and_a_list_is_written_without_callers(
    centre: Centre, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = centre.sits("zhou")
    centre.to("all")
    asked: list[Any] = []
    rows = type(centre.parts.work).rows

    def noted(work: Any, actor: Actor, query: Any) -> Any:
        asked.append(query)
        return rows(work, actor, query)

    monkeypatch.setattr(type(centre.parts.work), "rows", noted)
    page.lists.table.sort_wanted.emit("title", False)
    centre.keys("R")
    assert [(one.sort, one.descending, one.limit) for one in asked] == [
        ("title", False, PART), ("title", True, PART),
    ]  # fmt: skip
    assert shown(page) == [centre.numbers[0], centre.numbers[1]]
    centre.press("F3")
    centre.type("坑洼")
    centre.wait(lambda: shown(page) == [centre.numbers[1]])
    assert asked[-1].text == "坑洼"
    centre.press("Return", "C")
    assert len(shown(page)) == 2
    page.lists.write_to(tmp_path / "list.csv")
    words = (tmp_path / "list.csv").read_text("utf-8-sig")
    assert all(number in words for number in centre.numbers)
    assert "62881234" not in words
    assert [row.what for row in centre.facts(ViewLog) if isinstance(row, ViewLog)] == ["export"]
    centre.keys("F")
    field = page.lists.filters.fields["state"]
    assert centre.focus() is field
    centre.press("Down", "Down", "Return")
    assert (field.value, shown(page)) == (S.DISPATCHED, [])


def test_a_unit_sees_its_own_tickets_only(centre: Centre) -> None:
    centre.act("zhou", centre.numbers[0], A.DISPATCH, unit="lamps")
    centre.act("zhou", centre.numbers[0], A.RAISE_SECRECY, value="secret")
    centre.act("zhou", centre.numbers[1], A.DISPATCH, unit="water")
    page = centre.sits("lamps")
    assert shown(page) == [centre.numbers[0]]
    centre.press("Return")
    opened = page.ticket.detail.opened
    assert opened is not None
    ticket = opened.whole.ticket
    assert (ticket.caller_name, ticket.caller_address, ticket.callback) == (None, None, None)
    (said,) = (row.words for row in opened.whole.statements)
    assert said is not None
    assert "路灯不亮" in said
    assert "王晓岚" not in said
    assert "2206" not in said
    page.ticket.load(centre.numbers[1])
    assert page.ticket.detail.number == centre.numbers[0]
    assert not centre.window.rail._buttons["show_call"].isVisible()
    assert [row.purpose for row in centre.facts(ViewLog) if isinstance(row, ViewLog)] == ["ticket"]


def test_the_third_return_is_settled_with_the_catalogue(centre: Centre) -> None:
    number = centre.numbers[0]
    centre.act("zhou", number, A.DISPATCH, unit="lamps")
    for unit, other in (("lamps", "water"), ("water", "lamps"), ("lamps", "")):
        centre.act(unit, number, A.RETURN, reason="not_own_duty", note=f"{unit} 不办")
        centre.act("zhou", number, A.ACCEPT_RETURN)
        if other:
            centre.act("zhou", number, A.REDISPATCH, unit=other, reason="returned")
    page = centre.sits("zhou")
    centre.to("to_dispatch")
    centre.press("Return")
    centre.key(A.REDISPATCH)
    assert page.ticket.form.asked is None  # a lead's now, and the notice says so
    assert "3" in centre.window.notices.text()

    page = centre.sits("zhao")
    centre.to("to_dispatch")
    centre.press("Return")
    centre.key(A.REDISPATCH)
    form = page.ticket.form
    words = [label.text() for label in form.findChildren(type(form._title))]
    assert [n for n in (1, 2, 3) if any(f"第 {n} 次退单" in one for one in words)] == [1, 2, 3]
    form.fields["unit"].put("water")
    form.fields["co_units"].put(("lamps",))
    form.fields["mend"].keys.setFocus()
    centre.keys("1")
    centre.press("Return")
    assert (centre.row().state, centre.row().unit) == (S.DISPATCHED, "water")
    (row,) = (one for one in centre.facts(CatalogueVersion) if isinstance(one, CatalogueVersion))
    assert (row.lead_unit, row.co_units, row.ticket_id) == ("water", ("lamps",), centre.row().id)


def test_a_file_is_attached_and_saved_and_that_is_noted(centre: Centre, tmp_path: Path) -> None:
    page, number = centre.sits("zhou"), centre.numbers[0]
    centre.to("to_dispatch")
    centre.window.run("show_knowledge")
    centre.window.run("ticket_action")
    assert centre.focus() is page.ticket.bar
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 20)
    page.ticket.files.attach(number, photo)
    opened = page.ticket.detail.opened
    assert opened is not None
    assert [one.name for one in opened.attachments] == ["photo.png"]
    page.ticket.files.write(number, 1, tmp_path / "back.png")
    assert (tmp_path / "back.png").read_bytes() == photo.read_bytes()
    seen = [row.what for row in centre.facts(ViewLog) if isinstance(row, ViewLog)]
    assert seen == ["view", "export"]
