"""What stands beside a form: the request that is decided, or all returns of a ticket at once."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from operator_desk.domain.facts import TicketEvent
from operator_desk.domain.life_cycle import WAYS, Action
from operator_desk.domain.stand import standing
from operator_desk.services.returns import Returned, returned
from operator_desk.services.work import Opened
from operator_desk.ui import names
from operator_desk.ui.call.reasons import Reasons
from operator_desk.ui.kit.labels import plain_label
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts
from operator_desk.ui.tickets.words import reason_word

_SIDES = 3
_ANSWERS = {Action.ANSWER, Action.ANSWER_JOINT}
_AFTER_ANSWER = {
    Action.FOLLOW_UP, Action.NOT_REACHED, Action.DEEM, Action.REWORK, Action.CLOSE,
    Action.NOT_SOLVED,
}  # fmt: skip


def request_of(opened: Opened, action: Action) -> TicketEvent | None:
    """The step that asked for what an action decides."""
    wanted = next((way.decides for way in WAYS if way.action is action and way.decides), None)
    steps = opened.whole.steps
    return steps.event(steps.stand.asks(wanted)) if wanted else None


def third_return(parts: Parts, opened: Opened) -> bool:
    """Whether it is a lead who names the units now, with all returns before the eyes."""
    now, day = opened.whole.steps.stand, opened.whole.ticket.local_day
    most = parts.profile.returns_before_lead(day)
    return most is not None and now.return_accepted and now.returns >= most


def beside(parts: Parts, opened: Opened, action: Action) -> QWidget | None:
    """What has to be seen while a form is filled in; None: nothing."""
    if action is Action.REDISPATCH and returned(opened.whole.steps):
        return _returns(parts, opened)
    if action in (Action.DISPATCH, Action.REDISPATCH) and opened.proposed:
        return _proposals(parts, opened)
    if action in _AFTER_ANSWER and (answered := _answer(opened)) is not None:
        return _request(parts, opened, answered, tr("Answered by {who}, {when}"))
    event = request_of(opened, action)
    asked = tr("Asked by {who}, {when}")
    return _request(parts, opened, event, asked) if event is not None else None


def _answer(opened: Opened) -> TicketEvent | None:
    """The last answer of a ticket: what its caller is asked about."""
    steps = standing(opened.whole.steps.ruled)
    found = [one.event for one in steps if one.event.action in _ANSWERS]
    return found[-1] if found else None


def _proposals(parts: Parts, opened: Opened) -> QWidget:
    reasons = Reasons(parts.profile, parts.language)
    own = opened.whole.ticket.unit
    lines = [tr("Proposed units")]
    for one in opened.proposed:
        why = reasons.text(one.reasons)
        if one.unit == own:
            why = tr(", ").join(filter(None, (tr("chosen by the operator"), why)))
        unit = opened.units.get(one.unit, one.unit)
        lines.append(tr("{unit}: {why}", unit=unit, why=why))
    return _panel(lines)


def _request(parts: Parts, opened: Opened, event: TicketEvent, head: str) -> QWidget:
    profile, language = parts.profile, parts.language
    lines = [
        head.format(who=opened.people.get(event.actor, tr("this machine")),
           when=names.local(profile, event.when, "%m-%d %H:%M"))
    ]  # fmt: skip
    if event.reason:
        lines.append(reason_word(profile, event.reason, language))
    if event.unit:
        lines.append(tr("Proposes: {unit}", unit=opened.units.get(event.unit, event.unit)))
    if event.until is not None:
        until = names.local(profile, event.until, "%Y-%m-%d %H:%M")
        lines.append(tr("Until {when}", when=until))
    if event.basis:
        lines.append(tr("Basis: {basis}", basis=event.basis))
    lines += [words for words in (event.note, event.told) if words]
    return _panel(lines)


def _returns(parts: Parts, opened: Opened) -> QWidget:
    """The returns side by side, the newest three."""
    host = QWidget()
    grid = QGridLayout(host)
    grid.setContentsMargins(0, 0, 0, 0)
    found = returned(opened.whole.steps)
    shown = found[-_SIDES:]
    for place, one in enumerate(shown):
        n = len(found) - len(shown) + place + 1
        grid.addWidget(_panel(_return_lines(parts, opened, one, n)), 0, place)
        grid.setColumnStretch(place, 1)
    return host


def _return_lines(parts: Parts, opened: Opened, one: Returned, n: int) -> list[str]:
    units = opened.units
    decided = {True: tr("accepted"), False: tr("refused"), None: tr("not decided")}
    lines = [
        tr("Return {n}: {unit}", n=n, unit=units.get(one.unit, one.unit)),
        tr("{when}, {decided}", when=names.local(parts.profile, one.at, "%m-%d %H:%M"),
           decided=decided[one.accepted]),
    ]  # fmt: skip
    if one.reason:
        lines.append(reason_word(parts.profile, one.reason, parts.language))
    if one.basis:
        lines.append(tr("Basis: {basis}", basis=one.basis))
    if one.note:
        lines.append(one.note)
    if one.proposed:
        lines.append(tr("Proposes: {unit}", unit=units.get(one.proposed, one.proposed)))
    return lines


def _panel(lines: list[str]) -> QWidget:
    frame = QFrame()
    frame.setProperty("role", "remark")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(8, 6, 8, 6)
    layout.setSpacing(1)
    for place, words in enumerate(lines):
        layout.addWidget(plain_label(words, "" if place == 0 else "muted", wrap=True))
    layout.addStretch(1)
    return frame
