"""Lists of tickets: every filter and order gives what plain Python gives over the same rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from operator_desk.domain import facts
from operator_desk.domain.facts import Fact
from operator_desk.domain.life_cycle import WAYS, Action
from operator_desk.domain.stand import target
from operator_desk.domain.terms import MatterKind, Reply, Secrecy, TicketState, Urgency
from operator_desk.domain.ticket_row import first_stand
from operator_desk.services.ports import TICKET_SORTS, Store, TicketQuery
from tests.contract import rows
from tests.contract.rows import ANNA, BEN, DAY
from tests.domain.makers import NOON
from tests.fakes import tickets as plain

CARD = UUID(int=77)
# The steps of each ticket: (action, what is given with it).
WAYS_OF: tuple[tuple[tuple[str, dict[str, object]], ...], ...] = (
    (),
    (("dispatch", {"unit": "lamps", "co_units": ("roads", "a_b")}),),
    (("dispatch", {"unit": "roads"}), ("sign", {}), ("chase", {})),
    (("dispatch", {"unit": "lamps"}), ("return", {}), ("accept_return", {})),
    (("dispatch", {"unit": "lamps"}), ("sign", {}), ("extend", {}), ("exclude", {}),
     ("relay", {})),
    (("dispatch", {"unit": "lamps"}), ("pause", {}), ("grant_pause", {})),
    (("dispatch", {"unit": "lamps"}), ("sign", {}), ("answer", {}), ("not_reached", {})),
    (("dispatch", {"unit": "roads"}), ("sign", {}), ("answer", {}),
     ("follow_up", {"solved": Reply.NO}), ("close", {})),
    (("withdraw", {}),),
    (("dispatch", {"unit": "lamps"}), ("grant_exclusion", {}), ("join_event", {"ref": CARD}),
     ("link", {"ref": UUID(int=1)})),
)  # fmt: skip


def steps(ticket: facts.Ticket, given: tuple[tuple[str, dict[str, object]], ...]) -> Iterator[Fact]:
    """The steps of a ticket with what was ruled of them: the limits lie some hours around noon."""
    at = ticket.registered_at
    now = first_stand(ticket, ticket.id)
    for n, (action, values) in enumerate(given, 1):
        at += timedelta(hours=1)
        event = facts.TicketEvent(
            **{**rows.common(), "at": at},
            ticket_id=ticket.id,
            action=action,
            **values,  # type: ignore[arg-type]
        )
        way = next(w for w in WAYS if w.action == action and now.state in w.from_)
        now = replace(now, state=target(way, now))
        yield event
        yield facts.EventRuling(
            **{**rows.common(), "at": at},
            ticket_id=ticket.id,
            event_id=event.id,
            n=n,
            effective=True,
            state=now.state,
            caller_due_at=at + timedelta(hours=len(given)) if n % 2 else None,
            holder_due_at=at + timedelta(hours=2) if n > 1 else None,
            step_due_at=at + timedelta(minutes=30 * n),
        )


def fill(store: Store) -> None:
    """One ticket for each way, of several kinds, people and days."""
    kinds, grades, urgencies = list(MatterKind), list(Secrecy), list(Urgency)
    with store.write() as tx:
        for n, given in enumerate(WAYS_OF, 1):
            *before, ticket = rows.ticketed(
                f"2026{n:02}",
                id=UUID(int=n),
                actor=BEN if n % 3 == 0 else ANNA,
                kind=kinds[n % 6],
                secrecy=grades[n % 3],
                urgency=urgencies[n % 3],
                category=None if n % 4 == 0 else f"0{n % 3}0{n % 2}",
                category_text="100%_x" if n % 4 == 0 else None,
                registered_at=NOON + timedelta(hours=3 * (n % 4)),
                local_day=DAY + timedelta(days=n % 3),
                title=f"lamp {n % 5}",
                unit=None,
            )
            tx.add(*before, ticket)
            assert isinstance(ticket, facts.Ticket)
            tx.add(*steps(ticket, given))


LATE = NOON + timedelta(hours=20)
QUERIES = [
    *(TicketQuery(state=state) for state in TicketState),
    *(TicketQuery(sort=name, descending=down) for name in TICKET_SORTS for down in (True, False)),
    TicketQuery(states=(TicketState.SIGNED, TicketState.CLOSED)),
    TicketQuery(kinds=(MatterKind.PRAISE, MatterKind.REPORT)),
    TicketQuery(urgency=Urgency.URGENT),
    TicketQuery(secrecy=Secrecy.SECRET),
    TicketQuery(categories=("01", "0200")),
    TicketQuery(with_unit="lamps"),
    TicketQuery(with_unit="roads"),
    TicketQuery(with_unit="a_b"),
    TicketQuery(with_unit="a"),
    *(TicketQuery(asked=one) for one in ("return", "extension", "exclusion", "pause", "sion")),
    *(
        TicketQuery(**{name: flag})
        for name in ("relays", "paused", "excluded", "unsolved", "chased", "joined",
                     "return_accepted")
        for flag in (True, False)
    ),
    *(TicketQuery(not_asked=one) for one in ("extension", "sion")),
    *(TicketQuery(dissatisfied=flag) for flag in (True, False)),
    TicketQuery(joined_to=UUID(int=1)),
    TicketQuery(event_card=CARD),
    TicketQuery(late_at=LATE),
    TicketQuery(late_at=NOON + timedelta(hours=7)),
    TicketQuery(due_before=LATE),
    TicketQuery(due_before=LATE, not_due_before=NOON + timedelta(hours=5)),
    TicketQuery(not_due_before=LATE),
    TicketQuery(due_before=NOON + timedelta(hours=6), sort="step_due_at", descending=False),
    TicketQuery(first_day=DAY + timedelta(days=1)),
    TicketQuery(last_day=DAY),
    TicketQuery(operator=BEN, text="LAMP"),
    TicketQuery(text="100%_"),
    TicketQuery(text="2026 3"),
    TicketQuery(limit=3, offset=2, sort="title"),
    TicketQuery(sort="caller_due_at", descending=False, limit=4),
]  # fmt: skip


@pytest.mark.filterwarnings("error")
def test_every_filter_and_order_gives_what_plain_python_gives(store: Store) -> None:
    fill(store)
    with store.read() as tx:
        everything = tx.tickets(TicketQuery())
        assert len(everything) == len(WAYS_OF)
        for query in QUERIES:
            wanted = plain.found(everything, query)
            shown = [row.number for row in tx.tickets(query)]
            assert shown == [row.number for row in plain.part(wanted, query)], query
            assert tx.count_tickets(query) == len(wanted), query


def test_every_filter_of_the_test_finds_something_or_is_about_nothing(store: Store) -> None:
    fill(store)
    with store.read() as tx:
        empty = [query for query in QUERIES if not tx.tickets(query)]
    assert {query.state for query in empty if query.state} == {
        TicketState.ANSWERED,
        TicketState.IN_HAND,
        TicketState.RATED,
        TicketState.DEEMED_SATISFIED,
        TicketState.LONG_TERM,
    }
    rest = [query for query in empty if not query.state]
    assert rest == [
        TicketQuery(with_unit="a"),
        TicketQuery(asked="return"),
        TicketQuery(asked="pause"),
        TicketQuery(asked="sion"),
        TicketQuery(unsolved=True),
    ]


def test_a_ticket_is_listed_by_where_its_steps_have_brought_it(store: Store) -> None:
    fill(store)
    with store.read() as tx:
        (row,) = tx.tickets(TicketQuery(joined_to=UUID(int=1)))
        assert (row.state, row.unit, row.excluded) == (TicketState.DISPATCHED, "lamps", True)
        (row,) = tx.tickets(TicketQuery(return_accepted=True))
    assert (row.state, row.returns, row.asked, row.n) == (TicketState.RETURNED, 1, "", 3)
    assert isinstance(row.since, datetime)
    assert Action.RETURN not in row.asked
