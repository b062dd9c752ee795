"""Where else a telephone number stands: every article is looked through."""

from __future__ import annotations

from collections.abc import Iterable

from operator_desk.domain.article_rows import article_of
from operator_desk.domain.where import Standing, number_of, places
from operator_desk.services.knowledge import CHUNK, newest
from operator_desk.services.ports import Store


class Where:
    """Numbers in the articles of a store; called in a lane, never by the window's thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def standing(self, number: str, but: str = "") -> list[Standing]:
        """The articles that hold a number, those that tell it first; without the one named `but`.

        UserError: that is no number.
        """
        wanted, found = number_of(number), []
        with self._store.read() as tx:
            keys = [key for key in tx.articles_with_digits(wanted.local) if key != but]
            for start in range(0, len(keys), CHUNK):
                for row in newest(tx, keys[start : start + CHUNK]).values():
                    article = article_of(row)
                    if at := places(article, wanted):
                        found.append(Standing(number, article, at))
        return sorted(found, key=lambda one: (not one.told, one.article.key))

    def left(self, numbers: Iterable[str], but: str) -> list[Standing]:
        """The other articles from which callers are told one of these numbers."""
        return [one for number in numbers for one in self.standing(number, but) if one.told]
