"""The knowledge page: a row of sections, and the one that was chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from operator_desk.domain.article import ArticleKind
from operator_desk.services.people import Actor
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.in_hand import InHand
from operator_desk.ui.knowledge.pane import KnowledgePane
from operator_desk.ui.knowledge.sections import SECTIONS
from operator_desk.ui.parts import Parts


class KnowledgePage(QWidget):
    """Knowledge for reading and for keeping; who may only read sees no row of sections."""

    failed = Signal(object)
    section_wanted = Signal(str)  # the action of another section
    acted = Signal()  # what waits in the queues may be another number
    call_wanted = Signal(object)  # a call back from a told-to list

    def __init__(self, parts: Parts, actor: Actor, hand: InHand) -> None:
        super().__init__()
        self.setObjectName("page")
        self._parts, self._actor, self._hand = parts, actor, hand
        self._open = [section for section in SECTIONS if section.open_to(actor)]
        self._made: dict[str, QWidget] = {}
        self._chips: dict[str, QPushButton] = {}
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(10, 10, 10, 10)
        outer.setSpacing(10)
        if len(self._open) > 1:
            outer.addWidget(self._chip_row())
        outer.addWidget(self._stack, 1)
        self.show_section(self._open[0].name)

    def _chip_row(self) -> QWidget:
        host, row = flow_row()
        for section in self._open:
            chip = QPushButton(tr(section.text))
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _on, name=section.name: self.section_wanted.emit(name))
            self._chips[section.name] = chip
            row.addWidget(chip)
        return host

    def may_show(self, name: str) -> bool:
        """Whether there is such a section for this person."""
        return any(section.name == name for section in self._open)

    def show_section(self, name: str) -> None:
        """Brings a section to the front; the first one when this person may not see it."""
        flush_composition()
        name = name if self.may_show(name) else self._open[0].name
        for other, chip in self._chips.items():
            chip.setChecked(other == name)
        self._stack.setCurrentWidget(self.section(name))

    def section(self, name: str) -> QWidget:
        """The widget of a section, made when it is first asked for."""
        if name not in self._made:
            make = next(section.make for section in self._open if section.name == name)
            made = self._made[name] = make(self._parts, self._actor)
            made.failed.connect(self.failed)  # type: ignore[attr-defined]
            if hasattr(made, "open_wanted"):  # an article, read where there is room for it
                made.open_wanted.connect(self._open_article)
            if hasattr(made, "told_wanted"):
                made.told_wanted.connect(lambda: self.section_wanted.emit("show_told"))
            if hasattr(made, "call_wanted"):
                made.call_wanted.connect(self.call_wanted)
            if hasattr(made, "in_call"):
                made.in_call(self._hand)
            if hasattr(made, "edit_wanted"):  # the queues lead into the editor
                made.edit_wanted.connect(self._edit_article)
                made.new_wanted.connect(self._begin_article)  # type: ignore[attr-defined]
                made.acted.connect(self.acted)  # type: ignore[attr-defined]
            self._stack.addWidget(made)
        return self._made[name]

    @property
    def front(self) -> QWidget | None:
        """The section in front."""
        return self._stack.currentWidget()

    @property
    def knowledge(self) -> KnowledgePane | None:
        """The hits that Alt with a digit opens, where the section in front has some."""
        pane = getattr(self.front, "pane", None)
        return pane if isinstance(pane, KnowledgePane) else None

    def _open_article(self, key: str) -> None:
        self.section_wanted.emit("show_knowledge")
        if self.knowledge is not None:
            self.knowledge.open_key(key)
            self.knowledge.view.focus_body()

    def _edit_article(self, key: str) -> None:
        self.section_wanted.emit("show_articles")
        self.front.edit_key(key)  # type: ignore[union-attr]

    def _begin_article(self, kind: ArticleKind, title: str) -> None:
        self.section_wanted.emit("show_articles")
        self.front.begin(kind, title)  # type: ignore[union-attr]

    def show_waiting(self, count: int) -> None:
        """How many items of the queues wait for this person, on the queues' chip."""
        chip = self._chips.get("show_queues")
        if chip is not None:
            words = tr("Queues")
            chip.setText(f"{words}  {count}" if count else words)
            chip.setToolTip(tr("{n} wait for me", n=count))
            chip.setAccessibleDescription(tr("{n} wait for me", n=count))

    def reload(self) -> None:
        """Reads the section in front anew."""
        self.acted.emit()
        self.front.reload()  # type: ignore[union-attr]

    # -- actions -------------------------------------------------------------------------

    def search(self) -> None:
        """The cursor into the search box of the section in front."""
        self.front.search()  # type: ignore[union-attr]

    def search_numbers(self) -> None:
        """The search box for numbers only."""
        self.show_section("show_knowledge")
        self.front.search_numbers()  # type: ignore[union-attr]

    def next_call_back(self) -> None:
        """The keys to the calls of a told-to list."""
        section = self._made.get("show_told")
        if section is not None and section is self.front:
            section.to_calls()  # type: ignore[attr-defined]

    def flag(self) -> None:
        """Asks why the article that is read is wrong; elsewhere nothing is read."""
        if self.knowledge is None:
            self.section_wanted.emit("show_knowledge")
        self.front.flag()  # type: ignore[union-attr]

    def toggle_star(self) -> None:
        """Makes the open article a favourite, or no longer one."""
        if self.knowledge is not None:
            self.knowledge.article.toggle_star()

    def show_newer(self) -> None:
        """The newer version of the open article, when there is one."""
        if self.knowledge is not None:
            self.knowledge.article.show_newer()
