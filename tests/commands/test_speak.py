"""`speak`: what a voice says for a text."""

from __future__ import annotations

from tests.commands.desk import Desk


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


def test_without_something_to_do_the_usage_is_wrong(nowhere: Desk) -> None:
    assert "--show" in nowhere.wrong("speak", "12345")
