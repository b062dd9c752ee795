"""What an index segment keeps of an article beside its terms: figures to rank by, words to show."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from operator_desk.domain.article import Article, ArticleKind
from operator_desk.search.analyser import name_form, stem
from operator_desk.search.snapshot import NEVER

KINDS = tuple(ArticleKind)
_NUMBER = re.compile(r"第([〇零一二三四五六七八九十百千0-9]+)条")
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_LAST = 1_000_000  # texts without an article's number come after those with one
_LONGEST = 20_000


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
    public = [phone.number for phone in article.phones if phone.audience == "public"]
    return {
        "key": article.key,
        "title": article.title,
        "text": "\n".join(filter(None, [article.answer, article.body]))[:_LONGEST],
        "successor": article.successor,
        "category": article.category,
        "region": article.region,
        "version_date": article.version_date.isoformat() if article.version_date else "",
        "phone": public[0] if public else "",
        "group": name_form(stem(article.title)),
        "old_names": [name_form(name) for name in article.old_names],
        "facts": facts_of(article),
    }


def to_line(info: dict[str, Any]) -> bytes:
    """An info as one line of JSON."""
    return json.dumps(info, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def place_in_law(title: str) -> int:
    """The article's number in its law (第五十四条 → 54), for which article comes first."""
    found = _NUMBER.search(title)
    return _value(found[1]) if found else _LAST


def _value(numeral: str) -> int:
    if numeral.isascii():
        return min(int(numeral), _LAST)
    total, digit = 0, 0
    for sign in numeral:
        if sign in _UNITS:
            total, digit = total + max(digit, 1) * _UNITS[sign], 0
        else:
            digit = _DIGITS.get(sign, 0)
    return total + digit


def _day(day: date | None) -> int:
    return day.toordinal() if day else NEVER
