"""The words of the editors' page: fields of an article, states, steps, times."""

from __future__ import annotations

from operator_desk.domain.article_list import ArticleState
from operator_desk.domain.knowledge_terms import DraftStep
from operator_desk.ui.kit.words import later, tr

FIELDS = {
    "title": later("Title"),
    "kind": later("Kind of article"),
    "key": later("Key"),
    "category": later("Subject"),
    "answer": later("Sentence to say"),
    "body": later("Text (Markdown)"),
    "phones": later("Telephone numbers"),
    "keywords": later("Keywords"),
    "old_names": later("Old names"),
    "source": later("Source"),
    "section": later("Section"),
    "valid_from": later("Valid from"),
    "repealed_on": later("Repealed on"),
    "successor": later("In force instead"),
    "version_date": later("Version of"),
    "region": later("Region"),
    "owner": later("Owner"),
    "review_by": later("Review by"),
}
PHONE = {
    "number": later("Telephone number"),
    "use": later("Use"),
    "hours": later("Hours"),
    "confirmed_on": later("Confirmed on"),
    "audience": later("Internal"),
}
_STATES = {
    ArticleState.PUBLISHED: later("published"),
    ArticleState.DRAFT: later("draft"),
    ArticleState.IN_REVIEW: later("in review"),
    ArticleState.SCHEDULED: later("scheduled"),
    ArticleState.REPEALED: later("repealed"),
    ArticleState.WITHDRAWN: later("taken down"),
}
LEVELS = {
    ArticleState.PUBLISHED: "ok",
    ArticleState.DRAFT: "accent",
    ArticleState.IN_REVIEW: "warn",
    ArticleState.SCHEDULED: "accent",
    ArticleState.REPEALED: "danger",
    ArticleState.WITHDRAWN: "danger",
}
_STEPS = {
    DraftStep.SAVED: later("{name} saved it, {at}"),
    DraftStep.SUBMITTED: later("{name} handed it in for review, {at}"),
    DraftStep.SENT_BACK: later("{name} sent it back, {at}"),
    DraftStep.SCHEDULED: later("{name} approved it, {at}"),
    DraftStep.PUBLISHED: later("{name} published it, {at}"),
    DraftStep.DROPPED: later("{name} dropped it, {at}"),
}


def field_name(field: str) -> str:
    """The label of a field of an article."""
    return tr(FIELDS[field])


def article_state(state: ArticleState) -> str:
    """The word of an article's state."""
    return tr(_STATES[state])


def step_words(step: DraftStep, name: str, at: str) -> str:
    """Who did the last step of a draft, and when."""
    return tr(_STEPS[step], name=name, at=at)
