"""What changed of an article, in the window's words."""

from __future__ import annotations

from operator_desk.domain.article import Article
from operator_desk.domain.changes import changed_fields, changed_lines
from operator_desk.domain.profile import Profile
from operator_desk.services.news import Item, Turn
from operator_desk.ui import names
from operator_desk.ui.kit.words import later, tr

_TURNS = {
    Turn.NEW: later("new"),
    Turn.CHANGED: later("has changed"),
    Turn.WITHDRAWN: later("taken off"),
    Turn.REPEALED: later("repealed"),
    Turn.IN_FORCE: later("now in force"),
}
_FIELDS = {
    "answer": later("Sentence to say"),
    "phones": later("Numbers"),
    "validity": later("Validity"),
    "title": later("Title"),
    "body": later("Text"),
    "source": later("Source"),
}
Part = tuple[str, str, str]  # label, old, new


def turn_word(turn: Turn) -> str:
    """What became of an article."""
    return tr(_TURNS[turn])


def item_line(item: Item, profile: Profile) -> str:
    """Kind, what became of it, when, and why where an editor has said so."""
    parts = [names.article_word(item.after.kind), turn_word(item.turn)]
    if item.at is not None:
        parts.append(names.local(profile, item.at, "%m-%d %H:%M"))
    if item.why:
        parts.append(tr("why: {why}", why=item.why))
    return " · ".join(parts)


def parts_of(item: Item) -> list[Part]:
    """What changed: the label, what it said, what it says."""
    found = []
    for field in changed_fields(item.before, item.after):
        old = text_of(item.before, field) if item.before else ""
        new = text_of(item.after, field)
        if field in ("body", "phones") and item.before:
            old, new = changed_lines(old, new)
        found.append((tr(_FIELDS[field]), old, new))
    if item.turn is Turn.WITHDRAWN:
        return [(tr("Withdrawn: do not tell it any more"), text_of(item.after, "answer"), "")]
    return found or [(tr(_FIELDS["validity"]), "", text_of(item.after, "validity"))]


def text_of(article: Article, field: str) -> str:
    """What an article says under a field, as text."""
    if field == "phones":
        return "\n".join(_phones(article))
    if field == "validity":
        return _validity(article)
    return str(getattr(article, field))


def _phones(article: Article) -> list[str]:
    lines = []
    for phone in article.phones:
        inside = tr("internal, do not say") if phone.audience == "internal" else ""
        parts = (phone.number, phone.use, phone.hours, inside)
        lines.append("　".join(part for part in parts if part))
    return lines


def _validity(article: Article) -> str:
    parts = []
    if article.valid_from:
        parts.append(tr("in force from {day}", day=article.valid_from.isoformat()))
    if article.repealed_on:
        parts.append(tr("repealed on {day}", day=article.repealed_on.isoformat()))
    if article.successor:
        parts.append(tr("instead: {title}", title=article.successor.replace("#", " ")))
    return " · ".join(parts) or tr("in force without end")
