"""The names of China's holidays, as the yearly notices spell them, for other languages."""

from __future__ import annotations

from operator_desk.domain.said import Said, said

_KNOWN = {
    "元旦": said("New Year's Day"),
    "春节": said("Spring Festival"),
    "清明节": said("Tomb-sweeping Day"),
    "劳动节": said("Labour Day"),
    "端午节": said("Dragon Boat Festival"),
    "中秋节": said("Mid-autumn Festival"),
    "国庆节": said("National Day"),
    "国庆节、中秋节": said("National Day and Mid-autumn Festival"),
}


def shown_name(name: str) -> Said | str:
    """A holiday's name for showing: translated where it is known, else as it was given."""
    return _KNOWN.get(name, name)
