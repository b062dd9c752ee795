"""Ranks and their changes in words."""

from __future__ import annotations

from collections.abc import Sequence

from operator_desk.domain.question_sets import Rank, Tried, summary
from operator_desk.ui.kit.words import tr


def rank_words(rank: Rank) -> str:
    """A place, or that there is none among the hits that are looked at."""
    return tr("not found") if rank is None else str(rank)


def ranks_words(tried: Tried) -> str:
    """Both places."""
    if tried.before == tried.after:
        return rank_words(tried.after)
    return f"{rank_words(tried.before)} → {rank_words(tried.after)}"


def change_words(tried: Tried) -> str:
    """What becomes of a question, never by colour alone."""
    if tried.falls_out:
        return tr("falls out of the first ten")
    if tried.comes_in:
        return tr("comes into the first ten")
    if tried.moved > 0:
        return tr("comes later")
    return tr("comes earlier") if tried.moved < 0 else tr("unchanged")


def summary_words(rows: Sequence[Tried]) -> str:
    """One sentence about a trial."""
    counts = summary(rows)
    if not counts.later and not counts.earlier:
        return tr("{n} questions: nothing changes.", n=counts.questions)
    return tr(
        "{n} questions: {later} come later, {out} of them fall out of the first ten; "
        "{earlier} come earlier.",
        n=counts.questions,
        later=counts.later,
        out=counts.out,
        earlier=counts.earlier,
    )
