"""A process like the window's that only searches: how fast, how right, how much memory.

    python -m benchmarks.knowledge_child FOLDER QUESTIONS

FOLDER is a desk, QUESTIONS a JSONL file. Prints one JSON object.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import date
from pathlib import Path

import operator_desk.app.window  # noqa: F401, what a window's process holds anyway
from benchmarks.memory import resident_mb
from benchmarks.prefixes import prefixes
from operator_desk.app.content import INDEX
from operator_desk.domain.knowledge import Hit, QueryMode


def main(folder: Path, questions: Path) -> None:
    """Opens the search as the window does, then asks everything."""
    before = resident_mb()
    from operator_desk.search.evaluate import evaluate, load_questions
    from operator_desk.search.searcher import Searcher

    began = time.perf_counter()
    searcher, day = Searcher(folder / INDEX), date.today()
    searcher.search("请问", limit=1, on=day, mode=QueryMode.STATEMENT)
    opened = (time.perf_counter() - began) * 1000

    def ask(query: str, limit: int) -> list[Hit]:
        return searcher.search(query, limit=limit, on=day, mode=QueryMode.TYPED)

    def times(queries: list[str]) -> list[float]:
        found = []
        for query in queries:
            began = time.perf_counter()
            ask(query, 10)
            found.append((time.perf_counter() - began) * 1000)
        return found

    asked = load_questions(questions)
    texts = [one.text for one in asked]
    answer = {
        "opened": opened,
        "first": times(texts),
        "again": times(texts),
        "prefixes": times(prefixes(texts)),
        "figures": evaluate(ask, asked, 100),
    }
    after = resident_mb()
    grown = after - before if before is not None and after is not None else None
    sys.stdout.write(json.dumps(answer | {"grown_mb": grown}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
