"""Two texts, two articles beside each other: nothing left out, only what differs marked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from operator_desk.domain.article import Article, ArticleKind, Phone
from operator_desk.domain.article_diff import FIELDS, changes, joined, shown, taken
from operator_desk.domain.text_diff import DiffLine, LineKind, diff, folded, marks

BASE = Article("a", ArticleKind.FAQ, "停车", "半小时免费。\n超过收费。", source="办法", region="")


def test_both_texts_can_be_put_together_again_from_the_lines() -> None:
    rng = Random(3)
    for _ in range(300):
        old, new = (
            [rng.choice(("", "甲乙丙", "甲乙丁", "ab cd", "戊")) for _ in range(rng.randrange(7))]
            for _ in range(2)
        )
        found = diff("\n".join(old), "\n".join(new))
        # A text that ends with an empty line has, as a text, one line less.
        left = [line.before for line in found if line.kind is not LineKind.ADDED]
        right = [line.after for line in found if line.kind is not LineKind.GONE]
        assert left == "\n".join(old).splitlines()
        assert right == "\n".join(new).splitlines()
        same = [line for line in found if line.kind is LineKind.SAME]
        assert all(line.before == line.after for line in same)


def test_only_the_characters_that_differ_are_marked() -> None:
    before, after = "电话 0551-12329，周一至周五", "电话 0551-12345，周一至周六"
    left, right = marks(before, after)
    assert [before[start:end] for start, end in left] == ["12329", "五"]
    assert [after[start:end] for start, end in right] == ["12345", "六"]
    assert marks("x" * 5000, "y") == (((0, 5000),), ((0, 1),))


def test_a_line_put_in_between_moves_no_other() -> None:
    (first, added, last) = diff("甲乙丙丁\n戊己庚辛", "甲乙丙丁！\n新的一行在此\n戊己庚辛。")
    assert (first.kind, last.kind) == (LineKind.CHANGED, LineKind.CHANGED)
    assert added == DiffLine(LineKind.ADDED, after="新的一行在此", after_marks=((0, 6),))


def test_long_stretches_of_the_same_are_left_out() -> None:
    old = [f"第{n}行" for n in range(30)]
    new = [*old[:15], "改了", *old[16:]]
    found = folded(diff("\n".join(old), "\n".join(new)))
    assert [line.skipped for line in found] == [13, 0, 0, 0, 0, 0, 12]


def test_an_article_tells_which_fields_changed() -> None:
    new = replace(
        BASE,
        body="一小时免费。\n超过收费。",
        phones=(Phone("110", "值班", hours="24 h"),),
        review_by=date(2027, 1, 1),
    )
    found = {one.field: one.lines for one in changes(BASE, new)}
    assert list(found) == ["body", "phones", "review_by"]
    assert found["body"][0].before_marks == ((0, 1),)
    assert changes(BASE, BASE) == []
    assert [one.field for one in changes(None, BASE)] == ["title", "kind", "body", "source"]


def test_two_changes_are_joined_and_only_a_clash_is_asked_for() -> None:
    theirs = replace(BASE, body="一小时免费。", region="合肥", source="新办法")
    mine = replace(BASE, body="两小时免费。", title="停车收费", source="新办法")
    article, found = joined(BASE, theirs, mine)
    assert article == replace(mine, region="合肥")
    assert [(one.field, one.clash) for one in found] == [
        ("title", False),
        ("body", True),
        ("region", False),
    ]
    assert taken(article, theirs, "body").body == "一小时免费。"
    assert joined(None, theirs, theirs) == (theirs, [])


def test_joining_loses_no_change_of_either_side() -> None:
    rng = Random(5)
    for _ in range(300):
        values = [{name: rng.choice(("甲", "乙", "丙")) for name in TEXTS} for _ in range(3)]
        base, theirs, mine = (replace(BASE, **one) for one in values)
        article, found = joined(base, theirs, mine)
        clashes = {one.field for one in found if one.clash}
        for name in TEXTS:
            old, other, own = (shown(one, name) for one in (base, theirs, mine))
            wanted = own if own != old else other
            assert shown(article, name) == wanted
            assert (name in clashes) is (len({old, other, own}) == 3)


TEXTS = [name for name in FIELDS if isinstance(getattr(BASE, name), str) and name != "kind"]
