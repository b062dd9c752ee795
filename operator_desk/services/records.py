"""Records and seals: what a draft stands for is stored, what was stored is found again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from operator_desk.domain import fact_rows, facts, sealing
from operator_desk.domain.draft import Draft, MatterDraft, SealDraft
from operator_desk.domain.facts import Fact
from operator_desk.domain.ids import derived_id
from operator_desk.domain.profile import Profile
from operator_desk.domain.seals import closed
from operator_desk.services.call_steps import CallSteps
from operator_desk.services.ports import Clock, Store, Writer


def add_rows(tx: Writer, draft: Draft, profile: Profile) -> int:
    """Adds every row of the draft that is not stored yet; the number of rows added."""
    rows: list[Fact] = [fact_rows.call_fact(draft, profile.local_day(draft.started_at))]
    rows.extend(fact_rows.rows(draft))
    known = tx.known_rows(rows)
    new = [row for row in rows if row.id not in known]
    if new:
        tx.add(*new)
    return len(new)


def seal_id(matter_id: UUID, part: int) -> UUID:
    """The k-th seal of a matter has one id, so it cannot be made twice."""
    return derived_id("seal", matter_id, part)


def add_seal(tx: Writer, draft: Draft, matter: MatterDraft, at: datetime) -> SealDraft | None:
    """Seals what no seal of the matter has covered; None when there is nothing new.

    The matter's rows are stored already (`add_rows`), with every wording frozen.
    """
    before = tx.find(facts.Seal, matter_id=matter.id)
    sealed = {(item["row"], item.get("answer_row", "")) for seal in before for item in seal.items}
    items = sealing.items(matter, tx.content_hash, sealed)
    if not items:
        return None
    number, previous = tx.next_seal()
    head = tx.head()
    scope, mode = sealing.scope_and_mode(matter)
    seal = closed(
        facts.Seal(
            id=seal_id(matter.id, len(before)),
            at=at,
            actor=draft.operator,
            desk=tx.desk,
            matter_id=matter.id,
            number=number,
            part=len(before),
            scope=scope,
            mode=mode,
            items=tuple(items),
            head_n=head.n,
            head_hash=head.hash,
            previous=previous,
            seal_hash="",
        )
    )
    tx.add(seal)
    return SealDraft(id=seal.id, number=number, part=seal.part, at=at)


class Records:
    """Stores the record of the running call as it grows, and seals it."""

    def __init__(self, store: Store, profile: Profile, clock: Clock, steps: CallSteps) -> None:
        self._store, self._profile, self._clock = store, profile, clock
        self._steps = steps

    def save(self, draft: Draft) -> int:
        """Stores everything of the draft that is frozen; returns how many rows were new."""
        with self._store.write() as tx:
            return add_rows(tx, draft, self._profile)

    def seal(self, draft: Draft, matter_id: UUID) -> SealDraft | None:
        """Seals the record of a frozen matter; None when nothing is unsealed.

        A record that supplements a ticket is joined to it. Of a practice call nothing is sealed.
        """
        matter = next(one for one in draft.matters if one.id == matter_id)
        if draft.practice:
            return None
        with self._store.write() as tx:
            add_rows(tx, draft, self._profile)
            self._steps.store_in(tx, draft)
            return add_seal(tx, draft, matter, self._clock())
