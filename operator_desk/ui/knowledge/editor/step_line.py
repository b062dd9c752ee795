"""What the last step of a draft was, in words."""

from __future__ import annotations

from operator_desk.domain.drafts import TO_APPROVE
from operator_desk.domain.knowledge_terms import DraftStep
from operator_desk.domain.profile import Profile
from operator_desk.ui import names
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.editor.draft_desk import Shown
from operator_desk.ui.knowledge.editor.words import step_words
from operator_desk.ui.messages import sentence


def step_line(shown: Shown, profile: Profile) -> str:
    """Who did what and when, until which day, why, and why one cannot go on; "" without a step."""
    if not shown.opened.steps:
        return ""
    last = shown.opened.steps[-1]
    at = names.local(profile, last.at, "%Y-%m-%d %H:%M")
    words = step_words(last.step, shown.names.get(last.actor, tr("this machine")), at)
    if last.step is DraftStep.SCHEDULED and last.publish_on:
        day = last.publish_on.isoformat()
        words = tr("{words}; published on {day}", words=words, day=day)
    if last.why:
        words = tr("{words}: {why}", words=words, why=last.why)
    if shown.opened.refusal is not None and last.step in TO_APPROVE:
        words = f"{words}\n{sentence(shown.opened.refusal)}"
    return words
