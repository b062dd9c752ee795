"""Proposals of the matter's own category come first."""

from __future__ import annotations

from operator_desk.domain.article import ArticleKind, Validity
from operator_desk.domain.knowledge import Hit, nearer


def hit(key: str, score: float, category: str = "", validity: Validity = Validity.VALID) -> Hit:
    """A hit as the search gives it."""
    return Hit(key, ArticleKind.FAQ, key, score, validity, category=category)


def test_the_same_category_and_branch_move_up() -> None:
    hits = [hit("far", 10, "990101"), hit("branch", 9, "040102"), hit("leaf", 7, "040101")]
    assert [one.key for one in nearer(hits, "040101")] == ["leaf", "branch", "far"]


def test_a_hit_that_fits_much_better_stays_first() -> None:
    hits = [hit("far", 20), hit("leaf", 7, "040101")]
    assert [one.key for one in nearer(hits, "040101")] == ["far", "leaf"]


def test_nothing_moves_without_a_category() -> None:
    hits = [hit("a", 3, "040101"), hit("b", 2, "040102"), hit("c", 1)]
    assert nearer(hits, "") == hits


def test_what_is_repealed_stays_below() -> None:
    hits = [hit("valid", 2), hit("old", 9, "040101", Validity.REPEALED)]
    assert [one.key for one in nearer(hits, "040101")] == ["valid", "old"]
