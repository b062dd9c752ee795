"""The frame of the window: bars above, the rail beside the pages, the bar of keys below."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget


def inside(window: QMainWindow) -> QWidget:
    """The widget that fills a window.

    It is there first, and pages are made in it: Qt styles a widget again with each parent it
    gets, and all that is in it.
    """
    host = QWidget(window)
    host.setObjectName("page")
    window.setCentralWidget(host)
    return host


def framed(
    host: QWidget, bars: Iterable[QWidget], rail: QWidget, pages: QWidget, keys: QWidget
) -> None:
    """Bars, rail, pages and keys, laid out in a widget."""
    layout = QVBoxLayout(host)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    middle = QHBoxLayout()
    middle.setSpacing(0)
    middle.addWidget(rail)
    middle.addWidget(pages, 1)
    for bar in bars:
        layout.addWidget(bar)
    layout.addLayout(middle, 1)
    layout.addWidget(keys)
