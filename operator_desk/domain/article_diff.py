"""What differs between versions of an article, field by field; two changes joined."""

from __future__ import annotations

from dataclasses import dataclass, replace

from operator_desk.domain.article import Article, Phone
from operator_desk.domain.text_diff import DiffLine, diff, folded

FIELDS = (
    *("title", "kind", "answer", "body", "phones", "keywords", "old_names", "source", "section"),
    *("category", "valid_from", "repealed_on", "successor", "version_date", "region", "owner"),
    "review_by",
)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs, as lines beside each other."""

    field: str
    lines: tuple[DiffLine, ...]


@dataclass(frozen=True, slots=True)
class FieldThree:
    """One field in three versions: what both began with, what was published, what is drafted."""

    field: str
    base: str
    theirs: str
    mine: str

    @property
    def clash(self) -> bool:
        """Whether both changed it, differently: somebody has to choose."""
        return len({self.base, self.theirs, self.mine}) == 3


def shown(article: Article | None, field: str) -> str:
    """A field as a text, one line a value; "" for none."""
    value = getattr(article, field) if article else None
    if not value:
        return ""
    if field == "phones":
        return "\n".join(map(_phone, value))
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def _phone(phone: Phone) -> str:
    confirmed = phone.confirmed_on.isoformat() if phone.confirmed_on else ""
    audience = "" if phone.audience == "public" else phone.audience  # what is said of few
    parts = (phone.number, phone.use, audience, phone.hours, confirmed)
    return " · ".join(part for part in parts if part)


def changes(before: Article | None, after: Article) -> list[FieldChange]:
    """The fields that differ; all that are filled where there was nothing before."""
    found = []
    for field in FIELDS:
        old, new = shown(before, field), shown(after, field)
        if old != new:
            found.append(FieldChange(field, tuple(folded(diff(old, new)))))
    return found


def joined(
    base: Article | None, theirs: Article, mine: Article
) -> tuple[Article, list[FieldThree]]:
    """Both changes of `base` in one article, and the fields in which they differ from each other.

    A field that only one side changed is that side's; where both did it is mine, until
    `taken` says otherwise.
    """
    found, article = [], mine
    for field in FIELDS:
        three = FieldThree(field, shown(base, field), shown(theirs, field), shown(mine, field))
        if three.theirs == three.mine:
            continue
        found.append(three)
        if three.mine == three.base:
            article = taken(article, theirs, field)
    return article, found


def taken(article: Article, other: Article, field: str) -> Article:
    """The article with one field of another."""
    values = {field: getattr(other, field)}
    return replace(article, **values)
