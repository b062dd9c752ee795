"""Tables as files: the same values back, no formula in a spreadsheet."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from operator_desk.documents.tables import csv_text, write_xlsx

_BAD = ("=1+1", "+1", "-1", "@A1", "\tx", "\rx", "＝1", "＋1", "－1", "＠x")


def test_no_csv_cell_begins_like_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(csv_text(["a"], [[bad] for bad in _BAD]), newline="")))
    assert [row[0] for row in rows[1:]] == [f"'{bad}" for bad in _BAD]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))), st.integers())
def test_csv_keeps_harmless_values(text: str, number: int) -> None:
    (_, row) = csv.reader(io.StringIO(csv_text(["a", "b"], [[f"x{text}", number]]), newline=""))
    assert row == [f"x{text}", str(number)]


def test_a_workbook_keeps_texts_as_texts(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    write_xlsx(path, ["text", "n"], [["=SUM(A1:A2)", 3], ["012", None], ["bell\x07", 1.5]])
    sheet = load_workbook(path).active
    assert sheet is not None
    assert [cell.data_type for cell in sheet["A"]] == ["s", "s", "s", "s"]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == ["=SUM(A1:A2)", "012", "bell "]
    assert sheet["B4"].value == 1.5
