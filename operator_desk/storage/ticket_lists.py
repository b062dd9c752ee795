"""What a list of tickets shows, as one statement: filters, order, part."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, and_, false, func, or_, select, type_coerce

from operator_desk.domain.terms import Reply, TicketState
from operator_desk.services.ports import TICKET_SORTS, TicketQuery
from operator_desk.storage.tables import view_tables

TICKETS = view_tables["ticket_state"]
_C = TICKETS.c
_EQUAL = ("operator", "number_key", "state", "kind", "urgency", "secrecy", "unit", "joined_to")
_FLAGS = ("paused", "excluded", "unsolved", "return_accepted")
_LEFT_UNIT = (TicketState.REGISTERED.value, TicketState.WITHDRAWN.value)

_NEGATIVE = (Reply.NO.value, Reply.PARTLY.value)
_REPLIES = (_C.solved, _C.unit_rating, _C.hotline_rating)


def listed(query: TicketQuery) -> Select[Any]:
    """The rows of a list, in its order."""
    if query.sort not in TICKET_SORTS:
        raise ValueError(f"tickets are not sorted by {query.sort}")
    order = _order(query)
    conditions = _conditions(query)
    if query.limit is None and not query.offset:
        return select(TICKETS).where(*conditions).order_by(*order)
    # Sorted are ids alone: whole rows are too wide to be carried through a sort of all.
    part = select(_C.id).where(*conditions).order_by(*order).limit(query.limit)
    wanted = part.offset(query.offset or None).subquery()
    return select(TICKETS).join(wanted, wanted.c.id == _C.id).order_by(*order)


def _order(query: TicketQuery) -> list[Any]:
    column = _C[query.sort]
    turned = column.desc() if query.descending else column.asc()
    key = _C.id.desc() if query.descending else _C.id.asc()
    return [turned.nulls_last() if column.nullable else turned, key]


def counted(query: TicketQuery) -> Select[Any]:
    """How many tickets there are, whatever part is shown."""
    return select(func.count()).select_from(TICKETS).where(*_conditions(query))


def _conditions(query: TicketQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.first_day is not None:
        found.append(_C.local_day >= query.first_day)
    if query.last_day is not None:
        found.append(_C.local_day <= query.last_day)
    for name in _EQUAL:
        value = getattr(query, name)
        if value is not None:
            found.append(_C[name] == value)
    for name in _FLAGS:
        value = getattr(query, name)
        if value is not None:
            found.append(_C[name] == value)
    found += _choices(query)
    found += _matching(query.text)
    return found


def _choices(query: TicketQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.states:
        found.append(_C.state.in_([state.value for state in query.states]))
    if query.kinds:
        found.append(_C.kind.in_([kind.value for kind in query.kinds]))
    if query.categories:
        starts = (_C.category.startswith(code, autoescape=True) for code in query.categories)
        found.append(or_(*starts))
    if query.with_unit is not None:
        # The list is stored as JSON text, a code stands in quotes there.
        co_unit = type_coerce(_C.co_units, Text).contains(f'"{query.with_unit}"', autoescape=True)
        found += [or_(_C.unit == query.with_unit, co_unit), _C.state.not_in(_LEFT_UNIT)]
    if query.asked is not None:
        open_ = (" " + _C.asked + " ").contains(f" {query.asked} ", autoescape=True)
        found += [_C.asked != "", open_]  # the first is what the index of open requests holds
    if query.not_asked is not None:
        open_ = (" " + _C.asked + " ").contains(f" {query.not_asked} ", autoescape=True)
        found.append(~open_)
    if query.dissatisfied is not None:
        said = [func.coalesce(column, "").in_(_NEGATIVE) for column in _REPLIES]
        found.append(or_(*said) if query.dissatisfied else ~or_(*said))
    for flag, column in ((query.relays, _C.relays), (query.chased, _C.chases)):
        if flag is not None:
            found.append(column > 0 if flag else column == 0)
    if query.joined is not None:
        found.append(_C.joined_to.is_not(None) if query.joined else _C.joined_to.is_(None))
    if query.event_card is not None:
        found.append(_C.event_card == query.event_card)
    return found + _limits(query)


def _limits(query: TicketQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.late_at is not None:
        ended = func.coalesce(_C.answered_at, _C.closed_at)
        late = or_(
            and_(ended.is_(None), _C.caller_due_at <= query.late_at), ended >= _C.caller_due_at
        )
        found += [late, _C.state != TicketState.WITHDRAWN.value]
    if query.due_before is not None:
        found.append(_due(query.due_before))
    if query.not_due_before is not None:
        found.append(~func.coalesce(_due(query.not_due_before), false()))
    return found


def _due(at: datetime) -> ColumnElement[bool]:
    open_ = and_(_C.answered_at.is_(None), _C.closed_at.is_(None))
    limits = or_(_C.caller_due_at < at, _C.holder_due_at < at)
    return or_(and_(open_, limits), and_(_C.closed_at.is_(None), _C.step_due_at < at))


def _matching(text: str) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    for part in text.split():
        like = "%" + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        columns = (_C.number, _C.title, _C.place, _C.category_text, _C.reference)
        found.append(or_(*(column.ilike(like, escape="\\") for column in columns)))
    return found
