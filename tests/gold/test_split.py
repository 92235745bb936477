"""Guards the split of the judged texts: what is learnt on one part is not known from another."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.gold.test_gold import GOLD

SIZES = {"tune": 40, "gate": 40, "final": 80}
TOGETHER = (
    "a02 b26",
    "a07 b19",
    "a09 b15",
    "a10 b13 b14",
    "a11 b11 b12",
    "a12 a56 b17",
    "a14 a63 b09 b10",
    "a15 b33",
    "a16 b18",
    "a17 a18",
    "a19 a20 b48",
    "a21 b67",
    "a22 b55",
    "a26 a55 b47",
    "a29 b51",
    "a30 b42 b71",
    "a31 b37",
    "a32 b40",
    "a33 b35",
    "a35 b39",
    "a36 b38",
    "a41 a42 b31 b34",
    "a43 b70",
    "a47 b46 b50 b60",
    "a48 b79",
    "a49 a71",
    "a50 a51",
    "a52 a53",
    "a59 b65",
    "a61 a77",
    "a64 b16",
    "a72 a75 b80",
    "b01 b02",
    "b03 b04",
    "b05 b06",
    "b07 b08",
    "b57 b58",
    "b63 b69",
)
"""Texts on one topic, or written as near pairs."""


def test_each_part_has_its_size_and_its_share_of_both_writers_and_groups():
    assert Counter(row["part"] for row in GOLD) == SIZES
    for key in (lambda row: row["id"][0], lambda row: row["group"]):
        whole = Counter(key(row) for row in GOLD)
        for part, size in SIZES.items():
            own = Counter(key(row) for row in GOLD if row["part"] == part)
            assert all(abs(own[value] - count * size / len(GOLD)) <= 1 for value, count in whole.items()), (part, own)


@pytest.mark.parametrize("topic", TOGETHER)
def test_a_topic_stands_in_one_part(topic):
    parts = {row["id"]: row["part"] for row in GOLD}

    assert len({parts[id] for id in topic.split()}) == 1


@pytest.mark.parametrize("facet", ["competence_areas", "work_areas"])
def test_each_part_has_each_area_and_texts_without_any(facet):
    whole = Counter(id for row in GOLD for id in row[facet].split(";"))
    for part, size in SIZES.items():
        own = Counter(id for row in GOLD if row["part"] == part for id in row[facet].split(";"))
        assert all(own[id] and abs(own[id] - count * size / len(GOLD)) <= 2 for id, count in whole.items()), (part, own)


def test_each_part_has_texts_about_none_of_the_areas():
    none = Counter(row["part"] for row in GOLD if not (row["competence_areas"] or row["work_areas"]))

    assert {part: none[part] >= 3 for part in SIZES} == dict.fromkeys(SIZES, True)
