"""Every change of the seat is a row."""

from __future__ import annotations

from operator_desk.domain.facts import SeatState
from operator_desk.domain.terms import Seat
from tests.services.desk import Desk


def test_changes_of_the_seat_are_kept_in_order(desk: Desk) -> None:
    seats, call = desk.services.seats, desk.begun()
    made = [
        seats.change(desk.anna, Seat.READY),
        seats.change(desk.anna, Seat.TALKING, call_id=call.call_id),
        seats.change(desk.anna, Seat.NOT_READY, "meal"),
        seats.change(desk.ben, Seat.READY),
    ]
    with desk.store.read() as tx:
        kept = tx.find(SeatState)
        own = tx.find(SeatState, actor=desk.anna.staff_id)
    assert kept == made
    assert [(row.state, row.reason, row.call_id) for row in own] == [
        (Seat.READY, None, None),
        (Seat.TALKING, None, call.call_id),
        (Seat.NOT_READY, "meal", None),
    ]


def test_a_change_is_stored_once_and_keeps_the_time_it_happened(desk: Desk) -> None:
    seats = desk.services.seats
    row = seats.changed(desk.anna, Seat.READY)
    desk.clock.skip(minutes=5)
    seats.keep(row)
    seats.keep(row)
    with desk.store.read() as tx:
        assert tx.find(SeatState) == [row]
