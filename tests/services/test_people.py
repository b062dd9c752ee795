"""Accounts, roles, passwords and the limit of tries."""

from __future__ import annotations

import hashlib
from typing import Any
from uuid import UUID

import pytest

from operator_desk.domain import facts
from operator_desk.domain.errors import UserError
from operator_desk.domain.terms import Role
from operator_desk.services.people import Actor, machine_actor, matches, verifier
from tests.services.desk import Desk

GOOD, WRONG = "correct horse", "wrong horse!"
NO_ENTRY = "Login or password is wrong."


@pytest.fixture
def anna(desk: Desk) -> facts.StaffVersion:
    """An account with a password."""
    return desk.services.people.add(desk.anna, " anna ", "Anna", ["operator", "lead"], GOOD)


def sentence(desk: Desk, login: str, password: str) -> str:
    with pytest.raises(UserError) as caught:
        desk.services.people.sign_in(login, password)
    return str(caught.value)


def test_a_right_password_signs_in(desk: Desk, anna: facts.StaffVersion) -> None:
    actor = desk.services.people.sign_in("anna", GOOD)
    assert actor == Actor(anna.staff_id, "anna", "Anna", ("lead", "operator"))
    assert desk.services.people.all() == [anna]
    assert desk.services.people.names() == {anna.staff_id: "Anna"}


@pytest.mark.usefixtures("anna")
def test_unknown_login_and_wrong_password_give_the_same_sentence(desk: Desk) -> None:
    assert sentence(desk, "anna", WRONG) == sentence(desk, "nobody", WRONG) == NO_ENTRY


@pytest.mark.usefixtures("anna")
def test_an_account_without_password_cannot_sign_in(desk: Desk) -> None:
    desk.services.people.add(desk.anna, "ben", "Ben", ["operator"], None)
    assert sentence(desk, "ben", "") == NO_ENTRY


@pytest.mark.usefixtures("anna")
def test_every_login_costs_the_same_work(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Time would tell which logins exist."""
    hashed: list[Any] = []
    real = hashlib.scrypt

    def counting(password: bytes, **values: Any) -> bytes:
        hashed.append(values["n"])
        return real(password, **values)

    monkeypatch.setattr(hashlib, "scrypt", counting)
    sentence(desk, "anna", WRONG)
    known, hashed[:] = list(hashed), []
    sentence(desk, "nobody", WRONG)
    assert hashed == known == [1 << 14]


@pytest.mark.usefixtures("anna")
def test_a_disabled_account_gives_the_same_sentence(desk: Desk) -> None:
    desk.services.people.disable(desk.anna, "anna")
    assert sentence(desk, "anna", GOOD) == NO_ENTRY
    (row,) = desk.services.people.all()
    assert (row.login, row.disabled) == ("anna", True)


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize("login", ["anna", "nobody"])
def test_after_five_wrong_tries_a_login_rests(desk: Desk, login: str) -> None:
    for _ in range(5):
        assert sentence(desk, login, WRONG) == NO_ENTRY
    assert sentence(desk, login, GOOD).startswith(f"Too many wrong passwords for {login}.")
    desk.clock.skip(minutes=14)
    assert sentence(desk, login, GOOD).startswith("Too many wrong passwords")


@pytest.mark.usefixtures("anna")
def test_the_rest_ends_fifteen_minutes_after_the_first_try(desk: Desk) -> None:
    for _ in range(5):
        sentence(desk, "anna", WRONG)
    sentence(desk, "anna", GOOD)
    desk.clock.skip(minutes=15)
    assert desk.services.people.sign_in("anna", GOOD).login == "anna"


@pytest.mark.usefixtures("anna")
def test_the_rest_names_the_minutes_left(desk: Desk) -> None:
    sentence(desk, "anna", WRONG)
    desk.clock.skip(minutes=10)
    for _ in range(4):
        sentence(desk, "anna", WRONG)
    assert sentence(desk, "anna", WRONG).endswith("Try again in 5 minutes.")


@pytest.mark.usefixtures("anna")
def test_a_good_password_starts_the_count_anew(desk: Desk) -> None:
    for _ in range(4):
        sentence(desk, "anna", WRONG)
    desk.services.people.sign_in("anna", GOOD)
    for _ in range(5):
        assert sentence(desk, "anna", WRONG) == NO_ENTRY
    assert sentence(desk, "anna", WRONG).startswith("Too many")


@pytest.mark.usefixtures("anna")
def test_wrong_tries_of_one_login_leave_others_alone(desk: Desk) -> None:
    for _ in range(6):
        sentence(desk, "ben", WRONG)
    assert desk.services.people.sign_in("anna", GOOD).login == "anna"


@pytest.mark.usefixtures("anna")
def test_a_new_password_takes_the_place_of_the_old(desk: Desk) -> None:
    desk.services.people.set_password("anna", "another horse")
    assert sentence(desk, "anna", GOOD) == NO_ENTRY
    assert desk.services.people.sign_in("anna", "another horse").login == "anna"


@pytest.mark.parametrize(
    ("login", "name", "roles", "password", "words"),
    [
        ("anna", "Anna", ["operator"], GOOD, "is taken"),
        ("  ", "Ben", ["operator"], GOOD, "a login and a name"),
        ("ben", " ", ["operator"], GOOD, "a login and a name"),
        ("ben", "Ben", [], GOOD, "at least one role"),
        ("ben", "Ben", ["king"], GOOD, "king is no role"),
        ("ben", "Ben", ["operator"], "1234567", "at least 8 characters"),
    ],
)
@pytest.mark.usefixtures("anna")
def test_what_an_account_needs(
    desk: Desk, login: str, name: str, roles: list[str], password: str, words: str
) -> None:
    with pytest.raises(UserError, match=words):
        desk.services.people.add(desk.anna, login, name, roles, password)
    assert len(desk.services.people.all()) == 1


def test_unknown_accounts_are_named(desk: Desk) -> None:
    with pytest.raises(UserError, match="no account ben"):
        desk.services.people.set_password("ben", GOOD)
    with pytest.raises(UserError, match="no account ben"):
        desk.services.people.disable(desk.anna, "ben")


def test_a_verifier_is_salted_and_fits_its_password_only() -> None:
    kept = verifier(GOOD)
    assert kept != verifier(GOOD)
    assert kept.startswith("scrypt$14$8$1$")
    assert GOOD not in kept
    assert matches(GOOD, kept)
    assert not matches(WRONG, kept)
    assert not matches("", None)


def test_admin_may_everything_and_others_what_their_roles_say() -> None:
    lead = Actor(UUID(int=1), "l", "L", (Role.LEAD.value,))
    assert lead.may(Role.LEAD, Role.EDITOR)
    assert not lead.may(Role.EDITOR)
    assert machine_actor("root").may(Role.EDITOR)
    assert machine_actor("root") == machine_actor("root")
    assert machine_actor("root").staff_id != machine_actor("ann").staff_id


@pytest.mark.usefixtures("anna")
def test_a_store_that_is_only_read_knows_the_same_passwords(desk: Desk) -> None:
    people = desk.services.people
    assert people.known(" anna ", GOOD) == people.sign_in("anna", GOOD)
    with pytest.raises(UserError, match=NO_ENTRY):
        people.known("anna", WRONG)
    with pytest.raises(UserError, match=NO_ENTRY):
        people.known("nobody", GOOD)


@pytest.mark.usefixtures("anna")
def test_tries_while_reading_are_not_counted_but_the_others_are(desk: Desk) -> None:
    for _ in range(9):
        with pytest.raises(UserError, match=NO_ENTRY):
            desk.services.people.known("anna", WRONG)
    assert desk.services.people.sign_in("anna", GOOD).login == "anna"
    for _ in range(5):
        sentence(desk, "anna", WRONG)
    with pytest.raises(UserError, match="Too many"):
        desk.services.people.known("anna", GOOD)


@pytest.mark.parametrize("login", ["a b", "os:anna", "imported", "a\nb", "a\u3000b", "a\tb"])
def test_a_login_is_one_word_that_the_program_does_not_use(desk: Desk, login: str) -> None:
    with pytest.raises(UserError, match="cannot be a login"):
        desk.services.people.add(desk.anna, login, "Anna", ["operator"], GOOD)
    assert desk.services.people.all() == []


def test_a_password_may_be_any_text(desk: Desk) -> None:
    for number, password in enumerate(("密码密码密码密码", "  blanks  ", "\udcff" * 8, "x" * 5000)):
        desk.services.people.add(desk.anna, f"p{number}", "P", ["operator"], password)
        assert desk.services.people.sign_in(f"p{number}", password).login == f"p{number}"
        assert sentence(desk, f"p{number}", password + " ") == NO_ENTRY
