"""The keys of the window: one QAction a key; what it means is decided when it comes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from operator_desk.domain.phase import Phase
from operator_desk.ui.actions import Action, with_keys, working

_HITS = 9  # that Alt with a digit opens
Now = Callable[[], tuple[Phase, bool]]  # the phase, and whether the call in hand is over


class Keyboard:
    """Leads keys to actions by name, and Alt with a digit to the hits."""

    def __init__(
        self,
        window: QWidget,
        now: Now,
        run: Callable[[str], None],
        open_hit: Callable[[int], None],
        hidden: frozenset[str] = frozenset(),
    ) -> None:
        self._window, self._now, self._run, self._open_hit = window, now, run, open_hit
        self._hidden = hidden  # actions that are not for this person
        self._actions: tuple[Action, ...] = ()
        self._made: list[QAction] = []

    def take(self, changed: Mapping[str, list[str]]) -> None:
        """The shipped keys with those that a person has changed."""
        self._actions = tuple(one for one in with_keys(changed) if one.name not in self._hidden)
        for old in self._made:
            self._window.removeAction(old)
        keys = sorted({key for action in self._actions for key in action.keys})
        hits = range(_HITS)
        self._made = [self._action(key, partial(self._pressed, key)) for key in keys]
        self._made += [self._action(f"Alt+{n + 1}", partial(self._open_hit, n)) for n in hits]

    def working(self) -> list[Action]:
        """The actions that work now, best for the key bar first."""
        return working(self._actions, *self._now())

    def _action(self, key: str, run: Callable[[], object]) -> QAction:
        made = QAction(self._window)
        made.setShortcut(QKeySequence(key))
        made.setAutoRepeat(False)
        made.triggered.connect(lambda _checked: run())
        self._window.addAction(made)
        return made

    def _pressed(self, key: str) -> None:
        for action in self.working():
            if key in action.keys:
                self._run(action.name)
                return
