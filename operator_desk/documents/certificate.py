"""The certificate of a sealed record as a form: the language of the paper is the profile's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from operator_desk.documents import certificate_notes, paper
from operator_desk.documents.paper import Cell, Form, Layout, Row
from operator_desk.documents.slip import Say
from operator_desk.domain.certificate import (
    Certificate,
    Ended,
    Given,
    Item,
    Matter,
    Part,
    Sealed,
    Shown,
    State,
    Wording,
)
from operator_desk.domain.certificate_data import Data, check_code, groups
from operator_desk.domain.terms import (
    REASON_NOT_BEGUN,
    REASON_NOT_NEEDED,
    Answer,
    Entry,
    Mark,
    Mode,
    Purpose,
    Scope,
    Secrecy,
)

When = Callable[[datetime], str]
_HEAD, _WIDE = 0.155, 0.845
_COLUMNS = (0.07, 0.115, 0.11, 0.445, 0.26)  # number, time, mark, words, answer
_CELL = paper.Style(points=9.5)
_NAME = paper.Style(points=9.5, bold=True)
_CENTRE = paper.Style(points=9.5, align=paper.CENTRE)
_HASH = paper.Style(points=9)


def form(made: Certificate, data: Data, say: Say, when: When) -> Form:
    """The paper of a certificate; `when` writes an instant as local time with seconds."""
    return _Paper(made, data, say, when).form()


def layout(made: Certificate, data: Data, say: Say, when: When) -> Layout:
    """The certificate on its pages, to be printed, looked at, or held against a file."""
    return Layout(form(made, data, say, when))


class _Paper:
    """The rows of one certificate."""

    def __init__(self, made: Certificate, data: Data, say: Say, when: When) -> None:
        self._of, self._data, self._say, self._when = made, data, say, when
        self._zone = made.time_zone

    def form(self) -> Form:
        """All of it."""
        of, say = self._of, self._say
        kind = say("full") if of.full else say("masked")
        rows = [*self._head()]
        for n, matter in enumerate(of.matters):
            rows += [*self._matter(matter, n)]
        rows += [*self._proof(), *self._signature(), *certificate_notes.rows(of, say)]
        return Form(
            title="\n".join((of.hotline, say("Certificate of a Sealed Call Record"))),
            under=say("{kind} · ticket {number} · issued {time}", kind=kind, number=of.number,
                      time=self._when(of.made_at)),
            running=say("Certificate of the sealed record, ticket {number}, continued",
                        number=of.number),
            rows=tuple(rows),
            foot=say("Check code {code}", code=check_code(of.digest)),
            page=say("Page {n} of {of}", n="{n}", of="{of}"),
            name=say("Certificate {number} ({kind})", number=of.number, kind=kind),
        )  # fmt: skip

    # -- head ----------------------------------------------------------------------------

    def _head(self) -> Iterator[Row]:
        of, say = self._of, self._say
        first = of.matters[0]
        yield _pair(say("Ticket number"), of.number, say("Kind of certificate"), self._form_words())
        registered = self._when(of.registered_at) if of.registered_at else "—"
        yield _pair(
            say("Call began"), self._when(first.started_at), say("Registered at"), registered
        )
        yield _pair(say("Taken by"), self._operator(first), say("Seat"), of.desk)
        yield _pair(say("Kind"), first.kind or "—", say("The caller"), self._caller(), _CELL)
        yield _wide(say("Category"), first.category or "—")
        if of.title.state is not State.NONE:
            yield _wide(say("Title"), self._words(of.title))
        zone = say("local time of {zone}", zone=self._zone)
        yield _pair(say("All times"), zone, say("Record made"), self._entry(first), _CELL)

    def _entry(self, matter: Matter) -> str:
        """How the record came about: a reader must not take a practice call for a real one."""
        say = self._say
        if matter.purpose is Purpose.TEST:
            return say("in a practice call, not a real one")
        if matter.purpose is Purpose.NO_CALL:
            return say("by another system, without a call")
        return {
            Entry.LIVE: say("during the call"),
            Entry.AFTER_CALL: say("after the call, from paper"),
            Entry.IMPORTED: say("taken over from another record"),
        }[matter.entry]

    def _form_words(self) -> str:
        of, say = self._of, self._say
        words = say("full: with the texts") if of.full else say("masked: without the texts")
        grade = self._data.word("secrecy", of.secrecy)
        return words if of.secrecy is Secrecy.OPEN else f"{words} · {grade}"

    def _operator(self, matter: Matter) -> str:
        say = self._say
        return matter.operator or say("an account of the computer")

    def _caller(self) -> str:
        of, say = self._of, self._say
        if of.secrecy is Secrecy.ANONYMOUS:
            return say("anonymous")
        parts = [one for one in (of.name, of.callback) if one.state is not State.NONE]
        return "\n".join(map(self._words, parts)) or say("not given")

    # -- record --------------------------------------------------------------------------

    def _matter(self, matter: Matter, n: int) -> Iterator[Row]:
        say = self._say
        if n:
            name, time = self._operator(matter), self._when(matter.started_at)
            words = say("Later call of {time}, operator {name}: record that supplements the ticket",
                        time=time, name=name)  # fmt: skip
            yield _heading(words)
        for part in matter.parts:
            yield from self._part(part)
        if not matter.parts:
            yield _heading(say("Record"))
            yield Row((Cell(say("No statements were written down."), 1.0, _CELL),))
        if matter.form:
            yield _heading(say("Summary and particulars"))
            for item in matter.form:
                yield self._of_form(item)
        if matter.readbacks:
            yield _heading(say("Readbacks"))
        for one in matter.readbacks:
            words = say("no. {n}, begun {time}: {scope}, {mode}", n=one.n,
                        time=self._when(one.at), scope=self._scope(one.scope),
                        mode=self._mode(one.mode))  # fmt: skip
            yield Row((Cell(words, 1.0, _CELL),), least_mm=6.5)
        yield _heading(say("Seals"))
        for seal in matter.seals:
            yield from self._seal(seal)

    def _part(self, part: Part) -> Iterator[Row]:
        say = self._say
        title = say("Record") if not part.number else say("Supplement {n}", n=part.number)
        yield _heading(title)
        names = (say("No."), say("Time"), say("Mark"), say("Statement"), say("Answer"))
        yield Row(
            tuple(
                Cell(name, share, paper.LABEL, fill=True)
                for name, share in zip(names, _COLUMNS, strict=True)
            ),
            least_mm=7,
            with_next=True,
            head=True,
        )
        for n, item in enumerate(part.items, 1):
            present = item.wordings[-1]
            cells = (
                (str(n), _CENTRE),
                (self._clock(item.typed_at), _CENTRE),
                (self._mark(present.mark) if present.mark else "", _CENTRE),
                (self._wordings(item.wordings), _CELL),
                (self._answers(item), _CELL),
            )
            yield Row(
                tuple(
                    Cell(text, share, style)
                    for (text, style), share in zip(cells, _COLUMNS, strict=True)
                )
            )

    def _of_form(self, item: Item) -> Row:
        name = self._say("Summary")
        if item.element:
            name = self._data.word("element", item.element)
        share = sum(_COLUMNS[:3]) - _COLUMNS[0]
        return Row(
            (
                Cell(name, share, paper.LABEL, fill=True),
                Cell(self._wordings(item.wordings), 1 - share - _COLUMNS[4], _CELL),
                Cell(self._answers(item), _COLUMNS[4], _CELL),
            )
        )

    def _wordings(self, wordings: tuple[Wording, ...]) -> str:
        say, present = self._say, wordings[-1]
        if len(wordings) == 1:
            return self._words(present.words)
        lines = []
        for one in wordings[:-1]:
            time = self._clock(one.at)
            if one.mark:
                time = say("{one}, {other}", one=time, other=self._mark(one.mark))
            lines.append(say("Before ({time}): {words}", time=time, words=self._words(one.words)))
        lines.append(say("Now ({time}): {words}", time=self._clock(present.at),
                         words=self._words(present.words)))  # fmt: skip
        return "\n".join(lines)

    def _words(self, shown: Shown) -> str:
        say = self._say
        match shown.state:
            case State.OPEN:
                return shown.words
            case State.MASKED:
                return say("[masked] {short}", short=shown.short)
            case State.ERASED:
                return say("[erased] {short}", short=shown.short)
            case State.LEFT_OUT:
                return say("[left out: anonymous] {short}", short=shown.short)
            case State.WITHDRAWN:
                return say("[withdrawn]")
            case State.NONE:
                return "—"

    def _answers(self, item: Item) -> str:
        say = self._say
        lines = [self._given(one) for one in item.given]
        lines += [self._sealed_by(one) for one in item.ended]
        if not item.sealed:
            lines.append(say("not sealed"))
        return "\n".join(lines)

    def _given(self, one: Given) -> str:
        say = self._say
        words = self._answer(one.answer, one.reason)
        words = say("{words}, {time}", words=words, time=self._clock(one.at))
        if one.mode is not None:
            words = say("{one}, {other}", one=words, other=self._mode(one.mode))
        if one.changed:
            return say("{words} (changed later)", words=words)
        return say("{words} (to the wording before)", words=words) if one.before else words

    def _sealed_by(self, one: Ended) -> str:
        say = self._say
        answer = self._answer(one.answer, "" if one.read else one.reason)
        words = say("seal {n}: {answer}", n=one.seal, answer=answer)
        return say("{words} (the wording before)", words=words) if one.before else words

    def _answer(self, answer: Answer, reason: str) -> str:
        say = self._say
        word = {
            Answer.CONFIRMED: say("confirmed"),
            Answer.CORRECTED: say("corrected"),
            Answer.DECLINED: say("declined"),
            Answer.NOT_READ: say("not read"),
        }[answer]
        if not reason:
            return word
        of_program = {
            REASON_NOT_NEEDED: say("answered at once"),
            REASON_NOT_BEGUN: say("no readback was begun"),
        }
        why = self._data.says.get((answer.value, reason)) or of_program.get(reason, reason)
        return say("{word} ({why})", word=word, why=why)

    def _mark(self, mark: Mark) -> str:
        say = self._say
        return {
            Mark.VERBATIM: say("verbatim"),
            Mark.GIST: say("gist"),
            Mark.UNCLEAR: say("unclear"),
        }[mark]

    def _scope(self, scope: Scope) -> str:
        say = self._say
        return {
            Scope.GIST: say("gist readback"),
            Scope.WHOLE: say("whole readback"),
            Scope.CHANGED: say("what changed"),
        }[scope]

    def _mode(self, mode: Mode) -> str:
        say = self._say
        if mode is Mode.VOICE:
            return say("read by the machine's voice")
        return say("read by the operator")

    def _clock(self, at: datetime) -> str:
        """The time; with its day where it is not that of the call."""
        day, time = self._when(at).split(" ", 1)
        return time if day == self._when(self._of.matters[0].started_at)[:10] else f"{day} {time}"

    # -- proof ---------------------------------------------------------------------------

    def _seal(self, seal: Sealed) -> Iterator[Row]:
        say = self._say
        part = say("record") if not seal.part else say("supplement {n}", n=seal.part)
        read = say("no readback")
        if seal.read:
            read = say("{one}, {other}", one=self._scope(seal.scope), other=self._mode(seal.mode))
        words = say("{part} · {time} · items: {items} · {read}", part=part,
                    time=self._when(seal.at), items=seal.items, read=read)  # fmt: skip
        name = say("Seal {n}", n=seal.number)
        yield _wide(name, f"{words}\n{groups(seal.hash)}", _HASH, whole=True)

    def _proof(self) -> Iterator[Row]:
        of, say = self._of, self._say
        yield _heading(say("Chain, witness and data"))
        n, hashed = of.head
        head = say("{n} rows on {time}", n=n, time=self._when(of.made_at))
        yield _wide(say("Head of chain"), f"{head}\n{groups(hashed)}", _HASH, whole=True)
        if of.witness is None:
            yield _wide(say("Witness"), say("no witness was there"), _HASH)
        else:
            seen = of.witness
            words = say("{lines} lines, the newest of {time} saw {n} rows", lines=seen.lines,
                        n=seen.n, time=self._when(datetime.fromisoformat(seen.at)))  # fmt: skip
            yield _wide(say("Witness"), f"{words}\n{groups(seen.hash)}", _HASH, whole=True)
        yield _wide(say("SHA-256 of the data"), groups(of.digest), _HASH, whole=True)

    def _signature(self) -> Iterator[Row]:
        say, half = self._say, 0.5 - _HEAD
        yield Row(
            (
                _label(say("Issued by")),
                Cell(self._of.made_by, half),
                _label(say("Stamp, date")),
                Cell("", half),
            ),
            least_mm=22,
            whole=True,
        )


def _label(words: str) -> Cell:
    return Cell(words, _HEAD, paper.LABEL, fill=True)


def _wide(label: str, words: str, style: paper.Style = paper.TEXT, *, whole: bool = False) -> Row:
    return Row((_label(label), Cell(words, _WIDE, style)), whole=whole)


def _pair(one: str, words: str, other: str, more: str, style: paper.Style = paper.TEXT) -> Row:
    half = 0.5 - _HEAD
    return Row((_label(one), Cell(words, half), _label(other), Cell(more, half, style)))


def _heading(words: str) -> Row:
    return Row((Cell(words, 1.0, _NAME, fill=True),), least_mm=7, with_next=True)
