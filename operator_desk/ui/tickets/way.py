"""The way of a ticket: every step with who took it, its reason and words, and what it moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from operator_desk.domain.life_cycle import Action
from operator_desk.domain.limits import Limit
from operator_desk.domain.stand import Ruled, standing
from operator_desk.services.handling import OVERTAKEN
from operator_desk.services.work import Opened
from operator_desk.ui import names
from operator_desk.ui.kit.labels import plain_label
from operator_desk.ui.kit.words import tr
from operator_desk.ui.messages import sentence
from operator_desk.ui.parts import Parts
from operator_desk.ui.tickets.words import action_word, reason_word, reply_word, step_field

_REPLIES = ("contacted", "solved", "unit_rating", "hotline_rating")
_CLOCK = "%m-%d %H:%M"


class WayView(QWidget):
    """The steps, the first first; those that changed nothing are grey and say why."""

    def __init__(self, parts: Parts, opened: Opened) -> None:
        super().__init__()
        self._parts, self._opened = parts, opened
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        steps = opened.whole.steps
        counting = {one.event.id for one in standing(steps.ruled)}
        for one in steps.ruled:
            layout.addWidget(self._step(one, stands=one.event.id in counting))

    def _step(self, one: Ruled, *, stands: bool) -> QWidget:
        event = one.event
        frame = QFrame()
        frame.setProperty("role", "inset")
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(8, 4, 8, 5)
        layout.setSpacing(1)
        who = self._opened.people.get(event.actor, tr("this machine"))
        when = names.local(self._parts.profile, event.when, _CLOCK)
        head = f"{when}　{action_word(event.action)}　{who}"
        layout.addWidget(plain_label(head, "" if stands else "muted", wrap=True))
        if event.happened_at is not None:
            at = names.local(self._parts.profile, event.at, _CLOCK)
            layout.addWidget(plain_label(tr("entered {when}", when=at), "muted"))
        if why := self._why_not(one, stands=stands):
            layout.addWidget(plain_label(why, "warn", wrap=True))
        for words in self._given(one):
            layout.addWidget(plain_label(words, "muted", wrap=True))
        return frame

    def _why_not(self, one: Ruled, *, stands: bool) -> str:
        if stands or one.event.action == Action.TAKE_BACK:
            return ""
        if one.effective:
            return tr("Taken back.")
        if one.ruling is not None and one.ruling.why == OVERTAKEN:
            return tr("Not effective: the ticket had been moved before.")
        return tr("Not effective: it was no longer possible when it came.")

    def _given(self, one: Ruled) -> Iterator[str]:
        event, units = one.event, self._opened.units
        profile, language = self._parts.profile, self._parts.language
        if event.unit or event.co_units:
            codes = (event.unit, *(event.co_units or ()))
            yield "→ " + tr(", ").join(units.get(code, code) for code in codes if code)
        if event.reason:
            yield _pair("reason", reason_word(profile, event.reason, language))
        if event.until is not None:
            yield _pair("until", names.local(profile, event.until, "%Y-%m-%d %H:%M"))
        if event.level:
            level = profile.level(event.level)
            yield _pair("level", level.text(language) if level else event.level)
        if event.basis:
            yield _pair("basis", event.basis)
        said = [
            f"{step_field(name)} {reply_word(reply)}"
            for name in _REPLIES
            if (reply := getattr(event, name)) is not None
        ]
        if said:
            yield tr(", ").join(said)
        if event.told:
            yield _pair("told", event.told)
        if event.note:
            yield event.note


def _pair(name: str, words: str) -> str:
    return tr("{field}: {words}", field=step_field(name), words=words)


def why_lines(parts: Parts, limit: Limit) -> Iterator[str]:
    """Why a date: every stretch between the beginning of a limit and its end."""
    profile = parts.profile

    def at(when: datetime) -> str:
        return names.local(profile, when, _CLOCK)

    for step in limit.steps:
        mark = "" if step.counted_s else "· "
        end = names.limit_time(profile, step.end, year=False)
        yield f"{mark}{at(step.start)} – {end}　{sentence(step.why)}"
    if limit.reason is not None:
        yield sentence(limit.reason)


def due_words(parts: Parts, limit: Limit) -> str:
    """The date that a limit gives, or why there is none."""
    if limit.due is not None:
        return names.limit_time(parts.profile, limit.due)
    return sentence(limit.reason) if limit.reason is not None else tr("no limit")


def mover(opened: Opened, but: UUID) -> Ruled | None:
    """The last effective step besides one: who moved the ticket."""
    found = [one for one in standing(opened.whole.steps.ruled) if one.event.id != but]
    return found[-1] if found else None
