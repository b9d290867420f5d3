"""Questions by words: in which applications something is found, and where in one of them."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace

from smes_panel.errors import UnknownName
from smes_panel.model.panel import Member
from smes_panel.model.search import Passage, passage, sought
from smes_panel.model.vacancy import Stage
from smes_panel.queries.access import Access
from smes_panel.queries.answers import Application, Hit

_KEY = re.compile(r"[Kk]-?[0-9]{1,9}")


class Searches(Access):
    """What a search finds. It never ranks: what is found stays in the order of the list."""

    def applications(
        self, search: str = "", *, texts: bool = False, reader: Member | None = None
    ) -> tuple[Application, ...]:
        """The applications in the order of their numbers; with `search`, those that it finds for `reader`. `texts` adds
        the documents' text.
        """
        return self._as_seen(self._told(self.found(search, reader), texts=texts), reader)

    def found(self, search: str, reader: Member | None = None) -> frozenset[str] | None:
        """The ids of the applications in which all that is sought is found, wherever in it; `None` where nothing is
        sought.

        Who it is from, its documents and the reader's own comments are searched; other opinions never. The key of an
        application finds it too.
        """
        found: frozenset[str] | None = None
        where = self._until_written(("indexed", reader), lambda: self._indexed(reader))
        for one in sought(search):
            # At every key, of up to some ten thousand rows, so in one go.
            rows = self._numbers("SELECT rowid FROM search WHERE search MATCH ?", one.match)
            some = frozenset(filter(None, map(where.get, rows)))
            found = some if found is None else found & some
            if not found:
                break
        if found and reader is not None and self.reads_blind(reader):
            found = self._found_blind(found, search, reader)
        if found is not None and _KEY.fullmatch(search.strip()):
            with suppress(UnknownName):
                return found | {self.application_id(search)}
        return found

    def _indexed(self, reader: Member | None) -> dict[int, str]:
        """Of which application each row of the index is that the reader may see. Others are in no answer."""
        member = "" if reader is None else reader.id
        rows = self._tuples("SELECT row, application FROM indexed WHERE member IN ('', ?)", member)
        closed = self.closed_to(reader)
        return {row: one for row, one in rows if one not in closed}

    def hits(self, application: str, search: str, reader: Member | None = None) -> tuple[Hit, ...]:
        """Where in the application with this id something of what is sought is found, each place with its passage: who
        it is from, its documents in their order, the reader's own comments.
        """
        wanted = sought(search)
        if not wanted or application in self.closed_to(reader):
            return ()
        said: list[tuple[str, Hit]] = []
        nothing = Passage("", ())
        blind = self.reads_blind(reader)
        who = "SELECT name, email, phone, address, subject FROM application WHERE id = ?"
        for row in () if blind else self._all(who, application):
            said += ((text or "", Hit(name, nothing)) for name, text in row.items())
        for document in self.documents(application, texts=True, reader=reader):
            said.append((document.text, Hit("document", nothing, replace(document, text=""))))
        if reader is not None:
            for row in self._all(
                "SELECT stage, criterion, comment FROM draft WHERE application = ? AND member = ? "
                "ORDER BY stage DESC, criterion",
                application,
                reader.id,
            ):
                hit = Hit("comment", nothing, stage=Stage(row["stage"]), criterion=row["criterion"])
                said.append((row["comment"] or "", hit))
        found = ((passage(text, wanted), hit) for text, hit in said)
        return tuple(replace(hit, passage=line) for line, hit in found if line is not None)
