"""Money and how many people, in a Chinese statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from operator_desk.domain.element_finds import Before, Find, Kind, Trait, hits
from operator_desk.domain.element_numerals import DIGITS, NUMBER, SOME, figure, money, whole

_ABOUT = "(?:多|余|来|几)?"
_FORE = "(?:上|近|约|超过?|数|将近|大约|不到)?"
_UNIT = (
    r"(?:[十百千万亿]*(?:元|圆|人民币|美元"
    r"|(?<!一)块(?!钱?干)(?![地砖板田石牌玻肉区布手表屏])|毛(?![病坯孩])"
    r"|角(?![度落色])))"
)
_JOIN = r"[-－—~～至到、]"
_MONEY = re.compile(
    rf"[￥¥]\s?(?:{DIGITS})[万千]?"
    rf"|(?<![\d.第]){_FORE}(?:{NUMBER}{_ABOUT}{_JOIN})?{NUMBER}{_ABOUT}(?:万{_ABOUT})?{_UNIT}"
    r"(?!旦|宵|素|件|月[初底])(?:[一二两三四五六七八九\d](?:毛"
    r"|角)?(?![一二两三四五六七八九十\d年月日个]))?"
    r"(?:钱|整|左右|以上|以下)?"
)
_COUNTED = r"[人户个名位套平亩次辆件只头株棵斤吨公里米方步册字家条张所座台份户口年天日岁级届栋词亿]"
_GREAT = re.compile(
    rf"(?<![\d.第\u4e00-\u9fff])?(?P<it>(?:{DIGITS}{_JOIN})?(?:{DIGITS}"
    rf"|[一二两三四五六七八九十百几]+){_ABOUT}万"
    rf"(?:多|余|左右|以上|[一二三四五六七八九](?![\u4e00-\u9fff]))*)(?!{_COUNTED}"
    r"|[\u4e00-\u9fff]?[家户]|能|分|一|无|事|物|里)"
)
_PAID = re.compile(
    r"(?:[交付花退赔罚欠缴][给了]*(?:了|我们?|他们?|款|费|金)?|工资|押金|价格"
    r"|费用|[金款费价])(?:是|为|才|只有|共|一共|大概|约)*"
    r"(?P<it>(?<![\d.])[1-9]\d{2,6}(?:[-－~]\d{2,6})?(?:多|左右"
    r"|以上)?)(?![\d.]|[-－/]\d"
    r"|\s?[%％年月日号人户个名位套平亩次米天小张件条号楼])"
)

_IDLE_MONEY = re.compile("[十百千万亿]*(?:元|块)")  # 万元户
_FEE = re.compile(
    r"(?<![\d.])(?P<it>[1-9]\d{2,6})(?=块?的?(?:学杂费|学费|押金|定金|工资"
    r"|租金|房租|罚款|报名费|违约金))"
)

_COINS = re.compile(r"(?P<high>.+?)(?:元|圆|块)(?P<low>[\d一二三四五六七八九])(?:毛|角)?")

_FOR = Before(
    (Trait.LEFT, "(?:还剩|剩余|剩下|还有|余额|没用完|未用)[^，。；]{0,6}$"),
    (Trait.OWED, "(?:欠|拖欠|未付|没给|没发|未发|不给|不退|没退)[^，。；]{0,8}$"),
    (Trait.PAID, "(?:交|付|花|充|缴|转|买|收|给|支付|办卡|预存|存)(?:了|过|给)?[^，。；]{0,8}$"),
)

_NOUNS = (
    "老人|孩子|小孩|学生|业主|居民|村民|儿子|女儿|员工|职工|工人|农民工|民工"
    "|护士|医生|老师|教师|病人"
    "|患者|同事|同学|家长|乘客|司机|顾客|消费者|租户|租客|男子|女子|男的|女的|男孩|女孩|大人|成年人"
    "|工友|群众|百姓|老百姓|婴儿|游客|保安|工作人员|邻居|亲戚|朋友|子女|保洁"
    "|住户|商户|客户|学员|考生"
)
_NOUN = f"(?:(?:[\u4e00-\u9fff]{{0,2}})?(?:{_NOUNS}))?"
_OF = (
    "位(?![置于数列移])|名(?![字单额牌次义称气声])|户(?![型口籍外主])|号人|口人|人次"
    "|人(?![民员事工口大类格身均间才们为行造流物性体])"
    f"|个(?:人(?![民员事工才为])|(?=[\u4e00-\u9fff]{{0,2}}(?:{_NOUNS})))|家(?:人|(?=住户|商户|农户|企业))"
)
_PEOPLE = re.compile(
    rf"(?<![\d.第每家千万]){_FORE}(?P<n>(?:{SOME}[、]{SOME}"
    rf"|{DIGITS}[-－~至到])?{NUMBER}{_ABOUT})(?:{_OF}){_NOUN}"
)
_IDLE = re.compile("^(?:[一半](?:个人|人|家人|位|户)$|万人|十[人]$)")


def amounts(text: str) -> Iterator[Find]:
    """Sums of money, with the unit, in 万, or bare behind a word for paying."""
    found = (
        *hits(Kind.AMOUNT, "money", _MONEY, text),
        *hits(Kind.AMOUNT, "ten_thousands", _GREAT, text),
        *hits(Kind.AMOUNT, "paid", _PAID, text),
        *hits(Kind.AMOUNT, "paid", _FEE, text),
    )
    for find in found:
        if _IDLE_MONEY.match(find.words):
            continue
        traits = _FOR.traits(text, find)
        yield replace(find, value=_money(find.words), traits=traits)


def _money(words: str) -> str:
    bare = re.sub(
        r"[￥¥\s]|[多余来]|左右|以上|以下|人民币|钱|整|^(?:上|近|约|超过?|共|将近|大约|不到)",
        "",
        words,
    )
    parts = _COINS.fullmatch(bare)
    value = figure(parts["high"] if parts else re.sub("[元圆块]$", "", bare))
    if value is None:
        return ""
    if parts:
        value += (whole(parts["low"]) or 0) / 10
    return money(value)


def people(text: str) -> Iterator[Find]:
    """How many people or households."""
    for hit in _PEOPLE.finditer(text):
        if _IDLE.search(hit[0]):
            continue
        value = whole(re.sub("[多余来]", "", hit["n"]))
        yield Find(
            Kind.PEOPLE, *hit.span(), hit[0], "" if value is None else str(value), rule="counted"
        )
