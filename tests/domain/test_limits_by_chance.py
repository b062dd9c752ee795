"""What holds of every deadline, whatever is paused, extended and entered in whatever order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from operator_desk import calendars
from operator_desk.domain.counting_steps import StepKind
from operator_desk.domain.counting_time import Extension, Pause
from operator_desk.domain.limits import FixedLimit, due, limit
from operator_desk.domain.profile import LimitFrom, LimitOf, LimitUnit
from operator_desk.domain.why_late import Held, by_holder, used

CALENDARS = {
    "Asia/Shanghai": calendars.calendar("china"),
    "America/New_York": calendars.calendar("us_federal"),  # where clocks are put back
}
ZONES = {name: ZoneInfo(name) for name in CALENDARS}
HOURS = ("", "08:30-12:00,13:30-17:30", "00:00-24:00")
FIRST = datetime(2024, 1, 1, tzinfo=UTC)
DAYS = (LimitUnit.DAYS, LimitUnit.WORKING_DAYS)

minutes = st.integers(0, 60 * 24 * 40).map(lambda n: timedelta(minutes=n))
# Most instants lie on full hours of some zone: where days begin and end, faults would be.
instants = st.one_of(
    st.integers(0, 24 * 1080).map(lambda n: FIRST + timedelta(hours=n)),
    st.integers(0, 24 * 1080 * 3600).map(lambda n: FIRST + timedelta(seconds=n)),
)
units = st.sampled_from(LimitUnit)
zones = st.sampled_from(sorted(ZONES))


@st.composite
def fixed(draw: st.DrawFn) -> FixedLimit:
    """Any limit."""
    unit = draw(units)
    most = {LimitUnit.MINUTES: 5000, LimitUnit.HOURS: 200, LimitUnit.WORKING_HOURS: 60}
    return FixedLimit(
        what=LimitOf.HOLDER,
        id="any",
        amount=draw(st.integers(1, most.get(unit, 15))),
        unit=unit,
        begins=LimitFrom.DISPATCH,
        label="",
        label_en="",
        source="",
        hours=draw(st.sampled_from(HOURS)),
        next_working_day=draw(st.sampled_from((0, 1))),
    )


@st.composite
def pauses(draw: st.DrawFn, begin: datetime) -> list[Pause]:
    """Some pauses around a beginning; one in some has not ended."""
    found = []
    for reason in draw(st.lists(st.sampled_from("abc"), max_size=3)):
        start = begin + draw(minutes) - timedelta(days=1)
        end = draw(st.none() | minutes) if reason == "c" else draw(minutes)
        found.append(Pause(start, None if end is None else start + end / 8, reason))
    return found


@st.composite
def extensions(draw: st.DrawFn, begin: datetime) -> list[Extension]:
    """Some extensions, by an amount or to an instant."""
    found = []
    for by_amount in draw(st.lists(st.booleans(), max_size=2)):
        at = begin + draw(minutes) / 10
        if by_amount:
            found.append(Extension(at, draw(st.integers(1, 8)), draw(units)))
        else:
            found.append(Extension(at, until=at + draw(minutes)))
    return found


@settings(max_examples=300, deadline=None)
@given(data=st.data(), rule=fixed(), begin=instants, zone=zones)
def test_both_ways_agree_and_no_stretch_is_left_out(
    data: st.DataObject, rule: FixedLimit, begin: datetime, zone: str
) -> None:
    given_ = (data.draw(pauses(begin)), data.draw(extensions(begin)))
    found = limit(rule, begin, CALENDARS[zone], ZONES[zone], *given_)
    assert due(rule, begin, CALENDARS[zone], ZONES[zone], *given_) == found.due
    at = begin
    for step in found.steps:
        assert step.start == at < step.end
        assert timedelta() <= step.counted <= step.end - step.start
        at = step.end
    if found.due is None:
        assert found.reason is not None
        return
    assert at == found.due
    assert found.reason is None
    if not given_[1] and rule.unit in DAYS:
        whole = [step for step in found.steps if step.kind is StepKind.COUNTED]
        assert len(whole) == rule.amount
    if not given_[1] and rule.unit not in DAYS:
        size = timedelta(minutes=1 if rule.unit is LimitUnit.MINUTES else 60)
        counted = sum((step.counted for step in found.steps), timedelta())
        assert counted == rule.amount * size


@settings(max_examples=150, deadline=None)
@given(data=st.data(), rule=fixed(), begin=instants, zone=zones, seed=st.integers(0, 9))
def test_pauses_and_extensions_never_shorten_and_their_order_does_not_matter(
    data: st.DataObject, rule: FixedLimit, begin: datetime, zone: str, seed: int
) -> None:
    calendar, where = CALENDARS[zone], ZONES[zone]
    paused, more = data.draw(pauses(begin)), data.draw(extensions(begin))
    full = limit(rule, begin, calendar, where, paused, more)
    mixed = [paused.copy(), more.copy()]
    for part in mixed:
        Random(seed).shuffle(part)
    local = begin.astimezone(where)  # the same instant, told in the zone
    assert limit(rule, local, calendar, where, *mixed) == full
    if full.due is None:
        return
    for less in (paused[1:], paused[:-1]):
        fewer = due(rule, begin, calendar, where, less, more)
        assert fewer is not None
        assert fewer <= full.due
    plain = due(rule, begin, calendar, where, paused)
    assert plain is not None
    assert begin < plain <= full.due


@settings(max_examples=150, deadline=None)
@given(data=st.data(), rule=fixed(), begin=instants, zone=zones, later=minutes)
def test_what_begins_later_does_not_end_sooner(
    data: st.DataObject, rule: FixedLimit, begin: datetime, zone: str, later: timedelta
) -> None:
    paused = [pause for pause in data.draw(pauses(begin)) if pause.end is not None]
    first = due(rule, begin, CALENDARS[zone], ZONES[zone], paused)
    second = due(rule, begin + later, CALENDARS[zone], ZONES[zone], paused)
    assume(first is not None)
    assume(second is not None)
    assert first <= second  # type: ignore[operator]


@settings(max_examples=100, deadline=None)
@given(data=st.data(), rule=fixed(), begin=instants, zone=zones)
def test_the_holders_times_add_up_to_the_time_used(
    data: st.DataObject, rule: FixedLimit, begin: datetime, zone: str
) -> None:
    ends = sorted(begin + data.draw(minutes) / 7 for _ in range(5))
    names = data.draw(st.lists(st.sampled_from("xyz"), min_size=5, max_size=5))
    starts = [begin, *ends[:-1]]
    held = [Held(*row) for row in zip(names, starts, ends, strict=True)]
    paused = data.draw(pauses(begin))
    shares = by_holder(held, rule, CALENDARS[zone], ZONES[zone], paused)
    assume(shares is not None)
    total = used(rule, begin, ends[-1], CALENDARS[zone], ZONES[zone], paused)
    assert sum(share.seconds for share in shares or ()) == total
    assert all(share.seconds >= 0 for share in shares or ())
