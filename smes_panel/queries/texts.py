"""Questions about the texts of letters that were written in this dossier, in place of the house's."""

from __future__ import annotations

from datetime import datetime

from smes_panel.model.decision import LetterKind
from smes_panel.model.words import Language
from smes_panel.queries.answers import Written
from smes_panel.queries.applications import Applications
from smes_panel.queries.rows import Row


class Texts(Applications):
    """The templates of this dossier, and the letters that were edited alone. What is not there is the house's."""

    def templates(self) -> dict[tuple[LetterKind, Language], Written]:
        """The texts that all letters of a kind in a language are made from, where they are not the house's."""
        return {
            (LetterKind(row["kind"]), Language(row["language"])): _written(row)
            for row in self._all("SELECT * FROM template ORDER BY kind, language")
            if row["text"]
        }

    def own_texts(self) -> dict[tuple[str, LetterKind, Language], Written]:
        """The texts of single letters, by application id."""
        keys = self.keys()
        return {
            (row["application"], LetterKind(row["kind"]), Language(row["language"])): _written(row)
            for row in self._all("SELECT * FROM own_text ORDER BY application, kind, language")
            if row["text"] and row["application"] in keys
        }


def _written(row: Row) -> Written:
    return Written(row["text"], datetime.fromisoformat(row["at"]))
