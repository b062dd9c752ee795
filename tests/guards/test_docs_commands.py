"""Every command, option, printed field and file format stands in the document, and no other."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from enum import StrEnum

import click
import pytest

from operator_desk import app
from operator_desk.cli import cli
from operator_desk.domain import terms
from operator_desk.domain.article import ArticleKind
from operator_desk.domain.article_json import FIELDS as ARTICLE
from operator_desk.importers import (
    calendar,
    calls,
    contacts,
    formats,
    places,
    questions,
    synonyms,
    units,
)
from operator_desk.services.people import machine_actor
from tests.commands.desk import Desk
from tests.guards.documents import read, sections, spans, table

SECTIONS = {words.strip("`"): text for words, text in sections(read("commands.md"), "###")}
CALL = {
    "id": "c-1",
    "started_at": "2026-03-02T10:00:00+08:00",
    "caller_number": "13800000001",
    "kind": "complaint",
    "title": "停水",
    "statements": ["停水两天。"],
    "readback": ["confirmed"],
    "told": ["a"],
    "outcome": "ticket",
    "talk_s": 60,
    "after_call_s": 5,
}


EVENT = ("--title", "水管爆裂", "--words", "今晚恢复。", "--keyword", "停水")


def _leaves(command: click.Command, path: str = "") -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from _leaves(inner, f"{path} {name}".strip())
    else:
        yield path, command


LEAVES = dict(_leaves(cli))


def _section(path: str) -> str:
    (text,) = [text for words, text in SECTIONS.items() if (words + " ").startswith(path + " ")]
    return text


def _options(command: click.Command) -> set[str]:
    shown = [one for one in command.params if isinstance(one, click.Option) and not one.hidden]
    return {name for one in shown for name in one.opts}


@pytest.mark.parametrize("path", LEAVES)
def test_a_command_and_its_options_are_described(path: str) -> None:
    named = set(re.findall(r"(?<![\w-])--[a-z][\w-]*", _section(path)))
    own, everywhere = _options(LEAVES[path]), _options(cli)
    assert own <= named
    assert named <= own | everywhere


def test_only_commands_that_exist_are_described() -> None:
    described = [words for words in SECTIONS if f"### `{words}`" in read("commands.md")]
    for words in described:
        assert any((words + " ").startswith(path + " ") for path in LEAVES), words
    assert len(described) == len(LEAVES)


def test_the_global_options_are_described() -> None:
    (text,) = [text for words, text in sections(read("commands.md"), "##") if "Global" in words]
    assert _options(cli) | {"--help"} <= set(spans(text))


# -- what is printed ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk with one article, one call, one ticket."""
    folder = tmp_path_factory.mktemp("documents")
    made = Desk(folder / "desk")
    made.ok("init", "--bare")
    (folder / "a.jsonl").write_text(
        '{"key":"a","kind":"faq","title":"停水","answer":"请拨 62881234"}\n', "utf-8"
    )
    (folder / "c.jsonl").write_text(json.dumps(CALL) + "\n", "utf-8")
    (folder / "q.jsonl").write_text('{"question":"停水","gold":["a"]}\n', "utf-8")
    made.ok("knowledge", "import", folder / "a.jsonl")
    made.ok("call", "replay", folder / "c.jsonl")
    with app.open_desk(made.folder, writing=True) as opened:
        opened.recalls.mark(machine_actor("test"), "a", "wrong")
    made.ok("staff", "add", "wang", "--name", "王", "--role", "lead", typed="secret-words\n")
    return made


def _printed(desk: Desk) -> Iterator[tuple[str, list[dict[str, object]]]]:
    folder = desk.folder.parent
    bad = folder / "bad.jsonl"
    bad.write_text("[]\n", "utf-8")
    numbers = [row["number"] for row in desk.ok("--json", "ticket", "list").rows]
    ids = [row["id"] for row in desk.ok("--json", "call", "list").rows]
    yield from _printed_of_an_event(desk, numbers)
    days = ("--from", "2026-03-01", "--to", "2026-03-31", "--by", "day")
    for path, words in (
        ("staff list", ()),
        ("knowledge search", ("停水",)),
        ("knowledge evaluate", (folder / "q.jsonl",)),
        ("knowledge learned", ("--pin", "没水", "停水")),
        ("knowledge synonyms add", ("没水", "停水")),
        ("knowledge synonyms list", ()),
        ("knowledge synonyms remove", ("没水",)),
        ("knowledge questions add", ("停水", "a")),
        ("knowledge questions list", ()),
        ("knowledge questions run", ("--withdraw", "a")),
        ("knowledge questions export", (folder / "kept.jsonl",)),
        ("knowledge questions remove", ("停水",)),
        ("knowledge check", ()),
        ("knowledge export", (folder / "export.jsonl",)),
        ("knowledge reindex", ()),
        ("knowledge publish-due", ()),
        ("knowledge told", ("a",)),
        ("knowledge told", ("--lists",)),
        ("knowledge where", ("0551-62881234",)),
        ("call list", ()),
        ("call show", ids),
        ("ticket list", ()),
        ("ticket show", numbers),
        ("ticket views", ()),
        ("ticket verify", ()),
        ("stats calls", days),
        ("profile check", ()),
        ("profile show", ()),
        ("calendar show", ("2026",)),
        ("speak", ("12345", "--show")),
        ("store upgrade", ()),
        ("store verify", ()),
        ("store backup", (folder / "copy.db",)),
        ("store rebuild", ()),
    ):
        ran = desk.run("--json", *path.split(), *words)
        assert ran.code == 0, ran
        yield path, ran.rows
    yield "knowledge import", desk.run("--json", "knowledge", "import", bad).rows
    yield (
        "knowledge synonyms import",
        desk.run("--json", "knowledge", "synonyms", "import", bad).rows,
    )
    yield (
        "knowledge questions import",
        desk.run("--json", "knowledge", "questions", "import", bad).rows,
    )
    yield "call replay", desk.run("--json", "call", "replay", bad).rows
    yield "store restore", desk.ok("--json", "store", "restore", folder / "copy.db").rows
    yield "doctor", [_doctor(desk)]
    yield "init", Desk(folder / "another").ok("--json", "init", "--bare").rows


def _printed_of_an_event(
    desk: Desk, numbers: list[str]
) -> Iterator[tuple[str, list[dict[str, object]]]]:
    card = desk.ok("--json", "event", "publish", *EVENT).object
    yield "event publish", [card]
    for path, words in (
        ("event list", ()),
        ("event change", (card["id"], "--words", "明早恢复。")),
        ("event join", (card["id"], *numbers)),
        ("event solve", (card["id"], "--answer", "已恢复。")),
        ("event show", (card["id"],)),
    ):
        yield path, desk.ok("--json", *path.split(), *words).rows


def _doctor(desk: Desk) -> dict[str, object]:
    """What doctor prints; in a process of its own, because it looks at Qt's fonts."""
    words = [sys.executable, "-m", "operator_desk", "--data-dir", desk.folder, "--json", "doctor"]
    ran = subprocess.run(words, capture_output=True, text=True, check=False)
    found: dict[str, object] = json.loads(ran.stdout)
    return found


def _names(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            if name not in ("items", "elements"):  # of a seal: canonical-form.md
                yield from _names(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _names(inner)


def test_every_printed_field_is_described(desk: Desk) -> None:
    lacking = []
    for path, rows in _printed(desk):
        assert rows, path
        text = _section(path)
        known = set(spans(text))
        if "as in the list" in text:
            known |= set(spans(_section(f"{path.split()[0]} list")))
        if "as for a call" in text:
            known |= set(spans(_section("call show")))
        if "as above" in text:
            known |= set(spans(_section("knowledge import")))
        if path == "stats calls":
            known.add("day")
        lacking += [f"{path}: {name}" for name in _names(rows) if name not in known]
    assert not lacking, "\n".join(sorted(set(lacking)))


# -- values and formats ------------------------------------------------------------------


def test_the_lists_of_values_are_those_of_the_program() -> None:
    kinds: dict[str, type[StrEnum]] = {
        "outcome": terms.Outcome,
        "class": terms.CallClass,
        "kind of matter": terms.MatterKind,
        "state of a ticket": terms.TicketState,
        "urgency": terms.Urgency,
        "secrecy": terms.Secrecy,
        "answer of a readback": terms.Answer,
        "mark of a statement": terms.Mark,
        "scope of a readback": terms.Scope,
        "mode of a readback": terms.Mode,
        "direction": terms.Direction,
        "entry": terms.Entry,
        "purpose of a call": terms.Purpose,
        "state of a seat": terms.Seat,
        "kind of article": ArticleKind,
    }
    rows = {name: spans(values) for name, values in table(read("commands.md"), "list")}
    assert rows == {name: [one.value for one in values] for name, values in kinds.items()}


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("Articles", ARTICLE),
        ("Contact list", contacts.COLUMNS),
        ("Units", units.COLUMNS),
        ("Places", places.OWN),
        ("Calendar", calendar.COLUMNS),
        ("Scripted calls", calls.FIELDS),
        ("Synonyms", synonyms.FIELDS),
        ("Question set", questions.FIELDS),
    ],
)
def test_every_field_of_a_format_is_described(heading: str, fields: tuple[str, ...]) -> None:
    assert set(fields) <= set(spans(SECTIONS[heading]))


def test_every_format_is_named() -> None:
    assert set(formats.FORMATS) <= set(spans(_section("knowledge import")))


def test_the_roles_are_named() -> None:
    assert {role.value for role in terms.Role} <= set(spans(_section("staff add")))


def test_the_profiles_are_named() -> None:
    shipped = set(app.profile_names())
    assert shipped <= set(spans(_section("init")))
