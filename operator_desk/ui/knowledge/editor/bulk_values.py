"""What a change of many sets: the fields of each choice, and the change they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from operator_desk.domain.article_form import read_day
from operator_desk.domain.bulk import BulkChange, BulkField
from operator_desk.domain.errors import UserError
from operator_desk.ui.call.categories import category_choices
from operator_desk.ui.kit.composing import ComposingLine
from operator_desk.ui.kit.picker import Choice, PickerField, found_in
from operator_desk.ui.kit.words import later, tr
from operator_desk.ui.knowledge.editor.fields import Field
from operator_desk.ui.knowledge.editor.words import field_name
from operator_desk.ui.parts import Parts

FIELDS: tuple[tuple[BulkField, str], ...] = (
    (BulkField.OWNER, later("Owner")),
    (BulkField.CATEGORY, later("Subject")),
    (BulkField.REGION, later("Region")),
    (BulkField.REVIEW_BY, later("Review by")),
    (BulkField.ADD_KEYWORDS, later("Add keywords")),
    (BulkField.DROP_KEYWORDS, later("Drop keywords")),
    (BulkField.REPEAL, later("Repeal")),
    (BulkField.WITHDRAW, later("Take down")),
)
_ASKED: dict[BulkField, tuple[str, ...]] = {
    BulkField.OWNER: ("owner",),
    BulkField.CATEGORY: ("category",),
    BulkField.REGION: ("region",),
    BulkField.REVIEW_BY: ("review_by",),
    BulkField.ADD_KEYWORDS: ("keywords",),
    BulkField.DROP_KEYWORDS: ("keywords",),
    BulkField.REPEAL: ("repealed_on", "successor"),
    BulkField.WITHDRAW: (),
}
EMPTYING = (BulkField.OWNER, BulkField.CATEGORY, BulkField.REGION, BulkField.REVIEW_BY)
_BETWEEN = re.compile(r"[；;、，,\n]+")


class BulkValues(QWidget):
    """Enter goes from field to field and behind the last one on."""

    changed = Signal()
    accepted = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._field: BulkField | None = None
        self._meant = False  # Enter in the empty field: the stored values are to go
        categories = category_choices(parts.profile.categories)
        self.owner = PickerField(lambda _typed: [], latin=False, free=True)
        self.category = PickerField(lambda typed: found_in(categories, typed))
        names = ("owner", "category", "region", "review_by", "keywords", "repealed_on", "successor")
        self.lines: dict[str, ComposingLine] = {
            name: getattr(self, name, None) or ComposingLine() for name in names
        }
        for name in ("review_by", "repealed_on"):
            self.lines[name].setPlaceholderText("2026-11-25")
        self.lines["keywords"].setPlaceholderText(tr("parted by ；"))
        self._fields = {name: Field(field_name(name), line) for name, line in self.lines.items()}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for name, field in self._fields.items():
            layout.addWidget(field)
            line = self.lines[name]
            line.textChanged.connect(lambda _text: self._typed())
            done = line.accepted if isinstance(line, PickerField) else line.returnPressed
            done.connect(lambda at=name: self._on(at))
        self.category.chosen.connect(lambda _code: self._typed())

    def begin(self, owners: Sequence[str]) -> None:
        """Empty fields; these owners are proposed."""
        choices = [Choice(owner, owner, owner.lower()) for owner in owners]
        self.owner.set_find(lambda typed: found_in(choices, typed))
        for line in self.lines.values():
            if isinstance(line, PickerField):
                line.set_choice(None, "")
            else:
                line.clear()
        self.show_field(None)

    def show_field(self, field: BulkField | None) -> None:
        """Only what this choice asks."""
        self._field, self._meant = field, False
        asked = _ASKED[field] if field else ()
        for name, shown in self._fields.items():
            shown.setVisible(name in asked)
        self.setVisible(bool(asked))

    def focus_first(self) -> bool:
        """The cursor into the first field, if there is one."""
        asked = _ASKED[self._field] if self._field else ()
        if asked:
            self.lines[asked[0]].setFocus()
        return bool(asked)

    def _typed(self) -> None:
        self._meant = False
        self.changed.emit()

    def _on(self, name: str) -> None:
        asked = _ASKED[self._field] if self._field else ()
        following = asked[asked.index(name) + 1 :] if name in asked else ()
        if following:
            self.lines[following[0]].setFocus()
        else:
            self._meant = True
            self.accepted.emit()

    # -- what is said --------------------------------------------------------------------

    def change(self) -> BulkChange:
        """The change. UserError: no field was chosen, a day or subject cannot be read."""
        match self._field:
            case None:
                raise UserError("Choose what is to be changed.")
            case BulkField.OWNER | BulkField.REGION:
                return BulkChange(self._field, self._text(_ASKED[self._field][0]))
            case BulkField.CATEGORY:
                return BulkChange(self._field, self._category())
            case BulkField.REVIEW_BY:
                return BulkChange(self._field, day=self._day("review_by"))
            case BulkField.REPEAL:
                day = self._day("repealed_on")
                return BulkChange(self._field, self._text("successor"), day)
            case BulkField.WITHDRAW:
                return BulkChange(self._field)
        parts = (part.strip() for part in _BETWEEN.split(self._text("keywords")))
        return BulkChange(self._field, words=tuple(part for part in parts if part))

    @property
    def empties(self) -> bool:
        """Whether the stored values are taken away."""
        field = self._field
        if field is None or field not in EMPTYING:
            return False
        return not any(self._text(name) for name in _ASKED[field])

    @property
    def whole(self) -> bool:
        """Whether it is said: an empty field counts once Enter was pressed in it."""
        return self._meant or not self.empties

    @property
    def words(self) -> str:
        """What is set, as a batch is named."""
        name = tr(dict(FIELDS)[self._field]) if self._field else ""
        values = [self._text(one) for one in _ASKED[self._field]] if self._field else []
        said = "，".join(value for value in values if value)
        if self.empties:
            said = tr("(empty)")
        return tr("{field}: {value}", field=name, value=said) if said else name

    def _text(self, name: str) -> str:
        return self.lines[name].text().strip()

    def _category(self) -> str:
        if self._text("category") and self.category.value is None:
            raise UserError("Choose a subject of the list.")
        return str(self.category.value or "")

    def _day(self, name: str) -> date | None:
        try:
            return read_day(self._text(name))
        except ValueError:
            raise UserError("Write a day as 2026-11-25.") from None
