"""A damaged journal opens with every intact line, or says in one sentence that it cannot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from operator_desk.domain import call_flow, readback, record
from operator_desk.domain.draft import Draft
from operator_desk.domain.state import DAMAGED, from_state, to_state
from operator_desk.domain.terms import Answer, Scope
from operator_desk.storage.journal import WHOLE_EVERY, FileJournal, read_file
from tests.domain.makers import Ticking
from tests.proofs.counts import Record, chance, count

WORDS = "小区停水两天了，物业电话没人接。\n老人不能下楼打水，急。\n前天报过一次。"
State = dict[str, Any]


def _typed() -> list[Draft]:
    """A call as it grows: letter by letter, read back, one line corrected, a supplement."""
    clock = Ticking()
    draft = call_flow.started(clock.new_id(), clock.stamp(), number="13800002206")
    drafts = [draft]
    for end in range(1, len(WORDS) + 1):
        matter = record.edited(draft.matter, WORDS[:end].split("\n"), clock.stamp())
        draft = draft.with_matter(matter)
        drafts.append(draft)
    matter = readback.begun(draft.matter, Scope.WHOLE, clock.stamp())
    drafts.append(draft.with_matter(matter))
    matter = readback.answered(matter, Answer.CONFIRMED, clock.stamp())
    drafts.append(draft.with_matter(matter))
    matter = readback.corrected(matter, "老人不能下楼打水，很急。", clock.stamp())
    drafts.append(draft.with_matter(matter))
    draft = drafts[-1]
    for end in range(1, 60):
        words = [line.words for line in record.visible(draft.matter)]
        text = ("又来一次电话，说楼上也停了。" * 5)[:end]
        drafts.append(draft.with_matter(record.edited(draft.matter, [*words, text], clock.stamp())))
    return drafts


@pytest.fixture(scope="module")
def states() -> list[State]:
    found = [to_state(draft) for draft in _typed()]
    # An empty paragraph changes nothing and has no line.
    return [state for state, before in zip(found, [None, *found], strict=False) if state != before]


@pytest.fixture
def path(tmp_path: Path, states: list[State]) -> Path:
    """The journal's file of the call, every state saved one after the other."""
    kept = FileJournal(tmp_path)
    call = from_state(Draft, states[0]).call_id
    for state in states:
        kept.save(call, state)
    made = tmp_path / f"{call}.jsonl"
    made.write_bytes(made.read_bytes().rstrip(b"\0"))  # without the room taken beforehand
    return made


@pytest.fixture
def ends(path: Path) -> list[int]:
    """Where each line ends."""
    raw = path.read_bytes()
    return [place + 1 for place, byte in enumerate(raw) if byte == 0x0A]


def test_the_file_has_a_line_a_state_and_whole_states_among_them(
    path: Path, ends: list[int], states: list[State]
) -> None:
    assert len(ends) == len(states)
    assert len(states) > WHOLE_EVERY + 20
    assert path.read_bytes().count(b'"full"') == 2


def test_every_truncation_opens_with_every_whole_line(
    path: Path, ends: list[int], states: list[State], record_property: Record
) -> None:
    raw = path.read_bytes()
    lengths = range(len(raw) + 1)
    part = min(count(len(lengths), 300), len(lengths))
    for length in chance("truncation").sample(lengths, part):
        path.write_bytes(raw[:length])
        whole = sum(end <= length for end in ends)
        found, damaged = read_file(path)
        assert found == (states[whole - 1] if whole else None), length
        assert not damaged
        if found is not None:
            from_state(Draft, found)
    record_property("truncations", part)


def _expected(states: list[State], line: int) -> list[State]:
    """What may be found when a line is damaged: all before it, or all from a later whole state."""
    if line == len(states) - 1:
        return [states[-2]]
    later_whole = any(n % WHOLE_EVERY == 0 for n in range(line + 1, len(states)))
    return [states[-1]] if later_whole else [states[line - 1]] if line else []


def test_flipped_bits_cost_no_other_line(
    path: Path, ends: list[int], states: list[State], record_property: Record
) -> None:
    raw, random = path.read_bytes(), chance("bits")
    rounds = count(5000, 300)
    harmless = told = 0
    for _ in range(rounds):
        bit = random.randrange(len(raw) * 8)
        flipped = bytearray(raw)
        flipped[bit // 8] ^= 1 << bit % 8
        path.write_bytes(flipped)
        found, damaged = read_file(path)
        line = next(n for n, end in enumerate(ends) if bit // 8 < end)
        if found == states[-1] and not damaged:
            harmless += 1  # a letter of the checksum in the other case, the blank behind it
        elif bit // 8 + 1 in ends:
            # The line feed is gone: two lines became one.
            assert found in [*_expected(states, line), *_expected(states, line + 1)]
        else:
            assert [found] == (_expected(states, line) or [None]), (bit, line)
            told += damaged
    record_property("flips", rounds)
    record_property("harmless", harmless)
    assert told > rounds // 2


def test_any_damage_ends_in_a_call_or_a_sentence(
    path: Path, states: list[State], record_property: Record
) -> None:
    """Blocks of zeros, blocks of noise, blocks twice, blocks away: nothing raises."""
    raw, random = path.read_bytes(), chance("blocks")
    rounds, calls = count(2000, 150), 0
    for _ in range(rounds):
        start = random.randrange(len(raw))
        size = random.choice([1, 7, 512, 4096])
        block = raw[start : start + size]
        put = random.choice([bytes(len(block)), random.randbytes(size), block * 2, b"", b"\n"])
        path.write_bytes(raw[:start] + put + raw[start + size :])
        kept = FileJournal(path.parent)
        (state,) = kept.unfinished()
        told = state.pop(DAMAGED, False)
        if state:
            calls += 1
            draft = from_state(Draft, state)
            assert state in states
            assert told or state in states[-60:]
            kept.save(draft.call_id, state)  # the call goes on
            assert FileJournal(path.parent).unfinished() == [state]
        for copy in kept.damaged():
            copy.unlink()
    record_property("damages", rounds)
    record_property("calls_opened", calls)
    assert calls > rounds // 2
