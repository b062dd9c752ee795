"""Why something is proposed, as a sentence of the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from operator_desk.domain.profile import Profile
from operator_desk.domain.proposals import Reason, Why
from operator_desk.domain.terms import MatterKind
from operator_desk.ui import names
from operator_desk.ui.kit.words import later, tr

_WORDS = {
    Why.CATALOGUE: later("catalogue: {row}"),
    Why.FALLBACK: later("fall-back, no row in the catalogue"),
    Why.ARTICLE: later("article: {title}"),
    Why.SIMILAR: later("as {count} similar tickets"),
    Why.NAMES: later("names: {words}"),
    Why.KEYWORDS: later("keywords: {words}"),
    Why.NUMBER: later("same number"),
    Why.PLACE: later("same place"),
    Why.CATEGORY: later("same category: {category}"),
    Why.TEXT: later("words {share} % alike"),
}
_SHORT = 14  # signs of an article's title


class Reasons:
    """Makes sentences of reasons; `places` are the names of places by code."""

    def __init__(self, profile: Profile, language: str) -> None:
        self._profile, self._language = profile, language
        self.places: Mapping[str, str] = {}

    def text(self, reasons: Sequence[Reason], most: int = 2) -> str:
        """The first reasons, one of each kind, one after the other."""
        kinds = list({reason.why: reason for reason in reversed(reasons)}.values())[::-1]
        return tr(", ").join(self._one(reason) for reason in kinds[:most])

    def _one(self, reason: Reason) -> str:
        values: dict[str, object] = dict(reason.fields)
        tree = self._profile.categories
        category = tree.find(str(values.get("category", "")))
        parts = [category.name if category else ""]
        if place := values.get("place"):
            parts.append(self.places.get(str(place), str(place)))
        if kind := values.get("kind"):
            parts.append(names.kind_word(self._profile, MatterKind(str(kind)), self._language))
        values["row"] = " · ".join(part for part in parts if part)
        values["category"] = parts[0]
        title = str(values.get("title", ""))
        values["title"] = title if len(title) <= _SHORT else f"{title[:_SHORT]}…"
        return tr(_WORDS[reason.why], **values)
