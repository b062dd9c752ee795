"""`staff`: accounts, roles, passwords."""

from __future__ import annotations

from tests.commands.desk import Desk


def _add(desk: Desk, login: str, *roles: str, password: str = "secret-99") -> None:
    words = [word for role in roles for word in ("--role", role)]
    desk.ok("staff", "add", login, "--name", "林晓", *words, typed=f"{password}\n")


def test_an_account_is_added_and_listed(desk: Desk) -> None:
    _add(desk, "lin", "operator", "lead")
    assert desk.ok("--json", "staff", "list").rows == [
        {
            "login": "lin",
            "name": "林晓",
            "roles": ["lead", "operator"],
            "unit": None,
            "disabled": False,
        }
    ]


def test_bad_accounts_are_refused(desk: Desk) -> None:
    _add(desk, "lin", "operator")
    add = ("staff", "add")
    rest = ("--name", "L", "--role")
    assert "taken" in desk.refused(*add, "lin", *rest, "lead", typed="secret-99\n")
    assert "8 characters" in desk.refused(*add, "wu", *rest, "lead", typed="short\n")
    assert "no role" in desk.refused(*add, "wu", *rest, "king", typed="secret-99\n")
    assert "No password" in desk.refused(*add, "wu", *rest, "lead")
    unit = ("--unit", "X9")
    assert "no unit X9" in desk.refused(*add, "wu", *rest, "unit", *unit, typed="secret-99\n")
    assert len(desk.ok("--json", "staff", "list").rows) == 1


def test_the_user_option_checks_password_and_role(desk: Desk) -> None:
    _add(desk, "chief", "admin")
    _add(desk, "lin", "operator")
    desk.ok("--user", "chief", "staff", "disable", "lin", password="secret-99")
    assert desk.ok("--json", "staff", "list").rows[1]["disabled"] is True
    line = desk.refused("--user", "chief", "staff", "list", password="wrong-99")
    assert line == "Login or password is wrong."
    line = desk.refused("--user", "lin", "staff", "list", password="secret-99")
    assert line == "Login or password is wrong."


def test_an_operator_may_not_change_accounts(desk: Desk) -> None:
    _add(desk, "lin", "operator")
    line = desk.refused("--user", "lin", "staff", "disable", "lin", password="secret-99")
    assert line == "lin may not do this; it needs the role admin."


def test_wrong_passwords_are_rate_limited(desk: Desk) -> None:
    _add(desk, "lin", "operator")
    for _ in range(5):
        desk.refused("--user", "lin", "staff", "list", password="wrong-99")
    line = desk.refused("--user", "lin", "staff", "list", password="secret-99")
    assert line.startswith("Too many wrong passwords for lin.")


def test_a_new_password_replaces_the_old_one(desk: Desk) -> None:
    _add(desk, "lin", "admin")
    desk.ok("staff", "password", "lin", typed="better-99\n")
    desk.ok("--user", "lin", "staff", "list", password="better-99")
    old = desk.refused("--user", "lin", "staff", "list", password="secret-99")
    # Who signs in by the environment gives the new password on standard input.
    words = ("--user", "lin", "staff", "password", "lin")
    desk.ok(*words, typed="newest-99\n", password="better-99")
    listed = desk.ok("--user", "lin", "staff", "list", typed="newest-99\n")
    assert "lin" in listed.out
    assert desk.refused("--user", "lin", "staff", "list", password="better-99") == old
    assert "password" in old


def test_unknown_accounts_are_named(desk: Desk) -> None:
    assert desk.refused("staff", "disable", "nobody") == "There is no account nobody."
