"""The frame of the window: bars above, the rail beside the pages, the bar of keys below."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def framed(bars: Iterable[QWidget], rail: QWidget, pages: QWidget, keys: QWidget) -> QWidget:
    """Bars, rail, pages and keys, laid out."""
    host = QWidget()
    host.setObjectName("page")
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
    return host
