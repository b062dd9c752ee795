"""What a text of an article names: an article of a law, another article's key, a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMERAL = "〇零一二三四五六七八九十百千0-9"
_ARTICLE = rf"第[{_NUMERAL}]+条(?:之[{_NUMERAL}]+)?"
_LAW = re.compile(rf"《([^《》\n]{{2,60}})》({_ARTICLE})?")
_OWN = re.compile(rf"本(?:法典|法|条例|办法|规定|细则)({_ARTICLE})")
# 第五十条第二款第（三）项、第六十条: the law goes on, whatever stands between.
_NEXT = re.compile(
    rf"(?:第[{_NUMERAL}]+款)?(?:第[（(]?[{_NUMERAL}]+[）)]?项)?[、，和及或至](?:[和及或])?({_ARTICLE})"
)
_KEY = re.compile(r"(?<![\w:/])[a-z][a-z0-9]*:[a-z0-9][a-z0-9-]*[a-z0-9]")
_NUMBER = re.compile(r"(?<![\d.:#-])\d(?:-?\d){2,14}(?![\d%])")
_REPUBLIC = "中华人民共和国"


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in a text (start, end) and the names it may mean, the likeliest first.

    A name is an article's key, or `tel:` with the digits of a number.
    """

    start: int
    end: int
    names: tuple[str, ...]


def references(text: str, law: str = "") -> list[Reference]:
    """The references of a text in their order; `law` is the law that the text belongs to."""
    found = [*_laws(text), *_own(text, law), *_keys(text), *_numbers(text)]
    kept: list[Reference] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def law_of(key: str) -> str:
    """The law that an article's key belongs to; "" for other keys."""
    law, mark, _article = key.partition("#")
    return law if mark else ""


def _laws(text: str) -> Iterator[Reference]:
    for found in _LAW.finditer(text):
        law, article = found[1].strip(), found[2]
        yield Reference(found.start(), found.end(), _names(law, article))
        if article:
            yield from _further(text, found.end(), law)


def _own(text: str, law: str) -> Iterator[Reference]:
    for found in _OWN.finditer(text) if law else ():
        yield Reference(found.start(), found.end(), _names(law, found[1]))
        yield from _further(text, found.end(), law)


def _further(text: str, at: int, law: str) -> Iterator[Reference]:
    """The articles of the same law that follow."""
    while (found := _NEXT.match(text, at)) is not None:
        yield Reference(found.start(1), found.end(1), _names(law, found[1]))
        at = found.end()


def _names(law: str, article: str | None) -> tuple[str, ...]:
    short = law.removeprefix(_REPUBLIC)
    laws = dict.fromkeys((short, law, _REPUBLIC + short))
    if article:
        return tuple(f"{one}#{article}" for one in laws)
    return (*laws, *(f"{one}#第一条" for one in laws))


def _keys(text: str) -> Iterator[Reference]:
    for found in _KEY.finditer(text):
        yield Reference(found.start(), found.end(), (found[0],))


def _numbers(text: str) -> Iterator[Reference]:
    for found in _NUMBER.finditer(text):
        yield Reference(found.start(), found.end(), (f"tel:{found[0].replace('-', '')}",))
