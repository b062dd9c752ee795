"""Files as they come from other programs, and files that mean harm: converted, or one sentence."""

from __future__ import annotations

import codecs
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from operator_desk.domain.article import Article
from operator_desk.domain.errors import UserError
from operator_desk.importers import rows, xlsx
from operator_desk.importers.formats import articles_from, source
from operator_desk.importers.rows import Read

ROW = {"key": "a", "kind": "faq", "title": "路灯不亮找谁", "body": "市政照明处来修。"}
TEXTS = {
    "a.jsonl": json.dumps(ROW, ensure_ascii=False) + "\n",
    "a.csv": "key,kind,title,body\na,faq,路灯不亮找谁,市政照明处来修。\n",
    "n.csv": "number,name,scope\n12333,人社热线,社会保险咨询\n",
    "某条例(2020-05-01).md": "# 某市某条例\n\n第一条 为了照明，制定本条例。\n第二条 甲。\n",
}
ENCODINGS = {
    "utf-8": b"",
    "utf-8-sig": b"",
    "gbk": b"",
    "gb18030": b"",
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-16-le without mark": b"",
    "utf-16-be without mark": b"",
}


def jsonl(folder: Path, *lines: object) -> Path:
    path = folder / "a.jsonl"
    text = "\n".join(x if isinstance(x, str) else json.dumps(x, ensure_ascii=False) for x in lines)
    path.write_text(text, encoding="utf-8")
    return path


def reasons(read: Read[Article]) -> dict[int, str]:
    return {one.row: str(one.reason) for one in read.refused}


# -- encodings -----------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_the_same_in_every_encoding(tmp_path: Path, name: str, encoding: str) -> None:
    path, text = tmp_path / name, TEXTS[name]
    path.write_text(text, "utf-8")
    wanted = articles_from(path)
    path.write_bytes(ENCODINGS[encoding] + text.encode(encoding.split()[0]))
    assert articles_from(path) == wanted
    assert wanted.values
    assert not wanted.refused


@pytest.mark.parametrize("end", ["\r", "\r\n"])
@pytest.mark.parametrize("name", TEXTS)
def test_line_ends_of_other_systems_change_nothing(tmp_path: Path, name: str, end: str) -> None:
    path, text = tmp_path / name, TEXTS[name]
    path.write_text(text, "utf-8", newline="")
    wanted = articles_from(path)
    path.write_bytes(text.replace("\n", end).encode())
    assert articles_from(path) == wanted


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (TEXTS["a.jsonl"].encode() * 3 + "灯".encode()[:2] + b"\n", "line 4: broken bytes"),
        (codecs.BOM_UTF16_LE + "甲\n乙".encode("utf-16-le")[:-1], "line 2: broken bytes"),
        (codecs.BOM_UTF8 + b"ab\n\xff\n", "line 2: broken bytes"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02", "no text in UTF-8"),
        (bytes(range(128, 256)) * 20, "no text in UTF-8"),
        (b"\0" * 100, "no text in UTF-8"),
    ],
)
def test_broken_bytes_are_one_sentence(tmp_path: Path, data: bytes, words: str) -> None:
    for name in ("a.jsonl", "a.csv", "law.md"):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(UserError, match=words):
            articles_from(tmp_path / name)


# -- too much ------------------------------------------------------------------------------


def test_a_file_or_a_row_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = jsonl(tmp_path, ROW, ROW | {"key": "b", "body": "x" * 2_000_001}, ROW | {"key": "c"})
    read = articles_from(path)
    assert [one.key for one in read.values] == ["a", "c"]
    assert "at most 200000" in reasons(read)[2]
    table = tmp_path / "a.csv"
    table.write_text(f"key,kind,title,body\na,faq,t,{'x' * 150_000}\nb,faq,t,{'x' * 200_001}\n")
    read = articles_from(table)
    assert [one.key for one in read.values] == ["a"]
    assert "at most 200000" in reasons(read)[3]
    law = tmp_path / "甲法.md"
    law.write_text(f"# 甲法\n第一条 {'灯' * 70_000}\n第二条 乙\n", "utf-8")
    read = articles_from(law)
    assert ([one.key for one in read.values], list(reasons(read))) == (["甲法#第二条"], [2])
    with path.open("r+b") as file:
        file.truncate(rows.MAX_FILE_BYTES + 1)
    with pytest.raises(UserError, match="larger than 200 MB"):
        articles_from(path)


def test_what_has_no_end_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jsonl")
    with pytest.raises(UserError, match="is not a file"):
        articles_from(tmp_path / "a.jsonl")


def test_a_hundred_thousand_rows_are_read_one_by_one(tmp_path: Path) -> None:
    lines = (f'{{"key":"k{n}","kind":"faq","title":"t{n}"}}' for n in range(100_000))
    path = jsonl(tmp_path, *lines)
    found: Iterator[tuple[int, object]] = source(path).rows()
    next(found)  # nothing is read ahead: the first row comes before the others are looked at
    assert sum(1 for _row in found) == 99_999


# -- workbooks -----------------------------------------------------------------------------


def workbook(path: Path, *lines: tuple[object, ...]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in lines:
        sheet.append(line)
    book.save(path)
    return path


HEADER = ("key", "kind", "title", "body")


def again(path: Path, **members: bytes) -> Path:
    """The workbook with other contents of some members (by the end of their names)."""
    with zipfile.ZipFile(path) as archive:
        kept = {one: archive.read(one) for one in archive.namelist()}
    for name, data in members.items():
        (full,) = (one for one in kept if one.endswith(f"{name}.xml"))
        kept[full] = data
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for full, data in kept.items():
            archive.writestr(full, data)
    return path


def test_a_workbook_that_unpacks_to_much_more_than_it_is_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", HEADER, ("a", "faq", "t", "b"))
    with pytest.raises(UserError, match="too large once it is unpacked"):
        articles_from(again(path, sheet1=b" " * 20_000_000))
    inner = tmp_path / "inner.zip"
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b", b"0" * 20_000_000)
    with zipfile.ZipFile(workbook(path, HEADER, ("a", "faq", "t", "b")), "a") as archive:
        archive.write(inner, "xl/more.zip")  # an archive in the archive is never opened
    assert [one.key for one in articles_from(path).values] == ["a"]


def test_definitions_that_grow_without_end_are_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", HEADER, ("a", "faq", "t", "b"))
    bomb = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>'
    with pytest.raises(UserError, match="is not an XLSX file"):
        articles_from(again(path, sheet1=bomb))


def test_a_sheet_of_too_many_rows_or_with_a_cell_far_away_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "MAX_ROWS", 3)
    path = workbook(tmp_path / "a.xlsx", HEADER, *((f"k{n}", "faq", "t") for n in range(3)))
    with pytest.raises(UserError, match="more than 3 rows"):
        articles_from(path)


def test_cells_with_markup_and_formulas_stay_what_they_are(tmp_path: Path) -> None:
    words = "<img src=http://x/ onerror=alert(1)><script>alert(1)</script>"
    path = workbook(
        tmp_path / "a.xlsx",
        HEADER,
        ("a", "faq", words, words),
        ("b", "faq", "t", "=1+1"),
        ("c", "faq", "t", "#N/A"),
        ("d", "faq", "'=1+1", 12.0),
    )
    read = articles_from(path)
    assert [(one.title, one.body) for one in read.values] == [(words, words), ("'=1+1", "12")]
    assert {row: why.split()[1] for row, why in reasons(read).items()} == {3: "D3", 4: "D4"}


# -- rows that cannot be right -------------------------------------------------------------


def test_every_row_that_cannot_be_right_is_named_with_its_reason(tmp_path: Path) -> None:
    late = {"valid_from": "2026-01-02", "repealed_on": "2026-01-01"}
    path = jsonl(
        tmp_path,
        ROW,
        ROW,
        ROW | {"key": "b", "kind": "poem"},
        ROW | {"key": "c", "colour": "red"},
        ROW | {"key": "d"} | late,
        ROW | {"key": "e", "phones": [{"number": "1", "audience": "spies"}]},
        ROW | {"key": 7},
        "[" * 100_000,
        '{"key": NaN}',
        ROW | {"key": "ok"},
    )
    read = articles_from(path)
    assert [one.key for one in read.values] == ["a", "ok"]
    wanted = ("a stands in row 1", "poem", "colour", "after its repeal", "spies", "not a text",
              "not JSON", "not JSON")  # fmt: skip
    found = reasons(read)
    assert sorted(found) == list(range(2, 10))
    for row, words in zip(sorted(found), wanted, strict=True):
        assert words in found[row]


def test_a_table_that_breaks_off_is_refused_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('key,kind,title\na,faq,t\nb,faq,"never closed\nc,faq,t\n', "utf-8")
    with pytest.raises(UserError, match="this is not CSV"):
        articles_from(path)
