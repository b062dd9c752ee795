"""The shipped pictures render in any colour; the shipped fonts cover the shipped texts."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[2]
ICONS = sorted((ROOT / "resources" / "icons").glob("*.svg"))
FONTS = ROOT / "resources" / "fonts"
TEXTS = ("*.jsonl", "*.toml", "*.csv", "*.ts", "*.qss")
SIGNS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳→←↑↓✓⚠●○■□▲▼★☆※℃—…·〔〕【】《》「」（），。：；？！￥"
RARE = "龘㐂𠮷"
# A process of its own: the tests' application, if any, must not gain a font. Reads characters,
# says for each file the families and styles it brings and the characters it lacks.
_LOADING = """
import json, sys
from PySide6.QtGui import QFontDatabase, QGuiApplication, QRawFont
application = QGuiApplication([])
characters, said = sys.stdin.buffer.read().decode("utf-8"), {}
for path in sys.argv[1:]:
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(path))
    raw = QRawFont(path, 16.0)
    lacks = [sign for sign in characters if not raw.supportsCharacter(ord(sign))]
    said[raw.styleName()] = {"families": families, "lacks": "".join(lacks)}
print(json.dumps(said))
"""
_PICTURE_ARGUMENT = {"icon": 0, "Picture": 0, "heading": 0, "dress": 1, "button": 2}
_COLOURS = ("fill", "stroke", "color", "style", "stop-color")


def _rendered(path: Path, colour: str, side: int) -> QImage:
    drawing = path.read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    assert renderer.isValid()
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _inked(image: QImage) -> list[tuple[int, int]]:
    sides = range(image.width()), range(image.height())
    return [(x, y) for y in sides[1] for x in sides[0] if image.pixelColor(x, y).alpha() > 127]


def _named_in_the_window() -> Iterator[str]:
    for path in (ROOT / "operator_desk").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            place = _PICTURE_ARGUMENT.get(node.func.id, len(node.args))
            for value in node.args[place : place + 1]:
                if isinstance(value, ast.Constant) and value.value:
                    yield str(value.value)


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_icon_is_small_square_and_takes_its_only_colour_from_the_theme(path: Path) -> None:
    assert path.stat().st_size < 1000
    root = ET.parse(path).getroot()
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke-width") == "1.75"
    colours = {node.get(name) for node in root.iter() for name in _COLOURS}
    assert colours == {None, "none", "currentColor"}


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_icon_renders_within_its_square(path: Path) -> None:
    image = _rendered(path, "#c01020", 48)
    inked = _inked(image)
    assert 80 < len(inked) < 48 * 48 // 2
    across = [x for x, _ in inked], [y for _, y in inked]
    assert max(max(line) - min(line) for line in across) >= 24
    assert all(min(line) > 0 and max(line) < 47 for line in across)
    assert "#c01020" in {image.pixelColor(x, y).name() for x, y in inked}


def test_every_icon_looks_different() -> None:
    assert len({bytes(_rendered(path, "#000", 24).bits()) for path in ICONS}) == len(ICONS)


def test_every_picture_the_window_names_is_there() -> None:
    named = set(_named_in_the_window())
    assert "headset" in named
    assert named <= {path.stem for path in ICONS}


def _gb2312() -> set[str]:
    rows, cells = range(0xA1, 0xF8), range(0xA1, 0xFF)
    pairs = (bytes((row, cell)) for row in rows for cell in cells)
    return set("".join(pair.decode("gb2312", errors="ignore") for pair in pairs))


def _shipped() -> set[str]:
    paths = [path for pattern in TEXTS for path in (ROOT / "resources").rglob(pattern)]
    # Of `speech` nothing is shown: it knows signs that callers' texts may have.
    sources = (ROOT / "operator_desk").rglob("*.py")
    paths += [path for path in sources if "speech" not in path.parts]
    signs = {sign for path in paths for sign in path.read_text(encoding="utf-8")}
    return {sign for sign in signs if sign.isprintable()}


def _loaded(characters: str) -> dict[str, dict[str, object]]:
    fonts = [str(path) for path in sorted(FONTS.glob("*.otf"))]
    done = subprocess.run(
        [sys.executable, "-c", _LOADING, *fonts],
        input=characters.encode(),
        capture_output=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=True,
    )
    said: dict[str, dict[str, object]] = json.loads(done.stdout)
    return said


def test_both_weights_load_and_cover_the_standard_and_every_shipped_text() -> None:
    standard = _gb2312()
    assert len(standard) == 7445
    # What is lacking is mended by `python scripts/subset_font.py`.
    whole = {"families": ["Noto Sans SC"], "lacks": ""}
    characters = "".join(sorted(standard | _shipped() | set(SIGNS)))
    assert _loaded(characters) == {"Regular": whole, "Bold": whole}


def test_rare_characters_are_left_to_the_system() -> None:
    assert {style: said["lacks"] for style, said in _loaded(RARE).items()} == {
        "Regular": RARE,
        "Bold": RARE,
    }


def test_fonts_are_small_and_carry_their_license() -> None:
    assert all(path.stat().st_size < 2_300_000 for path in FONTS.glob("*.otf"))
    license_text = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert license_text.startswith("Copyright 2014-2021 Adobe")
    assert "SIL OPEN FONT LICENSE Version 1.1" in license_text
