"""Telephone numbers in a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from operator_desk.domain.element_finds import Find, Kind
from operator_desk.domain.folding import fold
from operator_desk.domain.numbers import number_key

_AREA = r"(?:10|2\d|[3-9]\d{2})"
_END = r"(?!\d|[-－]\d|\s?[%％元块人户米号])"
_START = r"(?<![\d.第#=￥$])"
_MOBILE = re.compile(r"(?<!\d)(?:\+?86|0086)?(?P<it>1[3-9]\d{9})(?!\d)")
_LANDLINE = re.compile(
    rf"{_START}(?:\+86[\s-]?)?[(（]?0{_AREA}[)）]?[\s\-－–—]{{0,2}}\d{{3,4}}[\s\-－]?\d{{4}}{_END}"
    rf"|{_START}0\d{{2,3}}[\-－–—]\d{{7,8}}{_END}"
)
_SERVICE = re.compile(rf"{_START}[48]00[\s\-－]?\d{{3,4}}[\s\-－]?\d{{3,4}}{_END}")
_CUE = r"(?:电话|手机|座机|号码|热线|拨打|致电|联系方式|打过?去?了?|联系我)"
_SHORT = re.compile(
    rf"{_CUE}[^\d。！？；]{{0,16}}?(?P<it>(?<!\d)(?!(?:19|20)\d\d(?:0[1-9]"
    rf"|1[0-2]))[2-8]\d{{2,3}}[\-－]?\d{{4}}){_END}"
)
_EXTENSION = re.compile(r"\s?(?:转|分机|ext\.?|x)\s?\d{1,5}", re.IGNORECASE)
_BLANKS = re.compile(r"[\s\-－.]{2,}|[，,、。；;:：]")
_AMERICAN = re.compile(
    r"(?<![\d$])(?:\+?1[-. ])?(?:\([2-9]\d{2}\)\s?|[2-9]\d{2}[-. ])[2-9]\d{2}[-. ]\d{4}(?!\d)"
    r"|(?<![\d$])[2-9]\d{2}-\d{4}(?![\d-])|(?<![\d$-])[2-9]\d{2}[2-9]\d{6}(?!\d)"
)


def chinese(text: str) -> Iterator[Find]:
    """Mobile numbers in any digits (幺三八…), landlines with area code, 400 numbers; seven or
    eight digits where the words before say that it is a number to call.
    """
    folded = fold(text, digits=True)
    for hit in _MOBILE.finditer(folded.text):
        start, end = folded.span(*hit.span("it"))
        if not _BLANKS.search(text[start:end]):
            yield _find(text, start, end, "mobile")
    for rule, pattern in (("landline", _LANDLINE), ("service", _SERVICE), ("called", _SHORT)):
        for hit in pattern.finditer(text):
            start, end = hit.span("it" if "it" in pattern.groupindex else 0)
            longer = _EXTENSION.match(text, end)
            yield _find(text, start, longer.end() if longer else end, rule)


def english(text: str) -> Iterator[Find]:
    """American numbers: 212-555-0142, (212) 555-0142, 555-0142."""
    for hit in _AMERICAN.finditer(text):
        longer = _EXTENSION.match(text, hit.end())
        yield _find(text, hit.start(), longer.end() if longer else hit.end(), "number")


def _find(text: str, start: int, end: int, rule: str) -> Find:
    words = text[start:end]
    digits = number_key(fold(_EXTENSION.sub("", words), digits=True).text)
    return Find(Kind.PHONE, start, end, words, re.sub(r"[^\d+]", "", digits), rule=rule)
