"""Articles of the knowledge base: what an operator may tell a caller."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

MAX_ARTICLE_BYTES = 200_000


class ArticleKind(StrEnum):
    """The seven kinds of knowledge; the last three have their own place on the desk."""

    REGULATION = "regulation"
    PROCEDURE = "procedure"
    FAQ = "faq"
    CONTACT = "contact"
    PHRASE = "phrase"
    OUT_OF_SCOPE = "out_of_scope"
    CARD = "card"


class Validity(StrEnum):
    """Whether a text may be told as being in force on a day."""

    VALID = "valid"
    REPEALED = "repealed"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Phone:
    """One number of a contact: use (window, duty, complaint, fax), audience (public, internal)."""

    number: str
    use: str = ""
    audience: str = "public"
    hours: str = ""
    confirmed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article as editors and import files state it; `key` is stable and unique."""

    key: str
    kind: ArticleKind
    title: str
    body: str = ""
    source: str = ""
    section: str = ""
    category: str = ""
    keywords: tuple[str, ...] = ()
    old_names: tuple[str, ...] = ()
    valid_from: date | None = None
    repealed_on: date | None = None
    successor: str = ""
    version_date: date | None = None
    region: str = ""
    owner: str = ""
    review_by: date | None = None
    phones: tuple[Phone, ...] = field(default=())
    answer: str = ""

    def validity(self, on: date) -> Validity:
        """Whether the article is in force on the local day `on`; the day of repeal is not."""
        return validity_on(self.valid_from, self.repealed_on, on)


def validity_on(valid_from: date | None, repealed_on: date | None, on: date) -> Validity:
    """Whether a text with these days is in force on the local day `on`."""
    if repealed_on is not None and repealed_on <= on:
        return Validity.REPEALED
    if valid_from is not None and valid_from > on:
        return Validity.NOT_YET
    return Validity.VALID
