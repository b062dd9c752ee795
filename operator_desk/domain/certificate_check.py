"""Whether the data of a certificate is true in itself: hashes, texts, seals, who points at whom.

Nothing else is needed for it, no store and no page. What it cannot find is in
docs/canonical-form.md: a certificate that was made anew from one end to the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from operator_desk.domain import facts
from operator_desk.domain.broken import Broken, fault
from operator_desk.domain.canonical import GENESIS, commitment, link_hash
from operator_desk.domain.certificate_data import Data
from operator_desk.domain.certificate_rows import OPENED, Linked
from operator_desk.domain.facts import Fact, personal_fields
from operator_desk.domain.ids import derived_id
from operator_desk.domain.seals import seal_hash
from operator_desk.domain.terms import ItemKind

CHANGED = "the row was changed"
LACKS = "a row that is named is not in the certificate: {row}"


def check(data: Data) -> Iterator[Broken]:
    """Everything that is not as it was made; nothing for a certificate that is whole."""
    yield from _links(data)
    yield from _texts(data)
    yield from _seals(data)
    yield from _belongs(data)
    yield from _statements(data)
    yield from _answers(data)
    yield from _ends(data)


def count(data: Data) -> int:
    """How many rows and texts are checked."""
    return len(data.rows) + len(data.texts)


def _links(data: Data) -> Iterator[Broken]:
    before: Linked | None = None
    seen: set[tuple[str, UUID]] = set()
    for row in data.rows:
        if row.body is not None and link_hash(row.prev, row.body) != row.hash:
            yield Broken(row.table, str(row.id), CHANGED)
        if row.n < 1 or (row.n == 1 and row.prev != GENESIS):
            yield Broken(row.table, str(row.id), "its link stands at no place of a chain")
        if (row.table, row.id) in seen:
            yield Broken(row.table, str(row.id), "the row stands twice")
        seen.add((row.table, row.id))
        if before is not None and row.n <= before.n:
            yield Broken(row.table, str(row.id), "the rows are not in the order of the chain")
        elif before is not None and row.n == before.n + 1 and row.prev != before.hash:
            yield Broken(row.table, str(row.id), "its link does not follow the link before")
        before = row


def _texts(data: Data) -> Iterator[Broken]:
    named, wanted = set[str](), dict[str, Fact]()
    for row in data.rows:
        if row.fact is None:
            continue
        for name in personal_fields(type(row.fact)):
            if (key := getattr(row.fact, name)) is not None:
                named.add(key)
                if name in OPENED.get(row.table, ()):
                    wanted[key] = row.fact
    for key, text in data.texts.items():
        if not _true(key, text.salt, text.words):
            yield Broken("personal", key, "the text is not the one that was stored")
        if key not in wanted:
            yield Broken("personal", key, "no row of the certificate names this text")
        if key in data.erased:
            yield Broken("personal", key, "the text was erased, yet it is there")
        if not data.full and text.words:
            yield Broken("personal", key, "a masked certificate shows a text")
    closed = set(data.left_out)
    for key in closed:
        if not data.full or key not in wanted or key in data.texts:
            yield Broken("personal", key, "the text is said to be left out, and is not")
    for key in wanted if data.full else ():
        if key not in data.texts and key not in closed and key not in data.erased:
            yield Broken("personal", key, "the text was removed")


def _true(key: str, salt: bytes, words: str) -> bool:
    try:
        return commitment(salt, words) == key
    except ValueError:
        return False


# -- seals -------------------------------------------------------------------------------


def _seals(data: Data) -> Iterator[Broken]:
    rows = {str(row.id): row for row in data.rows}
    before: facts.Seal | None = None
    parts: dict[UUID, int] = {}
    for seal in sorted(data.of(facts.Seal), key=lambda one: one.number):
        name, link = str(seal.id), rows[str(seal.id)]
        if not _fits(seal):
            yield Broken("seal", name, "the seal does not fit its contents")
        if seal.desk != data.desk:
            yield Broken("seal", name, "the seal is of another desk")
        if (seal.head_n, seal.head_hash) != (link.n - 1, link.prev):
            yield Broken("seal", name, "the seal names another head than its link")
        if seal.part != parts.setdefault(seal.matter_id, 0):
            yield Broken("seal", name, "a seal of this record is missing")
        parts[seal.matter_id] += 1
        yield from _follows(seal, before)
        before = seal
        for item in seal.items:
            yield from _sealed(data, rows, seal, item)


def _fits(seal: facts.Seal) -> bool:
    try:
        return seal_hash(seal) == seal.seal_hash
    except (TypeError, ValueError):
        return False


def _follows(seal: facts.Seal, before: facts.Seal | None) -> Iterator[Broken]:
    wanted = seal.previous
    if seal.number == 1:
        wanted = GENESIS
    elif before is not None and before.number + 1 == seal.number:
        wanted = before.seal_hash
    if seal.number < 1 or wanted != seal.previous or (before and before.number == seal.number):
        yield Broken("seal", str(seal.id), "does not follow the seal before")


def _sealed(
    data: Data, rows: dict[str, Linked], seal: facts.Seal, item: dict[str, str]
) -> Iterator[Broken]:
    name = str(seal.id)
    table = "statement" if item["kind"] == ItemKind.STATEMENT else "matter_form"
    for part, of in (("row", table), ("answer_row", "readback_answer")):
        key = item.get(part)
        row = rows.get(str(key))
        if key is None:
            continue
        if row is None:
            yield fault("seal", name, LACKS, row=key)
        elif row.table != of or row.content != item.get("hash" if part == "row" else "answer_hash"):
            yield fault("seal", name, "the sealed row {row} is not as it was sealed", row=key)
        elif row.fact is not None and getattr(row.fact, "matter_id", None) != seal.matter_id:
            yield fault("seal", name, "the sealed row {row} is of another record", row=key)
    answer = _fact(rows, item.get("answer_row"))
    if isinstance(answer, facts.ReadbackAnswer) and not _same_item(data, item, answer):
        yield fault("seal", name, "the sealed answer {row} is about something else", row=answer.id)


def _fact(rows: dict[str, Linked], key: object) -> Fact | None:
    row = rows.get(str(key)) if key else None
    return row.fact if row else None


def _same_item(data: Data, item: dict[str, Any], answer: facts.ReadbackAnswer) -> bool:
    """Whether an answer is the one that the item of a seal says, and about the same thing."""
    said = (item["kind"], item.get("element"), item["answer"], item.get("reason"))
    if said != (answer.item, answer.element, answer.answer, answer.reason):
        return False
    if answer.item is not ItemKind.STATEMENT:
        return True
    line_of = {str(row.id): row.line for row in data.of(facts.Statement)}
    return line_of.get(str(item["row"])) == line_of.get(str(answer.target))


# -- rows among each other -----------------------------------------------------------------


def _belongs(data: Data) -> Iterator[Broken]:
    """One ticket, its matter and call, and nothing of another ticket."""
    tickets = [row for row in data.rows if row.table == "ticket"]
    matters = {row.id: row for row in data.of(facts.Matter)}
    own = {key for key in matters if tickets and derived_id("ticket", key) == tickets[0].id}
    if len(tickets) != 1 or len(own) != 1:
        yield Broken("ticket", data.ticket, "the ticket of the certificate is not in it")
        return
    named = {one.matter_id for one in data.of(facts.TicketEvent) if one.ticket_id == tickets[0].id}
    for ticket in data.of(facts.Ticket):
        if ticket.number != data.ticket or ticket.matter_id not in own:
            yield Broken("ticket", data.ticket, "the ticket of the certificate is another one")
    calls = {row.id for row in data.of(facts.Call)}
    for key in matters.keys() - own - named:
        yield Broken("matter", str(key), "nothing joins this record to the ticket")
    for lost in named - matters.keys() - {None}:
        yield fault("ticket", data.ticket, LACKS, row=lost)
    if calls != {row.call_id for row in matters.values()}:
        yield Broken("call", data.ticket, "the calls are not those of the records")
    for row in data.rows:
        matter = getattr(row.fact, "matter_id", None)
        if matter is not None and matter not in matters:
            yield Broken(row.table, str(row.id), "the row is of another record")


def _statements(data: Data) -> Iterator[Broken]:
    """Every statement has all its wordings, each after the one it corrects."""
    lines: dict[UUID, list[facts.Statement]] = {}
    for row in data.of(facts.Statement):
        lines.setdefault(row.line, []).append(row)
    for rows in lines.values():
        rows.sort(key=lambda row: row.version)
        before: UUID | None = None
        for n, row in enumerate(rows, 1):
            if (row.version, row.corrects) != (n, before):
                yield Broken("statement", str(row.id), "a wording of this statement is missing")
            before = row.id
    yield from _chained(data.of(facts.MatterForm), "matter_form")


def _chained(rows: Iterable[facts.MatterForm], table: str) -> Iterator[Broken]:
    before: dict[UUID, UUID] = {}
    for row in rows:
        if row.corrects != before.get(row.matter_id):
            yield Broken(table, str(row.id), "a version of this form is missing")
        before[row.matter_id] = row.id


def _answers(data: Data) -> Iterator[Broken]:
    rows = {row.id: row for row in data.rows}
    line_of = {row.id: row.line for row in data.of(facts.Statement)}
    counts: dict[UUID, int] = {}
    for one in data.of(facts.Readback):
        counts[one.matter_id] = counts.get(one.matter_id, 0) + 1
        if one.n != counts[one.matter_id]:
            yield Broken("readback", str(one.id), "a readback of this record is missing")
    for answer in data.of(facts.ReadbackAnswer):
        name = str(answer.id)
        table = "statement" if answer.item is ItemKind.STATEMENT else "matter_form"
        wanted = (
            (answer.readback_id, "readback"),
            (answer.target, table),
            (answer.corrected_to, table),
            (answer.corrects, "readback_answer"),
        )
        for key, of in wanted:
            if key is None:
                continue
            found = rows.get(key)
            if found is None:
                yield fault("readback_answer", name, LACKS, row=key)
            elif found.table != of or (
                found.fact is not None
                and getattr(found.fact, "matter_id", None) != answer.matter_id
            ):
                yield Broken("readback_answer", name, "the answer points at a wrong row")
        if answer.corrected_to and line_of.get(answer.target) != line_of.get(answer.corrected_to):
            yield Broken("readback_answer", name, "the answer points at a wrong row")


def _ends(data: Data) -> Iterator[Broken]:
    """The head is not before the rows; where it, or the witness, is one of them, it is that one."""
    n, hashed = data.head
    hashes = {row.n: row.hash for row in data.rows} | ({0: GENESIS} if n else {})
    if any(row.n > n for row in data.rows) or hashes.get(n, hashed) != hashed:
        yield Broken("chain", f"{data.desk}/{n}", "the head is not that of these rows")
    seen = data.witness
    if seen is None:
        return
    known = hashes | {n: hashed}
    if seen.n > n or seen.lines < 1 or known.get(seen.n, seen.hash) != seen.hash:
        yield Broken("witness", f"{data.desk}/{seen.n}", "the witness saw another chain")
