"""Who acts: staff accounts, sign-in, roles."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import StaffVersion
from operator_desk.domain.ids import derived_id
from operator_desk.domain.terms import Role
from operator_desk.services.ports import Clock, Reader, Store

_COST = (14, 8, 1)  # scrypt: 2^14 rounds, block 8, lanes 1: about 16 MB and 40 ms
_WINDOW = timedelta(minutes=15)
_TRIES = 5
IMPORTED_LOGIN = "imported"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody signed in: staff id, login, name, roles, and the code of the unit, if of one."""

    staff_id: UUID
    login: str
    name: str
    roles: tuple[str, ...]
    unit: str | None = None

    @property
    def all_roles(self) -> frozenset[Role]:
        """The roles the actor acts in; admin acts in all."""
        known = frozenset(Role(role) for role in self.roles if role in set(Role))
        return frozenset(Role) if Role.ADMIN in known else known

    def may(self, *roles: Role) -> bool:
        """Whether the actor has one of these roles; admin has all."""
        return bool({Role.ADMIN, *roles} & set(self.roles))


def machine_actor(account: str) -> Actor:
    """The operating-system account acting without sign-in on a one-machine store."""
    return Actor(derived_id("os-account", account), f"os:{account}", account, (Role.ADMIN,))


class People:
    """Staff accounts of a store."""

    def __init__(self, store: Store, clock: Clock, new_id: Callable[[], UUID]) -> None:
        self._store, self._clock, self._new_id = store, clock, new_id

    def all(self) -> list[StaffVersion]:
        """Every member of staff as of now, by login."""
        with self._store.read() as tx:
            return sorted(_current(tx).values(), key=lambda row: row.login)

    def add(
        self,
        actor: Actor,
        login: str,
        name: str,
        roles: Iterable[str],
        password: str | None,
        unit: str | None = None,
    ) -> StaffVersion:
        """A new account. UserError: login taken, empty, or none (with blanks or `:`, `imported`);
        unknown role, weak password.
        """
        login = login.strip()
        kinds = tuple(sorted({_role(role) for role in roles}))
        if not login or not name.strip():
            raise UserError("An account needs a login and a name.")
        if not login.isprintable() or " " in login or login == IMPORTED_LOGIN or ":" in login:
            raise UserError("{login} cannot be a login.", login=login)
        if not kinds:
            raise UserError("An account needs at least one role.")
        if password is not None:
            _check_password(password)
        row = StaffVersion(
            id=self._new_id(),
            at=self._clock(),
            actor=actor.staff_id,
            staff_id=self._new_id(),
            login=login,
            name=name.strip(),
            roles=kinds,
            unit=unit,
        )
        with self._store.write() as tx:
            if any(one.login == login for one in _current(tx).values()):
                raise UserError("The login {login} is taken.", login=login)
            tx.add(row)
            if password is not None:
                tx.set_secret(row.staff_id, verifier(password), self._clock())
        return row

    def set_password(self, login: str, password: str) -> None:
        """A new password. UserError: unknown login, weak password."""
        _check_password(password)
        with self._store.write() as tx:
            row = _by_login(tx, login)
            tx.set_secret(row.staff_id, verifier(password), self._clock())

    def disable(self, actor: Actor, login: str) -> None:
        """The account can no longer sign in; its rows stay."""
        with self._store.write() as tx:
            row = _by_login(tx, login)
            tx.add(
                replace(
                    row, id=self._new_id(), at=self._clock(), actor=actor.staff_id, disabled=True
                )
            )

    def names(self) -> dict[UUID, str]:
        """The name of every member of staff that ever was."""
        with self._store.read() as tx:
            return {key: row.name for key, row in _current(tx).items()}

    def sign_in(self, login: str, password: str) -> Actor:
        """The actor of a right password. UserError: wrong, disabled, too many tries.

        After five wrong passwords within 15 minutes a login rests until the first is 15
        minutes old; the answer does not say whether the login exists.
        """
        login, now = login.strip(), self._clock()
        found = self._actor_of(login, password, now)
        with self._store.write() as tx:
            tx.add_attempt(self._new_id(), login, now, found is not None)
        if found is None:
            raise UserError("Login or password is wrong.")
        return found

    def known(self, login: str, password: str) -> Actor:
        """The actor of a right password, as `sign_in`, in a store that is only read.

        The try is not noted, so it does not count as one of the five.
        """
        found = self._actor_of(login.strip(), password, self._clock())
        if found is None:
            raise UserError("Login or password is wrong.")
        return found

    def _actor_of(self, login: str, password: str, now: datetime) -> Actor | None:
        with self._store.read() as tx:
            row = next((one for one in _current(tx).values() if one.login == login), None)
            kept = tx.secret(row.staff_id) if row else None
            failed = _failures(tx.attempts(login, now - _WINDOW))
        if len(failed) >= _TRIES:
            minutes = max(1, round((failed[0] + _WINDOW - now).total_seconds() / 60))
            raise UserError(
                "Too many wrong passwords for {login}. Try again in {minutes} minutes.",
                login=login,
                minutes=minutes,
            )
        if not matches(password, kept) or row is None or row.disabled:
            return None
        return Actor(row.staff_id, row.login, row.name, row.roles, row.unit)


def _failures(attempts: list[tuple[datetime, bool]]) -> list[datetime]:
    failed: list[datetime] = []
    for at, good in attempts:
        failed = [] if good else [*failed, at]
    return failed


def _current(tx: Reader) -> dict[UUID, StaffVersion]:
    return {row.staff_id: row for row in tx.find(StaffVersion)}


def _by_login(tx: Reader, login: str) -> StaffVersion:
    for row in _current(tx).values():
        if row.login == login:
            return row
    raise UserError("There is no account {login}.", login=login)


def _role(text: str) -> str:
    try:
        return Role(text).value
    except ValueError:
        raise UserError(
            "{role} is no role. Roles: {roles}.", role=text, roles=", ".join(Role)
        ) from None


def _check_password(password: str) -> None:
    if len(password) < 8:
        raise UserError("A password needs at least 8 characters.")


def verifier(password: str) -> str:
    """What is kept of a password: scrypt parameters, salt and hash as one text."""
    salt = os.urandom(16)
    return _verifier(salt, _hash(password, salt))


def _verifier(salt: bytes, hashed: bytes) -> str:
    return f"scrypt${_COST[0]}${_COST[1]}${_COST[2]}${_b64(salt)}${_b64(hashed)}"


def matches(password: str, kept: str | None) -> bool:
    """Whether a password fits a verifier; takes as long for an account without one."""
    parts = (kept or _NOBODY).split("$")
    salt, wanted = base64.b64decode(parts[4]), base64.b64decode(parts[5])
    same = hmac.compare_digest(_hash(password, salt, int(parts[1])), wanted)
    return same and kept is not None


def _hash(password: str, salt: bytes, rounds: int = _COST[0]) -> bytes:
    return hashlib.scrypt(
        password.encode("utf-8", "surrogatepass"),  # a password is bytes, of text or not
        salt=salt,
        n=1 << rounds,
        r=_COST[1],
        p=_COST[2],
        maxmem=64 * 1024 * 1024,
    )


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


_NOBODY = _verifier(bytes(16), bytes(64))  # fits no password, costs as much as any to try
