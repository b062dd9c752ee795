"""The states of the tickets page: what each role has before the eyes all day."""

from __future__ import annotations

from datetime import timedelta

from operator_desk.domain.life_cycle import Action
from operator_desk.domain.scripted import ScriptedCall
from operator_desk.domain.terms import MatterKind, Outcome, Reply, TicketState
from operator_desk.domain.ticket_row import TicketRow
from operator_desk.services.handling import Given
from operator_desk.services.ports import TicketQuery
from operator_desk.ui.main_window import MainWindow
from operator_desk.ui.tickets.page import TicketsPage
from tests.pictures.stand import Stand, settle

A = Action
_RETURN = "该路段不属于我单位养护范围，请核实权属后转派。"
_MATTERS = (
    ("060101", "工地凌晨两点还在打桩"),
    ("040701", "湖滨路整条街路灯不亮"),
    ("060201", "菜场后门垃圾堆成山"),
    ("030301", "八号楼电梯停运五天"),
    ("060401", "楼下饭店油烟直排"),
    ("040204", "学校门口井盖塌陷"),
    ("070102", "九路车早高峰两班不停"),
    ("060802", "大型犬在小区里放养"),
    ("030604", "中介收了押金找不到人"),
)
_ANSWER = "经现场核查，路灯控制箱线路老化，已更换线路并恢复照明，已电话告知诉求人。"


class TicketStates(Stand):
    """Every `to_…` method brings the window into one state of the tickets page."""

    def act(self, login: str, number: str, action: Action, **given: object) -> None:
        """A step of one of the sample staff."""
        self.desk.handling.act(self.person(login), number, action, Given(**given))  # type: ignore[arg-type]

    def fresh(self) -> list[TicketRow]:
        """Tickets that nothing was done with, the newest first; some were registered long ago."""
        now = self.desk.clock()
        scripts = (
            ScriptedCall(
                id=f"picture-{n}",
                started_at=now - timedelta(hours=3 + 20 * n),
                caller_number="16000000011",
                kind=MatterKind.COMPLAINT,
                category=category,
                title=title,
                statements=(f"{title}，已经{n + 2}天了。",),
                outcome=Outcome.TICKET,
                talk_s=90,
                after_call_s=10,
            )
            for n, (category, title) in enumerate(_MATTERS)
        )
        for played in self.desk.replay.play(self.person("wang"), scripts):
            assert played.refused is None
        return [row for row in self.desk.tickets.rows(TicketQuery()) if row.dispatched_at is None]

    def returned(self, number: str, times: int) -> None:
        """Dispatched and returned so many times, the last return accepted."""
        units = [("chen", "CG", "ZJ"), ("he", "ZJ", "CG")]
        self.act("zhou", number, A.DISPATCH, unit="CG")
        for turn in range(times):
            login, _own, other = units[turn % 2]
            reasons = ("not_own_duty", "other_area", "needs_other_lead")
            self.act(login, number, A.RETURN, reason=reasons[turn % 3], note=_RETURN, unit=other)
            self.act("zhou", number, A.ACCEPT_RETURN)
            if turn + 1 < times:
                self.act("zhou", number, A.REDISPATCH, unit=other, reason="named_by_unit")

    def worked_on(self) -> list[str]:
        """Tickets in many states; the numbers of some."""
        numbers = [row.number for row in self.fresh()]
        for number in numbers[:7]:
            self.act("zhou", number, A.DISPATCH, unit="CG", co_units=("ZJ",))
        for number in numbers[1:7]:
            self.act("chen", number, A.SIGN)
        self.act("chen", numbers[2], A.CONTACT, contacted=Reply.YES, note="已联系，约明日到场")
        due = next(one for one in self.desk.tickets.rows(TicketQuery()) if one.number == numbers[3])
        if due.holder_due_at is not None and due.holder_due_at > self.desk.clock():
            until = due.holder_due_at + timedelta(days=2)
            told = "已电话告知诉求人"
            self.act("chen", numbers[3], A.EXTEND, until=until, reason="complex", told=told)
        self.act("chen", numbers[4], A.ANSWER, note=_ANSWER)
        self.act("chen", numbers[5], A.ANSWER, note=_ANSWER)
        self.act("qian", numbers[5], A.NOT_REACHED, reason="no_answer")
        self.act("wang", numbers[1], A.CHASE, note="来电人第二次来电")
        self.act("chen", numbers[6], A.RETURN, reason="other_area", note=_RETURN, unit="ZJ")
        self.returned(numbers[7], 3)
        return numbers

    def sat(self, login: str) -> TicketsPage:
        """The tickets page of one of the sample staff."""
        self.show(MainWindow(self.parts, self.person(login)))
        self.run("show_tickets")
        page = self.window.pages["show_tickets"]
        assert isinstance(page, TicketsPage)
        page.lists._count(0)
        return page

    def opened(self, login: str, name: str, number: str = "") -> TicketsPage:
        """A list of somebody with a ticket of it open."""
        page = self.sat(login)
        page.lists.bar.choose_name(name)
        table = page.lists.table
        rows = table.rows.rows
        place = next((n for n, row in enumerate(rows) if row.number == number), 0)
        table.selectRow(place)
        page._open(rows[place])
        settle()
        return page

    # -- states --------------------------------------------------------------------------

    def to_tickets(self) -> None:
        self.worked_on()
        self.opened("zhou", "to_dispatch")

    def to_tickets_dispatch(self) -> None:
        numbers = self.worked_on()
        page = self.opened("zhou", "to_dispatch", numbers[8])
        page.ticket.ask(A.DISPATCH)
        settle()

    def to_tickets_late(self) -> None:
        self.worked_on()
        page = self.opened("zhao", "late")
        page.ticket.detail.toggle_why()
        settle()

    def to_tickets_returns(self) -> None:
        numbers = self.worked_on()
        page = self.opened("zhao", "to_dispatch", numbers[7])
        page.ticket.ask(A.REDISPATCH)
        settle()

    def to_tickets_bulk(self) -> None:
        numbers = self.worked_on()
        page = self.sat("zhou")
        page.lists.bar.choose_name("to_dispatch")
        table = page.lists.table
        fresh = [row for row in table.rows.rows if row.state is TicketState.REGISTERED]
        table.show_rows(fresh)
        table.selectAll()
        page._ask_bulk(A.DISPATCH)
        self.act("zhao", table.rows.rows[0].number, A.WITHDRAW, reason="solved")
        page.bulk._give({"own": True})
        del numbers
        settle()

    def to_tickets_unit(self) -> None:
        numbers = self.worked_on()
        page = self.opened("chen", "in_hand", numbers[2])
        page.ticket.ask(A.EXTEND)
        settle()

    def to_tickets_follow_up(self) -> None:
        numbers = self.worked_on()
        page = self.opened("qian", "to_follow_up", numbers[4])
        page.ticket.ask(A.FOLLOW_UP)
        settle()

    def to_tickets_empty(self) -> None:
        page = self.sat("zhou")
        page.lists.bar.choose_name("returns")
        settle()
