"""Addresses, roads, estates, villages and known places in a Chinese statement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from operator_desk.domain.element_finds import Before, Find, Kind, Trait
from operator_desk.domain.places import Place, place_in

# Where a name cannot go on to the left: words that stand before a place, and signs no name has.
STOPS = (
    "位于|住在|家住|座落|坐落|前往|经过|路过|来到|走到|进入|通往|发现|投诉"
    "|反映|举报|关于|希望|要求|建议|目前|现在|今天|昨天|最近"
    "|附近|旁边|靠近|我们|你们|他们|咱们|大家|请问|以及|或者|其他|其它|所有"
    "|整个|全部|部分|因为|由于|对于|如果|但是|而且|因此"
    "|所以|没有|可以|应该|已经|还是|就是|都是|这个|那个|哪个|一个|几个|各个"
    "|某个|每个|这条|那条|一条|两条|该条|相关|有关|政府"
    "|领导|居民|业主|市民|群众|百姓|目的地|号码|根据|按照|通过|需要|进行|属于"
    "|来自|自从|称为|叫做|名叫|名为|地址|修建"
    "|打造|建设|开发的|买了|开了|租了|购买|入住|在于|旁的|说是|本来|原来|早在"
    "|县里|市里|省里|住的|人数|尊敬|感谢|您好|你好"
    "|近日|日前|当时|之前|以前|之后|以后|期间|左右|上午|下午|晚上|早上|凌晨"
    "|中午|门口|对面|隔壁|两旁|两侧|另外|首先|确保|代表|恢复|早日|实行|弄得"
    "|真正|一所|两所|三所|几所|多所|听闻|据查|缺乏|涉嫌|侵占|走进|走出|参加|少数"
    "|责怪|核定|搞得|指路|临近|邻近|作为|做为|表扬|依据|比照|监督|促进|评为|导致|剩下"
    "|建成|大多数|考虑|划入|陪|直达|满足|督促|咨询|引导|转为|转变|变为|性质|报名|当天"
    "|勒令|查处|入读|就读|领取|开设|私自|扩建|认可|协调|增设|偏袒|出入|认为|列入|不知"
    "|用做|用作|下属|何谈|联系|承诺|拆除|搬迁|绝大|造成|影响|损害|占用|破坏|污染|改成"
    "|改为|成立|组织|举办|管理处|负责|归属|隶属|移交|发展|推进|加强|完善|提升|解决|处理|开具|带领|带动|忍受|鼓励|批准|同意|潜入"
    "|变成|等待|专设|急送|必经"
)
_STOP_SIGNS = (
    "的了在是与及从到去至于我你您他她它们这那该此每各被把让给使将对由就都也还"
    "又很已未不没要请问说住等着且而但若则吗呢吧啊和本某有"
)
_KEPT = "和(?=平|谐|美|顺|兴|润|盛|泰)|将(?=军)|有(?=为|色)|本(?=溪)"
_STOP = re.compile(f"{STOPS}|物业|为(?!民)|[按乘比临求知系](?=[A-Z])|(?!{_KEPT})[{_STOP_SIGNS}]")
_SIGN = "[\u4e00-\u7b2b\u7b2d-\u9fffA-Za-z0-9]"  # all but 第
_ROADS = (
    "(?:大道|大街|路(?![灯面边过径线人况标费障网由程途子])|街(?![道坊头区])"
    "|巷(?![子道])|胡同|高速(?!公)|立交桥?|高架桥?|大桥|环线|隧道)"
)
_ESTATES = (
    "(?:住宅小?区|小区|花园|家园|公寓|大厦|山庄|别墅|新村|花苑|家苑|新苑|佳苑"
    "|雅苑|嘉苑|名苑|廉租房|安置[房区]|公租房|宿舍|家属院"
    "|广场|商业街|步行街|公馆|豪庭|华庭|华府|名府|花城|水岸|名城|工业园"
    "|产业园|科技园|园区|开发区|高新区|经开区|新城)"
)
_SPOTS = (
    "(?:公园|水库|码头|机场|火车站|高铁站|汽车站|地铁站|客运站|收费站|车站"
    "|体育馆|图书馆|风景区|景区|湿地|农贸市场|菜市场|大坝)"
)
_VILLAGES = "(?:社区|村(?![民委里庄支官镇干落级])|村委会|居委会|组(?![织成长建合团])|屯|庄村)"
_AREAS = (
    "(?:自治县|县(?![长里级城委领局市政纪])|区(?![长级域委政间别分教]|县)"
    "|[市州盟旗](?![场长民政里委级区县级面容领纪局内属])"
    "|镇(?![长政里压上的静党民])|乡(?![镇下村亲民土里政党上])|街道(?!办公))"
)
_NUMBER = (
    r"(?:(?<!第)(?:[\dA-Za-z]{1,5}(?:[-－之]\d{1,4}){0,3}"
    r"|[一二三四五六七八九十百零]{1,5}|[甲乙丙丁东南西北中])"
    r"(?:号楼|号院|号门|号(?!线|文|令)|栋|幢|座(?![位])|单元|楼(?![上下道层])"
    r"|层|室(?![内外])|户(?![人口型])|弄|期(?![间限末望货待])|门面)"
    r"|[A-Za-z东南西北]区(?=\s?[\dA-Za-z一二三四五六七八九十]{1,3}[栋座号幢]))"
)
_ROUTE = (
    r"(?:[GSgs]?\d{2,4}国道|[\d]{2,4}[国省县]道|[GSX]\d{2,4}(?:国道|省道|高速)?(?=[^\dA-Za-z]))"
)
_WHERE = (
    "(?:(?:与|和|、|至)[\u4e00-\u9fff]{2,6}?(?:大道|大街|路|街)(?:的)?(?:交汇处?"
    "|交叉口|交口|交界处?|路口)(?:[东南西北]{1,2}[角侧面边])?|路段"
    "|(?:十字|丁字|三岔)?路口|交叉口|交汇处|[东南西北]{1,2}(?:门|侧|面|边|角"
    "|头|口)|大?门口|附近|旁边?|对面|隔壁|背后|后[面边]|斜对面"
    "|[一二三四五六七八九十\\d]{1,2}楼|中段|沿线)"
)


@cache
def _part(least: int) -> re.Pattern[str]:
    """A part of an address whose name has some signs at least: the shortest one from there."""
    return re.compile(
        rf"(?P<route>{_ROUTE})|(?P<house>{_NUMBER})|(?P<letter>[A-Z]\d{{0,2}}{_AREAS})"
        rf"|(?!\d){_SIGN}{{{least},9}}?(?:(?P<estate>{_ESTATES}(?:小区"
        rf"|社区)?(?!{_ROADS}))|(?P<spot>{_SPOTS})"
        rf"|(?P<road>{_ROADS})|(?P<village>{_VILLAGES})|(?P<area>{_AREAS}))"
    )


# What such a part begins with when it names nothing in particular.
_GENERIC = re.compile(
    "^(?:(?:本|我|全|外|各|老|新|旧|大|小|城|农|乡|周边|某|同|整|多|多个|市"
    "|县|省|镇|区|村|社|片|居民|住宅|安置|商业|封闭|开放|高档|普通|一般|一些"
    "|许多|邻|郊|盲|吸烟|学|撤|山|景|厂|库|校|园|园林|辖|街|灾|病|禁|特|地|分|城市|城区"
    "|工业|旅游|自然|中心|行政|经济|都|夜|集|股|楼|门|上|超|菜|农贸|办事处?"
    "|火车|汽车|高铁|客运|公交|公交车|地铁|医疗|机动车|非机动车|停|停车|候车"
    "|员工|职工|学生|教师|单身|公共|国家|国有|私人|附近|多层|电梯|空中|地下"
    "|屋顶|城镇|乡镇|省会|地级|县级|直辖|人行|非机动|主干|快速|环城|水泥|柏油"
    "|沥青|泥巴|泥|土|石子|高速|盲|消防|应急|绿化|生命|人生|出|走|思|线|铁|马"
    "|公|道|电|网|水|气|管|修|修通|问|带|领|引|同|绕|堵|让|半|沿|陆|套|销|后"
    "|退|死|活|生|丝绸之|[一二三四两](?=条|路|街|巷|村|组|区|个)|这|那|上班"
    "|回家|逛|上|满|扶贫|文明|书记|党支部|工作|小|班|专案|调查|领导|项目|检查"
    "|巡视|互助|生产|自然|空心|示范|贫困|重点|兄弟|美丽|国防|过|交通|专|专用"
    "|双|回|跑|开|探|迷|顺|靠|赶|铺|进|返|来回|农村|连接|通村|通组|公用|街头"
    "|其他|相关|整条|条|段|所在|部|位|车|工|种)+)?"
    "(?:住宅小?区|小区|花园|公寓|大厦|别墅|新村|廉租房|安置[房区]|公租房|宿舍"
    "|家属院|广场|商业街|步行街|工业园|产业园|科技园|园区|开发区"
    "|高新区|经开区|新城|大道|大街|路|街|巷|胡同|高速|立交桥?|高架桥?|大桥"
    "|环线|隧道|公园|水库|码头|机场|火车站|高铁站|汽车站|地铁站|客运站"
    "|收费站|车站|体育馆|图书馆|风景区|景区|湿地|农贸市场|菜市场|大坝|社区|村"
    "|村委会|居委会|组|屯|县|区|市|州|盟|旗|镇|乡|街道|水岸|名城)$"
)
_LEAD = re.compile(
    r"^(?!家园|向阳|路易|开元|开福|上海|下沙|后海|前门|前进|外滩|内蒙|里仁"
    r"|回龙|多伦|处州|上城|下城|时代|来广|开发|回民|外环|内环|上饶|开封|开平"
    r"|路桥|买|后街|前街|上虞|见龙|用直|为民|向荣|当阳|当涂)(?:家|现|又|才|即"
    r"|如|因|为|用|以|向|往|当|看|找|见|买|租|开|搬|回|路|处|条|个|段|把|叫|后"
    r"|前|时|里|内|外|边|上|下|多|次|来)(?=[\u4e00-\u9fffA-Za-z]{2})"
)
_BETWEEN = re.compile(r"\s?|的|(?:内|里)(?:的)?|[（(]")
_HOME = Before(
    (Trait.HOME, "(?:住在?|家住|[我他她]们?家在?|住址[是:：]?|住的地方是|家庭住址[是:：]?)$")
)
_WEAK = frozenset({"house"})


@dataclass(frozen=True, slots=True)
class KnownPlaces:
    """Districts, streets and communities of the desk's list, found by their whole names."""

    places: tuple[Place, ...] = ()
    _by_start: Mapping[str, tuple[Place, ...]] = field(init=False)

    def __post_init__(self) -> None:
        by_start: dict[str, list[Place]] = {}
        for place in self.places:
            if place.level in ("district", "street", "community") and len(place.name) > 2:
                by_start.setdefault(place.name[:2].lower(), []).append(place)
        frozen = {
            key: tuple(sorted(found, key=lambda one: -len(one.name)))
            for key, found in by_start.items()
        }
        object.__setattr__(self, "_by_start", frozen)

    def among(self, text: str) -> Iterator[tuple[int, int, Place]]:
        """Where known names stand, the longest at each place."""
        low, at = text.lower(), 0
        while at < len(low) - 1:
            for place in self._by_start.get(low[at : at + 2], ()):
                if low.startswith(place.name.lower(), at):
                    yield at, at + len(place.name), place
                    at += len(place.name) - 1
                    break
            at += 1

    def code(self, words: str, near: Iterable[Place]) -> str:
        """The code of the narrowest of some known places that stand in words; "" if unsure."""
        return place_in(words, near) or ""


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    group: str
    place: Place | None = None


_GROUPS = {"district": "area", "street": "area", "community": "village"}
_TRAITS = {
    "route": Trait.ROAD, "road": Trait.ROAD, "spot": Trait.ROAD, "estate": Trait.ESTATE,
    "village": Trait.VILLAGE, "house": Trait.HOUSE, "area": Trait.AREA,
}  # fmt: skip


def places(text: str, known: KnownPlaces) -> Iterator[Find]:
    """Places in a statement, each as far as its parts stand side by side."""
    run: list[_Piece] = []
    for piece in [*_pieces(text, known), None]:
        if run and piece and _BETWEEN.fullmatch(text[run[-1].end : piece.start]):
            run.append(piece)
            continue
        if run and (find := _find(text, run, known)):
            yield replace(find, traits=_HOME.traits(text, find))
        run = [piece] if piece else []


def _pieces(text: str, known: KnownPlaces) -> list[_Piece]:
    found = [
        _Piece(start, end, _GROUPS[place.level], place) for start, end, place in known.among(text)
    ]
    made: list[_Piece] = []
    at = 0
    for piece in [*found, None]:
        until = piece.start if piece else len(text)
        made += _spoken(text, at, until)
        if piece:
            made.append(piece)
            at = piece.end
    return made


def cleared(text: str, stop: re.Pattern[str]) -> str:
    """A text of the same length with blanks where a name cannot stand."""
    return stop.sub(lambda hit: " " * len(hit[0]), text)


def _spoken(text: str, at: int, until: int) -> Iterator[_Piece]:
    clear, least = cleared(text, _STOP), 1
    while hit := _part(least).search(clear, at, until):
        start, end, group = hit.start(), hit.end(), hit.lastgroup or ""
        if group in ("house", "route", "letter"):
            yield _Piece(start, end, "area" if group == "letter" else group)
            at, least = end, 1
            continue
        lead = _LEAD.match(text[start:end])
        first = start + (lead.end() if lead else 0)
        if _names(text[first:end], group):
            yield _Piece(first, end, group)
            at, least = end, 1
        elif end - start < 9:  # 城市 names nothing, but perhaps 城市花园 does
            at, least = start, end - start
        else:
            at, least = end, 1


def _names(words: str, group: str) -> bool:
    numbered = group == "road" and words[-2:-1].isdigit()  # 28路 is a bus
    return len(words) > 1 and not numbered and not _GENERIC.match(words)


def _find(text: str, run: list[_Piece], known: KnownPlaces) -> Find | None:
    groups = {piece.group for piece in run}
    cities = all(piece.group == "area" and text[piece.end - 1] in "市州盟" for piece in run)
    if cities or (groups <= _WEAK and not _lives(text, run)):
        return None
    start, end = run[0].start, run[-1].end
    while where := re.compile(rf"的?{_WHERE}").match(text, end):
        end = where.end()
    words = text[start:end]
    narrow = groups - {"area"}
    traits = frozenset(_TRAITS[group] for group in (narrow or groups))
    listed = [piece.place for piece in run if piece.place is not None]
    rule = "known" if listed else run[0].group
    return Find(Kind.PLACE, start, end, words, known.code(words, listed), traits, rule)


def _lives(text: str, run: list[_Piece]) -> bool:
    """Whether numbers of a house alone are a place: two of them, or said to be one."""
    if len(run) > 1:
        return True
    words = text[run[0].start : run[0].end]
    return words.endswith(("栋", "幢", "号楼", "单元", "室")) and words[0] not in "一两"
