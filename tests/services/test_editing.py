"""Drafts of articles: saved step by step, looked at by a second person, published, given back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from operator_desk.domain import facts
from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.article_diff import joined
from operator_desk.domain.article_list import ArticleState, Facets, listed
from operator_desk.domain.drafts import article_in
from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge_terms import DraftStep
from operator_desk.domain.terms import Role
from operator_desk.services.draft_steps import Due, Opened, Work
from operator_desk.services.people import Actor, machine_actor
from tests.services.desk import Desk

LAMP = Article("own:lamp", ArticleKind.FAQ, "路灯", "两天修好。", source="手册")
TODAY = date(2026, 11, 23)


class Editors(Desk):
    """A desk with two editors and one article."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.editing, self.drafts = self.services.editing, self.services.editing.drafts
        self.wang, self.li = self.member("wang"), self.member("li")
        self.services.knowledge.put(self.wang, [LAMP])

    def member(self, login: str, role: Role = Role.EDITOR) -> Actor:
        """Somebody with an account."""
        row = self.services.people.add(machine_actor("test"), login, login, [role], None)
        return Actor(row.staff_id, row.login, row.name, row.roles)

    def written(self, actor: Actor, **fields: object) -> Work:
        """What somebody has typed into a draft of an article, not saved."""
        work = self.drafts.of_article(actor, LAMP.key).work
        return replace(work, article=replace(work.article, **fields))  # type: ignore[arg-type]

    def submitted(self, actor: Actor, **fields: object) -> Opened:
        """A draft that was handed in."""
        return self.drafts.submit(actor, self.written(actor, **fields), "电话核实")

    def shown(self, key: str = LAMP.key) -> Article:
        """The article as it is published."""
        return self.services.knowledge.get(key).article

    def states(self, **facets: object) -> dict[str, tuple[ArticleState, ...]]:
        """Keys and states of the rows that are listed."""
        rows = listed(self.editing.entries(), Facets(**facets), TODAY)  # type: ignore[arg-type]
        return {row.key: row.states(TODAY) for row in rows}


@pytest.fixture
def desk(tmp_path: Path) -> Editors:
    """A desk with two editors."""
    return Editors(tmp_path)


def test_a_draft_goes_through_a_second_person_and_says_so(desk: Editors) -> None:
    saved = desk.drafts.save(desk.wang, desk.written(desk.wang, body="一天修好。"))
    handed = desk.drafts.submit(desk.wang, saved.work, "局里来函")
    assert desk.shown() == LAMP
    assert desk.states() == {LAMP.key: (ArticleState.IN_REVIEW, ArticleState.PUBLISHED)}
    with pytest.raises(UserError, match="second person"):
        desk.drafts.approve(desk.wang, handed.work.after)
    desk.drafts.approve(desk.li, handed.work.after)
    assert desk.shown() == replace(LAMP, body="一天修好。")
    newest, first = desk.editing.history(LAMP.key)
    assert (newest.why, newest.approved_by, newest.writers) == (
        "局里来函",
        desk.li.staff_id,
        (desk.wang.staff_id,),
    )
    assert (newest.draft_id, newest.alone) == (saved.work.draft_id, False)
    assert (first.draft_id, first.writers, first.alone) == (None, (), False)
    with desk.store.read() as tx:
        steps = tx.find(facts.ArticleDraft)
        versions = tx.find(facts.ArticleVersion)
    assert [row.step for row in steps] == [
        DraftStep.SAVED,
        DraftStep.SUBMITTED,
        DraftStep.PUBLISHED,
    ]
    assert [row.corrects for row in steps] == [None, steps[0].id, steps[1].id]
    assert versions[1].corrects == versions[0].id


def test_who_wrote_any_step_is_no_second_person(desk: Editors) -> None:
    mine = desk.drafts.save(desk.wang, desk.written(desk.wang, body="一天。"))
    theirs = replace(mine.work, article=replace(mine.work.article, body="半天。"))
    both = desk.drafts.submit(desk.li, theirs, "核实")
    for writer in (desk.wang, desk.li):
        with pytest.raises(UserError, match="second person"):
            desk.drafts.approve(writer, both.work.after)
    zhao = desk.member("zhao", Role.LEAD)
    assert desk.drafts.open(zhao, both.work.draft_id).refusal is None
    desk.drafts.approve(zhao, both.work.after)
    assert desk.shown().body == "半天。"


def test_handing_in_what_another_wrote_is_not_writing(desk: Editors) -> None:
    mine = desk.drafts.save(desk.wang, desk.written(desk.wang, body="一天。"))
    handed = desk.drafts.submit(desk.li, mine.work, "代提交")
    desk.drafts.approve(desk.li, handed.work.after)
    assert desk.editing.history(LAMP.key)[0].writers == (desk.wang.staff_id,)


def test_alone_in_the_centre_one_may_publish_and_it_is_told(desk: Editors) -> None:
    handed = desk.submitted(desk.wang, body="一天。")
    assert (handed.refusal is not None, handed.alone) == (True, False)
    desk.services.people.disable(machine_actor("test"), "li")
    alone = desk.drafts.open(desk.wang, handed.work.draft_id)
    assert (alone.refusal, alone.alone) == (None, True)
    desk.drafts.approve(desk.wang, handed.work.after)
    assert desk.editing.history(LAMP.key)[0].alone


def test_operators_may_not_edit(desk: Editors) -> None:
    handed = desk.submitted(desk.wang, body="一天。")
    version = desk.editing.history(LAMP.key)[0].version_id
    for refused in (
        lambda: desk.drafts.blank(desk.anna, ArticleKind.FAQ),
        lambda: desk.drafts.save(desk.anna, handed.work),
        lambda: desk.drafts.submit(desk.anna, handed.work, "x"),
        lambda: desk.drafts.approve(desk.anna, handed.work.after),
        lambda: desk.drafts.send_back(desk.anna, handed.work.after, "x"),
        lambda: desk.drafts.drop(desk.anna, handed.work.after),
        lambda: desk.editing.withdraw(desk.anna, version, "x"),
    ):
        with pytest.raises(UserError, match="may not do this"):
            refused()


def test_saving_the_same_again_adds_no_step(desk: Editors) -> None:
    saved = desk.drafts.save(desk.wang, desk.written(desk.wang, body="一天。"))
    assert desk.drafts.save(desk.wang, saved.work).work == saved.work
    with desk.store.read() as tx:
        assert len(tx.find(facts.ArticleDraft)) == 1


def test_a_draft_that_another_saved_meanwhile_is_not_overwritten(desk: Editors) -> None:
    saved = desk.drafts.save(desk.wang, desk.written(desk.wang, body="一天。"))
    text = replace(saved.work.article, body="三天。")
    desk.drafts.save(desk.li, replace(saved.work, article=text))
    for act in (desk.drafts.save, lambda who, work: desk.drafts.submit(who, work, "x")):
        with pytest.raises(UserError, match="somebody else meanwhile"):
            act(desk.wang, replace(saved.work, article=replace(text, body="四天。")))
    with pytest.raises(UserError, match="somebody else meanwhile"):
        desk.drafts.drop(desk.wang, saved.work.after)
    assert desk.drafts.open(desk.wang, saved.work.draft_id).work.article.body == "三天。"


def test_two_drafts_of_one_article_are_shown_to_each_other_and_nothing_is_overwritten(
    desk: Editors,
) -> None:
    mine = desk.submitted(desk.wang, body="一天。")
    theirs = desk.submitted(desk.li, answer="已记下。", body="三天。")
    assert [one.draft_id for one in theirs.others] == [mine.work.draft_id]
    desk.drafts.approve(desk.wang, theirs.work.after)
    with pytest.raises(UserError, match="something newer was published"):
        desk.drafts.approve(desk.li, mine.work.after)
    late = desk.drafts.open(desk.wang, mine.work.draft_id)
    assert late.collides
    assert late.base is not None
    assert late.newest is not None
    article, fields = joined(late.base.article, late.newest.article, late.work.article)
    assert [(one.field, one.clash) for one in fields] == [("answer", False), ("body", True)]
    work = replace(late.work, based_on=late.newest.version_id, article=article)
    again = desk.drafts.submit(desk.wang, work, "合并")
    desk.drafts.approve(desk.li, again.work.after)
    assert desk.shown() == replace(LAMP, body="一天。", answer="已记下。")
    assert [past.version for past in desk.editing.history(LAMP.key)] == [3, 2, 1]


def test_two_new_articles_under_one_key_are_a_collision_too(desk: Editors) -> None:
    drafts = []
    for who in (desk.wang, desk.li):
        blank = desk.drafts.blank(who, ArticleKind.FAQ).work
        text = replace(blank.article, key="own:new", title=who.login, body="甲")
        drafts.append(desk.drafts.submit(who, replace(blank, article=text), ""))
    desk.drafts.approve(desk.li, drafts[0].work.after)
    with pytest.raises(UserError, match="something newer was published"):
        desk.drafts.approve(desk.wang, drafts[1].work.after)
    text = replace(drafts[1].work.article, body="乙")
    with pytest.raises(UserError, match="own:new already"):
        desk.drafts.save(desk.li, replace(drafts[1].work, article=text))
    assert desk.shown("own:new").title == "wang"


def test_what_has_to_be_mended_is_told_before_a_review(desk: Editors) -> None:
    for fields, words in (
        ({"successor": "nowhere"}, "neither an article"),
        ({"valid_from": TODAY, "repealed_on": date(2020, 1, 1)}, "after its repeal"),
        ({"title": ""}, "title is missing"),
        ({"key": "own:other"}, "stays as it is"),
        ({}, "Nothing was changed"),
    ):
        with pytest.raises(UserError, match=words):
            desk.submitted(desk.wang, **fields)
    with pytest.raises(UserError, match="Say why"):
        desk.drafts.submit(desk.wang, desk.written(desk.wang, body="一天。"), " ")
    with desk.store.read() as tx:
        assert tx.find(facts.ArticleDraft) == []


def test_a_draft_comes_back_with_the_reason_and_is_handed_in_again(desk: Editors) -> None:
    handed = desk.submitted(desk.wang, body="一天。")
    with pytest.raises(UserError, match="what has to be mended"):
        desk.drafts.send_back(desk.li, handed.work.after, "")
    back = desk.drafts.send_back(desk.li, handed.work.after, "缺依据")
    assert (back.step, back.steps[-1].why) == (DraftStep.SENT_BACK, "缺依据")
    assert desk.states(state=ArticleState.IN_REVIEW) == {}
    with pytest.raises(UserError, match="not handed in"):
        desk.drafts.approve(desk.li, back.work.after)
    again = desk.drafts.submit(desk.wang, back.work, "补依据")
    desk.drafts.approve(desk.li, again.work.after)
    assert desk.editing.history(LAMP.key)[0].why == "补依据"
    with pytest.raises(UserError, match="somebody else meanwhile"):
        desk.drafts.approve(desk.li, again.work.after)
    with pytest.raises(UserError, match="published already"):
        desk.drafts.drop(desk.li, desk.drafts.open(desk.li, again.work.draft_id).work.after)


def test_a_dropped_draft_is_gone_from_the_list_and_stays_in_the_store(desk: Editors) -> None:
    handed = desk.submitted(desk.wang, body="一天。")
    desk.drafts.drop(desk.wang, handed.work.after, "重复")
    assert desk.states() == {LAMP.key: (ArticleState.PUBLISHED,)}
    with pytest.raises(UserError, match="was dropped"):
        desk.drafts.save(desk.wang, desk.drafts.open(desk.wang, handed.work.draft_id).work)


def test_a_draft_is_published_on_its_day_and_not_before(desk: Editors) -> None:
    handed = desk.submitted(desk.wang, body="一天。")
    desk.drafts.approve(desk.li, handed.work.after, date(2026, 11, 25))
    assert desk.states() == {LAMP.key: (ArticleState.SCHEDULED, ArticleState.PUBLISHED)}
    desk.clock.skip(days=1)
    assert desk.drafts.publish_due().published == ()
    desk.clock.skip(days=1)
    assert desk.drafts.publish_due().published == (LAMP.key,)
    assert desk.drafts.publish_due().published == ()
    assert desk.shown().body == "一天。"
    past = desk.editing.history(LAMP.key)[0]
    assert (past.approved_by, past.alone, past.why) == (desk.li.staff_id, False, "电话核实")


def test_a_day_that_is_not_later_means_now(desk: Editors) -> None:
    desk.drafts.approve(desk.li, desk.submitted(desk.wang, body="一天。").work.after, TODAY)
    assert desk.shown().body == "一天。"


def test_what_was_written_into_a_scheduled_draft_waits_for_a_review_again(desk: Editors) -> None:
    handed = desk.submitted(desk.wang, body="一天。")
    desk.drafts.approve(desk.li, handed.work.after, date(2026, 11, 24))
    waiting = desk.drafts.open(desk.wang, handed.work.draft_id).work
    desk.drafts.save(desk.wang, replace(waiting, article=replace(waiting.article, body="随便")))
    desk.clock.skip(days=3)
    assert desk.drafts.publish_due() == Due(())
    assert desk.shown() == LAMP


def test_what_cannot_be_published_on_its_day_is_told_and_stays(desk: Editors) -> None:
    handed = desk.submitted(desk.wang, body="一天。")
    desk.drafts.approve(desk.li, handed.work.after, date(2026, 11, 24))
    desk.services.knowledge.put(desk.li, [replace(LAMP, body="五天。")])
    desk.clock.skip(days=2)
    due = desk.drafts.publish_due()
    ((head, error),) = due.refused
    assert (due.published, head.key) == ((), LAMP.key)
    assert "something newer" in str(error)
    assert desk.shown().body == "五天。"
    assert desk.states()[LAMP.key][0] is ArticleState.SCHEDULED


def test_an_article_is_withdrawn_by_one_person_with_a_reason_and_restored_by_two(
    desk: Editors,
) -> None:
    (first,) = desk.editing.history(LAMP.key)
    with pytest.raises(UserError, match="Say why"):
        desk.editing.withdraw(desk.wang, first.version_id, "")
    desk.editing.withdraw(desk.wang, first.version_id, "号码停用")
    assert desk.states() == {}
    assert desk.states(state=ArticleState.WITHDRAWN) == {LAMP.key: (ArticleState.WITHDRAWN,)}
    for act in (
        lambda: desk.editing.withdraw(desk.wang, first.version_id, "再"),
        lambda: desk.editing.repeal(desk.wang, first.version_id, TODAY, "", "再"),
    ):
        with pytest.raises(UserError, match="newer was published"):
            act()
    back = desk.drafts.restored(desk.wang, first.version_id)
    assert not back.collides
    handed = desk.drafts.submit(desk.wang, back.work, "恢复")
    desk.drafts.approve(desk.li, handed.work.after)
    assert desk.shown() == LAMP
    assert [past.withdrawn for past in desk.editing.history(LAMP.key)] == [False, True, False]


def test_an_article_is_repealed_with_a_successor_that_is_there(desk: Editors) -> None:
    new = replace(LAMP, key="own:new", successor="own:lamp", repealed_on=date(2030, 1, 1))
    desk.services.knowledge.put(desk.wang, [new, replace(LAMP, key="own:third")])
    (first,) = desk.editing.history(LAMP.key)
    for successor, words in (
        ("nowhere", "neither an article"),
        ("own:new", "leads back"),
        (LAMP.key, "its own successor"),
    ):
        with pytest.raises(UserError, match=words):
            desk.editing.repeal(desk.wang, first.version_id, TODAY, successor, "新规")
    desk.editing.repeal(desk.wang, first.version_id, TODAY, "own:third", "新规")
    shown = desk.services.knowledge.get(LAMP.key)
    assert (shown.article.repealed_on, shown.article.successor) == (TODAY, "own:third")
    assert desk.states(state=ArticleState.REPEALED) == {LAMP.key: (ArticleState.REPEALED,)}


def test_the_list_is_asked_by_kind_category_owner_state_review_and_words(desk: Editors) -> None:
    desk.services.knowledge.put(
        desk.wang,
        [
            replace(LAMP, key="law", kind=ArticleKind.REGULATION, title="Parking Rules"),
            replace(LAMP, key="cat", category="0102", owner="王晓"),
            replace(LAMP, key="late", review_by=date(2026, 11, 22)),
            replace(LAMP, key="gone", review_by=date(2026, 1, 1), repealed_on=date(2026, 2, 2)),
        ],
    )
    blank = desk.drafts.blank(desk.wang, ArticleKind.CARD).work
    desk.drafts.save(desk.wang, replace(blank, article=replace(blank.article, title="新卡片")))
    assert list(desk.states(kind="regulation")) == ["law"]
    assert list(desk.states(category="01")) == ["cat"]
    assert list(desk.states(owner="王晓")) == ["cat"]
    assert list(desk.states(overdue=True)) == ["late"]
    assert list(desk.states(text="parking RULES")) == ["law"]
    assert list(desk.states(state=ArticleState.DRAFT)) == [blank.article.key]
    assert next(iter(desk.states())) == blank.article.key  # what is worked on stands first
    assert len(desk.states()) == 6


def test_a_draft_keeps_the_whole_article(desk: Editors) -> None:
    saved = desk.drafts.save(desk.wang, desk.written(desk.wang, keywords=("灯",), region="合肥"))
    assert article_in(saved.steps[-1]) == replace(LAMP, keywords=("灯",), region="合肥")
