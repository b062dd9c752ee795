"""Question sets: kept by editors, run through the real search now and with a change foreseen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol
from uuid import UUID

from operator_desk.domain.article import Article
from operator_desk.domain.drafts import article_in
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import QuestionVersion
from operator_desk.domain.knowledge_terms import DraftStep
from operator_desk.domain.profile import Profile
from operator_desk.domain.question_sets import (
    Foreseen,
    Question,
    Rank,
    Run,
    Tried,
    held,
    merged,
    question,
)
from operator_desk.domain.views import ArticleHead
from operator_desk.services.draft_steps import must_edit, newest_version
from operator_desk.services.indexing import Indexing
from operator_desk.services.knowledge import Knowledge, Stored
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Reader, Store

Progress = Callable[[int, int], None]
_PART = 20  # questions after which it is told how far it is


def _untold(_done: int, _of: int) -> None:
    return None


class Ranker(Protocol):
    """The search of this desk aside: what it is given to change, no other search sees."""

    def ranks(self, questions: Sequence[Question], on: date) -> list[Rank]: ...
    def change(self, put: Sequence[Article], gone: Sequence[str]) -> None: ...


class LastRuns(Protocol):
    """Keeps the newest run and the one before it; `last`: the newest first."""

    def keep(self, run: Run) -> None: ...
    def last(self) -> list[Run]: ...


@dataclass(frozen=True, slots=True)
class SetHead:
    """A set: its name and how many questions it has."""

    name: str
    questions: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A question beside the store: its right articles as far as they are there, and the rest."""

    question: Question
    articles: tuple[ArticleHead, ...]
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking a file in did; the rows that were refused, and why."""

    done: Stored
    refused: tuple[tuple[int, UserError], ...] = ()


class QuestionFiles(Protocol):
    """Question sets from files and into files."""

    def take(self, actor: Actor, path: Path) -> Taken: ...
    def write(self, path: Path, set_name: str | None = None) -> int: ...


class QuestionSets:
    """The question sets of this store; `runs` is where the last ranks lie."""

    def __init__(
        self,
        store: Store,
        profile: Profile,
        knowledge: Knowledge,
        indexing: Indexing,
        clock: Clock,
        new_id: Callable[[], UUID],
        runs: LastRuns,
    ) -> None:
        self._store, self._profile = store, profile
        self._knowledge, self._indexing = knowledge, indexing
        self._clock, self._new_id, self._runs = clock, new_id, runs

    # -- looking -------------------------------------------------------------------------

    def sets(self) -> list[SetHead]:
        """The sets that have questions, by name."""
        counts: dict[str, int] = {}
        for one in self.questions():
            counts[one.set_name] = counts.get(one.set_name, 0) + 1
        return [SetHead(name, count) for name, count in counts.items()]

    def questions(self, set_name: str | None = None) -> list[Question]:
        """The questions of one set or of all, by set, in the order in which they came."""
        with self._store.read() as tx:
            return _held(tx, set_name)

    def listed(self, set_name: str | None = None) -> list[Listed]:
        """The same with the titles of the right articles; a key without an article is unknown."""
        with self._store.read() as tx:
            found = _held(tx, set_name)
            keys = {key for one in found for key in one.gold}
            heads = {one.key: one for one in tx.article_heads(sorted(keys)) if not one.withdrawn}
        return [
            Listed(
                one,
                tuple(heads[key] for key in one.gold if key in heads),
                tuple(key for key in one.gold if key not in heads),
            )
            for one in found
        ]

    def history(self, set_name: str, text: str) -> list[QuestionVersion]:
        """What was done with a question, the newest first."""
        with self._store.read() as tx:
            return tx.find(QuestionVersion, set_name=set_name, question=text)[::-1]

    # -- keeping -------------------------------------------------------------------------

    def take(self, actor: Actor, given: Iterable[Question]) -> Stored:
        """Adds questions, or gives those of the same words these right articles.

        UserError: not theirs to do, one is not valid.
        """
        must_edit(actor)
        wanted = merged(given)
        with self._store.write() as tx:
            before = {one.name: one.gold for one in _held(tx, None)}
            new = [one for one in wanted if before.get(one.name) != one.gold]
            tx.add(*(self._version(actor, one) for one in new))
        added = sum(one.name not in before for one in new)
        keys = tuple(one.text for one in new)
        return Stored(added, len(new) - added, len(wanted) - len(new), keys)

    def put(
        self,
        actor: Actor,
        set_name: str,
        text: str,
        gold: Iterable[str],
        before: Question | None = None,
    ) -> Question:
        """Adds or changes one question; as it is kept. `before`: another takes its place.

        UserError: not theirs to do, not valid.
        """
        must_edit(actor)
        made = question(set_name, text, gold)
        with self._store.write() as tx:
            kept = {one.name: one for one in _held(tx, None)}
            if kept.get(made.name) != made:
                tx.add(self._version(actor, made))
            if before is not None and before.name != made.name and before.name in kept:
                tx.add(self._version(actor, kept[before.name], withdrawn=True))
        return made

    def add_gold(self, actor: Actor, set_name: str, text: str, key: str) -> Question:
        """An article should be found by a question, beside what is right for it already.

        UserError: not theirs to do, not valid.
        """
        made = question(set_name, text, [key])
        gold = next((one.gold for one in self.questions() if one.name == made.name), ())
        return self.put(actor, set_name, text, (*gold, key))

    def drop(self, actor: Actor, set_name: str, text: str) -> Question:
        """Takes a question out of its set; what it was. UserError: not theirs, none like it."""
        must_edit(actor)
        name = " ".join(set_name.split()), " ".join(text.split())
        with self._store.write() as tx:
            found = next((one for one in _held(tx, None) if one.name == name), None)
            if found is None:
                raise UserError(
                    "There is no question {question} in the set {name}.",
                    question=name[1],
                    name=name[0],
                )
            tx.add(self._version(actor, found, withdrawn=True))
        return found

    def _version(self, actor: Actor, one: Question, *, withdrawn: bool = False) -> QuestionVersion:
        return QuestionVersion(
            id=self._new_id(),
            at=self._clock(),
            actor=actor.staff_id,
            set_name=one.set_name,
            question=one.text,
            gold=one.gold,
            withdrawn=withdrawn,
        )

    # -- running -------------------------------------------------------------------------

    def last_runs(self) -> list[Run]:
        """The newest run and the one before it, as far as there are."""
        return self._runs.last()

    def run(
        self,
        ranker: Ranker,
        set_name: str | None = None,
        on: date | None = None,
        progress: Progress = _untold,
    ) -> Run:
        """The ranks of one set or of all now; they are kept beside those of other sets.

        `progress` may raise to give it up. UserError: there is no index.
        """
        asked, day = self.questions(set_name), on or self._today()
        ranks = _asked(ranker, asked, day, progress, 0, len(asked))
        before = next(iter(self._runs.last()), None)
        names = {one.name for one in self.questions()}
        kept = (
            {name: rank for name, rank in before.ranks.items() if name in names} if before else {}
        )
        fresh = dict(zip([one.name for one in asked], ranks, strict=True))
        run = Run(self._clock(), day, kept | fresh)
        self._runs.keep(run)
        return replace(run, ranks=fresh)

    def foretell(
        self,
        ranker: Ranker,
        change: Foreseen,
        set_name: str | None = None,
        progress: Progress = _untold,
    ) -> list[Tried]:
        """The ranks before and after a change, both on its day; nothing is published.

        What is stored and not indexed yet counts as before. `progress` may raise to give it up.
        UserError: there is no index.
        """
        asked = self.questions(set_name)
        if not asked:
            return []
        if behind := self._indexing.behind():
            stored = list(self._knowledge.articles(behind))
            there = {one.key for one in stored}
            ranker.change(stored, [key for key in behind if key not in there])
        many = 2 * len(asked)
        before = _asked(ranker, asked, change.day, progress, 0, many)
        put = [change.article] if change.article else []
        ranker.change(put, [] if put else [change.key])
        after = _asked(ranker, asked, change.day, progress, len(asked), many)
        return [Tried(*row) for row in zip(asked, before, after, strict=True)]

    # -- what may come -------------------------------------------------------------------

    def of_article(self, article: Article, publish_on: date | None = None) -> Foreseen:
        """An article as it would be published now or on a later day."""
        with self._store.read() as tx:
            now = newest_version(tx, article.key)
        day = max(self._today(), publish_on or date.min)
        ends = article.repealed_on
        if ends and not (now and now.article.repealed_on == ends):
            day = max(day, ends)  # what a repeal hides is seen from its day on
        return Foreseen(article.key, article, day)

    def of_draft(self, name: str) -> Foreseen:
        """A draft by its id or by its article's key. UserError: none is open, or several are."""
        with self._store.read() as tx:
            rows = [row for row in tx.open_drafts() if name in (row.key, str(row.draft_id))]
        if not rows:
            raise UserError("There is no open draft {name}.", name=name)
        if len(rows) > 1:
            raise UserError(
                "There are {n} open drafts of {name}: {ids}.",
                n=len(rows),
                name=name,
                ids=", ".join(str(row.draft_id) for row in rows),
            )
        step = rows[0]
        planned = step.publish_on if step.step is DraftStep.SCHEDULED else None
        return self.of_article(article_in(step), planned)

    def of_withdrawal(self, key: str) -> Foreseen:
        """An article taken down. UserError: there is no such article."""
        self._knowledge.get(key)
        return Foreseen(key, None, self._today())

    def of_repeal(self, key: str, on: date | None = None, successor: str = "") -> Foreseen:
        """An article repealed on a day (None: today). UserError: there is no such article."""
        article = self._knowledge.get(key).article
        ends = on or self._today()
        fresh = replace(article, repealed_on=ends, successor=successor or article.successor)
        return Foreseen(key, fresh, max(self._today(), ends))

    def _today(self) -> date:
        return self._profile.local_day(self._clock())


def _held(tx: Reader, set_name: str | None) -> list[Question]:
    if set_name is None:
        return held(tx.find(QuestionVersion))
    return held(tx.find(QuestionVersion, set_name=set_name))


def _asked(
    ranker: Ranker, asked: Sequence[Question], on: date, progress: Progress, done: int, of: int
) -> list[Rank]:
    """The ranks, part by part; how far it is between them."""
    found: list[Rank] = []
    progress(done, of)
    for start in range(0, len(asked), _PART):
        found += ranker.ranks(asked[start : start + _PART], on)
        progress(done + len(found), of)
    return found
