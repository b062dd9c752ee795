"""What an index segment keeps of an article beside its terms: figures to rank by, words to show."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.directory import confirmed, old_numbers, said
from operator_desk.domain.numerals import place_in_law
from operator_desk.search.analyser import name_form, stem
from operator_desk.search.snapshot import NEVER

KINDS = tuple(ArticleKind)
_LONGEST = 20_000
_MARKUP = re.compile(r"\*\*|`|^#+[ \t]+|^[-*][ \t]+", re.MULTILINE)  # of Markdown: not to be shown
# Signs of Markdown that a hit's one line would only stumble over.
_LINE_SIGNS = re.compile(r"^ {0,3}(?:#{1,6}|[-*+>]|\d+[.)])\s+", re.MULTILINE)
_INLINE_SIGNS = re.compile(r"\*\*|__|`|!?\[([^\]]*)\]\([^)]*\)")


def facts_of(article: Article) -> list[int]:
    """The row of figures, as `snapshot.FACTS` names them; days as ordinals."""
    internal = bool(article.phones) and all(p.audience != "public" for p in article.phones)
    return [
        _day(article.valid_from),
        _day(article.repealed_on),
        KINDS.index(article.kind),
        place_in_law(article.title),
        int(internal),
    ]


def info_of(article: Article) -> dict[str, Any]:
    """The words that a hit shows, and the group (the law) that the article belongs to."""
    public = said(article)
    return {
        "key": article.key,
        "title": article.title,
        "text": "\n".join(filter(None, [article.answer, plain(article.body)]))[:_LONGEST],
        "successor": article.successor,
        "category": article.category,
        "region": article.region,
        "version_date": _iso(article.version_date),
        "phone": public[0][0] if public else "",
        "numbers": public,
        "former": old_numbers(article),
        "confirmed": _iso(confirmed(article)),
        "group": name_form(stem(article.title)),
        "facts": facts_of(article),
    }


def plain(markdown: str) -> str:
    """A text without the signs of its Markdown; a link keeps its words."""
    return _INLINE_SIGNS.sub(r"\1", _LINE_SIGNS.sub("", markdown))


def to_line(info: dict[str, Any]) -> bytes:
    """An info as one line of JSON."""
    return json.dumps(info, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(day: date | None) -> int:
    return day.toordinal() if day else NEVER
