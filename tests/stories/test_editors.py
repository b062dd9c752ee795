"""What an editor takes in, mends and publishes; what operators tell, flag, and call back for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.stories.conftest import Practice
from tests.stories.driver import Desk
from tests.stories.screen import Box, Frame
from tests.stories.steps import close, hang_up, say, see_hits, store_is_sound, take_call, told_keys

pytestmark = pytest.mark.story
GUIDE, TITLE = "own:lamp-guide", "路灯坏了多久修好"
OFFER: Box = (70, 100, 400, 150)  # above the list, where it is asked whether callers are called
TO_ANSWER, TO_SUBMIT = 4, 14  # fields from the title to the sentence to say, from there to the foot


def row(key: str, title: str, answer: str) -> dict[str, Any]:
    return {
        "key": key, "kind": "procedure", "title": title, "answer": answer,
        "body": "先问灯杆号。", "source": "城管局",
    }  # fmt: skip


def written(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in rows), "utf-8")
    return path


def presses(desk: Desk, *keys: str) -> None:
    """Keys that change what is seen; waits until they have."""
    before = desk.look()
    desk.key(*keys)
    desk.steady(unlike=before, hold=0.3)


def goes_to(desk: Desk, initials: str) -> None:
    """A page or section by F1 and its initials."""
    before = desk.steady()
    desk.key("F1")
    desk.steady(unlike=before)
    desk.type(f"{initials}\n")
    desk.steady(hold=0.3)


def sits_down(desk: Desk, login: str, practice: Practice) -> None:
    """Who sits there signs off, another one signs in."""
    if desk.signed_in():
        goes_to(desk, "qc")
        desk.wait_for(lambda: not desk.signed_in(), "the sign-in page")
        desk.steady()
    desk.sign_in(login, practice.password)
    desk.steady()


def chooses(desk: Desk, path: Path) -> None:
    """Enter on the button, then the file's name into the dialog, a window of its own."""
    desk.key("Return")
    desk.to_dialog()
    desk.steady()
    desk.type(f"{path.name}\n")
    desk.from_dialog()
    desk.steady(hold=0.3)
    desk.key("F3")  # the rows have the keys, wherever they were when the dialog went


def opens(desk: Desk) -> None:
    """The article in the editors' list."""
    goes_to(desk, "zstm")
    desk.type(TITLE)
    desk.steady(hold=0.3)
    presses(desk, "Return", "Return")


def hands_in(desk: Desk, answer: str, why: str) -> None:
    """Another sentence to say, handed in for review."""
    desk.key(*["Tab"] * TO_ANSWER, "ctrl+a")
    desk.type(answer)
    desk.steady(hold=0.3)  # what is checked and offered follows what was typed
    presses(desk, *["Tab"] * TO_SUBMIT, "Return")
    desk.type(f"{why}\n")
    desk.key("Return")
    steps = "SELECT count(*) FROM article_draft WHERE step = 'submitted' AND why = ?"
    desk.wait_for(lambda: desk.rows(steps, why)[0][0], "the draft handed in")


def publishes(desk: Desk, version: int) -> Frame:
    """The second person looks at what changes and publishes it; the screen before that."""
    opens(desk)
    before = desk.steady()
    presses(desk, "Tab", "Return")
    desk.key("Return")
    newest = "SELECT max(version) FROM article_version WHERE key = ?"
    desk.wait_for(lambda: desk.rows(newest, GUIDE)[0][0] == version, "the new version")
    desk.steady(hold=0.3)
    return before


def test_from_an_import_to_the_call_back(desk: Desk, practice: Practice, tmp_path: Path) -> None:
    good = (row("own:lamp-line", "路灯报修", "请报灯杆号。"), row(GUIDE, TITLE, "五天内修复。"))
    file = written(tmp_path / "lamps.jsonl", *good, {"key": "own:who", "kind": "guide"})
    sits_down(desk, "sun", practice)
    goes_to(desk, "zsdr")
    chooses(desk, file)
    desk.shot("1-refused")
    assert not desk.rows("SELECT 1 FROM article_version WHERE key = ?", GUIDE)
    written(file, *good, row("own:who", "路灯归谁管", "归城管局管。"))
    before = desk.look()
    desk.key("Tab", "Tab", "Tab", "Return")  # another file: the same one, mended
    desk.steady(unlike=before)
    chooses(desk, file)
    desk.shot("2-all-good")
    desk.key("Tab", "Return")
    stored = "SELECT count(*) FROM article_version WHERE key IN (?, ?, ?)"
    keys = ("own:lamp-line", GUIDE, "own:who")
    desk.wait_for(lambda: desk.rows(stored, *keys) == [(3,)], "the three articles")

    opens(desk)
    hands_in(desk, "三天内修复。", "维护合同改了")
    sits_down(desk, "zhao", practice)
    publishes(desk, 2)
    call = told_and_flagged(desk, practice)

    sits_down(desk, "sun", practice)
    goes_to(desk, "bjdb")
    presses(desk, "2")
    desk.shot("4-flagged")
    presses(desk, "e")
    hands_in(desk, "七天内修复。", "核对合同")
    sits_down(desk, "zhao", practice)
    before = publishes(desk, 3)
    desk.steady(OFFER, unlike=before)
    desk.steady(hold=0.3)
    desk.shot("5-offered")
    presses(desk, "Tab", "Return")
    desk.type("期限写错\n")
    desk.key("Return", "Return")
    desk.wait_for(lambda: desk.rows("SELECT 1 FROM version_mark"), "the mark")
    calls_back(desk, practice, call)
    assert store_is_sound(desk)


def told_and_flagged(desk: Desk, practice: Practice) -> str:
    """An operator finds what was published, tells it, and is told that it is wrong; the call."""
    sits_down(desk, "wang", practice)
    take_call(desk, "13800001234")
    say(desk, "路灯坏了要多久才能修好")
    desk.key("F3")
    desk.type(TITLE)
    see_hits(desk)
    desk.key("Return", "F10", "ctrl+F10")
    desk.steady()
    desk.key("3", "Tab")
    desk.type("来电人说七天")
    desk.shot("3-flag")
    desk.key("Return")
    desk.wait_for(lambda: desk.rows("SELECT 1 FROM article_flag"), "the flag")
    hang_up(desk)
    call = close(desk)
    assert (call["outcome"], told_keys(call)) == ("direct_answer", [GUIDE])
    return str(call["id"])


def calls_back(desk: Desk, practice: Practice, call: str) -> None:
    """The list names the call; the number is called and told what is right."""
    sits_down(desk, "wang", practice)
    goes_to(desk, "gzmd")
    presses(desk, "Return")
    desk.shot("6-told-to")
    desk.key("Return")
    desk.wait_for(lambda: desk.draft() is not None, "the call back")
    desk.shot("7-called-back")
    desk.key("F10")
    hang_up(desk)
    back = close(desk)
    assert told_keys(back) == [GUIDE]
    done = desk.rows("SELECT action, outbound_id IS NOT NULL FROM recall_step")
    assert done == [("called", 1)]
    told = {one["call"]: one["state"] for one in desk.json("knowledge", "told", GUIDE)}
    assert told == {call: "called", back["id"]: None}  # the second was told what is right
