"""One palette of colour tokens for light and dark, and the style sheet made from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

LIGHT = {
    "bg": "#EDF0F6", "surface": "#FFFFFF", "surface2": "#F5F7FB", "border": "#CFD7E4",
    "text": "#131A2A", "muted": "#536079", "accent": "#1F56D8", "on_accent": "#FFFFFF",
    "accent_soft": "#E7EEFD", "accent_text": "#1B4BBF", "ok": "#11683D", "ok_soft": "#E1F4E9",
    "warn": "#855000", "warn_soft": "#FFF1D6", "danger": "#B3261E", "danger_soft": "#FDE7E5",
    "mark": "#FFE391", "bar": "#0E2750", "bar_text": "#FFFFFF", "bar_muted": "#BECBE2",
    "bar_surface": "#1C3B6E", "live": "#34D399", "pause": "#F5B942",
}  # fmt: skip
DARK = {
    "bg": "#0E131B", "surface": "#161D29", "surface2": "#1C2533", "border": "#364359",
    "text": "#E9EEF7", "muted": "#A9B5CA", "accent": "#7BA5FF", "on_accent": "#0A1224",
    "accent_soft": "#22355F", "accent_text": "#A9C4FF", "ok": "#63D299", "ok_soft": "#16382A",
    "warn": "#F2B95F", "warn_soft": "#3B2D12", "danger": "#FF948B", "danger_soft": "#47211F",
    "mark": "#6A5514", "bar": "#0A1120", "bar_text": "#F3F6FC", "bar_muted": "#B4C1D8",
    "bar_surface": "#1B2942", "live": "#34D399", "pause": "#F5B942",
}  # fmt: skip
FAMILIES = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "Noto Sans SC",
)
BASE_PT = 10.5


@dataclass(frozen=True, slots=True)
class Look:
    """What the window looks like: theme (`light`, `dark`, `system`) and font scale in percent."""

    theme: str = "system"
    scale: int = 100

    @property
    def tokens(self) -> dict[str, str]:
        """The colours of the theme by name."""
        return DARK if self.dark else LIGHT

    @property
    def dark(self) -> bool:
        """Whether the theme is the dark one."""
        if self.theme == "system":
            scheme = QGuiApplication.styleHints().colorScheme()
            return scheme.name == "Dark"
        return self.theme == "dark"

    def points(self, factor: float = 1.0) -> float:
        """A font size in points."""
        return round(BASE_PT * factor * self.scale / 100, 1)

    def px(self, pixels: float) -> int:
        """A length at the base scale, grown with the font."""
        return round(pixels * self.scale / 100)


class _Now:
    look = Look()
    tokens = LIGHT  # of the look as it was put on: asked for with every stroke
    template = ""


def current() -> Look:
    """The look in use."""
    return _Now.look


def color(name: str) -> QColor:
    """A colour of the theme in use by its token."""
    return QColor(_Now.tokens[name])


def load(template: Path, fonts: Path) -> None:
    """Reads the style sheet; loads the shipped font when the system has no Chinese one."""
    _Now.template = template.read_text(encoding="utf-8")
    if not set(FAMILIES) & set(QFontDatabase.families()):
        for path in sorted([*fonts.glob("*.ttf"), *fonts.glob("*.otf")]):
            QFontDatabase.addApplicationFont(str(path))


def family() -> str:
    """The Chinese family in use; "" when there is none at all."""
    known = set(QFontDatabase.families())
    return next((name for name in FAMILIES if name in known), "")


def apply(look: Look) -> None:
    """Puts a look on the running application; open windows follow at once."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("no application is running")
    _Now.look, _Now.tokens = look, look.tokens
    made = sheet(look)
    if made == app.styleSheet():
        return  # every colour and size stands in it; all windows would be styled again
    font = QFont([name for name in (family(), "sans-serif") if name])
    font.setPointSizeF(look.points())
    app.setFont(font)
    app.setPalette(_palette(look.tokens))
    app.setStyleSheet(made)


def sheet(look: Look) -> str:
    """The style sheet of a look."""
    sizes = {
        f"pt_{name}": f"{look.points(factor)}pt"
        for name, factor in (
            ("small", 0.88), ("base", 1.0), ("large", 1.14), ("title", 1.24), ("said", 1.4),
            ("huge", 1.7),
        )
    }  # fmt: skip
    lengths = {f"px{n}": f"{look.px(n)}px" for n in (2, 4, 6, 8, 10, 12, 16, 20, 24, 32)}
    return Template(_Now.template).substitute(look.tokens | sizes | lengths)


def _palette(tokens: dict[str, str]) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, token in (
        (roles.Window, "bg"),
        (roles.WindowText, "text"),
        (roles.Base, "surface"),
        (roles.AlternateBase, "surface2"),
        (roles.Text, "text"),
        (roles.Button, "surface"),
        (roles.ButtonText, "text"),
        (roles.Highlight, "accent"),
        (roles.HighlightedText, "on_accent"),
        (roles.PlaceholderText, "muted"),
        (roles.ToolTipBase, "surface"),
        (roles.ToolTipText, "text"),
        (roles.Link, "accent_text"),
    ):
        palette.setColor(role, QColor(tokens[token]))
    return palette
