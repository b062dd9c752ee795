"""Deadlines worked out by hand from the regulations and the State Council's yearly notices.

Nothing here was computed by the program: each date was counted on a printed calendar. Days off
and moved working days (调休) that matter:

2024: 10–17 Feb off, 4 and 18 Feb worked; 4–6 Apr off, 7 Apr worked; 1–5 May off, 28 Apr and
11 May worked; 10 Jun off; 15–17 Sep off, 14 Sep worked; 1–7 Oct off, 29 Sep and 12 Oct worked.
2025: 1 Jan off; 28 Jan–4 Feb off, 26 Jan and 8 Feb worked; 4–6 Apr off; 1–5 May off, 27 Apr
worked; 31 May–2 Jun off; 1–8 Oct off, 28 Sep and 11 Oct worked.
2026: 1–3 Jan off, 4 Jan worked; 15–23 Feb off, 14 and 28 Feb worked; 4–6 Apr off; 1–5 May off,
9 May worked; 19–21 Jun off; 25–27 Sep off; 1–7 Oct off, 20 Sep and 10 Oct worked.
"""

from __future__ import annotations

from dataclasses import dataclass

TANGSHAN, BAODING = "tangshan-12345", "baoding-12345"
JINAN, WEIFANG = "jinan-12345", "weifang-12345"
NO_RULE, NO_2027, PAUSED = "no rule in force", "2027 not known", "stands still"


@dataclass(frozen=True, slots=True)
class Case:
    """One deadline; local times, `24:00` for the end of a day. `due` may be one of the outcomes.

    `pauses`: (from, to or None); `more`: extensions (granted, working days or instant).
    """

    profile: str
    what: str
    begin: str
    due: str
    kind: str = "complaint"
    urgency: str = "normal"
    level: str | None = None
    pauses: tuple[tuple[str, str | None], ...] = ()
    more: tuple[tuple[str, int | str], ...] = ()
    given: str = ""  # an instant that was named with the dispatch


def tangshan(what: str, begin: str, due: str, **given: object) -> Case:
    """In force from 2026-01-01 (article 51)."""
    return Case(TANGSHAN, what, begin, due, **given)  # type: ignore[arg-type]


def baoding(what: str, begin: str, due: str, **given: object) -> Case:
    """In force from 2022-11-01 (article 43)."""
    return Case(BAODING, what, begin, due, **given)  # type: ignore[arg-type]


def jinan(begin: str, due: str, what: str = "caller", **given: object) -> Case:
    """Five working days (article 24), in force from 2018-09-01 (article 44)."""
    return Case(JINAN, what, begin, due, **given)  # type: ignore[arg-type]


def weifang(begin: str, due: str, what: str = "caller", **given: object) -> Case:
    """Five working days (article 20), in force from 2021-12-15 (article 41)."""
    return Case(WEIFANG, what, begin, due, **given)  # type: ignore[arg-type]


CASES = (
    # -- Tangshan, article 23 § 2: signed within one working day -------------------------------
    tangshan("sign", "2026-03-02 09:00", "2026-03-03 24:00"),  # Mon → Tue
    tangshan("sign", "2026-03-06 17:00", "2026-03-09 24:00"),  # Fri → Mon
    tangshan("sign", "2026-03-07 10:00", "2026-03-09 24:00"),  # Sat → Mon
    tangshan("sign", "2026-03-08 23:59", "2026-03-09 24:00"),  # the last minute of a Sunday
    tangshan("sign", "2026-03-09 00:00", "2026-03-10 24:00"),  # the first instant of a Monday
    tangshan("sign", "2026-02-13 16:00", "2026-02-14 24:00"),  # Fri → Sat 14 Feb is worked
    tangshan("sign", "2026-02-14 11:00", "2026-02-24 24:00"),  # over Spring Festival
    tangshan("sign", "2026-02-18 08:00", "2026-02-24 24:00"),  # dispatched on a day off
    tangshan("sign", "2026-01-01 09:00", "2026-01-04 24:00"),  # Sun 4 Jan is worked
    # -- Tangshan, article 23 § 3: returned within one working day, complex matters three -------
    tangshan("return", "2026-02-27 10:00", "2026-02-28 24:00"),  # Sat 28 Feb is worked
    tangshan("return", "2026-04-03 10:00", "2026-04-07 24:00"),  # Fri, 4–6 Apr off
    tangshan("return_complex", "2026-02-26 10:00", "2026-03-02 24:00"),  # 27, 28, Mon 2
    tangshan("return_complex", "2026-09-30 10:00", "2026-10-10 24:00"),  # 8, 9, Sat 10 Oct
    # -- Tangshan, articles 20 and 32: dispatched within two hours -----------------------------
    tangshan("dispatch", "2026-01-01 23:30", "2026-01-02 01:30"),  # hours run on days off
    tangshan("dispatch", "2026-02-28 23:59", "2026-03-01 01:59"),
    tangshan("dispatch", "2025-12-31 23:59", NO_RULE),
    tangshan("dispatch", "2026-12-31 23:00", "2027-01-01 01:00"),  # hours need no calendar
    # -- Tangshan, article 24 § 1: inquiries two working days after dispatch --------------------
    tangshan("holder", "2026-03-02 09:00", "2026-03-04 24:00", kind="inquiry"),
    tangshan("holder", "2026-04-02 15:00", "2026-04-07 24:00", kind="inquiry"),  # Fri 3, Tue 7
    tangshan("holder", "2026-12-29 10:00", "2026-12-31 24:00", kind="inquiry"),
    tangshan("holder", "2026-12-30 10:00", NO_2027, kind="inquiry"),
    # -- Tangshan, article 24 § 1: everything else five -----------------------------------------
    tangshan("holder", "2026-02-12 15:30", "2026-02-26 24:00"),  # 13, 14 | 24, 25, 26
    tangshan("holder", "2026-04-27 09:00", "2026-05-07 24:00", kind="request"),  # 28–30 | 6, 7
    tangshan("holder", "2026-05-06 00:00", "2026-05-12 24:00", kind="report"),  # 7, 8, Sat 9
    tangshan("holder", "2026-06-17 18:00", "2026-06-25 24:00", kind="suggestion"),  # 18 | 22–25
    tangshan("holder", "2026-09-18 09:00", "2026-09-24 24:00"),  # Sun 20 is worked, 21–24
    tangshan("holder", "2026-09-21 09:00", "2026-09-29 24:00"),  # 22–24 | 28, 29
    tangshan("holder", "2026-09-30 23:59", "2026-10-13 24:00"),  # 8, 9, Sat 10, 12, 13
    tangshan("holder", "2026-10-02 12:00", "2026-10-13 24:00"),  # begun on a day off
    tangshan("holder", "2026-01-01 10:00", "2026-01-08 24:00"),  # Sun 4, 5–8
    tangshan("holder", "2025-12-31 10:00", NO_RULE),
    tangshan("caller", "2026-03-13 09:00", "2026-03-20 24:00"),
    # a time that was named with the dispatch (article 24 § 1, last clause)
    tangshan("holder", "2026-03-02 09:00", "2026-03-04 12:00", given="2026-03-04 12:00"),
    # -- Tangshan, article 32: enterprises on slow or idle conduct, 24 hours --------------------
    tangshan("holder", "2026-03-06 16:20", "2026-03-07 16:20", level="conduct"),
    tangshan("caller", "2026-02-28 10:00", "2026-03-01 10:00", level="conduct"),
    # -- Tangshan, article 26: suspended ---------------------------------------------------------
    tangshan(  # Wed to Fri stood still: Tue 3 | 9–12
        "holder", "2026-03-02 09:00", "2026-03-12 24:00",
        pauses=(("2026-03-04 10:00", "2026-03-06 15:00"),),
    ),
    tangshan(  # one afternoon: that day is not a whole one
        "holder", "2026-03-02 09:00", "2026-03-10 24:00",
        pauses=(("2026-03-04 14:00", "2026-03-04 16:00"),),
    ),
    tangshan(  # on days off nothing is lost
        "holder", "2026-03-02 09:00", "2026-03-09 24:00",
        pauses=(("2026-03-07 00:00", "2026-03-09 00:00"),),
    ),
    tangshan(  # from the evening of the last day
        "holder", "2026-03-02 09:00", "2026-03-11 24:00",
        pauses=(("2026-03-09 20:00", "2026-03-10 08:00"),),
    ),
    tangshan(  # the day of the start is not counted anyway
        "holder", "2026-03-02 09:00", "2026-03-09 24:00",
        pauses=(("2026-03-02 10:00", "2026-03-02 12:00"),),
    ),
    tangshan("holder", "2026-03-02 09:00", PAUSED, pauses=(("2026-03-04 10:00", None),)),
    tangshan(  # begun when the limit was over
        "holder", "2026-03-02 09:00", "2026-03-09 24:00", pauses=(("2026-03-10 00:00", None),),
    ),
    tangshan(  # two that lie over each other, the later one first
        "holder", "2026-03-02 09:00", "2026-03-12 24:00",
        pauses=(
            ("2026-03-05 10:00", "2026-03-06 09:00"),
            ("2026-03-04 09:00", "2026-03-05 12:00"),
        ),
    ),
    tangshan(  # 24 hours that stood still for 14
        "holder", "2026-03-06 16:00", "2026-03-08 06:00", level="conduct",
        pauses=(("2026-03-06 20:00", "2026-03-07 10:00"),),
    ),
    tangshan(  # over Spring Festival: 10–12 | 25, 26
        "holder", "2026-02-09 09:00", "2026-02-26 24:00",
        pauses=(("2026-02-13 09:00", "2026-02-24 09:00"),),
    ),
    # -- Tangshan, article 24 § 2: extended -----------------------------------------------------
    tangshan(  # 10–13, 16
        "holder", "2026-03-02 09:00", "2026-03-16 24:00", more=(("2026-03-09 09:00", 5),),
    ),
    tangshan(
        "holder", "2026-03-02 09:00", "2026-03-20 18:00",
        more=(("2026-03-09 09:00", "2026-03-20 18:00"),),
    ),
    tangshan(  # an extension never shortens
        "holder", "2026-03-02 09:00", "2026-03-09 24:00",
        more=(("2026-03-03 09:00", "2026-03-05 12:00"),),
    ),
    tangshan(  # extended by two and paused on Tue 10: 3–6, 9 | 11, 12
        "holder", "2026-03-02 09:00", "2026-03-12 24:00",
        pauses=(("2026-03-10 09:00", "2026-03-10 17:00"),), more=(("2026-03-09 09:00", 2),),
    ),
    # -- Baoding, article 19 (2): four levels ----------------------------------------------------
    baoding("holder", "2024-02-09 23:00", "2024-02-10 01:00", level="hours_2"),
    baoding("holder", "2024-02-28 12:00", "2024-02-29 12:00", level="hours_24"),  # leap day
    baoding("holder", "2023-02-28 12:00", "2023-03-01 12:00", level="hours_24"),
    baoding("holder", "2024-02-29 18:00", "2024-03-01 18:00", level="hours_24"),
    baoding("holder", "2024-02-07 10:00", "2024-02-18 24:00", level="days_3"),  # 8, 9 | Sun 18
    baoding("holder", "2024-02-02 10:00", "2024-02-06 24:00", level="days_3"),  # Sun 4, 5, 6
    baoding("holder", "2024-05-09 10:00", "2024-05-13 24:00", level="days_3"),  # 10, Sat 11, 13
    baoding("holder", "2024-06-06 10:00", "2024-06-12 24:00", level="days_3"),  # 7 | 11, 12
    baoding("holder", "2024-09-27 10:00", "2024-10-08 24:00", level="days_3"),  # Sun 29, 30 | 8
    baoding("holder", "2022-11-01 00:00", "2022-11-04 24:00", level="days_3"),  # the first day
    baoding("holder", "2022-10-31 23:00", NO_RULE, level="days_3"),
    baoding("holder", "2024-02-28 09:00", "2024-03-06 24:00", level="days_5"),  # 29 Feb is worked
    baoding("holder", "2024-04-02 09:00", "2024-04-10 24:00", level="days_5"),  # 3 | Sun 7, 8–10
    baoding("holder", "2024-04-26 09:00", "2024-05-07 24:00", level="days_5"),  # 28–30 | 6, 7
    baoding("holder", "2024-10-08 09:00", "2024-10-14 24:00", level="days_5"),  # 9–11, Sat 12, 14
    # without a level yet: by urgency (the same article: 轻重缓急程度)
    baoding("caller", "2025-10-01 00:30", "2025-10-01 02:30", urgency="emergency"),
    baoding("caller", "2025-10-05 08:00", "2025-10-06 08:00", urgency="urgent"),
    baoding("caller", "2025-09-30 10:00", "2025-10-14 24:00"),  # 9, 10, Sat 11, 13, 14
    # -- Baoding, article 19 (3): extended by five working days at most ----------------------------
    baoding(  # 10–13, Sat 14 | 18–20, 23, 24
        "holder", "2024-09-09 09:00", "2024-09-24 24:00", level="days_5",
        more=(("2024-09-13 09:00", 5),),
    ),
    baoding(  # 24 hours, ended on Tue 4 at 10:00; then 5–7, 10, 11
        "holder", "2025-03-03 10:00", "2025-03-11 24:00", level="hours_24",
        more=(("2025-03-03 15:00", 5),),
    ),
    # -- Jinan, article 24 -------------------------------------------------------------------------
    jinan("2025-01-24 09:00", "2025-02-07 24:00"),  # Sun 26, 27 | 5–7
    jinan("2025-02-06 09:00", "2025-02-12 24:00"),  # 7, Sat 8, 10–12
    jinan("2025-04-02 09:00", "2025-04-10 24:00"),  # 3 | 7–10
    jinan("2025-04-25 09:00", "2025-05-06 24:00"),  # Sun 27, 28–30 | 6
    jinan("2025-05-28 09:00", "2025-06-05 24:00", kind="inquiry"),  # 29, 30 | 3–5
    jinan("2025-09-26 09:00", "2025-10-10 24:00"),  # Sun 28, 29, 30 | 9, 10
    jinan("2024-12-30 09:00", "2025-01-07 24:00"),  # 31 | 2, 3, 6, 7: from year to year
    jinan("2025-12-29 09:00", "2026-01-06 24:00"),  # 30, 31 | Sun 4, 5, 6
    jinan("2024-12-26 09:00", "2025-01-03 24:00", what="holder"),  # 27, 30, 31 | 2, 3
    jinan("2018-09-03 09:00", "2018-09-10 24:00"),
    jinan("2018-08-31 09:00", NO_RULE),
    # -- Weifang, article 20 -----------------------------------------------------------------------
    weifang("2021-12-15 10:00", "2021-12-22 24:00"),
    weifang("2021-12-14 10:00", NO_RULE),
    weifang("2024-02-03 09:00", "2024-02-08 24:00"),  # Sat; Sun 4 is the first day
    weifang("2024-02-04 09:00", "2024-02-09 24:00"),  # begun on a moved working day
    weifang("2024-02-09 09:00", "2024-02-22 24:00"),  # Sun 18, 19–22
    weifang("2024-09-13 09:00", "2024-09-23 24:00", what="holder"),  # Sat 14 | 18–20, 23
    weifang("2026-12-22 09:00", "2026-12-29 24:00"),
    weifang("2026-12-25 09:00", NO_2027),
)  # fmt: skip
