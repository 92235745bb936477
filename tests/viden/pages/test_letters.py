"""Guards the A–Å lists: each entry stands under the letter that it is sorted by, and every letter stands once."""

from viden.language import sort_key
from viden.pages.people import letters
from viden.pages.views import Count

NAMES = (
    "Aase", "Åse", "Ærø", "Ängström", "Émile", "Esben", "Eva", "»Slip det«", "(S)kat", ".NET", "Niels", "5G", "#", "🧶",
    "Øjvind", "Österlund", "Zenia", "فاطمة", "<script>",
)  # fmt: skip


def listed():
    entries = [Count(name, 1) for name in sorted(NAMES, key=sort_key)]
    return {group.letter: [entry.text for entry in group.entries] for group in letters(entries)}


def test_an_entry_stands_under_the_letter_it_is_sorted_by():
    assert listed() == {
        "#": ["#", "🧶", "5G"],
        "E": ["Émile", "Esben", "Eva"],
        "N": [".NET", "Niels"],
        "S": ["(S)kat", "<script>", "»Slip det«"],
        "Z": ["Zenia"],
        "Æ": ["Ängström", "Ærø"],
        "Ø": ["Øjvind", "Österlund"],
        "Å": ["Aase", "Åse"],
        "ف": ["فاطمة"],
    }


def test_the_letters_come_in_danish_order():
    assert list(listed()) == ["#", "E", "N", "S", "Z", "Æ", "Ø", "Å", "ف"]
