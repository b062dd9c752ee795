"""Imports and bulk changes: looked at before, stored in short steps, undone as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from operator_desk.domain import facts
from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.bulk import BulkChange, BulkField
from operator_desk.domain.errors import UserError
from operator_desk.domain.incoming import FileHead
from operator_desk.domain.terms import Role
from operator_desk.services.batches import Batch, BatchKind, Chosen
from operator_desk.services.incoming import Incoming, Look, Planned, Turn
from operator_desk.services.people import Actor
from operator_desk.services.storing import Storing
from tests.services.desk import Desk

EDITOR = Actor(UUID(int=9), "sun", "Sun", (Role.EDITOR,))
DAY = date(2026, 11, 23)


def law(key: str, **given: object) -> Article:
    """A regulation that is fine in every way."""
    plain = Article(key, ArticleKind.REGULATION, f"标题 {key}", f"正文 {key}", source="公报")
    return replace(plain, **given)  # type: ignore[arg-type]


def head(name: str, keeps: tuple[str, ...] = ()) -> FileHead:
    return FileHead(name, "jsonl", "ab", keeps, ("section",))


def looked(desk: Desk, *files: Sequence[Article], keeps: tuple[str, ...] = ()) -> Incoming:
    incoming = desk.services.batches.incoming()
    for n, articles in enumerate(files):
        incoming.file(head(f"{n}.jsonl", keeps))
        incoming.look(list(enumerate(articles, 1)))
    return incoming


def counts(look: Look) -> tuple[int, int, int]:
    return look.added, look.changed, look.unchanged


def taken(desk: Desk, articles: Iterable[Article], keeps: tuple[str, ...] = ()) -> Storing:
    storing = desk.services.batches.begin_import(EDITOR, head("a.jsonl", keeps))
    storing.take(list(articles))
    storing.finish()
    return storing


def undone(desk: Desk, batch: UUID) -> Storing:
    storing = desk.services.batches.begin_undo(EDITOR, batch, "why not")
    storing.run()
    storing.finish()
    return storing


def bodies(desk: Desk) -> dict[str, str]:
    return {one.key: one.body for one in desk.services.knowledge.articles()}


# -- looking -------------------------------------------------------------------------------


def test_what_is_stored_is_what_was_looked_at(desk: Desk) -> None:
    first = [law("a"), law("b")]
    for articles, wanted in (
        (first, (2, 0, 0)),
        (first, (0, 0, 2)),
        ([law("a"), law("b", body="新"), law("c")], (1, 1, 1)),
    ):
        assert counts(looked(desk, articles).end()) == wanted
        storing = taken(desk, articles)
        assert (storing.added, storing.changed, storing.unchanged) == wanted


def test_a_look_names_before_and_after_and_stores_nothing(desk: Desk) -> None:
    taken(desk, [law("a")])
    seen: list[Planned] = []
    incoming = desk.services.batches.incoming(seen.append)
    incoming.file(head("a.jsonl"))
    rows = [law("a", body="新"), law("b"), law("c", successor="d"), law("d", successor="c")]
    incoming.look(list(enumerate(rows, 1)))
    assert [(one.row, one.turn, one.before) for one in seen][:2] == [
        (1, Turn.CHANGED, law("a")),
        (2, Turn.ADDED, None),
    ]
    assert incoming.end().left_out == {(0, 3), (0, 4)}
    assert bodies(desk) == {"a": "正文 a"}


def test_a_key_of_an_earlier_file_counts_as_stored(desk: Desk) -> None:
    assert counts(looked(desk, [law("a")], [law("a"), law("b")]).end()) == (2, 0, 1)
    assert counts(looked(desk, [law("a")], [law("a", body="新")]).end()) == (1, 1, 0)


def test_a_column_that_the_file_lacks_stays(desk: Desk) -> None:
    taken(desk, [law("a", owner="人社局")])
    assert counts(looked(desk, [law("a", body="新")], keeps=("owner",)).end()) == (0, 1, 0)
    taken(desk, [law("a", body="新")], keeps=("owner",))
    assert desk.services.knowledge.get("a").article == law("a", body="新", owner="人社局")


def test_a_heading_that_differs_in_blanks_only_stays_as_it_is_stored(desk: Desk) -> None:
    taken(desk, [law("a", section="第一章总则 / 第一节 甲")])
    same, other = law("a", section="第一章　总 则 / 第一节甲"), law("a", section="第二章总则")
    assert counts(looked(desk, [same]).end()) == (0, 0, 1)
    assert taken(desk, [same]).unchanged == 1
    assert counts(looked(desk, [other]).end()) == (0, 1, 0)


def test_successors_that_lead_back_are_refused_in_the_file_and_with_the_store(desk: Desk) -> None:
    taken(desk, [law("s", successor="t", repealed_on=DAY), law("甲法#第二条", successor="u")])
    rows = [
        law("a", successor="b"),
        law("b", successor="a"),
        law("c", successor="a"),  # leads into the circle, and is none itself
        law("t", successor="s"),
        law("u", successor="甲法"),
        law("own", successor="own"),
        law("fine", successor="c"),
    ]
    incoming = looked(desk, rows)
    look = incoming.end()
    assert [one.row for one in look.refused] == [1, 2, 4, 5, 6]
    assert "a itself" in str(look.refused[0].reason)
    assert counts(look) == (2, 0, 0)
    kept = incoming.kept(0, enumerate(rows, 1))
    assert [one.key for one in kept] == ["c", "fine"]


def test_what_comes_after_its_repeal_only_with_the_stored_day_is_refused(desk: Desk) -> None:
    taken(desk, [law("a", valid_from=date(2027, 1, 1))])
    look = looked(desk, [law("a", repealed_on=DAY)], keeps=("valid_from",)).end()
    assert [(one.row, one.reason.values["repealed_on"]) for one in look.refused] == [
        (1, "2026-11-23")
    ]


# -- batches -------------------------------------------------------------------------------


def test_an_import_is_a_batch_with_all_its_versions(desk: Desk) -> None:
    storing = taken(desk, [law("a"), law("b")])
    with desk.store.read() as tx:
        assert {row.batch for row in tx.find(facts.ArticleVersion)} == {storing.id}
    (batch,) = desk.services.batches.all()
    assert (batch.id, batch.kind, batch.actor) == (storing.id, BatchKind.IMPORT, EDITOR.staff_id)
    assert (batch.name, batch.added, batch.undone, batch.ended) == ("a.jsonl", 2, False, True)
    assert desk.services.batches.named(str(storing.id)[:30]) == batch
    for words in ("", "x"):
        with pytest.raises(UserError, match="id that begins"):
            desk.services.batches.named(words)


def test_an_undo_gives_back_what_was_before_and_withdraws_what_was_added(desk: Desk) -> None:
    taken(desk, [law("a"), law("b")])
    storing = taken(desk, [law("a", body="新"), law("b", body="新"), law("c")])
    taken(desk, [law("b", body="更新")])
    look = desk.services.batches.look_undo(storing.id)
    assert (look.back, look.left) == (("a", "c"), ("b",))
    back = undone(desk, storing.id)
    assert (back.stored, back.left) == (2, ["b"])
    assert bodies(desk) == {"a": "正文 a", "b": "更新"}
    with desk.store.read() as tx:
        *_before, last = tx.find(facts.ArticleVersion, key="a")
    assert (last.version, last.why, last.batch, last.actor) == (3, "why not", back.id, UUID(int=9))
    with pytest.raises(UserError, match="left to undo"):
        undone(desk, storing.id)


def test_an_undo_can_be_undone(desk: Desk) -> None:
    taken(desk, [law("a")])
    storing = taken(desk, [law("a", body="新"), law("c")])
    first = undone(desk, storing.id)
    assert flags(desk) == {storing.id: True, first.id: False}
    second = undone(desk, first.id)
    assert bodies(desk) == {"a": "新", "c": "正文 c"}
    assert flags(desk) == {storing.id: False, first.id: True, second.id: False}
    third = undone(desk, second.id)
    assert bodies(desk) == {"a": "正文 a"}
    assert flags(desk)[storing.id] is flags(desk)[second.id] is True
    assert batch(desk, third.id).undoes == second.id


def flags(desk: Desk) -> dict[UUID, bool]:
    """Whether each batch but the first is undone."""
    return {one.id: one.undone for one in desk.services.batches.all()[:-1]}


def batch(desk: Desk, key: UUID) -> Batch:
    return next(one for one in desk.services.batches.all() if one.id == key)


def test_a_key_that_stands_twice_in_a_batch_goes_back_to_before_both(desk: Desk) -> None:
    taken(desk, [law("a")])
    storing = taken(desk, [law("a", body="一"), law("a", body="二")])
    undone(desk, storing.id)
    assert bodies(desk) == {"a": "正文 a"}


def test_what_a_broken_off_import_has_stored_is_named_and_undone_in_one_step(desk: Desk) -> None:
    storing = desk.services.batches.begin_import(EDITOR, head("a.jsonl"))
    storing.take([law("a"), law("b")])
    (begun,) = desk.services.batches.all()  # as after a power cut: nobody said that it ended
    assert (begun.id, begun.changed, begun.ended) == (storing.id, 2, False)
    undone(desk, storing.id)
    assert bodies(desk) == {}
    assert batch(desk, storing.id).undone
    nothing = desk.services.batches.begin_import(EDITOR, head("b.jsonl"))
    nothing.finish()
    assert len(desk.services.batches.all()) == 2


def test_steps_grow_and_shrink_with_the_time_that_they_take(desk: Desk) -> None:
    storing = desk.services.batches.begin_import(EDITOR, head("a.jsonl"))
    storing._aim(16, 0.001)
    assert storing.size == 32
    storing._aim(32, 1.0)
    assert storing.size == 4


def test_only_editors_and_leads_may(desk: Desk) -> None:
    with pytest.raises(UserError, match="needs the role editor"):
        desk.services.batches.begin_import(desk.anna, head("a.jsonl"))


# -- bulk change ---------------------------------------------------------------------------


def change(desk: Desk, keys: Sequence[str], of: BulkChange) -> Storing:
    storing = desk.services.batches.begin_change(EDITOR, keys, of, "words")
    storing.run()
    storing.finish()
    return storing


@pytest.mark.parametrize(
    ("of", "wanted"),
    [
        (BulkChange(BulkField.OWNER, "人社局"), {"owner": "人社局"}),
        (BulkChange(BulkField.CATEGORY, "0101"), {"category": "0101"}),
        (BulkChange(BulkField.REGION, "合肥"), {"region": "合肥"}),
        (BulkChange(BulkField.REVIEW_BY, day=DAY), {"review_by": DAY}),
        (BulkChange(BulkField.ADD_KEYWORDS, words=("水", "电")), {"keywords": ("灯", "水", "电")}),
        (BulkChange(BulkField.DROP_KEYWORDS, words=("灯",)), {"keywords": ()}),
        (
            BulkChange(BulkField.REPEAL, "new", DAY),
            {"repealed_on": DAY, "successor": "new"},
        ),
    ],
)
def test_one_field_is_set_for_many_and_undone(
    desk: Desk, of: BulkChange, wanted: dict[str, object]
) -> None:
    before = law("a", keywords=("灯",))
    taken(desk, [before, law("new"), law("b", **({"keywords": ("灯",)} | wanted))])
    look = desk.services.batches.look_change(["a", "b"], of)
    assert [one[1] for one in look.changed] == [replace(before, **wanted)]  # type: ignore[arg-type]
    storing = change(desk, ["a", "b"], of)
    assert (storing.changed, storing.unchanged) == (1, 1)
    assert desk.services.knowledge.get("a").article == replace(before, **wanted)  # type: ignore[arg-type]
    assert batch(desk, storing.id).kind is BatchKind.CHANGE
    undone(desk, storing.id)
    assert desk.services.knowledge.get("a").article == before


def test_articles_are_withdrawn_together_and_come_back(desk: Desk) -> None:
    taken(desk, [law("a"), law("b"), law("c")])
    storing = change(desk, ["a", "b"], BulkChange(BulkField.WITHDRAW))
    assert (storing.changed, list(bodies(desk))) == (2, ["c"])
    assert change(desk, ["a"], BulkChange(BulkField.WITHDRAW)).unchanged == 1
    undone(desk, storing.id)
    assert sorted(bodies(desk)) == ["a", "b", "c"]


def test_a_change_that_is_not_sound_is_refused_and_names_the_article(desk: Desk) -> None:
    taken(desk, [law("a", valid_from=date(2027, 1, 1)), law("b"), law("c", successor="b")])
    for of, words in (
        (BulkChange(BulkField.REPEAL), "needs its day"),
        (BulkChange(BulkField.ADD_KEYWORDS), "at least one"),
        (BulkChange(BulkField.REPEAL, "c", DAY), "lead back to b"),
    ):
        with pytest.raises(UserError, match=words):
            change(desk, ["b"], of)
    of = BulkChange(BulkField.REPEAL, "", DAY)
    assert [key for key, _why in desk.services.batches.look_change(["a", "b"], of).refused] == ["a"]
    assert change(desk, ["a", "b"], of).left == ["a"]


def test_articles_are_chosen_by_kind_owner_category_and_words(desk: Desk) -> None:
    taken(
        desk,
        [
            law("水#1", owner="水务局", category="0101"),
            law("水#2", kind=ArticleKind.FAQ, category="0102"),
            law("电#1", owner="供电公司"),
        ],
    )
    for chosen, wanted in (
        (Chosen(), ["水#1", "水#2", "电#1"]),
        (Chosen(text="水 标题"), ["水#1", "水#2"]),
        (Chosen(kind="faq"), ["水#2"]),
        (Chosen(category="01"), ["水#1", "水#2"]),
        (Chosen(owner="水务", text="水"), ["水#1"]),
    ):
        assert [head.key for head in desk.services.batches.choose(chosen)] == wanted
