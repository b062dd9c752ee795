"""The real window, signed in as soon as its page stands; for processes that measure in it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.desks import LOGIN, PASSWORD
from operator_desk.app import window

_GIVEN_UP_MS = 30_000
Opened = Callable[[Any, Any, Any], None]  # the services, the parts, the main window


def open_signed_in(
    folder: str, opened: Opened, shown: Callable[[str], None] = lambda _stage: None
) -> None:
    """Runs the program on a desk and signs in; does not come back before the window is closed."""
    from operator_desk.__main__ import main

    kept: list[Any] = []
    join = window.join

    def joined(desk: Any, *rest: Any, **more: Any) -> Any:
        parts = join(desk, *rest, **more)
        kept[:] = [desk, parts]
        return parts

    class Driven(window.Shell):
        def begin(self) -> None:
            super().begin()
            shown("sign_in_shown")
            self.resize(1366, 768)
            QTimer.singleShot(0, self._enter)
            self._late = QTimer(self, singleShot=True, interval=_GIVEN_UP_MS)
            self._late.timeout.connect(lambda: QApplication.exit(1))
            self._late.start()

        def _enter(self) -> None:
            page: Any = self.currentWidget()
            page.login.setText(LOGIN)
            page.password.setText(PASSWORD)
            QTest.keyClick(page.password, Qt.Key.Key_Return)

        def _signed_in(self, actor: Any) -> None:
            super()._signed_in(actor)
            self._late.stop()
            opened(*kept, self.currentWidget())

    window.join, window.Shell = joined, Driven  # type: ignore[misc]
    sys.argv = ["operator-desk", "--data-dir", folder]
    main()
