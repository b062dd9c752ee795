"""What texts of articles lead to, what an answer rests on, and the parts of cards."""

from __future__ import annotations

import pytest

from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.basis import basis_of, channel_of, steps_of
from operator_desk.domain.references import references


def named(text: str, law: str = "") -> list[tuple[str, str]]:
    """The words of each reference with its likeliest name."""
    return [(text[one.start : one.end], one.names[0]) for one in references(text, law)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("依据《劳动法》第五十条办理", [("《劳动法》第五十条", "劳动法#第五十条")]),
        (
            "《中华人民共和国劳动法》第五十条第一款、第五十一条",
            [
                ("《中华人民共和国劳动法》第五十条", "劳动法#第五十条"),
                ("第五十一条", "劳动法#第五十一条"),
            ],
        ),
        ("按《信访工作条例》办", [("《信访工作条例》", "信访工作条例")]),
        ("见 own:labour-wages。", [("own:labour-wages", "own:labour-wages")]),
        ("[怎么办](own:lamp)", [("own:lamp", "own:lamp")]),
        (
            "诉讼服务 12368；抢修 0551-96655",
            [("12368", "tel:12368"), ("0551-96655", "tel:055196655")],
        ),
        ("超过 50% 的，2.50 元；12 岁", []),
        ("https://x.test/a:b", []),
    ],
)
def test_laws_keys_and_numbers_are_seen_in_a_text(text: str, wanted: list[tuple[str, str]]) -> None:
    assert named(text) == wanted


def test_a_law_that_speaks_of_itself_leads_to_its_own_articles() -> None:
    text = "依照本法第三条和第四条处理"
    assert named(text) == []
    assert named(text, "劳动法") == [("本法第三条", "劳动法#第三条"), ("第四条", "劳动法#第四条")]


def test_the_basis_names_law_and_article_else_the_source() -> None:
    law = Article("劳动法#第五十条", ArticleKind.REGULATION, "劳动法 第五十条", source="公报")
    assert basis_of(law) == "《劳动法》第五十条"
    guide = Article("own:a", ArticleKind.FAQ, "欠薪", source="《劳动法》第五十条")
    assert basis_of(guide) == "《劳动法》第五十条"
    assert basis_of(Article("own:a", ArticleKind.FAQ, "欠薪")) == "欠薪"


def test_a_card_is_read_as_steps() -> None:
    steps = steps_of("**待确认**\n\n1. 别挂断。\n接着说。\n2、先问**地点**。\n\n完。")
    assert (steps.before, steps.after) == ("待确认", "完。")
    assert steps.steps == ("别挂断。\n接着说。", "先问地点。")
    assert steps_of("一段。\n\n二段。").steps == ("一段。", "二段。")


def test_the_right_channel_is_taken_out_of_the_text() -> None:
    body = "**引导渠道**：检察服务 12309。\n\n**提醒**：先听完。"
    assert channel_of(body) == ("检察服务 12309。", "**提醒**：先听完。")
    assert channel_of("没有渠道。") == ("", "没有渠道。")
