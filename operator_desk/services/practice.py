"""Practice calls: scripts to choose from, a call begun with one, what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from operator_desk.domain.draft import Draft
from operator_desk.domain.errors import UserError
from operator_desk.domain.practice import Judged, judged
from operator_desk.domain.profile import Profile
from operator_desk.domain.said_alike import plain
from operator_desk.domain.scripted import ScriptedCall
from operator_desk.domain.scripted_caller import all_said
from operator_desk.domain.terms import Outcome, Purpose
from operator_desk.services.calls import Calls
from operator_desk.services.people import Actor
from operator_desk.services.ports import Store

Read = Callable[[Path], tuple[Sequence[ScriptedCall], Sequence[UserError]]]


@dataclass(frozen=True, slots=True)
class Scripts:
    """Scripts by rising difficulty, the shipped ones first; why others could not be read."""

    scripts: tuple[ScriptedCall, ...]
    refused: tuple[UserError, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """What came of a practice call; `titles`: of the articles it names, by key."""

    script: ScriptedCall
    judged: Judged
    titles: dict[str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a practice call with a script would lack, or this desk does not have."""

    script: str
    reason: UserError


class Practice:
    """Practice calls of this desk; what came of one is stored nowhere."""

    def __init__(
        self,
        store: Store,
        profile: Profile,
        calls: Calls,
        shipped: Callable[[], Sequence[ScriptedCall]],
        read: Read,
    ) -> None:
        self._store, self._profile, self._calls = store, profile, calls
        self._shipped, self._read = shipped, read

    def scripts(self, own: Path | None = None) -> Scripts:
        """The shipped scripts and the centre's own: a file, or the `*.jsonl` files of a folder."""
        found, refused = _by_level(self._shipped()), []
        for path in _files(own):
            try:
                made, wrong = self._read(path)
            except UserError as error:
                refused.append(error)
                continue
            refused += wrong
            known = {one.id for one in found}
            found += _by_level(one for one in made if one.statements and one.id not in known)
        return Scripts(tuple(found), tuple(refused))

    def begin(self, actor: Actor, script: ScriptedCall) -> Draft:
        """The form of a practice call; nothing is stored before `Calls.open`.

        UserError: there is nothing that the caller would say.
        """
        if not script.statements:
            raise UserError("Script {script} has nothing that the caller says.", script=script.id)
        draft = self._calls.begin(actor, number=script.caller_number, purpose=Purpose.TEST)
        return replace(draft, practice=script.id)

    def came(
        self,
        script: ScriptedCall,
        draft: Draft,
        outcome: Outcome | None,
        searched_at: datetime | None,
        closed_at: datetime | None,
    ) -> Came:
        """What came of it. A right article that this knowledge base lacks is not asked for."""
        with self._store.read() as tx:
            told = [one.key for matter in draft.matters for one in matter.standing_told]
            heads = tx.article_heads({*script.told, *told})
        titles = {head.key: head.title for head in heads if not head.withdrawn}
        known = replace(script, told=tuple(key for key in script.told if key in titles))
        found = judged(known, draft, outcome, searched_at=searched_at, closed_at=closed_at)
        return Came(script=known, judged=found, titles=titles)

    def check(self, scripts: Sequence[ScriptedCall]) -> list[Finding]:
        """What of these scripts this desk does not have, and what a practice call would lack."""
        with self._store.read() as tx:
            heads = tx.article_heads({key for one in scripts for key in one.told})
        keys = {head.key for head in heads if not head.withdrawn}
        return [Finding(one.id, why) for one in scripts for why in self._findings(one, keys)]

    def _findings(self, script: ScriptedCall, keys: set[str]) -> Iterator[UserError]:
        tree, practice = self._profile.categories, script.practice
        if not script.statements:
            yield UserError("There is nothing that the caller says.")
        if script.category and tree.find(script.category) is None:
            yield UserError("There is no category {code}.", code=script.category)
        asked = {one.code for one in tree.elements(script.category)} | {"caller_name"}
        for code, _words in practice.elements:
            if code not in asked:
                yield UserError("Nobody asks for {element} in this category.", element=code)
        if not script.told and script.outcome is Outcome.DIRECT_ANSWER:
            yield UserError("A direct answer without a right article.")
        for key in script.told:
            if key not in keys:
                yield UserError("There is no article {key}.", key=key)
        if len(script.readback) > len(script.statements):
            yield UserError("More readback answers than statements.")
        said = plain("\n".join((*script.statements, all_said(script))))
        for words in practice.verbatim:
            if plain(words) not in said:
                yield UserError("The caller never says {words}.", words=words)


def _by_level(scripts: Iterable[ScriptedCall]) -> list[ScriptedCall]:
    return sorted(scripts, key=lambda one: one.practice.level)


def _files(own: Path | None) -> list[Path]:
    if own is None:
        return []
    return sorted(own.glob("*.jsonl")) if own.is_dir() else [own]
