"""Makes the fonts in `resources/fonts` from the Noto Sans CJK collections of the system.

    pip install fonttools
    python scripts/subset_font.py [FOLDER]      default /usr/share/fonts/opentype/noto

Run by hand, and only when the shipped texts need a character more; fontTools is therefore no
dependency of the project, not even of its tests. The source is Debian's package
`fonts-noto-cjk`, Noto Sans CJK 2.004. A subset holds GB 2312, Latin, punctuation, signs, and
every other character of the texts below `resources/`. Its family is called Noto Sans SC, the
name Noto itself gives to subsets for mainland China.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "resources" / "fonts"
DEBIAN = Path("/usr/share/fonts/opentype/noto")
WEIGHTS = ("Regular", "Bold")
SOURCE_FAMILY = "Noto Sans CJK SC"
FAMILY = "Noto Sans SC"
TEXTS = ("*.jsonl", "*.toml", "*.csv", "*.md", "*.ts")
# Digits are of one width without tnum; locl would double the glyphs for other countries' forms.
FEATURES = ("kern",)
# First and last code point of each block taken whole, as far as the source has them.
BLOCKS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x00FF),  # Latin-1
    (0x2010, 0x2027),  # dashes, quotes, ellipsis
    (0x2030, 0x203E),  # per mille, primes, reference mark
    (0x20A0, 0x20BF),  # currencies
    (0x2103, 0x2103),  # degree Celsius
    (0x2116, 0x2122),  # numero, trade mark
    (0x2150, 0x218B),  # fractions, Roman numerals
    (0x2190, 0x2199),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2460, 0x24FF),  # enclosed figures and letters
    (0x2500, 0x257F),  # box drawing
    (0x25A0, 0x25FF),  # squares, triangles, circles
    (0x2600, 0x2606),  # weather, stars
    (0x260E, 0x260F),  # telephones
    (0x26A0, 0x26A0),  # warning
    (0x2713, 0x2717),  # ticks and crosses
    (0x2776, 0x277F),  # figures in black circles
    (0x3000, 0x303F),  # CJK punctuation
    (0x3200, 0x33FF),  # enclosed CJK, units
    (0xFE30, 0xFE4F),  # CJK compatibility forms
    (0xFF00, 0xFFEF),  # full-width forms
)


def gb2312() -> set[str]:
    """The 7,445 characters of GB 2312-80: 682 signs and 6,763 ideographs."""
    rows, cells = range(0xA1, 0xF8), range(0xA1, 0xFF)
    pairs = (bytes((row, cell)) for row in rows for cell in cells)
    return set("".join(pair.decode("gb2312", errors="ignore") for pair in pairs))


def shipped() -> set[str]:
    """Every character of the texts below `resources/`."""
    paths = (path for pattern in TEXTS for path in (ROOT / "resources").rglob(pattern))
    return {sign for path in paths for sign in path.read_text(encoding="utf-8")}


def wanted() -> set[int]:
    """The code points of a subset."""
    blocks = {point for first, last in BLOCKS for point in range(first, last + 1)}
    return blocks | {ord(sign) for sign in gb2312() | shipped()}


def source(folder: Path, weight: str) -> TTFont:
    """The face for mainland China out of the collection of a weight."""
    collection = TTCollection(folder / f"NotoSansCJK-{weight}.ttc", lazy=True)
    wanted_name = SOURCE_FAMILY if weight == "Regular" else f"{SOURCE_FAMILY} {weight}"
    return next(font for font in collection if font["name"].getDebugName(4) == wanted_name)


def cut(font: TTFont, points: set[int]) -> None:
    """Leaves the font only the given characters, and no hints."""
    options = subset.Options()
    options.layout_features = list(FEATURES)
    options.layout_scripts = ["DFLT", "latn", "hani"]
    options.hinting = False
    options.desubroutinize = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    options.name_languages = [0x409]
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=points)
    cutter.subset(font)


def rename(font: TTFont) -> None:
    """Gives the font the family of the subsets, in its name table and in its CFF table."""
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6):
            record.string = _renamed(record.toUnicode())
    compact, names = font["CFF "].cff, font["name"]
    compact.fontNames = [names.getDebugName(6)]
    compact[0].FullName, compact[0].FamilyName = names.getDebugName(4), FAMILY


def _renamed(name: str) -> str:
    return name.replace(SOURCE_FAMILY, FAMILY).replace("NotoSansCJKsc", "NotoSansSC")


def made(folder: Path) -> Iterator[Path]:
    """Writes a subset of each weight; yields the files."""
    points = wanted()
    for weight in WEIGHTS:
        font = source(folder, weight)
        lost = {ord(sign) for sign in gb2312()} - set(font.getBestCmap())
        if lost:
            raise SystemExit(f"{weight}: the source lacks {''.join(map(chr, sorted(lost)))}")
        cut(font, points)
        rename(font)
        font["head"].modified = font["head"].created
        font.recalcTimestamp = False
        path = FONTS / f"NotoSansSC-{weight}.otf"
        font.save(path)
        yield path


def main() -> None:
    """Makes the fonts and prints their sizes."""
    FONTS.mkdir(parents=True, exist_ok=True)
    for path in made(Path(sys.argv[1]) if len(sys.argv) > 1 else DEBIAN):
        glyphs = TTFont(path)["maxp"].numGlyphs
        sys.stdout.write(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB, {glyphs} glyphs\n")


if __name__ == "__main__":
    main()
