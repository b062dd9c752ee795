"""The text of a file: UTF-8, UTF-16 or GB 18030, with or without a byte order mark."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from operator_desk.domain.errors import UserError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What Chinese texts are made of; a wrong guess makes rare signs of them.
_USUAL = re.compile(
    "[\t\n\r -~\u00b7\u2010-\u2026\u2460-\u2473\u3000-\u3020\u4e00-\u9fff\uff01-\uff5e]"
)
_SEEN = 20_000  # characters that a guess is judged by
_LEAST = 0.9


def text_of(path: Path, data: bytes) -> str:
    """The text of a file's bytes. UserError: it is none, or has broken bytes."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _decoded(data[len(mark) :], encoding)
            if text is None:
                raise _broken(path, data[len(mark) :], encoding)
            return text
    text = _decoded(data, "utf-8")
    if text is not None and "\0" not in text:
        return text
    guesses = ("utf-16-le", "utf-16-be") if b"\0" in data else ("gb18030",)
    if guesses == ("gb18030",) and _is_nearly_utf8(data):
        raise _broken(path, data, "utf-8")
    found = [text for text in (_decoded(data, name) for name in guesses) if text is not None]
    best = max(found, key=_usual, default="")
    if "\0" in best or _usual(best) < _LEAST:
        raise UserError(
            "{path} is no text in UTF-8, GB 18030 or UTF-16; save it as UTF-8.", path=path.name
        )
    return best


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _usual(text: str) -> float:
    """How much of the beginning of a text is what such texts are made of, 0 to 1."""
    seen = text[:_SEEN]
    return len(_USUAL.findall(seen)) / len(seen) if seen else 0


def _is_nearly_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is sound UTF-8: then the rest is damage."""
    text = data[: 4 * _SEEN].decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return broken < sum(char > "\u07ff" for char in text) - broken


def _broken(path: Path, data: bytes, encoding: str) -> UserError:
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        line = before.count("\n") + 1
    else:
        line = 1
    return UserError("{path}, line {line}: broken bytes.", path=path.name, line=line)
