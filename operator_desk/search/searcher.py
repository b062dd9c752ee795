"""Answers queries from the mapped snapshot; takes up newer generations."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from operator_desk.domain.article import Article, ArticleKind, Validity
from operator_desk.domain.directory import stale
from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge import Hit, QueryMode
from operator_desk.search import aliases, homophones, lookup, numbers, ordering, snapshot, sounds
from operator_desk.search.analyser import Analyser, name_form, text_of
from operator_desk.search.facts import KINDS
from operator_desk.search.learning import COMMON, Learned, Told, telling
from operator_desk.search.marks import marks, snippet
from operator_desk.search.query import Query, Shape, names_in, parse
from operator_desk.search.ranking import Collection
from operator_desk.search.segment import Segment
from operator_desk.search.snapshot import Whole
from operator_desk.search.vocabulary import Vocabulary

_STEPS = 10  # successors of successors that are followed
_TRIES = 5
_OTHERWISE, _MOST = 0.9, 3  # what other words for the query count beside its own; how many
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Loaded:
    """One generation, ready to answer."""

    collection: Collection
    analyser: Analyser
    dictionary: tuple[str, ...]

    def former(self, key: str) -> list[str]:
        """The former numbers of a contact."""
        docs = self.collection.docs("key", key)
        return list(self.collection.info(int(docs[0])).get("former", ())) if len(docs) else []


@dataclass(frozen=True, slots=True)
class _Ranked:
    """An answer before its words are read: the query, what to mark, documents and scores."""

    asked: Query
    words: tuple[str, ...]
    order: list[tuple[int, float]]


class Searcher:
    """The search of one index folder; used by one thread.

    `learned` are the words that stand for others, as learned from what was told; with `use`
    they are those of the folder's own table. Editors' synonyms hold in any case.
    """

    def __init__(
        self, folder: Path, learned: Learned = lookup.NOTHING, *, use: bool = False
    ) -> None:
        self.folder, self.learned = folder, learned
        self._vocabulary = Vocabulary(folder, use=use)
        self._loaded: _Loaded | None = None
        self._seen = 0
        self._segments: dict[str, Segment] = {}
        self.refresh()

    def refresh(self) -> None:
        """Takes up a newer generation and newer tables of words; beside a damaged generation the
        one in hand answers on.

        UserError: damaged, and there is none in hand.
        """
        self._take_up()
        if self._loaded is not None:
            news = self._vocabulary.news(self._loaded.analyser)
            self.learned = self.learned if news is None else news

    def _take_up(self) -> None:
        for _ in range(_TRIES):
            number = snapshot.current(self.folder)
            if number == self._seen:
                return
            try:
                self._loaded = self._load(number)
            except FileNotFoundError:  # dropped for a still newer one in this moment
                continue
            except UserError:
                if snapshot.current(self.folder) != number:
                    continue
                if self._loaded is None:
                    raise
                _log.warning("generation %d of the search index is damaged", number)
            self._seen = number
            return

    @property
    def ready(self) -> bool:
        """Whether there is a generation to answer from."""
        return self._loaded is not None

    def search(
        self,
        query: str,
        *,
        limit: int,
        on: date,
        mode: QueryMode,
        kinds: frozenset[ArticleKind] | None = None,
    ) -> list[Hit]:
        """The best hits of a query, judged by what is in force on a day."""
        ranked = self._ranked(query, limit, on, mode, kinds)
        if ranked is None or self._loaded is None:
            return []
        hits = [self._hit(doc, score, ranked.words, on) for doc, score in ranked.order]
        return numbers.with_former(hits, numbers.asked_for(ranked.asked), self._loaded.former)

    def place(
        self, query: str, keys: Iterable[str], *, limit: int, on: date, mode: QueryMode
    ) -> int:
        """The place, from 1, of the first of these articles among the hits of a query, or 0."""
        ranked = self._ranked(query, limit, on, mode, None)
        if ranked is None or self._loaded is None:
            return 0
        collection = self._loaded.collection
        right = {int(doc) for key in keys for doc in collection.docs("key", key)}
        order = enumerate(ranked.order, 1)
        return next((place for place, (doc, _score) in order if doc in right), 0)

    def _ranked(
        self,
        query: str,
        limit: int,
        on: date,
        mode: QueryMode,
        kinds: frozenset[ArticleKind] | None,
    ) -> _Ranked | None:
        if self._loaded is None:
            return None
        collection, analyser = self._loaded.collection, self._loaded.analyser
        asked = parse(query, mode, analyser)
        if not asked.compact:
            return None
        official = self._vocabulary.official(asked)
        scores = lookup.scores(asked, collection, analyser, self.learned, official)
        named = self._named(asked, collection)
        others = [] if len(named) else self._otherwise(asked)
        for other in others:
            again = lookup.scores(other, collection, analyser, self.learned)
            np.maximum(scores, _OTHERWISE * again, out=scores)
            named = named if len(named) else self._named(other, collection)
        if kinds is not None:
            wanted = np.isin(collection.facts["kind"], [KINDS.index(kind) for kind in kinds])
            scores[~wanted] = 0
            named = named[wanted[named]]
        order = ordering.Ordering(collection, scores, on)
        if len(named):
            order.put_first(named, self._instead(named, collection, on))
        order.hide_internal(alone=mode is QueryMode.TYPED)
        told = collection.telling([word for one in (asked, *others) for word in one.words])
        words = (*told, *(word for word in official if len(word) > 1))
        return _Ranked(asked, words, order.first(limit))

    def _otherwise(self, asked: Query) -> list[Query]:
        """The query with other names for the laws it means, or its mistyped words put right."""
        assert self._loaded is not None
        collection, analyser = self._loaded.collection, self._loaded.analyser
        texts = aliases.meant(asked, collection.laws)
        if not texts and (text := homophones.corrected(asked, collection, analyser)):
            texts = [text]
        return [parse(text, asked.mode, analyser) for text in texts[:_MOST]]

    def example(self, asked: str, article: Article) -> Told:
        """What can be learned from an article that was told to somebody who said this."""
        return Told(self.said(asked), self.official(article))

    def said(self, words: str) -> tuple[str, ...]:
        """The words of a caller that can be learned."""
        return telling(self._loaded.analyser.terms(words).words) if self._loaded else ()

    def official(self, article: Article) -> tuple[str, ...]:
        """The words of an article that a caller's words may stand for."""
        if self._loaded is None:
            return ()
        words = telling(self._loaded.analyser.terms(text_of(article)).words)
        often = self._loaded.collection.often(words)
        return tuple(word for word, n in zip(words, often, strict=True) if 0 < n < COMMON)

    def known(self, words: Iterable[str]) -> dict[str, bool]:
        """Of each word, whether it stands in some article or the segmenter's dictionary; words
        that look like a person's name, and stand in no article, are left out."""
        if self._loaded is None:
            return {}
        given, analyser = list(words), self._loaded.analyser
        often = self._loaded.collection.often(given)
        return {
            word: bool(count) or analyser.knows(word)
            for word, count in zip(given, often, strict=True)
            if count or not analyser.is_name(word)
        }

    def _load(self, number: int) -> _Loaded:
        generation = snapshot.read_generation(self.folder, number)
        fresh = {part.name: self._segment(part) for part in generation.parts}
        self._segments = fresh
        before = self._loaded
        if before is not None and before.dictionary == generation.dictionary:
            analyser = before.analyser
        else:
            analyser = Analyser(generation.dictionary)
            analyser.terms("门")  # loads the tables, not with the first key
            sounds.readings()
        deleted = [part.deleted for part in generation.parts]
        collection = Collection(list(fresh.values()), deleted)
        return _Loaded(collection, analyser, generation.dictionary)

    def _segment(self, part: snapshot.Part) -> Segment:
        return self._segments.get(part.name) or Segment(self.folder, part)

    # -- names ---------------------------------------------------------------------------

    def _named(self, query: Query, collection: Collection) -> Whole:
        """The first article of each law, or each text, that is called as the query says."""
        docs = np.zeros(0, dtype=np.int32)
        if query.shape not in (Shape.LETTERS, Shape.DIGITS):
            docs = next(filter(len, (collection.docs("names", n) for n in names_in(query))), docs)
        if not len(docs):
            docs = numbers.holders(numbers.asked_for(query), collection)
        keys = (docs, collection.facts["order"][docs], collection.facts["repealed_on"][docs])
        docs = docs[np.lexsort(keys)]
        state = collection.group[docs].astype(np.int64) * 2
        state += collection.facts["repealed_on"][docs] != snapshot.NEVER
        return docs[np.unique(state, return_index=True)[1]]

    def _instead(self, named: Whole, collection: Collection, on: date) -> Whole:
        found = (self._successor(int(doc), collection, on)[0] for doc in named)
        return np.array([doc for doc in found if doc >= 0], dtype=np.int32)

    def _successor(self, doc: int, collection: Collection, on: date) -> tuple[int, str]:
        """The document in force instead of a repealed one, or -1, and its key or name."""
        seen = set[int]()
        while doc not in seen and len(seen) < _STEPS:
            seen.add(doc)
            name = str(collection.info(doc)["successor"])
            if not name:
                return -1, ""
            docs = self._called(name, collection, on)
            if not len(docs) or int(docs[0]) in seen:
                return -1, name
            doc = int(docs[0])
            if ordering.validity(collection, doc, on) is not Validity.REPEALED:
                return doc, str(collection.info(doc)["key"])
        return -1, ""

    def _called(self, name: str, collection: Collection, on: date) -> Whole:
        """Documents with that key, or of the law of that name: in force and first ones first."""
        docs = collection.docs("key", name)
        if not len(docs):
            docs = collection.docs("names", name_form(name))
        gone = ordering.repealed(collection, on)[docs]
        return docs[np.lexsort((docs, collection.facts["order"][docs], gone))]

    # -- hits ----------------------------------------------------------------------------

    def _hit(self, doc: int, score: float, words: Sequence[str], on: date) -> Hit:
        assert self._loaded is not None
        collection = self._loaded.collection
        info = collection.info(doc)
        validity = ordering.validity(collection, doc, on)
        dead = validity is Validity.REPEALED
        line, places = snippet(info["text"], words)
        return Hit(
            key=info["key"],
            kind=KINDS[collection.facts["kind"][doc]],
            title=info["title"],
            score=score,
            validity=validity,
            snippet=line,
            title_marks=marks(info["title"], words),
            snippet_marks=places,
            successor=self._successor(doc, collection, on)[1] if dead else "",
            category=info["category"],
            region=info["region"],
            version_date=info["version_date"],
            phone=info["phone"],
            numbers=tuple((number, hours) for number, hours in info["numbers"]),
            stale=bool(info["confirmed"]) and stale(date.fromisoformat(info["confirmed"]), on),
        )
