"""What the areas' terms do in the posts: `python3 tasks.py terms [AREA …] [--forms AREA | --propose | --skos FILE | --from-skos FILE]`."""

from __future__ import annotations

import argparse
import sys

from command_line import content_folder, defaults_folder, moment, parser, run, spoken_area
from skos_files import FACETS, load, save
from viden import pipeline
from viden.errors import UsageError, as_line
from viden.tagging import proposing, terms_text
from viden.tagging import terms as surveying

REGISTERS = ("data/kompetenceomraader.yaml", "data/arbejdsomraader.yaml")
MOST = 8
"""Candidates shown where areas are named; of all areas at once fewer are."""
MOST_OF_ALL = 2


def main(argv: list[str] | None = None) -> int:
    """Print one view of the vocabulary, or exchange it as SKOS."""
    line = parser(
        "python3 tasks.py terms gevinstrealisering --propose",
        "Viser, hvad områdernes ord gør i indlæggene: hvor mange der er, hvilke der aldrig findes, hvilke der findes "
        "overalt, og hvilke flere områder deler. Ændrer intet ved områderne.",
    )
    line.add_argument("areas", nargs="*", metavar="OMRÅDE", help="id eller navn; uden områder vises alle")
    line.add_argument("--forms", metavar="OMRÅDE", help="vis de former, hvert af områdets ord fanger")
    line.add_argument("--propose", action="store_true", help="vis ord, der kunne føjes til, og hvad de ville ændre")
    line.add_argument(
        "--skos", metavar="FIL", help="skriv områderne som SKOS i en fil, der ender på .ttl eller .jsonld"
    )
    line.add_argument("--from-skos", metavar="FIL", help="lav områderegistre af en SKOS-fil; se --into")
    line.add_argument("--into", metavar="MAPPE", help="hvor registrene af --from-skos skrives")
    line.add_argument("--facet", choices=sorted(FACETS), default="kompetence", help="hvad en fremmed fils begreber er")
    line.add_argument("--yes", action="store_true", help="erstat registre, der er der i forvejen")
    line.add_argument("--format", choices=("json", "text"), default="text", help="text eller json")
    options = line.parse_args(argv)
    return run(lambda: exchange(options) if options.skos or options.from_skos else terms(options), options.debug)


def exchange(options: argparse.Namespace) -> int:
    """Write the areas as SKOS, or registers of a SKOS file."""
    if options.skos:
        reading = pipeline.read_folder(content_folder(options.content), defaults_folder(), moment())
        if faults := [p for p in reading.errors if p.place.path in REGISTERS]:
            print(*(as_line(p, options.content) for p in faults), sep="\n", file=sys.stderr)
            return 1
        print(save(options.skos, reading.registers))
    else:
        if not options.into:
            raise UsageError("Skriv efter --into, hvilken mappe registrene skal lægges i.")
        print(load(options.from_skos, options.into, options.facet, options.yes))
    return 0


def terms(options: argparse.Namespace) -> int:
    reading = pipeline.read_folder(content_folder(options.content), defaults_folder(), moment())
    faults = [p for p in reading.errors if p.place.path in REGISTERS]
    if faults:
        print(*(as_line(p, options.content) for p in faults), sep="\n", file=sys.stderr)
        return 1
    known = reading.registers.competence_areas + reading.registers.work_areas
    chosen = tuple(spoken_area(word, known) for word in options.areas)
    texts, is_json = pipeline.archive(reading), options.format == "json"
    if options.propose:
        most = MOST if chosen else MOST_OF_ALL
        found = {a.id: proposing.propose(texts, known, a.id, most) for a in chosen or known}
        shown = (terms_text.proposals_json if is_json else terms_text.proposals_text)(found)
    elif options.forms:
        area = spoken_area(options.forms, known)
        caught = surveying.caught(area, surveying.survey(texts, known))
        shown = (terms_text.forms_json if is_json else terms_text.forms_text)(area, caught)
    else:
        survey = surveying.survey(texts, known).of(a.id for a in chosen or known)
        shown = (
            terms_text.survey_json(survey) if is_json else terms_text.survey_text(survey, chosen or known, bool(chosen))
        )
    sys.stdout.write(shown)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
