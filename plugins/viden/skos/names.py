"""The names in the graph: standard ones, and our own for what SKOS does not hold."""

from __future__ import annotations

from ..model import COMPETENCE, WORK

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SKOS_XL = "http://www.w3.org/2008/05/skos-xl#"
DCTERMS = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
OWN = "https://videnstafet.example/vokabular#"
"""Ours. The host is reserved, so that nobody else can come to own it; documented in `docs/interfaces.md`."""

PREFIXES = {
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "rdf": RDF,
    "skos": SKOS,
    "skosxl": SKOS_XL,
    "viden": OWN,
}

TYPE = RDF + "type"
PREF_LABEL = SKOS + "prefLabel"
ALT_LABEL = SKOS + "altLabel"
HIDDEN_LABEL = SKOS + "hiddenLabel"
LITERAL_FORM = SKOS_XL + "literalForm"

SCHEMES = {COMPETENCE: "kompetenceomraader", WORK: "arbejdsomraader"}
"""Facet → the name of its concept scheme: that of the register."""
FOLDERS = {COMPETENCE: "kompetencer", WORK: "arbejdsomraader"}
"""Facet → the folder of its pages, which its concepts stand under too."""
TITLES = {COMPETENCE: "Kompetenceområder", WORK: "Arbejdsområder"}

MATCHES = {relation: f"{SKOS}{relation}Match" for relation in ("exact", "close", "related", "broad", "narrow")}
