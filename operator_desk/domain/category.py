"""The category tree of a profile: what a matter is about, and what to ask for each category.

A code has two digits a level: `03` is the parent of `0304`, and this of `030402`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from operator_desk.domain.element_finds import Fit
from operator_desk.domain.errors import UserError
from operator_desk.domain.said import said
from operator_desk.domain.terms import MatterKind
from operator_desk.domain.toml_row import shown

LEVELS = 3
_CATEGORY_FIELDS = {"code", "name", "pinyin", "initials", "elements", "kind"}
_ELEMENT_FIELDS = {"code", "label", "ask", "required", "fits"}


@dataclass(frozen=True, slots=True)
class Element:
    """One thing to ask for a category: stable code, short label, the question as spoken.

    `fits`: what rules look for in the record to propose it; None: nothing.
    """

    code: str
    label: str
    ask: str
    required: bool = False
    fits: Fit | None = None


@dataclass(frozen=True, slots=True)
class Category:
    """One category; `level` counts from 1, `elements` and `kind` its own or else its parent's.

    `kind` is what such a matter mostly is; the registration strip begins with it.

    `pinyin` is the whole name without tones, syllables apart by blanks; `initials` their
    first letters. Both are lower-case ASCII and were made with the file.
    """

    code: str
    name: str
    parent: str
    level: int
    pinyin: str
    initials: str
    elements: tuple[Element, ...] = ()
    kind: MatterKind | None = None


@dataclass(frozen=True, slots=True)
class CategoryTree:
    """All categories of a profile, in the order of the file (parents before children)."""

    categories: tuple[Category, ...]
    _by_code: dict[str, Category]
    _children: dict[str, tuple[Category, ...]]

    def find(self, code: str) -> Category | None:
        """The category of a code, or None."""
        return self._by_code.get(code)

    def path(self, code: str) -> tuple[Category, ...]:
        """From the top down to the category itself; empty for an unknown code."""
        codes = [code[: 2 * n] for n in range(1, len(code) // 2 + 1)]
        return tuple(self._by_code[c] for c in codes) if code in self._by_code else ()

    def path_name(self, code: str, between: str = " / ") -> str:
        """The names on the path, for a label; "" for an unknown code."""
        return between.join(category.name for category in self.path(code))

    def children(self, code: str = "") -> tuple[Category, ...]:
        """The categories one level below; of the top for ""."""
        return self._children.get(code, ())

    def leaves(self, code: str = "") -> tuple[Category, ...]:
        """The categories below `code` (or of the whole tree) that have no children."""
        return tuple(
            category
            for category in self.categories
            if category.code.startswith(code) and category.code not in self._children
        )

    def elements(self, code: str) -> tuple[Element, ...]:
        """What to ask for a category; empty for an unknown code."""
        category = self.find(code)
        return category.elements if category else ()

    def kind(self, code: str) -> MatterKind | None:
        """What a matter of a category mostly is; None: nothing is said about it."""
        category = self.find(code)
        return category.kind if category else None


def tree(categories: Iterable[Category]) -> CategoryTree:
    """The tree of categories that stand in order, parents first; elements pass down."""
    by_code: dict[str, Category] = {}
    children: dict[str, list[Category]] = {}
    for category in categories:
        _check_place(category, by_code)
        if category.parent:
            category = _passed_down(category, by_code[category.parent])
        by_code[category.code] = category
        children.setdefault(category.parent, []).append(category)
    frozen = {code: tuple(found) for code, found in children.items()}
    return CategoryTree(tuple(by_code.values()), by_code, frozen)


def load(text: str) -> CategoryTree:
    """The tree of a JSONL file: `code name pinyin initials elements[] kind` a line.

    Raises UserError that names the line for text that is not JSON, unknown or missing
    fields, a code twice, a code without its parent, an element code twice.
    """
    rows = [
        _category(number, line)
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip()
    ]
    if not rows:
        raise UserError("The category file holds no category")
    return tree(rows)


def _check_place(category: Category, known: dict[str, Category]) -> None:
    if category.code in known:
        raise UserError("Category {code} stands twice", code=category.code)
    if category.parent and category.parent not in known:
        raise UserError(
            "Category {code} stands before its parent {parent}, or the parent is missing",
            code=category.code,
            parent=category.parent,
        )


def _passed_down(category: Category, parent: Category) -> Category:
    return replace(
        category,
        elements=category.elements or parent.elements,
        kind=category.kind or parent.kind,
    )


def _category(number: int, line: str) -> Category:
    row = _object(number, line)
    _check_fields(number, row, _CATEGORY_FIELDS, {"elements", "kind"})
    code = str(row["code"])
    if not (code.isascii() and code.isdigit() and len(code) in range(2, 2 * LEVELS + 1, 2)):
        raise UserError(
            "Category file, line {line}: the code {code} is not two digits a level",
            line=number,
            code=code,
        )
    items = row.get("elements", [])
    elements = tuple(
        _element(number, item, place)
        for place, item in enumerate(items if isinstance(items, list) else [items], start=1)
    )
    codes = [element.code for element in elements]
    if len(set(codes)) != len(codes):
        raise UserError("Category file, line {line}: an element code stands twice", line=number)
    return Category(
        code=code,
        name=row["name"],
        parent=code[:-2],
        level=len(code) // 2,
        pinyin=row["pinyin"],
        initials=row["initials"],
        elements=elements,
        kind=_kind(number, row.get("kind")),
    )


def _kind(number: int, value: object) -> MatterKind | None:
    if value is None:
        return None
    try:
        return MatterKind(str(value))
    except ValueError:
        raise UserError(
            "Category file, line {line}: {kind} is no kind of matter", line=number, kind=value
        ) from None


def _element(number: int, row: object, place: int) -> Element:
    if not isinstance(row, dict):
        raise UserError("Category file, line {line}: an element is not an object", line=number)
    _check_fields(number, row, _ELEMENT_FIELDS, {"required", "fits"})
    fits = _fits(number, row.get("fits"), f"elements[{place}] (code {row['code']}).fits")
    return Element(row["code"], row["label"], row["ask"], row.get("required", False) is True, fits)


def _fits(number: int, value: object, path: str) -> Fit | None:
    if value is None:
        return None
    known = list(Fit)
    if not isinstance(value, str) or value not in known:
        raise UserError(
            "Category file, line {line}: {path}: expected {expected}, found {found}",
            line=number,
            path=path,
            expected=said("one of {known}", known=", ".join(known)),
            found=shown(value),
        )
    return Fit(value)


def _object(number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError:
        row = None
    if not isinstance(row, dict):
        raise UserError("Category file, line {line}: this is not a JSON object", line=number)
    return row


def _check_fields(number: int, row: dict[str, Any], known: set[str], optional: set[str]) -> None:
    for name in sorted(row.keys() - known):
        raise UserError(
            "Category file, line {line}: unknown field {field}", line=number, field=name
        )
    for name in sorted(known - optional):
        value = row.get(name)
        if not isinstance(value, str) or not value.strip():
            raise UserError(
                "Category file, line {line}: field {field} is missing or empty",
                line=number,
                field=name,
            )
