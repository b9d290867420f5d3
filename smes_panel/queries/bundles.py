"""Questions about bundles: mails in which several applications came together."""

from __future__ import annotations

import json
from collections.abc import Collection

from smes_panel.errors import UnknownName
from smes_panel.model.bundle import Bundle, BundleAnswer, Part
from smes_panel.queries.applications import Applications
from smes_panel.queries.rows import Row, instant


class Bundles(Applications):
    """The bundles, decided or not."""

    def bundles(self, *, waiting: bool = False) -> tuple[Bundle, ...]:
        """All bundles in the order in which they came, or only those that wait for a decision."""
        became = self._became()
        found = [self._bundle(row, became) for row in self._all("SELECT * FROM bundle ORDER BY received_at, id")]
        return tuple(one for one in found if not waiting or one.answer is None)

    def bundle(self, handle: str) -> Bundle:
        """The bundle of this id, or whose id begins so. Raises UnknownName."""
        wanted = handle.strip().casefold()
        found = [one for one in self.bundles() if len(wanted) >= 4 and one.id.startswith(wanted)]
        if len(found) != 1:
            raise UnknownName(f"There is no mail of several applications {handle[:40]}; `bundles` lists them.")
        return found[0]

    def bundle_message(self, bundle: str) -> tuple[str, str, bytes]:
        """The mail itself, by the id of its bundle: where it came from, its media type and its bytes as received."""
        row = self._first(
            "SELECT document.id, media_type, source FROM document JOIN bundle ON bundle.id = application "
            "WHERE application = ?",
            bundle,
        )
        if row is None:
            raise UnknownName("This mail is not in the dossier any more. Nothing was changed.")
        return row["source"] or "", row["media_type"] or "", self.document_bytes(bundle, row["id"])

    def came_in(self, applications: Collection[str]) -> frozenset[str]:
        """The ids of the bundles that these applications (by id) came in."""
        rows = self._tuples("SELECT id, bundle FROM application WHERE bundle IS NOT NULL")
        return frozenset(bundle for one, bundle in rows if one in applications and bundle)

    def _became(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        keys = self.keys()
        for one, bundle in self._tuples("SELECT id, bundle FROM application WHERE bundle IS NOT NULL"):
            if one in keys:
                found.setdefault(bundle, []).append(keys[one])
        return found

    def _bundle(self, row: Row, became: dict[str, list[str]]) -> Bundle:
        answer = row["answer"]
        return Bundle(
            id=row["id"],
            sender=row["sender"] or "",
            subject=row["subject"] or "",
            received_at=instant(row["received_at"]),
            parts=_parts(row["parts"]),
            answer=BundleAnswer(answer) if answer in set(BundleAnswer) else None,
            applications=tuple(sorted(became.get(row["id"], []), key=lambda key: (len(key), key))),
        )


def _parts(text: str | None) -> tuple[Part, ...]:
    """The parts as they were listed; none where another laptop wrote what cannot be read."""
    try:
        return tuple(
            Part(str(one["name"]), str(one["email"]), str(one["subject"]), tuple(map(str, one["documents"])))
            for one in json.loads(text or "[]")
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return ()
