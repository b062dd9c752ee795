"""What must hold of an article beyond its single fields, and of articles that lead to others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date

from operator_desk.domain.article import Article
from operator_desk.domain.errors import UserError
from operator_desk.domain.numerals import place_in_law


def days_fault(first: date | None, gone: date | None) -> UserError | None:
    """What is wrong when a text would come into force only after its repeal."""
    if first is None or gone is None or first <= gone:
        return None
    return UserError(
        "It is in force from {valid_from}, which is after its repeal on {repealed_on}.",
        valid_from=first.isoformat(),
        repealed_on=gone.isoformat(),
    )


def check_days(article: Article) -> None:
    """UserError: the article would come into force only after its repeal."""
    if fault := days_fault(article.valid_from, article.repealed_on):
        raise fault


def circles(leads_to: Mapping[str, str], keys: Iterable[str]) -> set[str]:
    """The keys from which the successors (key → key or law) lead back to themselves."""
    meant = _named(keys, set(leads_to.values()))
    found: set[str] = set()
    done: set[str] = set()
    for start in leads_to:
        path: dict[str, int] = {}
        key: str | None = start
        while key is not None and key not in done and key not in path:
            path[key] = len(path)
            key = meant(leads_to[key]) if key in leads_to else None
        if key in path:
            found.update(list(path)[path[key] :])
        done.update(path)
    return found


def _named(keys: Iterable[str], names: Collection[str]) -> Callable[[str], str | None]:
    """Which of these keys a successor of these names means: a key, or the first of a law."""
    known = set(keys)
    laws = set(names) - known
    firsts: dict[str, str] = {}
    for key in known:
        law, mark, _label = key.partition("#")
        if mark and law in laws and (law not in firsts or _place(key) < _place(firsts[law])):
            firsts[law] = key
    return lambda name: name if name in known else firsts.get(name)


def _place(key: str) -> tuple[int, str]:
    return place_in_law(key), key
