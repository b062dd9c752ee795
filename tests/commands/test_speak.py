"""`speak`: what a voice says for a text."""

from __future__ import annotations

import ctypes.util
import wave
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from tests.commands.desk import Desk
from tests.support.qt import application as application


def test_the_spoken_form_needs_no_desk(nowhere: Desk) -> None:
    ran = nowhere.ok("--lang", "zh_CN", "speak", "￥6,300.50，3-2-1501", "--show")
    assert ran.out == "六千三百元五角，三号楼二单元一五零一\n"
    assert not nowhere.folder.exists()


def test_the_language_is_the_one_asked_for(nowhere: Desk) -> None:
    ran = nowhere.ok("speak", "Call 311, $5.05.", "--show", "--lang", "en")
    assert ran.out == "Call three one one, five dollars and five cents.\n"


def test_json_names_every_stretch_of_the_text(nowhere: Desk) -> None:
    shown = nowhere.ok("--json", "--lang", "zh_CN", "speak", "-", "--show", typed="打12345。\n")
    assert shown.object == {
        "text": "打12345。",
        "language": "zh_CN",
        "spoken": "打幺二三四五。",
        "syllables": 6,
        "parts": [
            {"start": 0, "end": 1, "said": "打"},
            {"start": 1, "end": 6, "said": "幺二三四五"},
            {"start": 6, "end": 7, "said": "。"},
        ],
    }


def test_two_things_to_do_are_wrong(nowhere: Desk) -> None:
    assert "--wav" in nowhere.wrong("speak", "12345", "--show", "--wav", nowhere.folder / "a.wav")


@pytest.mark.window
def test_nothing_is_written_when_no_voice_speaks_the_language(
    nowhere: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, application: QCoreApplication
) -> None:
    del application
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("ESPEAK_DATA_PATH", str(tmp_path / "empty"))
    wav = tmp_path / "a.wav"
    said = nowhere.refused("speak", "您好", "--wav", wav)
    assert said == "No voice of this machine speaks English; see: operator-desk doctor"
    assert not wav.exists()
    wav.write_bytes(b"mine")
    assert "--force" in nowhere.refused("speak", "您好", "--wav", wav)
    nowhere.refused("speak", "您好", "--wav", wav, "--force")
    assert wav.read_bytes() == b"mine"


@pytest.mark.window
def test_the_sound_is_written_with_its_figures(
    nowhere: Desk, tmp_path: Path, application: QCoreApplication
) -> None:
    del application
    if ctypes.util.find_library("espeak-ng") is None:
        pytest.skip("there is no espeak-ng on this machine")
    wav = tmp_path / "a.wav"
    words = ("--json", "--lang", "zh_CN", "speak")
    told = nowhere.ok(*words, "请打12345。", "--wav", wav).object
    assert (told["path"], told["spoken"], told["syllables"]) == (str(wav), "请打幺二三四五。", 7)
    assert told["voice"].endswith("cmn-latn-pinyin")
    assert 0.12 < told["seconds"] / told["syllables"] < 0.45
    with wave.open(str(wav)) as file:
        assert file.getnframes() == told["frames"]
    assert wav.stat().st_mode & 0o777 == 0o600
    ran = nowhere.run(*words, "。。。", "--wav", tmp_path / "b.wav")
    assert (ran.code, ran.out, (tmp_path / "b.wav").exists()) == (1, "", False)
