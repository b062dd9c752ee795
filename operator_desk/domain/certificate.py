"""What stands on a certificate: made of its data alone, so that anybody can make it again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from uuid import UUID

from operator_desk.domain import facts
from operator_desk.domain.certificate_data import Data
from operator_desk.domain.certificate_parts import Certificate as Certificate
from operator_desk.domain.certificate_parts import Ended as Ended
from operator_desk.domain.certificate_parts import Given as Given
from operator_desk.domain.certificate_parts import Item as Item
from operator_desk.domain.certificate_parts import Matter as Matter
from operator_desk.domain.certificate_parts import Part as Part
from operator_desk.domain.certificate_parts import Read as Read
from operator_desk.domain.certificate_parts import Sealed as Sealed
from operator_desk.domain.certificate_parts import Shown as Shown
from operator_desk.domain.certificate_parts import State as State
from operator_desk.domain.certificate_parts import Wording as Wording
from operator_desk.domain.errors import UserError
from operator_desk.domain.ids import derived_id
from operator_desk.domain.terms import Answer, ItemKind
from operator_desk.domain.views import newest


def of(data: Data) -> Certificate:
    """What stands on the certificate of this data. UserError: a row it cannot do without lacks."""
    ticket = next(iter(data.of(facts.Ticket)), None)
    return Certificate(
        hotline=data.hotline,
        language=data.language,
        time_zone=data.time_zone,
        full=data.full,
        secrecy=data.secrecy,
        number=data.ticket,
        desk=data.desk,
        made_at=data.made_at,
        made_by=data.made_by,
        registered_at=ticket.registered_at if ticket else None,
        title=shown(data, ticket.title if ticket else None),
        name=shown(data, ticket.caller_name if ticket else None),
        callback=shown(data, ticket.callback if ticket else None),
        matters=tuple(_matter(data, row) for row in matters(data)),
        head=data.head,
        witness=data.witness,
        digest=data.digest,
    )


def shown(data: Data, commitment: str | None) -> Shown:
    """A text of the data, or what stands for it."""
    if commitment is None:
        return Shown(State.NONE)
    if commitment in data.erased:
        return Shown(State.ERASED, commitment)
    if (text := data.texts.get(commitment)) is not None:
        state = State.OPEN if text.words else State.WITHDRAWN
        return Shown(state, commitment, text.words)
    return Shown(State.LEFT_OUT if commitment in data.left_out else State.MASKED, commitment)


def matters(data: Data) -> list[facts.Matter]:
    """The matters of the ticket: its own first, then those that supplement it, by their calls."""
    ticket = {row.id for row in data.rows if row.table == "ticket"}
    started = {row.id: row.started_at for row in data.of(facts.Call)}
    rows = data.of(facts.Matter)
    if not rows or any(row.call_id not in started for row in rows):
        raise UserError("The certificate lacks the call or the matter that it is about.")
    return sorted(
        rows,
        key=lambda row: (
            derived_id("ticket", row.id) not in ticket,
            started[row.call_id],
            row.n,
            row.id,
        ),
    )


def _matter(data: Data, row: facts.Matter) -> Matter:
    call = next(one for one in data.of(facts.Call) if one.id == row.call_id)
    forms = [one for one in data.of(facts.MatterForm) if one.matter_id == row.id]
    form = newest(forms)
    seals = [one for one in data.of(facts.Seal) if one.matter_id == row.id]
    record = _Record(data, row.id, seals)
    read = sorted(
        (one for one in data.of(facts.Readback) if one.matter_id == row.id), key=lambda one: one.n
    )
    return Matter(
        started_at=call.started_at,
        entry=call.entry,
        purpose=call.purpose,
        operator=_operator(data, call),
        kind=data.word("kind", form.kind) if form else "",
        category=_category(data, form),
        parts=tuple(record.parts()),
        form=tuple(record.of_form(forms, form)),
        readbacks=tuple(Read(one.n, one.at, one.scope, one.mode) for one in read),
        seals=tuple(_sealed(one, read) for one in sorted(seals, key=lambda one: one.number)),
    )


def _sealed(seal: facts.Seal, readbacks: Iterable[facts.Readback]) -> Sealed:
    return Sealed(
        number=seal.number,
        part=seal.part,
        at=seal.at,
        items=len(seal.items),
        scope=seal.scope,
        mode=seal.mode,
        read=any(one.at <= seal.at for one in readbacks),
        hash=seal.seal_hash,
    )


def _operator(data: Data, call: facts.Call) -> str:
    rows = [one for one in data.of(facts.StaffVersion) if one.staff_id == call.actor]
    known = max(rows, key=lambda one: (one.at, one.id), default=None)
    return known.name if known else ""


def _category(data: Data, form: facts.MatterForm | None) -> str:
    if form is None:
        return ""
    return data.word("category", form.category) or form.category_text or ""


class _Record:
    """The record of one matter, put together from its rows."""

    def __init__(self, data: Data, matter: UUID, seals: Iterable[facts.Seal]) -> None:
        self._data, self._matter = data, matter
        self._answers = [one for one in data.of(facts.ReadbackAnswer) if one.matter_id == matter]
        self._changed = {one.corrects for one in self._answers}
        self._ended: dict[tuple[str, str], list[Ended]] = {}
        for seal in sorted(seals, key=lambda one: one.number):
            for item in seal.items:
                key = (str(item.get("row")), str(item.get("element", item.get("kind"))))
                self._ended.setdefault(key, []).append(
                    Ended(
                        seal.number,
                        Answer(item["answer"]),
                        str(item.get("reason", "")),
                        "answer_row" in item,
                    )
                )

    def parts(self) -> Iterator[Part]:
        """The statements by the seal they came before; inside in the order of the record."""
        lines: dict[UUID, list[facts.Statement]] = {}
        for row in self._data.of(facts.Statement):
            if row.matter_id == self._matter:
                lines.setdefault(row.line, []).append(row)
        made: dict[int, list[facts.Statement]] = {}
        for rows in lines.values():
            rows.sort(key=lambda row: row.version)
            made.setdefault(rows[-1].part, []).append(rows[-1])
        for number, last in sorted(made.items()):
            last.sort(key=lambda row: (row.n, row.typed_at, row.id))
            yield Part(number, tuple(self._line(lines[row.line]) for row in last))

    def _line(self, rows: list[facts.Statement]) -> Item:
        ids, last = {row.id for row in rows}, rows[-1]
        return Item(
            kind=ItemKind.STATEMENT,
            typed_at=last.typed_at,
            wordings=tuple(Wording(r.at, shown(self._data, r.words), r.mark) for r in rows),
            given=self._given((one for one in self._answers if one.target in ids), last.id),
            ended=self._ends([row.id for row in rows], ItemKind.STATEMENT),
            n=last.n,
        )

    def _ends(self, rows: list[UUID], name: str) -> tuple[Ended, ...]:
        """How the wordings in these rows ended, the present one last."""
        return tuple(
            replace(one, before=row != rows[-1])
            for row in rows
            for one in self._ended.get((str(row), name), ())
        )

    def of_form(
        self, forms: list[facts.MatterForm], form: facts.MatterForm | None
    ) -> Iterator[Item]:
        """The summary and the elements, each with what it said before it was corrected."""
        if form is None:
            return
        about = {ItemKind.SUMMARY.value} if form.summary else set()
        said = _elements(shown(self._data, form.elements))
        of_seals = [name for row, name in self._ended if row == str(form.id)]
        codes = [one for one in said if said[one]]
        codes += [name for name in of_seals if name not in (*said, *ItemKind)]
        for name in [*about, *dict.fromkeys(codes)]:
            yield self._of_form(forms, form, name)

    def _of_form(self, forms: list[facts.MatterForm], form: facts.MatterForm, name: str) -> Item:
        summary = name == ItemKind.SUMMARY
        answers = [
            one
            for one in self._answers
            if one.item is not ItemKind.STATEMENT and (one.element or ItemKind.SUMMARY) == name
        ]
        corrected = {one.target for one in answers if one.corrected_to} - {form.id}
        rows = [*(one for one in forms if one.id in corrected), form]
        return Item(
            kind=ItemKind.SUMMARY if summary else ItemKind.ELEMENT,
            typed_at=rows[0].at,
            wordings=tuple(Wording(row.at, self._said(row, name)) for row in rows),
            given=self._given(answers, None),
            ended=self._ends([row.id for row in forms], name),
            element="" if summary else name,
        )

    def _said(self, form: facts.MatterForm, name: str) -> Shown:
        if name == ItemKind.SUMMARY:
            return shown(self._data, form.summary)
        whole = shown(self._data, form.elements)
        if whole.state is not State.OPEN:
            return whole
        words = _elements(whole).get(name, "")
        return Shown(State.OPEN if words else State.NONE, whole.id, words)

    def _given(
        self, answers: Iterable[facts.ReadbackAnswer], present: UUID | None
    ) -> tuple[Given, ...]:
        ordered = sorted(answers, key=lambda one: (one.at, one.id))
        return tuple(
            Given(
                at=one.at,
                answer=one.answer,
                reason=one.reason or "",
                mode=one.mode,
                changed=one.id in self._changed,
                before=bool(present) and not one.corrected_to and one.target != present,
            )
            for one in ordered
        )


def _elements(text: Shown) -> dict[str, str]:
    """Code and answer of each element; nothing where the text is not open."""
    if text.state is not State.OPEN:
        return {}
    try:
        found = json.loads(text.words)
    except ValueError:
        return {}
    return {str(code): str(said) for code, said in found.items()} if isinstance(found, dict) else {}
