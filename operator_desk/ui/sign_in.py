"""Sign-in, and the first start: a practice desk or my hotline."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from operator_desk.domain.errors import UserError
from operator_desk.services.people import Actor
from operator_desk.ui.kit import look
from operator_desk.ui.kit.composing import ComposingLine
from operator_desk.ui.kit.labels import button, card, plain_label
from operator_desk.ui.kit.number_line import NumberLine
from operator_desk.ui.kit.words import tr
from operator_desk.ui.messages import sentence
from operator_desk.ui.parts import Parts

# Each in its own words, so that who cannot read the others finds it.
LANGUAGE_NAMES = (("zh_CN", "中文"), ("en", "English"))


def _centred(widget: QWidget, page: QWidget) -> None:
    layout = QVBoxLayout(page)
    layout.addStretch(1)
    layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
    layout.addStretch(1)


class SignInPage(QWidget):
    """Login and password; a wrong one says so and keeps the login."""

    signed_in = Signal(object)  # Actor

    def __init__(self, parts: Parts, hint: str = "") -> None:
        super().__init__()
        self.setObjectName("page")
        self._parts = parts
        frame, layout = card(24)
        frame.setFixedWidth(look.current().px(400))
        layout.addWidget(plain_label(tr("Operator Desk"), "huge"))
        layout.addWidget(plain_label(parts.profile.title, "muted", wrap=True))
        self.login, self.password = NumberLine(), QLineEdit()
        self.login.setText(parts.settings.get("last_login"))
        self.login.setAccessibleName(tr("Login"))
        self.password.setAccessibleName(tr("Password"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        layout.addWidget(plain_label(tr("Login"), "field"))
        layout.addWidget(self.login)
        layout.addWidget(plain_label(tr("Password"), "field"))
        layout.addWidget(self.password)
        self._trouble = plain_label(role="danger", wrap=True)
        layout.addWidget(self._trouble)
        self._go = button(tr("Sign in"), "primary")
        layout.addWidget(self._go)
        self._hint = plain_label(hint, "muted", wrap=True)
        self._hint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._hint.setVisible(bool(hint))
        layout.addWidget(self._hint)
        self.login.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self._try)
        self._go.clicked.connect(self._try)
        _centred(frame, self)
        self.setFocusProxy(self.password if self.login.text() else self.login)

    def _try(self) -> None:
        login, password = self.login.text().strip(), self.password.text()
        people = self._parts.people
        self._go.setEnabled(False)
        self._parts.lanes.write.submit(
            lambda: people.sign_in(login, password), self._in, self._refused
        )

    def _in(self, actor: Actor) -> None:
        self._parts.settings.set("last_login", actor.login)
        self.signed_in.emit(actor)

    def _refused(self, error: Exception) -> None:
        self._go.setEnabled(True)
        if not isinstance(error, UserError):
            raise error
        self._trouble.setText(sentence(error))
        self.password.selectAll()
        self.password.setFocus()


class FirstStartPage(QWidget):
    """Asks once: practice desk, or my hotline with its first account."""

    practice_wanted = Signal()
    hotline_wanted = Signal(str, str, str)  # login, name, password
    language_wanted = Signal(str)

    def __init__(self, check: Callable[[str, str, str], str], language: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self._check = check
        frame, layout = card(24)
        frame.setFixedWidth(look.current().px(520))
        top = QHBoxLayout()
        top.addWidget(plain_label(tr("Operator Desk"), "huge"))
        top.addStretch(1)
        for code, words in LANGUAGE_NAMES:
            chip = QPushButton(words)
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(code == language)
            chip.clicked.connect(lambda _on, wanted=code: self.language_wanted.emit(wanted))
            top.addWidget(chip)
        layout.addLayout(top)
        layout.addWidget(plain_label(tr("No desk is kept on this machine yet."), "muted"))
        self.practice = button(tr("Practice desk"), "primary")
        layout.addWidget(self.practice)
        layout.addWidget(
            plain_label(
                tr("Sample staff, starter knowledge and a month of invented calls."),
                "muted",
                wrap=True,
            )
        )
        layout.addSpacing(10)
        layout.addWidget(plain_label(tr("My hotline"), "title"))
        self.login, self.name, self.password = NumberLine(), ComposingLine(), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        for words, field in (
            (tr("Login"), self.login),
            (tr("Name"), self.name),
            (tr("Password"), self.password),
        ):
            field.setAccessibleName(words)
            layout.addWidget(plain_label(words, "field"))
            layout.addWidget(field)
        self._trouble = plain_label(role="danger", wrap=True)
        layout.addWidget(self._trouble)
        self._own = button(tr("Make my hotline"))
        layout.addWidget(self._own)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.hide()
        layout.addWidget(self._bar)
        self.practice.clicked.connect(self._practice)
        self._own.clicked.connect(self._hotline)
        self.password.returnPressed.connect(self._hotline)
        _centred(frame, self)
        self.setFocusProxy(self.practice)

    def _busy(self, words: str) -> None:
        self._bar.show()
        self._trouble.setText(words)
        for widget in (self.practice, self._own):
            widget.setEnabled(False)

    def _practice(self) -> None:
        self._busy(tr("The practice desk is being made…"))
        self.practice_wanted.emit()

    def _hotline(self) -> None:
        values = (self.login.text().strip(), self.name.text().strip(), self.password.text())
        trouble = self._check(*values)
        if trouble:
            self._trouble.setText(trouble)
            return
        self._busy(tr("The desk is being made…"))
        self.hotline_wanted.emit(*values)

    def show_trouble(self, words: str) -> None:
        """What went wrong; the page can be used again."""
        self._bar.hide()
        self._trouble.setText(words)
        for widget in (self.practice, self._own):
            widget.setEnabled(True)
