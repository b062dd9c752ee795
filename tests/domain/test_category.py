"""The category tree: what passes down, what a matter of a category mostly is."""

from __future__ import annotations

import json

from operator_desk import app
from operator_desk.domain import category
from operator_desk.domain.terms import MatterKind


def row(code: str, **more: object) -> str:
    return json.dumps({"code": code, "name": code, "pinyin": "n", "initials": "n"} | more)


def test_kind_and_elements_pass_down_until_something_else_is_said() -> None:
    asked = [{"code": "where", "label": "Where", "ask": "Where?"}]
    tree = category.load(
        "\n".join(
            (
                row("01", kind="complaint", elements=asked),
                row("0101"),
                row("010101", kind="report"),
                row("02"),
                row("0201", kind="inquiry"),
            )
        )
    )
    kinds = [tree.kind(code) for code in ("01", "0101", "010101", "02", "0201", "99")]
    expected = [MatterKind.COMPLAINT, MatterKind.COMPLAINT, MatterKind.REPORT]
    assert kinds == [*expected, None, MatterKind.INQUIRY, None]
    assert [element.code for element in tree.elements("010101")] == ["where"]
    assert tree.elements("0201") == ()


def test_the_shipped_tree_says_what_unpaid_wages_and_a_lamp_mostly_are() -> None:
    tree = app.load_profile("general-12345").categories
    by_name = {leaf.name: leaf.kind for leaf in tree.leaves()}
    assert by_name["养老金领取资格"] is MatterKind.INQUIRY
    assert by_name["停水"] is MatterKind.REQUEST
    kinds = [leaf.kind for leaf in tree.leaves()]
    assert all(kinds.count(kind) > 0 for kind in (MatterKind.COMPLAINT, MatterKind.REPORT))
