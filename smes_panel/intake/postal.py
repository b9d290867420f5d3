"""Postal addresses as people write them in Belgium, France, the Netherlands and Luxembourg."""

from __future__ import annotations

import re

_STREET = re.compile(
    r"\b(?:rue|avenue|av\.|ave|boulevard|b[ld]v?d?\.?|chauss[ée]e|ch[ée]e\.?|place|pl\.|square|quai|chemin|"
    r"clos|all[ée]e|dr[èe]ve"
    r"|impasse|route|sentier|galerie|cit[ée]|parvis|passage|cours|venelle|voie|esplanade|rond-point|faubourg|"
    r"mont[ée]e|r[ée]sidence)\b"
    r"|(?:straat|str\.|laan|weg|plein|dreef|steenweg|stwg|lei|kaai|baan|pad|hof|dijk|markt|singel|gracht|"
    r"park|veld|berg|wijk)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w+/])\d{1,4}(?:\s?(?:bis|ter|[a-zA-Z](?![\w])))?(?![\w]*@)(?=\s|,|$|/|-|\.)")
_POSTCODE = re.compile(
    r"(?:\b(?:B|BE|F|FR|NL|L|LU)[\s\-–]{1,3})?(?<!\d)(?:[1-9]\d{3}\s?[A-Z]{2}(?=\s)|\d{5}|[1-9]\d{3})\s+"
    r"(?P<town>[A-ZÀ-Ý’'][\w’'\-]+(?:[ \-][\w’'()\-]+){0,4})"
)
_COUNTRY = re.compile(
    r"^(?:Belgique|Belgi[ëe]|Belgium|France|Frankrijk|Nederland|Pays-Bas|Netherlands|The Netherlands|"
    r"Luxembourg|Luxemburg"
    r"|Grand-Duché de Luxembourg)$",
    re.IGNORECASE,
)
_BOX = re.compile(
    r"^(?:bo[iî]te|bte|bus|box|appartement|appt?\.?|r[ée]sidence|b[âa]timent|[ée]tage|c/o)\b", re.IGNORECASE
)
_LABEL = re.compile(
    r"^(?:adresse(?:\s+(?:postale|privée|du domicile))?|domicile|domicili[ée]e?(?:\s+à)?|woonplaats|adres|"
    r"address|lieu de résidence)\s*[:\-–]?\s+",
    re.IGNORECASE,
)
_APART = re.compile(r"\s*[|•·●▪■◦⋄✉☎]\s*|\s{3,}|\t+|\s[–—]\s|\s-\s")
_LINES = 40
_LONGEST = 90


def address_in(text: str) -> str:
    """The first postal address near the top of a text, as up to five lines; empty where none is complete.

    Complete means a street with a number, then a postcode with a town, on the same line or close below.
    """
    lines = [piece for line in text.splitlines()[:_LINES] for piece in _pieces(line)]
    for at, line in enumerate(lines):
        street, rest = _street(line)
        if not street:
            continue
        found = _town(rest)
        if found:
            return _written(street, [], found, lines[at + 1 : at + 2])
        between: list[str] = []
        for below in range(at + 1, min(at + 3, len(lines))):
            found = _town(lines[below])
            if found:
                return _written(street, between, found, lines[below + 1 : below + 2])
            if not _BOX.match(lines[below]):
                break
            between.append(lines[below])
    return ""


def _pieces(line: str) -> list[str]:
    return [piece.strip(" ,;") for piece in _APART.split(line) if piece.strip(" ,;")]


def _street(line: str) -> tuple[str, str]:
    """The part of a line that is a street with its number and box, and what follows it."""
    if not any(char.isdigit() for char in line) or len(line) > 2 * _LONGEST:
        return "", ""
    line = _LABEL.sub("", line)
    named = _STREET.search(line)
    if not named:
        return "", ""
    # "Grotestraat 1000 Brussel" has no number of its own: the number must stand before the postcode.
    town = _POSTCODE.search(line, named.end())
    street = line[: town.start()] if town else line
    if not _NUMBER.search(street) or len(street) > _LONGEST or "@" in street or ":" in street:
        return "", ""
    return street.strip(" ,;-–/"), line[town.start() :] if town else ""


def _town(line: str) -> str:
    found = _POSTCODE.match(_LABEL.sub("", line).strip(" ,;-–"))
    return " ".join(found.group().split()).rstrip(" -") if found else ""


def _written(street: str, between: list[str], town: str, below: list[str]) -> str:
    lines = [street, *between, town, *(line for line in below if _COUNTRY.match(line))]
    return "\n".join(line[:_LONGEST] for line in lines[:5])
