"""The skeleton of an article of each kind, in the language of the hotline."""

from __future__ import annotations

from operator_desk.domain.article import ArticleKind

_ZH = {
    ArticleKind.REGULATION: "**适用范围**：\n\n**规定内容**：\n\n**依据**：《》第　条\n",
    ArticleKind.PROCEDURE: (
        "## 谁可以办\n\n- \n\n## 需要什么材料\n\n- \n\n## 怎么办\n\n1. \n2. \n\n"
        "## 在哪里办、什么时间\n\n- 地点：\n- 时间：\n\n"
        "## 多久办好、收费多少\n\n- 时限：\n- 费用：\n"
    ),
    ArticleKind.FAQ: "**问**：\n\n**答**：\n\n**例外情况**：\n\n- \n",
    ArticleKind.CONTACT: "**管什么**：\n\n- \n\n**不管什么**（请打）：\n\n- \n\n**地址**：\n",
    ArticleKind.PHRASE: "",
    ArticleKind.OUT_OF_SCOPE: "**为什么不受理**：\n\n**引导渠道**：\n\n- 单位：\n- 电话：\n",
    ArticleKind.CARD: "**什么时候用**：\n\n1. \n2. \n3. \n\n**不要做**：\n\n- \n",
}
_EN = {
    ArticleKind.REGULATION: "**Applies to**: \n\n**What it says**: \n\n**Where**: section \n",
    ArticleKind.PROCEDURE: (
        "## Who can apply\n\n- \n\n## What is needed\n\n- \n\n## How to apply\n\n1. \n2. \n\n"
        "## Where and when\n\n- Place: \n- Hours: \n\n## How long and what it costs\n\n"
        "- Time: \n- Fee: \n"
    ),
    ArticleKind.FAQ: "**Question**: \n\n**Answer**: \n\n**Exceptions**:\n\n- \n",
    ArticleKind.CONTACT: (
        "**Responsible for**:\n\n- \n\n**Not responsible for** (call instead):\n\n- \n\n"
        "**Address**: \n"
    ),
    ArticleKind.PHRASE: "",
    ArticleKind.OUT_OF_SCOPE: (
        "**Why it is out of scope**: \n\n**Right channel**:\n\n- Body: \n- Number: \n"
    ),
    ArticleKind.CARD: "**When to use it**:\n\n1. \n2. \n3. \n\n**Do not**:\n\n- \n",
}


def template(kind: ArticleKind, language: str) -> str:
    """The Markdown that a text of this kind begins with; "" where a sentence is all."""
    return (_ZH if language.startswith("zh") else _EN)[kind]
