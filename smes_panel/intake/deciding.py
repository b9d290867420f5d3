"""A bundle read anew once a person has decided what it is: the mail that was kept gives the same parts again."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from smes_panel.gestures.bundles import DecideBundle
from smes_panel.intake import mail
from smes_panel.intake.bundles import answered
from smes_panel.intake.extraction import OUTLOOK, Reader
from smes_panel.model.bundle import Bundle, BundleAnswer, IncomingBundle


class Asked(Protocol):
    """What is asked of the dossier for it."""

    def bundle(self, handle: str) -> Bundle: ...

    def bundle_message(self, bundle: str) -> tuple[str, str, bytes]: ...


def kept(read: Asked, handle: str) -> tuple[str, str, str, bytes]:
    """What is kept of a bundle, to be read anew: its id, its source, its media type and its bytes."""
    bundle = read.bundle(handle)
    name, form, content = read.bundle_message(bundle.id)
    return bundle.id, name, form, content


def decision(
    what: tuple[str, str, str, bytes], answer: BundleAnswer, chosen: Collection[int], reader: Reader
) -> DecideBundle:
    """The gesture that settles it; `chosen` are the places, from 0, of the parts that are applications (all if none).

    Meets no dossier, so that it may run beside the window.
    """
    one, source, form, content = what
    if answer is BundleAnswer.NONE:
        return DecideBundle(one, answer)
    read = mail.read_outlook if form == OUTLOOK else mail.read_mail
    found = read(content, source, reader)
    if isinstance(found, IncomingBundle):
        return DecideBundle(one, answer, answered(found, answer, chosen))
    return DecideBundle(one, answer, (found,))
