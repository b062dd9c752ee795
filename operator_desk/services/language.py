"""The citizens' language: synonyms that editors own, and what is learned from told articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from operator_desk.domain import facts, teaching
from operator_desk.domain.article import Article
from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge_terms import LearnedAction
from operator_desk.domain.language import (
    Decided,
    LearnedPair,
    LearnedTable,
    PairState,
    Synonym,
    as_kept,
    decided,
    synonym,
)
from operator_desk.domain.teaching import Lesson, Taught
from operator_desk.services.knowledge import Knowledge, Stored
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Reader, Store
from operator_desk.services.teaching import lessons

OFTEN, PAUSE = 200, timedelta(days=1)
_CHUNK = 500


class Tables(Protocol):
    """What lies beside the index for the search: editors' decisions, and what was learned."""

    def keep(self, decided: Decided) -> None: ...
    def decided(self) -> Decided | None: ...
    def made(self) -> LearnedTable | None: ...  # without its pairs
    def learned(self) -> LearnedTable | None: ...


class Learner(Protocol):
    """Learns aside: takes articles and lessons, then writes the table of `made`."""

    def take(self, articles: list[Article], taught: list[Taught]) -> None: ...
    def learn(self, made: LearnedTable) -> None: ...


class Language:
    """Synonyms and learned pairs of this store; `tables` is where the search finds them.

    `shipped` gives the synonyms that hold in every store until an editor says otherwise.
    """

    def __init__(
        self,
        store: Store,
        knowledge: Knowledge,
        clock: Clock,
        new_id: Callable[[], UUID],
        tables: Tables,
        shipped: Callable[[], Sequence[Synonym]] = tuple,
    ) -> None:
        self._store, self._knowledge = store, knowledge
        self._clock, self._new_id, self._tables = clock, new_id, tables
        self._shipped = shipped

    # -- synonyms ------------------------------------------------------------------------

    def synonyms(self) -> tuple[Synonym, ...]:
        """Those that hold, by the caller's word."""
        return self._decided().synonyms

    def take(self, actor: Actor, given: Iterable[Synonym]) -> Stored:
        """Adds synonyms, or changes those of the same word. UserError: one is not valid."""
        wanted = {one.lay: one for one in (synonym(row.lay, row.stands_for) for row in given)}
        with self._store.write() as tx:
            held = {one.lay: one.stands_for for one in self._held(tx).synonyms}
            new = [one for one in wanted.values() if held.get(one.lay) != one.stands_for]
            tx.add(*(self._version(actor, one) for one in new))
        self.publish()
        added = sum(one.lay not in held for one in new)
        keys = tuple(one.lay for one in new)
        return Stored(added, len(new) - added, len(wanted) - len(new), keys)

    def put(self, actor: Actor, lay: str, stands_for: Iterable[str], before: str = "") -> Synonym:
        """Adds or changes one synonym; as it is kept. UserError: not valid.

        `before`: the word it had, when another takes its place.
        """
        made = synonym(lay, stands_for)
        self.take(actor, [made])
        if before and before != made.lay:
            self.withdraw(actor, before)
        return made

    def withdraw(self, actor: Actor, lay: str) -> Synonym:
        """Takes a synonym back; what it was. UserError: there is none of this word."""
        word = as_kept(lay)
        with self._store.write() as tx:
            held = {one.lay: one for one in self._held(tx).synonyms}
            if word not in held:
                raise UserError("There is no synonym {word}.", word=word)
            tx.add(self._version(actor, held[word], withdrawn=True))
        self.publish()
        return held[word]

    def _version(
        self, actor: Actor, one: Synonym, *, withdrawn: bool = False
    ) -> facts.SynonymVersion:
        return facts.SynonymVersion(
            id=self._new_id(),
            at=self._clock(),
            actor=actor.staff_id,
            lay=one.lay,
            stands_for=one.stands_for,
            withdrawn=withdrawn,
        )

    # -- learned pairs -------------------------------------------------------------------

    def learned(self) -> list[LearnedPair]:
        """Every learned pair and every one that an editor struck or pinned, the surest first."""
        held = self._decided()
        table = self._tables.learned()
        fresh = table is not None and (held.forgotten is None or table.made_at > held.forgotten)
        pairs = {(one.lay, one.official): one for one in table.pairs} if table and fresh else {}
        marked = held.struck | held.pinned
        for lay, official in marked - pairs.keys():
            pairs[lay, official] = LearnedPair(lay, official, 0.0, 0)
        found = (
            replace(one, state=held.state(pair)) if pair in marked else one
            for pair, one in pairs.items()
        )
        return _ranked(list(found))

    def made(self) -> LearnedTable | None:
        """When and from what it was learned, without the pairs; None when nothing is known."""
        return self._tables.made()

    def mark(self, actor: Actor, action: LearnedAction, lay: str, official: str) -> None:
        """Strikes a pair, pins it, or takes both back. UserError: there is no such pair."""
        if action is not LearnedAction.PINNED and (lay, official) not in self._known():
            raise UserError("{lay} → {official} has not been learned.", lay=lay, official=official)
        if action is LearnedAction.PINNED:
            synonym(lay, [official])  # refused like one
        self._add(actor, action, lay, official)

    def reset(self, actor: Actor) -> None:
        """Forgets what was learned from everything told so far; what editors decided stays."""
        self._add(actor, LearnedAction.RESET)

    def _add(
        self, actor: Actor, action: LearnedAction, lay: str | None = None, word: str | None = None
    ) -> None:
        row = facts.LearnedMark(
            id=self._new_id(),
            at=self._clock(),
            actor=actor.staff_id,
            action=action,
            lay=lay,
            official=word,
        )
        with self._store.write() as tx:
            tx.add(row)
        self.publish()

    def _known(self) -> set[tuple[str, str]]:
        return {(one.lay, one.official) for one in self.learned()}

    # -- for the search ------------------------------------------------------------------

    def publish(self) -> None:
        """Has the search know what editors have decided; writes only what is new to it."""
        held = self._decided()
        if self._tables.decided() != held and (held != Decided() or self._tables.decided()):
            self._tables.keep(held)

    def _decided(self) -> Decided:
        with self._store.read() as tx:
            return self._held(tx)

    def _held(self, tx: Reader) -> Decided:
        marks = tx.find(facts.LearnedMark)
        return decided(tx.find(facts.SynonymVersion), marks, self._shipped())

    # -- learning ------------------------------------------------------------------------

    def lessons(self) -> list[Lesson]:
        """What this store may teach now."""
        with self._store.read() as tx:
            return lessons(tx, self._store.desk, _forgotten(tx))

    def due(self) -> bool:
        """Whether it is time to learn: never yet, a day ago, or `OFTEN` answers ago.

        After a reset and after an erasure at once: what is to be forgotten goes.
        """
        with self._store.read() as tx:
            told, forgotten = _told(tx), _forgotten(tx)
            erased = max((row.at for row in tx.find(facts.Erasure)), default=None)
        table = self._tables.made()
        if table is None:
            return told > 0
        if any(at is not None and at > table.made_at for at in (forgotten, erased)):
            return True
        aged = self._clock() - table.made_at >= PAUSE
        return told - table.told >= OFTEN or (aged and told > 0)

    def teach(self, learner: Learner) -> int:
        """Gives the learner everything that may be learned from; the number of lessons.

        The learner works on aside: its table is there when it has ended.
        """
        with self._store.read() as tx:
            told, since = _told(tx), _forgotten(tx)
            known = lessons(tx, self._store.desk, since)
        made = LearnedTable(self._clock(), told, len(known), len({one.call for one in known}))
        weights = teaching.weights(known, made.made_at)
        numbers = {caller: n for n, caller in enumerate({one.caller for one in known})}
        for keys in _parts(sorted({one.article for one in known})):
            learner.take(list(self._knowledge.articles(keys)), [])
        taught = [
            Taught(one.words, one.article, weight, numbers[one.caller])
            for one, weight in zip(known, weights, strict=True)
        ]
        for start in range(0, len(taught), _CHUNK):
            learner.take([], taught[start : start + _CHUNK])
        learner.learn(made)
        return len(known)


def _told(tx: Reader) -> int:
    """How many rows there are that may change what is learned."""
    return len(tx.find(facts.Told)) + len(tx.find(facts.ViewLog, what=teaching.ALLOWED))


def _forgotten(tx: Reader) -> datetime | None:
    """When an editor had everything forgotten that was learned until then."""
    return decided((), tx.find(facts.LearnedMark)).forgotten


def _ranked(pairs: list[LearnedPair]) -> list[LearnedPair]:
    """What editors marked first, then what tells most: often told, likely, and not what every
    word is told with (`中华人民共和国`); a word that stands for itself comes last."""
    whole = Counter[str]()
    for one in pairs:
        whole[one.official] += one.times

    def rank(one: LearnedPair) -> tuple[bool, bool, float, str, str]:
        tells = one.probability * one.times**2 / max(1, whole[one.official])
        unmarked = one.state is PairState.LEARNED
        return unmarked, one.lay == one.official, -tells, one.lay, one.official

    return sorted(pairs, key=rank)


def _parts(keys: Sequence[str]) -> Iterable[list[str]]:
    for start in range(0, len(keys), _CHUNK):
        yield list(keys[start : start + _CHUNK])
