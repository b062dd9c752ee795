"""Every command as it is usually run, and what a refusal must look like."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from tests.commands.desk import Desk, Ran

ARTICLE = {"key": "own:z", "kind": "faq", "title": "停水", "body": "打 96390。"}
CALL = {
    "id": "c-1",
    "started_at": "2026-03-02T08:30:00+08:00",
    "caller_number": "13800002206",
    "kind": "complaint",
    "title": "停水",
    "statements": ["停水三天。"],
    "readback": ["confirmed"],
    "told": [],
    "talk_s": 60,
    "after_call_s": 10,
    "outcome": "ticket",
}
PLACES = "code,name,level,parent\n990000,某省,province,\n"
UNITS = "code,name,short_name,kind,parent,areas\nwater,水务公司,水务,company,,\n"


@dataclass(frozen=True, slots=True)
class Files:
    """Good files to import, and a place to write to."""

    folder: Path

    def __post_init__(self) -> None:
        self.folder.mkdir(exist_ok=True)
        (self.folder / "a.jsonl").write_text(json.dumps(ARTICLE, ensure_ascii=False) + "\n")
        (self.folder / "c.jsonl").write_text(json.dumps(CALL, ensure_ascii=False) + "\n")
        (self.folder / "p.csv").write_text(PLACES)
        (self.folder / "u.csv").write_text(UNITS)

    def out(self, name: str) -> Path:
        """A file to write; none is there."""
        path = self.folder / name
        path.unlink(missing_ok=True)
        return path

    def reading(self) -> list[list[object]]:
        """Commands that only read."""
        return [
            ["staff", "list"],
            ["knowledge", "search", "社保"],
            ["knowledge", "check"],
            ["knowledge", "export", self.out("export.jsonl")],
            ["call", "list"],
            ["ticket", "list"],
            ["ticket", "verify"],
            ["stats", "calls", "--from", "2026-01-01", "--to", "2026-12-31", "--by", "month"],
            ["profile", "show"],
            ["store", "verify"],
            ["store", "backup", self.out("backup.db")],
        ]

    def writing(self) -> list[list[object]]:
        """Commands that write."""
        return [
            ["staff", "add", "lin", "--name", "林", "--role", "lead"],
            ["staff", "disable", "lin"],
            ["knowledge", "import", self.folder / "a.jsonl"],
            ["call", "replay", self.folder / "c.jsonl"],
            ["places", "import", self.folder / "p.csv"],
            ["units", "import", self.folder / "u.csv"],
            ["store", "rebuild"],
            ["store", "upgrade"],
        ]


def run(desk: Desk, words: list[object]) -> Ran:
    """Runs a command as an account of the system; a password is there if it is asked for."""
    return desk.run(*words, typed="geheim-123\n")


def told_well(ran: Ran) -> bool:
    """Whether it was done, or refused in one line that is no fault of the program."""
    lines = ran.err.splitlines()
    fault = "fault of the program" in ran.err or "Traceback" in ran.err + ran.out
    return not fault and ran.code in (0, 1) and len(lines) <= 1 and (ran.code == 1 or not lines)
