"""Calls whose words stay where they were written: with a secret or an anonymous matter."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from operator_desk.domain.draft import Draft
from operator_desk.domain.facts import Ticket
from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import Secrecy
from operator_desk.domain.views import MatterRow
from operator_desk.services.ports import Reader
from operator_desk.services.tickets import effective_secrecy, ticket_id


def is_hidden(profile: Profile, draft: Draft | None) -> bool:
    """Whether a call in hand has such a matter, chosen or by the default of its kind."""
    matters = draft.matters if draft else ()
    return any(effective_secrecy(profile, matter) is not Secrecy.OPEN for matter in matters)


def hidden_calls(tx: Reader, profile: Profile, calls: Iterable[UUID]) -> set[UUID]:
    """Those of these calls that have such a ticket, or none yet of a kind that is secret."""
    matters = tx.matters(calls)
    registered = tx.many(Ticket, [ticket_id(matter.id) for matter in matters if matter.ticket])
    grades = {ticket.matter_id: ticket.secrecy for ticket in registered}
    return {
        matter.call_id
        for matter in matters
        if (grades.get(matter.id) or _by_kind(profile, matter)) is not Secrecy.OPEN
    }


def _by_kind(profile: Profile, matter: MatterRow) -> Secrecy:
    return profile.kind(matter.kind).secrecy if matter.kind else Secrecy.OPEN
