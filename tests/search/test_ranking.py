"""The scores of the mapped snapshot are those of stock Whoosh, however the index came about."""

from __future__ import annotations

from math import sqrt
from pathlib import Path

import numpy as np
import pytest
from whoosh import index as whoosh_index
from whoosh import scoring
from whoosh.query import Or, Term

from operator_desk.search import snapshot
from operator_desk.search.analyser import Analyser, Terms
from operator_desk.search.ranking import K1, PARENT, PARENT_DEPTH, WEIGHTS, B, Collection, highest
from operator_desk.search.segment import Segment
from tests.search.texts import Edit, edited, faq, indexed, law, many, others

QUERIES = (
    "用人单位不发工资怎么办",
    "夜间施工噪声投诉",
    "社保",
    "电",
    "离婚以后房屋怎么登记，房屋",
    "押金退款 押金退款 押金",
    "这里没有的词",
)


def collection(folder: Path) -> Collection:
    generation = snapshot.read_generation(folder, snapshot.current(folder))
    segments = [Segment(folder, part) for part in generation.parts]
    return Collection(segments, [part.deleted for part in generation.parts])


def stock(folder: Path, terms: Terms) -> dict[str, float]:
    """Key → score of Whoosh's own searcher over the same index."""
    asked = [
        Term(field, term.encode(), boost=WEIGHTS[field] * sqrt(often))
        for field in snapshot.SCORED
        for term, often in getattr(terms, field).items()
    ]
    with whoosh_index.open_dir(str(folder / "whoosh")).searcher(
        weighting=scoring.BM25F(B=B, K1=K1)
    ) as searcher:
        hits = searcher.search(Or(asked), limit=None)
        return {hit["info"]["key"]: hit.score for hit in hits}


FIRST = Edit(many(150))
MORE = [
    Edit([faq(f"{seed}-{one.key}", one.title, one.body) for one in many(30, seed)])
    for seed in (2, 3)
]
AGAIN = Edit(
    [faq(one.key, f"改{one.title}", "噪声") for one in FIRST.put[::5]],
    [one.key for one in FIRST.put[1::7]],
)
SMALL = [Edit([faq(f"e{number}", "夜间施工", "噪声" * number)]) for number in range(9)]


@pytest.mark.parametrize(
    ("edits", "segments"),
    [([FIRST], 1), ([FIRST, *MORE], 3), ([FIRST, *MORE, AGAIN], 4), ([FIRST, *SMALL], 5)],
    ids=["one segment", "several", "updates and deletes", "merged"],
)
def test_scores_are_those_of_stock_whoosh(tmp_path: Path, edits: list[Edit], segments: int) -> None:
    edited(tmp_path, *edits)
    ours, analyser = collection(tmp_path), Analyser()
    assert len(ours.segments) == segments
    assert ours.live.all() == (AGAIN not in edits)
    for query in QUERIES:
        terms = analyser.terms(query)
        scores = ours.scores(terms)
        found = {ours.info(int(doc))["key"]: scores[doc] for doc in np.flatnonzero(scores)}
        assert found == pytest.approx(stock(tmp_path, terms), rel=1e-5)


def test_the_law_gives_its_articles_a_share(tmp_path: Path) -> None:
    filler = others(PARENT_DEPTH)
    indexed(tmp_path, [*law("路灯条例", "路灯坏了要修", "修路灯的期限", "不相干"), *filler])
    ours = collection(tmp_path)
    scores = ours.scores(Analyser().terms("路灯怎么修"))
    best = highest(scores, PARENT_DEPTH)
    shared = ours.with_parents(scores)
    for doc in np.flatnonzero(scores):
        parent = sum(scores[one] for one in best if ours.group[one] == ours.group[doc])
        assert shared[doc] == pytest.approx(scores[doc] + parent * PARENT / PARENT_DEPTH)
    assert not shared[scores == 0].any()


@pytest.mark.parametrize("values", [[], [0.0, 0.0], [3.0, 0.0, 1.0], [2.0] * 9, [9.0, *[1.0] * 5]])
@pytest.mark.parametrize("count", [1, 3, 8])
def test_the_highest_are_all_that_reach_the_last_place(values: list[float], count: int) -> None:
    scores = np.array(values)
    ordered = sorted((value for value in values if value), reverse=True)[:count]
    found = highest(scores, count)
    assert sorted(scores[found], reverse=True)[:count] == ordered
    assert all(value in ordered for value in scores[found])


def test_a_text_without_a_living_neighbour_leaves_the_disk(tmp_path: Path) -> None:
    edited(tmp_path, Edit(many(520)))
    before = {segment.name for segment in collection(tmp_path).segments}
    edited(tmp_path, Edit([faq(one.key, one.title, "新") for one in many(520)]))
    ours = collection(tmp_path)
    assert not before & {segment.name for segment in ours.segments}
    assert len(ours.live) == 520
