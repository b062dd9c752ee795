"""Records: saved as they grow, sealed, supplemented, broken off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from operator_desk.domain import call_flow, facts, readback, seals
from operator_desk.domain.canonical import GENESIS
from operator_desk.domain.draft import Draft
from operator_desk.domain.terms import Answer, Scope
from operator_desk.services.records import seal_id
from tests.contract import rows
from tests.fakes.store import RefusedError
from tests.services.desk import Desk


def stored_seals(desk: Desk) -> list[facts.Seal]:
    with desk.store.read() as tx:
        return sorted(tx.find(facts.Seal), key=lambda seal: seal.number)


def answers(seal: facts.Seal) -> list[tuple[str, str, str]]:
    return [(item["kind"], item["answer"], item.get("reason", "")) for item in seal.items]


def words_of(desk: Desk, seal: facts.Seal) -> list[str | None]:
    rows = [item["row"] for item in seal.items if item["kind"] == "statement"]
    with desk.store.read() as tx:
        by_id = {str(one.id): one.words for one in tx.find(facts.Statement)}
    return [by_id[row] for row in rows]


def sealed(desk: Desk, draft: Draft) -> Draft:
    made = desk.services.records.seal(draft, draft.matter.id)
    return call_flow.with_seal(draft, draft.matter.id, made)


def read_back(desk: Desk, draft: Draft, *given: Answer, scope: Scope = Scope.WHOLE) -> Draft:
    matter = readback.begun(draft.matter, scope, desk.stamp())
    for answer in given:
        matter = readback.answered(matter, answer, desk.stamp())
    return draft.with_matter(matter)


def test_saving_stores_what_is_frozen_and_nothing_twice(desk: Desk) -> None:
    draft = desk.begun("水管爆了。", "没人管。")
    assert desk.services.records.save(draft) == 1  # the call; no wording is frozen yet
    draft = desk.frozen(draft)
    # caller, matter and two statements
    assert desk.services.records.save(draft) == 4
    assert desk.services.records.save(draft) == 0


def test_a_changed_wording_is_a_new_version(desk: Desk) -> None:
    draft = desk.frozen(desk.begun("水管爆了。"))
    desk.services.records.save(draft)
    draft = desk.frozen(desk.edited(draft, "水管爆了两天。"))
    assert desk.services.records.save(draft) == 1
    with desk.store.read() as tx:
        first, second = tx.find(facts.Statement)
    assert (first.words, second.words) == ("水管爆了。", "水管爆了两天。")
    assert (second.line, second.version, second.corrects) == (first.line, 2, first.id)
    assert second.typed_at == first.typed_at


def test_a_seal_covers_every_item_with_the_hashes_of_its_rows(desk: Desk) -> None:
    draft = desk.frozen(desk.begun("水管爆了。", "没人管。"))
    draft = sealed(desk, read_back(desk, draft, Answer.CONFIRMED, Answer.DECLINED))
    (seal,) = stored_seals(desk)
    assert answers(seal) == [("statement", "confirmed", ""), ("statement", "declined", "")]
    assert (seal.number, seal.part, seal.previous, seal.desk) == (1, 0, GENESIS, "A07")
    assert seal.seal_hash == seals.seal_hash(seal)
    assert seal.scope is Scope.WHOLE
    with desk.store.read() as tx:
        for item in seal.items:
            (row,) = [one for one in tx.find(facts.Statement) if str(one.id) == item["row"]]
            assert item["hash"] == tx.content_hash(facts.Statement, row.id)
        assert tx.head().n == seal.head_n + 1
    assert [one.id for one in draft.matter.seals] == [seal.id]


def test_sealing_twice_makes_one_seal(desk: Desk) -> None:
    draft = desk.frozen(desk.begun("水管爆了。"))
    assert desk.services.records.seal(draft, draft.matter.id) is not None
    assert desk.services.records.seal(draft, draft.matter.id) is None
    assert len(stored_seals(desk)) == 1


def test_nothing_typed_is_nothing_to_seal(desk: Desk) -> None:
    draft = desk.frozen(desk.begun())
    assert desk.services.records.seal(draft, draft.matter.id) is None
    assert stored_seals(desk) == []


def test_a_record_without_readback_says_why(desk: Desk) -> None:
    sealed(desk, desk.frozen(desk.begun("水管爆了。")))
    assert answers(stored_seals(desk)[0]) == [("statement", "not_read", "not_begun")]


def test_a_supplement_is_sealed_by_itself(desk: Desk) -> None:
    draft = sealed(desk, desk.frozen(desk.begun("水管爆了。")))
    first = stored_seals(desk)[0]
    draft = sealed(desk, desk.frozen(desk.edited(draft, "水管爆了。", "还有井盖。")))
    before, supplement = stored_seals(desk)
    assert before == first
    assert (supplement.number, supplement.part, supplement.previous) == (2, 1, first.seal_hash)
    assert words_of(desk, supplement) == ["还有井盖。"]
    with desk.store.read() as tx:
        assert [one.part for one in tx.find(facts.Statement)] == [0, 1]
    assert len(draft.matter.seals) == 2


def test_a_wording_changed_after_the_seal_is_sealed_again(desk: Desk) -> None:
    draft = sealed(desk, desk.frozen(desk.begun("三天了。", "没人管。")))
    sealed(desk, desk.frozen(desk.edited(draft, "五天了。", "没人管。")))
    first, second = stored_seals(desk)
    assert words_of(desk, first) == ["三天了。", "没人管。"]
    assert words_of(desk, second) == ["五天了。"]


def test_a_readback_after_the_seal_is_sealed_too(desk: Desk) -> None:
    draft = sealed(desk, desk.frozen(desk.begun("三天了。")))
    sealed(desk, read_back(desk, draft, Answer.CONFIRMED))
    first, second = stored_seals(desk)
    assert answers(first) == [("statement", "not_read", "not_begun")]
    assert answers(second) == [("statement", "confirmed", "")]


def test_hung_up_in_mid_readback_keeps_what_was_answered(desk: Desk) -> None:
    draft = desk.frozen(desk.begun("第一句。", "第二句。", "第三句。"))
    draft = read_back(desk, draft, Answer.CONFIRMED)
    desk.ended(draft)
    (seal,) = stored_seals(desk)
    assert answers(seal) == [
        ("statement", "confirmed", ""),
        ("statement", "not_read", "hung_up"),
        ("statement", "not_read", "hung_up"),
    ]
    with desk.store.read() as tx:
        assert len(tx.find(facts.ReadbackAnswer)) == 3


def test_a_correction_is_sealed_with_its_new_wording(desk: Desk) -> None:
    draft = desk.frozen(desk.begun("三天了。"))
    matter = readback.begun(draft.matter, Scope.WHOLE, desk.stamp())
    matter = readback.corrected(matter, "五天了。", desk.stamp())
    matter = readback.answered(matter, Answer.CONFIRMED, desk.stamp())
    sealed(desk, draft.with_matter(matter))
    (seal,) = stored_seals(desk)
    assert words_of(desk, seal) == ["五天了。"]
    assert answers(seal) == [("statement", "corrected", "")]


def test_summary_and_elements_are_items(desk: Desk) -> None:
    draft = desk.begun("路灯不亮。")
    matter = replace(draft.matter, summary="路灯", elements=(("where", "桥头"), ("when", "")))
    draft = read_back(desk, desk.frozen(draft.with_matter(matter)), scope=Scope.GIST)
    sealed(desk, desk.hung_up(draft))
    (seal,) = stored_seals(desk)
    assert [item["kind"] for item in seal.items] == ["summary", "element", "statement"]
    assert seal.items[1]["element"] == "where"


def test_seals_of_a_desk_follow_each_other_over_calls(desk: Desk) -> None:
    for words in ("一。", "二。", "三。"):
        desk.ended(desk.begun(words))
    found = stored_seals(desk)
    assert [seal.number for seal in found] == [1, 2, 3]
    assert [seal.previous for seal in found] == [GENESIS, *(s.seal_hash for s in found[:-1])]


def test_a_failing_end_leaves_neither_rows_nor_seal(desk: Desk) -> None:
    draft = desk.hung_up(desk.begun("一。"))
    other = rows.seal(rows.matter(rows.call()), 1, desk="B01")
    with desk.store.write() as tx:
        tx.add(replace(other, id=seal_id(draft.matter.id, 0)))
        before = tx.head()
    with pytest.raises(RefusedError):
        desk.ended(draft)
    with desk.store.read() as tx:
        assert tx.head() == before
        assert tx.find(facts.Statement) == []
