"""The fields of an article as a form; below each field stands what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from operator_desk.domain.article import ArticleKind
from operator_desk.domain.article_form import Problem, Sheet
from operator_desk.ui.call.categories import category_choices
from operator_desk.ui.kit.composing import ComposingLine
from operator_desk.ui.kit.labels import plain_label
from operator_desk.ui.kit.picker import Choice, PickerField, found_in
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.editor.body import Body
from operator_desk.ui.knowledge.editor.fields import Field, Grid, SmallText
from operator_desk.ui.knowledge.editor.phones import Phones
from operator_desk.ui.knowledge.editor.words import field_name
from operator_desk.ui.messages import sentence
from operator_desk.ui.names import article_word
from operator_desk.ui.parts import Parts

_LINES = (
    *("source", "section", "keywords", "old_names", "region", "owner", "valid_from"),
    *("repealed_on", "successor", "version_date", "review_by"),
)
_DAYS = ("valid_from", "repealed_on", "version_date", "review_by")


class ArticleForm(QWidget):
    """Every field of an article as a text; `changed` with every stroke."""

    changed = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._setting = False
        self.fields: dict[str, Field] = {}
        self._title, self._key = ComposingLine(), ComposingLine()
        self._answer = SmallText(2)
        self._kind, self._category = self._pickers()
        self.phones, self.body = Phones(), Body(parts.profile.language)
        self._lines = {name: ComposingLine() for name in _LINES}
        for name in _DAYS:
            self._lines[name].setPlaceholderText("2026-11-25")
        for name in ("keywords", "old_names"):
            self._lines[name].setPlaceholderText(tr("parted by ；"))
        self._grids = self._made_grids()
        self._build()
        self._listen()

    def _pickers(self) -> tuple[PickerField, PickerField]:
        kinds = [
            Choice(kind, article_word(kind), kind.value.replace("_", " ")) for kind in ArticleKind
        ]
        categories = category_choices(self._parts.profile.categories)
        return (
            PickerField(lambda typed: found_in(kinds, typed)),
            PickerField(lambda typed: found_in(categories, typed)),
        )

    def _field(self, name: str, control: QWidget) -> Field:
        made = self.fields[name] = Field(field_name(name), control)
        return made

    def _made_grids(self) -> list[Grid]:
        top = [
            self._field("kind", self._kind),
            self._field("category", self._category),
            self._field("key", self._key),
        ]
        lower = [self._field(name, line) for name, line in self._lines.items()]
        return [Grid(top, 3, 190), Grid(lower, 3, 190)]

    def _build(self) -> None:
        strip = QWidget()
        strip.setObjectName("inner")
        layout = QVBoxLayout(strip)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setSpacing(8)
        self._anywhere = plain_label(role="danger", wrap=True)
        self._anywhere.hide()
        layout.addWidget(self._anywhere)
        layout.addWidget(self._field("title", self._title))
        layout.addWidget(self._grids[0])
        layout.addWidget(self._field("answer", self._answer))
        self.fields["body"] = Field("", self.body)
        layout.addWidget(self.fields["body"])
        layout.addWidget(self._field("phones", self.phones))
        layout.addWidget(self._grids[1])
        layout.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(strip)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def _listen(self) -> None:
        for line in (self._title, self._key, *self._lines.values()):
            line.textChanged.connect(self._typed)
        self._answer.textChanged.connect(self._typed)
        self.body.changed.connect(self._typed)
        self.phones.changed.connect(self._typed)
        self._kind.chosen.connect(self._kind_chosen)
        self._category.chosen.connect(lambda _code: self._typed())
        for field in (self._kind, self._category):
            field.accepted.connect(self.focusNextChild)

    def _kind_chosen(self, kind: ArticleKind | None) -> None:
        if kind is not None:
            self.body.set_kind(kind)
        self._typed()

    def _typed(self) -> None:
        if not self._setting:
            self.changed.emit()

    # -- values --------------------------------------------------------------------------

    def sheet(self) -> Sheet:
        """What stands in the form."""
        sheet: dict[str, Any] = {name: line.text() for name, line in self._lines.items()}
        return sheet | {
            "title": self._title.text(),
            "key": self._key.text(),
            "kind": self._kind.value.value if self._kind.value else "",
            "category": self._category.value or "",
            "answer": self._answer.toPlainText(),
            "body": self.body.text.toPlainText(),
            "phones": self.phones.values(),
        }

    def set_sheet(self, sheet: Sheet, *, new: bool) -> None:
        """Shows another article; the key of one that is published stays as it is."""
        self._setting = True
        self.phones.today = self._parts.counting.today().isoformat()
        self._title.setText(sheet.get("title", ""))
        self._title.setCursorPosition(0)
        self._key.setText(sheet.get("key", ""))
        self._key.setReadOnly(not new)
        self._set_choices(sheet)
        self._answer.setPlainText(sheet.get("answer", ""))
        self.body.set_text(sheet.get("body", ""))
        self.phones.set_values(sheet.get("phones", ()))
        for name, line in self._lines.items():
            line.setText(sheet.get(name, ""))
            line.setCursorPosition(0)
        self._setting = False
        self.area.verticalScrollBar().setValue(0)

    def _set_choices(self, sheet: Sheet) -> None:
        kinds = {kind.value: kind for kind in ArticleKind}
        kind = kinds.get(sheet.get("kind", ""))
        self._kind.set_choice(kind, article_word(kind) if kind else "")
        if kind is not None:
            self.body.set_kind(kind)
        code = sheet.get("category", "")
        tree = self._parts.profile.categories
        # A code of another profile's list is kept as it is.
        self._category.set_choice(code or None, tree.path_name(code, " › ") or code)

    # -- problems ------------------------------------------------------------------------

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Puts each problem below its field; what belongs to none stands at the top."""
        told: dict[str, list[Problem]] = {}
        for problem in problems:
            told.setdefault(problem.field if problem.field in self.fields else "", []).append(
                problem
            )
        for name, field in self.fields.items():
            found = sorted(told.get(name, ()), key=lambda one: not one.blocks)
            words = "\n".join(sentence(one.error) for one in found)
            field.show_problem(words, blocks=any(one.blocks for one in found))
        anywhere = "\n".join(sentence(one.error) for one in told.get("", ()))
        self._anywhere.setText(anywhere)
        self._anywhere.setVisible(bool(anywhere))

    def focus_first(self) -> None:
        """The cursor into the title, or into the first field that has to be mended."""
        for field in self.fields.values():
            if field.control.property("missing"):
                field.control.setFocus()
                self.area.ensureWidgetVisible(field)
                return
        self._title.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for grid in self._grids:
            grid.fit(self.width() - 20)
        self.body.fit(self.width() - 20)
