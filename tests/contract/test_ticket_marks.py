"""What is compared of tickets: by id, by age, by what has changed since."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from operator_desk.domain import facts
from operator_desk.domain.proposals import TicketMark
from operator_desk.domain.terms import TicketState
from operator_desk.services.ports import Store, TicketQuery
from tests.contract import rows
from tests.contract.rows import DAY
from tests.contract.test_ticket_lists import fill
from tests.fakes.tickets import mark


def test_marks_are_what_the_list_says_of_a_ticket(store: Store) -> None:
    fill(store)
    with store.read() as tx:
        listed = {row.id: mark(row) for row in tx.tickets(TicketQuery())}
        assert {one.id: one for one in tx.ticket_marks([*listed, UUID(int=99)])} == listed
        assert tx.ticket_marks([]) == []


def test_newest_marks_come_in_parts_and_old_ones_while_they_are_open(store: Store) -> None:
    fill(store)
    with store.read() as tx:
        every = [row.id for row in tx.tickets(TicketQuery())]
        parts: list[TicketMark] = []
        while found := tx.newest_marks(DAY, parts[-1] if parts else None, 4):
            parts += found
        assert [one.id for one in parts] == every
        late = tx.newest_marks(DAY + timedelta(days=9), None, 99)
        closed = {TicketState.CLOSED, TicketState.WITHDRAWN}
        assert [one.id for one in late] == [
            row.id for row in tx.tickets(TicketQuery()) if row.state not in closed
        ]


def test_marks_after_a_link_are_those_of_tickets_with_a_row_since(store: Store) -> None:
    with store.read() as tx:
        assert tx.marks_after(0) == ([], 0)
    fill(store)
    with store.read() as tx:
        marks, n = tx.marks_after(0)
        assert {one.id for one in marks} == {row.id for row in tx.tickets(TicketQuery())}
        assert (n, tx.marks_after(n)) == (tx.head().n, ([], n))
    with store.write() as tx:
        tx.add(
            facts.TicketEvent(**rows.common(), ticket_id=UUID(int=3), action="chase"), rows.call()
        )
    with store.read() as tx:
        marks, last = tx.marks_after(n)
        assert ([one.id for one in marks], last) == ([UUID(int=3)], n + 2)
