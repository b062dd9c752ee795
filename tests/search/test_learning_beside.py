"""Learning of an open desk: begun without waiting, looked after, given up without harm."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from operator_desk import app
from operator_desk.app import Services, content
from operator_desk.app.learning import Learning, learn_now
from operator_desk.domain.scripted import ScriptedCall
from operator_desk.domain.terms import MatterKind, Outcome
from operator_desk.services.people import machine_actor
from tests.domain.makers import NOON
from tests.search.texts import faq

ACTOR = machine_actor("test")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Services]:
    """A desk with an index, where an article was told."""
    app.create_desk(tmp_path / "desk")
    with app.open_desk(tmp_path / "desk", writing=True) as made:
        made.knowledge.put(ACTOR, [faq("pay", "劳动报酬", "应当支付。"), faq("water", "供水")])
        content.update_index(made)
        tell(made, "a", "工钱没发")
        yield made


def tell(desk: Services, name: str, words: str) -> None:
    script = ScriptedCall(
        id=name, started_at=NOON, caller_number="13800002206", kind=MatterKind.INQUIRY,
        statements=(words,), told=("pay",), outcome=Outcome.DIRECT_ANSWER, talk_s=60,
        after_call_s=5,
    )  # fmt: skip
    (played,) = desk.replay.play(ACTOR, [script], learn=True)
    assert played.new


def waited(learning: Learning) -> None:
    """Waits for the child, and looks after it."""
    assert learning._child is not None
    learning._child._child._process.wait(20)
    assert not learning.look()


def test_it_learns_in_a_process_of_its_own_when_it_is_due(desk: Services) -> None:
    learning = Learning(desk)
    assert learning.begin()
    waited(learning)
    assert "工钱" in {pair.lay for pair in desk.language.learned()}
    assert not learning.begin()  # nothing new
    assert not learn_now(desk)


def test_without_an_index_there_is_nothing_to_learn_with(tmp_path: Path) -> None:
    app.create_desk(tmp_path)
    with app.open_desk(tmp_path, writing=True) as made:
        made.knowledge.put(ACTOR, [faq("pay", "劳动报酬", "应当支付。")])
        tell(made, "a", "工钱没发")
        assert not Learning(made).begin()


def test_a_child_that_fails_is_logged_without_words_and_the_desk_goes_on(
    desk: Services, caplog: pytest.LogCaptureFixture
) -> None:
    (desk.folder / content.INDEX / "learned.new").mkdir()  # the table cannot be written
    learning = Learning(desk)
    assert learning.begin()
    with caplog.at_level(logging.WARNING):
        waited(learning)
    assert "learning: UserError" in caplog.text
    assert "工钱" not in caplog.text
    assert desk.language.learned() == []
    (desk.folder / content.INDEX / "learned.new").rmdir()
    assert learning.begin()
    learning.stop()
    assert not learning.look()
