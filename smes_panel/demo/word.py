"""A CV as a word processor leaves it: the smallest DOCX that every one of them opens."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from smes_panel.demo.pages import HEADINGS
from smes_panel.demo.people import Applicant

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}" Target="word/document.xml"/></Relationships>'
)
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def cv_docx(person: Applicant) -> bytes:
    """The person's CV as DOCX; the same bytes each time."""
    profile, experience, studies, languages, skills, others = HEADINGS[person.language]
    lines = [
        _paragraph(person.name, size=20, bold=True),
        _paragraph(person.tagline, bold=True),
        *(_paragraph(line) for line in (person.street, person.town, person.phone, person.email) if line),
        _heading(profile),
        _paragraph(person.profile),
        _heading(experience),
    ]
    for post in person.posts:
        lines.append(_paragraph(f"{post.title}, {post.place}", post.years, bold=True))
        lines += [_paragraph(f"•\N{NO-BREAK SPACE}{line}") for line in post.lines]
    lines.append(_heading(studies))
    lines += [_paragraph(what, year) for what, year in person.studies]
    for title, said in ((languages, person.languages), (skills, person.skills), (others, person.others)):
        lines += [_heading(title), *(_paragraph(line) for line in said)]
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="0" w:footer="0" w:gutter="0"/>'
        "</w:sectPr>"
    )
    document = f'<w:document xmlns:w="{_WORDS}"><w:body>{"".join(lines)}{page}</w:body></w:document>'
    return _zipped({"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document})


def _heading(text: str) -> str:
    return _paragraph(text, size=13, bold=True, before=240)


def _paragraph(text: str, beside: str = "", *, size: int = 11, bold: bool = False, before: int = 0) -> str:
    """A paragraph; `beside` stands at the right edge, `before` is the room above in twentieths of a point."""
    weight = "<w:b/>" if bold else ""
    face = f'<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>{weight}<w:sz w:val="{2 * size}"/></w:rPr>'
    run = f'<w:r>{face}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    tabs = ""
    if beside:
        tabs = '<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>'
        run += f"<w:r>{face}<w:tab/><w:t>{escape(beside)}</w:t></w:r>"
    return f'<w:p><w:pPr>{tabs}<w:spacing w:before="{before}" w:after="60"/></w:pPr>{run}</w:p>'


def _zipped(parts: dict[str, str]) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as folder:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, (2022, 6, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # else the bytes would say on which system they were made
            folder.writestr(entry, _HEAD + part)
    return sink.getvalue()
