"""What texts of opening hours say of an instant, and what they are not taken to say."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random
from zoneinfo import ZoneInfo

import pytest

from operator_desk.domain.hours import Caveat, Opening, parse, state

ZONE = ZoneInfo("Asia/Shanghai")
OFFICE = "周一至周五 9:00-12:00，14:00-17:30"


def spans(text: str) -> list[str]:
    """The spans of a text: days from 1, begin and end."""
    hours = parse(text)
    assert hours is not None, text
    return [f"{days_of(span.days)} {clock(span.start)}-{clock(span.end)}" for span in hours.spans]


def days_of(days: frozenset[int]) -> str:
    return "".join(str(day + 1) for day in sorted(days))


def clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (OFFICE, ["12345 9:00-12:00", "12345 14:00-17:30"]),
        ("工作日 8:30—17:30", ["12345 8:30-17:30"]),
        (
            "工作日９：００～１２：００、１３：３０～１７：００",
            ["12345 9:00-12:00", "12345 13:30-17:00"],
        ),
        ("24小时", ["1234567 0:00-24:00"]),
        ("全天", ["1234567 0:00-24:00"]),
        ("7×24小时服务", ["1234567 0:00-24:00"]),
        ("每日00:00-24:00", ["1234567 0:00-24:00"]),
        ("每天8点到20点", ["1234567 8:00-20:00"]),
        ("Mon-Fri 9-17", ["12345 9:00-17:00"]),
        ("9am-5:30pm, Monday to Friday", ["12345 9:00-17:30"]),
        ("Weekdays 8-18, weekends 10-16", ["12345 8:00-18:00", "67 10:00-16:00"]),
        ("周一至周五上午9点至12点，下午2点至5点", ["12345 9:00-12:00", "12345 14:00-17:00"]),
        ("星期一到星期五 上午九点半至下午五点", ["12345 9:30-17:00"]),
        ("周一至五 8:30-17:00；周六 9:00-12:00", ["12345 8:30-17:00", "6 9:00-12:00"]),
        ("周一、三、五 9:00-11:30", ["135 9:00-11:30"]),
        ("周1-周5 9:00-17:00", ["12345 9:00-17:00"]),
        ("周六日休息，每天9:00-17:00", ["12345 9:00-17:00"]),
        ("服务时间：周一至周日8:00—20:00，节假日不休", ["1234567 8:00-20:00"]),
        ("工作日 20:00-次日8:00", ["12345 20:00-32:00"]),
        ("晚8点-晚10点", ["1234567 20:00-22:00"]),
    ],
)
def test_what_a_text_says(text: str, wanted: list[str]) -> None:
    assert spans(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "夏季 8:00-12:00，14:30-18:00",
        "5月至9月 8:00-12:00",
        "人工 8:30-17:30，语音 24小时",
        "详见官网",
        "周一至周五",
        "9:00-12:00，2:00-5:00",
        "9-5",
        "晚上2点-5点",
        "周五至周一 9:00-17:00",
        "25:00-26:00",
        "8:70-9:00",
        "9:00-9:00",
        "休息",
        "工作日 9:00-17:00，周六",
        "工作日 9:00-17:00，周一 9:00-12:00",
        "每天 9:00-17:00 " * 20,
    ],
)
def test_what_is_not_certain_is_not_computable(text: str) -> None:
    assert parse(text) is None
    assert state(text, datetime(2026, 11, 25, 2, tzinfo=UTC), ZONE).opening is Opening.UNKNOWN


def answer(text: str, when: str) -> tuple[str, str, str]:
    """Open or not, until or from when, and the caveat; the instant is local."""
    at = datetime.fromisoformat(when).replace(tzinfo=ZONE).astimezone(UTC)
    found = state(text, at, ZONE)
    then = found.until or found.opens
    return found.opening.value, then.strftime("%a %H:%M") if then else "", found.caveat.value


@pytest.mark.parametrize(
    ("text", "when", "wanted"),
    [  # 2026-11-25 is a Wednesday
        (OFFICE, "2026-11-25 08:59", ("closed", "Wed 09:00", "holidays")),
        (OFFICE, "2026-11-25 09:00", ("open", "Wed 12:00", "holidays")),
        (OFFICE, "2026-11-25 12:00", ("closed", "Wed 14:00", "holidays")),
        (OFFICE, "2026-11-25 17:29", ("open", "Wed 17:30", "holidays")),
        (OFFICE, "2026-11-25 17:30", ("closed", "Thu 09:00", "holidays")),
        (OFFICE, "2026-11-27 18:00", ("closed", "Mon 09:00", "holidays")),
        (OFFICE, "2026-11-28 10:00", ("closed", "Mon 09:00", "holidays")),
        ("24小时", "2026-11-28 03:00", ("open", "", "none")),
        ("每天8点到20点", "2026-11-29 19:00", ("open", "Sun 20:00", "none")),
        ("工作日 20:00-次日8:00", "2026-11-28 07:00", ("open", "Sat 08:00", "holidays")),
        ("工作日 20:00-次日8:00", "2026-11-29 07:00", ("closed", "Mon 20:00", "holidays")),
        ("周末 22:00-24:00，周日 0:00-6:00", "2026-11-28 23:00", ("open", "Sun 06:00", "holidays")),
        ("9:00-17:00", "2026-11-25 10:00", ("open", "Wed 17:00", "days")),
        ("9:00-17:00", "2026-11-27 18:00", ("closed", "", "days")),
        ("9:00-17:00", "2026-11-28 10:00", ("unknown", "", "none")),
        ("周一 9:00-10:00", "2026-11-30 10:00", ("closed", "Mon 09:00", "holidays")),
    ],
)
def test_the_answer_for_an_instant(text: str, when: str, wanted: tuple[str, str, str]) -> None:
    assert answer(text, when) == wanted


def test_the_zone_of_the_hotline_decides() -> None:
    at = datetime(2026, 11, 25, 1, 30, tzinfo=UTC)
    assert state(OFFICE, at, ZONE).opening is Opening.OPEN
    assert state(OFFICE, at, ZoneInfo("America/New_York")).opening is Opening.CLOSED


def test_caveats_are_said_only_where_they_matter() -> None:
    told = {
        text: parse(text) for text in ("24小时", "周一至周日 8-20", "工作日 8-20", "8:00-20:00")
    }
    caveats = [hours.caveat for hours in told.values() if hours is not None]
    assert caveats == [Caveat.NONE, Caveat.NONE, Caveat.HOLIDAYS, Caveat.DAYS]


PIECES = (
    *(
        "周一",
        "周五",
        "至",
        "-",
        "、",
        "，",
        "工作日",
        "每天",
        "9:00",
        "17:30",
        "24小时",
        "下午",
        "2点",
    ),
    *(
        "休息",
        "次日",
        "半",
        "节假日不休",
        "Mon",
        "Fri",
        " ",
        "99",
        "：",
        "夏季",
        "(",
        "十二点",
        "～",
        "\n",
    ),
)


def test_any_text_is_answered_and_never_against_itself() -> None:
    dice = Random(7)
    for _ in range(3000):
        text = "".join(dice.choices(PIECES, k=dice.randint(0, 9)))
        at = datetime(2026, 11, dice.randint(1, 30), dice.randint(0, 23), 17, tzinfo=UTC)
        found = state(text, at, ZONE)
        assert found.opening is Opening.UNKNOWN or parse(text) is not None
        assert found.until is None or (found.opening is Opening.OPEN and found.until > at)
        assert found.opens is None or (found.opening is Opening.CLOSED and found.opens > at)
