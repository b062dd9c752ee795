"""What every certificate says of itself: what masked means, how to check it, what it proves."""

from __future__ import annotations

from collections.abc import Iterator

from operator_desk.documents import paper
from operator_desk.documents.paper import Cell, Row
from operator_desk.documents.slip import Say
from operator_desk.domain.certificate import Certificate
from operator_desk.domain.certificate_data import FILE
from operator_desk.domain.terms import Secrecy

_HEAD, _WIDE = 0.155, 0.845
_SMALL = paper.Style(points=8.5)


def rows(of: Certificate, say: Say) -> Iterator[Row]:
    """The notes at the end."""
    if of.full:
        words = say(
            "This certificate holds personal texts. It is for the proceedings it was issued for; "
            "a masked one of the same record proves the same without them."
        )
        if of.secrecy is Secrecy.ANONYMOUS:
            words = "\n".join((words, say(
                "The caller is anonymous: texts that would tell who called are left out; their "
                "commitments stand in their place."
            )))  # fmt: skip
        yield _note(say("Full"), words)
    else:
        yield _note(say("Masked"), say(
            "What was said, names and numbers are not shown. In their place stands a commitment: "
            "the SHA-256 of a random salt and the text (here its first and last eight digits, "
            "whole in the data). It tells nothing of the text; whoever is given salt and text "
            "can prove that this very text was sealed."
        ))  # fmt: skip
    yield _note(say("How to check"), "\n".join((
        say("1. The PDF file holds its data ({file}). “operator-desk ticket verify FILE.pdf” "
            "checks it without any store, and against the store where the ticket is.", file=FILE),
        say("2. Whoever does not use this program can recompute all hashes: "
            "docs/canonical-form.md describes how."),
        say("3. Paper holds no data: compare check code and hashes with those of the PDF file."),
    )))  # fmt: skip
    yield _note(say("It proves"), say(
        "that statements, answers and corrections are those that the seals cover, in this order; "
        "that a text shown is the one that was sealed; that the pages say what the data says."
    ))  # fmt: skip
    yield _note(say("It does not prove"), say(
        "that nothing was made anew: whoever owns database and witness can re-make every hash. "
        "Hold the seals and the head against a copy that somebody else has kept. Times are those "
        "of the desk's clock. A seal shows what was written down and answered, not that it "
        "was said."
    ), last=True)  # fmt: skip


def _note(label: str, words: str, *, last: bool = False) -> Row:
    cells = (Cell(label, _HEAD, paper.LABEL, fill=True), Cell(words, _WIDE, _SMALL))
    return Row(cells, whole=True, with_next=not last)
