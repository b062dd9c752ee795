"""The words of told-to lists: states, progress, what became of a call."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from operator_desk.domain.facts import RecallStep
from operator_desk.domain.knowledge_terms import RecallAction
from operator_desk.domain.profile import Profile
from operator_desk.domain.recalls import RecallState, ToldList
from operator_desk.ui import names
from operator_desk.ui.kit.words import later, tr

STATES = {
    RecallState.TO_CALL: later("to call"),
    RecallState.NOT_REACHED: later("nobody reached"),
    RecallState.NO_NUMBER: later("no number"),
    RecallState.CALLED: later("called back"),
    RecallState.NOT_NEEDED: later("not needed"),
}
_ACTIONS = {
    RecallAction.CALLED: later("called back"),
    RecallAction.NOT_REACHED: later("nobody reached"),
    RecallAction.NOT_NEEDED: later("not needed"),
}


def progress(found: ToldList) -> str:
    """How far a list is."""
    if not found.of:
        return tr("no call can be made")
    return tr("{done} of {of} done", done=found.done, of=found.of)


def about(found: ToldList, profile: Profile, staff: Mapping[UUID, str]) -> str:
    """What was wrong, in which versions, who said so and when."""
    mark = found.marks[0]
    return tr(
        "{reason} (version {versions}; {name}, {at})",
        reason=found.reason,
        versions="、".join(map(str, found.versions)),
        name=staff.get(mark.actor, tr("this machine")),
        at=names.local(profile, mark.at, "%m-%d %H:%M"),
    )


def right_words(found: ToldList) -> tuple[str, str]:
    """Whether there is something right to tell: the level of the line, and its words."""
    if found.right is not None:
        return "ok", tr("The right version is published: version {n}.", n=found.right.version)
    if found.withdrawn:
        return "warn", tr("The article was taken down: what was told does not hold any more.")
    return "warn", tr("Nothing right is published yet. The list stays open until it is.")


def step_words(step: RecallStep, profile: Profile, staff: Mapping[UUID, str]) -> str:
    """One thing that became of a call: when, who, what, and why."""
    words = "　".join(
        (
            names.local(profile, step.at, "%m-%d %H:%M"),
            staff.get(step.actor, tr("this machine")),
            tr(_ACTIONS[step.action]),
        )
    )
    return tr("{words}: {why}", words=words, why=step.note) if step.note else words
