"""From HTML to the plain text that the reader of postings understands: headings, bullets, paragraphs."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_SILENT = frozenset({"script", "style", "head", "nav", "template", "noscript", "svg", "select", "button"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "header", "footer", "main", "aside", "table", "tr", "ul", "ol", "dl", "dt", "dd"}
    | {"blockquote", "address", "figure", "form", "fieldset", "li", "hr", "body", "html", "pre"}
)
_LISTS = frozenset({"ul", "ol"})
_BOLD = frozenset({"b", "strong"})

LOOKS_LIKE_HTML = re.compile(
    r"<\s*/?\s*(?:html|body|div|ul|ol|li|h[1-6]|table|section|article)\b[^<>]*>", re.IGNORECASE
)


class _Plain(HTMLParser):
    """Collects lines: `# ` before a heading, `- ` before a list item, `**` around a block that is bold throughout."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._prefix = ""
        self._words: list[tuple[str, bool]] = []
        self._silent = 0
        self._bold = 0
        self._depth = 0

    def _close_block(self) -> None:
        text = " ".join("".join(words for words, _ in self._words).split())
        if text:
            bold = not self._prefix and all(is_bold for words, is_bold in self._words if words.strip(" :\u00a0\n\t"))
            self.lines.append(f"{self._prefix}**{text}**" if bold else self._prefix + text)
            self._prefix = ""
        self._words.clear()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the parser's signature
        if tag in _SILENT:
            self._silent += 1
        elif tag in _HEADINGS:
            self._close_block()
            self.lines.append("")
            self._prefix = "#" * int(tag[1]) + " "
        elif tag == "br":
            self._close_block()
        elif tag in _BLOCKS:
            self._close_block()
            self._depth += tag in _LISTS
            if tag == "li":
                self._prefix = "  " * max(0, self._depth - 1) + "- "
            elif tag in ("p", "ul", "ol", "table") and not self._prefix:
                self.lines.append("")
        elif tag in _BOLD:
            self._bold += 1
        elif tag in ("td", "th"):
            self._words.append((" ", False))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _HEADINGS or tag in _BLOCKS:
            self._close_block()
            self._prefix = ""
            if tag in _LISTS:
                self._depth = max(0, self._depth - 1)
            if tag in _HEADINGS or tag in ("p", "ul", "ol", "table"):
                self.lines.append("")
        elif tag in _BOLD:
            self._bold = max(0, self._bold - 1)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append((data, self._bold > 0))

    def close(self) -> None:
        super().close()
        self._close_block()


def plain_from_html(html: str) -> str:
    """The text of an HTML page, one line a block; scripts, styles and menus left out. Reads nothing outside."""
    plain = _Plain()
    plain.feed(html)
    plain.close()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(plain.lines)).strip() + "\n"
