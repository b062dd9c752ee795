"""Every setting once: key, type, default, label; kept in one JSON file of the data folder."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from operator_desk.domain.errors import UserError

THEMES = ("system", "light", "dark")
LANGUAGES = ("zh_CN", "en")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its key, what it may be (`choices`, or a range of whole numbers), its label."""

    key: str
    default: Any
    label: str
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0

    def checked(self, value: Any) -> Any:
        """The value, or the default when it is of a wrong type or out of range."""
        if type(value) is not type(self.default):
            return self.default
        if self.choices and value not in self.choices:
            return self.default
        if self.most and not self.least <= value <= self.most:
            return self.default
        return value


SETTINGS = (
    Setting("language", "zh_CN", "Language", LANGUAGES),
    Setting("theme", "system", "Theme", THEMES),
    Setting("scale", 100, "Font size in percent", least=100, most=200),
    Setting("show_counter", True, "Show the counter in the top bar"),
    Setting("proposals", True, "Propose articles from the statement being typed"),
    Setting("practice_scripts", "", "Own scripts for practice calls: a file or a folder"),
    Setting("voice", False, "The machine's voice reads the record back"),
    Setting("voice_rate", 100, "Pace of the voice in percent", least=70, most=160),
    Setting("last_login", "", "Login of the last sign-in"),
    Setting("keys", {}, "Changed keys"),
)
_BY_KEY = {setting.key: setting for setting in SETTINGS}


class Settings:
    """The settings of a window; a change is on disk when `set` returns."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "settings.json"
        self._values = self._read()

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            # A broken file must not keep the desk from opening: the defaults do.
            self.trouble = str(error)
            return {}
        return values if isinstance(values, dict) else {}

    trouble = ""

    def get(self, key: str) -> Any:
        """The value of a setting, checked; its default when nothing is kept."""
        setting = _BY_KEY[key]
        return setting.checked(self._values.get(key, setting.default))

    def set(self, key: str, value: Any) -> None:
        """Keeps a value. UserError: the file cannot be written."""
        self._values[key] = _BY_KEY[key].checked(value)
        fresh = self._path.with_suffix(".new")
        try:
            fresh.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            fresh.touch(mode=0o600)
            fresh.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), "utf-8")
            os.replace(fresh, self._path)
        except OSError as error:
            raise UserError(
                "The settings cannot be saved: {reason}.", reason=error.strerror or error
            ) from error
