"""The sentence to say next, chosen by phase from the stored phrases."""

from __future__ import annotations

from collections.abc import Iterable

from operator_desk.domain import readback
from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.draft import Draft, MatterDraft
from operator_desk.domain.phase import Phase
from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import Entry, Purpose

# How an outgoing call begins; others begin as an incoming one does.
_OPENINGS = {Purpose.FOLLOW_UP: "follow_up", Purpose.CORRECTION: "correction"}


class Phrases:
    """Phrases by section; the first of a section is the one proposed."""

    def __init__(self, articles: Iterable[Article], operator: str) -> None:
        self._operator = operator
        self._by_section: dict[str, list[str]] = {}
        self._turn = 0
        for article in articles:
            if article.kind is ArticleKind.PHRASE and article.answer:
                self._by_section.setdefault(article.section, []).append(article.answer)

    def first(self, section: str, **values: str) -> str:
        """The first phrase of a section that these values fill; "" without one."""
        known = {"operator": self._operator} | values
        for text in self._by_section.get(section, ()):
            try:
                return text.format(**known)
            except (KeyError, IndexError, ValueError):
                continue
        return ""

    def next_of(self, section: str) -> str:
        """The phrases of a section one after the other; "" without one."""
        texts = self._by_section.get(section, ())
        self._turn += 1
        return texts[(self._turn - 1) % len(texts)] if texts else ""

    def next_sentence(
        self, draft: Draft | None, profile: Profile, again: bool, right: str = ""
    ) -> str:
        """What to say now: greeting, next open question, name, readback, number, farewell.

        `right` is what a call back has to say instead of what was told; "" when nothing is.
        """
        if draft is None:
            return ""
        matter = draft.matter
        if draft.phase is Phase.READBACK:
            return self._reading(matter)
        if draft.phase is Phase.REGISTERING:
            return self.first("registering")
        if draft.phase is Phase.AFTER_CALL or draft.entry is Entry.AFTER_CALL:
            return ""
        if matter.ticket:
            return self.first("registered", number=matter.ticket.number) or self.first("closing")
        if not matter.has_words:
            section = _OPENINGS.get(draft.purpose, "")
            known = {"answer": right} if right else {}
            return self.first(section, **known) or self._greeting(again)
        if question := next_question(matter, profile):
            return question
        if matter.standing_told:
            return self.first("closing")
        return "" if draft.name else self.first("verify")

    def _greeting(self, again: bool) -> str:
        texts = self._by_section.get("opening", [])
        chosen = texts[1] if again and len(texts) > 1 else texts[0] if texts else ""
        return chosen.replace("{operator}", self._operator)

    def _reading(self, matter: MatterDraft) -> str:
        run = matter.readback
        if run is None or readback.finished(matter):
            return self.first("readback_end")
        if not any(item.given for item in run.items[:1]):
            return self.first("readback_open")
        return self.first("readback_item")


def next_question(matter: MatterDraft, profile: Profile) -> str:
    """The question of the first element that has no answer yet; "" when all have one."""
    given = {code for code, answer in matter.elements if answer}
    for element in profile.categories.elements(matter.category or ""):
        if element.code not in given:
            return element.ask
    return ""
