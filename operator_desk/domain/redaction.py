"""Takes out of a text what would tell who called: names, numbers, addresses, in any spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from operator_desk.domain.folding import Folded, fold
from operator_desk.domain.numbers import number_key

MASK = "■■"  # both are in the shipped font

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶"
    "程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎"
    "贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿"
    "关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华"
    "喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗"
    "瞿桂佟臧闵苟邬边卞姬仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩佘池查麻苑迟邝"
)
DOUBLE = (
    "欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳"
    "|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐"
)
_TITLES = (
    "先生|女士|小姐|太太|夫人|同志|师傅|老师|大爷|大妈|大叔|大姐|大哥|大嫂|阿姨|叔叔|奶奶|爷爷"
    "|老太|老人家|某某|某"
)
_BEFORE = ("姓", "老", "小", "阿")
_SURNAME = f"(?:{DOUBLE}|[{SURNAMES}])"
_ANY_TITLED = re.compile(
    f"{_SURNAME}(?:[\u4e00-\u9fff]{{0,2}}(?:先生|女士|小姐|太太)|某某|某(?![些个种年月日天处地事]))"
)
_SAYS_NAME = re.compile(
    f"(?:我叫|名叫|我姓|姓名是?:?|名字是?叫?:?|本人叫?(?={_SURNAME}))"
    f"({_SURNAME}(?:[\u4e00-\u9fff](?![住在来是的,。]))?[\u4e00-\u9fff]?)"
)
_ENGLISH_TITLED = re.compile(r"(?:mr|mrs|ms|miss|dr)\b\.?\s+[a-z][a-z'-]+", re.IGNORECASE)
_PLACE_END = "室|户|房|栋|幢|座|单元|号楼|号院|号|小区|公寓|花园|家园|大厦|新村|村|组"
# Where somebody says to live: of an anonymous ticket nothing else is known.
_SAYS_HOME = re.compile(
    "(?:住址?[在是于]?|家在)"
    rf"((?:(?!的)[\u4e00-\u9fff\da-z]){{1,20}}?(?:{_PLACE_END})"
    rf"(?:(?!的)[\u4e00-\u9fff\da-z]{{1,8}}?(?:{_PLACE_END}))*)"
)
_MAIL = re.compile(r"[a-z0-9][a-z0-9._%+-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_HANDLE = re.compile(r"(?:微信号?|qq号?|wechat)(?:是|为)?:?([a-z][a-z0-9]{4,19}|[1-9]\d{4,11})")
_RUN = re.compile(r"\d{5,}x?")
_MOBILE = re.compile(r"(?:\+?86|0086|0)?1[3-9]\d{9}")
_IDENTITY = re.compile(
    r"[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]"
)
_OLD_IDENTITY = re.compile(r"[1-9]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}")
_PREFIX = r"(?:\+?86|0086|0)?"

# What an address is made of, from wide to narrow; the wide parts tell nobody's home.
_WIDE = re.compile(
    r".{1,9}?(?:特别行政区|自治区|自治州|自治县|街道|社区|地区|省|市|区|县|旗|镇|乡|盟)"
)
_BLOCKS = "小区|公寓|花园|家园|大厦|广场|新村|山庄|别墅"
_ROADS = "大道|大街|路|街|巷|胡同"
_HAN = r"[^\W\da-z_号栋幢座室]"
_NARROW = re.compile(
    rf"(?P<road>(?:(?!{_BLOCKS}){_HAN}){{1,8}}?(?:{_ROADS}))"
    rf"|(?P<block>(?:(?!{_ROADS}){_HAN}){{1,8}}?(?:{_BLOCKS}|[苑村庄里弄寨屯组城府园居院]))"
    r"|(?P<house>[\da-z甲乙丙丁]{1,8}(?:号楼|号院|号|栋|幢|座|单元|楼|层))"
    r"|(?P<room>[\da-z]{1,8}(?:室|户|房)|(?<!\d)\d{3,5}$)"
    r"|(?P<rest>\w)"
)


class Kind(StrEnum):
    """What was taken out."""

    NAME = "name"
    NUMBER = "number"
    ADDRESS = "address"
    IDENTITY = "identity"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Hit:
    """One place: what it was, and the words that stood there."""

    kind: Kind
    words: str


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text with marks in it, and what they stand for in their order."""

    text: str
    hits: tuple[Hit, ...] = ()


_Span = tuple[int, int, Kind]


@dataclass(frozen=True, slots=True)
class Redactor:
    """Takes out what is known of a person, and all that has the form of private data.

    `names`, `numbers` and `addresses` as they were stored. Names count with blanks inside, with
    the surname and a title, and without the surname; numbers with or without prefix, area code
    and marks, in any digits; of an address all from its street or estate down to the room.
    """

    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    _of_names: tuple[re.Pattern[str], ...] = field(init=False)
    _of_numbers: tuple[re.Pattern[str], ...] = field(init=False)
    _of_addresses: tuple[re.Pattern[str], ...] = field(init=False)

    def __post_init__(self) -> None:
        of_names = [one for name in self.names for one in _name_patterns(name)]
        of_numbers = [one for number in self.numbers for one in _number_patterns(number)]
        of_addresses = {part for one in self.addresses for part in address_parts(one)}
        object.__setattr__(self, "_of_names", tuple(of_names))
        object.__setattr__(self, "_of_numbers", tuple(of_numbers))
        object.__setattr__(self, "_of_addresses", tuple(map(_alone, sorted(of_addresses))))

    def __call__(self, text: str) -> Redacted:
        """The text with a mark in every such place."""
        spans = _joined([*self._known(text), *_private(text)])
        made, hits, at = [], [], 0
        for start, end, kind in spans:
            made += [text[at:start], MASK]
            hits.append(Hit(kind, text[start:end]))
            at = end
        return Redacted("".join([*made, text[at:]]), tuple(hits))

    def _known(self, text: str) -> Iterable[_Span]:
        plain, digits = fold(text), fold(text, digits=True, pauses=True)
        for pattern in self._of_names:
            yield from _found(plain, pattern, Kind.NAME)
        for pattern in self._of_numbers:
            yield from _found(digits, pattern, Kind.NUMBER)
        if not self._of_addresses:
            return
        counted = fold(text, digits=True, numerals=True, pauses=True)
        for folded in (fold(text, pauses=True), digits, counted):
            for part in self._of_addresses:
                yield from _found(folded, part, Kind.ADDRESS)


def _found(folded: Folded, pattern: re.Pattern[str], kind: Kind, group: int = 0) -> Iterable[_Span]:
    for found in pattern.finditer(folded.text):
        if found.end(group) > found.start(group):
            yield *folded.span(found.start(group), found.end(group)), kind


def _joined(spans: Sequence[_Span]) -> list[_Span]:
    """The spans in their order, those that overlap as one of the first one's kind."""
    made: list[_Span] = []
    for start, end, kind in sorted(spans, key=lambda one: (one[0], -one[1])):
        if made and start < made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]), made[-1][2])
        else:
            made.append((start, end, kind))
    return made


def _private(text: str) -> Iterable[_Span]:
    """Whatever has the form of somebody's number, papers, account or name with a title."""
    digits, plain = fold(text, digits=True, pauses=True), fold(text)
    for run in _RUN.finditer(digits.text):
        for pattern, kind in ((_IDENTITY, Kind.IDENTITY), (_MOBILE, Kind.NUMBER)):
            for found in pattern.finditer(run[0]):
                begin = run.start() + found.start()
                yield *digits.span(begin, begin + len(found[0])), kind
        if _OLD_IDENTITY.fullmatch(run[0]):
            yield *digits.span(run.start(), run.end()), Kind.IDENTITY
    yield from _found(fold(text, marks=True), _MAIL, Kind.ACCOUNT)
    yield from ((found.start(), found.end(), Kind.NAME) for found in _ENGLISH_TITLED.finditer(text))
    yield from _found(plain, _HANDLE, Kind.ACCOUNT, 1)
    yield from _found(plain, _ANY_TITLED, Kind.NAME)
    yield from _found(plain, _SAYS_NAME, Kind.NAME, 1)
    yield from _found(plain, _SAYS_HOME, Kind.ADDRESS, 1)


# -- what is known of a person ---------------------------------------------------------------


def _name_patterns(name: str) -> Iterable[re.Pattern[str]]:
    folded = fold(re.sub(f"(?:{_TITLES})$", "", name.strip())).text
    if not folded:
        return
    if re.fullmatch(r"[\u3400-\u9fff\U00020000-\U0003ffff]+", folded):
        yield from _han_patterns(folded)
        return
    yield re.compile(re.escape(folded))
    for word in name.split():
        part = fold(word).text
        if len(part) > 1 and part not in ("mr", "mrs", "ms", "dr", "miss"):
            yield re.compile(re.escape(part))


def _han_patterns(name: str) -> Iterable[re.Pattern[str]]:
    double = re.match(DOUBLE, name)
    surname = double[0] if double else name[0]
    given = name[len(surname) :]
    if len(name) > 1:
        yield re.compile(re.escape(name))
    if len(given) > 1:
        yield re.compile(re.escape(given))
    last = re.escape(surname)
    yield re.compile(f"{last}(?:{_TITLES}|总|工|姓)")
    yield re.compile(f"(?:{'|'.join(_BEFORE)}){last}")


def _number_patterns(number: str) -> Iterable[re.Pattern[str]]:
    key = re.sub(r"\D", "", number_key(fold(number, digits=True, pauses=True).text))
    if not key:
        return
    if len(key) < 7:  # a short number is only itself, never a part of another
        yield re.compile(rf"(?<!\d){key}(?!\d)")
        return
    yield re.compile(_PREFIX + key)
    area = re.match(r"0(?:10|2\d|[3-9]\d{2})(?=\d{7,8}$)", key)
    if area:
        yield re.compile(_PREFIX + key[1:])
        yield re.compile(key[area.end() :])
    yield re.compile(f"(?:尾号|后四位|末四位)(?:是|为)?({key[-4:]})")


def address_parts(address: str) -> tuple[str, ...]:
    """The parts of an address that would tell whose home it is, folded for comparing."""
    made: list[str] = []
    for digits, numerals in ((False, False), (True, False), (True, True)):
        made += _parts(fold(address, pauses=True, digits=digits, numerals=numerals).text)
    if address.isascii():  # without the words for street and room, the commas part it
        made += (fold(part).text for part in address.split(",") if len(part.split()) > 1)
    return tuple(dict.fromkeys(made))


def _alone(part: str) -> re.Pattern[str]:
    """Finds a part, but not within a longer number: 201室 is not 1201室."""
    before = r"(?<!\d)" if part[0].isdigit() else ""
    after = r"(?!\d)" if part[-1].isdigit() else ""
    return re.compile(f"{before}{re.escape(part)}{after}")


def _parts(whole: str) -> list[str]:
    if len(whole) < 2:
        return []
    at = 0
    while (wide := _WIDE.match(whole, at)) and not wide[0].endswith(("小区", "园区")):
        at = wide.end()
    tokens = [
        (found.lastgroup, found.start(), found.end()) for found in _NARROW.finditer(whole, at)
    ]
    made = [whole] if at < len(whole) else []
    if at < len(whole) and (len(whole) - at > 3 or not tokens):
        made.append(whole[at:])
    for n, (kind, start, end) in enumerate(tokens):
        if (kind == "block" and end - start > 2) or kind == "room":
            made.append(whole[start:end])
        for _kind, _start, last in tokens[n + 1 :]:
            if kind != "rest" and last - start > 3:
                made.append(whole[start:last])
    return made
