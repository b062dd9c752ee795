"""Characters before speaking: one form for each, pauses, and what is never said."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_FULL_WIDTH = "０１２３４５６７８９％＃＊＋－．／＠＆＝～￥＄＿｜＜＞＼＾＂＇"
# Some are newer than Python's table of letters.
_HAN_RANGES = (
    ("\u4e00", "\u9fff"),
    ("\u3400", "\u4dbf"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
    ("〇", "〇"),
)
HAN = "".join(f"{first}-{last}" for first, last in _HAN_RANGES)  # for a class of a pattern
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_DASHES = "‐‑‒–−﹣⁃"
# From the weakest pause to the strongest; the strongest of a run of marks is said.
PAUSES = ("", " ", "、", "，", "：", "；", "。", "！", "？")
_MARKS = {
    "": "·•・‧\u200b\u200c\u200d\ufeff",
    " ": " \t\u00a0\u3000",
    "、": "、“”‘’\"'`´《》〈〉「」『』〝〞〞«»",
    "，": "，,（）()【】[]〔〕［］﹝﹞｛｝{}〖〗—―－-…~|_\\^",
    "：": "：:",
    "；": "；;",
    "。": "。.\n\r\v\f\u2028\u2029｡",
    "！": "！!",
    "？": "？?",
}
PAUSE_OF = {sign: pause for pause, signs in _MARKS.items() for sign in signs}


@cache
def _table() -> dict[int, str]:
    """Full-width digits, letters and signs, and all kinds of dashes, to the plain one: 1 to 1."""
    table = {ord(sign): unicodedata.normalize("NFKC", sign) for sign in _FULL_WIDTH}
    for start, plain in ((0xFF21, "A"), (0xFF41, "a")):
        table |= {start + n: chr(ord(plain) + n) for n in range(26)}
    table |= dict.fromkeys(map(ord, _DASHES), "-")
    table |= {0x3000: " ", 0x00A0: " ", 0xFFE5: "¥", 0xFF5E: "~", 0x301C: "~", 0x223C: "~"}
    return table | {0x2236: ":", 0x2215: "/", 0x2044: "/", 0x30FC: "—"}


def folded(text: str) -> str:
    """The text with plain digits, letters and signs; every character stays at its place."""
    if text.isascii():
        return text
    return _OTHER_DIGIT.sub(_plain_digit, text.translate(_table()))


def _plain_digit(found: re.Match[str]) -> str:
    return str(unicodedata.decimal(found[0]))


def pause_of(run: str) -> str:
    """The strongest pause of a run of marks."""
    return max((kind_of(sign) for sign in run), key=PAUSES.index, default="")


def kind_of(sign: str) -> str:
    """The pause that a single sign asks for; pictures ask for a short one, the unseen for none."""
    pause = PAUSE_OF.get(sign)
    if pause is not None:
        return pause
    return "，" if unicodedata.category(sign) in ("So", "Sm", "Sc", "Po", "Pd", "Ps", "Pe") else ""


def is_han(sign: str) -> bool:
    """Whether a character is a Chinese one."""
    return any(first <= sign <= last for first, last in _HAN_RANGES)
