"""A picture of a document, from a telephone or a scanner, as the pages of a PDF: upright and no larger than needed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from typing import Any

PAGES = 100
LARGEST = 120_000_000
"""How many points a picture may say that it has before anything of it is unpacked."""

_SIDE = 3_000
_A4 = (595.0, 842.0)
_QUALITY = 88


def as_pdf(content: bytes) -> bytes:
    """The frames of a picture (PNG, JPEG, TIFF, HEIC, GIF, WebP, BMP), each as a page; at most `PAGES`.

    Raises what a damaged picture provokes, and ValueError for one that claims to be larger than `LARGEST` in all.
    """
    from PIL import Image, ImageSequence

    if content[4:8] == b"ftyp":
        from pillow_heif import register_heif_opener

        register_heif_opener()
    Image.MAX_IMAGE_PIXELS = None  # looked at here, before anything is unpacked
    with Image.open(io.BytesIO(content)) as picture:
        # What moves or has several looks is one page; a scanner's file is as many as were scanned.
        frames: Iterator[Any] = ImageSequence.Iterator(picture)
        pages = islice(frames, PAGES if picture.format == "TIFF" else 1)
        return _pdf([_page(frame) for frame in pages])


def _page(frame: Any) -> tuple[int, int, bool, bytes]:
    """Width, height, whether it is grey, and the picture as JPEG."""
    from PIL import Image, ImageOps

    width, height = frame.size
    if width * height > LARGEST or not width or not height:
        raise ValueError("a picture of that size is not opened")
    if frame.format == "JPEG":
        # Half or a quarter of it comes out of the file at once, which is faster and takes a fraction of the memory.
        frame.draft("RGB", (_SIDE, _SIDE))
    upright = ImageOps.exif_transpose(frame)
    upright.thumbnail((_SIDE, _SIDE), reducing_gap=2.0)
    grey = upright.mode in ("1", "L", "LA", "I", "I;16", "F")
    if upright.mode in ("LA", "RGBA", "PA") or "transparency" in upright.info:
        # What shows through is the paper.
        seen = upright.convert("RGBA")
        upright = Image.new("RGBA", seen.size, "white")
        upright.alpha_composite(seen)
    made = io.BytesIO()
    upright.convert("L" if grey else "RGB").save(made, "JPEG", quality=_QUALITY)
    return upright.width, upright.height, grey, made.getvalue()


def _pdf(pages: list[tuple[int, int, bool, bytes]]) -> bytes:
    """The pictures one to a page, each as large as fits on an A4 held as the picture is (ISO 32000-1, 7.5 and 8.9)."""
    parts: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{3 + 3 * n} 0 R' for n in range(len(pages)))}]>>".encode(),
    ]
    for number, (width, height, grey, jpeg) in enumerate(pages):
        across, down = _A4 if height >= width else _A4[::-1]
        scale = min(across / width, down / height)
        across, down, first = width * scale, height * scale, 3 + 3 * number
        drawn = f"{across:.2f} 0 0 {down:.2f} 0 0 cm /P Do".encode()
        space = "DeviceGray" if grey else "DeviceRGB"
        parts += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {across:.2f} {down:.2f}]/Contents {first + 1} 0 R"
            f"/Resources<</XObject<</P {first + 2} 0 R>>>>>>".encode(),
            b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
            f"<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/{space}/BitsPerComponent 8"
            f"/Filter/DCTDecode/Length {len(jpeg)}>>stream\n".encode()
            + jpeg
            + b"\nendstream",
        ]
    made, places = bytearray(b"%PDF-1.4\n"), list[int]()
    for number, part in enumerate(parts, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(made)
    listed = b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(parts) + 1, listed)
    made += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, start)
    return bytes(made)
