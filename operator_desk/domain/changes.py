"""What of an article has changed between two of its versions, as a person would say it."""

from __future__ import annotations

from difflib import SequenceMatcher

from operator_desk.domain.article import Article

# What an operator tells or shows, in the order in which it matters; the rest is for editors.
FIELDS = ("answer", "phones", "validity", "title", "body", "source")
_LONGEST = 4000  # characters that are compared sign by sign
Spans = tuple[tuple[int, int], ...]


def value_of(article: Article, field: str) -> object:
    """What an article says under one of `FIELDS`."""
    if field == "validity":
        return article.valid_from, article.repealed_on, article.successor
    return getattr(article, field)


def changed_fields(before: Article | None, after: Article) -> tuple[str, ...]:
    """The fields that differ; of a new article those that say something beside its title."""
    if before is None:
        empty = Article("", after.kind, after.title)
        return tuple(one for one in FIELDS[:-1] if value_of(after, one) != value_of(empty, one))
    return tuple(one for one in FIELDS if value_of(before, one) != value_of(after, one))


def changed_lines(old: str, new: str) -> tuple[str, str]:
    """The lines of two texts that the other one does not have."""
    before, after = old.splitlines(), new.splitlines()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    parts = [one for one in matcher.get_opcodes() if one[0] != "equal"]
    gone = [line for _tag, start, end, _s, _e in parts for line in before[start:end]]
    come = [line for _tag, _s, _e, start, end in parts for line in after[start:end]]
    return _joined(gone), _joined(come)


def spans(old: str, new: str) -> tuple[Spans, Spans]:
    """The places (start, end) that differ, in the old text and in the new one."""
    if not old or not new or len(old) + len(new) > _LONGEST:
        return ((0, len(old)),) if old else (), ((0, len(new)),) if new else ()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    parts = [one for one in matcher.get_opcodes() if one[0] != "equal"]
    gone = tuple((start, end) for _tag, start, end, _s, _e in parts if end > start)
    come = tuple((start, end) for _tag, _s, _e, start, end in parts if end > start)
    return gone, come


def size(before: Article | None, after: Article) -> int:
    """How much there is to read: the characters of what is new, and of the old beside it."""
    total = 0
    for field in changed_fields(before, after):
        old = str(value_of(before, field)) if before else ""
        gone, come = changed_lines(old, str(value_of(after, field)))
        total += len(gone) + len(come)
    return total


def _joined(lines: list[str]) -> str:
    return "\n".join(line for line in lines if line.strip())
