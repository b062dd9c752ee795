"""What a person has to read since the last shift, and what they keep at hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from operator_desk.domain.article import Article, ArticleKind, Phone
from operator_desk.domain.basis import basis_of
from operator_desk.domain.call_flow import told
from operator_desk.domain.errors import UserError
from operator_desk.domain.terms import Seat
from operator_desk.services.news import Item, Turn
from operator_desk.services.shelf import RECENT
from tests.services.desk import Desk

LAMP = Article(
    "own:lamp", ArticleKind.FAQ, "路灯", "正文", answer="两天内有人到场。", source="自拟"
)
OTHER = replace(LAMP, key="own:other", title="别的")
SCOPE = Article("own:scope", ArticleKind.OUT_OF_SCOPE, "法院案件", answer="请打 12368。")


def put(desk: Desk, *articles: Article) -> None:
    desk.services.knowledge.put(desk.ben, articles)


def tell(desk: Desk, key: str) -> None:
    """A whole call in which an article was told."""
    shown = desk.services.knowledge.get(key)
    draft = desk.begun("路灯不亮。")
    draft = told(draft, key, shown.version_id, shown.article.title, desk.stamp())
    desk.ended(desk.frozen(draft))


def unread(desk: Desk) -> list[Item]:
    return desk.services.news.unread(desk.anna)


def off_and_on(desk: Desk) -> None:
    """Signs off, and an hour later on again."""
    desk.services.seats.change(desk.anna, Seat.SIGNED_OFF)
    desk.clock.skip(hours=1)


@pytest.fixture
def worked(desk: Desk) -> Desk:
    """A desk at which an article was told before its person signed off."""
    put(desk, LAMP, OTHER, SCOPE)
    tell(desk, "own:lamp")
    off_and_on(desk)
    return desk


def test_what_is_told_here_and_changed_since_the_sign_off_is_news_the_shortest_first(
    worked: Desk,
) -> None:
    put(
        worked,
        replace(LAMP, answer="三天内有人到场。" * 9),
        replace(OTHER, answer="没人说过。"),
        replace(SCOPE, answer="请打 12309。"),
    )
    worked.services.news.begin(worked.anna)
    scope, lamp = unread(worked)
    assert (scope.after.key, lamp.after.key) == ("own:scope", "own:lamp")
    assert lamp.turn is Turn.CHANGED
    assert lamp.before == LAMP


def test_whoever_never_sat_here_has_nothing_to_read(desk: Desk) -> None:
    put(desk, SCOPE)
    desk.services.news.begin(desk.anna)
    assert unread(desk) == []
    put(desk, replace(SCOPE, answer="请打 12309。"))
    assert [item.turn for item in unread(desk)] == [Turn.CHANGED]


def test_favourites_are_news_too_and_words_for_the_search_alone_are_not(worked: Desk) -> None:
    worked.services.shelf.star(worked.anna, "own:other")
    worked.services.news.begin(worked.anna)
    put(worked, replace(OTHER, title="另一个"), replace(LAMP, keywords=("灯",), owner="某人"))
    assert [item.after.title for item in unread(worked)] == ["另一个"]


def test_what_was_read_is_gone_and_what_was_not_waits_for_the_next_shift(worked: Desk) -> None:
    worked.services.news.begin(worked.anna)
    put(worked, replace(LAMP, answer="三天内。"), replace(SCOPE, answer="请打 12309。"))
    first, second = unread(worked)
    worked.services.news.mark_read(worked.anna, [first.id])
    off_and_on(worked)
    worked.services.news.begin(worked.anna)
    assert unread(worked) == [second]
    worked.services.news.mark_read(worked.anna, [second.id])
    assert unread(worked) == []
    put(worked, replace(SCOPE, answer="请打 12388。"))
    (third,) = unread(worked)
    assert third.before is not None
    assert third.before.answer == "请打 12309。"


def test_a_day_that_repeals_a_text_is_news_without_a_new_version(worked: Desk) -> None:
    local = worked.profile.local_day(worked.clock.now())
    put(worked, replace(LAMP, repealed_on=local + timedelta(days=2)))
    worked.services.news.begin(worked.anna)
    worked.services.news.mark_read(worked.anna, [item.id for item in unread(worked)])
    assert unread(worked) == []
    worked.clock.skip(days=3)
    assert [item.turn for item in unread(worked)] == [Turn.REPEALED]


def test_new_phrases_are_new_and_nothing_older_than_a_month_is_shown(worked: Desk) -> None:
    worked.services.news.begin(worked.anna)
    put(worked, Article("own:hello", ArticleKind.PHRASE, "开头", answer="您好。"))
    assert [item.turn for item in unread(worked)] == [Turn.NEW]
    worked.clock.skip(days=40)
    assert unread(worked) == []


def test_the_articles_opened_last_are_kept_and_favourites_stand_first(desk: Desk) -> None:
    keys = [f"own:{n}" for n in range(RECENT + 2)]
    put(desk, *(replace(LAMP, key=key) for key in keys))
    shelf = desk.services.shelf
    for key in (*keys, "own:5"):
        shelf.opened(desk.anna, key)
    assert shelf.star(desk.anna, "own:0")
    kept = shelf.kept(desk.anna)
    assert len(kept.recent) == RECENT
    assert [head.key for head in kept.heads][:3] == ["own:0", "own:5", "own:11"]
    assert not shelf.star(desk.anna, "own:0")
    assert shelf.kept(desk.anna).stars == ()
    assert shelf.kept(desk.ben).heads == ()


CONTACT = Article(
    "own:12368",
    ArticleKind.CONTACT,
    "诉讼服务 12368",
    phones=(Phone("12368"), Phone("0551-62881234", audience="internal")),
)
LAW = Article("劳动法#第五十条", ArticleKind.REGULATION, "劳动法 第五十条", "工资按月支付。")


def test_a_text_leads_to_laws_contacts_and_articles_that_are_there(desk: Desk) -> None:
    text = (
        "依据《中华人民共和国劳动法》第五十条、第五十一条；打 12368 或 0551-62881234；见 own:lamp。"
    )
    guide = Article("own:wages", ArticleKind.PROCEDURE, "欠薪", text, answer="请打 12368。")
    put(desk, CONTACT, LAW, LAMP, guide)
    opened = desk.services.reading.open("own:wages")
    assert [link.key for link in opened.links] == ["own:12368", LAW.key, "own:lamp"]
    assert opened.links[0].title == CONTACT.title
    assert basis_of(desk.services.reading.open(LAW.key).shown.article) == "《劳动法》第五十条"
    with pytest.raises(UserError):
        desk.services.reading.open("no such")


def test_a_number_that_moves_to_another_contact_leads_there_at_once(desk: Desk) -> None:
    put(desk, CONTACT, SCOPE)
    assert [link.key for link in desk.services.reading.open("own:scope").links] == ["own:12368"]
    put(desk, replace(CONTACT, phones=()), replace(CONTACT, key="own:court"))
    assert [link.key for link in desk.services.reading.open("own:scope").links] == ["own:court"]


def test_a_version_after_the_one_on_the_screen_is_noticed(desk: Desk) -> None:
    put(desk, LAMP)
    opened = desk.services.reading.open("own:lamp")
    newer = desk.services.reading.newer
    assert newer("own:lamp", opened.shown.version_id) is None
    put(desk, replace(LAMP, answer="三天内。", version_date=date(2026, 11, 1)))
    found = newer("own:lamp", opened.shown.version_id)
    assert found is not None
    assert found.version_id == desk.services.knowledge.get("own:lamp").version_id
    assert not found.withdrawn
