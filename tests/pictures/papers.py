"""The states of papers, and of the log of who has seen them."""

from __future__ import annotations

from dataclasses import replace

from operator_desk.domain.life_cycle import Action
from operator_desk.domain.redaction import Hit, Kind
from operator_desk.services.handling import Given
from operator_desk.services.people import machine_actor
from operator_desk.services.ports import TicketQuery
from operator_desk.services.viewing import Looked, Purpose
from operator_desk.ui.audit.page import AuditPage
from operator_desk.ui.main_window import MainWindow
from operator_desk.ui.tickets.page import TicketsPage
from tests.pictures.stand import Stand, settle

MASKED = (
    ("title", Hit(Kind.NAME, "张先生")),
    ("summary", Hit(Kind.NUMBER, "一三八零零零零二二零六")),
    ("statements", Hit(Kind.ADDRESS, "翠湖小区3栋201室")),
)


class PaperStates(Stand):
    """Every `to_…` method brings the window into one state of slips or the view log."""

    def sent(self, *, secret: bool) -> str:
        """The newest ticket, sent to a unit; its secrecy raised if wanted."""
        lead, row = machine_actor("test"), self.desk.tickets.rows(TicketQuery(limit=1))[0]
        units = [one.code for one in self.desk.lists.units()]
        given = Given(unit=units[0], co_units=(units[1],), note="请先到现场核实，再与物业联系。")
        self.desk.handling.act(lead, row.number, Action.DISPATCH, given)
        if secret:
            raised = Given(value="secret")
            self.desk.handling.act(lead, row.number, Action.RAISE_SECRECY, raised)
        return row.number

    def slip_of(self, number: str) -> None:
        """A dispatcher's window on the slip of a ticket."""
        self.show(MainWindow(self.parts, machine_actor("test")))
        self.run("show_tickets")
        page = self.window.pages["show_tickets"]
        assert isinstance(page, TicketsPage)
        page.ticket.load(number)
        page.ticket.show_slip()
        settle()

    def to_slip(self) -> None:
        self.slip_of(self.sent(secret=False))

    def to_secret_slip(self) -> None:
        self.slip_of(self.sent(secret=True))
        page = self.window.pages["show_tickets"]
        assert isinstance(page, TicketsPage)
        view = page.ticket.slip
        assert view.slip is not None
        view._show(replace(view.slip, masked=MASKED), view._pages)
        settle()

    def certificate_of(self, number: str) -> TicketsPage:
        """The window of who may have everything, on the certificate of a ticket."""
        self.show(MainWindow(self.parts, machine_actor("test")))
        self.run("show_tickets")
        page = self.window.pages["show_tickets"]
        assert isinstance(page, TicketsPage)
        page.ticket.load(number)
        page._paper(page.ticket.show_certificate)
        settle()
        return page

    def to_certificate(self) -> None:
        self.certificate_of(self.desk.tickets.rows(TicketQuery(limit=1))[0].number)

    def to_full_certificate(self) -> None:
        number = self.desk.tickets.rows(TicketQuery(limit=1))[0].number
        self.certificate_of(number).ticket.certificate.turn()
        settle()

    def to_views(self) -> None:
        rows = self.desk.tickets.rows(TicketQuery(limit=12))
        for n, row in enumerate(rows):
            person = self.person(("wang", "li", "chen")[n % 2])
            what = (Looked.VIEW, Looked.PRINT, Looked.COPY, Looked.EXPORT)[n % 4]
            purpose = (Purpose.TICKET, Purpose.SLIP, Purpose.NUMBER, Purpose.LIST)[n % 4]
            subject = None if purpose is Purpose.LIST else row.id
            self.desk.viewing.saw(person.staff_id, what, subject, purpose.value)
        self.show(MainWindow(self.parts, machine_actor("test")))
        self.run("show_views")

    def to_no_views(self) -> None:
        self.show(MainWindow(self.parts, machine_actor("test")))
        self.run("show_views")
        page = self.window.pages["show_views"]
        assert isinstance(page, AuditPage)
        page.line.setText("20990101")
        page.reload()
        settle()
