"""The real voice of this machine, few and quick: it speaks Chinese, and leaves nothing behind."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from operator_desk.speech import samples
from operator_desk.speech.spoken import spoken, syllables
from operator_desk.speech.voice import State, Utterance, Voice
from operator_desk.speech.worker.choice import LEAST, MOST, PLAUSIBLE
from tests.fakes.sink import RecordingSink

try:
    ctypes.CDLL("libespeak-ng.so.1")
except OSError:
    pytest.skip("there is no espeak-ng on this machine", allow_module_level=True)

SENTENCES = (
    "我家楼上漏水已经三天了，物业一直不管。",
    "请核对您的电话：13800002206。",
    "地址是幸福路18号3-2-1501。",
    "他们收了我￥6,300.50，不给发票。",
    "昨天晚上11:30以后工地还在施工。",
    "2026年11月23日申请的，到现在没有回复。",
    "停水从上午8点到下午5点。",
    "公积金比例是12.5%，利率3.1%。",
    "车牌号京A12345的货车违停。",
    "一共有3/4的住户签了字。",
    "井盖在人民路与解放路路口往东50米。",
    "希望有关部门尽快处理，谢谢。",
)


@contextmanager
def worker(folder: Path, languages: str = "zh_CN,en") -> Iterator[subprocess.Popen[str]]:
    """A worker process that tells what it has."""
    folder.mkdir()
    words = [sys.executable, "-P", "-m", "operator_desk.speech.worker", str(folder), languages]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()
        process.wait(10)
    assert not folder.exists()


def told(process: subprocess.Popen[str]) -> dict[str, Any]:
    """The next line of a worker."""
    assert process.stdout is not None
    line: dict[str, Any] = json.loads(process.stdout.readline())
    return line


def ask(process: subprocess.Popen[str], text: str, **given: object) -> dict[str, Any]:
    """What a worker answers to a request."""
    asked = {"do": "render", "id": 1, "text": text, "language": "zh_CN", "rate": 100} | given
    assert process.stdin is not None
    process.stdin.write(json.dumps(asked) + "\n")
    process.stdin.flush()
    return told(process)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    """A worker, and in `args` what it said of its voices."""
    with worker(tmp_path_factory.mktemp("worker") / "sounds") as process:
        process.args = told(process)["voices"]
        yield process


def test_the_voices_are_of_their_language_and_took_their_time(
    ready: subprocess.Popen[str],
) -> None:
    voices: Any = ready.args
    assert voices["zh_CN"]["voice"].endswith("cmn-latn-pinyin")
    assert voices["en"]["voice"].rpartition("/")[2].startswith("en")
    for one in voices.values():
        assert LEAST <= one["frames"] / one["expected"] <= MOST


@pytest.mark.parametrize("text", SENTENCES)
def test_a_chinese_sentence_takes_as_long_as_its_syllables(
    ready: subprocess.Popen[str], text: str
) -> None:
    said = spoken(text, "zh_CN")
    answer = ask(ready, said)
    assert answer["is"] == "done", answer
    sound = samples.read(Path(answer["path"]))
    assert sound.frames == answer["frames"]
    heard = samples.spread(sound)
    each = (heard.end - heard.begin) / syllables(said, "zh_CN")
    assert PLAUSIBLE[0] <= each <= PLAUSIBLE[1], (said, each)


def test_every_rate_and_language_is_that_of_its_own_request(
    ready: subprocess.Popen[str],
) -> None:
    """espeak-ng sets voice and rate in a thread of its own, after the text if nobody waits."""
    texts = {"zh_CN": "我家楼上漏水三天了", "en": "my flat has been leaking"}
    found: dict[object, set[int]] = {}
    for rate in (100, 160, 70, 100, 160, 70):
        for language, text in texts.items():
            frames = ask(ready, text, language=language, rate=rate)["frames"]
            found.setdefault((language, rate), set()).add(round(frames, -3))
    for language in texts:
        fast, usual, slow = (max(found[language, rate]) for rate in (160, 100, 70))
        assert fast * 1.3 < usual < slow / 1.2
    assert all(max(frames) - min(frames) < max(frames) * 0.05 for frames in found.values()), found


def test_the_folder_goes_with_the_parent_also_while_a_text_is_rendered(tmp_path: Path) -> None:
    folder = tmp_path / "sounds"
    with worker(folder, "zh_CN") as process:
        told(process)
        assert ask(process, "您好")["is"] == "done"
        assert list(folder.iterdir()) == [folder / "1.wav"]
        assert process.stdin is not None
        long = {"do": "render", "id": 2, "text": "你好吗" * 3000, "language": "zh_CN", "rate": 70}
        process.stdin.write(json.dumps(long) + "\n")
        process.stdin.close()
        process.wait(10)
        assert not folder.exists()


def test_a_killed_window_leaves_no_file_and_no_worker(tmp_path: Path) -> None:
    words = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from operator_desk.speech.voice import Utterance, Voice
from tests.fakes.sink import RecordingSink
app = QCoreApplication([])
voice = Voice(Path({str(tmp_path)!r}), make_sink=lambda _f, parent: RecordingSink(parent=parent))
voice.started.connect(lambda _key: print(voice.worker_pid, flush=True))
voice.start()
voice.say(Utterance(1, "我家楼上漏水三天了", "zh_CN"))
app.exec()
"""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    environment.pop("XDG_RUNTIME_DIR", None)
    with subprocess.Popen(
        [sys.executable, "-c", words], stdout=subprocess.PIPE, text=True, env=environment
    ) as window:
        assert window.stdout is not None
        pid = int(window.stdout.readline())
        (folder,) = (path for path in (tmp_path / "voice").iterdir() if path.is_dir())
        os.kill(window.pid, signal.SIGKILL)
    ended = os.pidfd_open(pid) if _alive(pid) else None
    if ended is not None:
        _wait(ended)
    assert not folder.exists()


def _alive(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def _wait(descriptor: int) -> None:
    import select

    try:
        assert select.select([descriptor], [], [], 10)[0], "the worker did not end"
    finally:
        os.close(descriptor)


def test_the_whole_voice_says_a_statement(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    sink = RecordingSink(speed=50)
    voice = Voice(tmp_path, make_sink=lambda _folder, _parent: sink)
    voice.start()
    with qtbot.waitSignal(voice.finished, timeout=5000):
        voice.say(Utterance("a", SENTENCES[1], "zh_CN"))
    assert voice.state is State.IDLE
    said = syllables(spoken(SENTENCES[1], "zh_CN"), "zh_CN")
    assert sink.played[0].seconds / said > PLAUSIBLE[0]
    voice.close()
    assert list(tmp_path.iterdir()) == []
