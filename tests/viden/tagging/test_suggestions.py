"""Guards what `suggest` prints: the contract's JSON, and a Danish text an editor can check."""

import json
from datetime import UTC, datetime

from viden.model import Area, Body, Place, Post, TaggedPost, Term, Zone
from viden.tagging import compile, decide, judge, suggestions_json, suggestions_text

VOCABULARY, _ = compile(
    [Area("gevinstrealisering", "competence", "", "", "", terms=(Term("gevinst", 2), Term("tidsbesparelse", 2)))]
)
ZONES = (
    Zone("title", "Tre gevinster ved ny booking", ((0, 1, 8), (4, 1, 12))),
    Zone("heading", "Tidsbesparelse", ((0, 14, 4),)),
    Zone("body", "Se gevinsten", ((0, 17, 1), (3, 17, 4))),
)
TEXT = """\
content/artikler/ny-booking.md  Tre gevinster ved ny booking
  gevinstrealisering  SIKKER  6375  (grænse 4500, margin 1875)
    3264  gevinst         »gevinster«       titel       linje 1
    2586  tidsbesparelse  »Tidsbesparelse«  overskrift  linje 14
     525  gevinst         »gevinsten«       brødtekst   linje 17
  Uden »gevinster« i titlen: 4218, altså kun FORSLAG.
"""


def post(name: str = "ny-booking", title: str = "Tre gevinster ved ny booking") -> Post:
    return Post(name, "article", title, name, datetime(2026, 1, 1, tzinfo=UTC), False, "", Place(f"artikler/{name}.md"))


JUDGEMENT = judge(ZONES, 240, VOCABULARY)
TAGGED = TaggedPost(post(), Body("", ""), decide(post(), JUDGEMENT.tags))


def test_the_text_is_the_one_of_the_handbook() -> None:
    assert suggestions_text([TAGGED], "content", {"ny-booking": JUDGEMENT}) == TEXT


def test_the_json_has_the_contracts_shape() -> None:
    text = suggestions_json([TAGGED], "content", {"ny-booking": JUDGEMENT})
    (row,) = json.loads(text)

    assert {"path", "id", "title", "competence_areas", "work_areas"} <= set(row)
    assert row["path"] == "content/artikler/ny-booking.md"
    (found,) = row["competence_areas"]
    assert (found["id"], found["tier"], found["score"]) == ("gevinstrealisering", "sure", 6375)
    assert sum(e["share"] for e in found["evidence"]) == 6375
    assert {"term", "form", "zone", "line", "share", "column"} <= set(found["evidence"][0])
    assert row["work_areas"] == []
    assert text == json.dumps([row], ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def test_the_most_uncertain_post_comes_first_in_the_text_and_paths_order_the_json() -> None:
    bare = TaggedPost(post("a", "Uden områder"), Body("", ""))

    assert suggestions_text([bare, TAGGED]).index("ny-booking") < suggestions_text([bare, TAGGED]).index("Uden områder")
    assert [row["id"] for row in json.loads(suggestions_json([TAGGED, bare]))] == ["a", "ny-booking"]


def test_a_post_without_areas_says_so() -> None:
    assert "Ingen områder." in suggestions_text([TaggedPost(post(), Body("", ""))])
