"""Scores the search with a question set, as it is or with what is learned for this run only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from operator_desk.app import Services, content
from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge import Hit, QueryMode

if TYPE_CHECKING:
    from operator_desk.search.evaluate import Question
    from operator_desk.search.searcher import Searcher

Said = tuple[str, Iterable[str]]  # what somebody asked, and the keys of what answers it


def evaluate(
    desk: Services,
    path: Path,
    limit: int,
    on: date,
    *,
    split: int = 1,
    learn_from: Sequence[Said] = (),
) -> dict[str, Any]:
    """How often a right article of a question set is among the first hits, and how fast.

    `split` parts: each is asked after learning from the others. `learn_from`: learned before;
    questions that stand there are left out and counted. UserError: nothing is left to ask.
    """
    from operator_desk.search.evaluate import evaluate as judge
    from operator_desk.search.evaluate import load_questions

    known = {_bare(asked) for asked, _keys in learn_from}
    every = load_questions(path)
    asked = [one for one in every if _bare(one.text) not in known]
    if not asked:
        raise UserError("Every question of {path} stands in what is learned from.", path=path)
    part_of = _parts(asked, split)
    searchers = _searchers(desk, asked, part_of, learn_from)

    def ask(question: str, count: int) -> list[Hit]:
        searcher = searchers[part_of[_bare(question)]]
        return searcher.search(question, limit=count, on=on, mode=QueryMode.TYPED)

    return judge(ask, asked, limit) | {"left_out": len(every) - len(asked)}


def _bare(text: str) -> str:
    """A question without its spaces and signs: asked twice it is the same one."""
    from operator_desk.search.analyser import normalise, runs

    return "".join(runs(normalise(text)))


def _parts(questions: Iterable[Question], split: int) -> dict[str, int]:
    """The part of each question; the same question is never in two."""
    distinct = dict.fromkeys(_bare(one.text) for one in questions)
    return {text: number % split for number, text in enumerate(distinct)}


def _searchers(
    desk: Services, asked: Sequence[Question], part_of: dict[str, int], learn_from: Sequence[Said]
) -> list[Searcher]:
    """The searcher that each part is asked with."""
    from operator_desk.search.learning import learn
    from operator_desk.search.searcher import Searcher

    folder, parts = desk.folder / content.INDEX, 1 + max(part_of.values())
    plain = Searcher(folder)
    found = []
    for part in range(parts):
        others = [(one.text, one.gold) for one in asked if part_of[_bare(one.text)] != part]
        said = [*learn_from, *others] if parts > 1 else learn_from
        found.append(Searcher(folder, learn(list(_examples(desk, plain, said)))))
    return found


def _examples(desk: Services, searcher: Searcher, said: Sequence[Said]) -> Iterator[Any]:
    keys = sorted({key for _asked, keys in said for key in keys})
    articles = {one.key: one for one in desk.knowledge.articles(keys)} if keys else {}
    for asked, told in said:
        for key in sorted(told):
            if key in articles:
                yield searcher.example(asked, articles[key])


def told_in(path: Path) -> list[Said]:
    """What the callers of a file of scripted calls said, and what they were told."""
    calls = content.read_calls(path).values
    return [("\n".join(call.statements), call.told) for call in calls if call.told]
