"""Which voice speaks a language: candidates in order, and the test whether one really does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from operator_desk.speech.samples import Sound, Unsound

LEAST, MOST = 0.75, 1.25  # of the expected length


@dataclass(frozen=True, slots=True)
class Installed:
    """A voice of the system: its id, its name, its language tags in lower case with hyphens."""

    id: str
    name: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a language asks of a voice.

    `first` are tags or names to try before others, `tags` beginnings of tags that do, `never`
    what must not be taken although its tag fits. `sentence` lasts `seconds` at the usual rate
    with espeak-ng; `syllables` it has.
    """

    rate: int
    first: tuple[str, ...]
    tags: tuple[str, ...]
    never: tuple[str, ...]
    sentence: str
    seconds: float
    syllables: int


# The rate is in words a minute as pyttsx3 has it: near four syllables a second in Chinese.
LANGUAGES: dict[str, Wanted] = {
    "zh_CN": Wanted(
        175,
        ("cmn-latn-pinyin",),
        ("zh-cn", "zh-hans", "cmn", "zh"),
        # espeak-ng's own `cmn` reads 你好 as "ni three hao three", the others are no Mandarin.
        ("cmn", "yue", "yue-latn-jyutping", "hak", "zh-hk", "zh-yue"),
        "您好，这里是政务服务热线，请核对您反映的内容。",
        5.73,
        20,
    ),
    "en": Wanted(
        160,
        ("en-us", "en-gb"),
        ("en",),
        (),
        "Hello, this is the public service hotline. Please check what you told us.",
        5.00,
        19,
    ),
}
# What another system's voice may take for a syllable, in seconds: nobody measured each of them.
PLAUSIBLE = (0.12, 0.40)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A voice that passed: `frames` of the sentence, and how many were `expected`."""

    voice: str
    name: str
    frames: int
    expected: int


def candidates(wanted: Wanted, installed: Sequence[Installed]) -> Iterable[Installed]:
    """The voices to try, the most likely first; none twice, none that must not be taken."""
    fit = [one for one in installed if not _names(one) & set(wanted.never)]
    found: dict[str, Installed] = {}
    for tag in wanted.first:
        found |= {one.id: one for one in fit if tag in _names(one)}
    for tag in wanted.tags:
        found |= {
            one.id: one
            for one in fit
            if one.id not in found and any(_under(own, tag) for own in one.tags)
        }
    return found.values()


def _names(one: Installed) -> set[str]:
    return {*one.tags, one.id.rpartition("/")[2].lower()}


def _under(own: str, tag: str) -> bool:
    return own == tag or own.startswith(f"{tag}-")


def choose(
    wanted: Wanted,
    installed: Sequence[Installed],
    render: Callable[[str, str, int], Sound],
    *,
    measured: bool,
) -> Chosen | None:
    """The first candidate that says the sentence in about its length; None: none does.

    `render(text, voice, rate)` gives the sound. `measured`: the length is known (espeak-ng);
    else a syllable must take a plausible time.
    """
    for one in candidates(wanted, installed):
        try:
            sound = render(wanted.sentence, one.id, wanted.rate)
        except Unsound:
            continue
        if measured:
            expected = wanted.seconds
            least, most = expected * LEAST, expected * MOST
        else:
            least, most = (wanted.syllables * one_takes for one_takes in PLAUSIBLE)
            expected = (least + most) / 2
        if least <= sound.seconds <= most:
            return Chosen(one.id, one.name, sound.frames, round(expected * sound.rate))
    return None
