"""What an answer rests on, as it is written into a ticket; the parts of cards and channels."""

from __future__ import annotations

import re
from dataclasses import dataclass

from operator_desk.domain.article import Article, ArticleKind

_STEP = re.compile(r"\s*\d{1,2}[.、．)）]\s*(.+)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_CHANNEL = re.compile(r"\*\*(?:引导渠道|正确渠道|Right channel)\*\*\s*[：:]\s*(.+)")


def basis_of(article: Article) -> str:
    """The law with its article; else what is stated as the source, else the article's title."""
    law, mark, place = article.key.partition("#")
    if article.kind is ArticleKind.REGULATION and mark:
        return f"《{law}》{place}"
    return article.source.strip() or article.title


@dataclass(frozen=True, slots=True)
class Steps:
    """A card's text: what stands before its steps, the steps, what stands behind them."""

    before: str
    steps: tuple[str, ...]
    after: str


def steps_of(body: str) -> Steps:
    """The numbered steps of a card; without numbers every paragraph is one."""
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    places = [at for at, line in enumerate(lines) if _STEP.fullmatch(line)]
    if not places:
        return Steps("", tuple(map(_plain, lines)), "")
    steps: list[str] = []
    for line in lines[places[0] : places[-1] + 1]:
        found = _STEP.fullmatch(line)
        if found:
            steps.append(_plain(found[1]))
        else:  # a step goes on in the next line
            steps[-1] = f"{steps[-1]}\n{_plain(line)}"
    before, after = lines[: places[0]], lines[places[-1] + 1 :]
    return Steps("\n".join(map(_plain, before)), tuple(steps), "\n".join(map(_plain, after)))


def channel_of(body: str) -> tuple[str, str]:
    """The right channel that an out-of-scope text names, and the text without that line."""
    lines = body.splitlines()
    for at, line in enumerate(lines):
        found = _CHANNEL.match(line.strip())
        if found:
            rest = [*lines[:at], *lines[at + 1 :]]
            return _plain(found[1]), "\n".join(rest).strip()
    return "", body


def _plain(line: str) -> str:
    return _BOLD.sub(r"\1", line)
