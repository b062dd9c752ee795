"""The states of event cards: in a call, and on the page of those who publish them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from operator_desk.domain.event_cards import CardText, EventCard
from operator_desk.ui.main_window import MainWindow
from tests.pictures.stand import Stand, settle

_NUMBERS = ("13800002206", "13900003307")


class EventStates(Stand):
    """Every `to_…` method brings the window into one state around event cards."""

    def event(self, title: str = "湖滨路供水主管爆裂", **values: Any) -> EventCard:
        text: dict[str, Any] = {
            "title": title,
            "words": "湖滨路供水主管爆裂，抢修人员已到现场，预计今晚八点恢复供水，请您先储水备用。",
            "place": "湖滨路、学府路",
            "category": "0304",
            "keywords": ("停水", "没水", "水压"),
            "ends_at": self.desk.clock() + timedelta(hours=5),
        }
        text["category"] = self.desk.profile.categories.leaves()[0].code
        return self.desk.events.publish(self.person("zhao"), CardText(**(text | values)))

    def in_event_call(self) -> None:
        self.event()
        self.event("全城水压下降", place=None, words="水厂检修，全城水压下降至明早六点。")
        self.run("answer_call")
        self.type_words("湖滨路这边停水了，一上午都没水。")  # type: ignore[attr-defined]
        self.window.call.events.load()
        settle()
        settle()

    def to_event_card(self) -> None:
        self.in_event_call()

    def to_event_card_keys(self) -> None:
        self.in_event_call()
        self.run("to_event")
        self.window.call.events.strip.tell()
        settle()

    def to_event_joined(self) -> None:
        self.in_event_call()
        self.run("to_event")
        self.window.call.me_too()
        settle()

    def events_page(self, login: str) -> Any:
        self.show(MainWindow(self.parts, self.person(login)))
        self.run("show_events")
        settle()
        return self.window.pages["show_events"]

    def to_events(self) -> None:
        self.in_event_call()
        self.window.call.me_too()
        settle()
        self.events_page("zhao")._into()
        settle()

    def to_events_new(self) -> None:
        page = self.events_page("zhao")
        page._begin()
        page.detail.keep()
        settle()

    def to_events_read(self) -> None:
        card = self.event()
        self.event("全城水压下降", place=None)
        self.desk.events.solve(self.person("zhao"), card.id, "供水已于 19:40 恢复。").run()
        page = self.events_page("wang")
        page.table.selectRow(1)
        settle()
