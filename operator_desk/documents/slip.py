"""The dispatch slip as a form: the language of the paper is the profile's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Protocol

from operator_desk.documents import paper
from operator_desk.documents.paper import Cell, Form, Layout, Row
from operator_desk.domain.redaction import MASK
from operator_desk.domain.slip import Reach, Slip, Why
from operator_desk.domain.terms import Mark

_HEAD, _WIDE = 0.155, 0.845


class Say(Protocol):
    """A sentence in the language of the paper, its fields filled."""

    def __call__(self, text: str, /, **values: object) -> str: ...


When = Callable[[datetime], str]


def form(slip: Slip, say: Say, when: When, due: When) -> Form:
    """The paper of a slip; `when` writes an instant as local time, `due` one that is late."""
    name = say("Dispatch slip {number}", number=slip.slip_number)
    under = say("Slip {number} · sent {time}", number=slip.slip_number, time=when(slip.at))
    return Form(
        title=say("{hotline} Dispatch Slip", hotline=slip.hotline),
        under=under,
        running=say("Dispatch slip {number}, continued", number=slip.slip_number),
        rows=(*_head(slip, say), *_matter(slip, say), *_orders(slip, say, due), *_answer(say)),
        foot=say("Check code {code}", code=slip.code),
        page=say("Page {n} of {of}", n="{n}", of="{of}"),
        name=name,
    )


def pdf(slip: Slip, say: Say, when: When, due: When) -> bytes:
    """The slip as a PDF file."""
    return paper.pdf(form(slip, say, when, due))


def layout(slip: Slip, say: Say, when: When, due: When) -> Layout:
    """The slip on its pages, to be printed or looked at."""
    return Layout(form(slip, say, when, due))


def _label(words: str) -> Cell:
    return Cell(words, _HEAD, paper.LABEL, fill=True)


def _wide(label: str, words: str, style: paper.Style = paper.TEXT) -> Row:
    return Row((_label(label), Cell(words, _WIDE, style)))


def _pair(one: str, words: str, other: str, more: str, style: paper.Style = paper.TEXT) -> Row:
    half = 0.5 - _HEAD
    return Row((_label(one), Cell(words, half, style), _label(other), Cell(more, half)))


def _head(slip: Slip, say: Say) -> Iterator[Row]:
    role = say("lead unit") if slip.lead else say("co-operating unit")
    yield _pair(say("Ticket number"), slip.number, say("Slip"), _which(slip, say), paper.STRONG)
    yield _pair(
        say("To"),
        f"{slip.to}（{role}）" if _chinese(role) else f"{slip.to} ({role})",
        say("Co-operating"),
        say(", ").join(slip.co_units) or "—",
        paper.STRONG,
    )
    if not slip.lead:
        yield _wide(say("Lead unit"), slip.lead_unit)
    yield _pair(say("Kind"), slip.kind, say("Urgency"), slip.urgency)
    yield _wide(say("Category"), slip.category or slip.texts.category or "—")


def _chinese(words: str) -> bool:
    return any("\u4e00" <= sign <= "\u9fff" for sign in words)


def _which(slip: Slip, say: Say) -> str:
    if slip.n == 1:
        return say("first")
    if slip.why is Why.SECRECY:
        return say("no. {n}: secrecy was raised, slip {before} is withdrawn",
                   n=slip.n, before=slip.n - 1)  # fmt: skip
    if slip.why is Why.REWORK:
        return say("no. {n}: to be handled again", n=slip.n)
    return say("no. {n}: takes the place of slip {before}", n=slip.n, before=slip.n - 1)


def _matter(slip: Slip, say: Say) -> Iterator[Row]:
    texts = slip.texts
    yield _wide(say("Title"), texts.title or "—", paper.STRONG)
    yield _wide(say("Place"), texts.place or "—")
    yield _wide(say("Summary"), texts.summary or "—")
    if texts.elements:
        lines = "\n".join(say("{name}: {said}", name=n, said=said) for n, said in texts.elements)
        yield _wide(say("Particulars"), lines)
    if texts.statements:
        lines = "\n".join(
            f"{n}. {one.words}{_mark(one.mark, say)}" for n, one in enumerate(texts.statements, 1)
        )
        yield _wide(say("In the caller's words"), lines)
    if texts.supplements:
        yield _wide(say("Added later"), "\n".join(texts.supplements))
    if texts.note:
        yield _wide(say("Dispatcher's note"), texts.note)


def _mark(mark: Mark, say: Say) -> str:
    if mark is Mark.VERBATIM:
        return ""
    return say(" (gist)") if mark is Mark.GIST else say(" (not heard clearly)")


def _orders(slip: Slip, say: Say, due: When) -> Iterator[Row]:
    limits = slip.limits
    yield _wide(say("The caller"), "\n".join(_caller(slip, say)))
    dates = [
        (say("sign by"), limits.sign),
        (say("return by"), limits.return_),
        (say("answer by"), limits.holder),
        (say("caller's limit"), limits.caller),
    ]
    known = [(words, due(at)) for words, at in dates if at is not None]
    if len(known) == 4:
        for at in (0, 2):
            (one, first), (other, second) = known[at : at + 2]
            yield _pair(one, first, other, second, paper.STRONG)
    elif known:
        lines = (say("{one}  {other}", one=words, other=time) for words, time in known)
        yield _wide(say("Limits"), "\n".join(lines))
    else:
        yield _wide(say("Limits"), say("Not computed: ask the hotline."))
    yield _wide(say("To do"), "\n".join(_to_do(slip, say)))


def _caller(slip: Slip, say: Say) -> Iterator[str]:
    if slip.reach is Reach.DIRECT:
        both = slip.name and slip.callback
        yield (
            say("{one}  {other}", one=slip.name, other=slip.callback)
            if both
            else slip.name or slip.callback or ""
        )
    elif slip.reach is Reach.THROUGH_HOTLINE:
        yield say(
            "Kept secret. Questions to the caller and the answer go through the hotline: enter "
            "them on the ticket as a relay. Do not try to find out who called."
        )
    elif slip.name:
        yield say("{name}; no number is known.", name=slip.name)
    else:
        yield say("Anonymous or without a number: the caller cannot be reached.")
    if slip.masked:
        yield say(
            "{n} places of this slip are left out for secrecy and marked {mark}.",
            n=len(slip.masked),
            mark=MASK,
        )


def _to_do(slip: Slip, say: Say) -> Iterator[str]:
    yield say("1. Sign for this slip; return it in time, with a reason and the unit that is "
              "responsible, when it is not yours.")  # fmt: skip
    if slip.reach is Reach.DIRECT:
        yield say("2. Get in touch with the caller and look into the matter.")
    else:
        yield say("2. Look into the matter from what is written here.")
    yield say("3. Answer the hotline in writing before the limit; ask for more time before it "
              "has passed, not after.")  # fmt: skip


def _answer(say: Say) -> Iterator[Row]:
    half = 0.5 - _HEAD
    yield Row(
        (
            _label(say("Signed for by")),
            Cell("", half),
            _label(say("Date and time")),
            Cell("", half),
        ),
        least_mm=11,
        whole=True,
    )
    yield Row(
        (_label(say("Result")), Cell(say("(what was found, what was done, on what basis)"), _WIDE,
                                     paper.SMALL, top=True)),
        least_mm=42, whole=True,
    )  # fmt: skip
    yield Row(
        (
            _label(say("Handled by")),
            Cell("", half),
            _label(say("Unit's stamp, date")),
            Cell("", half),
        ),
        least_mm=14,
        whole=True,
    )
