"""A ticket whose record has everything that a certificate can show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

from operator_desk.domain import call_flow, facts, readback, record
from operator_desk.domain.draft import Draft, Strip
from operator_desk.domain.drafted_steps import StepDraft
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.terms import (
    Answer,
    Mark,
    MatterKind,
    Mode,
    Outcome,
    Role,
    Scope,
    Secrecy,
)
from operator_desk.services.people import Actor
from operator_desk.services.ports import TicketQuery
from tests.services.desk import Desk

NAME, NUMBER, HOME = "欧阳建国", "13800002206", "翠湖小区3栋201室"
SAID = (
    "我是欧阳建国，住翠湖小区3栋201室。",
    "小区门口的路灯三天不亮，老人晚上出门容易摔跤。",
    "物业说要等市政来修。",
    "我打过两次电话，都没有人来。",
    "昨天晚上有人差点撞到树。",
    "电话是13800002206，白天都可以打。",
)
CORRECTED, ADDED, AGAIN = (
    "物业说要等路灯所来修，不归他们管。",
    "还有一个井盖也松了。",
    "今天又灭了两盏。",
)
PERSONAL = (
    *SAID, CORRECTED, ADDED, AGAIN, NAME, NUMBER, HOME, "翠湖", "路灯三天", "井盖",
    "欧阳先生家门前路灯不亮", "住户反映路灯不亮", "湖滨路", "0551-62881234", "三天左右", "两盏灯",
)  # fmt: skip


class Certified(Desk):
    """A centre with one such ticket; its texts are in `PERSONAL`."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.lead = self.person("lea", Role.LEAD)
        self.quality = self.person("quinn", Role.QUALITY)
        self.auditor = self.person("ada", Role.AUDITOR)
        self.lamps = self.person("lamps", Role.UNIT, "lamps")
        with self.store.write() as tx:
            tx.add(
                facts.StaffVersion(
                    id=self.clock.new_id(), at=self.clock.now(), actor=self.lead.staff_id,
                    staff_id=self.anna.staff_id, login="anna", name="安娜", roles=("operator",),
                )
            )  # fmt: skip

    def person(self, login: str, role: Role, unit: str | None = None) -> Actor:
        """Somebody with a role."""
        return Actor(self.clock.new_id(), login, login, (role,), unit)

    def ticket(self, secrecy: Secrecy = Secrecy.OPEN, said: tuple[str, ...] = SAID) -> str:
        """The number of a new ticket: read back, corrected, sealed, supplemented and sealed."""
        draft = self.begun(*said, number=NUMBER)
        draft = replace(draft, name=NAME)
        draft = self.registered(self.read_back(self._filled(draft, secrecy)))
        number = draft.matter.ticket.number if draft.matter.ticket else ""
        words = [line.words for line in record.visible(draft.matter)]
        draft = self.edited(draft, *words[:3], *words[4:])  # the fourth is withdrawn
        draft = self.frozen(self.edited(draft, *words[:3], *words[4:], ADDED))
        seal = self.services.records.seal(draft, draft.matter.id)
        self.ended(call_flow.with_seal(draft, draft.matter.id, seal), Outcome.TICKET)
        return number

    def _filled(self, draft: Draft, secrecy: Secrecy) -> Draft:
        codes = [one.code for one in self.profile.categories.elements(self._category())][:2]
        strip = Strip(
            title="欧阳先生家门前路灯不亮", place="湖滨路 5 号", unit="lamps",
            callback="0551-62881234", caller_address=HOME, secrecy=secrecy,
        )  # fmt: skip
        matter = replace(
            draft.matter, kind=MatterKind.COMPLAINT, category=self._category(), strip=strip,
            summary="住户反映路灯不亮", elements=((codes[0], "三天左右"), (codes[1], "两盏灯")),
        )  # fmt: skip
        marks = (Mark.VERBATIM, Mark.GIST, Mark.GIST, Mark.UNCLEAR)
        for line, mark in zip(matter.lines, marks, strict=False):
            matter = record.marked(matter, line.id, mark)
        return draft.with_matter(matter)

    def _category(self) -> str:
        tree = self.profile.categories
        return next(one.code for one in tree.leaves() if len(tree.elements(one.code)) > 1)

    def read_back(self, draft: Draft) -> Draft:
        """All kinds of answers; the voice is lost on the way, at last the caller hangs up."""
        matter = readback.begun(draft.matter, Scope.WHOLE, self.stamp(), Mode.VOICE, cut=False)
        confirmed, declined = Answer.CONFIRMED, Answer.DECLINED
        for answer, reason in (
            (confirmed, None), (confirmed, None), (declined, "will_not_say"), (confirmed, None),
        ):  # fmt: skip
            matter = readback.answered(matter, answer, self.stamp(), reason)
        matter = readback.corrected(matter, CORRECTED, self.stamp())
        matter = readback.answered(matter, confirmed, self.stamp())
        matter = readback.answered(
            matter, declined, self.stamp(), "words_differ", read_by=Mode.MANUAL
        )
        matter = readback.broken_off(matter, self.stamp())
        return self.frozen(draft.with_matter(matter))

    def supplemented(self, number: str, *words: str) -> UUID:
        """A second call that adds a record of its own to the ticket; its matter."""
        row = next(one for one in self.services.tickets.rows(TicketQuery()) if one.number == number)
        draft = self.begun(*(words or (AGAIN,)), number=NUMBER)
        step = StepDraft(
            id=self.clock.new_id(), at=self.clock.now(), ticket_id=row.id, number=number,
            action=Action.SUPPLEMENT, based_on=row.last_event,
        )  # fmt: skip
        draft = draft.with_matter(replace(draft.matter, steps=(step,)))
        draft = self.frozen(draft)
        seal = self.services.records.seal(draft, draft.matter.id)
        self.ended(call_flow.with_seal(draft, draft.matter.id, seal))
        return draft.matter.id

    def erased(self, part: str) -> str:
        """Erases the statement with these words, as far as a fake can; its commitment."""
        with self.store.read() as tx:
            row = next(one for one in tx.find(facts.Statement) if part in (one.words or ""))
            (proof,) = tx.evidence([(facts.Statement, row.id)])
        key = _words(proof.body)
        with self.store.write() as tx:
            tx.add(
                facts.Erasure(
                    id=self.clock.new_id(), at=self.clock.now(), actor=self.lead.staff_id,
                    personal_id=key, reason="依申请删除",
                )
            )  # fmt: skip
        return key


def _words(body: bytes) -> Any:
    import json

    return json.loads(body)["words"]
