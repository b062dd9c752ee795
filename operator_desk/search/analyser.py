"""Cuts texts and queries into the terms that the index keeps and the search lane looks up."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.numerals import LAST, place_in_law

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇々"
_RUN = re.compile(f"[{_HAN}]+|[a-z]+|[0-9]+")
_HAN_RUN = re.compile(f"[{_HAN}]+")
_ARTICLE_NUMBER = re.compile(r"\s*第[〇零一二三四五六七八九十百千0-9]+条.*$|\s+0(~\d+)?$")
_VERSION = re.compile(r"\(\d{4}-\d{2}-\d{2}\)$")
_CHAPTER = re.compile(r"第.{1,4}?[编章节]")
_BARE_NUMBER = re.compile(r"第?([0-9]+)条")
_STATE = "中华人民共和国"
# English words that stand in every text and say nothing about the matter.
_FILLING = (
    "a about after again all also am an and any are as at be been but by can could did do does "
    "don for from had has have he her here his how i if in into is it its just ll me my no nor "
    "not of on one or our please re s she so still t than that the their them then there these "
    "they this those to too us ve very was we were what when where which who will with would "
    "you your"
)
_PERSON = "nr"  # the segmenter's mark of personal names
_FILLERS = frozenset(_FILLING.split())


@cache
def _simplified() -> dict[str, str]:
    """Traditional characters and their simplified forms, from the table of zhconv.

    The library itself is not loaded: it would draw in a tenth of a second of set-up tools.
    """
    spec = find_spec("zhconv")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("zhconv")
    table = json.loads(Path(spec.origin).with_name("zhcdict.json").read_text("utf-8"))
    return {old: new for old, new in table["zh2Hans"].items() if len(old) == 1}


class _Table(dict[int, str]):
    """One character → its search form, worked out once and kept."""

    def __missing__(self, code: int) -> str:
        form = unicodedata.normalize("NFKC", chr(code)).lower()
        if form > "\u2e80":
            form = "".join(_simplified().get(char, char) for char in form)
        self[code] = form
        return form


_TABLE = _Table()


def normalise(text: str) -> str:
    """The search form: full-width to half-width, traditional to simplified, lower case.

    Works character by character, so that positions can be led back (`positions`).
    """
    return text.translate(_TABLE)


def positions(text: str) -> list[int]:
    """For each place in `normalise(text)`, and its end, the place in `text`."""
    places = [at for at, char in enumerate(text) for _ in _TABLE[ord(char)]]
    return [*places, len(text)]


def runs(form: str) -> list[str]:
    """Runs of Han characters, of letters and of digits of a text in search form."""
    return _RUN.findall(form)


def name_form(name: str) -> str:
    """A name for comparison: search form, only letters, digits and Han characters, no state."""
    form = "".join(runs(_BARE_NUMBER.sub(r"第\1条", normalise(name))))
    return form.removeprefix(_STATE) or form


def stem(title: str) -> str:
    """The law's name of an article's title: `劳动合同法 第三条` → `劳动合同法`, else the title."""
    return _ARTICLE_NUMBER.sub("", title) or title


def names(article: Article) -> list[str]:
    """Every name by which an article or its law may be called, the title first."""
    law = _VERSION.sub("", article.key.partition("#")[0]) if "#" in article.key else ""
    title = stem(article.title)
    number = place_in_law(article.title)
    counted = f"{title}第{number}条" if number != LAST else ""
    own = [article.title, counted, title, article.source.split(" ")[-1], law]
    short = article.keywords if article.kind is ArticleKind.CONTACT else ()
    every = [*own, *article.old_names, *short]
    return list(dict.fromkeys(filter(None, map(name_form, every))))


def text_of(article: Article) -> str:
    """What is searched of an article: the title and the law's name belong to the text.

    Numbers of articles and chapters say nothing about the matter: names carry them.
    """
    title, law = stem(article.title), article.source
    parts = [title, "" if law.endswith(title) else law, _CHAPTER.sub(" ", article.section)]
    parts += [*article.keywords, *article.old_names, article.answer, article.body]
    if article.kind is ArticleKind.CONTACT:
        parts += [article.category, *(phone.use for phone in article.phones)]
    return "\n".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms of one text by field, each with how often it stands there."""

    words: Counter[str]
    bigrams: Counter[str]
    characters: Counter[str]


_asked = count()


def _segmenter() -> Any:
    """A segmenter that nobody else changes.

    The library makes one as soon as it is loaded (50 ms, 40 MB): the first to ask gets that.
    """
    import rjieba

    return rjieba.Jieba() if next(_asked) else rjieba


class Analyser:
    """The segmenter with a dictionary of its own; builder and search lane use the same one."""

    def __init__(self, dictionary: Iterable[str] = ()) -> None:
        self._segmenter = _segmenter()
        for entry in dictionary:
            form = normalise(entry)
            if len(form) > 1 and _HAN_RUN.fullmatch(form):
                self._segmenter.add_word(form, self._segmenter.suggest_freq(form), None)

    def terms(self, text: str) -> Terms:
        """The terms of a text in any form."""
        form = normalise(text)
        bigrams: Counter[str] = Counter()
        characters: Counter[str] = Counter()
        for run in _HAN_RUN.findall(form):
            characters.update(run)
            bigrams.update(map(str.__add__, run, run[1:]))
        return Terms(Counter(self._words(form)), bigrams, characters)

    def pieces(self, form: str) -> list[str]:
        """A text in search form cut once, without overlaps: where its words start."""
        return [part for word in self._segmenter.cut(form) for part in runs(word)]

    def knows(self, word: str) -> bool:
        """Whether a word in search form stands in the segmenter's dictionary."""
        return bool(self._segmenter.has_word(word))

    def is_name(self, word: str) -> bool:
        """Whether a word is, or looks like, a person's name."""
        return any(kind.startswith(_PERSON) for _part, kind in self._segmenter.tag(word))

    def _words(self, form: str) -> list[str]:
        found = []
        for token in self._segmenter.cut_for_search(form):
            if token.isalpha() and token > "\u2e80":
                found.append(token)
            else:
                found += [part for part in runs(token) if part not in _FILLERS]
        return found
