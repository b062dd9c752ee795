"""A call as an operator makes it: steps at random, done by the call desk of the window.

A step is a list of plain values, so that it can be sent to another process.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from operator_desk import app
from operator_desk.domain import readback, record
from operator_desk.domain.draft import Draft
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Answer, MatterKind, Outcome, Role
from operator_desk.lanes import Lanes
from operator_desk.services.people import Actor
from operator_desk.services.ports import Journal, Store
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.call.held import CallServices

Step = list[Any]
ACTOR = Actor(UUID(int=7 << 64), "anna", "Anna", (Role.OPERATOR,))
LETTERS = "的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去"
STRIP = {"title": "停水三天", "place": "湖滨路 5 号", "callback": "13800002206", "unit": "water"}


def typed(chance: random.Random, most: int) -> list[Step]:
    """Some letters, now and then a new statement or a letter taken back."""
    steps: list[Step] = []
    for _ in range(chance.randint(5, most)):
        kind = chance.random()
        if kind < 0.06:
            steps.append(["key", "\n"])
        elif kind < 0.10:
            steps.append(["key", "\b"])
        else:
            steps.append(["key", chance.choice(LETTERS)])
    return steps


def read_back(chance: random.Random) -> list[Step]:
    """A readback with any mixture of answers; it may be left before its end."""
    steps: list[Step] = [["readback"]]
    for _ in range(chance.randint(0, 5)):
        if chance.random() < 0.25:
            steps.append(["correct", "".join(chance.choices(LETTERS, k=9))])
        else:
            steps.append(["answer", chance.choice(["confirmed", "confirmed", "declined"])])
    return steps


def call(chance: random.Random, most: int = 60) -> list[Step]:
    """The steps of one call, from its first key to the end of the after-call work."""
    steps: list[Step] = [["start", "13800002206"], *typed(chance, most)]
    steps += [["kind", "complaint"], ["category"], ["strip", STRIP], *typed(chance, most // 2)]
    if chance.random() < 0.8:
        steps += [*read_back(chance), ["listen"]]
    if chance.random() < 0.6:
        steps += [["register"], *typed(chance, most // 2)]
    if chance.random() < 0.4:
        steps += [["matter"], *typed(chance, most // 2)]
    steps += [["end"], *typed(chance, most // 4)]
    if chance.random() < 0.5:
        steps.append(["outcome", chance.choice(["ticket", "to_register", "nuisance"])])
    return [*steps, ["close"]]


class Caller:
    """The call desk over a store, and a hand that does steps at it."""

    def __init__(self, store: Store, folder: Path, journal: Journal, lanes: Lanes) -> None:
        profile = app.load_profile("general-12345")
        self.services = app.services(store, profile, folder, journal)
        held = CallServices(
            calls=self.services.calls,
            records=self.services.records,
            tickets=self.services.tickets,
            second_calls=self.services.second_calls,
            seats=self.services.seats,
            journal=journal,
            parked=self.services.parked,
            clock=self.services.clock,
        )
        self.desk = CallDesk(held, lanes, ACTOR)
        self._leaf = profile.categories.leaves()[0].code
        self._fresh_line = False

    def do(self, step: Step) -> None:
        """One step; a step that the call does not allow now does nothing."""
        name, *values = step
        doing: Callable[..., object] = getattr(self, f"_{name}")
        doing(*values)

    def _start(self, number: str) -> None:
        self.desk.start(number)

    def _key(self, letter: str) -> None:
        matter = self.desk.matter
        if matter is None:
            return
        lines = [line.words for line in record.visible(matter)]
        if letter == "\n":
            self._fresh_line = True
            return
        if letter == "\b":
            lines[-1:] = [lines[-1][:-1]] if lines else []
        elif self._fresh_line or not lines:
            lines.append(letter)
        else:
            lines[-1] += letter
        self._fresh_line = False
        self.desk.edit_record(lines, 0)

    def _kind(self, kind: str) -> None:
        self.desk.set_kind(MatterKind(kind))

    def _category(self) -> None:
        self.desk.set_category(self._leaf)

    def _strip(self, values: dict[str, Any]) -> None:
        self.desk.set_strip(**values)

    def _readback(self) -> None:
        self.desk.begin_readback()

    def _answer(self, answer: str) -> None:
        reason = "refused" if answer == "declined" else None
        self.desk.answer(Answer(answer), reason)

    def _correct(self, words: str) -> None:
        self.desk.correct(words)

    def _listen(self) -> None:
        self.desk.show_phase(Phase.LISTENING)

    def _register(self) -> None:
        self.desk.register()

    def _matter(self) -> None:
        self.desk.next_matter()

    def _end(self) -> None:
        self.desk.end_call()

    def _outcome(self, outcome: str) -> None:
        self.desk.choose_outcome(Outcome(outcome))

    def _close(self) -> None:
        self.desk.close_call()

    def _now(self) -> None:
        self.desk.write_now()


def written(draft: Draft) -> str:
    """All that a person has put into a call, as one text: words, answers, fields, outcome."""
    matters = [
        {
            "words": "".join(line.words for line in record.visible(matter)),
            "answers": [
                [str(readback.key(item)), given.answer]
                for run in matter.readbacks
                for item in run.items
                for given in item.given
            ],
            "form": [matter.kind, matter.category, matter.strip.title, matter.strip.place],
        }
        for matter in draft.matters
    ]
    ended = draft.ended_at is not None
    return json.dumps(
        [str(draft.call_id), draft.number, str(draft.started_at), ended, draft.chosen, matters],
        ensure_ascii=False,
    )
