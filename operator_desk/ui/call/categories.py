"""Categories and places as choices that initials find."""

from __future__ import annotations

from collections.abc import Sequence

from operator_desk.domain.category import CategoryTree
from operator_desk.domain.places import Place
from operator_desk.domain.proposals import CategoryProposal
from operator_desk.ui.call.reasons import Reasons
from operator_desk.ui.kit.picker import Choice


def category_choices(tree: CategoryTree) -> list[Choice]:
    """Every leaf of the tree; found by initials, full pinyin, name, or its parents' names."""
    return [
        Choice(
            leaf.code,
            tree.path_name(leaf.code, " › "),
            "\n".join((leaf.initials, leaf.pinyin.replace(" ", ""), leaf.name.lower())),
        )
        for leaf in tree.leaves()
    ]


def category_proposals(
    tree: CategoryTree, reasons: Reasons, found: Sequence[CategoryProposal]
) -> list[Choice]:
    """Proposed categories with the reason as remark."""
    return [
        Choice(one.code, tree.path_name(one.code, " › "), "", reasons.text(one.reasons))
        for one in found
    ]


def place_choices(places: Sequence[Place]) -> list[Choice]:
    """Places with the names above them; found by initials, pinyin or name."""
    by_code = {place.code: place for place in places}
    return [
        Choice(
            place.code,
            _whole(place, by_code),
            "\n".join((place.initials, place.pinyin.replace(" ", ""), place.name.lower())),
        )
        for place in places
    ]


def _whole(place: Place, by_code: dict[str, Place]) -> str:
    names = [place.name]
    while place.parent and place.parent in by_code and len(names) < 4:
        place = by_code[place.parent]
        names.append(place.name)
    # Chinese names run from the large to the small without a gap, others the other way round.
    if all(name.isascii() for name in names):
        return ", ".join(names)
    return "".join(reversed(names))
