"""The names that strangers gave to their files, made fit to show and to write anywhere."""

from __future__ import annotations

import re
import unicodedata

NAME_LIMIT = 120
NAMELESS = "document"

_UNSHOWN = {"Cc", "Cf", "Cn", "Co", "Cs"}
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys('<>:"|?*', "_"))
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])\s*(?:\.|$)", re.IGNORECASE)
_ENDING = re.compile(r"\.[^.\s]{1,10}$")


def plain_line(text: str) -> str:
    """One line of text as a person may see it: no control, bidi or invisible characters, single spaces, NFC."""
    if text.isprintable():
        return " ".join(unicodedata.normalize("NFC", text).split())
    spaced = "".join(" " if char.isspace() or unicodedata.category(char)[0] == "Z" else char for char in text)
    shown = "".join(char for char in spaced if unicodedata.category(char) not in _UNSHOWN)
    return unicodedata.normalize("NFC", " ".join(shown.split()))


def plain_name(name: str) -> str:
    """A display name for a document: never a path or a device, at most 120 characters, never empty."""
    shown = plain_line(unicodedata.normalize("NFC", name))
    last = next((part for part in reversed(re.split(r"[/\\]", shown)) if part.strip(" .")), "")
    kept = last.translate(_NOT_IN_A_NAME).strip(" .")
    if _DEVICE.match(kept):
        kept = f"_{kept}"
    if len(kept) > NAME_LIMIT:
        found = _ENDING.search(kept)
        ending = found.group() if found else ""
        kept = kept[: NAME_LIMIT - len(ending)].strip(" .") + ending
    return unicodedata.normalize("NFC", kept) or NAMELESS
