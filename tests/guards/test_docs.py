"""The documents say what the program is: links, commands, keys, layers, tables."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.exceptions import Exit

from operator_desk import app, lanes
from operator_desk.app import content, window
from operator_desk.cli import cli
from operator_desk.domain.phase import Phase
from operator_desk.domain.profile import TICKET_FIELDS
from operator_desk.domain.profile_toml import NEEDED_REASONS, NEEDED_TARGETS
from operator_desk.storage import attachments, tables
from operator_desk.storage.files import DATABASE, LOCK, WITNESS
from operator_desk.ui.actions import ACTIONS, TAKEN, Action
from tests.guards import documents
from tests.guards.documents import DOCS, anchors, blocks, links, names, read, spans, table
from tests.guards.source import ROOT
from tests.guards.test_layers import LAYERS

GUIDES = ("operator.md", "operator.zh_CN.md", "lead.md", "editor.md", "administrator.md")
WANTED = (
    *("architecture.md", "canonical-form.md", "keys.md", "commands.md", "content.md"),
    *("decisions.md", "status.md", *GUIDES),
)
PHASES = {
    Phase.NO_CALL: "no call",
    Phase.LISTENING: "listening",
    Phase.READBACK: "readback",
    Phase.REGISTERING: "registering",
    Phase.AFTER_CALL: "after the call",
}
FUNCTION_KEY = re.compile(r"(?:(?:Shift|Ctrl|Alt)\+)*F\d{1,2}\b")


def _text(name: str) -> str:
    return read(name)


# -- links -------------------------------------------------------------------------------


def test_every_document_is_there() -> None:
    assert set(WANTED) <= set(names())


@pytest.mark.parametrize("name", names())
def test_links_lead_somewhere(name: str) -> None:
    base = ROOT if name == "README.md" else DOCS
    broken = []
    for link in links(_text(name)):
        if "://" in link:
            continue
        path, _, anchor = link.partition("#")
        target = documents.file_of(link, base) if path else (base / name).resolve()
        if not target.is_file() or (anchor and anchor not in anchors(target.read_text("utf-8"))):
            broken.append(link)
    assert not broken


@pytest.mark.parametrize("name", names())
def test_every_document_is_reached_from_the_readme(name: str) -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        path = waiting.pop()
        reached.add(path)
        found = (documents.file_of(link, path.parent) for link in links(path.read_text("utf-8")))
        waiting += [one for one in found if one.suffix == ".md" and one not in reached]
    assert (ROOT if name == "README.md" else DOCS) / name in reached


# -- commands ----------------------------------------------------------------------------


def _shell_lines(text: str) -> Iterator[str]:
    indented = (line[4:] for line in text.splitlines() if line.startswith("    "))
    for line in (*indented, *(block.text for block in blocks(text)), *spans(text)):
        yield from (one.partition("  #")[0].strip() for one in line.splitlines())


def _examples(program: str) -> list[tuple[str, str]]:
    found = []
    for name in names():
        for line in _shell_lines(_text(name)):
            # A pattern with choices in brackets is no line that anybody types.
            if line.startswith(program) and not re.search(r"[\[…]", line):
                found.append((name, line))
    return found


def _run_words(words: list[str]) -> click.Command:
    """Reads a command line as click does, without running it; raises what click raises."""
    context = cli.make_context("operator-desk", words, resilient_parsing=False)
    command: click.Command = cli
    left = [*context._protected_args, *context.args]
    while isinstance(command, click.Group) and left:
        found = command.get_command(context, left[0])
        assert found is not None, left[0]
        command, left = found, left[1:]
    if not isinstance(command, click.Group):
        command.make_context("x", left, parent=context)
    return command


@pytest.mark.parametrize("line", sorted({line for _name, line in _examples("operator-desk")}))
def test_a_command_can_be_typed_so(line: str) -> None:
    words = shlex.split(line)[1:]
    if "--help" in words:
        with pytest.raises(Exit):
            _run_words(words)
        return
    command = _run_words(words)
    assert command is cli or command.name in words


def test_there_are_commands_to_check() -> None:
    assert len(_examples("operator-desk")) > 30


@pytest.mark.parametrize("line", ["operator-desk store erase", "operator-desk call list --nine 9"])
def test_the_guard_sees_a_wrong_command(line: str) -> None:
    with pytest.raises((click.ClickException, AssertionError)):
        _run_words(shlex.split(line)[1:])


def test_every_target_of_make_exists() -> None:
    made = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    used = {line.split()[1] for _name, line in _examples("make ")}
    assert used
    assert used <= made


# -- keys --------------------------------------------------------------------------------


def _row(action: Action) -> list[str]:
    phases = [words for phase, words in PHASES.items() if phase in action.phases]
    where = ", ".join(phases) if 0 < len(phases) < len(PHASES) else "everywhere"
    where += {True: "; the call is over", False: "; the call goes on", None: ""}[action.ended]
    keys = " ".join(f"`{key}`" for key in action.keys)
    return [keys, action.text, where, f"`{action.initials}`"]


def test_the_table_of_actions_is_the_one_of_the_program() -> None:
    assert table(_text("keys.md"), "key") == [_row(action) for action in ACTIONS]


def test_the_keys_of_others_are_listed() -> None:
    assert set(spans(_text("keys.md"))) >= TAKEN


@pytest.mark.parametrize("name", ["operator.md", "operator.zh_CN.md"])
def test_guides_name_only_keys_that_do_something(name: str) -> None:
    known = {key for action in ACTIONS for key in action.keys}
    assert set(FUNCTION_KEY.findall(_text(name))) <= known


def test_both_guides_of_the_operator_name_the_same_keys() -> None:
    found = [sorted(set(FUNCTION_KEY.findall(_text(name)))) for name in GUIDES[:2]]
    assert found[0] == found[1]


# -- architecture ------------------------------------------------------------------------


def _imports(entries: tuple[str, ...]) -> str:
    words = [f"`{one[1:]}`" if one.startswith(".") else one for one in entries]
    return ", ".join(words).replace("*", "everything") or "nothing"


def test_the_table_of_layers_is_the_one_of_the_guard() -> None:
    rows = {row[0].strip("`"): row[2] for row in table(_text("architecture.md"), "layer")}
    assert rows == {name: _imports(entries) for name, entries in LAYERS.items() if name}


def test_what_is_not_there_yet_is_said() -> None:
    for name, holds, _may in table(_text("architecture.md"), "layer"):
        path = ROOT / "operator_desk" / name.strip("`").replace(".", "/")
        there = path.is_dir() or path.with_suffix(".py").is_file()
        assert there is not holds.endswith("not there yet"), name


def test_the_kinds_of_tables_are_those_of_the_store() -> None:
    rows = {kind: spans(found) for kind, found, _rule in table(_text("architecture.md"), "kind")}
    assert rows == {
        "fact": list(tables.FACT),
        "personal": list(tables.PERSONAL),
        "projection": list(tables.PROJECTION),
        "local": list(tables.LOCAL),
    }


def test_the_lanes_are_those_of_the_window() -> None:
    rows = [row[0].strip("`") for row in table(_text("architecture.md"), "lane")]
    assert rows == ["GUI thread", *lanes.NAMES]


def test_the_files_of_the_data_folder_are_listed() -> None:
    rows = " ".join(row[0] for row in table(_text("architecture.md"), "file"))
    known = (
        *(DATABASE, LOCK, WITNESS),
        *(app.JOURNAL, app.PARKED),
        content.INDEX,
        attachments.FOLDER,
    )
    assert [name for name in (*known, window.SOCKET, window.LOG) if f"`{name}" not in rows] == []


def test_where_to_change_what_is_said_once() -> None:
    readme, own = (table(_text(name), "task") for name in ("README.md", "architecture.md"))
    assert [[cell.replace("docs/", "") for cell in row] for row in readme] == own


def _places(cell: str) -> Iterator[Path]:
    for span in spans(cell):
        for base in (ROOT, ROOT / "operator_desk"):
            yield from base.glob(span.rstrip("/"))


@pytest.mark.parametrize("row", table(read("architecture.md"), "task"), ids=lambda row: row[0])
def test_the_places_to_change_exist(row: list[str]) -> None:
    assert list(_places(row[1]))


# -- content -----------------------------------------------------------------------------


def test_what_a_profile_must_have_is_said() -> None:
    said = set(spans(_text("content.md")))
    codes = {code for needed in NEEDED_REASONS.values() for code in needed}
    assert said >= {*TICKET_FIELDS, *NEEDED_TARGETS, *NEEDED_REASONS, *codes}


def test_every_folder_of_resources_is_described() -> None:
    rows = " ".join(row[0] for row in table(_text("content.md"), "folder"))
    there = {path.name for path in (ROOT / "resources").iterdir() if any_file(path)}
    assert {name for name in there if name not in rows} == set()


def any_file(path: Path) -> bool:
    """Whether it is a file or holds one."""
    return path.is_file() or any(one.is_file() for one in path.rglob("*"))
