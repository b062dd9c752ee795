"""`lexicon export`: the lines of each input method, and which names become words."""

from __future__ import annotations

import struct
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from operator_desk.documents.lexicon import ENGINES
from operator_desk.domain.lexicon import Entry
from tests.commands.desk import Desk

PLACES = """code,name,level,parent,pinyin
990101,甲区,district,,jia qu
990101001,重阳街道,street,990101,chong yang jie dao
990101001001,东庄村民委员会,community,990101001,
990101001002,解放桥社区居民委员会,community,990101001,
"""
UNITS = "code,name,short_name\nwater,供水集团,水司\nit,IT 中心,\n"
ARTICLES = """
{"key": "供水条例(2020-01-01)#第一条", "kind": "regulation", "title": "供水条例 第一条"}
{"key": "供水条例#第二条", "kind": "regulation", "title": "供水条例 第二条", "body": "水"}
{"key": "a", "kind": "procedure", "title": "水表过户（个人）", "body": "水"}
{"key": "b", "kind": "faq", "title": "停水怎么办", "body": "水"}
{"key": "c", "kind": "contact", "title": "水务服务 96655", "category": "水务/供水集团"}
"""
WORDS = {
    "重阳街道": "chong yang jie dao",
    "东庄村民委员会": "dong zhuang cun min wei yuan hui",
    "东庄村": "dong zhuang cun",
    "解放桥社区居民委员会": "jie fang qiao she qu ju min wei yuan hui",
    "解放桥社区": "jie fang qiao she qu",
    "供水集团": "gong shui ji tuan",
    "水司": "shui si",
    "供水条例": "gong shui tiao li",
    "水表过户": "shui biao guo hu",
    "水务服务": "shui wu fu wu",
    "水务": "shui wu",
}


@pytest.fixture
def named(desk: Desk, tmp_path: Path) -> Desk:
    """A desk with some of everything that has a name."""
    for name, text, words in (
        ("p.csv", PLACES, ("places", "import")),
        ("u.csv", UNITS, ("units", "import")),
        ("a.jsonl", ARTICLES.lstrip(), ("knowledge", "import")),
    ):
        (tmp_path / name).write_text(text, "utf-8")
        desk.ok(*words, tmp_path / name)
    return desk


def test_the_names_of_a_desk_become_words_each_once(named: Desk, tmp_path: Path) -> None:
    rows = named.ok("--json", "lexicon", "export", "--for", "rime").rows
    assert {row["word"]: row["pinyin"] for row in rows} == WORDS
    assert len(rows) == len(WORDS)
    out = tmp_path / "x.dict.yaml"
    done = named.ok("--json", "lexicon", "export", "--for", "rime", "--out", out)
    assert done.object == {"words": len(WORDS), "path": str(out)}
    assert "重阳街道\tchong yang jie dao\t100\n" in out.read_text("utf-8")
    printed = named.ok("lexicon", "export", "--for", "libpinyin").out
    assert "重阳街道 chong'yang'jie'dao\n" in printed


def test_a_file_that_cannot_be_written_is_one_sentence(desk: Desk, tmp_path: Path) -> None:
    said = desk.refused("lexicon", "export", "--for", "fcitx5", "--out", tmp_path / "no" / "x")
    assert "cannot be written" in said


ENTRIES = [Entry("供水", ("gong", "shui")), Entry("绿地", ("lv", "di"))]


@pytest.mark.parametrize(
    ("engine", "encoding", "wanted"),
    [
        (
            "rime",
            "utf-8",
            '# Rime dictionary\n---\nname: operator_desk\nversion: "2026-11-25"\n'
            "sort: by_weight\n...\n\n供水\tgong shui\t100\n绿地\tlv di\t100\n",
        ),
        ("fcitx5", "utf-8", "供水 gong'shui 0\n绿地 lv'di 0\n"),
        ("libpinyin", "utf-8", "供水 gong'shui\n绿地 lv'di\n"),
        ("sogou", "gbk", "'gong'shui 供水\r\n'lv'di 绿地\r\n"),
    ],
)
def test_each_engine_gets_its_own_lines(engine: str, encoding: str, wanted: str) -> None:
    written = ENGINES[engine].write(ENTRIES, date(2026, 11, 25))
    assert written.decode(encoding) == wanted


def test_the_phrases_of_microsoft_pinyin_can_be_read_back() -> None:
    long = Entry("某" * 20, ("mou",) * 20)
    written = ENGINES["mspy"].write([*ENTRIES, long], date(2026, 11, 25))
    assert written[:8] == b"mschxudp"
    starts, first, end, count = struct.unpack("<IIII", written[16:32])
    assert (end, count) == (len(written), 3)
    offsets = [*struct.unpack(f"<{count}I", written[starts:first]), end - first]
    rows = [written[first + a : first + b] for a, b in pairwise(offsets)]
    read = []
    for row in rows:
        at = struct.unpack("<H", row[4:6])[0]
        assert row[at - 2 : at] == row[-2:] == b"\0\0"
        read.append((row[16 : at - 2].decode("utf-16-le"), row[at:-2].decode("utf-16-le")))
    assert read == [("gongshui", "供水"), ("lvdi", "绿地"), ("m" * 20, "某" * 20)]


def test_an_engine_holds_only_what_it_can() -> None:
    long, rare = Entry("某" * 17, ("mou",) * 17), Entry("\u3406水", ("yu", "shui"))
    holding = {
        name: [engine.holds(one) for one in (long, rare)] for name, engine in ENGINES.items()
    }
    assert holding["rime"] == holding["fcitx5"] == holding["mspy"] == [True, True]
    assert holding["libpinyin"] == [False, True]
    assert holding["sogou"] == [True, False]
