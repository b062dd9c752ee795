"""The shipped synonyms: whole, useful words, and in every desk that has starter content."""

from __future__ import annotations

from pathlib import Path

import pytest

from operator_desk import app, resources
from operator_desk.app import starting
from operator_desk.domain.language import Synonym
from operator_desk.importers.synonyms import synonyms
from operator_desk.services.people import machine_actor

SHORTEST = {"zh_CN": 150, "en": 20}


def shipped(language: str) -> tuple[Synonym, ...]:
    read = synonyms(resources.path("resources", "synonyms", f"{language}.jsonl"))
    assert read.refused == ()
    return read.values


@pytest.mark.parametrize("language", SHORTEST)
def test_the_shipped_synonyms_are_whole(language: str) -> None:
    found = shipped(language)
    assert len(found) >= SHORTEST[language]
    assert all(len(one.stands_for) <= 4 for one in found)


def test_a_new_hotline_begins_with_them(tmp_path: Path) -> None:
    app.create_desk(tmp_path, "city-311")
    with app.open_desk(tmp_path, writing=True) as desk:
        starting.starter_desk(desk, machine_actor("test"))
        assert {*desk.language.synonyms()} == {*shipped("en")}
