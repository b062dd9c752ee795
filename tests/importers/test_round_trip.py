"""What is exported is imported as it was; any table is taken row by row or refused."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from operator_desk.domain.article import Article, ArticleKind, Phone
from operator_desk.domain.article_json import FIELDS, from_json, to_json
from operator_desk.domain.errors import UserError
from operator_desk.importers.calls import FIELDS as CALL_FIELDS
from operator_desk.importers.calls import calls
from operator_desk.importers.formats import articles_from
from operator_desk.importers.places import places
from operator_desk.importers.rows import Read
from operator_desk.importers.units import units

# Any text without the character zero and half characters; blanks at the ends are not kept.
TEXTS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12)
STRIPPED = TEXTS.map(str.strip)
NEEDED = STRIPPED.filter(bool)
WORDS = st.lists(NEEDED.filter(lambda word: not set(word) & set(";；")), max_size=3).map(tuple)
DAYS = st.none() | st.dates(date(1949, 10, 1))
PHONES = st.builds(Phone, NEEDED, STRIPPED, st.sampled_from(["public", "internal"]), STRIPPED, DAYS)
ARTICLES = st.builds(
    Article,
    key=NEEDED,
    kind=st.sampled_from(ArticleKind),
    title=NEEDED,
    body=STRIPPED,
    source=STRIPPED,
    section=STRIPPED,
    category=STRIPPED,
    keywords=WORDS,
    old_names=WORDS,
    valid_from=DAYS,
    repealed_on=DAYS,
    successor=STRIPPED,
    version_date=DAYS,
    region=STRIPPED,
    owner=STRIPPED,
    review_by=DAYS,
    phones=st.lists(PHONES, max_size=2).map(tuple),
    answer=STRIPPED,
).filter(lambda one: not (one.valid_from and one.repealed_on and one.valid_from > one.repealed_on))
MANY = st.lists(ARTICLES, max_size=5, unique_by=lambda article: article.key)


@given(ARTICLES)
def test_an_article_comes_back_from_its_object(article: Article) -> None:
    assert from_json(json.loads(json.dumps(to_json(article)))) == article


@settings(max_examples=60, deadline=None)
@given(MANY)
def test_articles_come_back_from_jsonl(
    tmp_path_factory: pytest.TempPathFactory, articles: list[Article]
) -> None:
    path = tmp_path_factory.mktemp("j") / "a.jsonl"
    lines = [json.dumps(to_json(one), ensure_ascii=False) + "\n" for one in articles]
    path.write_text("".join(lines) or "\n\n", encoding="utf-8", newline="")
    if articles:
        assert articles_from(path) == Read(tuple(articles))


def _cells(article: Article) -> list[str]:
    row = to_json(article)
    row["phones"] = json.dumps(row["phones"]) if "phones" in row else ""
    return [";".join(v) if isinstance(v := row.get(name, ""), list) else v for name in FIELDS]


@settings(max_examples=60, deadline=None)
@given(MANY, st.sampled_from(["utf-8", "utf-8-sig"]))
def test_articles_come_back_from_csv(
    tmp_path_factory: pytest.TempPathFactory, articles: list[Article], encoding: str
) -> None:
    path = tmp_path_factory.mktemp("c") / "a.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file)
        writer.writerow(FIELDS)
        writer.writerows(map(_cells, articles))
    read = articles_from(path)
    assert (read.values, read.refused, read.keeps) == (tuple(articles), (), ())


@settings(max_examples=15, deadline=None)
@given(MANY)
def test_articles_come_back_from_xlsx(
    tmp_path_factory: pytest.TempPathFactory, articles: list[Article]
) -> None:
    plain = [_without_control(one) for one in articles]
    plain = list({one.key: one for one in plain}.values())
    path = tmp_path_factory.mktemp("x") / "a.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for place, row in enumerate([list(FIELDS), *map(_cells, plain)], 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(place, column, value or None)
            cell.data_type = "s" if value else cell.data_type
    book.save(path)
    assert articles_from(path).values == tuple(plain)


def _without_control(article: Article) -> Article:
    """A workbook cannot hold control characters, and gives a carriage return back as a feed."""

    def plain(text: str) -> str:
        return "".join(char for char in text if char.isprintable()).strip() or "x"

    phones = tuple(
        replace(one, number=plain(one.number), use=plain(one.use), hours=plain(one.hours))
        for one in article.phones
    )
    changed: dict[str, Any] = {
        name: plain(getattr(article, name))
        for name in FIELDS
        if name != "kind" and isinstance(getattr(article, name), str)
    }
    words = {name: tuple(map(plain, getattr(article, name))) for name in ("keywords", "old_names")}
    return replace(article, phones=phones, **changed, **words)


@pytest.mark.parametrize("field", ["body", "title", "answer", "keywords", "phones"])
def test_an_article_has_at_most_200_kb_wherever_they_are(field: str) -> None:
    long = "字" * 66_700  # three bytes each
    value: Any = {"keywords": [long], "phones": [{"number": "1", "use": long}]}.get(field, long)
    row = {"key": "a", "kind": "faq", "title": "t", field: value}
    with pytest.raises(UserError, match="at most 200000"):
        from_json(row)
    row[field] = {"keywords": ["x"], "phones": [{"number": "1"}]}.get(field, "字" * 66_000)
    assert from_json(row).key == "a"


CELLS = st.text("a1,;\"'\n 停水市", max_size=6)
HEADERS = {
    "units": ["code", "name", "short_name", "kind", "parent", "areas"],
    "places": ["code", "name", "level", "parent"],
    "divisions": ["code", "name", "provinceCode"],
}
READERS: dict[str, Callable[[Path], Read[Any]]] = {
    "units": units,
    "places": lambda path: places(path, lambda name: (name, name)),
    "divisions": lambda path: places(path, lambda name: (name, name)),
}


@pytest.mark.parametrize("name", HEADERS)
@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.lists(CELLS, max_size=8), max_size=5))
def test_every_row_of_a_list_is_taken_or_named(
    tmp_path_factory: pytest.TempPathFactory, name: str, rows: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("l") / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADERS[name], *rows])
    read = READERS[name](path)
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    assert len(read.values) + len(read.refused) == len(filled)
    codes = [value.code for value in read.values]
    assert len(set(codes)) == len(codes)
    assert all(value.code and value.name for value in read.values)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=4,
)


@settings(max_examples=100, deadline=None)
@given(rows=st.lists(st.dictionaries(st.sampled_from(CALL_FIELDS), JSON) | JSON, max_size=4))
def test_every_line_of_a_script_is_taken_or_named(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Any]
) -> None:
    path = tmp_path_factory.mktemp("s") / "calls.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    if rows:
        read = calls(path)
        assert len(read.values) + len(read.refused) == len(rows)


@pytest.mark.parametrize("read", [units, calls], ids=["units", "calls"])
@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=200))
def test_garbage_is_refused_in_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, read: Callable[[Path], Read[Any]], data: bytes
) -> None:
    path = tmp_path_factory.mktemp("g") / "list.csv"
    path.write_bytes(data)
    with suppress(UserError):
        assert read(path).values == ()
