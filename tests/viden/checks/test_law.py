"""Guards the law as a linter: over a matrix of settings each duty warns when it is unmet, alone, and never stops a build."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from itertools import product

import pytest
from viden import pipeline
from viden.checks import EXCUSABLE, RULES
from viden.checks.law import DUTIES, PARTS, PRIVACY
from viden.dates import COPENHAGEN
from viden.model import Problem, Source

NOON = datetime(2026, 11, 25, 12, tzinfo=COPENHAGEN)
MET = {
    "law-statement": ('tilgaengelighed: {{adresse: "https://was.digst.dk/proeven-dk", dato: {0}}}', "tilgaengelighed: {{dato: {0}}}"),
    "law-phone": ('telefon: "00 00 00 00"', ""),
    "law-contact": ("mail: post@proeven.example", ""),
    "law-dpo": ("dpo: dpo@proeven.example", ""),
    "law-purpose": ("formaal: at finde fejl, grundlag: artikel 6", "formaal: at finde fejl"),
    "law-log": ("log_dage: 30", ""),
}  # fmt: skip
"""Rule → how `site.yaml` meets the duty, and how it does not."""
AGES = {"2026-11-01": "", "2025-12-25": "snart et år", "2025-11-26": "snart et år", "2025-11-25": "FORÆLDET"}


def law(site: str, moment: datetime = NOON, **more: str) -> tuple[Problem, ...]:
    files = {"data/site.yaml": f"navn: Prøven\nautoritet: proeven.example,2026\n{site}", **more}
    sources = tuple(Source(p, t.encode(), hashlib.sha256(t.encode()).hexdigest()) for p, t in sorted(files.items()))
    return tuple(p for p in pipeline.read(sources, (), moment).problems if p.rule.startswith("law-"))


def site_of(met: dict[str, bool], dated: str) -> str:
    said = {rule: MET[rule][0 if is_met else 1] for rule, is_met in met.items()}
    contact = ", ".join(filter(None, ("navn: Prøven", said["law-phone"], said["law-contact"])))
    privacy = ", ".join(filter(None, (said["law-dpo"], said["law-purpose"], said["law-log"])))
    return f"{said['law-statement'].format(dated)}\nkontakt: {{{contact}}}\nprivatliv: {{{privacy}}}\n"


@pytest.mark.parametrize("dated", AGES)
@pytest.mark.parametrize("settings", list(product((True, False), repeat=len(MET))))
def test_each_unmet_duty_is_named_once_and_no_other(settings: tuple[bool, ...], dated: str) -> None:
    met = dict(zip(MET, settings, strict=True))
    found = law(site_of(met, dated))

    wanted = [rule for rule, is_met in met.items() if not is_met] + ["law-statement-date"] * bool(AGES[dated])
    assert sorted(p.rule for p in found) == sorted(wanted)
    assert {p.severity for p in found} <= {"warning"}
    assert all(AGES[dated] in p.message for p in found if p.rule == "law-statement-date")


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 12, 30), ""),
        (date(2026, 12, 31), "snart et år"),
        (date(2027, 1, 30), "snart et år"),
        (date(2027, 1, 31), "FORÆLDET"),
        (date(2030, 1, 1), "FORÆLDET"),
    ],
)
def test_the_same_files_grow_old_with_the_calendar_alone(today: date, words: str) -> None:
    site = site_of(dict.fromkeys(MET, True), "2026-01-31")
    found = law(site, datetime(today.year, today.month, today.day, 12, tzinfo=COPENHAGEN))

    assert len(found) == bool(words)
    assert all(words in p.message for p in found)


def test_what_no_one_answers_for_is_named() -> None:
    site = site_of(dict.fromkeys(MET, True), "2026-11-01").replace("navn: Prøven, ", "")

    assert [p.rule for p in law(site)] == ["law-controller"]
    assert law(site.replace("{dpo", "{dataansvarlig: Prøven Kommune, dpo")) == ()


@pytest.mark.parametrize(
    "address", ["http://was.digst.dk/x", "https://was.digst.dk/", "https://was.digst.dk.example/x"]
)
def test_only_a_statement_at_the_authority_will_do(address: str) -> None:
    site = site_of(dict.fromkeys(MET, True), "2026-11-01").replace("https://was.digst.dk/proeven-dk", address)

    assert [p.rule for p in law(site)] == ["law-was"]


@pytest.mark.parametrize(("name", "words"), PARTS)
def test_an_editors_own_privacy_page_must_name_each_part(name: str, words: tuple[str, ...]) -> None:
    page = "Title: Privatliv\n\n" + "\n\n".join(w[0] for n, w in PARTS if n != name)
    found = law(site_of(dict.fromkeys(MET, True), "2026-11-01"), **{"sider/privatliv.md": page})

    assert [(p.rule, name in p.message) for p in found] == [("law-privacy", True)]


def test_a_draft_of_a_law_page_stands_in_for_nothing() -> None:
    page = "Title: Privatliv\nStatus: kladde\n\nIntet endnu."

    assert law(site_of(dict.fromkeys(MET, True), "2026-11-01"), **{"sider/privatliv.md": page}) == ()


def test_a_site_that_borrows_its_settings_is_not_judged_by_them() -> None:
    text = b"navn: Lant\nautoritet: proeven.example,2026\n"
    lent = (Source("data/site.yaml", text, hashlib.sha256(text).hexdigest()),)

    assert not [p for p in pipeline.read((), lent, NOON).problems if p.rule.startswith("law-")]


def test_every_duty_is_a_known_rule_that_names_its_source() -> None:
    for rule, _, message, hint in DUTIES + PRIVACY:
        assert rule in RULES and rule in EXCUSABLE
        assert "loven" in message or "forordningen" in message
        assert hint
