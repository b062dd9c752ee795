"""The readback: which items are read, in which order, and what the caller said to each."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from operator_desk.domain import record
from operator_desk.domain.draft import Given, Item, MatterDraft, ReadbackDraft, Stamp
from operator_desk.domain.terms import (
    REASON_HUNG_UP,
    REASON_SCOPE,
    Answer,
    ItemKind,
    Mark,
    Mode,
    Scope,
)


def begun(
    matter: MatterDraft,
    scope: Scope,
    stamp: Stamp,
    mode: Mode = Mode.MANUAL,
    *,
    cut: bool = True,
) -> MatterDraft:
    """The matter with a new readback: run-on text cut, wordings frozen, items in reading order.

    Gist and unclear statements come first. Items outside the scope are answered *not read*
    for the reason *scope* at once, unless this very wording was answered before.
    """
    matter = record.frozen(record.cut_run_on(matter, stamp) if cut else matter, stamp)
    read, rest = _in_scope(matter, scope)
    skipped = tuple(
        _given(matter, item, Answer.NOT_READ, stamp, REASON_SCOPE) for item in _open(matter, rest)
    )
    readback = ReadbackDraft(
        id=stamp.new_id(),
        at=stamp.at,
        n=len(matter.readbacks) + 1,
        scope=scope,
        mode=mode,
        items=tuple(read) + skipped,
    )
    return replace(matter, readbacks=(*matter.readbacks, readback))


def _in_scope(matter: MatterDraft, scope: Scope) -> tuple[list[Item], list[Item]]:
    items = all_items(matter)
    if scope is Scope.WHOLE:
        return items, []
    if scope is Scope.CHANGED:
        return unhandled(matter), []
    loose = {line.id for line in matter.lines if line.mark is not Mark.VERBATIM}
    read = [item for item in items if item.kind is not ItemKind.STATEMENT or item.line in loose]
    return read, [item for item in items if item not in read]


def all_items(matter: MatterDraft) -> list[Item]:
    """Everything that can be read: summary, elements, gist and unclear statements, the others."""
    items = [Item(kind=ItemKind.SUMMARY)] if matter.summary else []
    items += [
        Item(kind=ItemKind.ELEMENT, element=code) for code, answer in matter.elements if answer
    ]
    lines = record.visible(matter)
    ordered = sorted(lines, key=lambda line: line.mark is Mark.VERBATIM)
    return items + [Item(kind=ItemKind.STATEMENT, line=line.id) for line in ordered]


def target(matter: MatterDraft, item: Item) -> UUID:
    """The stored row an item is read from: the statement's version, or the form's."""
    if item.kind is ItemKind.STATEMENT:
        line = next(line for line in matter.lines if line.id == item.line)
        return line.versions[-1].id
    return matter.forms[-1].id


def words(matter: MatterDraft, item: Item, labels: dict[str, str] | None = None) -> str:
    """What is read for an item: its present wording."""
    if item.kind is ItemKind.STATEMENT:
        return next((line.words for line in matter.lines if line.id == item.line), "")
    if item.kind is ItemKind.SUMMARY:
        return matter.summary
    answer = dict(matter.elements).get(item.element or "", "")
    return f"{(labels or {}).get(item.element or '', item.element)}：{answer}"


def answered_wordings(matter: MatterDraft) -> set[tuple[object, str]]:
    """Items whose very wording the caller has confirmed or declined: (item's key, words)."""
    return {
        (key(item), words_of(matter, item, given.target))
        for readback in matter.readbacks
        for item in readback.items
        for given in item.given[-1:]
        if given.answer in (Answer.CONFIRMED, Answer.DECLINED)
    }


def key(item: Item) -> object:
    """What an item is about, whatever its wording: the line, the element's code, the summary."""
    return item.line or item.element or item.kind


def words_of(matter: MatterDraft, item: Item, row: UUID) -> str:
    """What an item said in a stored row of it."""
    if item.kind is ItemKind.STATEMENT:
        line = next(line for line in matter.lines if line.id == item.line)
        return next(version.words for version in line.versions if version.id == row)
    form = next(form for form in matter.forms if form.id == row)
    if item.kind is ItemKind.SUMMARY:
        return form.summary
    return dict(form.elements).get(item.element or "", "")


def _open(matter: MatterDraft, items: list[Item]) -> list[Item]:
    done = answered_wordings(matter)
    return [item for item in items if _wording(matter, item) not in done]


def _wording(matter: MatterDraft, item: Item) -> tuple[object, str]:
    return key(item), words_of(matter, item, target(matter, item))


def unhandled(matter: MatterDraft) -> list[Item]:
    """The items of a frozen matter whose wording has no answer and was not left out by scope."""
    left_out = {
        (key(item), words_of(matter, item, given.target))
        for readback in matter.readbacks
        for item in readback.items
        for given in item.given[-1:]
        if given.reason == REASON_SCOPE
    }
    items = _open(matter, all_items(matter))
    return [item for item in items if _wording(matter, item) not in left_out]


def interrupted(matter: MatterDraft) -> bool:
    """Whether the last readback has open items and still covers all there is to read."""
    readback = matter.readback
    if readback is None or finished(matter) or not record.is_frozen(matter):
        return False
    waiting = {key(item) for item in readback.items if item.answer is None}
    return all(key(item) in waiting for item in unhandled(matter))


def first_open(matter: MatterDraft) -> int:
    """The place of the first open item of the last readback."""
    readback = matter.readback
    return _next_open(readback.items, len(readback.items)) if readback else 0


def current(matter: MatterDraft) -> Item | None:
    """The item being read, None when all have an answer."""
    readback = matter.readback
    if readback is None or readback.current >= len(readback.items):
        return None
    return readback.items[readback.current]


def finished(matter: MatterDraft) -> bool:
    """Whether every item of the last readback has an answer."""
    readback = matter.readback
    return readback is not None and all(item.answer is not None for item in readback.items)


def _given(
    matter: MatterDraft,
    item: Item,
    answer: Answer,
    stamp: Stamp,
    reason: str | None = None,
    corrected_to: UUID | None = None,
    read: UUID | None = None,
    mode: Mode | None = None,
) -> Item:
    given = Given(
        id=stamp.new_id(),
        at=stamp.at,
        answer=answer,
        target=read or target(matter, item),
        reason=reason,
        corrected_to=corrected_to,
        mode=mode,
    )
    return replace(item, given=(*item.given, given))


def answered(
    matter: MatterDraft,
    answer: Answer,
    stamp: Stamp,
    reason: str | None = None,
    read_by: Mode | None = None,
) -> MatterDraft:
    """The current item answered (confirmed, declined, not read) and the next open one current.

    `read_by`: who read the item; None: who the readback was begun with.
    """
    readback, item = _now(matter)
    done = _given(matter, item, answer, stamp, reason, mode=_other(readback, answer, read_by))
    items = _put(readback, done)
    return _with(
        matter, replace(readback, items=items, current=_next_open(items, readback.current))
    )


def corrected(
    matter: MatterDraft,
    new_words: str,
    stamp: Stamp,
    *,
    read_again: bool = True,
    read_by: Mode | None = None,
) -> MatterDraft:
    """The current item corrected: a new wording, which is the next item to be read.

    Without `read_again` (a script that tells only how the item ended) it is not read again.
    """
    readback, item = _now(matter)
    read = target(matter, item)
    changed = record.frozen(_reworded(matter, item, new_words.strip()), stamp)
    mode = _other(readback, Answer.CORRECTED, read_by)
    done = _given(changed, item, Answer.CORRECTED, stamp, None, target(changed, item), read, mode)
    again = Item(kind=item.kind, line=item.line, element=item.element, again=True)
    at = readback.current
    if not read_again:
        items = _put(readback, done)
        return _with(changed, replace(readback, items=items, current=_next_open(items, at)))
    items = (*_put(readback, done)[: at + 1], again, *readback.items[at + 1 :])
    return _with(changed, replace(readback, items=items, current=at + 1))


def _other(readback: ReadbackDraft, answer: Answer, read_by: Mode | None) -> Mode | None:
    """Who read an item, where it is not who began the readback; of what was not read nobody."""
    return None if answer is Answer.NOT_READ or read_by is readback.mode else read_by


def correcting(matter: MatterDraft, typed: str | None) -> MatterDraft:
    """The new wording of the current item as far as it is typed; None: none is being typed."""
    readback = matter.readback
    return _with(matter, replace(readback, typed=typed)) if readback else matter


def wording(matter: MatterDraft, item: Item) -> str:
    """What a correction of an item begins with: its present words, of an element the answer."""
    if item.kind is ItemKind.ELEMENT:
        return dict(matter.elements).get(item.element or "", "")
    return words(matter, item)


def settled(matter: MatterDraft, stamp: Stamp) -> MatterDraft:
    """A new wording that was still being typed taken as it stands."""
    readback, item = matter.readback, current(matter)
    typed = " ".join((readback.typed or "").split()) if readback else ""
    matter = correcting(matter, None)
    if item is None or typed in ("", wording(matter, item)):
        return matter
    return corrected(matter, typed, stamp)


def _reworded(matter: MatterDraft, item: Item, new_words: str) -> MatterDraft:
    if item.kind is ItemKind.SUMMARY:
        return replace(matter, summary=new_words)
    if item.kind is ItemKind.ELEMENT:
        elements = tuple(
            (code, new_words if code == item.element else answer)
            for code, answer in matter.elements
        )
        return replace(matter, elements=elements)
    lines = tuple(
        replace(line, words=new_words) if line.id == item.line else line for line in matter.lines
    )
    return replace(matter, lines=lines)


def moved(matter: MatterDraft, step: int) -> MatterDraft:
    """The item before (-1) or after (+1) made current; never beyond the ends."""
    readback = matter.readback
    if readback is None:
        return matter
    place = min(max(readback.current + step, 0), len(readback.items) - 1)
    return _with(matter, replace(readback, current=max(place, 0)))


def at_item(matter: MatterDraft, place: int) -> MatterDraft:
    """The item at a place made current."""
    readback = matter.readback
    return moved(matter, place - readback.current) if readback else matter


def broken_off(matter: MatterDraft, stamp: Stamp, reason: str = REASON_HUNG_UP) -> MatterDraft:
    """Every open item of the last readback answered *not read* for a reason."""
    matter = settled(matter, stamp)
    readback = matter.readback
    if readback is None:
        return matter
    items = tuple(
        item if item.given else _given(matter, item, Answer.NOT_READ, stamp, reason)
        for item in readback.items
    )
    return _with(matter, replace(readback, items=items, current=len(items)))


def _now(matter: MatterDraft) -> tuple[ReadbackDraft, Item]:
    item = current(matter)
    if item is None or matter.readback is None:
        raise LookupError("no item is being read")
    return matter.readback, item


def _put(readback: ReadbackDraft, item: Item) -> tuple[Item, ...]:
    at = readback.current
    return (*readback.items[:at], item, *readback.items[at + 1 :])


def _next_open(items: tuple[Item, ...], at: int) -> int:
    places = [*range(at + 1, len(items)), *range(at + 1)]
    return next((place for place in places if not items[place].given), len(items))


def _with(matter: MatterDraft, readback: ReadbackDraft) -> MatterDraft:
    return replace(matter, readbacks=(*matter.readbacks[:-1], readback))
