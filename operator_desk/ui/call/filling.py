"""The call in hand: the fields of its form."""

from __future__ import annotations

from dataclasses import replace

from operator_desk.domain.draft import MatterDraft
from operator_desk.domain.terms import MatterKind
from operator_desk.ui.call.stepping import SteppingDesk


class FillingDesk(SteppingDesk):
    """What is filled in beside the record."""

    def set_kind(self, kind: MatterKind) -> None:
        """The kind of the matter."""
        if self.matter is not None:
            self._set_matter(replace(self.matter, kind=kind))

    def set_category(self, code: str | None, text: str | None = None) -> None:
        """The category of the matter by its code (or words that no category has)."""
        if self.matter is not None:
            self._set_matter(replace(self.matter, category=code, category_text=text))

    def set_summary(self, text: str) -> None:
        """The operator's summary."""
        if self.matter is not None:
            self._set_matter(replace(self.matter, summary=text.strip()), soon=True)

    def set_element(self, code: str, answer: str) -> None:
        """What the caller said to one element of the checklist; "" takes it out."""
        if self.matter is None:
            return
        given = dict(self.matter.elements)
        before = given.get(code, "")
        given[code] = answer.strip()
        elements = tuple(pair for pair in given.items() if pair[1])
        self._set_matter(replace(self.matter, elements=elements), soon=True)
        if bool(before) != bool(answer.strip()):
            self.changed.emit()  # the question to ask next is another one

    def set_strip(self, **values: object) -> None:
        """Fields of the registration strip."""
        if self.matter is not None:
            strip = replace(self.matter.strip, **values)  # type: ignore[arg-type]
            self._set_matter(replace(self.matter, strip=strip), soon=True)

    def set_matter(self, matter: MatterDraft) -> None:
        """The matter in hand with several fields changed at once."""
        if self.matter is not None and matter != self.matter:
            self._set_matter(matter)
