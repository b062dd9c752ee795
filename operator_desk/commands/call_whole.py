"""One call with everything stored about it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from operator_desk.domain import facts, views
from operator_desk.domain.errors import UserError
from operator_desk.services.ports import Reader, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeMatter:
    """One matter: its row in lists, the wordings, the answers, the seals."""

    row: views.MatterRow
    forms: tuple[facts.MatterForm, ...]
    statements: tuple[facts.Statement, ...]
    readbacks: tuple[facts.Readback, ...]
    answers: tuple[facts.ReadbackAnswer, ...]
    seals: tuple[facts.Seal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeCall:
    """One call: its row in lists, and its matters."""

    row: views.CallRow
    matters: tuple[WholeMatter, ...]


def whole_call(store: Store, call_id: UUID) -> WholeCall:
    """Everything about a call. UserError: unknown id."""
    with store.read() as tx:
        call = tx.get(facts.Call, call_id)
        if call is None:
            raise UserError("There is no call {id}.", id=call_id)
        found = views.CallFacts(
            call=call,
            callers=tx.find(facts.Caller, call_id=call_id),
            ends=tx.find(facts.CallEnd, call_id=call_id),
            closes=tx.find(facts.CallClose, call_id=call_id),
            matters=tx.find(facts.Matter, call_id=call_id),
            tickets=tx.find(facts.Ticket, call_id=call_id),
        )
        matters = tuple(_whole_matter(tx, row) for row in tx.matters([call_id]))
    return WholeCall(row=views.call_row(found), matters=matters)


def _whole_matter(tx: Reader, row: views.MatterRow) -> WholeMatter:
    return WholeMatter(
        row=row,
        forms=tuple(tx.find(facts.MatterForm, matter_id=row.id)),
        statements=tuple(tx.find(facts.Statement, matter_id=row.id)),
        readbacks=tuple(tx.find(facts.Readback, matter_id=row.id)),
        answers=tuple(tx.find(facts.ReadbackAnswer, matter_id=row.id)),
        seals=tuple(tx.find(facts.Seal, matter_id=row.id)),
    )
