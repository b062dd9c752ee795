"""Files of sound: only whole ones are taken; which voice is chosen; where files lie."""

from __future__ import annotations

import array
import os
import signal
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from operator_desk.speech import samples
from operator_desk.speech.folder import SoundFolder, place
from operator_desk.speech.samples import Sound, Unsound
from operator_desk.speech.worker import aiff
from operator_desk.speech.worker.choice import LANGUAGES, Installed, candidates, choose

TONE = Sound(array.array("h", [0] * 100 + [9000, -9000] * 200 + [0] * 300).tobytes(), 8000)


def test_a_whole_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    samples.write(path, TONE)
    assert samples.read(path) == TONE
    assert path.stat().st_mode & 0o777 == 0o600
    heard = samples.spread(TONE)
    assert (heard.begin, heard.end) == (100 / 8000, 499 / 8000)
    assert [heard.fraction(at) for at in (0, 0.0375, 1)] == [0, pytest.approx(0.5, abs=0.01), 1]


@pytest.mark.parametrize(
    ("size", "code"), [(0, "broken"), (20, "broken"), (44, "broken"), (900, "broken")]
)
def test_a_file_that_was_cut_is_not_played(tmp_path: Path, size: int, code: str) -> None:
    path = tmp_path / "a.wav"
    samples.write(path, TONE)
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(Unsound, match=code):
        samples.read(path)


def test_a_file_without_a_sample_is_silent(tmp_path: Path) -> None:
    samples.write(tmp_path / "a.wav", Sound(b"", 8000))
    with pytest.raises(Unsound, match="silent"):
        samples.read(tmp_path / "a.wav")
    with pytest.raises(Unsound, match="broken"):
        samples.read(tmp_path / "nothing.wav")


def chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack(">I", len(body)) + body + b"\0" * (len(body) % 2)


@pytest.mark.parametrize("kind", [b"", b"NONE", b"sowt"])
def test_what_macos_writes_is_read_in_either_order_of_bytes(tmp_path: Path, kind: bytes) -> None:
    values = [1, -2, 300, -32768]
    rate = struct.pack(">HQ", 16383 + 14, 22050 << (63 - 14))
    common = chunk(b"COMM", struct.pack(">hIh", 1, len(values), 16) + rate + kind)
    order = "<" if kind == b"sowt" else ">"
    data = chunk(b"SSND", bytes(8) + struct.pack(f"{order}4h", *values))
    body = (b"AIFC" if kind else b"AIFF") + common + chunk(b"odd ", b"x") + data
    path = tmp_path / "a.wav"
    path.write_bytes(chunk(b"FORM", body))
    assert aiff.is_aiff(path)
    assert aiff.read(path) == Sound(array.array("h", values).tobytes(), 22050)
    path.write_bytes(path.read_bytes()[:-3])
    with pytest.raises(Unsound, match="broken"):
        aiff.read(path)


ESPEAK = [
    Installed("sit/cmn", "Chinese (Mandarin, latin as English)", ("cmn",)),
    Installed("sit/cmn-latn-pinyin", "Chinese (Mandarin, latin as Pinyin)", ("cmn-latn-pinyin",)),
    Installed("sit/yue", "Chinese (Cantonese)", ("yue",)),
    Installed("gmw/en-029", "English (Caribbean)", ("en-029",)),
    Installed("gmw/en-us", "English (America)", ("en-us",)),
    Installed("gmw/en", "English (Great Britain)", ("en-gb",)),
]
SAPI = [
    Installed("HKEY\\TTS_MS_EN-US_ZIRA_11.0", "Microsoft Zira", ("en-us",)),
    Installed("HKEY\\TTS_MS_ZH-HK_TRACY_11.0", "Microsoft Tracy", ("zh-hk",)),
    Installed("HKEY\\TTS_MS_ZH-CN_HUIHUI_11.0", "Microsoft Huihui", ("zh-cn",)),
]


@pytest.mark.parametrize(
    ("language", "installed", "wanted"),
    [
        ("zh_CN", ESPEAK, ["sit/cmn-latn-pinyin"]),
        ("zh_CN", SAPI, ["HKEY\\TTS_MS_ZH-CN_HUIHUI_11.0"]),
        ("zh_CN", [one for one in ESPEAK if "pinyin" not in one.id], []),
        ("en", ESPEAK, ["gmw/en-us", "gmw/en", "gmw/en-029"]),
        ("en", SAPI, ["HKEY\\TTS_MS_EN-US_ZIRA_11.0"]),
    ],
)
def test_only_voices_of_the_language_are_tried(
    language: str, installed: list[Installed], wanted: list[str]
) -> None:
    assert [one.id for one in candidates(LANGUAGES[language], installed)] == wanted


@pytest.mark.parametrize(
    ("share", "measured", "taken"),
    [(1.0, True, True), (0.76, True, True), (1.5, True, False), (0.7, True, False),
     (1.1, False, True), (0.3, False, False)],
)  # fmt: skip
def test_a_voice_must_take_its_time_for_the_sentence(
    share: float, measured: bool, taken: bool
) -> None:
    wanted = LANGUAGES["zh_CN"]
    sound = Sound(bytes(2 * round(wanted.seconds * share * 1000)), 1000)
    found = choose(wanted, ESPEAK, lambda *_: sound, measured=measured)
    assert (found is not None) is taken
    if found is not None:
        assert (found.voice, found.frames) == ("sit/cmn-latn-pinyin", sound.frames)


def test_leftovers_of_a_killed_program_go_at_the_next_start(tmp_path: Path) -> None:
    words = f"""
import pathlib, sys
from operator_desk.speech.folder import SoundFolder
folder = SoundFolder(pathlib.Path({str(tmp_path)!r}))
(folder.path / "1.wav").write_bytes(b"RIFF")
print(folder.path, flush=True)
sys.stdin.read()
"""
    with subprocess.Popen(
        [sys.executable, "-c", words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        left = Path(other.stdout.readline().strip())
        beside = SoundFolder(tmp_path)
        assert (left / "1.wav").exists()  # it lives: its files are its own
        assert left.stat().st_mode & 0o777 == 0o700
        os.kill(other.pid, signal.SIGKILL)
    (beside.path / "2.wav").write_bytes(b"RIFF")
    after = SoundFolder(tmp_path)
    assert not left.exists()
    assert (beside.path / "2.wav").exists()
    beside.empty()
    assert list(beside.path.iterdir()) == []
    after.close()
    beside.close()
    assert not tmp_path.exists() or list(tmp_path.iterdir()) == []


def test_sounds_lie_in_the_memory_of_the_session_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert place(tmp_path / "desk") == tmp_path / "operator-desk-voice"
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "nowhere"))
    assert place(tmp_path) == tmp_path / "voice"
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    own = place(None)
    assert (own.parent, place(tmp_path / "no desk")) == (tmp_path, own)
    own.chmod(0o755)  # as somebody else would have made it, to read what is put there
    other = place(None)
    assert other != own
    assert other.stat().st_mode & 0o077 == 0
