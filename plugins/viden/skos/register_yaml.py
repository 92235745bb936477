"""Areas as the text of a register file: what an editor would have written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from ..model import Area, Term

_PLAIN = re.compile(r"[a-zæøåA-ZÆØÅ][\wæøåÆØÅ.§/-]*(?: [\wæøåÆØÅ.§/-]+)*")
_MEANT_OTHERWISE = frozenset(("ja", "nej", "true", "false", "yes", "no", "on", "off", "null", "y", "n"))
"""Words that YAML or our own reading takes for something else than a text."""
_CODED = {"digcomp": "kode", "entrecomp": "navn", "esco": "label"}
"""Scheme → the key of its code."""
_LISTED = ("kle", "form")
"""Schemes whose register key is a plain list of codes."""


def register_yaml(areas: Iterable[Area], heading: str) -> str:
    """Return the register of the areas; `heading` becomes the comment at its top. Reading it again gives equal areas."""
    head = "".join(f"# {line}\n" for line in heading.splitlines())
    return head + "".join("\n" + "".join(f"{line}\n" for line in _area(area)) for area in areas)


def _area(area: Area) -> Iterator[str]:
    yield f"- id: {_text(area.id)}"
    for key, text in (
        ("da", area.label),
        ("en", area.label_en),
        ("definition", area.definition),
        ("ikke", area.not_here),
    ):
        if text:
            yield f"  {key}: {_quoted(text)}"
    for scheme, key in _CODED.items():
        rows = [
            f"{{{key}: {_quoted(code)}, relation: {relation}}}" for s, code, relation in area.mappings if s == scheme
        ]
        if rows:
            yield f"  {scheme}: [{', '.join(rows)}]"
    for scheme in _LISTED:
        codes = [_quoted(code) for s, code, _ in area.mappings if s == scheme]
        if codes:
            yield f"  {scheme}: [{', '.join(codes)}]"
    if area.never:
        yield f"  undgaa: {_list(area.never)}"
    limits = [f"{key}: {limit}" for key, limit in (("sikker", area.sure), ("forslag", area.suggestion)) if limit]
    if limits:
        yield f"  graense: {{{', '.join(limits)}}}"
    if area.terms:
        yield "  termer:"
        yield from (f"    - {_term(term)}" for term in area.terms)


def _term(term: Term) -> str:
    parts = [f"t: {_text(term.text)}", f"v: {term.weight}", f"art: {term.kind}"]
    if term.compound != "nej":
        parts.append(f"sammensat: {term.compound}")
    if term.gap:
        parts.append(f"gab: {term.gap}")
    if term.only_with:
        parts.append(f"kun_med: {_list(term.only_with)}")
    if term.forms:
        parts.append(f"former: {_list(term.forms)}")
    if term.capitals:
        parts.append("versal: ja")
    return "{" + ", ".join(parts) + "}"


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, texts))}]"


def _text(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and text.casefold() not in _MEANT_OTHERWISE else _quoted(text)


def _quoted(text: str) -> str:
    """Return the text between quotation marks; JSON's are YAML's too."""
    return json.dumps(text, ensure_ascii=False)
