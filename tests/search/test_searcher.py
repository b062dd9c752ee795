"""What is found, and in which order: names, pinyin, numbers, keywords, what is in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from operator_desk.domain.article import ArticleKind, Validity
from operator_desk.domain.knowledge import QueryMode
from operator_desk.search.learning import Learned, Told
from operator_desk.search.searcher import Searcher
from tests.search.texts import DAY, ask, changed, contact, faq, indexed, keys, law, others

OLD, NEW = date(2020, 1, 1), date(2026, 8, 15)

ARTICLES = [
    *law("劳动合同法", "为了完善劳动合同制度。", "本法适用于用人单位。", "书面劳动合同应当订立。"),
    *law("劳动合同法实施条例", "为了贯彻实施劳动合同法。"),
    *law("信访条例", "信访人提出的事项。", "信访的办理期限。", version="2005-01-10")[:1],
    faq("wages", "拖欠工资怎么办", "用人单位拖欠农民工工资，可以投诉。", answer="请打 12333。"),
    faq("insurance", "社保卡补办", "带身份证到窗口。", keywords=("社会保障卡",)),
    faq("light", "路灯不亮", "路灯坏了请报修，电力部门来修。", old_names=("街灯",)),
    faq("mobile", "5G 信号与 WiFi", "手机 WiFi 连不上。"),
    contact("12333", "人力资源社会保障", category="人力资源社会保障/就业"),
    contact("0531-12345678", "某局值班室", "internal"),
    contact("12345", "政务服务便民热线", category="各级人民政府"),
]


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    """The articles above."""
    return indexed(tmp_path_factory.mktemp("index"), [*ARTICLES, *others(40)])


def test_no_index_is_no_hit(tmp_path: Path) -> None:
    assert ask(Searcher(tmp_path / "none"), "社保") == []


def test_an_empty_index_is_no_hit(tmp_path: Path) -> None:
    assert ask(indexed(tmp_path, []), "社保 12345 shebao") == []


@pytest.mark.parametrize("query", ["", "  ", "？！。", "\n", "\x00"])
def test_a_query_without_a_word_is_no_hit(searcher: Searcher, query: str) -> None:
    assert ask(searcher, query) == []


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("社保卡", "insurance"),
        ("電", "light"),
        ("电", "light"),
        ("ＷｉＦｉ", "mobile"),
        ("5g", "mobile"),
        ("单位欠我工资不发怎么办呢", "wages"),
        ("农民工 工资", "wages"),
        ("社會保障卡", "insurance"),
    ],
)
def test_words_are_found(searcher: Searcher, query: str, key: str) -> None:
    assert keys(searcher, query)[0] == key


def test_keywords_must_all_stand_in_the_first(searcher: Searcher) -> None:
    hits = ask(searcher, "路灯 电力")
    assert hits[0].key == "light"
    assert hits[0].score > 2 * hits[1].score  # the others hold one of them only


def test_keywords_that_no_text_holds_together_are_found_apart(searcher: Searcher) -> None:
    found = keys(searcher, "路灯 社保卡")
    assert {"light", "insurance"} <= set(found[:3])


@pytest.mark.parametrize("query", ["劳动合同法", "《劳动合同法》", "中华人民共和国劳动合同法"])
def test_a_law_by_its_name_shows_its_first_article_first(searcher: Searcher, query: str) -> None:
    assert keys(searcher, query)[0] == "劳动合同法#第一条"


@pytest.mark.parametrize(
    "query",
    [
        "劳动合同法第三条",
        "劳动合同法 第3条",
        "劳动合同法3条",
        "请问劳动合同法第三条是怎么说的，单位不跟我签",
    ],
)
def test_an_article_by_its_number(searcher: Searcher, query: str) -> None:
    assert keys(searcher, query)[0] == "劳动合同法#第三条"


def test_an_old_name_comes_before_words(searcher: Searcher) -> None:
    assert keys(searcher, "街灯")[0] == "light"


@pytest.mark.parametrize("query", ["ldh", "LDHTF", "laodonghetong", "htf"])
def test_pinyin_of_a_law_shows_one_article_of_each_law_first(
    searcher: Searcher, query: str
) -> None:
    found = keys(searcher, query)
    assert found[:2] == ["劳动合同法#第一条", "劳动合同法实施条例#第一条"]
    assert found[2:4] == ["劳动合同法#第二条", "劳动合同法#第三条"]


@pytest.mark.parametrize(
    ("query", "key"), [("jy", "12333"), ("gjr", "12345"), ("shbzk", "insurance")]
)
def test_pinyin_of_bodies_and_keywords(searcher: Searcher, query: str, key: str) -> None:
    assert keys(searcher, query)[0] == key


@pytest.mark.parametrize("query", ["wifi", "wifi signal"])
def test_letters_that_are_no_pinyin_are_words(searcher: Searcher, query: str) -> None:
    assert keys(searcher, query)[0] == "mobile"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("12345", ["12345"]),
        ("123", ["12345", "12333"]),
        ("12333", ["12333", "wages"]),
        ("0531 1234 5678", ["0531-12345678"]),
        ("1234567", ["0531-12345678"]),
    ],
)
def test_digits_find_numbers_and_then_texts(
    searcher: Searcher, query: str, found: list[str]
) -> None:
    assert set(keys(searcher, query, limit=len(found))) == set(found)
    assert keys(searcher, query)[0] in found


def test_an_internal_number_is_never_first(searcher: Searcher) -> None:
    hits = ask(searcher, "某局值班室电话")
    assert hits[0].key != "0531-12345678"
    (internal,) = (hit for hit in hits if hit.key == "0531-12345678")
    assert internal.phone == ""


def test_an_internal_number_is_not_proposed_by_itself(tmp_path: Path) -> None:
    alone = indexed(tmp_path, [contact("0531-12345678", "某局值班室", "internal")])
    assert keys(alone, "值班室") == ["0531-12345678"]
    assert keys(alone, "值班室", mode=QueryMode.STATEMENT) == []


def test_a_public_number_is_shown(searcher: Searcher) -> None:
    assert ask(searcher, "政务服务便民热线")[0].phone == "12345"


def test_kinds_are_kept_apart(searcher: Searcher) -> None:
    numbers = ask(searcher, "社会保障", kinds=frozenset({ArticleKind.CONTACT}))
    assert {hit.kind for hit in numbers} == {ArticleKind.CONTACT}
    assert keys(searcher, "用人单位", kinds=frozenset({ArticleKind.FAQ})) == ["wages"]
    assert keys(searcher, "社保", kinds=frozenset()) == []


def test_a_statement_is_never_taken_for_keywords(searcher: Searcher) -> None:
    assert "12345" not in keys(searcher, "123", mode=QueryMode.STATEMENT)
    assert keys(searcher, "路灯", mode=QueryMode.STATEMENT)[0] == "light"


def test_scores_are_in_order_and_the_limit_is_kept(searcher: Searcher) -> None:
    for query in ("用人单位 工资", "劳动合同", "ldh", "123", "电", "公园停车罚款投诉怎么办"):
        for limit in (1, 3, 40):
            scores = [hit.score for hit in ask(searcher, query, limit=limit)]
            assert len(scores) <= limit
            assert scores == sorted(scores, reverse=True)


def test_marks_and_snippet_show_why(searcher: Searcher) -> None:
    hit = ask(searcher, "路灯报修")[0]
    assert [hit.title[a:b] for a, b in hit.title_marks] == ["路灯"]
    assert "路灯" in [hit.snippet[a:b] for a, b in hit.snippet_marks]


def test_a_change_is_found_after_a_refresh(tmp_path: Path) -> None:
    searcher = indexed(tmp_path, others(20))
    changed(tmp_path, [faq("new", "翻车鱼投喂")], ["m0003"])
    assert keys(searcher, "翻车鱼") == []
    searcher.refresh()
    assert keys(searcher, "翻车鱼")[0] == "new"
    changed(tmp_path, [faq("new", "大熊猫投喂")], [])
    searcher.refresh()
    assert keys(searcher, "大熊猫")[0] == "new"
    assert keys(searcher, "翻车鱼") == []


def test_a_text_that_was_taken_away_is_found_by_nothing(tmp_path: Path) -> None:
    searcher = indexed(tmp_path, [*ARTICLES, *others(20)])
    changed(tmp_path, delete=["12345", "light", "劳动合同法#第一条", "nobody"])
    searcher.refresh()
    for query in ("12345", "路灯不亮", "街灯", "ldh", "劳动合同法", "zwfw", "政务服务便民热线"):
        assert not {"12345", "light", "劳动合同法#第一条"} & set(keys(searcher, query, limit=60))
    assert keys(searcher, "劳动合同法")[0] == "劳动合同法#第二条"


def test_the_day_of_the_question_decides(tmp_path: Path) -> None:
    articles = [
        *law("噪声法", "夜间施工噪声的处罚。", repealed_on=NEW, successor="环境法典"),
        *law("环境法典", "施工噪声，夜间作业。", valid_from=NEW),
    ]
    searcher = indexed(tmp_path, articles)
    now = {hit.key: hit.validity for hit in ask(searcher, "夜间施工噪声")}
    assert list(now.items()) == [
        ("环境法典#第一条", Validity.VALID),
        ("噪声法#第一条", Validity.REPEALED),
    ]
    before = {hit.key: hit.validity for hit in ask(searcher, "夜间施工噪声", on=OLD)}
    assert list(before.items()) == [
        ("噪声法#第一条", Validity.VALID),
        ("环境法典#第一条", Validity.NOT_YET),
    ]
    assert ask(searcher, "夜间施工噪声", on=DAY)[1].successor == "环境法典#第一条"
    assert ask(searcher, "夜间施工噪声", on=OLD)[0].successor == ""


# -- what was learned ----------------------------------------------------------------------

FIRED = "老板把我炒鱿鱼了我该怎么办呢"


@pytest.fixture
def taught(searcher: Searcher) -> Searcher:
    """A searcher of the same articles that has learned one word."""
    return Searcher(searcher.folder, Learned({"炒鱿鱼": (("劳动合同", 0.5),)}))


def test_a_learned_word_finds_what_a_sentence_does_not_name(
    searcher: Searcher, taught: Searcher
) -> None:
    wanted = "劳动合同法#第三条"
    assert wanted not in [hit.key for hit in ask(searcher, FIRED)]
    for mode in (QueryMode.TYPED, QueryMode.STATEMENT):
        assert wanted in [hit.key for hit in ask(taught, FIRED, mode=mode)]


def test_what_was_learned_changes_no_keyword_and_no_other_sentence(
    searcher: Searcher, taught: Searcher
) -> None:
    for query in ("炒鱿鱼", "炒鱿鱼 老板", "cyy", "12333", "社保卡补办需要带身份证去哪个窗口"):
        assert ask(taught, query) == ask(searcher, query)


def test_an_example_has_the_words_of_both_sides_and_none_that_says_nothing(
    searcher: Searcher,
) -> None:
    article = next(one for one in ARTICLES if one.key == "wages")
    found = searcher.example("老板欠我的工钱", article)
    assert "老板" in found.asked
    assert {"工资", "投诉"} <= set(found.official)
    assert all(len(word) > 1 for word in (*found.asked, *found.official))
    unknown = searcher.example("工钱", replace(article, title="外星人登记", body="", answer=""))
    assert "外星人" not in unknown.official


def test_nothing_can_be_learned_without_an_index(tmp_path: Path) -> None:
    assert Searcher(tmp_path / "none").example("工钱", ARTICLES[0]) == Told((), ())


def test_a_question_is_answered_by_the_general_law_before_what_is_made_under_it(
    tmp_path: Path,
) -> None:
    """The same text in three ranks: code, law, regulation; keywords are not weighed so."""
    text = "狗把人咬伤的，饲养人应当承担责任。"
    laws = [one for name in ("养犬条例", "动物法", "民法典侵权编") for one in law(name, text)]
    found = indexed(tmp_path, [*laws, *others(40)])
    asked = "邻居家的狗把人咬伤了应当由谁来承担责任"
    names = [key.partition("#")[0] for key in keys(found, asked)[:3]]
    assert names == ["民法典侵权编", "动物法", "养犬条例"]
    # Keywords are weighed by the text alone: here the longest name makes the longest text.
    assert keys(found, "咬伤 饲养")[2].startswith("民法典侵权编")
