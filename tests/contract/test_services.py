"""The same calls give the same lists whatever the store is."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from operator_desk import app
from operator_desk.domain import facts
from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.scripted import ScriptedAnswer, ScriptedCall
from operator_desk.domain.seals import seal_hash
from operator_desk.domain.terms import Answer, CallClass, MatterKind, Outcome
from operator_desk.services.people import machine_actor
from operator_desk.services.ports import CallQuery, Store, TicketQuery
from tests.domain.makers import NOON, Ticking
from tests.fakes.journal import FakeJournal
from tests.fakes.store import FakeStore

CONFIRMED = ScriptedAnswer(Answer.CONFIRMED)


def scripts() -> list[ScriptedCall]:
    """Calls of three days in all outcomes, some with ticket, answer, readback."""
    found = []
    for n, outcome in enumerate(Outcome):
        given: dict[str, Any] = {
            "id": f"c{n}",
            "started_at": NOON + timedelta(hours=7 * n),
            "caller_number": f"1380000{n % 3:04d}",
            "kind": list(MatterKind)[n % 6],
            "statements": ("路灯不亮。", f"第 {n} 天了。"),
            "outcome": outcome,
            "talk_s": 60 + n,
            "after_call_s": n,
            "title": f"路灯 {n}",
            "told": ("faq",) if n % 2 else (),
            "readback": (CONFIRMED,) * (n % 3),
            "call_class": CallClass.SECOND_CALL if n == 4 else None,
        }
        found.append(ScriptedCall(**given))
    return [*found, ScriptedCall(**{**given, "id": "refused", "told": ("no such",)})]


def desk_on(store: Store, folder: Path) -> app.Services:
    """The services, after they have played everything."""
    ticking = Ticking()
    profile = app.load_profile("general-12345")
    made = app.services(store, profile, folder, FakeJournal(), ticking.now, ticking.new_id)
    people = made.people
    row = people.add(machine_actor("tester"), "anna", "Anna", ["operator"], "a good password")
    actor = people.sign_in("anna", "a good password")
    assert actor.staff_id == row.staff_id
    made.knowledge.put(actor, [Article("faq", ArticleKind.FAQ, "问", "答")])
    played = list(made.replay.play(actor, scripts()))
    assert [one.new for one in played] == [True] * len(Outcome) + [False]
    return made


@pytest.fixture
def both(store: Store, tmp_path: Path) -> tuple[app.Services, app.Services]:
    """The desk on this store, and the same in memory."""
    return desk_on(store, tmp_path), desk_on(FakeStore(store.desk), tmp_path)


def test_lists_figures_and_history_are_those_of_the_store_in_memory(
    both: tuple[app.Services, app.Services],
) -> None:
    one, other = both
    assert one.calls.rows(CallQuery()) == other.calls.rows(CallQuery())
    assert one.tickets.rows(TicketQuery()) == other.tickets.rows(TicketQuery())
    assert one.calls.history("13800000001") == other.calls.history("13800000001")
    assert one.knowledge.heads() == other.knowledge.heads()
    days = (NOON.date(), NOON.date() + timedelta(days=9))
    for by in ("day", "kind", "outcome"):
        assert one.counting.figures(*days, by) == other.counting.figures(*days, by)
    assert len(one.calls.rows(CallQuery())) == len(Outcome)


def test_facts_and_the_length_of_the_chain_are_those_of_the_store_in_memory(
    both: tuple[app.Services, app.Services],
) -> None:
    one, other = both
    with one.store.read() as mine, other.store.read() as theirs:
        assert mine.head().n == theirs.head().n
        for cls in facts.TABLES.keys() - {facts.Seal}:
            assert mine.find(cls) == theirs.find(cls)


def test_every_seal_can_be_recomputed(both: tuple[app.Services, app.Services]) -> None:
    # Not equal from store to store: salts of personal texts are in its hashes.
    for services in both:
        with services.store.read() as tx:
            seals = sorted(tx.find(facts.Seal), key=lambda seal: seal.number)
        assert seals
        assert [seal.seal_hash for seal in seals] == [seal_hash(seal) for seal in seals]
        links = pairwise(seals)
        assert all(seal.seal_hash == after.previous for seal, after in links)
