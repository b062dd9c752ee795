"""Telephone numbers for matching and for showing; numbers of tickets; codes of desks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operator_desk.domain.errors import UserError
from operator_desk.domain.numbers import (
    desk_code,
    masked,
    number_key,
    short_ticket_number,
    ticket_number,
)

MOBILES = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
LANDLINES = st.from_regex(r"0(10|2[0-9]|[3-9][0-9]{2})[2-8][0-9]{6,7}", fullmatch=True)
SHORT = st.from_regex(r"[1-9][0-9]{2,5}", fullmatch=True)
NUMBERS = st.one_of(MOBILES, LANDLINES, SHORT)
MARKS = st.lists(st.sampled_from([" ", "-", "/", "(", ")", ".", "·", "　", "\t"]), max_size=4)
DESKS = st.from_regex(r"[A-Z0-9]{2,6}", fullmatch=True)
DAYS = st.dates(date(1990, 1, 1), date(2999, 12, 31))


@given(NUMBERS, MARKS, st.randoms(use_true_random=False))
def test_marks_between_digits_do_not_matter(number: str, marks: list[str], random: object) -> None:
    spread = list(number)
    for mark in marks:
        spread.insert(random.randrange(len(spread) + 1), mark)  # type: ignore[attr-defined]
    assert number_key("".join(spread)) == number_key(number)


@given(MOBILES)
def test_a_mobile_number_is_one_line_however_it_was_dialled(number: str) -> None:
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in number)
    for said in (f"0{number}", f"+86{number}", f"0086 {number}", f"+86-0{number}", wide):
        assert number_key(said) == number


@given(LANDLINES)
def test_the_area_code_of_a_landline_stays(number: str) -> None:
    assert number_key(number) == number
    assert number_key(f"{number[:3]}-{number[3:]}") == number


@given(LANDLINES)
def test_a_landline_is_one_line_with_and_without_the_code_of_the_country(number: str) -> None:
    if not number.startswith(("0400", "0800")):
        for said in (f"+86 {number[1:]}", f"0086-{number[1:]}", f"+86 {number}"):
            assert number_key(said) == number


@pytest.mark.parametrize("number", ["4001234567", "8008201234", "12345", "95588", "110"])
def test_service_numbers_have_no_area(number: str) -> None:
    assert number_key(f"+86{number}") == number_key(number) == number


@given(NUMBERS)
def test_a_key_is_its_own_key(number: str) -> None:
    assert number_key(number_key(number)) == number_key(number)


@given(NUMBERS, NUMBERS)
def test_different_numbers_have_different_keys(one: str, other: str) -> None:
    assert (number_key(one) == number_key(other)) == (one.lstrip("0") == other.lstrip("0")) or (
        one.startswith("0") != other.startswith("0")
    )


@given(st.text(max_size=30))
def test_any_text_can_be_a_number(text: str) -> None:
    assert len(masked(text)) == len(number_key(text))


@given(NUMBERS)
def test_a_masked_number_shows_its_ends_only(number: str) -> None:
    key, shown = number_key(number), masked(number)
    assert len(shown) == len(key)
    assert all(mark in (digit, "*") for mark, digit in zip(shown, key, strict=True))
    hidden = shown.count("*")
    assert hidden >= min(4, len(key) - 4) or hidden == len(key)
    assert shown.replace("*", "") != key
    assert masked(f" {number} ") == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("13800002206", "138****2206"),
        ("+86 138 0000 2206", "138****2206"),
        ("0551-62881234", "055*****1234"),
        ("555-010-5574", "555****574"),
        ("010628812", "010****12"),
        ("62881234", "62****34"),
        ("6288123", "62***23"),
        ("12345", "12*45"),
        ("1234", "****"),
        ("", ""),
        (None, ""),
    ],
)
def test_masks(number: str | None, shown: str) -> None:
    assert masked(number) == shown


@given(DAYS, DESKS, st.integers(1, 99_999))
def test_a_ticket_number_says_day_desk_and_running_number(
    day: date, desk: str, running: int
) -> None:
    number = ticket_number(day, desk, running)
    written, code, last = number.split("-")
    assert date.fromisoformat(f"{written[:4]}-{written[4:6]}-{written[6:]}") == day
    assert (code, int(last)) == (desk, running)
    assert len(last) >= 4
    assert short_ticket_number(number) == f"{desk}-{last}"


@given(st.tuples(DAYS, st.integers(1, 9_999)), st.tuples(DAYS, st.integers(1, 9_999)))
def test_numbers_of_a_desk_are_in_the_order_of_day_and_running_number(
    one: tuple[date, int], other: tuple[date, int]
) -> None:
    first, second = (ticket_number(day, "A01", running) for day, running in (one, other))
    assert (first < second) == (one < other)


@given(DESKS)
def test_a_desk_has_two_to_six_capitals_and_digits(code: str) -> None:
    assert desk_code(code) == code


@pytest.mark.parametrize("code", ["", "A", "a01", "A-1", "A012345", "A01\n", "Ａ01", " A01", "A 1"])
def test_other_codes_are_refused(code: str) -> None:
    with pytest.raises(UserError, match="is no desk code"):
        desk_code(code)
