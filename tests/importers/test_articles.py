"""Articles from files: every format, row by row; a bad file is one sentence."""

from __future__ import annotations

import json
import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from operator_desk.domain.article import ArticleKind
from operator_desk.domain.errors import UserError
from operator_desk.importers import law_markdown
from operator_desk.importers.formats import articles_from
from tests.support.data import needs_data

GOOD = {"key": "a", "kind": "faq", "title": "甲", "keywords": "社保;医保"}


def _jsonl(folder: Path, *lines: object) -> Path:
    path = folder / "a.jsonl"
    text = "\n".join(x if isinstance(x, str) else json.dumps(x, ensure_ascii=False) for x in lines)
    path.write_text(text, encoding="utf-8")
    return path


def test_jsonl_takes_good_rows_and_names_bad_ones(tmp_path: Path) -> None:
    path = _jsonl(
        tmp_path,
        GOOD,
        "{not json",
        {**GOOD, "key": "b", "colour": 1},
        {**GOOD, "key": "c", "kind": "poem"},
        GOOD,
        {**GOOD, "key": "d", "valid_from": "yesterday"},
        {**GOOD, "key": "e", "body": "x" * 200_001},
        "[1]",
        {"key": "f", "kind": "faq"},
    )
    read = articles_from(path)
    assert [one.key for one in read.values] == ["a"]
    assert read.values[0].keywords == ("社保", "医保")
    reasons = {one.row: str(one.reason) for one in read.refused}
    assert sorted(reasons) == [2, 3, 4, 5, 6, 7, 8, 9]
    for row, words in ((3, "colour"), (4, "poem"), (5, "row 1"), (6, "yesterday"), (9, "title")):
        assert words in reasons[row]


@pytest.mark.parametrize("words", ["\ud83d", "甲\udc00乙", "\0"])
def test_half_characters_are_refused_and_whole_ones_taken(tmp_path: Path, words: str) -> None:
    rows = ({**GOOD, "body": "😀"}, {**GOOD, "key": "b", "keywords": [words]})
    read = articles_from(_jsonl(tmp_path, *(json.dumps(row) for row in rows)))
    assert [one.body for one in read.values] == ["😀"]
    assert [one.row for one in read.refused] == [2]


def test_csv_has_the_same_columns_and_keeps_what_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("key,kind,title,phones\nx,contact,社保局,12333;12345\n".encode("gb18030"))
    read = articles_from(path)
    assert [phone.number for phone in read.values[0].phones] == ["12333", "12345"]
    assert "body" in read.keeps
    assert "title" not in read.keeps


def test_an_unknown_column_refuses_the_file_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("key,kind,title,colour\n", encoding="utf-8")
    with pytest.raises(UserError, match="colour"):
        articles_from(path)


def workbook(path: Path, *rows: tuple[object, ...]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_a_formula_in_a_workbook_is_refused_and_a_text_like_one_taken(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        ("key", "kind", "title", "valid_from"),
        ("x", "faq", "甲", date(2026, 1, 2)),
        ("y", "faq", '=HYPERLINK("file:///etc/passwd")'),
    )
    read = articles_from(path)
    assert [(one.key, one.valid_from) for one in read.values] == [("x", date(2026, 1, 2))]
    assert [(one.row, one.reason.values["cell"]) for one in read.refused] == [(3, "C3")]
    csv = tmp_path / "a.csv"
    csv.write_text('key,kind,title\nx,faq,=1+1\ny,faq,"@SUM(A1)<script>"\n', "utf-8")
    assert [one.title for one in articles_from(csv).values] == ["=1+1", "@SUM(A1)<script>"]


def test_an_archive_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(2_001):
            archive.writestr(f"m{n}", "")
    with pytest.raises(UserError, match="too large"):
        articles_from(path)


def test_contacts_have_the_number_as_key_and_the_name_for_a_second_body(tmp_path: Path) -> None:
    path = tmp_path / "n.csv"
    path.write_text(
        "number,name,authority,mode,scope\n12348,法律援助,司法,专线,法律咨询\n"
        "12348,公证,司法,专线,公证咨询\nabc,坏,,,\n",
        encoding="utf-8",
    )
    read = articles_from(path)
    assert [one.key for one in read.values] == ["12348", "12348~公证"]
    assert read.values[0].kind is ArticleKind.CONTACT
    assert [one.row for one in read.refused] == [4]


def test_a_law_becomes_one_regulation_an_article(tmp_path: Path) -> None:
    path = tmp_path / "某条例(2020-05-01).md"
    path.write_text(
        "# 某市某条例\n\n2020年公布\n\n<!-- INFO END -->\n\n前言。\n\n## 第一章  总则\n\n"
        "第一条 甲。\n\n乙。\n\n### 第一节 丙\n\n第二条之一 丁。\n\n第一条 戊。\n",
        encoding="utf-8",
    )
    read = articles_from(path)
    keys = [one.key for one in read.values]
    assert keys == ["某条例#0", "某条例#第一条", "某条例#第二条之一", "某条例#第一条~2"]
    first = read.values[1]
    assert (first.title, first.body, first.section) == (
        "某条例 第一条",
        "甲。\n乙。",
        "第一章 总则",
    )
    assert first.source == "某市某条例"
    assert first.version_date == date(2020, 5, 1)
    assert read.values[2].section == "第一章 总则 / 第一节 丙"


def test_an_older_law_than_the_stored_one_is_repealed_by_it(tmp_path: Path) -> None:
    path = tmp_path / "某条例(2020-05-01).md"
    path.write_text("# 某条例\n\n第一条 甲。\n", encoding="utf-8")
    newer = law_markdown.StoredLaw(date(2024, 1, 1), date(2024, 3, 1))
    (article,) = articles_from(path, stored=lambda _law, _day: newer).values
    assert article.key == "某条例(2020-05-01)#第一条"
    assert (article.repealed_on, article.successor) == (date(2024, 3, 1), "某条例")
    read = articles_from(path, stored=lambda _law, _day: law_markdown.StoredLaw(dated=True))
    assert read.values[0].key == "某条例(2020-05-01)#第一条"
    assert {"repealed_on", "successor"} < set(read.keeps)


@pytest.mark.parametrize("ending", ["jsonl", "csv", "xlsx", "md"])
@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=300))
def test_garbage_is_refused_in_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, ending: str, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("g") / f"a.{ending}"
    path.write_bytes(data)
    with suppress(UserError):
        assert articles_from(path).values == ()


def test_unknown_formats_and_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="jsonl, csv"):
        articles_from(tmp_path / "a.docx")
    with pytest.raises(UserError, match="cannot be read"):
        articles_from(tmp_path / "none.jsonl")


@pytest.mark.data
def test_the_knowledge_at_hand_is_taken_whole() -> None:
    folder = needs_data() / "knowledge"
    counts = []
    for name in ("laws.jsonl", "laws_superseded.jsonl", "hotlines.csv"):
        read = articles_from(folder / name)
        assert read.refused == ()
        counts.append(len(read.values))
    assert counts == [11_957, 1_422, 70]


@pytest.mark.data
def test_laws_in_markdown_give_the_keys_and_bodies_of_the_table() -> None:
    folder = needs_data()
    wanted = {}
    with (folder / "knowledge" / "laws.jsonl").open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            wanted[row["key"]] = row["body"]
    found = {
        article.key: article.body
        for path in sorted((folder / "laws" / "markdown").glob("*.md"))
        for article in articles_from(path).values
    }
    assert found == wanted
