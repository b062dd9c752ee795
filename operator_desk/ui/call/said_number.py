"""The number that is shown, to be said digit by digit: of the article, the hit, or the ticket."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from operator_desk.domain import directory
from operator_desk.domain.article import Validity
from operator_desk.domain.draft import MatterDraft
from operator_desk.domain.numbers import short_ticket_number
from operator_desk.ui.knowledge.pane import KnowledgePane
from operator_desk.ui.parts import Parts


def number_to_say(knowledge: KnowledgePane, matter: MatterDraft | None, parts: Parts) -> str:
    """The number a caller may be told now; "" when none is shown. Internal ones never are."""
    shown, hit = knowledge.view.shown, knowledge.first_hit()
    if shown is not None:
        numbers = directory.said(shown.article)
        dead = shown.article.validity(knowledge.today) is Validity.REPEALED
        if dead or not numbers:
            return ""
        return directory.number_now(numbers, parts.clock(), ZoneInfo(parts.profile.time_zone))[0]
    if hit is not None and hit.validity is Validity.VALID and hit.phone:
        return knowledge.list.hits.number(hit)[0]
    ticket = matter.ticket if matter else None
    return short_ticket_number(ticket.number) if ticket else ""
