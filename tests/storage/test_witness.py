"""The witness: lines that were torn, damaged, or cannot be written."""

from __future__ import annotations

from pathlib import Path

import pytest

from operator_desk.domain.errors import UserError
from operator_desk.services.ports import Head
from operator_desk.storage.witness import Sighting, Witness

AT = "2026-03-02T08:30:00.000000Z"


def _seen(n: int) -> Sighting:
    return Sighting(AT, "A07", Head(n, f"{n:064x}"), "20260302-A07-0001" if n == 2 else "")


def _said(witness: Witness) -> tuple[list[Sighting], list[int]]:
    said = witness.testimony()
    return list(said.sightings), list(said.damaged)


@pytest.fixture
def witness(tmp_path: Path) -> Witness:
    """A witness of two heads."""
    made = Witness(tmp_path / "witness.log")
    made.append(_seen(1))
    made.append(_seen(2))
    return made


def test_heads_are_read_as_they_were_seen(witness: Witness) -> None:
    assert _said(witness) == ([_seen(1), _seen(2)], [])
    assert witness.path.stat().st_mode & 0o777 == 0o600
    assert (witness.lines(), Witness(witness.path.with_name("none")).lines()) == (2, 0)


@pytest.mark.parametrize("left", [1, 40, 100])
def test_a_torn_last_line_is_passed_over_and_spoils_no_other(witness: Witness, left: int) -> None:
    first, second, _end = witness.path.read_bytes().split(b"\n")
    witness.path.write_bytes(first + b"\n" + second[:left])
    assert _said(witness) == ([_seen(1)], [])
    witness.append(_seen(3))
    assert _said(witness) == ([_seen(1), _seen(3)], [])


def test_a_last_line_that_only_lacks_its_end_is_kept(witness: Witness) -> None:
    witness.path.write_bytes(witness.path.read_bytes()[:-1])
    assert _said(witness) == ([_seen(1), _seen(2)], [])
    witness.append(_seen(3))
    assert _said(witness) == ([_seen(1), _seen(2), _seen(3)], [])


def test_a_damaged_line_is_named(witness: Witness) -> None:
    witness.path.write_bytes(witness.path.read_bytes().replace(b'"desk"', b'"\xff\xff"', 1))
    assert _said(witness) == ([_seen(2)], [1])


def test_a_witness_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "witness.log").mkdir()
    with pytest.raises(UserError, match="cannot be written"):
        Witness(tmp_path / "witness.log").append(_seen(1))
