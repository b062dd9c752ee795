"""Amounts as they are said in Chinese: money, shares, ranges, measures, plain numbers."""

from __future__ import annotations

import re

from operator_desk.speech.chinese_numbers import cardinal, counted, dialled, each, money, number
from operator_desk.speech.chinese_units import UNITS
from operator_desk.speech.scanning import Rule, after, before, rule

NUM = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,6}(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
# A 2 before one of these is 两; before 号, 楼, 组, 区 and the like it is a name and stays 二.
_MEASURE = re.compile(
    r"[个位次名户条天家辆台套间种件项张份块元米吨亩斤公千万亿周点分秒季代人头只棵盏座处起批段道部口片倍边侧里步餐顿桌箱笔梯"
    r"瓶袋包根枚颗对双本篇句趟遍回声场厘毫升角毛度伙群架则封株幅节款类样岁匹艘寸尺桶碗杯罐筐车床"
    r"]|年(?!级)|小时|平方|立方|平米|成(?!人)|层(?=[高楼]?的?(?:小楼|楼房|房子))|里路|[室房](?=[0-9一二两]?[厅室卫])"
)
_ORDINAL = re.compile(r"(?:第|周|星期|礼拜|初|农历|高|小|大)$")
_FLOOR_LIST = re.compile(r"[栋幢号室路房期座组层]|单元|户型")
_NOT_TWO = re.compile(r"分之|点[0-9]|周岁")
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_UNIT_END = r"(?![A-Za-z0-9])(?!店)"
_PART = re.compile(r"([0-9]+)")


def amount(text: str, found: re.Match[str]) -> str:
    """A number before what follows it: 两 or 二, from its neighbours."""
    behind = found.string[found.end() : found.end() + 4]
    if text.strip("0") == "2" and text[-1] == "2" and _MEASURE.match(behind):
        ordinal = _ORDINAL.search(before(found, 2))
        return "二" if ordinal or _NOT_TWO.match(behind) else "两"
    return number(text)


def _currency(found: re.Match[str]) -> str:
    sign, text, many, unit = found.groups()
    name = {"¥": "元", "$": "美元", "€": "欧元", "£": "英镑"}[sign[-1]]
    unit = unit or name
    if many:
        return counted(text) + many + unit
    if name != "元":
        return _foreign(text, unit)
    return money(text, unit)


def _foreign(text: str, unit: str) -> str:
    if re.fullmatch(r"[0-9,]+\.0+", text):
        text = text.partition(".")[0]
    return counted(text) + unit


def _yuan(found: re.Match[str]) -> str:
    text, unit = found.groups()
    if "." in text and (unit == "块" or not text.partition(".")[0].strip("0")):
        return number(text) + unit
    return money(text, unit)


def _percent(found: re.Match[str]) -> str:
    first, second, sign = found.group("first", "second", "sign")
    of = "百分之" if sign == "%" else "千分之"
    one = "百" if first == "100" and sign == "%" else number(first)
    if second is None:
        return of + one
    other = "百" if second == "100" and sign == "%" else number(second)
    return f"{of}{one}到{of if found['both'] else ''}{other}"


def _below_zero(found: re.Match[str]) -> str:
    return f"零下{number(found[1])}"


def _minus(found: re.Match[str]) -> str | None:
    return "负" if not re.search(r"[\w)）\]】]$", before(found, 1)) or found[1] else None


def _fraction(found: re.Match[str]) -> str | None:
    over, under = found.groups()
    if _FLOOR_LIST.match(found.string, found.end()) or len(over) > 2 or int(over) >= int(under):
        return None
    return f"{cardinal(under)}分之{cardinal(over)}"


def _listed(found: re.Match[str]) -> str:
    """Numbers between strokes, dots of lists or commas: one after the other."""
    return "、".join(_named(one) for one in re.findall("[0-9]+", found[0]))


def _next_to_each_other(found: re.Match[str]) -> str | None:
    """1.2点钟, 16.17栋: two that follow each other, no decimal."""
    return _listed(found) if int(found[2]) == int(found[1]) + 1 else None


def _named(digits: str) -> str:
    if digits[0] == "0" or len(digits) >= 3:
        return each(digits)
    return cardinal(digits)


def _ratio(found: re.Match[str]) -> str:
    return "比".join(number(one) for one in re.split("[:：]", found[0]))


def _range(found: re.Match[str]) -> str | None:
    first, mark, second = found.group("first", "mark", "second")
    low, high = (float(one.replace(",", "")) for one in (first, second))
    zero = any(len(one) > 1 and one[0] == "0" and one[1] != "." for one in (first, second))
    if re.search(r"[A-Za-z] ?$", before(found, 2)) or after(found, 1) == "=":
        return None
    if len(second) >= 3 > len(first) and before(found, 1) in tuple("苑园城庭府寓院舍湾郡"):
        return None  # 青青家园7-104: a room of a house
    if low >= high or (zero and "-" in mark) or max(len(first), len(second)) > 9:
        return None
    if (
        re.match(r"室|号?房|的?业主", found.string[found.end() :])
        and len(second) >= 3
        and len(first) < 3
    ):
        return None
    return f"{_end_of(first, found)}到{_end_of(second, found)}"


def _end_of(text: str, found: re.Match[str]) -> str:
    named = re.match(r"[室房路]|号房", after(found, 2))
    return each(text) if named and len(text) > 2 else amount(text, found)


def _chain(found: re.Match[str]) -> str:
    """Numbers with lines between them that are no range, no room, no number to dial."""
    behind = found.string[found.end() :]
    parts = found[0].split("-")
    if re.match("[)）]?=", behind):
        return "减".join(map(cardinal, parts))
    if re.search(r"[A-Za-z] ?$", before(found, 2)):
        return "杠".join(map(dialled, parts))
    if len(parts) > 2 and re.match(r"[栋幢层组期]|号[楼栋]|单元", behind):
        return "、".join(map(_named, parts))
    if len(parts) == 2 and max(map(len, parts)) < 3 and re.match(r"[负胜平输赢]|的?比分", behind):
        return "比".join(map(cardinal, parts))
    return "杠".join(_coded(one) for one in parts)


def _coded(digits: str) -> str:
    if digits[0] == "0" or len(digits) >= 3:
        return each(digits) if len(digits) <= 4 else dialled(digits)
    return cardinal(digits)


def _dotted(found: re.Match[str]) -> str:
    """Numbers of clauses and addresses of the network: 3.3.4, 192.168.1.1."""
    parts = found[0].split(".")
    return "点".join(cardinal(one) if len(one) < 3 else dialled(one) for one in parts)


def _measured(found: re.Match[str]) -> str:
    text, unit = found.groups()
    return (counted(text) if unit != "℃" else number(text)) + UNITS[unit]


def _ranged_measure(found: re.Match[str]) -> str | None:
    first, second, unit = found.groups()
    return f"{counted(first)}到{counted(second)}{UNITS[unit]}"


def _each_unit(found: re.Match[str]) -> str:
    return "每" + UNITS[found[1]]


def _item(found: re.Match[str]) -> str | None:
    return f"{cardinal(found[1])}，" if not before(found, 1).isdecimal() else None


def _plain(found: re.Match[str]) -> str:
    text = found[0]
    whole = text.partition(".")[0]
    if len(whole) > 1 and whole[0] == "0" and "," not in text:
        return each(whole) + number(f"0{text[len(whole) :]}")[1:]
    return amount(text, found)


def _calculated(found: re.Match[str]) -> str:
    return {"*": "乘", "×": "乘", "x": "乘", "X": "乘", "÷": "除以", "=": "等于", "+": "加"}[
        found[0]
    ]


# Before the codes of letters and digits: 60km/h is a measure.
MEASURE_RULES: tuple[Rule, ...] = (
    rule(rf"({NUM})[-—~～]+({NUM})[ ]?({_UNIT}){_UNIT_END}", _ranged_measure),
    rule(rf"({NUM}) ?({_UNIT}){_UNIT_END}", _measured),
)
AMOUNT_RULES: tuple[Rule, ...] = (
    rule(rf"(?P<first>{NUM})(?:(?P<both>[%‰])?[-—~～]+(?P<second>{NUM}))?(?P<sign>[%‰])", _percent),
    rule(rf"({NUM})(元|块(?![地儿头区状钱]?(?:地|田|牌|砖|石|板)))", _yuan),
    rule(r"[0-9]+(?:\.[0-9]+){2,}", _dotted),
    rule(r"([1-9][0-9]?)\.([1-9][0-9]?)(?=点钟|[栋幢组层期]|号[楼栋])", _next_to_each_other),
    rule(r"[0-9]{1,3}(?:/[0-9]{1,3})+(?=[#栋幢号室路房期座组]|单元|户型)", _listed),
    rule(r"([0-9]{1,3})/([0-9]{1,3})(?![0-9/])", _fraction),
    rule(r"[0-9]+(?:/[0-9]+)+", _listed),
    rule(r"[0-9]{1,2}(?:,[0-9]{1,2}){1,20}(?![0-9,])", _listed),
    rule(rf"{NUM}(?:[:：]{NUM})+", _ratio),
    rule(rf"(?P<first>{NUM})(?P<mark>[-—~～]+|[-—]{{1,2}}>)(?P<second>{NUM})(?![-0-9])", _range),
    rule(r"[0-9]+(?:-[0-9]+)+", _chain),
    rule(r"([0-9]{1,2})\.(?=[12][0-9]{3}年)", _item),
    rule(r"([0-9]{1,2})\. ?(?![0-9])(?=\S)", _item),
    rule(NUM, _plain),
)
SIGN_RULES: dict[str, tuple[Rule, ...]] = {
    "¥": (rule(rf"(¥) ?({NUM})([万亿]?)(元?)", _currency),),
    "$": (rule(rf"(\$) ?({NUM})([万亿]?)(美?元?)", _currency),),
    "€": (rule(rf"(€) ?({NUM})([万亿]?)(欧?元?)", _currency),),
    "£": (rule(rf"(£) ?({NUM})([万亿]?)(英?镑?)", _currency),),
    "-": (
        rule(rf"(?<![0-9A-Za-z])-({NUM})(?=℃|°C|度(?!假))", _below_zero),
        rule(
            r"-(?=[0-9]{1,2}[楼层])()",
            lambda found: "负" if not re.search(r"[0-9]$", before(found, 1)) else None,
        ),
        rule(r"-()(?=[0-9])", _minus),
    ),
    "/": (
        rule(rf"/({_UNIT})(?![A-Za-z0-9])", _each_unit),
        rule(r"/(?=[月年天日人户次米吨度亩个套台辆栋方吨斤条家平小公千立㎡])", lambda _: "每"),
    ),
    "*": (rule(r"\*(?=[0-9])(?<=[0-9]\*)", _calculated),),
    "×": (rule("×", _calculated),),
    "÷": (rule("÷", _calculated),),
    "=": (rule("=", _calculated),),
    "+": (rule(r"\+(?=[0-9A-Za-z\u4e00-\u9fff])", _calculated),),
}
