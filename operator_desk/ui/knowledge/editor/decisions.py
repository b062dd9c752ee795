"""What can be decided about the draft in hand: the buttons at the foot, and what each asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from operator_desk.domain.article_form import read_day
from operator_desk.domain.drafts import TO_APPROVE
from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge_terms import DraftStep
from operator_desk.services.draft_steps import Opened
from operator_desk.ui.kit.words import later, tr
from operator_desk.ui.knowledge.editor.ask import Ask, Values, Wanted
from operator_desk.ui.knowledge.editor.draft_desk import DraftDesk
from operator_desk.ui.knowledge.editor.trial import DRAFT, REPEALED, TAKEN_DOWN


@dataclass(frozen=True, slots=True)
class Decision:
    """A button: its name, words, picture; the first of a row is the one to press."""

    name: str
    words: str
    picture: str = ""


_SAVE = Decision("save", later("Save draft"), "check")
_SUBMIT = Decision("submit", later("Hand in for review…"), "seal")
_FORGET = Decision("give_up", later("Undo what is not saved…"), "undo")
_DROP = Decision("drop", later("Drop the draft…"), "close")
_PUBLISH = Decision("publish", later("Publish now…"), "told")
_SCHEDULE = Decision("schedule", later("Publish on a day…"), "calendar")
_BACK = Decision("send_back", later("Send back…"), "chevron-left")
_REPEAL = Decision("repeal", later("Repeal…"), "repealed")
# What of the question sets belongs to a decision.
_TRIED = {
    "submit": DRAFT,
    "publish": DRAFT,
    "schedule": DRAFT,
    "repeal": REPEALED,
    "withdraw": TAKEN_DOWN,
}
_WITHDRAW = Decision("withdraw", later("Take down…"), "decline")


def decisions(opened: Opened, *, dirty: bool) -> tuple[Decision, ...]:
    """What can be done with a draft as it stands, the most likely first."""
    if dirty:
        return (_SUBMIT, _SAVE, _FORGET)
    if opened.step in TO_APPROVE:
        return (_PUBLISH, _SCHEDULE, _BACK, _DROP) if opened.refusal is None else (_DROP,)
    if opened.step in (DraftStep.SAVED, DraftStep.SENT_BACK):
        return (_SUBMIT, _DROP)
    if opened.step is None and opened.newest is not None and not opened.newest.withdrawn:
        return (_REPEAL, _WITHDRAW)
    return ()


class Asking:
    """What is asked before something is decided; what was typed is read and handed on.

    `hint` says what the question sets say of a change, for who decides it.
    """

    def __init__(self, desk: DraftDesk, hint: Callable[[str], str]) -> None:
        self._desk, self._hint = desk, hint

    def ask(self, name: str) -> Ask:
        """The question of a decision by its name."""
        made: Ask = getattr(self, f"_{name}")()
        said = self._hint(_TRIED[name]) if name in _TRIED else ""
        return replace(made, words=f"{made.words}\n{said}") if said else made

    def _title(self) -> str:
        return str(self._desk.sheet.get("title", ""))

    def _give_up(self) -> Ask:
        words = tr("What was typed since the last save is given up.")
        return Ask(words, (), tr("Give it up"), lambda _given: self._desk.give_up())

    def _submit(self) -> Ask:
        why = Wanted("why", tr("Why is it changed?"))
        words = tr("A second person looks at it and publishes it.")
        return Ask(words, (why,), tr("Hand in"), lambda given: self._desk.submit(given["why"]))

    def _publish(self) -> Ask:
        words = tr("{title}: what stands at the right is published.", title=self._title())
        if self._desk.now is not None and self._desk.now.alone:
            words = tr(
                "{title}: you wrote it yourself. There is no second editor, so you may publish "
                "it; the history says so.",
                title=self._title(),
            )
        return Ask(words, (), tr("Publish"), lambda _given: self._desk.approve(None))

    def _schedule(self) -> Ask:
        day = Wanted("day", tr("On which day? (2026-11-25)"))
        words = tr("{title}: published when that day begins.", title=self._title())
        return Ask(words, (day,), tr("Publish on this day"), self._scheduled)

    def _scheduled(self, given: Values) -> None:
        if (on := self._day(given["day"])) is not None:
            self._desk.approve(on)

    def _send_back(self) -> Ask:
        reason = Wanted("reason", tr("What has to be mended?"))
        words = tr("The draft goes back to who wrote it.")
        return Ask(
            words, (reason,), tr("Send back"), lambda given: self._desk.send_back(given["reason"])
        )

    def _drop(self) -> Ask:
        reason = Wanted("reason", tr("Why? (may stay empty)"))
        words = tr("The draft leaves the list; its steps stay in the store.")
        return Ask(words, (reason,), tr("Drop"), lambda given: self._desk.drop(given["reason"]))

    def _withdraw(self) -> Ask:
        why = Wanted("why", tr("Why is it taken down?"))
        words = tr("{title}: nobody finds it any more. Its versions stay.", title=self._title())
        return Ask(words, (why,), tr("Take down"), lambda given: self._desk.withdraw(given["why"]))

    def _repeal(self) -> Ask:
        sheet = self._desk.sheet
        wanted = (
            Wanted("day", tr("Repealed on (2026-11-25)"), str(sheet.get("repealed_on", ""))),
            Wanted(
                "successor",
                tr("In force instead (key or law)"),
                str(sheet.get("successor", "")),
            ),
            Wanted("why", tr("Why?")),
        )
        words = tr("{title}: from this day on it is shown as repealed.", title=self._title())
        return Ask(words, wanted, tr("Repeal"), self._repealed)

    def _repealed(self, given: Values) -> None:
        if (on := self._day(given["day"])) is not None:
            self._desk.repeal(on, given["successor"], given["why"])

    def _found_by(self) -> Ask:
        wanted = (
            Wanted("question", tr("What callers ask")),
            Wanted("set", tr("Question set"), tr("Callers' questions")),
        )
        words = tr("{title}: should be found by this question.", title=self._title())
        return Ask(words, wanted, tr("Keep"), self._asked_for)

    def _asked_for(self, given: Values) -> None:
        self._desk.found_by(given["question"], given["set"])

    def _day(self, text: str) -> date | None:
        try:
            found = read_day(text)
        except ValueError:
            found = None
        if found is None:
            self._desk.refused.emit(UserError("Write a day as 2026-11-25."))
        return found
