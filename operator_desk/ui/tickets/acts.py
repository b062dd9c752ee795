"""Takes the steps of the page in the write lane; what came too late keeps its words."""

from __future__ import annotations

from dataclasses import fields
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from operator_desk.domain.errors import UserError
from operator_desk.domain.life_cycle import Action
from operator_desk.services.handling import Done, Given
from operator_desk.services.people import Actor
from operator_desk.services.returns import Settled
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts

Values = dict[str, Any]
_GIVEN = {field.name for field in fields(Given)}


class Acts(QObject):
    """`done`: Done or Settled of an effective step; `late`: a Done that was not; `refused`: why."""

    done = Signal(object)
    late = Signal(object)
    refused = Signal(object)
    taken_back = Signal(str)
    bulk_done = Signal(object)  # list of (number, UserError or None)
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor

    def do(self, number: str, action: Action, values: Values, based_on: UUID) -> None:
        """Takes a step; `based_on` is the last step that was on the screen."""
        parts, actor = self._parts, self._actor

        def run() -> Settled:
            given = given_of(parts, action, values)
            if values.get("mend"):
                return parts.returns.settle(actor, number, given, mend=True, based_on=based_on)
            step = parts.handling.act(
                actor, number, action, given,
                based_on=based_on, happened_at=values.get("happened_at"),
            )  # fmt: skip
            return Settled(step, None)

        self._parts.lanes.write.submit(run, self._settled, self._not_done)

    def _settled(self, settled: Settled) -> None:
        if settled.done.effective:
            self.done.emit(settled)
        else:
            self.late.emit(settled.done)

    def _not_done(self, error: Exception) -> None:
        (self.refused if isinstance(error, UserError) else self.failed).emit(error)

    def take_back(self, number: str) -> None:
        """Takes back one's own last step of a ticket."""
        handling, actor = self._parts.handling, self._actor

        def told(done: Done) -> None:
            self.taken_back.emit(done.number)

        self._parts.lanes.write.submit(
            lambda: handling.take_back(actor, number), told, self.failed.emit
        )

    def bulk(self, numbers: list[str], action: Action, values: Values) -> None:
        """The same step for several; with `own` each goes to the unit proposed for it first."""
        parts, actor = self._parts, self._actor

        def run() -> list[tuple[str, UserError | None]]:
            if not values.get("own"):
                given = given_of(parts, action, values)
                done = parts.handling.bulk(actor, numbers, action, given)
                return [(n, _against(one)) for n, one in zip(numbers, done, strict=True)]
            return [(n, self._to_own(n, action, values)) for n in numbers]

        parts.lanes.write.submit(run, self.bulk_done.emit, self._not_done)

    def _to_own(self, number: str, action: Action, values: Values) -> UserError | None:
        parts = self._parts
        found = parts.work.proposed(number)
        if not found:
            return UserError("No unit is proposed for this ticket.")
        given = given_of(
            parts, action, values | {"unit": found[0].unit, "co_units": found[0].co_units or None}
        )
        return _against(parts.handling.bulk(self._actor, [number], action, given)[0])


def given_of(parts: Parts, action: Action, values: Values) -> Given:
    """What a form holds as the service takes it; for a link the number becomes the ticket's id."""
    given = {name: value for name, value in values.items() if name in _GIVEN and value is not None}
    if action is Action.LINK and "ref" in given:
        given["ref"] = parts.tickets.show(str(given["ref"])).ticket.id
    return Given(**given)


def _against(one: Done | UserError) -> UserError | None:
    if isinstance(one, UserError):
        return one
    return one.against


def label_back() -> str:
    """The words of the button that takes a step back."""
    return tr("Take back (60 s)  U")
