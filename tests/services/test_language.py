"""Synonyms and learned pairs as editors keep them, and what calls teach."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from operator_desk.domain import call_flow, facts
from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.draft import Draft
from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge_terms import LearnedAction
from operator_desk.domain.language import LearnedPair, LearnedTable, PairState, Synonym
from operator_desk.domain.scripted import ScriptedCall
from operator_desk.domain.teaching import Taught
from operator_desk.domain.terms import MatterKind, Outcome, Secrecy
from operator_desk.search.tables import FileTables
from operator_desk.services.language import OFTEN, Language
from tests.domain.makers import NOON
from tests.services.desk import Desk

FIRED, PAID = ("炒鱿鱼", "劳动合同"), ("工钱", "报酬")


class Learner:
    """Keeps what it is given, and writes a table of one pair."""

    def __init__(self, folder: Path) -> None:
        self._tables = FileTables(folder / "index")
        self.articles: list[str] = []
        self.taught: list[Taught] = []

    def take(self, articles: list[Article], taught: list[Taught]) -> None:
        """Takes them."""
        self.articles += [one.key for one in articles]
        self.taught += taught

    def learn(self, made: LearnedTable) -> None:
        """Has learned the two pairs."""
        pairs = (LearnedPair(*FIRED, 0.3, 5), LearnedPair(*PAID, 0.2, 2))
        self._tables.keep_learned(replace(made, pairs=pairs))


def language(desk: Desk) -> Language:
    return desk.services.language


def put(desk: Desk, lay: str, *official: str) -> Synonym:
    return language(desk).put(desk.anna, lay, official)


def told(desk: Desk, *words: str, number: str = "13800002206") -> Draft:
    """A call in which an article was told."""
    draft = desk.begun(*words, number=number)
    return call_flow.told(draft, "wages", wages(desk), "工资", desk.stamp())


def wages(desk: Desk) -> UUID:
    """The article that is told, stored."""
    articles = [Article("wages", ArticleKind.FAQ, "工资", "劳动报酬")]
    desk.services.knowledge.put(desk.anna, articles)
    return desk.services.knowledge.get("wages").version_id


def said(desk: Desk) -> list[str]:
    return [one.words for one in language(desk).lessons()]


# -- synonyms ----------------------------------------------------------------------------


def test_a_synonym_is_added_changed_renamed_and_taken_back(desk: Desk) -> None:
    put(desk, " 炒鱿鱼 ", "解除", "劳动合同", "解除")
    assert language(desk).synonyms() == (Synonym("炒鱿鱼", ("解除", "劳动合同")),)
    put(desk, "炒鱿鱼", "辞退")
    assert language(desk).synonyms() == (Synonym("炒鱿鱼", ("辞退",)),)
    language(desk).put(desk.anna, "被炒", ["辞退"], before="炒鱿鱼")
    assert language(desk).synonyms() == (Synonym("被炒", ("辞退",)),)
    assert language(desk).withdraw(desk.anna, "被炒").stands_for == ("辞退",)
    assert language(desk).synonyms() == ()
    with desk.store.read() as tx:
        assert len(tx.find(facts.SynonymVersion)) == 5  # every step stays


def test_taking_the_same_list_again_adds_nothing(desk: Desk) -> None:
    rows = [Synonym("炒鱿鱼", ("解除",)), Synonym("工钱", ("报酬",))]
    assert language(desk).take(desk.anna, rows).added == 2
    done = language(desk).take(desk.anna, [rows[0], replace(rows[1], stands_for=("工资",))])
    assert (done.added, done.changed, done.unchanged) == (0, 1, 1)


@pytest.mark.parametrize(
    ("lay", "official", "words"),
    [
        ("钱", ["报酬"], "two characters"),
        ("工钱", [" "], "no official word"),
        ("工钱", ["工钱", "报酬"], "stand for itself"),
        ("工" * 21, ["报酬"], "longer than"),
        ("工钱", ["报" * 41], "longer than"),
        ("工钱", [f"词{n}" for n in range(13)], "more than"),
    ],
)
def test_what_is_no_synonym_is_refused(
    desk: Desk, lay: str, official: list[str], words: str
) -> None:
    with pytest.raises(UserError, match=words):
        put(desk, lay, *official)
    assert language(desk).synonyms() == ()


def test_what_is_not_there_cannot_be_taken_back(desk: Desk) -> None:
    with pytest.raises(UserError, match="no synonym"):
        language(desk).withdraw(desk.anna, "工钱")


# -- what calls teach --------------------------------------------------------------------


def test_a_told_article_teaches_the_words_of_its_matter(desk: Desk) -> None:
    running = told(desk, "老板不给工钱。", "两个月了。")
    desk.services.records.save(desk.frozen(running))
    assert said(desk) == []  # the call still runs
    desk.ended(running)
    (lesson,) = language(desk).lessons()
    assert lesson.words == "老板不给工钱。\n两个月了。"
    assert (lesson.article, lesson.desk) == ("wages", "A07")
    assert (lesson.operator, lesson.caller) == (desk.anna.staff_id, "13800002206")


def test_an_article_that_was_taken_back_teaches_nothing(desk: Desk) -> None:
    running = told(desk, "老板不给工钱。")
    desk.ended(call_flow.told(running, "wages", wages(desk), "工资", desk.stamp()))
    assert said(desk) == []


@pytest.mark.parametrize("secrecy", [Secrecy.SECRET, Secrecy.ANONYMOUS])
def test_a_call_with_a_private_ticket_teaches_nothing(desk: Desk, secrecy: Secrecy) -> None:
    version = wages(desk)
    for wanted in (Secrecy.OPEN, secrecy):
        draft = call_flow.told(desk.filled(), "wages", version, "工资", desk.stamp())
        strip = replace(draft.matter.strip, secrecy=wanted)
        desk.ended(desk.registered(draft.with_matter(replace(draft.matter, strip=strip))))
        assert len(said(desk)) == 1


def erase(desk: Desk, words: str) -> None:
    """Has words been erased, as a store reads them then."""
    with desk.store.write() as tx:
        links = tx.state.rows[facts.Statement]
        (key,) = (key for key, link in links.items() if link.row.words == words)  # type: ignore[attr-defined]
        gone = replace(links[key].row, words=facts.ERASED)  # type: ignore[call-arg]
        links[key] = replace(links[key], row=gone)
        tx.add(
            facts.Erasure(
                id=desk.clock.new_id(), at=desk.clock.now(), actor=desk.anna.staff_id,
                personal_id="0" * 64, reason="asked",
            )
        )  # fmt: skip


def test_words_that_were_erased_are_learned_no_more(desk: Desk) -> None:
    desk.ended(told(desk, "老板不给工钱。"))
    desk.ended(told(desk, "房东不退押金。"))
    erase(desk, "老板不给工钱。")
    assert said(desk) == ["房东不退押金。"]


def script(name: str) -> ScriptedCall:
    """An inquiry that was answered with an article."""
    return ScriptedCall(
        id=name, started_at=NOON - timedelta(days=9), caller_number="13900000001",
        kind=MatterKind.INQUIRY, statements=("被炒鱿鱼了",), told=("wages",),
        outcome=Outcome.DIRECT_ANSWER, talk_s=60, after_call_s=5,
    )  # fmt: skip


def test_played_calls_teach_when_they_are_played_to_be_learned_from(desk: Desk) -> None:
    wages(desk)
    play = desk.services.replay.play
    list(play(desk.anna, [script("a"), script("b")]))
    assert said(desk) == []
    for _twice in range(2):
        (played,) = play(desk.anna, [script("a")], learn=True)
        assert not played.new
    (lesson,) = language(desk).lessons()
    assert lesson.words == "被炒鱿鱼了"
    with desk.store.read() as tx:
        (noted,) = tx.find(facts.ViewLog)
        assert (noted.subject, noted.actor) == (lesson.call, desk.anna.staff_id)


# -- learning ----------------------------------------------------------------------------


def learn(desk: Desk) -> Learner:
    learner = Learner(desk.folder)
    language(desk).teach(learner)
    return learner


def test_a_learner_gets_articles_and_words_but_no_number(desk: Desk) -> None:
    desk.ended(told(desk, "老板不给工钱。"))
    desk.ended(told(desk, "工钱呢。", number="13700000001"))
    learner = learn(desk)
    assert learner.articles == ["wages"]
    assert {one.said for one in learner.taught} == {"老板不给工钱。", "工钱呢。"}
    assert sorted(one.caller for one in learner.taught) == [0, 1]
    assert all(0.99 < one.weight <= 1 for one in learner.taught)
    table = FileTables(desk.folder / "index").made()
    assert table is not None
    assert (table.lessons, table.calls) == (2, 2)


def test_it_is_time_to_learn_once_a_day_or_after_many_answers(desk: Desk) -> None:
    assert not language(desk).due()
    desk.ended(told(desk, "老板不给工钱。"))
    assert language(desk).due()
    learn(desk)
    assert not language(desk).due()
    desk.clock.skip(days=1, seconds=5)
    assert language(desk).due()
    learn(desk)
    assert not language(desk).due()
    for n in range(OFTEN):
        list(desk.services.replay.play(desk.anna, [script(f"s{n}")]))
    assert language(desk).due()


def test_an_erasure_a_reset_and_a_damaged_table_are_learned_after_at_once(desk: Desk) -> None:
    desk.ended(told(desk, "老板不给工钱。"))
    for harm in (
        lambda: erase(desk, "老板不给工钱。"),
        lambda: language(desk).reset(desk.anna),
        lambda: (desk.folder / "index" / "learned.jsonl").write_bytes(b"{}\n"),
    ):
        learn(desk)
        assert not language(desk).due()
        harm()
        assert language(desk).due()


# -- learned pairs -----------------------------------------------------------------------


def states(desk: Desk) -> dict[tuple[str, str], PairState]:
    return {(one.lay, one.official): one.state for one in language(desk).learned()}


def test_pairs_are_struck_pinned_and_as_they_were_again(desk: Desk) -> None:
    desk.ended(told(desk, "老板不给工钱。"))
    learn(desk)
    assert states(desk) == {FIRED: PairState.LEARNED, PAID: PairState.LEARNED}
    language(desk).mark(desk.anna, LearnedAction.STRUCK, *PAID)
    language(desk).mark(desk.anna, LearnedAction.PINNED, *FIRED)
    assert states(desk) == {FIRED: PairState.PINNED, PAID: PairState.STRUCK}
    language(desk).mark(desk.anna, LearnedAction.CLEARED, *PAID)
    language(desk).mark(desk.anna, LearnedAction.STRUCK, *FIRED)
    assert states(desk) == {FIRED: PairState.STRUCK, PAID: PairState.LEARNED}
    with pytest.raises(UserError, match="has not been learned"):
        language(desk).mark(desk.anna, LearnedAction.STRUCK, "没有", "这对")


def test_a_reset_forgets_what_was_told_before_it_but_no_decision(desk: Desk) -> None:
    desk.ended(told(desk, "老板不给工钱。"))
    learn(desk)
    language(desk).mark(desk.anna, LearnedAction.PINNED, *PAID)
    language(desk).reset(desk.anna)
    assert states(desk) == {PAID: PairState.PINNED}
    assert said(desk) == []
    desk.ended(told(desk, "房东不退押金。"))
    assert said(desk) == ["房东不退押金。"]


def test_what_editors_decide_is_published_and_only_written_when_it_is_new(desk: Desk) -> None:
    path = desk.folder / "index" / "decided.jsonl"
    language(desk).publish()
    assert not path.exists()
    put(desk, "炒鱿鱼", "解除")
    language(desk).mark(desk.anna, LearnedAction.PINNED, *PAID)
    before = path.stat().st_mtime_ns
    language(desk).publish()
    assert path.stat().st_mtime_ns == before
    found = FileTables(desk.folder / "index").decided()
    assert found is not None
    assert (found.synonyms, found.pinned) == ((Synonym("炒鱿鱼", ("解除",)),), {PAID})
    path.write_bytes(b"torn")
    language(desk).publish()
    assert FileTables(desk.folder / "index").decided() == found
