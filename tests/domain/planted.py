"""Texts in which a caller's name, number and address stand, spelled as people spell them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hypothesis import strategies as st

from operator_desk.domain.folding import fold

NAMES = ("张伟", "欧阳娜娜", "王国庆", "古力娜扎", "李十", "司马光", "John Smith", "诸葛亮")
NUMBERS = ("13800002206", "+86 139 1234 5678", "0551-62881234", "(010)8888 6666", "4008123123")
HOMES = (
    "安徽省合肥市蜀山区湖滨路5号翠湖小区3栋201室",
    "北京市海淀区中关村大街27号1101",
    "花溪镇双溪村三组15号",
    "翠湖小区湖滨路12号",
    "阳光花园十二栋二单元802室",
)
_CHINESE = str.maketrans("0123456789", "零一二三四五六七八九")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_FILLING = ("路灯不亮，", "反映：", "昨晚八点在现场，", "要求尽快处理。", "\n", "多次报修 3 次，")


@dataclass(frozen=True, slots=True)
class Planted:
    """A text and who stands in it: names, numbers, addresses."""

    text: str
    name: str
    number: str
    home: str

    @property
    def known(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """What was stored of the caller."""
        return (self.name,), (self.number,), (self.home,)


@st.composite
def planted(draw: st.DrawFn) -> Planted:
    """Fillings with the three in between, each spelled by chance."""
    name, number, home = (draw(st.sampled_from(one)) for one in (NAMES, NUMBERS, HOMES))
    parts = [_name(draw, name), _number(draw, number), _home(draw, home)]
    text = "".join(
        draw(st.sampled_from(_FILLING)) + part + draw(st.sampled_from(_FILLING))
        for part in draw(st.permutations(parts))
    )
    return Planted(text, name, number, home)


def _name(draw: st.DrawFn, name: str) -> str:
    titled = [] if name.isascii() else [f"{_surname(name)}先生", f"{_surname(name)}女士"]
    spaced = draw(st.sampled_from((" ", "　", "·", "\u200b"))).join(name)
    return draw(st.sampled_from([name, name.upper(), spaced, *titled]))


def _surname(name: str) -> str:
    return name[:2] if name[:2] in ("欧阳", "司马", "诸葛") else name[0]


def _number(draw: st.DrawFn, number: str) -> str:
    digits = re.sub(r"\D", "", number).removeprefix("86")
    apart = draw(st.sampled_from(("", " ", "-", "、", "　", "—", ".")))
    cut = draw(st.sampled_from((3, 4, len(digits))))
    spelled = apart.join(re.findall(f".{{1,{cut}}}", digits))
    spelled = draw(
        st.sampled_from((spelled, spelled.translate(_CHINESE), spelled.translate(_WIDE)))
    )
    return draw(st.sampled_from(("", "+86 ", "0086-", "电话"))) + spelled


def _home(draw: st.DrawFn, home: str) -> str:
    spelled = (home, home.translate(_CHINESE), home.translate(_WIDE), " ".join(home))
    return draw(st.sampled_from(spelled))


def traces(one: Planted, text: str) -> list[str]:
    """What of the caller is still to be read in a text, spelled in any way."""
    plain = fold(text).text
    digits = re.sub(r"\D+", " ", fold(text, digits=True, pauses=True).text)
    counted = fold(text, digits=True, numerals=True, pauses=True).text
    number = re.sub(r"\D", "", fold(one.number, digits=True).text).removeprefix("86")
    home = fold(one.home, digits=True, numerals=True, pauses=True).text
    narrow = home[-6:]
    found = [
        fold(one.name).text,
        *([] if one.name.isascii() else [f"{_surname(one.name)}先生", f"{_surname(one.name)}女士"]),
    ]
    left = [name for name in found if name in plain]
    left += [number] if number in digits else []
    left += [narrow] if narrow in counted or narrow in plain else []
    return left
