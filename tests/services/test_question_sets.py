"""Question sets as editors keep them, their ranks now, and what a change would do to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.errors import UserError
from operator_desk.domain.question_sets import Question, summary, worst_first
from operator_desk.domain.terms import Role
from operator_desk.importers.questions import questions
from operator_desk.services.people import Actor
from operator_desk.services.question_sets import QuestionSets
from tests.fakes.ranker import ByWords
from tests.services.desk import Desk

LAMP = Article("lamp", ArticleKind.FAQ, "路灯不亮", "请报修。")


@pytest.fixture
def erin(desk: Desk) -> Actor:
    """An editor; one article is published and indexed."""
    desk.services.knowledge.put(desk.anna, [LAMP])
    return Actor(desk.clock.new_id(), "erin", "Erin", (Role.EDITOR,))


def sets(desk: Desk) -> QuestionSets:
    return desk.services.question_sets


def names(desk: Desk, set_name: str | None = None) -> list[tuple[str, str]]:
    return [one.name for one in sets(desk).questions(set_name)]


def test_questions_are_added_changed_renamed_dropped_and_every_step_stays(
    desk: Desk, erin: Actor
) -> None:
    made = sets(desk).put(erin, " 市政 ", "路灯  不亮", ["lamp", "lamp", "gone"])
    assert made == Question("市政", "路灯 不亮", ("lamp", "gone"))
    (one,) = sets(desk).listed()
    assert ([head.key for head in one.articles], one.unknown) == (["lamp"], ("gone",))
    sets(desk).add_gold(erin, "市政", "路灯 不亮", "water")
    assert sets(desk).questions()[0].gold == ("lamp", "gone", "water")
    again = sets(desk).put(erin, "市政", "路灯坏了", ["lamp"], before=made)
    assert names(desk) == [("市政", "路灯坏了")]
    sets(desk).put(erin, "市政", "路灯坏了", ["lamp"], before=again)  # the same adds no row
    assert sets(desk).drop(erin, "市政", "路灯坏了").gold == ("lamp",)
    assert sets(desk).sets() == []
    with pytest.raises(UserError, match="There is no question"):
        sets(desk).drop(erin, "市政", "路灯坏了")
    steps = sets(desk).history("市政", "路灯坏了")
    assert [(row.withdrawn, row.actor) for row in steps] == [
        (True, erin.staff_id),
        (False, erin.staff_id),
    ]
    assert len(sets(desk).history("市政", "路灯 不亮")) == 3


def test_only_editors_keep_them_and_empty_ones_are_refused(desk: Desk, erin: Actor) -> None:
    with pytest.raises(UserError, match="needs the role"):
        sets(desk).put(desk.anna, "s", "问", ["lamp"])
    for given, said in (
        (("s", " ", ["a"]), "no question"),
        (("s", "问", [" "]), "no right article"),
        ((" ", "问", ["a"]), "no name"),
        (("s", "问" * 501, ["a"]), "longer than 500"),
        (("s", "问", [str(n) for n in range(51)]), "more than 50"),
    ):
        with pytest.raises(UserError, match=said):
            sets(desk).put(erin, *given)
    assert names(desk) == []


def test_a_file_is_taken_in_row_by_row_and_its_duplicates_are_merged(
    desk: Desk, erin: Actor, tmp_path: Path
) -> None:
    path = tmp_path / "市政.jsonl"
    rows = [
        '{"question": "路灯不亮", "gold": ["lamp"]}',
        '{"question": " ", "gold": ["lamp"]}',
        '{"question": "停水", "gold": []}',
        '{"question": "路灯不亮 ", "gold": ["unknown", "lamp"]}',
        '{"question": "停水", "gold": ["water"], "set": "供水"}',
        '{"question": "停水", "gold": "water"}',
        '{"question": "停水", "gold": ["water"], "answer": "x"}',
        "no json",
    ]
    path.write_text("\n".join(rows), "utf-8")
    read = questions(path)
    assert [one.row for one in read.refused] == [2, 3, 6, 7, 8]
    done = sets(desk).take(erin, read.values)
    assert (done.added, done.changed, done.unchanged) == (2, 0, 0)
    assert sets(desk).questions("市政") == [Question("市政", "路灯不亮", ("lamp", "unknown"))]
    assert [(one.name, one.questions) for one in sets(desk).sets()] == [("供水", 1), ("市政", 1)]
    done = sets(desk).take(erin, read.values)
    assert (done.added, done.changed, done.unchanged) == (0, 0, 2)


def test_a_run_is_kept_beside_those_of_other_sets_and_the_one_before(
    desk: Desk, erin: Actor
) -> None:
    for name, text in (("a", "路灯"), ("b", "停水"), ("b", "热线")):
        sets(desk).put(erin, name, text, ["lamp"])
    told: list[tuple[int, int]] = []
    run = sets(desk).run(ByWords(LAMP), progress=lambda *far: told.append(far))
    assert run.ranks == {("a", "路灯"): 1, ("b", "停水"): None, ("b", "热线"): None}
    assert told == [(0, 3), (3, 3)]
    sets(desk).drop(erin, "b", "热线")
    desk.clock.skip(minutes=5)
    later = ByWords(Article("lamp", ArticleKind.FAQ, "停水", ""))
    assert sets(desk).run(later, "b").ranks == {("b", "停水"): 1}
    newest, before = sets(desk).last_runs()
    assert newest.ranks == {("a", "路灯"): 1, ("b", "停水"): 1}
    assert (before.ranks, newest.at > before.at) == (run.ranks, True)

    class GivenUpError(Exception):
        pass

    def given_up(_done: int, _of: int) -> None:
        raise GivenUpError

    with pytest.raises(GivenUpError):
        sets(desk).run(later, progress=given_up)
    assert sets(desk).last_runs() == [newest, before]
    (desk.folder / "questions.json").write_text("[{", "utf-8")
    assert sets(desk).last_runs() == []


def test_what_a_change_hides_is_foretold_and_nothing_is_published(desk: Desk, erin: Actor) -> None:
    for text in ("路灯", "停水", "请报修"):
        sets(desk).put(erin, "a", text, ["lamp"])
    others = [Article(f"o{n}", ArticleKind.FAQ, "路灯", "") for n in range(10)]
    (desk.folder / "index").mkdir()
    drafts = desk.services.editing.drafts
    opened = drafts.of_article(erin, "lamp")
    work = replace(opened.work, article=replace(LAMP, title="停水", body="路"))
    drafts.save(erin, work)
    change = sets(desk).of_draft("lamp")
    assert change == sets(desk).of_draft(str(work.draft_id))
    rows = worst_first(sets(desk).foretell(ByWords(*others), change))
    assert [(row.question.text, row.before, row.after) for row in rows] == [
        ("请报修", 1, None),  # what is stored and not indexed yet stands before
        ("路灯", 1, 11),
        ("停水", None, 1),
    ]
    assert [row.falls_out for row in rows] == [True, True, False]
    said = summary(rows)
    assert (said.questions, said.later, said.out, said.earlier, said.into) == (3, 2, 2, 1, 1)
    assert desk.services.knowledge.get("lamp").article == LAMP
    with pytest.raises(UserError, match="no open draft"):
        sets(desk).of_draft("water")


def test_a_withdrawal_and_a_repeal_are_foretold_for_their_day(desk: Desk, erin: Actor) -> None:
    assert sets(desk).foretell(ByWords(), sets(desk).of_withdrawal("lamp")) == []
    sets(desk).put(erin, "a", "路灯", ["lamp"])
    today = desk.services.counting.today()
    search = ByWords()
    (row,) = sets(desk).foretell(search, sets(desk).of_withdrawal("lamp"))
    assert (row.before, row.after, search.days) == (1, None, [today, today])
    repeal = sets(desk).of_repeal("lamp", today + timedelta(days=9), "new")
    assert repeal.article is not None
    assert (repeal.article.successor, repeal.day) == ("new", today + timedelta(days=9))
    assert sets(desk).of_article(repeal.article).day == repeal.day
    with pytest.raises(UserError, match="There is no article"):
        sets(desk).of_withdrawal("nothing")
