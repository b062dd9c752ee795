"""The article that is open in a pane: where it was come from, and whether a newer one is there."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from operator_desk.services.people import Actor
from operator_desk.services.reading import Newer, Opened
from operator_desk.services.shelf import Kept
from operator_desk.ui import names
from operator_desk.ui.knowledge.article_view import ArticleView
from operator_desk.ui.parts import Parts

_LOOK_MS = 700  # how often the article's head is looked at; published is seen within a second


class OpenArticle(QObject):
    """Opens, follows links, goes back, looks for newer versions, keeps favourites."""

    opened = Signal(object)  # Opened, to be brought to the front
    kept = Signal(object)  # Kept: favourites and what was opened last
    emptied = Signal()  # Backspace, and nothing was open before
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor, view: ArticleView) -> None:
        super().__init__(view)
        self._parts, self._actor, self._view = parts, actor, view
        self.now: Opened | None = None
        self._trail: list[Opened] = []
        self.shelf = Kept()
        self._watch = QTimer(self, interval=_LOOK_MS)
        self._watch.timeout.connect(self.look)
        view.successor_wanted.connect(self.follow)
        view.link_wanted.connect(self.follow)
        view.newer_wanted.connect(self.show_newer)
        view.star_wanted.connect(self.toggle_star)
        view.back.connect(self.go_back)

    # -- opening -------------------------------------------------------------------------

    def open(self, key: str) -> None:
        """The newest version of an article, come from nowhere."""
        self._read(key, [])

    def follow(self, key: str) -> None:
        """An article that the open one leads to; Backspace comes back."""
        self._read(key, [*self._trail, self.now] if self.now else [])

    def show_newer(self) -> None:
        """The newest version of the open article in its place."""
        if self.now is not None and self._view.newer.newer is not None:
            self._read(self.now.shown.article.key, self._trail)

    def go_back(self) -> None:
        """The article before, in the version that was on the screen; else back to the hits."""
        if self._trail:
            before = self._trail.pop()
            self._show(before, self._trail)
        else:
            self.emptied.emit()

    def close(self) -> None:
        """No article is open."""
        self.now, self._trail = None, []
        self._view.shown = None
        self._watch.stop()

    def _read(self, key: str, trail: list[Opened]) -> None:
        reading = self._parts.reading
        self._parts.lanes.read.submit(
            lambda: reading.open(key),
            lambda opened: self._show(opened, trail, note=True),
            self.failed.emit,
            newest="article",
        )

    def _show(self, opened: Opened, trail: list[Opened], *, note: bool = False) -> None:
        self.now, self._trail = opened, trail
        self._view.show_article(opened.shown, self._parts.counting.today(), opened.links)
        self._show_star()
        self._watch.start()
        if note:
            self._note(opened.shown.article.key)
        self.opened.emit(opened)

    # -- newer versions ------------------------------------------------------------------

    def look(self) -> None:
        """Whether the open article has a newer version, one small query in the read lane."""
        if self.now is None or not self._view.isVisible():
            return
        reading, shown = self._parts.reading, self.now.shown
        key, version = shown.article.key, shown.version_id
        self._parts.lanes.read.submit(
            lambda: reading.newer(key, version),
            lambda newer: self._looked(version, newer),
            self._not_looked,
            newest="newer",
        )

    def _looked(self, version: object, newer: Newer | None) -> None:
        if self.now is None or self.now.shown.version_id != version:
            return  # another one is open by now
        if newer != self._view.newer.newer:
            at = newer.at if newer else None
            self._view.newer.show_newer(newer, self._time(at))

    def _not_looked(self, error: object) -> None:
        self._watch.stop()  # said once; the next article that is opened tries again
        self.failed.emit(error)

    def _time(self, at: datetime | None) -> str:
        return names.local(self._parts.profile, at, "%m-%d %H:%M") if at else ""

    # -- what is kept at hand ------------------------------------------------------------

    def load_shelf(self) -> None:
        """Reads favourites and what was opened last."""
        shelf, actor = self._parts.shelf, self._actor
        self._parts.lanes.read.submit(
            lambda: shelf.kept(actor), self._shelf_read, self.failed.emit, newest="shelf"
        )

    def toggle_star(self) -> None:
        """Makes the open article a favourite, or no longer one."""
        if self.now is not None:
            shelf, actor, key = self._parts.shelf, self._actor, self.now.shown.article.key
            self._parts.lanes.write.submit(
                lambda: shelf.star(actor, key), lambda _is: self.load_shelf(), self.failed.emit
            )

    def _note(self, key: str) -> None:
        shelf, actor = self._parts.shelf, self._actor
        self._parts.lanes.write.submit(
            lambda: shelf.opened(actor, key),
            lambda _none: self.load_shelf(),
            self.failed.emit,
            newest="opened",
        )

    def _shelf_read(self, kept: Kept) -> None:
        self.shelf = kept
        self._show_star()
        self.kept.emit(kept)

    def _show_star(self) -> None:
        key = self.now.shown.article.key if self.now else ""
        self._view.show_star(any(head.key == key for head in self.shelf.stars))
