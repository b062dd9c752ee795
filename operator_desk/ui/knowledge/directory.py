"""The department directory as it is listed while nothing is typed yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from operator_desk.domain.article import ArticleKind
from operator_desk.domain.directory import listed
from operator_desk.domain.knowledge import Hit
from operator_desk.services.knowledge import Knowledge


def load(knowledge: Knowledge, on: date, stars: Sequence[str]) -> list[Hit]:
    """The contacts in force on a local day, favourites (keys) first; read in a lane."""
    keys = [head.key for head in knowledge.heads(ArticleKind.CONTACT.value)]
    return listed(knowledge.articles(keys), on, stars)
