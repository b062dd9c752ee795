"""What a scripted caller says in a practice call, how long that takes, and what they answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from operator_desk.domain import readback, record
from operator_desk.domain.draft import Item, MatterDraft
from operator_desk.domain.said_alike import (
    fits,
    numbers,
    other_number,
    plain,
    share,
    slip,
)
from operator_desk.domain.scripted import ScriptedAnswer, ScriptedCall
from operator_desk.domain.terms import Answer, ItemKind

# Chinese is spoken at about four signs a second, English at about fourteen letters.
_SIGNS_A_S, _LETTERS_A_S, _MARK_S, _LEAST_S = 4.0, 14.0, 0.35, 0.8
_PAUSE_S = 6.0  # where the script says none: a sentence is typed while the next is waited for
_ABOUT = 0.3  # share of an item's words from which it is about a statement

_PLAIN = ScriptedAnswer(Answer.CONFIRMED)
# What a caller says where the script has no words of its own.
_WORDS: dict[str, Mapping[str, str]] = {
    "zh": {
        "confirmed": "对，没错。",
        "corrected": "不对，应该是：{words}",
        "declined": "这个我不想说。",
        "not_read": "这句不用念了。",
        "done": "我说完了，您还要问什么？",
        "unknown": "这个我不清楚。",
    },
    "en": {
        "confirmed": "Yes, that is right.",
        "corrected": "No, it should be: {words}",
        "declined": "I would rather not say that.",
        "not_read": "You need not read that one.",
        "done": "That is all. What else do you need?",
        "unknown": "I do not know that.",
    },
}


@dataclass(frozen=True, slots=True)
class Heard:
    """What the caller means to say to one item that is read back, and says.

    `words`: the right wording, where the caller wants another one.
    """

    answer: Answer
    said: str
    words: str = ""


def spoken_s(text: str, pace: float = 1.0) -> float:
    """Seconds that a caller takes to say something."""
    wide = sum(sign.isalnum() and ord(sign) > 0x2E7F for sign in text)
    digits = sum(sign.isdigit() and ord(sign) < 0x80 for sign in text)
    letters = sum(sign.isalpha() and ord(sign) <= 0x2E7F for sign in text)
    marks = sum(sign in "，。、；：？！,.;:?!" for sign in text)
    said = (wide + digits) / _SIGNS_A_S + letters / _LETTERS_A_S + marks * _MARK_S
    return max(_LEAST_S, said / pace)


def sentences(script: ScriptedCall, place: int) -> list[str]:
    """The n-th statement (from 0) as the sentences it is said in."""
    return record.cut(script.statements[place])


def pause_s(script: ScriptedCall, place: int) -> float:
    """How long the caller waits after the n-th statement (from 0)."""
    pauses = script.practice.pauses
    return pauses[place] if place < len(pauses) else _PAUSE_S / script.practice.pace


def answer_to(script: ScriptedCall, element: str) -> str:
    """What the caller says when asked for an element of the checklist (or for their name)."""
    return dict(script.practice.elements).get(element) or _reply(script, "unknown")


def done_words(script: ScriptedCall) -> str:
    """What the caller says when there is nothing more to say."""
    return _reply(script, "done")


def language_of(script: ScriptedCall) -> str:
    """The language the caller speaks, as in the settings."""
    wide = any(ord(sign) > 0x2E7F for sign in "".join(script.statements))
    return "zh_CN" if wide else "en"


def _reply(script: ScriptedCall, name: str, words: str = "") -> str:
    own = dict(script.practice.replies).get(name)
    text = own or _WORDS[language_of(script)[:2]][name]
    return text.replace("{words}", words)


# -- the readback ----------------------------------------------------------------------------


def heard(script: ScriptedCall, matter: MatterDraft, item: Item) -> Heard:
    """What the caller says to the present wording of an item."""
    return heard_as(script, item.kind, item.element, readback.wording(matter, item))


def heard_as(script: ScriptedCall, kind: ItemKind, element: str | None, words: str) -> Heard:
    """What the caller says to some words that are read back."""
    if kind is ItemKind.ELEMENT:
        return _element(script, element or "", words)
    if kind is ItemKind.SUMMARY:
        return _summary(script, words)
    return _statement(script, words)


def _confirmed(script: ScriptedCall) -> Heard:
    return Heard(Answer.CONFIRMED, _reply(script, "confirmed"))


def _corrected(script: ScriptedCall, right: str) -> Heard:
    return Heard(Answer.CORRECTED, _reply(script, "corrected", right), right)


def _element(script: ScriptedCall, element: str, words: str) -> Heard:
    right = dict(script.practice.elements).get(element)
    if right is None or (fits(words, right) and not _slips(script, words, right)):
        return _confirmed(script)
    return _corrected(script, right)


def _slips(script: ScriptedCall, words: str, right: str) -> bool:
    tokens = [one for one in script.practice.verbatim if plain(one) in plain(right)]
    return any(slip(words, one) for one in tokens)


def _summary(script: ScriptedCall, words: str) -> Heard:
    """Of a summary only what is plainly wrong is heard: a number or a name."""
    whole = all_said(script)
    for token in script.practice.verbatim:
        if slip(words, token):
            return _corrected(script, token)
    strange = {one for one in numbers(words) - numbers(whole) if len(one) > 1}
    return _corrected(script, script.title or whole) if strange else _confirmed(script)


def all_said(script: ScriptedCall) -> str:
    """Everything the caller means and answers, a line each, with title and number."""
    meant = (
        given.text if given.answer is Answer.CORRECTED else said
        for said, given in _with_answers(script)
    )
    answers = (words for _code, words in script.practice.elements)
    return "\n".join((*meant, *answers, script.title, script.caller_number))


def _with_answers(script: ScriptedCall) -> list[tuple[str, ScriptedAnswer]]:
    rest = [_PLAIN] * (len(script.statements) - len(script.readback))
    return list(zip(script.statements, [*script.readback, *rest], strict=False))


def _statement(script: ScriptedCall, words: str) -> Heard:
    place = _about(script, words)
    if place is None:
        asked = _asked(script, words)
        return _corrected(script, asked) if asked else _confirmed(script)
    said, given = _with_answers(script)[place]
    if given.answer in (Answer.DECLINED, Answer.NOT_READ):
        return Heard(given.answer, _reply(script, given.answer.value))
    right = given.text if given.answer is Answer.CORRECTED else said
    return _corrected(script, right) if _wrong(script, words, said, right) else _confirmed(script)


def _wrong(script: ScriptedCall, words: str, said: str, right: str) -> bool:
    """Whether words differ from what the caller means in a number, a name, or what was mended."""
    if any(slip(words, one) for one in script.practice.verbatim if plain(one) in plain(right)):
        return True
    strange = {one for one in numbers(words) if len(one) > 1} - numbers(all_said(script))
    if strange or other_number(words, right):
        return True
    return said != right and share(words, said) > share(words, right)


def _about(script: ScriptedCall, words: str) -> int | None:
    """The statement that some words are about, by how much of them it holds."""
    rows = _with_answers(script)
    shares = [max(share(words, said), share(words, given.text)) for said, given in rows]
    best = max(shares, default=0.0)
    return shares.index(best) if best >= _ABOUT else None


def _asked(script: ScriptedCall, words: str) -> str:
    """The answer to an element that some words got wrong, "" when they got none wrong."""
    for _code, right in script.practice.elements:
        if any(slip(words, one) for one in script.practice.verbatim if plain(one) in plain(right)):
            return right
    return ""
