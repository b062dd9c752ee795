"""Files read in a child process: row by row, killed, gone in the middle, one after another."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from operator_desk.app.importing import FileReader
from operator_desk.domain.errors import UserError
from operator_desk.domain.incoming import FileHead, FileRows
from operator_desk.importers.law_markdown import StoredLaw
from operator_desk.importers.process import ReadingProcess
from tests.services.desk import Desk


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
    os.kill(child.pid, signal.SIGKILL)
    with pytest.raises(UserError, match="ended before it was done"):
        child.take()
    child.close()


def test_an_older_law_behind_the_newer_is_read_as_the_older_each_time(tmp_path: Path) -> None:
    reader = FileReader(Desk(tmp_path).services)
    days = ("2020-01-01", "2010-01-01")
    paths = [tmp_path / f"停车法({day}).md" for day in days]
    for path in paths:
        path.write_text("# 停车法\n\n第一条　停车。\n", "utf-8")
    found = []
    for path in (*paths, *paths):
        reader.begin(path, "")
        reader.take()
        reader.more(9)
        ((_number, article),) = reader.take().rows
        found.append(article.key)
    reader.close()
    assert found == ["停车法#第一条", "停车法(2010-01-01)#第一条"] * 2
