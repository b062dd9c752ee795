"""Help and wrong usage in both languages; the commands that the README names."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from operator_desk import words as translations
from operator_desk.cli import cli
from operator_desk.commands import naming, speaking
from tests.commands.desk import Desk

ROOT = Path(__file__).parents[2]
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def commands(group: click.Command, *path: str) -> Iterator[tuple[str, ...]]:
    """The path of a command and of all below it."""
    yield path
    if isinstance(group, click.Group):
        for name, command in group.commands.items():
            yield from commands(command, *path, name)


PATHS = sorted(commands(cli))


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_line_of_the_help_is_chinese(nowhere: Desk, path: tuple[str, ...]) -> None:
    ran = nowhere.run(*path, "--help", lang="zh_CN")
    assert (ran.code, ran.err) == (0, "")
    usage, *lines = ran.out.splitlines()
    assert usage.startswith("用法：")
    said = [line for line in lines if line.strip()]
    # An option that is long stands alone; what it does stands on the next line.
    alone = re.compile(r"\s+--[\w-]+( [\w\[\]|%.…-]+)*$")
    plain = [line for line in said if not CHINESE.search(line) and not alone.match(line)]
    assert plain == []


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_option_says_what_it_does(nowhere: Desk, path: tuple[str, ...]) -> None:
    ran = nowhere.run(*path, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert not CHINESE.search(ran.out)
    context = click.Context(cli)
    command: click.Command | None = cli
    for name in path:
        assert isinstance(command, click.Group)
        command = command.get_command(context, name)
    assert command is not None
    assert command.help
    assert all(one.help for one in command.params if isinstance(one, click.Option))


def test_all_words_of_tables_are_translated() -> None:
    for word in {*naming.FIELDS, *naming.VALUES, *speaking.CLICK, speaking.HELP}:
        assert CHINESE.search(translations.say(word, "zh_CN")), word
    assert translations.say("silent", "en") == "silent"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nonsense",), "错误：没有命令 'nonsense'。"),
        (("cal",), "是否指 'call'？"),
        (("staff", "--nonsense"), "错误：没有选项 '--nonsense'。"),
        (("staff", "add", "lin"), "缺少选项 '--name'"),
        (("staff", "disable"), "缺少参数 'LOGIN'"),
        (("staff", "disable", "a", "b"), "错误：多出的参数：b"),
        (("call", "list", "--from"), "错误：选项 '--from' 要带一个值。"),
        (("call", "list", "--from", "x"), "'--from' 的值不对：x 不是日期，应写成 2026-11-23。"),
        (("call", "list", "--limit", "0"), "0 不在 x>=1 范围内。"),
        (("ticket", "list", "--state", "x"), "'x' 应为 'registered'"),
        (("init", "--bare=1"), "错误：选项 '--bare' 不带值。"),
        (("init", "--bare", "--practice"), "不能同时用"),
    ],
)
def test_wrong_usage_is_said_in_chinese(nowhere: Desk, words: tuple[str, ...], said: str) -> None:
    assert said in nowhere.wrong(*words, lang="zh_CN")
    assert not CHINESE.search(nowhere.wrong(*words))
    assert not nowhere.folder.exists()


def test_the_language_may_stand_anywhere(nowhere: Desk) -> None:
    for words in (("--help", "--lang", "zh_CN"), ("staff", "--lang=zh_CN", "--help")):
        assert nowhere.run(*words).out.startswith("用法：")
    assert "没有选项" in nowhere.wrong("staff", "--odd", "--lang", "zh_CN")


def test_the_system_says_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert speaking.language_of(["staff", "list"]) == "zh_CN"
    assert speaking.language_of(["--lang", "en"]) == "en"
    assert speaking.language_of(["--lang"]) == "zh_CN"
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert speaking.language_of(["--lang", "fr"]) == "en"


def test_words_that_are_no_text_are_refused(nowhere: Desk) -> None:
    assert "not a text in UTF-8" in nowhere.wrong("ticket", "show", "\udcff")


def test_the_version_is_told(nowhere: Desk) -> None:
    from operator_desk import __version__

    assert nowhere.ok("--version").out == f"operator-desk {__version__}\n"


def _named_in_the_readme() -> list[str]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    spans = re.findall(r"`operator-desk ([^`]+)`", text)
    return sorted(set(spans))


def test_the_commands_of_the_readme_run(practice: Desk) -> None:
    named = _named_in_the_readme()
    assert len(named) >= 2
    for line in named:
        assert practice.run(*shlex.split(line)).code == 0, line
