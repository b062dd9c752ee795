"""An empty page with the window's margins."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


def page_widget() -> tuple[QWidget, QVBoxLayout]:
    """The page and its layout."""
    page = QWidget()
    page.setObjectName("page")
    layout = QVBoxLayout(page)
    layout.setContentsMargins(12, 12, 12, 12)
    layout.setSpacing(10)
    return page, layout
