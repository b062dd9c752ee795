"""Where else a number stands."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from operator_desk.domain.article import Article, ArticleKind, Phone
from operator_desk.domain.errors import UserError
from operator_desk.domain.terms import Role
from operator_desk.services.people import Actor
from tests.services.desk import Desk

EDITOR = Actor(UUID(int=7 << 64), "ed", "Ed", (Role.EDITOR,))
OFFICE = Article("office", ArticleKind.CONTACT, "房管局", phones=(Phone("0551-62881234"),))
PHRASE = Article("phrase", ArticleKind.PHRASE, "转接", answer="请拨 6288 1234。", section="x")
CARD = Article("card", ArticleKind.CARD, "房屋漏水", "1. 拨 62881234")
FOUND_BY = Article("old", ArticleKind.CONTACT, "房产局", old_names=("房管局 62881234",))
OTHER = Article("other", ArticleKind.FAQ, "外地", "0571-62881234")


def test_a_number_is_found_in_every_article_that_tells_it(desk: Desk) -> None:
    knowledge, where = desk.services.knowledge, desk.services.where
    knowledge.put(EDITOR, [OFFICE, PHRASE, CARD, FOUND_BY, OTHER])
    found = where.standing("0551-62881234")
    assert [(one.article.key, one.told) for one in found] == [
        ("card", True), ("office", True), ("phrase", True), ("old", False),
    ]  # fmt: skip
    left = where.left(["0551-62881234", "62880000"], "office")
    assert [(one.number, one.article.key) for one in left] == [
        ("0551-62881234", "card"),
        ("0551-62881234", "phrase"),
    ]
    knowledge.put(EDITOR, [replace(CARD, body="1. 拨 62880000")])
    gone = desk.services.knowledge.get("phrase").version_id
    desk.services.editing.withdraw(EDITOR, gone, "没有了")
    assert [one.article.key for one in where.standing("62881234")] == ["office", "other", "old"]
    with pytest.raises(UserError, match="no telephone number"):
        where.standing("房管局")
