"""Scores the search with a question set, as it is or with what is learned for this run only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from operator_desk.app import Services, content
from operator_desk.domain.article import Article
from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge import Hit, QueryMode

if TYPE_CHECKING:
    from operator_desk.search.evaluate import Question
    from operator_desk.search.learning import Learned, Told
    from operator_desk.search.searcher import Searcher

Reply = tuple[str, Iterable[str]]  # what somebody asked, and the keys of what answers it


def evaluate(
    desk: Services,
    path: Path,
    limit: int,
    on: date,
    *,
    split: int = 1,
    learn_from: Sequence[Reply] = (),
    use: bool = False,
) -> dict[str, Any]:
    """How often a right article of a question set is among the first hits, and how fast.

    `split` parts: each is asked after learning from the others. `learn_from`: learned before.
    `use`: with what this store has learned. Questions that stand in what was learned from are
    left out and counted. UserError: with `learn_from` nothing is left to ask.
    """
    from operator_desk.search.evaluate import NOTHING, load_questions
    from operator_desk.search.evaluate import evaluate as judge
    from operator_desk.search.searcher import Searcher

    known = {_bare(asked) for asked, _keys in learn_from} | (_told_here(desk) if use else set())
    every = load_questions(path)
    asked = [one for one in every if _bare(one.text) not in known]
    if not asked and use:
        return NOTHING | {"left_out": len(every)}
    if not asked:
        raise UserError("Every question of {path} stands in what is learned from.", path=path)
    part_of, searcher = _parts(asked, split), Searcher(desk.folder / content.INDEX, use=use)
    learned = [] if use else _learned(desk, searcher, asked, part_of, learn_from)

    def ask(question: str, count: int) -> list[Hit]:
        if learned:
            searcher.learned = learned[part_of[_bare(question)]]
        return searcher.search(question, limit=count, on=on, mode=QueryMode.TYPED)

    return judge(ask, asked, limit) | {"left_out": len(every) - len(asked)}


def _told_here(desk: Services) -> set[str]:
    """What was said in calls of this store that teach: each wording, and all of a matter."""
    return {_bare(words) for one in desk.language.lessons() for words in (*one.said, one.words)}


def _bare(text: str) -> str:
    """A question without its spaces and signs: asked twice it is the same one."""
    from operator_desk.search.analyser import normalise, runs

    return "".join(runs(normalise(text)))


def _parts(questions: Iterable[Question], split: int) -> dict[str, int]:
    """The part of each question; the same question is never in two."""
    distinct = dict.fromkeys(_bare(one.text) for one in questions)
    return {text: number % split for number, text in enumerate(distinct)}


def _learned(
    desk: Services,
    searcher: Searcher,
    asked: Sequence[Question],
    part_of: dict[str, int],
    learn_from: Sequence[Reply],
) -> list[Learned]:
    """What each part is asked with: learned from what was given, and from the other parts."""
    from operator_desk.search.learning import learn

    parts = 1 + max(part_of.values())
    own = [(one.text, one.gold) for one in asked] if parts > 1 else []
    articles = _articles(desk, [*learn_from, *own])
    given = [one for said in learn_from for one in _examples(articles, searcher, said)]
    taught = [(part_of[_bare(said[0])], _examples(articles, searcher, said)) for said in own]
    return [
        learn([*given, *(one for part, told in taught if part != asking for one in told)])
        for asking in range(parts)
    ]


def _articles(desk: Services, said: Sequence[Reply]) -> dict[str, Article]:
    """Everything that was told, by its key."""
    keys = sorted({key for _asked, keys in said for key in keys})
    return {one.key: one for one in desk.knowledge.articles(keys)} if keys else {}


def _examples(articles: Mapping[str, Article], searcher: Searcher, said: Reply) -> list[Told]:
    asked, told = said
    return [searcher.example(asked, articles[key]) for key in sorted(told) if key in articles]


def told_in(path: Path) -> list[Reply]:
    """What the callers of a file of scripted calls said, and what they were told.

    UserError: the file cannot be read, or one of its calls.
    """
    read = content.read_calls(path)
    if read.refused:
        first = read.refused[0]
        raise UserError(
            "{file}, row {row}: {reason}", file=first.file, row=first.row, reason=first.reason
        )
    return [("\n".join(call.statements), call.told) for call in read.values if call.told]
