"""Guards the two area registers: ids, names and definitions lie fast, and each term can be read."""

from hashlib import sha256
from pathlib import Path

import pytest
from viden import registers, tagging
from viden.model import Area, Registers, Source, Zone

COMPETENCE_AREAS = {
    "digital-ledelse": ("Ledelse af digitalisering", "Leading digitalisation"),
    "forandringsledelse": ("Forandringsledelse og implementering", "Change management and implementation"),
    "brugerkompetencer": ("Digitale brugerkompetencer", "Digital user skills"),
    "informationssikkerhed": ("Data- og informationssikkerhed", "Data and information security"),
    "professionsfaglighed": (
        "Professionsfaglighed og teknologiforståelse",
        "Professional practice and technological understanding",
    ),
    "gevinstrealisering": ("Gevinstrealisering og effekt", "Benefits realisation and impact"),
    "kompetenceudvikling": ("Kompetenceudvikling og læring", "Competence development and learning"),
    "samarbejde-paa-tvaers": (
        "Samarbejde og videndeling på tværs",
        "Collaboration and knowledge sharing across boundaries",
    ),
    "borgerinddragelse-tillid": (
        "Borgerinddragelse, tillid og digital inklusion",
        "Citizen involvement, trust and digital inclusion",
    ),
    "innovation": ("Innovation og nye arbejdsformer", "Innovation and new ways of working"),
    "it-arkitektur": (
        "It-arkitektur, open source og fælles løsninger",
        "IT architecture, open source and shared solutions",
    ),
    "data-ai": ("Data, automatisering og kunstig intelligens", "Data, automation and artificial intelligence"),
    "etik-regulering": ("Dataetik, jura og regulering", "Data ethics, law and regulation"),
}
WORK_AREAS = {
    "aeldre-sundhed": ("Ældre og sundhed", "Older people and health"),
    "boern-skole": ("Børn, unge og skole", "Children, young people and schools"),
    "social-handicap": ("Social og handicap", "Social services and disability"),
    "beskaeftigelse": ("Beskæftigelse og integration", "Employment and integration"),
    "borgerservice": ("Borgerservice og ydelser", "Citizen services and benefits"),
    "teknik-miljoe": ("Teknik, miljø og klima", "Technical services, environment and climate"),
    "kultur-fritid": ("Kultur, fritid og biblioteker", "Culture, leisure and libraries"),
    "administration-oekonomi": ("Administration, økonomi og HR", "Administration, finance and HR"),
    "it-digitalisering": ("It og digitalisering", "IT and digitalisation"),
    "ledelse": ("Ledelse", "Management"),
    "politik-demokrati": ("Politik og demokrati", "Politics and democracy"),
}
DEFINITIONS = {
    "competence": "6e2ad171cf23f87cb99fefa284c60b08fa81452001c93da3e7e55a26085136f9",
    "work": "3a70b74b203af5b92e4d652ff28c5b8320aced6f27b660ce6d2d0e57a7893ba6",
}
"""SHA-256 of id, definition and "ikke" of every area, in order."""

FILES = ("kompetenceomraader.yaml", "arbejdsomraader.yaml")


@pytest.fixture(scope="module")
def known(root: Path) -> Registers:
    data = {name: (root / "content" / "data" / name).read_bytes() for name in FILES}
    found, problems = registers.load(tuple(Source(f"data/{n}", d, sha256(d).hexdigest()) for n, d in data.items()))
    assert not [p for p in problems if p.place.path.endswith(FILES)]
    return found


def labels(areas: tuple[Area, ...]) -> dict[str, tuple[str, str]]:
    return {a.id: (a.label, a.label_en) for a in areas}


def test_ids_and_names_lie_fast(known: Registers) -> None:
    assert labels(known.competence_areas) == COMPETENCE_AREAS
    assert labels(known.work_areas) == WORK_AREAS


@pytest.mark.parametrize("facet", ["competence", "work"])
def test_definitions_lie_fast(known: Registers, facet: str) -> None:
    areas = known.competence_areas if facet == "competence" else known.work_areas
    text = "\n".join(f"{a.id}|{a.definition}|{a.not_here}" for a in areas)

    assert sha256(text.encode()).hexdigest() == DEFINITIONS[facet]


def test_every_term_can_be_read_and_stands_once(known: Registers) -> None:
    assert tagging.compile(known.competence_areas + known.work_areas)[1] == ()


def test_every_area_has_terms_of_all_four_kinds(known: Registers) -> None:
    for area in known.competence_areas + known.work_areas:
        assert {t.kind for t in area.terms} >= {"navn", "rolle", "ting", "handling"}, area.id
        assert any(t.weight == 3 for t in area.terms), area.id


def test_each_area_is_given_to_a_title_that_names_it(known: Registers) -> None:
    vocabulary, _ = tagging.compile(known.competence_areas + known.work_areas)

    for area in known.competence_areas + known.work_areas:
        alone = {e.text for e in vocabulary.entries if e.area == area.id and e.sharing == 1}
        heaviest = next(
            t for t in area.terms if t.weight == 3 and not t.only_with and t.text in alone and "(" not in t.text
        )
        found = tagging.tags([Zone("title", heaviest.text)], 50, vocabulary)
        assert area.id in {tag.area for tag in found}, heaviest.text
