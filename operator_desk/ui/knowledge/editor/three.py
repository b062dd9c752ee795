"""What was published meanwhile, what it was before, what is drafted: field by field, to choose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from operator_desk.domain.article import Article
from operator_desk.domain.article_diff import FieldThree, joined, taken
from operator_desk.services.draft_steps import Opened
from operator_desk.ui.kit.labels import button, card, clear, plain_label
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.editor.words import field_name


class _FieldChoice(QWidget):
    """One field in three columns, and the two ways to go on with it."""

    def __init__(self, three: FieldThree) -> None:
        super().__init__()
        self.field = three.field
        frame, layout = card(10)
        name = field_name(three.field)
        head = QHBoxLayout()
        head.addWidget(plain_label(name, "title"))
        if three.clash:
            clash = plain_label(tr("changed by both"), "chip")
            clash.setProperty("level", "danger")
            head.addWidget(clash)
        head.addStretch(1)
        self._group = QButtonGroup(self)
        mine_wanted = three.mine != three.base
        self.mine = self._chip(tr("Keep mine"), mine_wanted, name)
        self.theirs = self._chip(tr("Take theirs"), not mine_wanted, name)
        head.addWidget(self.mine)
        head.addWidget(self.theirs)
        layout.addLayout(head)
        grid = QGridLayout()
        columns = (
            (tr("It was"), three.base),
            (tr("Published meanwhile"), three.theirs),
            (tr("In this draft"), three.mine),
        )
        for place, (words, text) in enumerate(columns):
            grid.addWidget(plain_label(words, "field"), 0, place)
            value = plain_label(text or "—", wrap=True)
            value.setAlignment(Qt.AlignmentFlag.AlignTop)
            value.setAccessibleName(f"{name}, {words}")
            grid.addWidget(value, 1, place)
            grid.setColumnStretch(place, 1)
        layout.addLayout(grid)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _chip(self, words: str, checked: bool, name: str) -> QPushButton:
        chip = QPushButton(words)
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setChecked(checked)
        chip.setAccessibleName(f"{name}: {words}")
        self._group.addButton(chip)
        return chip


class ThreePane(QWidget):
    """All fields that differ; `joined` gives the article that was chosen together."""

    joined = Signal(object)  # Article

    def __init__(self) -> None:
        super().__init__()
        self.choices: list[_FieldChoice] = []
        self._mine: Article | None = None
        self._theirs: Article | None = None
        words = tr(
            "Something newer was published while this draft was written. Choose field by field; "
            "nothing is lost, every version stays."
        )
        self._strip = QWidget()
        self._strip.setObjectName("inner")
        self._inner = QVBoxLayout(self._strip)
        self._inner.setContentsMargins(0, 0, 6, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._strip)
        self.go_on = button(tr("Go on with this text"), "primary", "check")
        self.go_on.clicked.connect(self._join)
        foot = QHBoxLayout()
        foot.addWidget(self.go_on)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(plain_label(words, wrap=True))
        layout.addWidget(area, 1)
        layout.addLayout(foot)

    def show_three(self, opened: Opened, mine: Article) -> None:
        """Shows a draft that collides."""
        if opened.newest is None:
            return
        base = opened.base.article if opened.base else None
        self._mine, self._theirs = mine, opened.newest.article
        _article, fields = joined(base, self._theirs, mine)
        self._show(fields)

    def _show(self, fields: Sequence[FieldThree]) -> None:
        clear(self._inner)
        self.choices = [_FieldChoice(three) for three in fields]
        for choice in self.choices:
            self._inner.addWidget(choice)
        if not fields:
            self._inner.addWidget(plain_label(tr("Both say the same."), "muted"))

    def _join(self) -> None:
        if self._mine is None or self._theirs is None:
            return
        article = self._mine
        for choice in self.choices:
            if choice.theirs.isChecked():
                article = taken(article, self._theirs, choice.field)
        self.joined.emit(article)
