"""Passwords of mailboxes in the keyring of the system, for those who want it and where there is one that works."""

from __future__ import annotations

import logging
from typing import Any, Protocol

_SERVICE = "Smes Panel"
_ANY_GOOD = 1
"""The library's own mark, from which on a backend is one that it recommends: none that writes in the clear."""

_log = logging.getLogger(__name__)


class Kept(Protocol):
    """What a password is kept for, under its address."""

    def url(self) -> str: ...


def works() -> bool:
    """Whether this system has a keyring that keeps what it is given. May wait for another program."""
    return _keyring() is not None


def recalled(account: Kept) -> str | None:
    """The password that was remembered for this mailbox; None where there is none, or no keyring."""
    found = _asked("get_password", account)
    return found if isinstance(found, str) and found else None


def remember(account: Kept, password: str) -> bool:
    """Have the system keep a password; False where it does not."""
    return _asked("set_password", account, password) is not None


def forget(account: Kept) -> None:
    """Have the system forget a password, if it knows one."""
    if recalled(account) is not None:
        _asked("delete_password", account)


def _asked(question: str, account: Kept, *more: str) -> object:
    keyring = _keyring()
    if keyring is None:
        return None
    try:
        answer = getattr(keyring, question)(_SERVICE, account.url(), *more)
    except Exception as error:  # noqa: BLE001  # a backend may raise anything: its sort is all that is worth telling
        _log.debug("the system keyring failed: %s", type(error).__name__)
        return None
    return True if answer is None and question != "get_password" else answer


def _keyring() -> Any:  # the library gives backends no common type that mypy knows
    try:
        import keyring

        backend = keyring.get_keyring()
        good = float(backend.priority) >= _ANY_GOOD
    except Exception as error:  # noqa: BLE001  # a missing service, bus or module is simply no keyring
        _log.debug("there is no system keyring: %s", type(error).__name__)
        return None
    return backend if good else None
