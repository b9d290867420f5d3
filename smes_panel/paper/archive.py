"""What makes a PDF one that is still readable in thirty years (PDF/A-2b, ISO 19005-2): what it says of itself in XMP,
and the colours it means.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFStream, PDFString

from smes_panel.paths import resources

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>B</pdfaid:conformance>
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreatorTool>{creator}</xmp:CreatorTool>
   <xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate>
   <xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
   <xmp:MetadataDate>{day}T00:00:00Z</xmp:MetadataDate>
   <pdf:Producer>{creator}</pdf:Producer>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def archived(document: PDFDocument, said: Mapping[str, str], day: date) -> None:
    """Makes a document of reportlab's one for archives; `said` is its title, author, subject, language and creator.

    The same facts stand in the document's information dictionary: PDF/A wants the two to agree (ISO 19005-2, 6.6.3).
    """
    catalog: Any = document.Catalog
    packet = _PACKET.format(day=day.isoformat(), **{name: escape(_xml(text)) for name, text in said.items()})
    metadata = PDFStream(
        PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}), packet.encode(), filters=[]
    )
    catalog.Metadata = metadata
    catalog.OutputIntents = PDFArray([_intent(document)])
    # reportlab's catalogue knows no output intents; what it writes is a list of its own.
    catalog.__NoDefault__ = [*type(catalog).__NoDefault__, "OutputIntents"]
    catalog.__Refs__ = catalog.__NoDefault__


def _intent(document: PDFDocument) -> PDFDictionary:
    """Every colour of the house is meant as sRGB (ISO 19005-2, 6.2.3)."""
    name = PDFString("sRGB IEC61966-2.1")
    profile = PDFStream(PDFDictionary({"N": 3}), _profile(), filters=[])
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": name,
            "RegistryName": PDFString("http://www.color.org"),
            "Info": name,
            "DestOutputProfile": document.Reference(profile),
        }
    )


@cache
def _profile() -> bytes:
    return (resources() / "colour" / "sRGB.icc").read_bytes()


def _xml(text: str) -> str:
    """Without the signs that no XML can hold."""
    return "".join(sign for sign in text if sign >= " " and sign not in "\ufffe\uffff")
