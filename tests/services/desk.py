"""A desk without window and disk: the real services and profile over a store in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from operator_desk import app
from operator_desk.domain import call_flow, record
from operator_desk.domain.draft import Draft, MatterDraft, Stamp, Strip
from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import MatterKind, Outcome, Role
from operator_desk.services.people import Actor
from tests.domain.makers import Ticking, typed
from tests.fakes.journal import FakeJournal
from tests.fakes.store import FakeStore


class Clock(Ticking):
    """A ticking clock that can be put forward, and back as people do."""

    def __init__(self) -> None:
        super().__init__()
        self._shift = timedelta()

    def now(self) -> datetime:
        """The next second, shifted."""
        return super().now() + self._shift

    def skip(self, **time: float) -> None:
        """Puts the clock forward (or back, by a negative amount)."""
        self._shift += timedelta(**time)

    def put(self, at: datetime) -> None:
        """Makes the next look give this instant."""
        self._shift += at - self.now() - timedelta(seconds=1)


@cache
def profile() -> Profile:
    """The shipped profile."""
    return app.load_profile("general-12345")


class Desk:
    """Services over a fake store, a clock, and somebody signed in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store, self.clock, self.profile = self.made_store(), Clock(), profile()
        self.services = app.services(
            self.store, self.profile, folder, FakeJournal(), self.clock.now, self.clock.new_id
        )
        self.anna = Actor(self.clock.new_id(), "anna", "Anna", (Role.OPERATOR,))
        self.ben = Actor(self.clock.new_id(), "ben", "Ben", (Role.OPERATOR,))

    def made_store(self) -> Any:
        """The store it is over; a proof takes a real one."""
        return FakeStore("A07")

    def stamp(self) -> Stamp:
        """The next second with the source of ids."""
        return self.clock.stamp()

    def begun(self, *words: str, number: str = "13800002206", actor: Actor | None = None) -> Draft:
        """A running call whose record holds these statements."""
        draft = self.services.calls.begin(actor or self.anna, number=number)
        return draft.with_matter(typed(self.clock, draft.matter, *words))

    def frozen(self, draft: Draft) -> Draft:
        """The draft with every wording frozen, as a running call is saved."""
        return call_flow.ready_to_register(draft, self.stamp())

    def hung_up(self, draft: Draft, seconds: int = 60) -> Draft:
        """The draft after so many seconds of talk."""
        at = draft.started_at + timedelta(seconds=seconds)
        return call_flow.hung_up(draft, at, Stamp(at, self.clock.new_id))

    def ended(self, draft: Draft, outcome: Outcome | None = None, seconds: int = 60) -> Draft:
        """The draft hung up, its end stored and acknowledged."""
        draft = self.hung_up(draft, seconds) if draft.ended_at is None else draft
        done = self.services.calls.end(draft, outcome)
        return call_flow.with_end(draft, done.end, done.seals)

    def filled(
        self, kind: MatterKind = MatterKind.COMPLAINT, *, number: str = "13800002206"
    ) -> Draft:
        """A frozen call about a street lamp with everything that its ticket needs."""
        draft = self.begun("路灯不亮。", "三天了。", number=number)
        return self.frozen(draft.with_matter(filled(draft.matter, kind)))

    def registered(self, draft: Draft) -> Draft:
        """The draft after its ticket was registered."""
        done = self.services.tickets.register(draft, draft.matter.id)
        return call_flow.with_ticket(draft, draft.matter.id, done.ticket, done.seal)

    def edited(self, draft: Draft, *words: str) -> Draft:
        """The draft with another record, not frozen yet."""
        return draft.with_matter(record.edited(draft.matter, list(words), self.stamp()))


def filled(matter: MatterDraft, kind: MatterKind) -> MatterDraft:
    """The matter with kind, category and strip."""
    strip = Strip(title="路灯不亮", place="湖滨路 5 号", unit="lamps", callback="0551-62881234")
    category = profile().categories.leaves()[0].code
    return replace(matter, kind=kind, category=category, summary="路灯不亮三天", strip=strip)
