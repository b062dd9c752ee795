"""The pages by the action that shows them; each is made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from operator_desk.services.people import Actor
from operator_desk.services.rights import own_only
from operator_desk.services.viewing import AUDITORS
from operator_desk.ui.call.page import CallPage
from operator_desk.ui.knowledge.sections import SECTIONS
from operator_desk.ui.parts import Parts


def _knowledge(parts: Parts, actor: Actor, call: CallPage) -> QWidget:
    from operator_desk.ui.knowledge.page import KnowledgePage

    return KnowledgePage(parts, actor, call.desk)


def _tickets(parts: Parts, actor: Actor, _call: CallPage) -> QWidget:
    from operator_desk.ui.tickets.page import TicketsPage

    return TicketsPage(parts, actor)


def _events(parts: Parts, actor: Actor, _call: CallPage) -> QWidget:
    from operator_desk.ui.events.page import EventsPage

    return EventsPage(parts, actor)


def _counter(parts: Parts, actor: Actor, _call: CallPage) -> QWidget:
    from operator_desk.ui.counter.page import CounterPage

    return CounterPage(parts, actor)


def _views(parts: Parts, actor: Actor, _call: CallPage) -> QWidget:
    from operator_desk.ui.audit.page import AuditPage

    return AuditPage(parts, actor)


def _settings(parts: Parts, _actor: Actor, _call: CallPage) -> QWidget:
    from operator_desk.ui.settings.page import SettingsPage

    return SettingsPage(parts)


_MAKERS = {
    "show_knowledge": _knowledge,
    "show_tickets": _tickets,
    "show_events": _events,
    "show_counter": _counter,
    "show_views": _views,
    "show_settings": _settings,
}


# What somebody of a unit has no use of: nobody there takes calls of the hotline.
_OF_A_SEAT = frozenset(
    {
        "show_call", "show_counter", "show_events", "answer_call", "after_call_entry",
        "outgoing_call", "seat_state", "to_middle", "show_told", "practice_call",
    }
)  # fmt: skip


# A section of the knowledge page is shown by an action of its own.
_PAGE_OF = {section.name: "show_knowledge" for section in SECTIONS}
_PAGE_OF["ticket_action"] = "show_tickets"


class Pages:
    """Makes pages; `made` is told of each new one."""

    def __init__(
        self, parts: Parts, actor: Actor, call: CallPage, made: Callable[[QWidget], object]
    ) -> None:
        self._parts, self._actor, self._call, self._made = parts, actor, call, made
        self._pages: dict[str, QWidget] = {"show_call": call}
        made(call)

    def __getitem__(self, name: str) -> QWidget:
        """The page that an action shows, with its section in front."""
        owner = self.owner(name)
        if owner not in self._pages:
            page = _MAKERS[owner](self._parts, self._actor, self._call)
            self._pages[owner] = page
            self._made(page)
        if name in _PAGE_OF:
            self._pages[owner].show_section(name)  # type: ignore[attr-defined]
        return self._pages[owner]

    @staticmethod
    def owner(name: str) -> str:
        """The action of the page that a section belongs to; pages are their own."""
        return _PAGE_OF.get(name, name)

    @classmethod
    def in_rail(cls, name: str) -> str:
        """The page whose button in the rail is marked: the view log belongs to the tickets."""
        return "show_tickets" if name == "show_views" else cls.owner(name)

    def hidden(self) -> frozenset[str]:
        """The actions of pages and sections that this person has no use of, or may not see."""
        found = {one.name for one in SECTIONS if not one.open_to(self._actor)}
        if not self._actor.may(*AUDITORS):
            found.add("show_views")
        return frozenset(found | _OF_A_SEAT if own_only(self._actor) else found)

    @property
    def first(self) -> str:
        """The page that a person begins with: who takes no calls, with the tickets."""
        return "show_tickets" if own_only(self._actor) else "show_call"

    def __contains__(self, name: object) -> bool:
        return name in self._pages or name in _MAKERS or name in _PAGE_OF

    def __iter__(self) -> Iterator[str]:
        return iter(("show_call", *_MAKERS))

    def made(self) -> list[QWidget]:
        """The pages that are there so far."""
        return list(self._pages.values())
