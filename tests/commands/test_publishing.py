"""`knowledge publish-due`: what was approved for a day is published on it, and found."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from operator_desk import app
from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.ids import new_id
from operator_desk.domain.knowledge_terms import DraftStep
from operator_desk.domain.times import now
from operator_desk.services.people import Actor, machine_actor
from tests.commands.desk import Desk

LIGHT = Article("light", ArticleKind.FAQ, "路灯不亮", "报修。", source="手册")
WATER = Article("water", ArticleKind.FAQ, "停水", "抢修。", source="手册")


def approved_for_today(desk: app.Services, writer: Actor, key: str) -> None:
    """A draft that was approved yesterday, for today."""
    drafts = desk.editing.drafts
    work = drafts.of_article(writer, key).work
    work = replace(work, article=replace(work.article, body="翻车鱼"))
    last = drafts.submit(writer, work, "核实").steps[-1]
    step, today = DraftStep.SCHEDULED, desk.counting.today()
    row = replace(last, id=new_id(), at=now(), actor=UUID(int=7), corrects=last.id, step=step)
    with desk.store.write() as tx:
        tx.add(replace(row, publish_on=today))


def found(desk: Desk) -> list[str]:
    return [hit["key"] for hit in desk.ok("--json", "knowledge", "search", "翻车鱼").rows]


def test_drafts_are_published_when_their_day_has_come(desk: Desk) -> None:
    actor = machine_actor("test")
    with app.open_desk(desk.folder, writing=True) as services:
        services.knowledge.put(actor, [LIGHT, WATER])
        for key in ("light", "water"):
            approved_for_today(services, actor, key)
        services.knowledge.put(actor, [replace(WATER, body="别的")])
    ran = desk.run("--json", "knowledge", "publish-due")
    assert (ran.code, ran.object["published"]) == (1, ["light"])
    assert [row["key"] for row in ran.object["refused"]] == ["water"]
    assert found(desk) == ["light"]
    again = desk.run("knowledge", "publish-due")
    assert (again.code, again.out) == (1, "0 drafts published.\n")
    assert again.err.startswith("water: 停水: something newer")
