"""A closed call put together from its facts is the call that was closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings

from operator_desk.domain import call_flow, record
from operator_desk.domain.draft import Draft, MatterDraft, Strip
from operator_desk.domain.errors import UserError
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Entry, Mark, MatterKind, Outcome, Secrecy
from operator_desk.services.ports import CallQuery
from operator_desk.services.rebuilding import strips_of
from tests.domain.test_readback import play, steps
from tests.services.desk import Desk, filled

VERSION = UUID(int=77)


def finished(desk: Desk, draft: Draft) -> Draft:
    """The draft as the window closes it."""
    draft = desk.ended(desk.hung_up(draft))
    at = desk.clock.now()
    desk.services.calls.finish(draft, at)
    return draft


def reopened(desk: Desk, draft: Draft) -> Draft:
    return desk.services.calls.reopened(draft.call_id, strips_of(draft))


def plain(draft: Draft) -> Draft:
    """What must be the same: everything but the place in the window, and the reading order."""
    matters = tuple(
        _plain_matter(matter) for matter in draft.matters if matter.forms or matter.noted
    )
    return replace(
        draft,
        matters=matters,
        current=0,
        cursor=0,
        chosen=None,
        resumed_at=None,
        phase=Phase.AFTER_CALL,
    )


def _plain_matter(matter: MatterDraft) -> MatterDraft:
    runs = tuple(
        replace(
            run,
            current=0,
            items=tuple(
                sorted(
                    (item for item in run.items if item.given), key=lambda item: item.given[0].id
                )
            ),
        )
        for run in matter.readbacks
    )
    return replace(matter, readbacks=runs)


@settings(max_examples=40, deadline=None)
@given(steps)
def test_every_readback_comes_back(
    tmp_path_factory: pytest.TempPathFactory, names: Sequence[str]
) -> None:
    desk = Desk(tmp_path_factory.getbasetemp())
    draft = finished(desk, play(desk.clock, desk.begun("一", "二", "三"), names))
    again = reopened(desk, draft)
    assert plain(again) == plain(draft)
    assert desk.services.records.save(again) == 0


def test_a_rich_call_comes_back_whole(desk: Desk) -> None:
    draft = replace(desk.begun("停水三天。", "物业不管。"), name="王女士")
    draft = call_flow.told(draft, "own:water", VERSION, "own:water", desk.stamp())
    draft = call_flow.told(draft, "own:water", VERSION, "own:water", desk.stamp())
    draft = call_flow.told(draft, "own:lamp", VERSION, "own:lamp", desk.stamp())
    draft = draft.with_matter(filled(draft.matter, MatterKind.COMPLAINT))
    chosen = replace(draft.matter.strip, secrecy=Secrecy.OPEN, wants_reply=True)
    draft = draft.with_matter(replace(draft.matter, strip=chosen))
    draft = desk.registered(desk.frozen(draft))
    draft = call_flow.next_matter(replace(draft, name="王丽"), desk.stamp())
    draft = desk.frozen(desk.edited(draft, "楼道灯坏了。", "电梯也慢。"))
    draft = desk.frozen(desk.edited(draft, "楼道灯坏了两盏。"))  # corrected, and one withdrawn
    marked = record.marked(draft.matter, draft.matter.lines[0].id, Mark.UNCLEAR)
    strip = Strip(title="楼道灯", place="学府路 26 号", unit="lamps", secrecy=Secrecy.SECRET)
    elements = (("where", "三号楼"), ("since", "上周"))
    marked = replace(marked, strip=strip, elements=elements, kind=MatterKind.REQUEST)
    draft = finished(desk, draft.with_matter(marked))
    again = reopened(desk, draft)
    assert plain(again) == plain(draft)
    assert again.current == 1  # the matter that waits for its ticket
    assert (again.chosen, again.matter.strip) == (Outcome.TO_REGISTER, strip)
    assert desk.services.records.save(again) == 0


def test_the_ticket_of_a_reopened_call_makes_it_a_ticket_call_counted_once(desk: Desk) -> None:
    draft = finished(desk, desk.begun("路灯不亮。"))
    again = reopened(desk, draft)
    again = again.with_matter(filled(again.matter, MatterKind.COMPLAINT))
    again = replace(desk.registered(call_flow.ready_to_register(again, desk.stamp())), chosen=None)
    assert desk.services.calls.finish(again, desk.clock.now()) is Outcome.TICKET
    assert desk.services.calls.to_register(desk.anna) == []
    (row,) = desk.services.counting.rows(*2 * (desk.services.counting.today(),))
    assert (row.outcome, row.tickets, row.counted) == (Outcome.TICKET, 1, True)


def test_a_call_without_any_word_can_be_gone_on_with(desk: Desk) -> None:
    draft = replace(desk.begun(), chosen=Outcome.TO_REGISTER)
    desk.services.calls.finish(desk.hung_up(draft), desk.clock.now())
    again = reopened(desk, draft)
    assert [matter.n for matter in again.matters] == [1]
    assert again.number == draft.number


def test_strips_that_cannot_be_read_are_left_out(desk: Desk) -> None:
    draft = finished(desk, desk.begun("路灯不亮。"))
    key = str(draft.matter.id)
    for strips in ({key: {"urgency": "by yesterday"}}, {key: "?"}, {"nobody": {"title": "x"}}):
        again = desk.services.calls.reopened(draft.call_id, strips)
        assert again.matter.strip == Strip()


def test_a_call_that_runs_or_is_unknown_is_named(desk: Desk) -> None:
    draft = desk.begun("一")
    with pytest.raises(UserError, match="not in the store"):
        reopened(desk, draft)
    desk.services.calls.open(draft)
    with pytest.raises(UserError, match="not ended"):
        reopened(desk, draft)


def test_finishing_twice_adds_nothing(desk: Desk) -> None:
    draft = desk.hung_up(desk.begun("路灯不亮。"))
    at = desk.clock.now()
    desk.services.calls.finish(draft, at)
    with desk.store.read() as tx:
        before = tx.head()
    desk.services.calls.finish(draft, at)
    with desk.store.read() as tx:
        assert tx.head() == before


def test_an_entry_from_paper_takes_the_time_that_typing_took(desk: Desk) -> None:
    at = desk.clock.now() - timedelta(hours=5)
    draft = desk.services.calls.begin(desk.anna, entry=Entry.AFTER_CALL, started_at=at)
    opened = draft.matter.at
    desk.services.calls.finish(desk.hung_up(draft), opened + timedelta(seconds=90))
    ((row, _matters),) = desk.services.calls.rows(CallQuery())
    assert (row.after_call_s, row.talk_s) == (90, 60)
