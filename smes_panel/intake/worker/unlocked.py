"""A document of an office program that is locked, opened with the password its author gave ([MS-OFFCRYPTO])."""

from __future__ import annotations

import io

from smes_panel.intake.worker.parts import Protected


def unlocked(content: bytes, password: str) -> bytes:
    """The document without its lock. Raises Protected where the password does not fit, else what damage provokes."""
    import msoffcrypto
    from msoffcrypto.exceptions import InvalidKeyError

    locked = msoffcrypto.OfficeFile(io.BytesIO(content))
    made = io.BytesIO()
    try:
        locked.load_key(password=password, verify_password=True)
        locked.decrypt(made)
    except InvalidKeyError as error:
        raise Protected from error
    return made.getvalue()
