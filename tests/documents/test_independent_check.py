"""Checks certificates by docs/canonical-form.md alone: a JSON parser, SHA-256 and nothing else.

No function here may come from the program; it only makes the certificates that are checked.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from operator_desk.app.papers import Papers
from operator_desk.documents import certificate_file
from tests.services.certified import SAID, Certified

pytestmark = pytest.mark.window
ROW = dict[str, Any]
OPENED = {
    "statement": ("words",),
    "matter_form": ("summary", "elements"),
    "ticket": ("title", "caller_name", "callback"),
}


def canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def sha256(*parts: bytes) -> str:
    return hashlib.sha256(b"".join(parts)).hexdigest()


def attachment(pdf: bytes) -> bytes:
    """The data, which stands in the file as it is."""
    start = pdf.index(b'{"certificate":')
    return pdf[start : pdf.index(b"\nendstream", start)]


def faults(body: bytes) -> list[str]:
    """The steps 2 to 6 and 8 of section 10 that do not hold."""
    data = json.loads(body)
    found = [] if canonical(data) == body else ["spelling"]
    links = {one["row"]["id"]: one for one in data["rows"] if "row" in one}
    content = {key: sha256(canonical(one["row"])) for key, one in links.items()}
    content |= {
        one["withheld"]["id"]: one["withheld"]["content"]
        for one in data["rows"]
        if "withheld" in one
    }
    found += link_faults(data) + text_faults(data)
    for key, one in links.items():
        if one["row"]["table"] == "seal":
            found += seal_faults(data, one, content, {k: v["row"] for k, v in links.items()})
        if one["row"]["table"] == "statement":
            found += wording_faults(one["row"], {k: v["row"] for k, v in links.items()})
        if one["n"] > data["head"]["n"]:
            found.append(f"head {key}")
    return found


def link_faults(data: ROW) -> list[str]:
    found, before = [], None
    for one in data["rows"]:
        if "row" in one and sha256(one["prev"].encode(), canonical(one["row"])) != one["hash"]:
            found.append(f"link {one['n']}")
        if before and one["n"] <= before["n"]:
            found.append(f"order {one['n']}")
        if before and one["n"] == before["n"] + 1 and one["prev"] != before["hash"]:
            found.append(f"neighbour {one['n']}")
        before = one
    return found


def text_faults(data: ROW) -> list[str]:
    rows = [one["row"] for one in data["rows"] if "row" in one]
    named = {
        row[column] for row in rows for column in OPENED.get(row["table"], ()) if column in row
    }
    erased = {row["personal_id"] for row in rows if row["table"] == "erasure"}
    given = {one["id"] for one in data["texts"]}
    found = [
        f"text {one['id']}"
        for one in data["texts"]
        if sha256(bytes.fromhex(one["salt"]), one["text"].encode()) != one["id"]
    ]
    found += [f"unnamed {key}" for key in given - named]
    found += [f"erased {key}" for key in given & erased]
    if data["full"]:
        found += [f"gone {key}" for key in named - given - erased - {*data["left_out"]}]
    else:
        found += [f"told {one['id']}" for one in data["texts"] if one["text"]]
    return found


def seal_faults(data: ROW, link: ROW, content: dict[str, str], rows: dict[str, ROW]) -> list[str]:
    seal = link["row"]
    covered = {name: value for name, value in seal.items() if name != "seal_hash"}
    found = []
    if sha256(seal["previous"].encode(), canonical(covered)) != seal["seal_hash"]:
        found.append(f"seal {seal['number']}")
    if (seal["desk"], seal["head_n"], seal["head_hash"]) != (
        data["desk"],
        link["n"] - 1,
        link["prev"],
    ):
        found.append(f"place of seal {seal['number']}")
    for item in seal["items"]:
        if content.get(item["row"]) != item["hash"]:
            found.append(f"item {item['row']}")
        if "answer_row" not in item:
            continue
        answer = rows.get(item["answer_row"])
        if answer is None or content[item["answer_row"]] != item["answer_hash"]:
            found.append(f"answer {item['answer_row']}")
        elif (answer["answer"], answer.get("reason"), answer["item"]) != (
            item["answer"],
            item.get("reason"),
            item["kind"],
        ):
            found.append(f"said {item['answer_row']}")
    return found


def wording_faults(row: ROW, rows: dict[str, ROW]) -> list[str]:
    before = rows.get(row.get("corrects", ""))
    if row["version"] == 1:
        return [] if "corrects" not in row else [f"wording {row['id']}"]
    good = before is not None and (before["line"], before["version"] + 1) == (
        row["line"],
        row["version"],
    )
    return [] if good else [f"wording {row['id']}"]


@pytest.fixture(scope="module")
def files(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """A masked and a full certificate of the same record."""
    del qapp
    centre = Certified(tmp_path_factory.mktemp("independent"))
    number = centre.ticket()
    centre.supplemented(number)
    centre.erased(SAID[4])
    show = centre.services.certificates.show
    made = [show(centre.lead, number, full=full) for full in (False, True)]
    return [Papers(centre.profile).certificate_pdf(one) for one in made]


def test_the_description_is_enough_to_check_both_forms(files: list[bytes]) -> None:
    for pdf in files:
        body = attachment(pdf)
        assert faults(body) == []
        pages, _title = certificate_file.looked_at(pdf)
        assert any(sha256(body) in page.words for page in pages)
        data = json.loads(body)
        assert data["full"] == any(one["text"] for one in data["texts"])


def test_whoever_follows_it_finds_what_was_changed(files: list[bytes], tmp_path: Path) -> None:
    del tmp_path
    body = attachment(files[1])
    for old, new in (
        (SAID[1], "没有说过的话。"),
        ('"mark":"verbatim"', '"mark":"gist"'),
        ('"answer":"declined"', '"answer":"confirmed"'),
        ('"scope":"whole"', '"scope":"gist"'),
        ('"version":2', '"version":3'),
    ):
        changed = body.decode().replace(old, new, 1)
        assert changed != body.decode()
        assert faults(changed.encode()) != [], old
    data = json.loads(body)
    for at in range(len(data["rows"])):
        if data["rows"][at]["row"]["table"] in ("statement", "matter_form"):
            fewer = {**data, "rows": data["rows"][:at] + data["rows"][at + 1 :]}
            assert faults(canonical(fewer)) != []
