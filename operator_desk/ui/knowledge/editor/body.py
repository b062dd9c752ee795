"""The text of an article: Markdown at the left, as a caller's operator will see it at the right."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from operator_desk.domain.article import ArticleKind
from operator_desk.domain.article_templates import template
from operator_desk.ui.kit import look
from operator_desk.ui.kit.labels import button, plain_label
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.article_view import SafeBrowser
from operator_desk.ui.knowledge.editor.fields import SmallText

_LINES = 14
_PREVIEW_MS = 200


class Body(QWidget):
    """Markdown with its preview beside it, or below where there is little room."""

    changed = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language, self._kind = language, ArticleKind.FAQ
        self.text, self.preview = SmallText(_LINES), SafeBrowser()
        self.setFocusProxy(self.text)
        self.text.setAccessibleName(tr("Text (Markdown)"))
        self.preview.setAccessibleName(tr("Preview of the text"))
        self._use = button(tr("Begin with the template"), "", "list")
        self._use.clicked.connect(self.insert_template)
        self._both = QHBoxLayout()
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(10)
        right = QWidget()
        side = QVBoxLayout(right)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(3)
        side.addWidget(plain_label(tr("As it is shown"), "field"))
        side.addWidget(self.preview)
        side.addStretch(1)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(plain_label(tr("Text (Markdown)"), "field"))
        column.addWidget(self.text)
        column.addWidget(self._use)
        column.addStretch(1)
        self._both.addWidget(self._left, 1)
        self._both.addWidget(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._both)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PREVIEW_MS)
        self._later.timeout.connect(self._show)
        self.text.textChanged.connect(self._typed)

    def _typed(self) -> None:
        self._later.start()
        self._use.setVisible(self._offers())
        self.changed.emit()

    def _offers(self) -> bool:
        """Whether the template is of use: it says something, and nothing is written yet."""
        return bool(template(self._kind, self._language)) and not self.text.toPlainText().strip()

    def _show(self) -> None:
        words = self.text.toPlainText()
        if self._kind is ArticleKind.REGULATION:  # as the article's view does
            words = "\n\n".join(words.split("\n"))
        self.preview.show_markdown(words)

    def set_kind(self, kind: ArticleKind) -> None:
        """The kind whose template is offered."""
        self._kind = kind
        self._use.setVisible(self._offers())
        self._later.start()

    def set_text(self, words: str) -> None:
        """Another text, shown at once."""
        self.text.setPlainText(words)
        self._later.stop()
        self._show()

    def insert_template(self) -> None:
        """The skeleton of the kind, the cursor behind its first heading."""
        if self._offers():
            self.text.setPlainText(template(self._kind, self._language))
            self.text.setFocus()

    def fit(self, width: int) -> None:
        """Preview beside or below."""
        ways = QHBoxLayout.Direction
        wide = width >= look.current().px(560)
        self._both.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
