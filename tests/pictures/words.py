"""What callers say and articles hold in the pictures."""

from __future__ import annotations

from datetime import date

from operator_desk.domain.article import Article, ArticleKind, Phone

NUMBER = "13800002206"
WORDS = (
    "您好，我住在清河街道学府路26号院，三号楼。",
    "从昨天晚上十点开始，整栋楼停水，到现在还没有恢复。",
    "楼里有两位八十多岁的老人，做饭、吃药都成问题。",
    "我给物业打了三次电话，物业说是二次供水泵房的设备坏了。",
)
OLD_LAW = Article(
    key="停车收费办法#第八条",
    kind=ArticleKind.REGULATION,
    title="停车收费办法 第八条",
    body="临时停车半小时以内不收费。\n超过半小时的，按小时收费。",
    source="停车收费办法",
    valid_from=date(2011, 5, 1),
    repealed_on=date(2024, 7, 1),
    successor="道路停车管理办法#第十二条",
)
NEW_LAW = Article(
    key="道路停车管理办法#第十二条",
    kind=ArticleKind.REGULATION,
    title="道路停车管理办法 第十二条",
    body="临时停车一小时以内不收费。\n超过一小时的，按半小时计费。",
    source="道路停车管理办法",
    valid_from=date(2024, 7, 1),
    old_names=("停车收费办法",),
    phones=(Phone("0999-5550199", "投诉", "public", "8:30–17:30", date(2026, 10, 8)),),
    answer="临时停车一小时以内不收费，超过的按半小时计费。",
)
LEARNED_PAIRS = (
    ("工钱", "劳动报酬", 0.31, 46),
    ("炒鱿鱼", "解除", 0.42, 17),
    ("房东", "出租人", 0.38, 29),
    ("停水", "供水", 0.22, 61),
    ("可以", "民法典", 0.11, 93),
)

LINKED = (
    "**先问**：停在哪里、停了多久。\n\n按《道路停车管理办法》第十二条收费；"
    "旧的《停车收费办法》第八条已经废止。不服的打 12348。"
)
CHANGES = (
    (
        "own:scope-court-case",
        "案件由法院裁判，进度请打 12345。",
        "案件由法院裁判，进度请打 12368。",
    ),
    ("own:phrase-verify-1", "请问您贵姓？", "请问您怎么称呼？不方便说也没关系。"),
)
OFFICE = Article(
    key="own:social-insurance",
    kind=ArticleKind.CONTACT,
    title="清河区社会保险经办中心",
    body="参保登记、转移接续、待遇申领。",
    category="人力资源社会保障",
    old_names=("清河区社保局 0999-5550120",),
    phones=(
        Phone("0999-5550133", "负责人", "internal", "工作日 8:30-17:30", date(2026, 9, 1)),
        Phone(
            "0999-5550121",
            "窗口",
            "public",
            "周一至周五 9:00-12:00，13:30-17:00",
            date(2026, 10, 8),
        ),
        Phone("0999-5550122", "值班", "public", "24小时", date(2025, 3, 1)),
        Phone("0999-5550123", "传真", "public", "夏季 8:00-12:00，15:00-18:00"),
    ),
    answer="社保业务请打 0999-5550121，周一至周五有人接听。",
    source="自拟",
)

# What operators looked for and nobody found.
MISSED = ("新能源车充电桩补贴", "外卖电动车上楼充电怎么举报", "老旧小区加装电梯")
# Questions of sets with their right articles, and where those stand before and after a change.
QUESTIONS = (
    ("停车半个小时要不要钱", "停车收费", NEW_LAW.key),
    ("小区门口路边停车怎么收费", "停车收费", NEW_LAW.key),
    ("夜里停车免费吗", "停车收费", NEW_LAW.key),
    ("临时停车超过一小时按什么标准收", "停车收费", NEW_LAW.key),
    ("老板欠工资找哪个部门", "劳动保障", "own:labour-wages"),
    ("被辞退能拿多少补偿", "劳动保障", "own:labour-contract-none"),
    ("物业费涨价要不要业主同意", "物业服务", "own:gone"),
)
BEFORE, AFTER = (2, 1, 14, 3, 1, None, 5), (13, 3, 2, None, 1, None, 5)
