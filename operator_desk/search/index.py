"""The index on disk: Whoosh keeps schema, segments and deletions; the only module with Whoosh."""

from __future__ import annotations

import gc
import json
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from whoosh import fields, formats
from whoosh import index as whoosh_index
from whoosh.codec import default_codec
from whoosh.filedb.filestore import FileStorage
from whoosh.reading import IndexReader, SegmentReader
from whoosh.util.filelock import try_for
from whoosh.writing import MERGE_SMALL, NO_MERGE

from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.errors import UserError
from operator_desk.search import export, snapshot
from operator_desk.search.analyser import Analyser, name_form, names, stem, text_of
from operator_desk.search.exporter import Exporter
from operator_desk.search.facts import info_of
from operator_desk.search.naming import START, Speller, functions
from operator_desk.search.numbers import terms_of as number_terms
from operator_desk.search.snapshot import Part

# Whoosh sorts up to a million postings in memory and is twice as slow beyond: so many
# texts are written at a time, as a segment each that is not merged at once.
_BATCH_BYTES = 2_400_000
_MERGED_BELOW = 500
_MEMORY_MB = 2_000
_PATIENCE = 10.0  # seconds for a builder whose window has just died to notice it
_VERSION = 5  # counts the changes of schema, analyser and terms
_MADE, _SOUNDS = "made.json", "sounds.json"
_PARTS = re.compile("[/／、；;]")
_UNFINISHED = "unfinished"  # stands beside an index that was begun and never shown


class _Present(formats.Existence):  # type: ignore[misc]
    """Postings without a value: how often is in the weight."""


class Given(fields.FieldType):  # type: ignore[misc]
    """A field whose terms are given, counted, instead of being cut from a text by Whoosh."""

    def __init__(self, *, scorable: bool) -> None:
        self.format = _Present()
        self.scorable = scorable
        self.indexed = True
        self.stored = self.unique = self.spelling = False
        self.vector = self.analyzer = self.column_type = None

    def index(self, value: dict[str, int], **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """The postings of one document: term, how often, weight, no value."""
        for term, often in value.items():
            yield term.encode(), often, float(often), b""


def _schema() -> Any:
    given = {name: Given(scorable=True) for name in snapshot.SCORED}
    given |= {name: Given(scorable=False) for name in ("names", "pinyin", "digits")}
    return fields.Schema(key=fields.ID(unique=True), info=fields.STORED(), **given)


def _codec() -> Any:
    """Whoosh's own, without the bounds of lengths by term: a sixth of the work, never read."""
    codec = default_codec()
    codec.length_stats = False
    return codec


class IndexBuilder:
    """Builds the index in `folder`: takes articles and keys, shows them at `commit`.

    An index that cannot be read, was made by another version, or was begun and never shown,
    is begun anew: `emptied` says that every article has to be put again. `exporter` exports
    segments beside this process. UserError: another builder works in the folder.
    """

    def __init__(self, folder: Path, exporter: Exporter | None = None) -> None:
        self._folder, self._exporter = folder, exporter
        self._home = folder / "whoosh"
        self._waiting: dict[str, Article | None] = {}
        self._size = 0
        self._checked: IndexReader | None = None  # opened to see that it can be read
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = FileStorage(str(folder)).lock("builder.lock")
        if not try_for(self._lock.acquire, _PATIENCE):
            raise UserError("The search index is being built by another process.")
        self.emptied = not self._open()
        if self.emptied:
            self._create(())

    def put(
        self, articles: list[Article], progress: Callable[[int], None] = lambda _done: None
    ) -> None:
        """Adds articles, or puts them in the place of those with the same key."""
        for done, article in enumerate(articles, 1):
            self._waiting[article.key] = article
            self._size += 300 + len(article.body.encode())
            if self._size > _BATCH_BYTES:
                self._flush(merge=False)
            progress(done)

    def delete(self, keys: list[str]) -> None:
        """Takes articles away; unknown keys do nothing."""
        self._waiting |= dict.fromkeys(keys)

    def reset(self, dictionary: Iterable[str] = ()) -> None:
        """Empties the index; what is shown stays until `commit`.

        `dictionary` are names that the segmenter should know: all texts of one index must
        be cut alike, so it holds until the next `reset`.
        """
        self._finished()
        self._index.close()
        self._waiting, self._size = {}, 0
        self._create(tuple(dictionary))

    def commit(self) -> None:
        """Makes what was put and deleted findable, as a new generation of the snapshot."""
        self._flush(merge=len(self._waiting) < _MERGED_BELOW)
        number = snapshot.current(self._folder)
        kept = self._intact(number) | self._finished()
        with self._marked_if_broken(), _uncollected():
            parts = [self._part(leaf, kept) for leaf in self._leaves()]
        fresh = snapshot.Generation(number + 1, self._dictionary, tuple(parts))
        snapshot.write_generation(self._folder, fresh)
        self._keep_sounds()
        (self._home / _UNFINISHED).unlink(missing_ok=True)

    def close(self) -> None:
        """Lets go of the files."""
        if self._exporter is not None:
            self._exporter.close()
        self._unread()
        self._index.close()
        self._lock.release()

    def _open(self) -> bool:
        """Opens what is on disk; False when that cannot be built upon."""
        if (self._home / _UNFINISHED).exists():
            return False
        try:
            made = json.loads((self._home / _MADE).read_text("utf-8"))
            self._speller = Speller(json.loads((self._home / _SOUNDS).read_text("utf-8")))
            self._index = whoosh_index.open_dir(str(self._home))
            self._checked = self._index.reader()
            self._dictionary = tuple(made["dictionary"])
            self._analyser = Analyser(self._dictionary)
        except Exception:  # the library raises whatever a damaged file leads it to
            return False
        return bool(made["version"] == _VERSION)

    def _unread(self) -> None:
        """Lets go of the reader, which holds the files open."""
        if self._checked is not None:
            self._checked.close()
            self._checked = None

    def _create(self, dictionary: tuple[str, ...]) -> None:
        self._unread()
        shutil.rmtree(self._home, ignore_errors=True)
        self._home.mkdir(parents=True, exist_ok=True)
        (self._home / _UNFINISHED).touch()
        self._dictionary = dictionary
        self._index = whoosh_index.create_in(str(self._home), _schema())
        made = {"version": _VERSION, "dictionary": self._dictionary}
        (self._home / _MADE).write_text(json.dumps(made, ensure_ascii=False), "utf-8")
        self._analyser, self._speller = Analyser(self._dictionary), Speller({})

    def _flush(self, *, merge: bool) -> None:
        if not self._waiting:
            return
        beside = None if merge else self._exporter
        before = {_name(leaf) for leaf in self._leaves()} if beside else set()
        with self._marked_if_broken(), _uncollected():
            self._write(merge=merge)
        self._waiting, self._size = {}, 0
        if beside:
            beside.begin([name for leaf in self._leaves() if (name := _name(leaf)) not in before])

    def _write(self, *, merge: bool) -> None:
        with self._checked or self._index.reader() as reader:
            self._checked = None
            before = [number for key in self._waiting for number in _numbers(reader, key)]
        writer = self._index.writer(limitmb=_MEMORY_MB, codec=_codec())
        try:
            for number in before:
                writer.delete_document(number)
            for article in self._waiting.values():
                if article is not None:
                    writer.add_document(**self._document(article))
        except BaseException:
            writer.cancel()
            raise
        writer.commit(mergetype=partial(_merged, MERGE_SMALL if merge else NO_MERGE))

    @contextmanager
    def _marked_if_broken(self) -> Iterator[None]:
        """What the library cannot read once it cannot read again: the next start begins anew."""
        try:
            yield
        except (OSError, MemoryError):
            raise  # a full disk says nothing about the files
        except Exception:
            (self._home / _UNFINISHED).touch()
            raise

    def _leaves(self) -> Iterator[SegmentReader]:
        with self._index.reader() as reader:
            leaves = [leaf for leaf, _start in reader.leaf_readers()]
            yield from (leaf for leaf in leaves if leaf.segment())  # none in an empty index

    def _document(self, article: Article) -> dict[str, Any]:
        terms = self._analyser.terms(text_of(article))
        return {
            "key": article.key,
            "info": info_of(article),
            "words": terms.words,
            "bigrams": terms.bigrams,
            "characters": terms.characters,
            "names": dict.fromkeys(names(article), 1),
            "pinyin": dict.fromkeys(self._sounds(article), 1),
            "digits": dict.fromkeys(number_terms(article), 1),
        }

    def _sounds(self, article: Article) -> set[str]:
        spoken = [stem(article.title), *article.keywords, *article.old_names]
        if article.kind is ArticleKind.CONTACT:  # the body that answers
            spoken += _PARTS.split(article.category)
        done = (term.removeprefix(START) for term in self._spelt(functions(article)))
        return self._spelt(spoken) | set(done)

    def _spelt(self, names: Iterable[str]) -> set[str]:
        cut = (self._analyser.pieces(name_form(name)) for name in names)
        return {term for pieces in cut for term in self._speller.terms(tuple(pieces))}

    def _keep_sounds(self) -> None:
        path = self._home / _SOUNDS
        if self._speller.grown or not path.exists():
            fresh = path.with_suffix(".new")
            fresh.write_text(json.dumps(self._speller.known, ensure_ascii=False), "utf-8")
            fresh.replace(path)
            self._speller.grown = False

    def _intact(self, number: int) -> dict[str, Part]:
        try:
            parts = snapshot.read_generation(self._folder, number).parts
        except (UserError, FileNotFoundError):  # none yet, or damaged: all is exported again
            return {}
        return {part.name: part for part in parts if snapshot.intact(self._folder, part)}

    def _finished(self) -> dict[str, Part]:
        parts = self._exporter.finished() if self._exporter is not None else []
        return {part.name: part for part in parts}

    def _part(self, leaf: SegmentReader, kept: dict[str, Part]) -> Part:
        """The segment in the snapshot: as it was exported, with what is deleted by now."""
        name, total = _name(leaf), leaf.doc_count_all()
        deleted = tuple(doc for doc in range(total) if leaf.is_deleted(doc))
        if name in kept:
            return replace(kept[name], deleted=deleted)
        return Part(name, total, deleted, _exported(self._folder, leaf))


def _merged(policy: Callable[[Any, list[Any]], Any], writer: Any, segments: list[Any]) -> Any:
    """Whoosh's own way of merging, but what holds no living document is dropped."""
    return policy(writer, [segment for segment in segments if segment.doc_count()])


def export_segments(folder: Path, names: list[str]) -> list[Part]:
    """Exports segments of the index in `folder` into its snapshot; for a process beside."""
    index = whoosh_index.open_dir(str(folder / "whoosh"))
    with _uncollected(), index.reader() as reader:
        leaves = [leaf for leaf, _start in reader.leaf_readers() if _name(leaf) in names]
        return [
            Part(_name(leaf), leaf.doc_count_all(), (), _exported(folder, leaf)) for leaf in leaves
        ]


def _exported(folder: Path, leaf: SegmentReader) -> dict[str, int]:
    return snapshot.write_part(folder, _name(leaf), export.columns(leaf))


def _numbers(reader: IndexReader, key: str) -> Iterator[int]:
    """The numbers of the documents with a key; looked up here, because the library's own way of
    deleting by a term opens the whole index once more, which takes longer than all the rest."""
    if ("key", key) in reader:
        yield from reader.postings("key", key).all_ids()


def _name(leaf: SegmentReader) -> str:
    name: str = leaf.segment().segment_id()
    return name


@contextmanager
def _uncollected() -> Iterator[None]:
    """Millions of live tuples make the cycle collector cost as much as the work itself."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
