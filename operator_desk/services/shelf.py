"""What a person keeps at hand at this desk: favourite articles, and those opened last."""

from __future__ import annotations

import json
from dataclasses import dataclass
from uuid import UUID

from operator_desk.domain.views import ArticleHead
from operator_desk.services.people import Actor
from operator_desk.services.ports import Reader, Store

RECENT = 10
_STARS, _OPENED = "favourites", "recent"


@dataclass(frozen=True, slots=True)
class Kept:
    """Favourites in the order they were chosen, and what was opened last (the newest first)."""

    stars: tuple[ArticleHead, ...] = ()
    recent: tuple[ArticleHead, ...] = ()

    @property
    def heads(self) -> tuple[ArticleHead, ...]:
        """All of them once, the favourites first."""
        starred = {head.key for head in self.stars}
        return (*self.stars, *(head for head in self.recent if head.key not in starred))


class Shelf:
    """Kept among this desk's own values, apart from the facts."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def kept(self, actor: Actor) -> Kept:
        """What somebody keeps; what was withdrawn since is left out."""
        with self._store.read() as tx:
            stars, recent = favourites(tx, actor.staff_id), _keys(tx, _OPENED, actor.staff_id)
            heads = {head.key: head for head in tx.article_heads({*stars, *recent})}
        there = {key: head for key, head in heads.items() if not head.withdrawn}
        return Kept(
            tuple(there[key] for key in stars if key in there),
            tuple(there[key] for key in recent if key in there),
        )

    def star(self, actor: Actor, key: str) -> bool:
        """Makes an article a favourite, or no longer one; whether it is one now."""
        with self._store.write() as tx:
            stars = favourites(tx, actor.staff_id)
            there = key in stars
            wanted = [one for one in stars if one != key] if there else [*stars, key]
            tx.set_setting(_name(_STARS, actor.staff_id), json.dumps(wanted))
        return not there

    def opened(self, actor: Actor, key: str) -> None:
        """Notes that an article was opened."""
        with self._store.write() as tx:
            others = [one for one in _keys(tx, _OPENED, actor.staff_id) if one != key]
            wanted = [key, *others][:RECENT]
            tx.set_setting(_name(_OPENED, actor.staff_id), json.dumps(wanted))


def favourites(tx: Reader, staff_id: UUID) -> list[str]:
    """The keys of somebody's favourites."""
    return _keys(tx, _STARS, staff_id)


def _keys(tx: Reader, what: str, staff_id: UUID) -> list[str]:
    kept = tx.setting(_name(what, staff_id))
    return [str(key) for key in json.loads(kept)] if kept else []


def _name(what: str, staff_id: UUID) -> str:
    return f"{what}:{staff_id}"
