"""What is said sign by sign in Chinese: telephones, cards, plates, ticket numbers, letters."""

from __future__ import annotations

import re

from operator_desk.speech.chinese_numbers import cardinal, dialled, grouped
from operator_desk.speech.scanning import Rule, after, before, rule

# What stands behind a number that is an amount and none to dial.
QUANTITY = re.compile(
    r"[多余几来]?[万亿千百]|[多余]|元|块|角|毛|[%‰㎡℃°]|平[方米]|立方|公[里斤顷分]|千?[米克]|[个位名户人次家辆台"
    r"套间种件项张份吨亩岁天周倍头棵亩度盏只枚根条]|号楼|小时|分钟|(?:k?m|c?m|kg|g|t|mm|k[vVW])(?![a-z])"
)
_DIAL = re.compile(
    r"电话|热线|致电|拨打|拨通|来电|去电|联系|座机|传真|咨询|号码|手机|短信|客服|专线|打给|打了?|拨"
)
_CALLED = re.compile(
    r"[政务市民便民公共]*(?:服务|投诉|举报|咨询|客服|维权|监督)?(?:热线|电话|平台|专线|中心)|投诉|举报|客服|接线|话务"
)
_EMERGENCY_BEFORE = re.compile(
    r"(?:打了?过?|拨打?了?|致电|呼叫|电话|报警|联系|叫了?|热线|[、和或])[“\"（(:：，\s]*$"
)
_EMERGENCY_AFTER = re.compile(
    r"[”\")）]?(?:报警|报了?警|指挥|急救|救护|出警|接警|民警|电话|平台|热线|消防|来了|到场|台|[送拉]|"
    r"也?打不通|没人接)"
)
_CODE_BEFORE = re.compile(
    r"(?:编号|单号|验证码|邮编|邮政编码|号码|证号|账号|帐号|账户|卡号|尾号|学号|工号|代码|编码|密码|文号|流水号|"
    r"订单号?|工单号?|户号|表号|车牌|手机号?|电话|QQ|qq|微信|ID|id|口令|取件码|条形码)[号为是]?[:：“\"（(\s]*$"
)
# Hotlines of the whole country and of banks: to dial unless an amount stands behind them.
_KNOWN = re.compile(r"12[13][0-9]{2}|955[0-9]{2}|100(?:10|86|99)")
_WORDS = {"wifi": "歪 fai", "wi-fi": "歪 fai"}
_SIGNS = {
    "@": "艾特",
    ".": "点",
    "/": "斜杠",
    "-": "杠",
    "_": "下划线",
    ":": "冒号",
    "?": "问号",
    "=": "等于",
    "&": "和",
    "+": "加",
    "#": "井号",
    "%": "百分号",
    "~": "波浪号",
}


def letters(word: str) -> str:
    """A Latin word: spelt, or as it is where it reads like a word."""
    known = _WORDS.get(word.lower())
    if known:
        return known
    if len(word) > 3 and not word.isupper() and re.search("[aeiouAEIOU]", word):
        return word
    return " ".join(word.upper())


def signs(code: str) -> str:
    """A code or an address sign by sign: runs of letters and digits, a word for each mark."""
    said: list[str] = []
    for piece in re.findall(r"[A-Za-z]+|[0-9]+|.", code):
        one = _SIGNS.get(piece, "")
        if piece[0].isdecimal():
            one = grouped(piece)
        elif piece[0].isalpha():
            one = letters(piece)
        both = said and said[-1][-1:].isascii() and one[:1].isascii()
        said += [" ", one] if one and both else [one]
    return "".join(one for one in said if one)


def _mobile(found: re.Match[str]) -> str | None:
    prefix, *groups = found.groups()
    if QUANTITY.match(found.string, found.end()):
        return None
    return _prefix(prefix) + "、".join(map(dialled, groups))


def _prefix(prefix: str | None) -> str:
    if not prefix:
        return ""
    return ("加" if "+" in prefix else "") + dialled(re.sub(r"\D", "", prefix)) + "、"


def _landline(found: re.Match[str]) -> str | None:
    area, number, extension = found["area"], found["number"], found["extension"]
    if QUANTITY.match(found.string, found.end()) and "-" not in found[0]:
        return None
    said = f"{dialled(area)}、{grouped(number)}"
    if not extension:
        return said
    return f"{said}，转{'分机' * ('分机' in found[0])}{dialled(extension)}"


def _free_number(found: re.Match[str]) -> str | None:
    if QUANTITY.match(found.string, found.end()):
        return None
    return "、".join(map(dialled, found.groups()))


def _local(found: re.Match[str]) -> str | None:
    if QUANTITY.match(found.string, found.end()) or not _DIAL.search(before(found, 14)):
        return None
    extension = found[2]
    return grouped(found[1].replace("-", "")) + (f"转{dialled(extension)}" if extension else "")


def _hotline(found: re.Match[str]) -> str | None:
    if QUANTITY.match(found.string, found.end()):
        return None
    known = _KNOWN.fullmatch(found[0]) or _DIAL.search(before(found, 12))
    return dialled(found[0]) if known or _CALLED.match(found.string, found.end()) else None


def _emergency(found: re.Match[str]) -> str | None:
    if QUANTITY.match(found.string, found.end()):
        return None
    called = _EMERGENCY_BEFORE.search(before(found, 8)) and not after(found, 1).isalpha()
    if called or _EMERGENCY_AFTER.match(found.string, found.end()):
        return dialled(found[0])
    told = re.search(r"(?:打了?过?|拨打?了?|致电|叫了?)$", before(found, 4))
    return dialled(found[0]) if told else None


def _long(found: re.Match[str]) -> str | None:
    digits = re.sub(r"\D", "", found[0])
    code = _CODE_BEFORE.search(before(found, 12))
    if not code and (QUANTITY.match(found.string, found.end()) or len(digits) < 7):
        return None
    return grouped(digits)


def _identity(found: re.Match[str]) -> str:
    digits = found[0].upper()
    return "、".join((dialled(digits[:6]), dialled(digits[6:14]), dialled(digits[14:])))


def _card(found: re.Match[str]) -> str:
    return "、".join(map(dialled, found[0].split()))


def _ticket(found: re.Match[str]) -> str:
    day, desk, running = found.groups()
    return f"{dialled(day)}杠{signs(desk)}杠{dialled(running)}"


def _code(found: re.Match[str]) -> str | None:
    word, digits = found.groups()
    if len(digits) < 3 and digits[0] != "0":
        return letters(word) + cardinal(digits)
    return letters(word) + grouped(digits)


def _plate(found: re.Match[str]) -> str | None:
    number = found[2].upper()
    if not re.search("[0-9]", number):
        return None
    return f"{found[1].upper()}{'' if number[0].isdecimal() else ' '}" + signs_apart(number)


def signs_apart(code: str) -> str:
    """Letters and digits one by one, two letters apart."""
    return re.sub(r"(?<=[A-Z])(?=[A-Z])", " ", dialled(code.upper()))


def _many_signs(found: re.Match[str]) -> str:
    """Letters and digits in any order, such as a credit code of a company."""
    code = found[0]
    return "、".join(signs_apart(code[n : n + 4]) for n in range(0, len(code), 4))


def _masked(found: re.Match[str]) -> str:
    return "、".join(dialled(one).replace("*", "星") for one in found.groups() if one)


def _zero(_found: re.Match[str]) -> str:
    return "零"


def _url(found: re.Match[str]) -> str:
    return signs(re.sub(r"^[a-z]+://", "", found[0], flags=re.I).rstrip("/.,;:!?"))


_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领楚"
_EXTENSION = r"(?:[-转,，]|\s*转?(?:分机)?号?\s*)"
_ADDRESS = r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+"
_WEB = r"(?:https?|ftp)://[!-~]+|www\.[!-~]+|[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5}\.(?:com|cn|net|org)(?![A-Za-z0-9])(?:/[!-~]*)?"
EMAIL, WEB = rule(_ADDRESS, lambda found: signs(found[0])), rule(_WEB, _url)
TICKET = rule(r"([0-9]{8})-([A-Z0-9]{2,6})-([0-9]{1,9})(?![0-9A-Za-z])", _ticket)
MIXED = rule(
    r"(?=[0-9-]{0,40}[A-Za-z])(?=[A-Za-z-]{0,40}[0-9])[A-Za-z0-9]+(?:[-_/][A-Za-z0-9]+){1,20}(?![0-9A-Za-z])",
    lambda found: signs(found[0]),
)
MANY_SIGNS = rule(
    r"(?=[0-9]{0,40}[A-Za-z]{1,40}[0-9]{1,40}[A-Za-z])[A-Za-z0-9]{5,}(?![A-Za-z0-9-])", _many_signs
)
# Before days and houses, as they are longer.
FIRST_RULES: tuple[Rule, ...] = (
    EMAIL,
    WEB,
    TICKET,
    MANY_SIGNS,
    rule(r"[0-9]{17}[0-9Xx](?![0-9A-Za-z])", _identity),
)
DIGIT_RULES: tuple[Rule, ...] = (
    rule(r"[0-9]{4}(?: [0-9]{4}){3}(?: [0-9]{1,4})?(?![0-9])", _card),
    rule(r"(0086[- ]?)?(1[3-9][0-9])[- ]?([0-9]{4})[- ]?([0-9]{4})(?![0-9])", _mobile),
    rule(r"([48]00)[- ]?([0-9]{3})[- ]?([0-9]{4})(?![0-9])", _free_number),
    rule(
        r"(?P<area>0(?:10|2[0-9]|[03-9][0-9]{2}))(?:[-—～~]| ?)"
        r"(?P<number>[0-9]{7,8}|1[0-9]{4}|9[56][0-9]{3})"
        r"(?:(?:-|,?，?\s?转(?:分机)?)(?P<extension>[0-9]{1,5}))?(?![0-9])",
        _landline,
    ),
    rule(r"0(?:10|2[0-9]|[3-9][0-9]{2})(?=[）)])", lambda found: dialled(found[0])),
    rule(r"([2-8][0-9]{2,3}-?[0-9]{4})(?:-([0-9]{1,5}))?(?![0-9.])", _local),
    rule(r"(?:12[0-9]{3}|1[01]0[0-9]{2}|11[0-9]{3}|9[56][0-9]{3,4})(?![0-9.])", _hotline),
    rule(r"(?:11[0-9]|12[0-2]|999|911|311)(?![0-9.])", _emergency),
    rule(r"([0-9]{2,6})(\*{2,})([0-9]{0,6})(?![0-9])", _masked),
    rule(r"[0-9]+(?![0-9.,]?[0-9])", _long),
)
LETTER_RULES: tuple[Rule, ...] = (
    EMAIL,
    WEB,
    rule(rf"(?<=[{_PROVINCES}])([A-Za-z])[·• .-]?([A-Za-z0-9]{{4,6}})(?![A-Za-z0-9])", _plate),
    rule(r"(?<=[一二三四五六七八九〇零])[Oo](?=[一二三四五六七八九〇零年])", _zero),
    MIXED,
    MANY_SIGNS,
    rule(r"[Ww]i-?[Ff]i(?![a-z])", lambda _: _WORDS["wifi"]),
    rule(r"[Bb]([1-9])(?=[层楼])", lambda found: f"负{cardinal(found[1])}"),
    rule(r"[Bb]([1-9])(?=停车场|车库|车位)", lambda found: f"负{cardinal(found[1])}层"),
    rule(r"([A-Za-z]+)([0-9]+)(?![0-9]*\.[0-9])", _code),
    rule(r"[A-Za-z]+", lambda found: letters(found[0])),
)
