"""Drafts, misses and articles that are due: what is found."""

from __future__ import annotations

from datetime import timedelta

from operator_desk.domain import facts
from operator_desk.domain.knowledge_terms import DraftStep
from operator_desk.services.ports import Store
from tests.contract import rows
from tests.contract.rows import DAY
from tests.contract.test_store import put


def test_an_open_draft_is_its_newest_step_until_it_is_published_or_dropped(store: Store) -> None:
    def step(what: DraftStep, after: facts.ArticleDraft | None = None) -> facts.ArticleDraft:
        draft = after.draft_id if after else rows.article("x").id
        corrects, common = after.id if after else None, rows.common()
        return facts.ArticleDraft(
            **common, draft_id=draft, corrects=corrects, step=what, key="a", article="{}"
        )

    first = step(DraftStep.SAVED)
    second = step(DraftStep.SUBMITTED, first)
    ended = step(DraftStep.SCHEDULED)
    put(store, first, second, ended, step(DraftStep.PUBLISHED, ended))
    dropped = step(DraftStep.SAVED)
    alone = step(DraftStep.SENT_BACK)
    put(store, dropped, step(DraftStep.DROPPED, dropped), alone)
    with store.read() as tx:
        assert tx.open_drafts() == [second, alone]


def test_what_was_recorded_since_an_instant_comes_with_its_words(store: Store) -> None:
    misses = [facts.SearchMiss(**rows.common(), query=words) for words in ("一", "二", "三")]
    put(store, *misses[::-1])
    with store.read() as tx:
        assert tx.since(facts.SearchMiss, misses[1].at) == misses[1:]
        assert tx.since(facts.SearchMiss, misses[2].at + timedelta(microseconds=1)) == []


def test_articles_that_are_due_are_repealed_or_overdue_and_not_withdrawn(store: Store) -> None:
    before, after = DAY - timedelta(days=1), DAY + timedelta(days=1)
    put(
        store,
        rows.article("d", repealed_on=DAY),
        rows.article("a", review_by=before),
        rows.article("e", repealed_on=after, review_by=DAY),
        rows.article("b", repealed_on=before, withdrawn=True),
        rows.article("c"),
    )
    with store.read() as tx:
        assert [head.key for head in tx.articles_due(DAY)] == ["a", "d"]
        assert set(tx.article_keys()) == {"a", "c", "d", "e"}
