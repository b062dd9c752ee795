"""An event card in a call: told, taken back, and one more report of the same event."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from operator_desk.domain import call_flow, record
from operator_desk.domain.draft import Draft, MatterDraft, Stamp, ToldEventDraft
from operator_desk.domain.event_cards import EventCard
from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import MatterKind


def standing(matter: MatterDraft, card_id: UUID) -> ToldEventDraft | None:
    """The mark that a card was told in a matter, if it was not taken back."""
    return next((one for one in matter.standing_events if one.card_id == card_id), None)


def told(draft: Draft, card: EventCard, stamp: Stamp) -> Draft:
    """The card marked told in the version on the screen; told already, it is taken back."""
    matter = draft.matter
    before = standing(matter, card.id)
    if before is None:
        new = ToldEventDraft(
            id=stamp.new_id(),
            at=stamp.at,
            card_id=card.id,
            version_id=card.version_id,
            title=card.title,
        )
        return draft.with_matter(replace(matter, events=(*matter.events, new)))
    back = replace(before, taken_back=stamp.new_id(), taken_back_at=stamp.at)
    events = tuple(back if one is before else one for one in matter.events)
    return draft.with_matter(replace(matter, events=events))


def me_too(profile: Profile, draft: Draft, card: EventCard, stamp: Stamp) -> Draft:
    """The matter in hand as one more report of an event, told, and ready to be registered.

    What the caller gave stands; what is empty is taken from the card.
    """
    if standing(draft.matter, card.id) is None:
        draft = told(draft, card, stamp)
    matter, text = draft.matter, card.text
    category = matter.category or (None if matter.category_text else text.category)
    kind = matter.kind or profile.categories.kind(category or "") or MatterKind.REQUEST
    labels = {one.code: one.label for one in profile.categories.elements(category or "")}
    strip = matter.strip
    filled = replace(
        strip,
        title=strip.title or text.title,
        place=strip.place or text.place or "",
        place_code=strip.place_code if strip.place or strip.place_code else text.place_code,
        unit=strip.unit or text.unit,
    )
    summary = matter.summary or record.proposed_summary(matter, labels) or text.title
    reported = replace(
        matter,
        kind=kind,
        category=category,
        summary=summary,
        strip=filled,
        event_card=card.id,
    )
    return call_flow.ready_to_register(draft.with_matter(reported), stamp)
