"""The rules of a draft: which steps are open, who wrote it, what it holds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from uuid import UUID

from operator_desk.domain.article import Article
from operator_desk.domain.article_json import from_json, to_json
from operator_desk.domain.knowledge_facts import ArticleDraft
from operator_desk.domain.knowledge_terms import DraftStep
from operator_desk.domain.views import newest

ENDED = (DraftStep.PUBLISHED, DraftStep.DROPPED)
TO_APPROVE = (DraftStep.SUBMITTED, DraftStep.SCHEDULED)


def text_of(article: Article) -> str:
    """An article as the text of a draft: the object of an import file."""
    return json.dumps(to_json(article), ensure_ascii=False, sort_keys=True)


def article_in(step: ArticleDraft) -> Article:
    """The article of a step."""
    return from_json(json.loads(step.article))


def chained(rows: Sequence[ArticleDraft]) -> list[ArticleDraft]:
    """The steps that led to the newest one, the first step first; a clock put back moves none."""
    by_id = {row.id: row for row in rows}
    step, found = newest(rows), list[ArticleDraft]()
    while step is not None:
        found.append(step)
        step = by_id.get(step.corrects) if step.corrects else None
    return found[::-1]


def writers(steps: Sequence[ArticleDraft], base: Article | None) -> set[UUID]:
    """Who wrote any of the content; `steps` from the first on, `base` what it began with.

    Who only hands in, sends back or publishes what others wrote is no writer.
    """
    found: set[UUID] = set()
    before = text_of(base) if base else ""
    for step in steps:
        if step.article != before:
            found.add(step.actor)
        before = step.article
    return found
