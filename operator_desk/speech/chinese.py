"""Written Chinese as it is said: every kind of number and sign, in the order of the rules."""

from __future__ import annotations

import re

from operator_desk.speech.chinese_amounts import AMOUNT_RULES, MEASURE_RULES, SIGN_RULES
from operator_desk.speech.chinese_codes import (
    DIGIT_RULES,
    FIRST_RULES,
    LETTER_RULES,
    MIXED,
    letters,
)
from operator_desk.speech.chinese_numbers import cardinal, dialled, grouped
from operator_desk.speech.chinese_places import PLACE_RULES
from operator_desk.speech.chinese_times import TIME_RULES
from operator_desk.speech.chinese_units import UNITS
from operator_desk.speech.folded import HAN, folded
from operator_desk.speech.scanning import Part, Rule, Way, after, before, rule, strongest, walk

_NUMERALS = {chr(0x2460 + n): n + 1 for n in range(20)}  # ①
_NUMERALS |= {chr(0x2474 + n): n + 1 for n in range(20)}  # ⑴
_NUMERALS |= {chr(0x2488 + n): n + 1 for n in range(20)}  # ⒈
_NUMERALS |= {chr(0x2160 + n): n + 1 for n in range(12)}  # Ⅰ
_NUMERALS |= {chr(0x2776 + n): n + 1 for n in range(10)}  # ❶
_NUMERALS |= {chr(0x3220 + n): n + 1 for n in range(10)}  # ㈠
_SAID = {
    "%": "百分号",
    "‰": "千分号",
    "&": "和",
    "@": "艾特",
    "℃": "摄氏度",
    "℉": "华氏度",
    "°": "度",
    "×": "乘",
    "÷": "除以",
    "=": "等于",
    "→": "到",
    "≥": "大于等于",
    "≤": "小于等于",
    "±": "正负",
    "≈": "约等于",
    "²": "平方",
    "³": "立方",
    "½": "二分之一",
    "¼": "四分之一",
    "¾": "四分之三",
    "№": "编号",
    "¥": "元",
    "$": "美元",
    "€": "欧元",
    "£": "英镑",
    "α": "阿尔法",
    "β": "贝塔",
    "μ": "微",
    "Ω": "欧姆",
}
_SQUARED = {sign: said for sign, said in UNITS.items() if len(sign) == 1 and not sign.isascii()}
_ALONE = _SQUARED | _SAID | {sign: cardinal(str(n)) for sign, n in _NUMERALS.items()}
# Between days, months, amounts and times a dash is "to"; between words a pause.
_TO = rule(r"[-—~～－]+(?=[0-9])", lambda found: "到" if _ends(found) else None)
_PLUS = rule(r"\+", lambda found: "加" if _beside(found) else None)
_STAR = rule(r"\*([0-9]{1,6})#", lambda found: f"星号{dialled(found[1])}井号")
_ABROAD = rule(r"\+86[- ]?(?=[01])", lambda _: "加八六、")
_HASH = (rule(r"#(?=[0-9A-Za-z])", lambda _: "井号"),)


def _beside(found: re.Match[str]) -> bool:
    return after(found, 1).isalnum() or before(found, 1).isdecimal()


def _ends(found: re.Match[str]) -> bool:
    return bool(re.search(r"[年月日号点时分秒元岁天周米℃%‰楼层栋㎡室万亿]|度", before(found, 1)))


def _compare(found: re.Match[str]) -> str | None:
    digits = after(found, 1).isdecimal() and (before(found, 1) or " ")[-1].isalnum()
    return ("大于" if found[0] == ">" else "小于") if digits else None


def _rules() -> dict[str, tuple[Rule, ...]]:
    """The rules by the kind of sign that they begin with; the first that fits says it."""
    rules: dict[str, tuple[Rule, ...]] = {
        "0": (
            *FIRST_RULES,
            *TIME_RULES,
            *PLACE_RULES,
            *DIGIT_RULES,
            *MEASURE_RULES,
            MIXED,
            *AMOUNT_RULES,
        ),
        "a": LETTER_RULES,
        "#": _HASH,
        ">": (rule(">", _compare),),
        "<": (rule("<", _compare),),
        "—": (_TO,),
        "~": (_TO,),
        "－": (_TO,),
    }
    for sign, more in SIGN_RULES.items():
        rules[sign] = more + rules.get(sign, ())
    rules["-"] = (_TO, *rules["-"])
    rules["+"] = (_ABROAD, *rules["+"], _PLUS)
    rules["*"] = (_STAR, *rules["*"])
    return rules


_RULES = _rules()
_SPECIAL = "".join(map(re.escape, _ALONE))
_SOFT = r"\-—~.:：*_/\\+#"
_SIGNS = _SPECIAL + "".join(re.escape(sign) for sign in _RULES if sign not in "0a")
WAY = Way(
    plain=re.compile(rf"(?:[^\W0-9A-Za-z_{_SPECIAL}]|[{HAN}])+"),
    rules=_RULES,
    alone=_ALONE,
    run=re.compile(rf".(?:[^\w{HAN}{_SIGNS}{_SOFT}]|[{_SOFT}](?![0-9A-Za-z]))*", re.DOTALL),
    pause=strongest,
)


def pieces(text: str) -> list[Part]:
    """What is said of each stretch of a text."""
    return walk(folded(text), text, WAY)


def digit_by_digit(number: str) -> str:
    """A number for writing down: 幺 for 1, a short pause in the usual places."""
    plain = folded(number).strip()
    said: list[str] = []
    for piece in re.findall(r"\+|[0-9]+|[A-Za-z]+|\*+|[\u4e00-\u9fff]+", plain):
        if piece[0].isdecimal():
            said.append(grouped(piece))
        elif piece[0].isascii() and piece[0].isalpha():
            said.append(letters(piece.upper()))
        else:
            said.append({"+": "加"}.get(piece, piece.replace("*", "星")))
    return "、".join(said).replace("加、", "加")
