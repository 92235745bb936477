"""Guards that a correction is told once, in the first edition of the area that closes after it."""

from datetime import date

from viden.editions import weekly
from viden.model import Correction


def told(library):
    """Return (area, week) → the ids of posts whose corrections the edition tells, with their days."""
    return {(e.area, e.key): [(f.id, c.day.isoformat()) for f, c in e.corrections] for e in weekly(library)}


def corrected(*days):
    return tuple(Correction(date.fromisoformat(day), f"Rettet {day}") for day in days)


def test_a_correction_stands_in_the_edition_of_its_week(post, library):
    posts = (
        post("gammel", "2026-11-02 08:00", corrections=corrected("2026-11-15", "2026-11-16")),
        post("uge46", "2026-11-10 08:00"),
        post("uge47", "2026-11-18 08:00"),
    )

    assert told(library(*posts)) == {
        ("aeldre", "2026-W47"): [("gammel", "2026-11-16")],
        ("aeldre", "2026-W46"): [("gammel", "2026-11-15")],
        ("aeldre", "2026-W45"): [],
    }


def test_it_waits_for_the_next_edition_where_its_week_has_none(post, library):
    posts = (
        post("gammel", "2026-11-02 08:00", corrections=corrected("2026-11-11")),
        post("senere", "2026-11-24 08:00"),
    )

    assert told(library(*posts))["aeldre", "2026-W48"] == [("gammel", "2026-11-11")]


def test_a_post_that_the_edition_itself_brings_is_corrected_already(post, library):
    posts = (post("ny", "2026-11-10 08:00", corrections=corrected("2026-11-12")),)

    assert told(library(*posts)) == {("aeldre", "2026-W46"): []}


def test_another_areas_corrections_stay_there(post, library):
    posts = (
        post("skole", "2026-11-02 08:00", work_areas=("skole",), corrections=corrected("2026-11-11")),
        post("aeldre", "2026-11-10 08:00"),
        post("ny", "2026-11-11 08:00", work_areas=("skole",)),
    )

    assert told(library(*posts))["aeldre", "2026-W46"] == []
    assert told(library(*posts))["skole", "2026-W46"] == [("skole", "2026-11-11")]
