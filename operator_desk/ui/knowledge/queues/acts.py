"""What is asked before something is done with an item, and doing it in a lane."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from operator_desk.domain.article import ArticleKind
from operator_desk.domain.article_form import read_day
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import StaffVersion
from operator_desk.domain.queues import Item
from operator_desk.domain.terms import Role
from operator_desk.services.people import Actor
from operator_desk.ui.in_step import bring_in_step
from operator_desk.ui.kit.picker import Choice
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.editor.ask import Ask, Values, Wanted
from operator_desk.ui.names import article_word
from operator_desk.ui.parts import Parts

_YEAR = timedelta(days=365)


class Acts(QObject):
    """Everything that an editor can do with the item in hand."""

    done = Signal(str, object)  # what to say, and the item that `undo` would bring back, or None
    returned = Signal(object)  # Item: it waits again
    new_wanted = Signal(object, str)  # ArticleKind, title
    refused = Signal(object)  # UserError: what was typed stays
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self._owners: dict[str, UUID] = {}
        self.last_done: Item | None = None

    def set_people(self, people: list[StaffVersion]) -> None:
        """Who an item may be given to: editors and leads who still work here."""
        roles = {Role.EDITOR, Role.LEAD, Role.ADMIN}
        able = [one for one in people if not one.disabled and roles & set(one.roles)]
        self._owners = {f"{one.name} ({one.login})": one.staff_id for one in able}

    # -- asking --------------------------------------------------------------------------

    def ask(self, name: str, item: Item, numbers: tuple[str, ...]) -> Ask:
        """The question of an act by its name; `numbers` are those that are marked."""
        if name == "confirm":
            return self._confirm(item, numbers)
        made: Ask = getattr(self, f"_{name}")(item)
        return made

    def _confirm(self, item: Item, numbers: tuple[str, ...]) -> Ask:
        words = tr("All numbers of {title} are right today.", title=item.title)
        if numbers:
            shown = "、".join(numbers)
            words = tr("Right today at {title}: {numbers}", title=item.title, numbers=shown)
        why = Wanted("why", tr("How do you know?"), tr("confirmed by telephone"))
        return Ask(
            words,
            (why,),
            tr("Confirmed today"),
            lambda given: self._confirmed(item, numbers, given["why"]),
        )

    def _review(self, item: Item) -> Ask:
        day = Wanted("day", tr("Next review (2026-11-25)"), (self._today() + _YEAR).isoformat())
        why = Wanted("why", tr("What was looked at?"), tr("reviewed, still right"))
        words = tr("{title}: still right as it stands.", title=item.title)
        return Ask(words, (day, why), tr("Reviewed"), lambda given: self._reviewed(item, given))

    def _write(self, item: Item) -> Ask:
        kinds = tuple(
            Choice(kind, article_word(kind), kind.value.replace("_", " ")) for kind in ArticleKind
        )
        kind = Wanted("kind", tr("Kind of article"), article_word(ArticleKind.FAQ), kinds)
        title = Wanted("title", tr("Title"), item.title)
        words = tr("A draft is begun; the item waits here until it is done.")
        return Ask(words, (kind, title), tr("Begin the draft"), self._written)

    def _assign(self, item: Item) -> Ask:
        words_of = {staff: words for words, staff in self._owners.items()}
        choices = tuple(Choice(words, words, words.lower()) for words in self._owners)
        owner = item.owner or self._actor.staff_id
        wanted = (
            Wanted("owner", tr("Whose"), words_of.get(owner, ""), choices),
            Wanted(
                "day",
                tr("Until (2026-11-25, may stay empty)"),
                item.due.isoformat() if item.due else "",
            ),
        )
        words = tr("Who deals with it: {title}", title=item.title)
        return Ask(words, wanted, tr("Assign"), lambda given: self._assigned(item, given))

    def _finish(self, item: Item) -> Ask:
        note = Wanted("note", tr("Note (may stay empty)"))
        words = tr("Done until its cause comes back: {title}", title=item.title)
        return Ask(words, (note,), tr("Done"), lambda given: self._finished(item, given["note"]))

    # -- doing ---------------------------------------------------------------------------

    def _confirmed(self, item: Item, numbers: tuple[str, ...], why: str) -> None:
        queues, actor = self._parts.queues, self._actor

        def told(n: int) -> str:
            self._reindex()
            return tr("{n} numbers confirmed: {title}", n=n, title=item.title)

        self._do(lambda: queues.confirm(actor, item.key, why, numbers or None), told)

    def _reviewed(self, item: Item, given: Values) -> None:
        day = self._day(given["day"], needed=True)
        if day is None:
            return
        queues, actor, why = self._parts.queues, self._actor, given["why"]

        def told(_none: object) -> str:
            self._reindex()
            return tr("Reviewed, next on {day}: {title}", day=day.isoformat(), title=item.title)

        self._do(lambda: queues.reviewed(actor, item.key, why, day), told)

    def _written(self, given: Values) -> None:
        kinds = {article_word(kind): kind for kind in ArticleKind}
        self.new_wanted.emit(kinds.get(given["kind"], ArticleKind.FAQ), given["title"].strip())

    def _assigned(self, item: Item, given: Values) -> None:
        text = given["day"].strip()
        day = self._day(text, needed=False)
        if day is None and text:
            return
        queues, actor, owner = self._parts.queues, self._actor, given["owner"].strip()

        def told(_step: object) -> str:
            return tr("Assigned to {name}: {title}", name=owner or tr("nobody"), title=item.title)

        self._do(
            lambda: queues.assign(actor, item.queue, item.subject, self._owners.get(owner), day),
            told,
        )

    def _finished(self, item: Item, note: str) -> None:
        queues, actor = self._parts.queues, self._actor

        def told(_step: object) -> str:
            self.last_done = item
            return tr("Done: {title}", title=item.title)

        self._do(lambda: queues.done(actor, item.queue, item.subject, note), told, item)

    def undo(self, item: Item | None) -> None:
        """Takes a `done` back."""
        if item is None:
            return
        queues, actor = self._parts.queues, self._actor

        def told(_step: object) -> str:
            self.last_done = None
            self.returned.emit(item)
            return tr("Waits again: {title}", title=item.title)

        self._do(lambda: queues.reopen(actor, item), told)

    def _do(
        self,
        work: Callable[[], object],
        told: Callable[..., str],
        undoes: Item | None = None,
    ) -> None:
        self._parts.lanes.write.submit(
            work, lambda result: self.done.emit(told(result), undoes), self._not_done
        )

    def _not_done(self, error: Exception) -> None:
        (self.refused if isinstance(error, UserError) else self.failed).emit(error)

    def _reindex(self) -> None:
        bring_in_step(self._parts, failed=self.failed.emit)

    def _today(self) -> date:
        return self._parts.counting.today()

    def _day(self, text: str, *, needed: bool) -> date | None:
        try:
            found = read_day(text)
        except ValueError:
            found, needed = None, True
        if found is None and needed:
            self.refused.emit(UserError("Write a day as 2026-11-25."))
        return found
