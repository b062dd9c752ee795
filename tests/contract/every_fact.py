"""One row of every table of facts."""

from __future__ import annotations

from uuid import UUID

from operator_desk.domain import facts
from operator_desk.domain.canonical import GENESIS
from operator_desk.domain.facts import Fact
from operator_desk.domain.terms import Mark, Reply, TicketState
from tests.contract import rows
from tests.contract.rows import ANNA
from tests.domain.makers import NOON


def facts_of_the_centre() -> list[Fact]:
    """One row of each list that the centre keeps."""
    staff = facts.StaffVersion(
        **rows.common(), staff_id=ANNA, login="anna", name="安娜", roles=("lead", "operator")
    )
    unit = facts.UnitVersion(
        **rows.common(), code="u1", name="Water", short_name="W", kind="company", areas=("01",)
    )
    counts = {"added": 1, "changed": 0, "unchanged": 0, "refused": 0}
    taken_in = facts.ListImport(
        **rows.common(), list_name="units", file_name="u.csv", sha256=GENESIS, **counts
    )
    return [staff, unit, taken_in]


def facts_of_editors(call: facts.Call, article: facts.ArticleVersion) -> list[Fact]:
    """One row of every table that editors of the knowledge base write."""
    of = {"article_key": article.key, "version_id": article.id}
    draft = facts.ArticleDraft(
        **rows.common(), draft_id=UUID(int=6), step="scheduled", key="law#1", based_on=article.id,
        article='{"title":"水"}', publish_on=rows.DAY, why="a new number",
    )  # fmt: skip
    flag = facts.ArticleFlag(
        **rows.common(), **of, reason="number_wrong", call_id=call.id, note="nobody answers"
    )
    mark = facts.VersionMark(**rows.common(), **of, reason="wrong number")
    return [
        draft,
        flag,
        mark,
        facts.RecallStep(**rows.common(), mark_id=mark.id, call_id=call.id, action="called"),
        facts.QueueStep(
            **rows.common(), queue="flag", subject=str(flag.id), action="assigned", due=rows.DAY
        ),
        facts.SynonymVersion(**rows.common(), lay="炒鱿鱼", stands_for=("解除", "劳动合同")),
        facts.LearnedMark(**rows.common(), action="struck", lay="押金", official="定金"),
        facts.QuestionVersion(
            **rows.common(), set_name="s", question="退押金？", gold=("law#1",), withdrawn=True
        ),
    ]


def facts_of_a_way(ticket: facts.Ticket) -> list[Fact]:
    """One row of every table that tells a ticket's way."""
    step = facts.TicketEvent(
        **rows.common(),
        ticket_id=ticket.id,
        action="dispatch",
        unit="lamps",
        co_units=("roads", "桥"),
        note="n",
        happened_at=NOON,
        designated=True,
        contacted=Reply.PARTLY,
        told="明天",
        rule_set=UUID(int=9),
    )
    card = facts.EventCardVersion(
        **rows.common(),
        card_id=UUID(int=8),
        step="published",
        title="停水",
        words="抢修中",
        keywords=("水",),
        begins_at=NOON,
    )
    return [
        step,
        facts.EventRuling(
            **rows.common(),
            ticket_id=ticket.id,
            event_id=step.id,
            n=1,
            effective=True,
            state=TicketState.DISPATCHED,
            caller_due_at=NOON,
        ),
        facts.RuleSet(
            id=UUID(int=9), at=NOON, actor=ANNA, rules=({"what": "caller", "amount": 5},)
        ),
        facts.Attachment(
            **rows.common(), ticket_id=ticket.id, sha256=GENESIS, size=3, media="text/plain",
            name="照片.jpg",
        ),
        facts.CatalogueVersion(**rows.common(), row_id=UUID(int=7), category="01", lead_unit="u"),
        facts.CalendarYear(
            **rows.common(), year=2027, sha256=GENESIS,
            days=({"date": "2027-01-01", "name": "元旦", "off": True},),
        ),
        card,
        facts.EventTold(
            **rows.common(), card_id=card.card_id, version_id=card.id, call_id=ticket.call_id,
            matter_id=ticket.matter_id,
        ),
    ]  # fmt: skip


def every_fact() -> list[Fact]:
    """One row of every table, with lists, days, instants, truth values and personal texts."""
    call, article = rows.call(reference="r-1"), rows.article("law#1", keywords=("水", "tap"))
    matter = rows.matter(call)
    ticket = rows.ticket(matter, "20261123-A07-0001", missing=("place",))
    statement = facts.Statement(
        **rows.common(),
        matter_id=matter.id,
        line=UUID(int=5),
        n=1,
        version=1,
        mark=Mark.VERBATIM,
        typed_at=NOON,
        words="水管爆了，“没人管”。\n第二行 😀",
    )
    readback = facts.Readback(
        **rows.common(), matter_id=matter.id, n=1, scope="whole", mode="manual"
    )
    answer = facts.ReadbackAnswer(
        **rows.common(),
        matter_id=matter.id,
        readback_id=readback.id,
        item="statement",
        target=statement.id,
        answer="confirmed",
    )
    return [
        *facts_of_the_centre(),
        call,
        rows.caller(call, name="王女士"),
        rows.end(call),
        rows.close(call, 12),
        matter,
        rows.form(matter, summary="漏水", elements='{"where":"桥头"}'),
        statement,
        readback,
        answer,
        rows.seal(matter, 1),
        ticket,
        *facts_of_a_way(ticket),
        article,
        rows.told(matter, article),
        *facts_of_editors(call, article),
        facts.SearchMiss(**rows.common(), query="找不到"),
        facts.SeatState(**rows.common(), state="ready"),
        facts.ViewLog(**rows.common(), what="ticket", subject=ticket.id),
        facts.Erasure(**rows.common(), personal_id=GENESIS, reason="asked for"),
        facts.Restored(**rows.common(), old_n=3, old_hash=GENESIS, new_n=2, new_hash=GENESIS),
    ]
