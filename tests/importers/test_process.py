"""Files read in a child process: row by row, more than once, killed, gone in the middle."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from operator_desk.domain.errors import UserError
from operator_desk.domain.incoming import FileHead, FileRows
from operator_desk.importers.law_markdown import StoredLaw
from operator_desk.importers.process import ReadingProcess


def test_a_child_reads_a_file_that_may_be_gone_and_ends_when_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("key,kind,title\na,faq,甲\nb,poem,乙\nc,faq,丙\n", "utf-8")
    child = ReadingProcess()
    child.ask_open(tmp_path / "none.csv", None, StoredLaw())
    with pytest.raises(UserError, match="cannot be read"):
        child.take()
    child.ask_open(path, None, StoredLaw())
    head = child.take()
    assert isinstance(head, FileHead)
    assert (head.file, head.format, head.about, "body" in head.keeps) == ("a.csv", "csv", 4, True)
    path.unlink()
    for _time in range(2):
        child.ask_rows(2)
        first = child.take()
        assert isinstance(first, FileRows)
        assert [number for number, _row in first.rows] == [2, 3]
        refused = first.rows[1][1]
        assert isinstance(refused, UserError)
        assert refused.values["kind"] == "poem"
        child.ask_rows(2)
        second = child.take()
        assert ([number for number, _row in second.rows], second.last) == ([4], True)
        child.ask_first()
        assert child.take() is None
    child.ask_rows(2)
    child.take()
    os.kill(child.pid, signal.SIGKILL)
    with pytest.raises(UserError, match="ended before it was done"):
        child.take()
    child.close()
