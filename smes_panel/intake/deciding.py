"""A bundle read anew once a person has decided what it is: the mail that was kept gives the same parts again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from smes_panel.errors import BadInput
from smes_panel.gestures.bundles import DecideBundle
from smes_panel.intake import mail
from smes_panel.intake.bundles import answered
from smes_panel.intake.extraction import OUTLOOK, Reader
from smes_panel.model.bundle import Bundle, BundleAnswer, IncomingBundle, Part


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a bundle, to be read anew: its id, where it came from, its bytes, the parts that were shown."""

    bundle: str
    source: str
    media_type: str
    content: bytes
    parts: tuple[Part, ...] = ()


class Asked(Protocol):
    """What is asked of the dossier for it."""

    def bundle(self, handle: str) -> Bundle: ...

    def bundle_message(self, bundle: str) -> tuple[str, str, bytes]: ...


def kept(read: Asked, handle: str) -> Kept:
    """The bundle of this id, or whose id begins so, with its mail. Raises UnknownName."""
    bundle = read.bundle(handle)
    source, form, content = read.bundle_message(bundle.id)
    return Kept(bundle.id, source, form, content, bundle.parts)


def decision(what: Kept, answer: BundleAnswer, chosen: Collection[int], reader: Reader) -> DecideBundle:
    """The gesture that settles it; `chosen` are the places, from 0, of the parts that are applications (all if none).

    Meets no dossier, so that it may run beside the window. Raises BadInput where some parts were chosen and this
    version of the program takes the mail apart otherwise than the one that showed them.
    """
    if answer is BundleAnswer.NONE:
        return DecideBundle(what.bundle, answer)
    read = mail.read_outlook if what.media_type == OUTLOOK else mail.read_mail
    found = read(what.content, what.source, reader)
    parts = found.listed() if isinstance(found, IncomingBundle) else ()
    if answer is BundleAnswer.EACH and chosen and parts != what.parts:
        raise BadInput("The parts of this mail are read otherwise now than they were shown. Nothing was changed.")
    if isinstance(found, IncomingBundle):
        return DecideBundle(what.bundle, answer, answered(found, answer, chosen))
    return DecideBundle(what.bundle, answer, (found,))
