"""The verbatim record: paragraphs become statements, statements get versions."""

from __future__ import annotations

import re
from dataclasses import replace

from operator_desk.domain.draft import FormVersion, Line, MatterDraft, Stamp, Wording
from operator_desk.domain.terms import Mark

# A statement ends after its mark; closing quotation marks and brackets still belong to it.
_END = re.compile(r"[^。！？；!?;]*[。！？；!?;]+[”’」』）)]*|[^。！？；!?;]+")


def cut(words: str) -> list[str]:
    """Run-on text cut into statements at 。！？；; no character but blanks at the cuts is lost."""
    return [part.strip() for part in _END.findall(words) if part.strip()]


def visible(matter: MatterDraft) -> tuple[Line, ...]:
    """The statements that stand in the record; withdrawn ones keep only their versions."""
    return tuple(line for line in matter.lines if line.words)


def edited(matter: MatterDraft, paragraphs: list[str], stamp: Stamp) -> MatterDraft:
    """The record after the text box was edited: one paragraph a statement, blank ones apart.

    Untouched statements keep identity, time and mark; a changed one keeps its identity; of a
    split one the first part does. A statement with stored versions is never dropped, it is
    withdrawn (no words).
    """
    new = [text.strip() for text in paragraphs if text.strip()]
    old = visible(matter)
    head = _common(tuple(line.words for line in old), tuple(new))
    tail = _common(tuple(line.words for line in old[head:])[::-1], tuple(new[head:])[::-1])
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    middle = _paired(middle_old, middle_new, len(matter.seals), stamp)
    kept = old[:head] + middle + old[len(old) - tail :]
    stay = {line.id for line in kept}
    gone = [line for line in matter.lines if line.id not in stay]
    withdrawn = tuple(replace(line, words="") for line in gone if line.versions)
    return replace(matter, lines=kept + withdrawn)


def _common(old: tuple[str, ...], new: tuple[str, ...]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _paired(old: tuple[Line, ...], new: list[str], part: int, stamp: Stamp) -> tuple[Line, ...]:
    made = [replace(line, words=text) for line, text in zip(old, new, strict=False)]
    for text in new[len(old) :]:
        made.append(Line(id=stamp.new_id(), words=text, typed_at=stamp.at, part=part))
    return tuple(made)


def marked(matter: MatterDraft, line_id: object, mark: Mark) -> MatterDraft:
    """The record with another mark on one statement."""
    lines = tuple(replace(line, mark=mark) if line.id == line_id else line for line in matter.lines)
    return replace(matter, lines=lines)


def next_mark(mark: Mark) -> Mark:
    """The mark that one key press gives: gist → verbatim → unclear → gist."""
    order = (Mark.GIST, Mark.VERBATIM, Mark.UNCLEAR)
    return order[(order.index(mark) + 1) % len(order)]


def cut_run_on(matter: MatterDraft, stamp: Stamp) -> MatterDraft:
    """Run-on statements without stored versions cut into several; the first keeps its identity."""
    lines: list[Line] = []
    for line in matter.lines:
        parts = cut(line.words) if not line.versions else [line.words]
        lines.append(replace(line, words=parts[0]) if parts else line)
        lines.extend(replace(line, id=stamp.new_id(), words=part) for part in parts[1:])
    return replace(matter, lines=tuple(lines))


def frozen(matter: MatterDraft, stamp: Stamp) -> MatterDraft:
    """The matter with a stored version for every wording and form that has none yet."""
    places = {line.id: n for n, line in enumerate(visible(matter), 1)}
    lines = tuple(_frozen_line(line, places.get(line.id, 0), stamp) for line in matter.lines)
    form = FormVersion(
        id=stamp.new_id(),
        at=stamp.at,
        kind=matter.kind,
        category=matter.category,
        category_text=matter.category_text,
        summary=matter.summary,
        elements=matter.elements,
    )
    if _has_form(matter):
        return replace(matter, lines=lines)
    return replace(matter, lines=lines, forms=(*matter.forms, form))


def is_frozen(matter: MatterDraft) -> bool:
    """Whether every wording and the form stand in a stored version."""
    lines = (
        bool(line.versions)
        and (line.versions[-1].words, line.versions[-1].mark) == (line.words, line.mark)
        for line in matter.lines
    )
    return all(lines) and _has_form(matter)


def _has_form(matter: MatterDraft) -> bool:
    names = ("kind", "category", "category_text", "summary", "elements")
    last = matter.forms[-1] if matter.forms else FormVersion(id=matter.id, at=matter.at)
    return all(getattr(last, name) == getattr(matter, name) for name in names)


def _frozen_line(line: Line, n: int, stamp: Stamp) -> Line:
    if line.versions:
        last = line.versions[-1]
        if (last.words, last.mark) == (line.words, line.mark):
            return line
        n = n or last.n
    wording = Wording(id=stamp.new_id(), at=stamp.at, n=n, mark=line.mark, words=line.words)
    return replace(line, versions=(*line.versions, wording))


def proposed_summary(matter: MatterDraft, labels: dict[str, str]) -> str:
    """A summary from category elements (label：answer), or the first statement; "" without any."""
    parts = [f"{labels.get(code, code)}：{answer}" for code, answer in matter.elements if answer]
    if parts:
        return "；".join(parts)
    first = next(iter(visible(matter)), None)
    return first.words if first else ""
