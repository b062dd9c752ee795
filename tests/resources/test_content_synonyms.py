"""The shipped synonyms: whole, useful words, and in every desk, a bare one too."""

from __future__ import annotations

from pathlib import Path

import pytest

from operator_desk import app, resources
from operator_desk.domain.language import Synonym
from operator_desk.importers.synonyms import synonyms
from operator_desk.services.people import machine_actor

SHORTEST = {"zh_CN": 1500, "en": 20}


def shipped(language: str) -> tuple[Synonym, ...]:
    read = synonyms(resources.path("resources", "synonyms", f"{language}.jsonl"))
    assert read.refused == ()
    return read.values


@pytest.mark.parametrize("language", SHORTEST)
def test_the_shipped_synonyms_are_whole(language: str) -> None:
    found = shipped(language)
    assert len(found) >= SHORTEST[language]
    assert all(len(one.stands_for) <= 6 for one in found)


def test_they_hold_in_a_bare_desk_until_an_editor_decides(tmp_path: Path) -> None:
    app.create_desk(tmp_path, "city-311")
    with app.open_desk(tmp_path, writing=True) as desk:
        words, actor = desk.language, machine_actor("test")
        assert words.synonyms() == tuple(sorted(shipped("en"), key=lambda one: one.lay))
        assert all(one.shipped for one in words.synonyms())
        first, second = words.synonyms()[:2]
        words.withdraw(actor, first.lay)
        words.put(actor, second.lay, ["something else"])
        assert first.lay not in {one.lay for one in words.synonyms()}
        assert [one for one in words.synonyms() if not one.shipped] == [
            Synonym(second.lay, ("something else",))
        ]
        words.put(actor, first.lay, first.stands_for)  # back again, now the editor's own
        assert len(words.synonyms()) == len(shipped("en"))
        assert desk.language.take(actor, shipped("en")).changed == 1
