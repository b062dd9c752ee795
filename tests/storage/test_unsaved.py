"""What was typed into drafts: kept by one file a form, found by the next start."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import UUID

import pytest

from operator_desk.domain.errors import UserError
from operator_desk.storage.unsaved import FileUnsaved
from operator_desk.ui.knowledge.editor.kept import Typed, all_of, state_of
from tests.domain.makers import NOON

ONE, TWO = UUID(int=1), UUID(int=2)


def test_forms_are_found_by_the_next_start_and_only_ones_own(tmp_path: Path) -> None:
    typed = Typed(ONE, TWO, None, UUID(int=3), {"title": "路灯", "phones": [{"use": "值班"}]}, NOON)
    other = Typed(TWO, TWO, UUID(int=4), None, {"title": "half \ud83d"}, NOON)
    for one in (typed, other):
        FileUnsaved(tmp_path / "drafts").keep(one.key, state_of(one))
    unsaved = FileUnsaved(tmp_path / "drafts")
    assert all_of(unsaved, ONE) == [typed]
    assert all_of(unsaved, TWO) == [other]
    if os.name != "nt":
        modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "drafts").iterdir()}
        assert (modes, (tmp_path / "drafts").stat().st_mode & 0o777) == ({0o600}, 0o700)
    unsaved.drop(typed.key)
    unsaved.drop(typed.key)
    assert all_of(unsaved, ONE) == []


def test_a_file_that_is_torn_or_of_something_else_is_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    typed = Typed(ONE, TWO, None, None, {"title": "甲"}, NOON)
    FileUnsaved(folder).keep(typed.key, state_of(typed))
    for name, body in (("a", b'{"staff_id": "'), ("b", b"[]"), ("c", b"\xff"), ("d", b"{}")):
        (folder / f"{name}.json").write_bytes(body)
    assert all_of(FileUnsaved(folder), ONE) == [typed]
    assert all_of(FileUnsaved(tmp_path / "nowhere"), ONE) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("a file")
    with pytest.raises(UserError, match="cannot be kept"):
        FileUnsaved(tmp_path / "drafts").keep(ONE, {})
