"""Small knowledge bases for the tests of the search, and how to index and ask them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from operator_desk.domain.article import Article, ArticleKind, Phone
from operator_desk.domain.knowledge import Hit, QueryMode
from operator_desk.search.index import IndexBuilder
from operator_desk.search.searcher import Searcher

DAY = date(2026, 11, 24)
_TEXT = """
用人单位 劳动者 合同 工资 社保 医保 房屋 租赁 押金 物业 噪声 施工 夜间 公园 路灯 供水 供电
公交 地铁 停车 罚款 投诉 退款 商家 消费者 学校 学生 老人 证明 户口 登记 结婚 离婚 继承 遗嘱
"""
_WORDS = _TEXT.split()
_OTHERS = (
    "苹果",
    "葡萄",
    "河流",
    "山谷",
    "星辰",
    "诗歌",
    "钢琴",
    "画布",
    "森林",
    "海浪",
    "茶杯",
    "书架",
)


def faq(key: str, title: str, body: str = "", **more: Any) -> Article:
    """A question and its answer."""
    return Article(key, ArticleKind.FAQ, title, body, **more)


def law(name: str, *bodies: str, version: str = "", first: int = 1, **more: Any) -> list[Article]:
    """The articles of a law, as the importers make them."""
    numerals = "〇一二三四五六七八九十"
    prefix = f"{name}({version})" if version else name
    return [
        Article(
            f"{prefix}#第{numerals[number]}条",
            ArticleKind.REGULATION,
            f"{name} 第{numerals[number]}条",
            body,
            source=f"中华人民共和国{name}",
            **more,
        )
        for number, body in enumerate(bodies, first)
    ]


def contact(number: str, name: str, audience: str = "public", **more: Any) -> Article:
    """A telephone number."""
    phones = (Phone(number, audience=audience),)
    title = f"{name} {number}"
    words = (name, number)
    return Article(number, ArticleKind.CONTACT, title, keywords=words, phones=phones, **more)


def many(count: int, seed: int = 1, words: Sequence[str] = _WORDS) -> list[Article]:
    """Articles of random words, the same for the same seed."""
    dice = Random(seed)
    return [
        faq(f"m{number:04d}", "".join(dice.choices(words, k=2)), _passage(dice, words))
        for number in range(count)
    ]


def others(count: int) -> list[Article]:
    """Articles that have nothing to do with what is asked."""
    return many(count, words=_OTHERS)


def _passage(dice: Random, words: Sequence[str]) -> str:
    return "。".join("".join(dice.choices(words, k=6)) for _ in range(dice.randint(1, 8)))


@dataclass(frozen=True, slots=True)
class Edit:
    """What goes into one generation."""

    put: Sequence[Article] = ()
    delete: Sequence[str] = ()


def indexed(folder: Path, articles: Sequence[Article], names: Sequence[str] = ()) -> Searcher:
    """A search over these articles."""
    builder = IndexBuilder(folder)
    builder.reset(names)
    builder.put(list(articles))
    builder.commit()
    builder.close()
    return Searcher(folder)


def edited(folder: Path, *edits: Edit) -> None:
    """Puts and deletes in an index, a generation each."""
    builder = IndexBuilder(folder)
    for edit in edits:
        builder.put(list(edit.put))
        builder.delete(list(edit.delete))
        builder.commit()
    builder.close()


def changed(folder: Path, put: Sequence[Article] = (), delete: Sequence[str] = ()) -> None:
    """One such generation."""
    edited(folder, Edit(put, delete))


def ask(
    searcher: Searcher,
    query: str,
    limit: int = 10,
    on: date = DAY,
    mode: QueryMode = QueryMode.TYPED,
    kinds: frozenset[ArticleKind] | None = None,
) -> list[Hit]:
    """The hits of a query."""
    return searcher.search(query, limit=limit, on=on, mode=mode, kinds=kinds)


def keys(searcher: Searcher, query: str, **more: Any) -> list[str]:
    """The keys of the hits of a query."""
    return [hit.key for hit in ask(searcher, query, **more)]
