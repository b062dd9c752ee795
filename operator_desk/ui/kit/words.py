"""The window's words: English in the source, other languages from one `.ts` file."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QTranslator

CONTEXT = "Desk"


def tr(text: str, **values: object) -> str:
    """A text in the window's language; `values` fill its `{}` fields."""
    words = QCoreApplication.translate(CONTEXT, text)
    return words.format(**values) if values else words


def later(text: str) -> str:
    """Marks a text of a table for translation; it is translated where it is shown."""
    return text


class FileTranslator(QTranslator):
    """Reads a `.ts` file as it is, so that no compiled copy can fall behind it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._words: dict[str, str] = {}
        for message in ElementTree.parse(path).getroot().iter("message"):
            source, words = message.findtext("source"), message.findtext("translation")
            if source and words:
                self._words[source] = words

    def isEmpty(self) -> bool:
        return not self._words

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        # None lets Qt ask the next translator (its own menus have one of their own).
        return self._words.get(source) if context == CONTEXT else None
