"""The editors' list: facets above, rows below; what was left unsaved stands at the top."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from operator_desk.domain.article import ArticleKind
from operator_desk.domain.article_list import ArticleState, Entry, Facets, listed
from operator_desk.ui.kit.composing import ComposingLine
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, card, clear, heading, plain_label
from operator_desk.ui.kit.picker import Choice, PickerField, found_in
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import later, tr
from operator_desk.ui.knowledge.editor.kept import Typed
from operator_desk.ui.knowledge.editor.words import article_state
from operator_desk.ui.names import article_word
from operator_desk.ui.parts import Parts

_STATES: tuple[tuple[str, ArticleState | None], ...] = (
    (later("All"), None),
    (later("Drafts"), ArticleState.DRAFT),
    (later("In review"), ArticleState.IN_REVIEW),
    (later("Scheduled"), ArticleState.SCHEDULED),
    (later("Published"), ArticleState.PUBLISHED),
    (later("Repealed"), ArticleState.REPEALED),
    (later("Taken down"), ArticleState.WITHDRAWN),
)
_TYPED_MS = 120


class SearchLine(ComposingLine):
    """The words of the list; ↓ and Enter go to the rows."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        else:
            super().keyPressEvent(event)


class ArticleList(QWidget):
    """Articles and drafts by facets; Enter opens one."""

    opened = Signal(object)  # Entry
    resumed = Signal(object)  # Typed
    new_wanted = Signal(object)  # ArticleKind
    change_wanted = Signal(object)  # list[Entry]
    failed = Signal(object)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._entries: list[Entry] = []
        self._state: ArticleState | None = None
        self._overdue = False
        frame, layout = card()
        title, self._remark = heading("edit", tr("Articles"))
        layout.addWidget(title)
        layout.addWidget(self._new_row())
        self._left, self._left_row = flow_row()
        layout.addWidget(self._left)
        self.line = SearchLine()
        self.line.setAccessibleName(tr("Search the list of articles"))
        self.line.setPlaceholderText(tr("Title, key or owner"))
        self.line.setToolTip(tr("Title, key or owner"))
        self.line.setClearButtonEnabled(True)
        layout.addWidget(self.line)
        layout.addWidget(self._chip_row())
        layout.addLayout(self._pickers())
        self.table = RowsView(self._columns(), tr("Articles"), many=True)
        self.table.setToolTip(tr("Shift, Ctrl or Ctrl+A pick several, to be changed at once"))
        self.table.opened.connect(self.opened)
        self.table.picked.connect(self._picked)
        self._empty = plain_label(role="muted", wrap=True)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._empty)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_TYPED_MS)
        self._later.timeout.connect(self.show_rows)
        self.line.textChanged.connect(lambda _text: self._later.start())
        self.line.down.connect(self.to_rows)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.setTabOrder(self.table, self.change)  # picked there, changed with the next key

    def _new_row(self) -> QWidget:
        host, row = flow_row()
        kinds = [
            Choice(kind, article_word(kind), kind.value.replace("_", " ")) for kind in ArticleKind
        ]
        self.new = PickerField(lambda typed: found_in(kinds, typed))
        self.new.setPlaceholderText(tr("New article: kind"))
        self.new.setAccessibleName(tr("New article: kind"))
        self.new.setToolTip(tr("New article: kind"))
        self.new.chosen.connect(self._begin)
        button_ = button(tr("New article"), "", "plus")
        button_.clicked.connect(self._choose_kind)
        self.change = button("", "", "edit")
        self.change.clicked.connect(lambda: self.change_wanted.emit(self.table.picks()))
        self.change.hide()
        for widget in (button_, self.new, self.change):
            row.addWidget(widget)
        return host

    def _choose_kind(self) -> None:
        self.new.setFocus()
        self.new.open_list()

    def _begin(self, kind: ArticleKind | None) -> None:
        if kind is not None:
            self.new.set_choice(None, "")
            self.new_wanted.emit(kind)

    def _chip_row(self) -> QWidget:
        host, row = flow_row()
        self._chips: list[QPushButton] = []
        for words, state in _STATES:
            chip = self._chip(tr(words), partial(self.choose_state, state))
            chip.setChecked(state is None)
            self._chips.append(chip)
            row.addWidget(chip)
        self.overdue = self._chip(tr("Review overdue"), self._toggle_overdue)
        row.addWidget(self.overdue)
        return host

    def _chip(self, words: str, run: Callable[[], object]) -> QPushButton:
        chip = QPushButton(words)
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.clicked.connect(lambda _on: run())
        return chip

    def _pickers(self) -> QHBoxLayout:
        kinds = [
            Choice(kind.value, article_word(kind), kind.value.replace("_", " "))
            for kind in ArticleKind
        ]
        tree = self._parts.profile.categories
        branches = [
            Choice(one.code, tree.path_name(one.code, " › "), f"{one.initials}\n{one.name.lower()}")
            for one in tree.categories
        ]
        self.kind = self._picker(tr("Kind of article"), kinds)
        self.category = self._picker(tr("Subject"), branches)
        self.owner = self._picker(tr("Owner"), [])
        row = QHBoxLayout()
        row.setSpacing(6)
        for field in (self.kind, self.category, self.owner):
            row.addWidget(field)
        return row

    def _picker(self, words: str, choices: list[Choice]) -> PickerField:
        field = PickerField(lambda typed: found_in(choices, typed))
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        field.setToolTip(words)
        field.setClearButtonEnabled(True)
        field.textChanged.connect(lambda text: self._cleared(field, text))
        field.chosen.connect(lambda _value: self.show_rows())
        return field

    def _cleared(self, field: PickerField, text: str) -> None:
        if not text and field.value is not None:
            field.set_choice(None, "")
            self.show_rows()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(tr("Title"), lambda entry: entry.title or entry.key),
            Column(tr("Kind of article"), lambda entry: article_word(ArticleKind(entry.kind)), 10),
            Column(tr("State"), self._states, 16),
        )

    def _states(self, entry: Entry) -> str:
        today = self._today()
        words = [article_state(state) for state in entry.states(today)]
        late = any(draft.publish_on and draft.publish_on <= today for draft in entry.drafts)
        if late:
            words.insert(0, tr("not published on its day"))
        if entry.overdue(today):
            words.append(tr("review overdue"))
        return " · ".join(words)

    def _today(self) -> date:
        return self._parts.counting.today()

    # -- rows ----------------------------------------------------------------------------

    def choose_state(self, state: ArticleState | None) -> None:
        """Only rows of one state, or all."""
        self._state = state
        for chip, (_words, at) in zip(self._chips, _STATES, strict=True):
            chip.setChecked(at is state)
        self.show_rows()

    def _toggle_overdue(self) -> None:
        self._overdue = self.overdue.isChecked()
        self.show_rows()

    def reload(self) -> None:
        """Reads articles and drafts anew."""
        editing = self._parts.editing
        self._parts.lanes.read.submit(
            editing.entries, self._take, self.failed.emit, newest="articles"
        )

    def _take(self, entries: list[Entry]) -> None:
        self._entries = entries
        choices = [Choice(owner, owner, owner.lower()) for owner in self.owners]
        self.owner.set_find(lambda typed: found_in(choices, typed))
        self.show_rows()

    def show_rows(self) -> None:
        """The rows that the facets ask for; the one the keys stood on keeps them."""
        self._later.stop()
        facets = Facets(
            text=self.line.text(),
            kind=self.kind.value or "",
            category=self.category.value or "",
            owner=self.owner.value or "",
            state=self._state,
            overdue=self._overdue,
        )
        entries, today = self._entries, self._today()
        self._parts.lanes.read.submit(
            lambda: listed(entries, facets, today), self._show, self.failed.emit, newest="listed"
        )

    def _show(self, rows: list[Entry]) -> None:
        at = self.table.currentIndex().row()
        before = self.table.rows.rows[at].key if 0 <= at < len(self.table.rows.rows) else ""
        self.table.set_rows(rows)
        place = next((n for n, entry in enumerate(rows) if entry.key == before), 0)
        if rows:
            self.table.selectRow(place)
        self._remark.setText(tr("{n} articles", n=len(rows)))
        self._empty.setText("" if rows else self._nothing())
        self._empty.setVisible(not rows)

    def _picked(self, many: int) -> None:
        words = tr("Change these {n} articles…", n=many)
        self.change.setText(words)
        self.change.setAccessibleName(words)
        self.change.setVisible(many > 1)

    @property
    def owners(self) -> list[str]:
        """Everybody who looks after an article."""
        return sorted({entry.owner for entry in self._entries} - {""})

    def _nothing(self) -> str:
        if self._entries:
            return tr("No article is like that. Take a filter away, or begin a new article.")
        return tr("There are no articles yet. Begin one, or take a file in.")

    def show_unsaved(self, forms: Sequence[Typed]) -> None:
        """Buttons for what this person typed and never saved."""
        clear(self._left_row)
        for typed in forms[:5]:
            words = tr("Go on with unsaved: {title}", title=typed.title[:16])
            made = button(words, "flat", "history")
            made.clicked.connect(lambda _on=False, one=typed: self.resumed.emit(one))
            self._left_row.addWidget(made)
        self._left.setVisible(bool(forms))

    def to_rows(self) -> None:
        """The keys to the rows."""
        self.show_rows()
        self.table.setFocus()
