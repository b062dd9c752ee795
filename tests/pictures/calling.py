"""The states of second calls and follow-up calls."""

from __future__ import annotations

from uuid import UUID

from operator_desk.domain.life_cycle import Action
from operator_desk.domain.terms import Reply, Role, TicketState
from operator_desk.services.handling import Given
from operator_desk.services.people import Actor
from operator_desk.services.ports import TicketQuery
from operator_desk.ui.main_window import MainWindow
from tests.pictures.stand import Stand, settle
from tests.pictures.words import NUMBER

CENTRE = Actor(UUID(int=1 << 70), "centre", "派单员", (Role.DISPATCHER, Role.LEAD))
QUESTION = "泵房在几号楼？方便让师傅进门吗？"
ANSWER = "二次供水泵房已于当日更换水泵，十九点恢复供水，并已电话告知您。"


class CallingStates(Stand):
    """Every `to_…` method brings the window into one state of such calls."""

    def of_number(self, n: int) -> list[str]:
        """The numbers of so many tickets that a caller registered before, each at its unit."""
        found = []
        for _ in range(n):
            self.to_ticket()  # type: ignore[attr-defined]
            ticket = self.window.call.desk.matter.ticket  # type: ignore[union-attr]
            assert ticket is not None
            found.append(ticket.number)
            for action in ("end_call", "close_call"):
                self.run(action)
            self.at_centre(ticket.number, Action.DISPATCH, unit="ZJ")
            self.at_centre(ticket.number, Action.SIGN)
            self.at_centre(ticket.number, Action.CONTACT, contacted="yes")
        return found

    def at_centre(self, number: str, action: Action, **given: str) -> None:
        """Somebody at the centre does something to a ticket."""
        self.desk.handling.act(CENTRE, number, action, Given(**given))  # type: ignore[arg-type]

    def called_again(self) -> None:
        """The same caller on the line."""
        self.run("answer_call")
        call = self.window.call
        call.desk.set_caller(number=NUMBER, name="王女士")
        call.form.number.setText(NUMBER)
        call._load_history()
        settle()

    def to_second_call(self) -> None:
        (number,) = self.of_number(1)
        self.at_centre(number, Action.CHASE)
        self.at_centre(number, Action.RELAY, note=QUESTION)
        self.called_again()
        self.run("to_middle")
        past = self.window.call.listening.past
        past._choose(("action", Action.PROGRESS))
        settle()

    def to_second_call_list(self) -> None:
        self.of_number(2)
        self.called_again()
        self.run("to_middle")

    def to_second_call_reason(self) -> None:
        self.of_number(1)
        self.called_again()
        self.run("to_middle")
        self.window.call.listening.past._choose(("action", Action.WITHDRAW))
        settle()

    def to_supplement(self) -> None:
        self.of_number(1)
        self.called_again()
        self.window.call.listening.past._choose(("action", Action.SUPPLEMENT))
        self.type_words("泵房又停了，三号楼五楼以上还是没有水。")  # type: ignore[attr-defined]
        self.run("registration")

    def to_second_call_after(self) -> None:
        self.to_second_call()
        self.window.call.listening.past._choose(("action", Action.CHASE))
        self.run("end_call")

    def asking(self) -> None:
        """A follow-up call has begun."""
        (number,) = self.of_number(1)
        self.at_centre(number, Action.ANSWER, note=ANSWER)
        row = self.desk.tickets.rows(TicketQuery(state=TicketState.ANSWERED))[0]
        roles = (Role.OPERATOR, Role.FOLLOW_UP)
        self.show(MainWindow(self.parts, Actor(UUID(int=1 << 71), "fay", "周敏", roles)))
        self.window.call.begin_follow_up(row.number)
        settle()

    def to_follow_up(self) -> None:
        self.asking()

    def to_follow_up_no(self) -> None:
        self.asking()
        pane = self.window.call.asks
        answers = {
            "reached": "reached", "contacted": Reply.YES, "solved": Reply.NO,
            "unit_rating": Reply.PARTLY, "hotline_rating": Reply.YES,
        }  # fmt: skip
        for name, value in answers.items():
            pane._fields[name].chosen.emit(value)
        settle()
