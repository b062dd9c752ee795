"""Counter, rows and figures over calls by chance, against the bare facts counted by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from operator_desk import app
from operator_desk.commands.stats import figures as stats_rows
from operator_desk.domain import call_flow, facts
from operator_desk.domain.draft import Draft
from operator_desk.domain.profile import CallFacts
from operator_desk.domain.terms import (
    CallClass,
    Direction,
    Entry,
    MatterKind,
    Outcome,
    Purpose,
)
from operator_desk.services.counting import BREAKDOWNS
from tests.fakes.journal import FakeJournal
from tests.services.desk import Desk, filled

ALWAYS = (date(2000, 1, 1), date(2100, 1, 1))
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)  # in Shanghai
EDGES = st.sampled_from([-721, -720, -719, 0, 719, 720, 721, 7 * 1440 + 719, 7 * 1440 + 720])


@dataclass(frozen=True)
class Taken:
    """One call: minutes from NOON, what became of it, and how it was corrected afterwards."""

    minutes: int
    outcome: Outcome
    talk_s: int
    after_call_s: int | None
    words: str
    ticket: bool
    ben: bool
    purpose: Purpose
    direction: Direction
    entry: Entry
    corrected: list[Outcome] = field(default_factory=list)


OUTCOMES = st.sampled_from(Outcome)
CALLS = st.builds(
    Taken,
    minutes=EDGES | st.integers(-40 * 1440, 40 * 1440),
    outcome=OUTCOMES,
    talk_s=st.sampled_from([0, 3, 5, 6, 60]) | st.integers(0, 900),
    after_call_s=st.none() | st.integers(0, 300),
    words=st.sampled_from(["", "说了。"]),
    ticket=st.booleans(),
    ben=st.booleans(),
    purpose=st.sampled_from(Purpose),
    direction=st.sampled_from(Direction),
    entry=st.sampled_from([Entry.LIVE, Entry.AFTER_CALL]),
    corrected=st.lists(OUTCOMES, max_size=2),
)
STARTS = st.sampled_from([time(0), time(0, 1), time(6, 30), time(12), time(23, 59)])


def desk_with(taken: list[Taken], day_start: time) -> Desk:
    """A desk whose days begin at a time of the day, after these calls."""
    desk = Desk(Path("no index here"))
    desk.profile = replace(desk.profile, day_start=day_start)
    desk.services = app.services(
        desk.store, desk.profile, desk.folder, FakeJournal(), desk.clock.now, desk.clock.new_id
    )
    for one in taken:
        play(desk, one)
    return desk


def play(desk: Desk, taken: Taken) -> None:
    """Stores one call and its corrections through the services."""
    draft = desk.services.calls.begin(
        desk.ben if taken.ben else desk.anna,
        number="13800002206",
        started_at=NOON + timedelta(minutes=taken.minutes),
        purpose=taken.purpose,
        direction=taken.direction,
        entry=taken.entry,
    )
    draft = desk.edited(draft, taken.words) if taken.words else draft
    if taken.ticket:
        ready = draft.with_matter(filled(draft.matter, MatterKind.REQUEST))
        draft = desk.registered(desk.frozen(ready))
    draft = desk.ended(draft, taken.outcome, taken.talk_s)
    for outcome in taken.corrected:
        draft = desk.ended(draft, outcome)
    if taken.after_call_s is not None:
        closed(desk, draft, taken.after_call_s)


def closed(desk: Desk, draft: Draft, seconds: int) -> None:
    assert draft.ended_at is not None
    desk.services.calls.close(draft, draft.ended_at + timedelta(seconds=seconds))


@dataclass(frozen=True)
class Bare:
    """A call as its bare facts say it."""

    call: facts.Call
    end: facts.CallEnd
    after_call_s: int | None
    kinds: tuple[MatterKind | None, ...]
    tickets: int
    day: date

    @property
    def fault(self) -> bool:
        return self.end.call_class is CallClass.FAULT


def bare(desk: Desk) -> list[Bare]:
    """Every call, counted by hand from the facts."""
    found = []
    start = timedelta(hours=desk.profile.day_start.hour, minutes=desk.profile.day_start.minute)
    with desk.store.read() as tx:
        for call in tx.find(facts.Call):
            ends = tx.find(facts.CallEnd, call_id=call.id)
            corrected = {end.corrects for end in ends}
            (end,) = [end for end in ends if end.id not in corrected]
            closes = tx.find(facts.CallClose, call_id=call.id)
            matters = tx.find(facts.Matter, call_id=call.id)
            forms = [
                form for one in matters for form in tx.find(facts.MatterForm, matter_id=one.id)
            ]
            local = call.started_at.astimezone(ZoneInfo("Asia/Shanghai"))
            found.append(
                Bare(
                    call=call,
                    end=end,
                    after_call_s=closes[0].after_call_s if closes else None,
                    kinds=tuple(form.kind for form in forms) or (None,) * len(matters),
                    tickets=len(tx.find(facts.Ticket, call_id=call.id)),
                    day=(local - start).date(),
                )
            )
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(CALLS, max_size=10), STARTS)
def test_the_rows_are_the_ended_calls_of_their_days(taken: list[Taken], start: time) -> None:
    desk = desk_with(taken, start)
    expected = {
        one.call.id: (
            one.day,
            one.end.outcome,
            one.end.call_class,
            one.end.counted,
            one.end.rule,
            one.end.talk_s,
            one.after_call_s,
            one.tickets,
        )
        for one in bare(desk)
    }
    rows = desk.services.counting.rows(*ALWAYS)
    assert len(rows) == len(taken)
    assert expected == {
        row.id: (
            row.local_day,
            row.outcome,
            row.call_class,
            row.counted,
            row.rule,
            row.talk_s,
            row.after_call_s,
            row.tickets,
        )
        for row in rows
    }
    for day in {one.day for one in bare(desk)}:
        own = {one.call.id for one in bare(desk) if one.day == day}
        assert {row.id for row in desk.services.counting.rows(day, day)} == own


@settings(max_examples=60, deadline=None)
@given(st.lists(CALLS, max_size=10), STARTS, EDGES | st.integers(-20 * 1440, 20 * 1440))
def test_the_counter_is_the_counted_rows_of_the_local_day_and_month(
    taken: list[Taken], start: time, minutes: int
) -> None:
    desk = desk_with(taken, start)
    desk.clock.put(NOON + timedelta(minutes=minutes))
    today = desk.services.counting.today()
    for actor in (desk.anna, desk.ben):
        days = [
            one.day
            for one in bare(desk)
            if one.end.counted and one.call.actor == actor.staff_id and one.day <= today
        ]
        desk.clock.put(NOON + timedelta(minutes=minutes))
        counter = desk.services.counting.counter(actor)
        assert counter.today == days.count(today)
        assert counter.month == sum((d.year, d.month) == (today.year, today.month) for d in days)
        # The page behind the counter shows these rows and no other.
        rows = desk.services.counting.rows(today.replace(day=1), today, actor.staff_id)
        assert counter.month == sum(bool(row.counted) for row in rows)
        assert counter.today == sum(bool(row.counted) for row in rows if row.local_day == today)


def _hour(one: Bare) -> str:
    return f"{one.call.started_at.astimezone(ZoneInfo('Asia/Shanghai')).hour:02d}"


NAMES: dict[str, Callable[[Bare], list[str]]] = {
    "day": lambda one: [one.day.isoformat()],
    "month": lambda one: [f"{one.day:%Y-%m}"],
    "hour": lambda one: [_hour(one)],
    "weekday-hour": lambda one: [f"{one.day.isoweekday()}-{_hour(one)}"],
    "operator": lambda one: [str(one.call.actor)],
    "outcome": lambda one: [one.end.outcome.value],
    "kind": lambda one: [kind.value if kind else "" for kind in one.kinds],
}


def test_every_breakdown_is_counted_by_hand() -> None:
    assert NAMES.keys() == set(BREAKDOWNS)


@settings(max_examples=60, deadline=None)
@given(st.lists(CALLS, max_size=10), STARTS)
def test_every_figure_of_every_breakdown_is_that_of_the_facts(
    taken: list[Taken], start: time
) -> None:
    desk = desk_with(taken, start)
    calls = bare(desk)
    for by, names in NAMES.items():
        groups: dict[str, list[Bare]] = defaultdict(list)
        for one in calls:
            for name in names(one):
                groups[name].append(one)
        found = stats_rows(desk.services.counting.figures, *ALWAYS, by)
        assert [row[by] for row in found] == sorted(groups)
        for row in found:
            assert row == {by: row[by]} | _figures(groups[row[by]])


def _figures(calls: list[Bare]) -> dict[str, object]:
    none = [one for one in calls if one.end.call_class is CallClass.NO_CALL]
    tests = [one for one in calls if one.end.call_class is CallClass.TEST]
    real = [one for one in calls if not one.fault and one not in none and one not in tests]
    after = [one.after_call_s for one in real if one.after_call_s is not None]
    talk = [one.end.talk_s for one in real]
    return {
        "calls": len(real),
        "counted": sum(one.end.counted for one in real),
        "connected": len(real),
        "abandoned": None,
        "faults": len(calls) - len(real) - len(none) - len(tests),
        "tests": len(tests),
        "within_15_s": None,
        "within_20_s": None,
        "wait_mean_s": None,
        "talk_mean_s": round(sum(talk) / len(talk), 1) if talk else None,
        "after_call_mean_s": round(sum(after) / len(after), 1) if after else None,
        "talk_s": sum(talk),
        "after_call_s": sum(after),
        "direct_answers": sum(one.end.outcome is Outcome.DIRECT_ANSWER for one in real),
        "tickets": sum(one.tickets for one in real),
        "no_calls": len(none),
    }


@settings(max_examples=30, deadline=None)
@given(st.lists(CALLS, min_size=1, max_size=8))
def test_operators_add_up_to_all(taken: list[Taken]) -> None:
    desk = desk_with(taken, time(0))
    figures = desk.services.counting.figures
    for by in BREAKDOWNS:
        whole = {row.by: row.calls for row in figures(*ALWAYS, by)}
        parts: dict[str, int] = defaultdict(int)
        for actor in (desk.anna, desk.ben):
            for row in figures(*ALWAYS, by, actor.staff_id):
                parts[row.by] += row.calls
        assert parts == whole


@settings(max_examples=60, deadline=None)
@given(st.lists(OUTCOMES, min_size=1, max_size=5), st.sampled_from(["", "说了。"]))
def test_after_every_correction_the_last_outcome_holds(outcomes: list[Outcome], words: str) -> None:
    desk = Desk(Path("no index here"))
    draft = desk.begun(words) if words else desk.begun()
    for outcome in outcomes:
        draft = desk.ended(draft, outcome, 60)
        (row,) = desk.services.counting.rows(*ALWAYS)
        rule = desk.profile.classify(_facts(draft, outcome), draft.started_at)
        assert rule is not None
        assert (row.outcome, row.call_class) == (outcome, rule.call_class)
        assert (row.counted, row.rule) == (rule.counted, rule.id)
        assert desk.services.counting.counter(desk.anna).month == rule.counted
    with desk.store.read() as tx:
        ends = tx.find(facts.CallEnd)
    changes = sum(one is not after for one, after in pairwise(outcomes))
    assert len(ends) == 1 + changes


def _facts(draft: Draft, outcome: Outcome) -> CallFacts:
    return CallFacts(
        direction=draft.direction,
        outcome=outcome,
        talk_s=call_flow.talk_s(draft),
        entry=draft.entry,
        purpose=draft.purpose,
        has_record=call_flow.has_record(draft),
    )
