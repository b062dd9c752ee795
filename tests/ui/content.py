"""The small content of a desk under test: articles, phrases, places, units, canned hits."""

from __future__ import annotations

from datetime import date

from operator_desk.domain.article import Article, ArticleKind, Phone
from operator_desk.domain.knowledge import Hit, QueryMode
from operator_desk.domain.places import Place

ARTICLES = (
    Article(
        "own:lamp",
        ArticleKind.PROCEDURE,
        "路灯不亮怎么报修",
        "路灯不亮由市政照明养护单位维修。",
        answer="路灯报修已为您记下，两天内有人到场。",
        source="自拟",
    ),
    Article(
        "own:pension",
        ArticleKind.FAQ,
        "养老金什么时候发",
        "每月十五日前发放。",
        answer="养老金每月十五日前发放。",
        source="自拟",
    ),
    Article(
        "own:water",
        ArticleKind.CONTACT,
        "供水抢修电话",
        phones=(Phone("0551-96655", "duty", hours="24 h", confirmed_on=date(2026, 11, 1)),),
        source="自拟",
    ),
)
_SENTENCES = (
    ("opening", "您好，工号{operator}为您服务，请讲。"),
    ("listening", "请问是在什么地方？"),
    ("verify", "请问您怎么称呼？"),
    ("readback_open", "我把您说的念一遍。"),
    ("readback_item", "这样记对吗？"),
    ("readback_end", "都记好了。"),
    ("silent_1", "您好，请讲。"),
    ("silent_2", "您好，听得到吗？"),
    ("silent_3", "听不到您的声音，先挂机了。"),
    ("guide", "请拨打{city}的 12345：区号 {area_code}。"),
    ("closing", "还有别的事吗？"),
    ("progress_in_hand", "由{unit}在办理，{due}前答复。"),
    ("progress_registered", "已经登记。"),
    ("chase", "第{n}次催办，转给{unit}。"),
    ("withdraw_ask", "是什么原因？"),
    ("follow_up", "回访您反映的{title}。"),
    ("follow_up_solved", "解决了吗？"),
)
PHRASES = tuple(
    Article(f"own:{section}", ArticleKind.PHRASE, section, answer=words, section=section)
    for section, words in _SENTENCES
)
PLACES = (
    Place("34", "安徽省", "province", None, "an hui sheng", "ahs"),
    Place("3401", "合肥市", "city", "34", "he fei shi", "hfs", "0551"),
    Place("3301", "杭州市", "city", None, "hang zhou shi", "hzs", "0571"),
)
UNITS = (("lamps", "市政照明处"), ("water", "供水集团"), ("labour", "人社局"))


class CannedSearch:
    """Answers with the articles whose title shares two characters with the query."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, QueryMode]] = []
        self.scanning = False

    def __call__(
        self,
        query: str,
        *,
        limit: int,
        on: date,
        mode: QueryMode,
        kinds: frozenset[ArticleKind] | None = None,
    ) -> list[Hit]:
        """The hits, those that share most first."""
        self.asked.append((query, mode))
        found = [
            (len(set(query) & set(one.title)), one)
            for one in ARTICLES
            if kinds is None or one.kind in kinds
        ]
        best = sorted((pair for pair in found if pair[0] > 1), key=lambda pair: -pair[0])
        return [
            Hit(one.key, one.kind, one.title, score, one.validity(on), one.body[:40])
            for score, one in best[:limit]
        ]
