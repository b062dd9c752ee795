"""What the registration strip begins with: nothing that is known is typed twice."""

from __future__ import annotations

from dataclasses import replace

from operator_desk.domain import record
from operator_desk.domain.draft import MatterDraft
from operator_desk.domain.profile import Profile

TITLE_LENGTH = 60
_PLACE = "exact_place"  # the element whose answer is the place (docs/content.md)
_STOPS = "。！？；!?;\n"


def preset(profile: Profile, matter: MatterDraft) -> MatterDraft:
    """The matter with kind, title and place where they are empty and something is known.

    The kind is what such a category mostly is; the title comes from the summary, else from the
    elements or the first statement; the place from the element that asked for it.
    """
    tree, strip = profile.categories, matter.strip
    labels = {one.code: one.label for one in tree.elements(matter.category or "")}
    words = matter.summary or record.proposed_summary(matter, labels)
    place = strip.place or dict(matter.elements).get(_PLACE, "")
    return replace(
        matter,
        kind=matter.kind or tree.kind(matter.category or ""),
        strip=replace(strip, title=strip.title or shortened(words), place=place),
    )


def shortened(words: str, length: int = TITLE_LENGTH) -> str:
    """The first sentence of some words, or as much of it as a title holds."""
    words = " ".join(words.split())
    ends = [words.find(stop) for stop in _STOPS]
    first = min((end for end in ends if end > 0), default=len(words))
    return words[: min(first, length)]
