"""Guards events in words: speakers as they are printed, the tense, and who stands behind."""

from dataclasses import replace
from datetime import date

import pytest
from viden.model import Person, Role, Series, Speaker

FORMER = Role("kommunaldirektør", former=True)
PEOPLE = (
    Person("sten", "Sten Her", (Role("rektor", "for", ("Aavig Professionshøjskole",)),)),
    Person("jesper", "Jesper Hund", (Role("ph.d. og lektor i arbejdssociologi", "på", ("Aavig Universitet",)),)),
    Person("sofie", "Sofie Ras", (Role("", "fra", ("KomPrøve", "DTP")),)),
    Person("ken", "Ken Kris", (FORMER, Role("ejer", "af", ("rådgivningsfirmaet Prøve",)))),
    Person(
        "eva",
        "Eva Ås",
        (Role("chef", "i", ("Nyby",), date(2021, 1, 1)), Role("leder", "i", ("Gammelby",), None, date(2020, 12, 31))),
    ),
)


def meeting(build, speakers=(), moment_of="2026-11-06", **changes):
    held = build.event("m", changes.pop("name", "Temadag 2"), date.fromisoformat(moment_of), **changes)
    held = replace(held, speakers=tuple(speakers))
    events = (build.event("x", "Temadag 1", date(2026, 1, 1)), held, build.event("z", "Temadag 3", date(2026, 2, 1)))
    registers = build.registers(
        people=PEOPLE, series=(Series("stafet", "Stafet", organiser="Fremtid Borger", events=events),)
    )
    return build.shown(build.tagged("a", event="m"), registers=registers).event


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        (Speaker("Sten Her", person="sten"), "Sten Her, rektor for Aavig Professionshøjskole"),
        (
            Speaker("Jesper Hund", person="jesper"),
            "Jesper Hund, ph.d. og lektor i arbejdssociologi på Aavig Universitet",
        ),
        (Speaker("Sofie Ras", person="sofie"), "Sofie Ras fra KomPrøve og DTP"),
        (Speaker("Ken Kris", person="ken"), "Ken Kris, tidl. kommunaldirektør og ejer af rådgivningsfirmaet Prøve"),
        (Speaker("Eva Ås", person="eva"), "Eva Ås, chef i Nyby og tidl. leder i Gammelby"),
        (Speaker("Ulrik Rø", "ph.d. fra Aavig Universitet"), "Ulrik Rø, ph.d. fra Aavig Universitet"),
        (Speaker("Lis Li", "fra Fjordnet"), "Lis Li fra Fjordnet"),
        (Speaker("Bare Navn"), "Bare Navn"),
    ],
)
def test_a_speaker_is_printed_from_the_register(build, speaker, expected):
    assert build.text(meeting(build, [speaker]).speakers[0]) == expected


def test_only_a_speaker_in_the_register_is_linked(build):
    shown = meeting(build, [Speaker("Sten Her", person="sten"), Speaker("Ulrik Rø", "ph.d.")])

    assert [line[0].url for line in shown.speakers] == ["personer/sten/", ""]


def test_the_line_about_the_organiser_counts_the_events_of_the_series(build):
    assert meeting(build).organiser == "Bag de tre temadage står Fremtid Borger."


def test_the_noun_is_found_in_the_other_names_too(build):
    shown = meeting(build, name="Stafet 2", aliases=("andet temamøde",))

    assert shown.speakers_heading == "På temamødet var der oplæg af:"
    assert shown.organiser == "Bag de tre temamøder står Fremtid Borger."


@pytest.mark.parametrize(
    ("day", "is_over", "wording"),
    [
        ("2026-11-24", True, "blev holdt den 24. november 2026"),
        ("2026-11-25", False, "holdes den 25. november 2026"),
        ("2026-11-26", False, "holdes den 26. november 2026"),
    ],
)
def test_the_tense_follows_the_instant_of_the_build_and_a_day_lasts_until_midnight(build, day, is_over, wording):
    shown = meeting(build, moment_of=day)

    assert (shown.is_over, shown.wording) == (is_over, wording)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-11-06 09:00", "2026-11-06 15:30", "Den 6. november 2026 kl. 09.00–15.30"),
        ("2026-11-06 09:00", None, "Den 6. november 2026 kl. 09.00"),
        ("2026-11-06 09:00", "2026-11-07 15:00", "Fra den 6. november 2026 til den 7. november 2026"),
    ],
)
def test_an_event_says_when_in_words(build, start, end, expected):
    held = build.event("m", "Møde", build.at(start), end=build.at(end) if end else None)
    registers = build.registers(series=(Series("stafet", "Stafet", events=(held,)),))

    assert build.shown(build.tagged("a", event="m"), registers=registers).event.when == expected
