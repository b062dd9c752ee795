"""Days, times of day, how long and how often, in a Chinese statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from operator_desk.domain import element_days
from operator_desk.domain.element_finds import Find, Kind, Trait
from operator_desk.domain.element_numerals import SOME

_D = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|廿[一二三四五六七八九])"
_PART = (
    "凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|半夜|深夜|晚间|夜间"
    "|午夜|夜晚|(?<![昨今明当])晚[饭]?(?=\\d|[一二三四五六七八九十]{1,2}点)"
)
_HOUR = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|两)"
_NO_POINT = (
    "建议|意见|要求|诉求|原因|问题|希望|说明|疑问|请求|疑惑|事实|理由|看法"
    "|想法|错|钱|水|力|子|名|击|评|赞|头|心|餐|燃|火"
)
_UNIT = (
    "年|个多?半?月|个月|周(?!岁)|个?星期|个?礼拜|天|日(?=内)|个?小时|分钟"
    "|个?工作日|个?(?:晚上|夜晚|上午|下午)|个?学期"
)
_OPEN = "多|余|来|几"

_DAY = re.compile(
    "|".join(
        (
            r"(?:19|20)\d\d[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9])(?!\d|[-/.]\d)",
            # 2017年10月18日, 去年5月, 14年底
            r"(?:(?<!\d)(?:19|20)\d\d|[一二][九〇零][〇零一二三四五六七八九]{2}"
            r"|(?<![\d.])\d\d(?=年(?:[初底末中后前]|\d{1,2}月|上半年|下半年)))年"
            r"(?!级|以上|以下)(?:(?:上|下)半年|[初底末]|(?:春节|国庆|元旦|元宵节?"
            r"|中秋)?[后](?![勤果续])|年[初底])?",
            "(?:今|去|前|明|后|上|当)年(?!轻|龄|级|终奖)(?:(?:上|下)半年|年?[初底末](?!级|中))?",
            "大?(?:今|昨|前|明|后)天|(?:今|昨|明|次|翌|当)日(?![常后])|[昨今当明]晚"
            "|今早|今晨|昨夜|明早|第二天|当天(?=[早晚上下中凌])",
            "(?:上|这|本|下)个?(?:周|星期|礼拜)[一二三四五六日天末]?|(?:周|星期"
            "|礼拜)(?:[一二三四五六日天末](?!边))",
            "(?:上|这|本|下)个?月(?!台|亮|球|饼)(?:初|底|中旬|末|[上下]旬)?",
            r"(?<![\d.个])(?:1[0-2]|0?[1-9]|十[一二]?"
            r"|[一二三四五六七八九])月(?:份)?(?!嫂|票|租|薪|子|饼)"
            r"(?:[-－至到](?:1[0-2]|0?[1-9])月份?)?"
            rf"(?:[上中下]旬|[初底末]|(?:{_D})(?:[日号](?!楼|院|线|门|店|车|栋|文|令|地"
            r"|机|信)|(?=[晚早\u6669]|上午|下午|凌晨|中午|[，,。至到-]))"
            r"(?:(?:[、/和-]|(?<=日)/)\d{1,2}[日号]?)*|\d{1,2}(?:/\d{1,2})+)?",
            r"(?<![\d.])(?:9|1[0-2]|[1-8])[-－](?:1[0-2]|[2-9])月(?:份)?",
            r"(?<![\d.第月排])(?:[0-3]?\d|[一二三]?十[一二三四五六七八九]?)[日](?!常"
            r"|用|均|元)|(?<![\d.第排\w])[0-3]?\d号(?=[早晚上下中到凌就我他开]|那天"
            r"|之?前|之?后)",
            "(?:春节|国庆|元旦|中秋|端午|清明|除夕|元宵|五一|十一"
            "|大年初[一二三四五六七八九十])(?:节|期间|假期"
            "|长假)*(?:当天)?(?:之?[前后](?!面|续|果))?(?<!十一)(?<!五一)",
            r"(?:(?<=从)|(?<=自)|(?<=于)|(?<=今年)|(?<=去年))(?:1[0-2]"
            r"|0?[1-9])\.(?:3[01]|[12]\d|0?[1-9])(?![\d.]|[元万%米公平度块个千吨倍])",
            r"(?<![\d.])(?:1[0-2]|0?[1-9])\.(?:3[01]|[12]\d|0?[1-9])(?=开始|起|在|那天"
            r"|当天|[早晚]|上午|下午|凌晨|[号日]|至今|以来|到(?:1[0-2]"
            r"|[1-9])\.)(?!\d)[号日]?",
        )
    )
)
_CLOCK = re.compile(
    rf"(?:{_PART})?(?<![\d:：.])(?:[01]?\d|2[0-4])[:：][0-5]\d(?![\d:])(?:分)?(?:左右)?"
    rf"|(?:{_PART})(?:的)?{_HOUR}[点时](?:半|一刻|三刻|整|{_D}分?"
    rf"|零{_D}分?)?(?:多钟?|钟)?(?:左右|前后)?"
    rf"|(?<![\d.第这几]){_HOUR}(?:点(?:半|一刻|三刻|整|多?钟|左右|多(?!的))"
    rf"|点[0-5]?\d分?|时[0-5]?\d分|点(?:零?{_D})分)(?:左右|前后)?"
    rf"|(?<![\d.第])(?:1?\d|2[0-4])点(?!{_NO_POINT}|[\d，,。；;、]"
    r"|[一二三四五六七八九十几]|$)(?:以?[前后](?!来))?"
)
_PART_ALONE = re.compile(f"{_PART}|\u6669|晚")
_LASTING = re.compile(
    r"(?<![\d.第周星期礼拜:：年月])(?P<fore>(?:连着|连续|持续|将近|接近|整整"
    r"|长达|大约|大概|近|约|每隔|超过|数)*)"
    r"(?:(?!(?:19|20)\d\d年)(?:\d+(?:[-－~至到]\d+)?(?:\.\d+)?"
    rf"|{SOME}{{1,4}})(?:{_OPEN})?(?:{_UNIT})(?![级代轮检底初末份纪度薪假租票]"
    r"|[一二三四五六七八九十\d]+月|中[旬学]|上旬|下旬|内科)"
    rf"|半(?:年|个月|天|个小时|小时))(?:{_OPEN}|半)?(?:左右|以上"
    r"|之久)?(?P<ago>(?:以|之)?前(?!提|面|往|后))?"
)
_IDLE = re.compile(
    "(?:^|有|某)(?:一天|一年|几年|几天|数年|数天|几个月|半天|一日)$|^(?:几"
    "|数)(?:年|天|个月|小时|分钟|周|个小时)(?:多|来|以上)?$|^百年|^(?:万"
    "|千)年"
)
_OFTEN = re.compile(
    r"每(?:天|日|晚|夜|周末?|个?月|年|个?星期"
    rf"|个?礼拜)(?:[一二三四五六日末天](?!都|个))?(?:的)?(?=(?:{_PART})"
    rf"|{_HOUR}[点:：])"
    r"|每(?:天|日|逢|到|个|逢个)?(?:周末|星期[一二三四五六日天]|周[一二三四五六日天]|晚上?|夜里)"
    rf"|(?:天天)?(?:{_PART})(?=都|一直|经常|总是)"
)
_JOINED = re.compile(r"\s|的|，?(?=凌晨|早上|上午|下午|晚上)|")
_RANGE = re.compile(r"\s*(?:[-－—–~～]+|到|至|直到)\s*(?:第二天|次日|现在(?=的))?")
_FROM = re.compile(r"(?:从|自从?|打从?|由)(?:我?[^。，,；]{0,2})?$")
_SINCE = re.compile(r"(?:就|才)?(?:份)?(?:以来|起|开始|至今|到现在|到目前|之后就|后就|过后)")
_BEFORE_UNTIL = re.compile(r"(?:截止到?|截至到?|直到|直至|到|至)(?:了)?$")
_UNTIL = re.compile("(?:为止|之前|以前|止|到期)")


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    trait: Trait
    rule: str


def times(text: str, today: date | None = None) -> Iterator[Find]:
    """Times in a statement; from `today`, the local day of the call, 昨天 counts."""
    for start, end, pieces in _joined(
        text, sorted(_pieces(text), key=lambda one: (one.start, -one.end))
    ):
        words = text[start:end]
        traits = {piece.trait for piece in pieces}
        traits |= _around(text, start, end, pieces)
        value = element_days.value(words, today)
        yield Find(Kind.TIME, start, end, words, value, frozenset(traits), pieces[0].rule)


def _pieces(text: str) -> Iterator[_Piece]:
    for hit in _OFTEN.finditer(text):
        yield _Piece(*hit.span(), Trait.OFTEN, "often")
    for hit in _DAY.finditer(text):
        yield _Piece(*hit.span(), Trait.DAY, "day")
    for hit in _CLOCK.finditer(text):
        yield _Piece(*hit.span(), Trait.CLOCK, "clock")
    for hit in _LASTING.finditer(text):
        if not _IDLE.search(
            text[max(0, hit.start() - 1) : hit.start()] + hit[0]
        ) and not _IDLE.search(hit[0]):
            yield _Piece(*hit.span(), Trait.DAY if hit["ago"] else Trait.LASTING, "lasting")
    for hit in _PART_ALONE.finditer(text):
        yield _Piece(*hit.span(), Trait.CLOCK, "part")


def _joined(text: str, pieces: list[_Piece]) -> Iterator[tuple[int, int, list[_Piece]]]:
    """Pieces that stand side by side, or from one to the other, as one time."""
    run: list[_Piece] = []
    for piece in pieces:
        if run and piece.start < run[-1].end:
            continue
        if run and _one(text, run, piece):
            run.append(piece)
            continue
        yield from _whole(run)
        run = [piece]
    yield from _whole(run)


def _whole(run: list[_Piece]) -> Iterator[tuple[int, int, list[_Piece]]]:
    if run and not all(piece.rule == "part" for piece in run):  # 晚上 alone says too little
        yield run[0].start, run[-1].end, run


def _one(text: str, run: list[_Piece], piece: _Piece) -> bool:
    between = text[run[-1].end : piece.start]
    if Trait.LASTING in (run[-1].trait, piece.trait):
        return run[-1].trait is Trait.OFTEN and not between
    if _JOINED.fullmatch(between):
        return True
    return run[-1].trait is piece.trait and _RANGE.fullmatch(between) is not None


def _around(text: str, start: int, end: int, pieces: list[_Piece]) -> set[Trait]:
    before, after = text[max(0, start - 8) : start], text[end : end + 6]
    words, found = text[start:end], set()
    lasting = all(piece.trait is Trait.LASTING for piece in pieces)
    if not lasting and (
        _FROM.search(before) or _SINCE.match(after) or words.endswith(("以来", "起"))
    ):
        found.add(Trait.SINCE)
    if not lasting and (_BEFORE_UNTIL.search(before) or _UNTIL.match(after)):
        found.add(Trait.UNTIL)
    return found
