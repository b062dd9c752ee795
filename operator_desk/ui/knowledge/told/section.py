"""The section of told-to lists: the lists at the left, the calls of one at the right."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from operator_desk.domain.recalls import ToldCall, ToldList
from operator_desk.services.people import Actor
from operator_desk.ui.kit import look
from operator_desk.ui.kit.columns import NARROW_BELOW
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import card, heading, plain_label
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.told.detail import ToldDetail
from operator_desk.ui.knowledge.told.request import CallRequest
from operator_desk.ui.names import local
from operator_desk.ui.parts import Parts

_Found = tuple[list[ToldList], dict[UUID, str]]


class ToldSection(QWidget):
    """Enter on a list goes to its calls, Enter there calls back, Esc goes back."""

    failed = Signal(object)
    open_wanted = Signal(str)  # the key of an article
    call_wanted = Signal(object)  # CallRequest

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self._staff: dict[UUID, str] = {}
        self._inside = False  # whether the calls are in front where there is room for one only
        self._early = False  # whether the keys came before the lists did
        self.detail = ToldDetail(parts, actor)
        self._left = self._lists()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(self._left, 36)
        outer.addWidget(self.detail, 64)
        self.detail.failed.connect(self.failed)
        self.detail.changed.connect(self.reload)
        self.detail.left.connect(self._out)
        self.detail.open_wanted.connect(self.open_wanted)
        self.detail.call_wanted.connect(self._call)
        self._fit()

    def _lists(self) -> QWidget:
        frame, layout = card()
        title, self._remark = heading("told", tr("Told-to lists"))
        profile = self._parts.profile
        self.table = RowsView(
            (
                Column(tr("Article"), lambda one: one.title),
                Column(tr("Marked"), lambda one: local(profile, one.marks[0].at, "%m-%d"), 6),
                Column(tr("Done"), lambda one: f"{one.done} / {one.of}", 7),
            ),
            tr("Told-to lists"),
        )
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _one: self._into())
        self._closed = QPushButton(tr("Also those that are done"))
        self._closed.setProperty("role", "chip")
        self._closed.setCheckable(True)
        self._closed.clicked.connect(lambda _on: self.reload())
        self._empty = plain_label(role="muted", wrap=True)
        chips, row = flow_row()
        row.addWidget(self._closed)
        layout.addWidget(title)
        layout.addWidget(chips)
        layout.addWidget(self._empty)
        layout.addWidget(self.table, 1)
        self._filler = QWidget()
        layout.addWidget(self._filler, 1)
        return frame

    # -- reading -------------------------------------------------------------------------

    def reload(self) -> None:
        """Reads the lists anew; the keys stay where they are."""
        recalls, people, actor = self._parts.recalls, self._parts.people, self._actor
        closed = self._closed.isChecked()
        self._parts.lanes.read.submit(
            lambda: (recalls.lists(actor, closed=closed), people.names()),
            self._show,
            self.failed.emit,
            newest="told-to lists",
        )

    def _show(self, found: _Found) -> None:
        lists, self._staff = found
        at = self.table.currentIndex().row()
        rows = self.table.rows.rows
        before = rows[at].id if 0 <= at < len(rows) else None
        ids = [one.id for one in lists]
        place = ids.index(before) if before in ids else 0
        self.table.blockSignals(True)
        self.table.set_rows(lists)
        if lists:
            self.table.selectRow(place)
        self.table.blockSignals(False)
        self._remark.setText(tr("{n} open", n=sum(one.open for one in lists)))
        nothing = tr(
            "No told-to list is open. When a version of an article is marked wrong, every call "
            "in which it was told stands here, to be called back."
        )
        self._empty.setText("" if lists else nothing)
        self._empty.setVisible(not lists)
        self._filler.setVisible(not lists)
        self.table.setVisible(bool(lists))
        if not lists:
            self._out()
        elif self._early and self._closed.hasFocus():
            self.table.setFocus()
        self._early = self._early and not lists
        self._chosen(lists[place] if lists else None)

    def _chosen(self, found: ToldList | None) -> None:
        self.detail.show_list(found, self._staff)
        self._fit()

    # -- doing ---------------------------------------------------------------------------

    def _call(self, found: ToldList, call: ToldCall) -> None:
        self.call_wanted.emit(CallRequest(found.id, call.call_id, self.detail.show_trouble))

    def to_calls(self) -> None:
        """The keys to the calls, when a call back was closed; to the lists when none is open."""
        if self.detail.found is not None:
            self._into()

    def _into(self) -> None:
        self._inside = True
        self._fit()
        self.detail.calls.setFocus()

    def _out(self) -> None:
        had_keys = self.detail.isAncestorOf(self.focusWidget() or self)
        self._inside = False
        self._fit()
        if had_keys:
            self._home().setFocus()

    def _home(self) -> QWidget:
        return self.table if self.table.rows.rows else self._closed

    # -- the page ------------------------------------------------------------------------

    def search(self) -> None:
        """The keys to the lists; from there to the calls of one."""
        if self.table.hasFocus() and self.detail.found is not None:
            self._into()
        else:
            self._out()
            self._early = not self.table.rows.rows
            self._home().setFocus()

    def _fit(self) -> None:
        narrow = self.width() < look.current().px(NARROW_BELOW)
        there = self.detail.found is not None
        inside = narrow and there and self._inside
        self.detail.fold(narrow=narrow)
        self._left.setVisible(not inside)
        self.detail.setVisible(there and (inside or not narrow))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
