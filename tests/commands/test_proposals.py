"""`ticket propose` and `ticket duplicates` on the practice desk."""

from __future__ import annotations

from tests.commands.desk import Desk


def numbers(desk: Desk) -> dict[str, str]:
    """Tickets by title."""
    return {row["title"]: row["number"] for row in desk.ok("--json", "ticket", "list").rows}


def test_units_are_proposed_with_their_reasons(practice: Desk) -> None:
    number = numbers(practice)["遛狗不牵绳咬伤"]
    first, *_rest = practice.ok("--json", "ticket", "propose", number).rows
    assert (first["unit"], first["co_units"]) == ("GA", ["CG"])
    assert first["why"][0] == {"reason": "catalogue", "category": "0608"}
    assert first["why"][1]["reason"] == "article"
    said = practice.run("ticket", "propose", number, lang="zh_CN").out
    assert "派单目录：城市管理与环境卫生 / 养犬与动物" in said
    assert "There is no ticket X" in practice.refused("ticket", "propose", "X")


def test_categories_are_proposed_from_the_words_of_a_ticket(practice: Desk) -> None:
    number = numbers(practice)["建设和平社区电梯常坏"]
    first, *_rest = practice.ok("--json", "ticket", "propose", number, "--categories").rows
    assert first["category"] == "030301"
    assert {"reason": "names", "words": "电梯"} in first["why"]


def test_the_earlier_ticket_about_the_same_lift_is_found(practice: Desk) -> None:
    known = numbers(practice)
    number, earlier = known["电梯又停，要求公布检修记录"], known["建设和平社区电梯常坏"]
    (row,) = practice.ok("--json", "ticket", "duplicates", number).rows
    assert (row["number"], row["joined"]) == (earlier, 0)
    assert [one["reason"] for one in row["why"]] == ["number", "category"]
    said = practice.run("ticket", "duplicates", number, lang="zh_CN").out
    assert "同号码" in said
    assert practice.ok("--json", "ticket", "duplicates", known["十二路公交甩站"]).rows == []
