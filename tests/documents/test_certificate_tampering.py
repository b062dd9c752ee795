"""Random tampering of certificates: whatever value is changed, whatever is dropped or swapped."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from operator_desk.app import certificates, papers
from operator_desk.documents import certificate_file
from operator_desk.domain import certificate, certificate_check, certificate_data
from operator_desk.domain.errors import UserError
from operator_desk.services.certificates import Made
from tests.proofs.counts import Record, chance, count
from tests.services.certified import SAID, Certified

Place = tuple[str | int, ...]
# What no hash of a row covers: only the hash of the data, which is printed, keeps it.
PRINTED = {"says", "hotline", "made_by", "program", "time_zone", "head"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Made, Made]:
    """A masked and a full certificate of one record."""
    centre = Certified(tmp_path_factory.mktemp("certificates"))
    number = centre.ticket()
    centre.supplemented(number)
    centre.erased(SAID[4])
    show = centre.services.certificates.show
    return show(centre.lead, number), show(centre.lead, number, full=True)


def leaves(value: Any, at: Place = ()) -> Iterator[Place]:
    """The places of all values that hold no others."""
    if isinstance(value, dict | list):
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        for name, one in inner:
            yield from leaves(one, (*at, name))
    else:
        yield at


def lists(value: Any, at: Place = ()) -> Iterator[Place]:
    """The places of all lists that hold something."""
    if isinstance(value, list) and value:
        yield at
    if isinstance(value, dict | list):
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        for name, one in inner:
            yield from lists(one, (*at, name))


def another(value: Any, by: random.Random) -> Any:
    """Another value of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + by.choice((-1, 1, 1000))
    at = by.randrange(len(value) + 1)
    return by.choice((value[:at] + "1" + value[at:], value[:at] + "8" + value[at + 1 :], ""))


def changed(values: dict[str, Any], by: random.Random) -> Place:
    """Changes one value, drops an item of a list, or swaps two; where it was."""
    kind = by.choice(("value", "value", "drop", "swap"))
    if kind == "value":
        place = by.choice(list(leaves(values)))
        inside = _inside(values, place[:-1])
        inside[place[-1]] = another(inside[place[-1]], by)
        return place
    place = by.choice(list(lists(values)))
    items = _inside(values, place)
    at, other = by.randrange(len(items)), by.randrange(len(items))
    if kind == "drop" or at == other:
        del items[at]
    else:
        items[at], items[other] = items[other], items[at]
    return place


def _inside(values: Any, place: Place) -> Any:
    for name in place:
        values = values[name]
    return values


def found(values: dict[str, Any]) -> bool:
    """Whether the data alone, laid out anew with a new check code, is known as tampered."""
    try:
        data = certificate_data.parse(certificate_data.written(values))
    except (UserError, TypeError, ValueError):
        return True
    with suppress(UserError):
        certificate.of(data)  # a sentence or a certificate, never a fault of the program
    return any(certificate_check.check(data))


def left_out(values: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether a row that nothing names is gone: the newest seal, an answer, the operator."""
    rows = [{one["hash"] for one in data["rows"]} for data in (values, other)]
    return rows[1] < rows[0]


@pytest.mark.proof
def test_a_certificate_made_anew_from_changed_data_is_found_but_where_no_hash_reaches(
    made: tuple[Made, Made], record_property: Record
) -> None:
    """The tamperer makes pages, check code and data agree; only the row hashes are honest."""
    by, missed, kept = chance("certificates"), list[Place](), Counter[str]()
    wanted = count(2_000, 60)
    for _n in range(wanted):
        honest = json.loads(by.choice(made).body)
        values = deepcopy(honest)
        place = changed(values, by)
        if values == honest or found(values):
            continue
        if place[0] in PRINTED:
            kept[f"{place[0]}: by the printed hash"] += 1
        elif place[-1] == "n" and place[0] in ("rows", "witness"):
            kept["n, which no hash covers: by the printed hash"] += 1
        elif place == ("rows",) and left_out(honest, values):
            kept["row that nothing names: by the printed hash"] += 1
        elif place == ("texts",) and not honest["full"]:
            kept["that a statement was withdrawn, in a masked one: by the printed hash"] += 1
        elif place[0] in ("witness", "made_at", "secrecy"):
            kept[f"{place[0]}: by the printed hash"] += 1
        else:
            missed.append(place)
    record_property("tamperings", wanted)
    record_property("only_by_the_page", dict(kept))
    record_property("not_found", len(missed))
    assert missed == []


@pytest.mark.window
@pytest.mark.proof
def test_whatever_is_changed_in_the_data_of_a_file_is_found(
    made: tuple[Made, Made], record_property: Record, qapp: QApplication, tmp_path: Path
) -> None:
    """The pages stay as they were issued: the hash of the data stands on them."""
    del qapp
    by, missed, refused = chance("certificate files"), list[Place](), 0
    wanted = count(300, 2)
    bare = [papers.certificate_pdf(certificate.of(one.data), one.data) for one in made]
    for _n in range(wanted):
        which = by.randrange(2)
        values = json.loads(made[which].body)
        place = changed(values, by)
        path = tmp_path / "c.pdf"
        try:
            body = certificate_data.written(values)
        except (TypeError, ValueError):
            continue
        if body == made[which].body:
            continue
        path.write_bytes(certificate_file.with_data(bare[which], body))
        try:
            if not certificates.check(path, tmp_path / "nowhere").broken:
                missed.append(place)
        except UserError:
            refused += 1
    record_property("tamperings", wanted)
    record_property("refused_as_no_certificate", refused)
    record_property("not_found", len(missed))
    assert missed == []
