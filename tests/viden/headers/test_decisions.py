"""Guards decisions on areas in a header: the right line changes, every other byte stays, and twice is once."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from viden.errors import ContentError
from viden.headers import accept, post, reject
from viden.model import Area, Registers, SiteInfo, Source

COMPETENCE = [Area(id, "competence", label, "", "") for id, label in [
    ("laesning", "Læsning, sprog og stave"), ("data-og-tal", "Data og tal"), ("samarbejde", "Samarbejde"),
]]  # fmt: skip
WORK = [Area(id, "work", label, "", "") for id, label in [
    ("udlaan", "Udlån"), ("boern", "Børn på biblioteket"), ("arkiv", "Arkiv; og samling"), ("huset", "Huset"),
]]  # fmt: skip
KNOWN = Registers(SiteInfo("Bogskabet"), competence_areas=tuple(COMPETENCE), work_areas=tuple(WORK))
BY_ID = {a.id: a for a in COMPETENCE + WORK}
PATH = "artikler/x.md"


def decided(decision, text, *ids, **standing):
    data = text if isinstance(text, bytes) else text.encode()
    return decision(Source(PATH, data, ""), KNOWN, standing, [BY_ID[id] for id in ids])


def text_of(decision, text, *ids, **standing):
    return decided(decision, text, *ids, **standing).data.decode()


def read(data):
    found, _, _ = post(Source(PATH, data, ""), KNOWN)
    assert found is not None
    return found


LINES = "Title: En dag\nDate: 28/04/2020\n\nTekst.\n"
DANISH = "Titel: En dag\nDato: 28/04/2020\nId: dag\n\nTekst.\n"
YAML = "---\nTitle: En dag\nDate: 28/04/2020\n---\nTekst.\n"


# --- accept


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (LINES, "Work_areas: huset; udlaan"),
        (DANISH, "Arbejdsområder: huset; udlaan"),
        (YAML, "Work_areas: huset; udlaan"),
        ("---\nTitel: En dag\nDato: 28/04/2020\nDate: x\n---\n", "Arbejdsområder: huset; udlaan"),
        ("Titel: En dag\nDate: 28/04/2020\nKind: blog\n\nTekst.\n", "Work_areas: huset; udlaan"),
        ("Title: En dag\nAuthor: Karen Holm\n\nTekst.\n", "Work_areas: huset; udlaan"),
    ],
)
def test_accept_writes_the_whole_set_in_the_language_of_the_header(text, line):
    made = decided(accept, text, "udlaan", work=("huset",), competence=("samarbejde",))

    assert made.data.decode().replace(f"{line}\n", "", 1) == text
    assert made.lines == (line,)
    assert dict(made.standing) == {"work": ("huset", "udlaan"), "competence": ("samarbejde",)}


def test_accepting_what_is_sure_already_holds_it_fast():
    assert "Work_areas: huset; udlaan\n" in text_of(accept, LINES, "udlaan", work=("huset", "udlaan"))


def test_a_list_that_the_editor_wrote_is_gone_on_with_and_the_tagger_has_no_say():
    text = LINES.replace("\n\n", "\nWork_areas: arkiv, huset\n\n")

    assert text_of(accept, text, "udlaan", work=("arkiv", "huset")) == text.replace(
        "arkiv, huset", "arkiv; huset; udlaan"
    )


def test_areas_that_are_named_by_label_are_gone_on_with_by_label():
    text = DANISH.replace("\n\n", "\nKompetencer: Læsning, sprog og stave\n\n")

    assert text_of(accept, text, "data-og-tal") == text.replace("og stave\n", "og stave; Data og tal\n")


def test_a_label_that_holds_the_separator_is_never_written():
    text = LINES.replace("\n\n", "\nWork_areas: Huset\n\n")

    assert "Work_areas: Huset; arkiv\n" in text_of(accept, text, "arkiv")


def test_accept_takes_a_rejection_away_and_leaves_the_others():
    text = LINES.replace("\n\n", "\nReject_areas: udlaan; samarbejde\n\n")

    once = text_of(accept, text, "udlaan")

    assert once == text.replace("udlaan; samarbejde\n", "samarbejde\nWork_areas: udlaan\n")
    assert text_of(accept, once, "samarbejde") == (
        "Title: En dag\nDate: 28/04/2020\nWork_areas: udlaan\nCompetence_areas: samarbejde\n\nTekst.\n"
    )


def test_accept_mends_an_area_that_was_both_given_and_rejected():
    text = LINES.replace("\n\n", "\nWork_areas: udlaan\nReject_areas: udlaan\n\n")

    assert text_of(accept, text, "udlaan") == text.replace("Reject_areas: udlaan\n", "")


def test_areas_of_both_facets_are_accepted_at_once():
    assert text_of(accept, LINES, "udlaan", "samarbejde") == LINES.replace(
        "\n\n", "\nCompetence_areas: samarbejde\nWork_areas: udlaan\n\n"
    )


# --- reject


def test_reject_writes_what_the_tagger_must_not_give():
    made = decided(reject, DANISH, "udlaan", work=("udlaan", "huset"))

    assert made.data.decode() == DANISH.replace("Id: dag\n", "Id: dag\nFravalg: udlaan\n")
    assert dict(made.standing)["work"] == ("huset",)


def test_an_area_that_the_editor_gave_leaves_the_list_instead():
    text = LINES.replace("\n\n", "\nWork_areas: udlaan; huset\n\n")

    once = text_of(reject, text, "udlaan", work=("udlaan", "huset"))

    assert once == text.replace("udlaan; huset", "huset")
    assert text_of(reject, once, "huset", work=("huset",)) == text.replace(" udlaan; huset", "")
    assert read(text_of(reject, once, "huset").encode()).work_areas == ()


def test_an_area_outside_the_editor_s_list_needs_no_rejection():
    text = LINES.replace("\n\n", "\nWork_areas: huset\n\n")

    made = decided(reject, text, "udlaan", work=("huset",))

    assert (made.data, made.lines) == (text.encode(), ())


# --- what surrounds the line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Work_areas: huset   # efter mødet i maj\n", "Work_areas: huset; udlaan   # efter mødet i maj\n"),
        ('Work_areas: "huset" # ja\n', "Work_areas: huset; udlaan # ja\n"),
        ("Work_areas: [huset, boern] # ja\n", "Work_areas: huset; boern; udlaan # ja\n"),
        ("Work_areas: # endnu ingen\n", "Work_areas: udlaan # endnu ingen\n"),
        ("Work_areas:\n  - huset\n", "Work_areas:\n  - huset\n  - udlaan\n"),
        ("Work_areas:\n- huset # ja\n# og\n-   boern\n", "Work_areas:\n- huset # ja\n# og\n-   boern\n-   udlaan\n"),
        ("Work_areas: >-\n  huset;\n  boern\n", "Work_areas: huset; boern; udlaan\n"),
        ("'Work_areas': huset\n", "Work_areas: huset; udlaan\n"),
        ("Work_areas: []\n", "Work_areas: udlaan\n"),
    ],
)
def test_each_way_to_write_a_yaml_list_is_gone_on_with(before, after):
    text = f"---\nTitle: En dag\n{before}Date: 28/04/2020\n---\n"

    assert text_of(accept, text, "udlaan") == text.replace(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Work_areas:\n  # i\n  - huset # ja\n  - udlaan # nej\n", "Work_areas:\n  # i\n  - huset # ja\n"),
        ("Work_areas:\n  - udlaan\n", "Work_areas:\n"),
        ("Work_areas:\n  - udlaan; huset\n  - boern\n", "Work_areas: huset; boern\n"),
        ("Work_areas: udlaan # nej\n", "Work_areas: # nej\n"),
    ],
)
def test_an_item_leaves_a_yaml_list(before, after):
    text = f"---\nTitle: En dag\n{before}Date: 28/04/2020\n---\n"

    assert text_of(reject, text, "udlaan") == text.replace(before, after)


@pytest.mark.parametrize(
    "text",
    [
        "Title: En dag\nDate: 28/04/2020",
        "\ufeffTitle: En dag\r\nDate: 28/04/2020 \t\r\n\r\nTekst. \r\n\r\nMere",
        "\ufeff---\rTitle: 'Å' # x\rDate: 28/04/2020\r---\rTekst.",
        "Title: Pa\u030a a\u030aen\nDate: 28/04/2020\n   \nA\u030ah.\n\n\n",
    ],
)
def test_marks_line_ends_and_spaces_stay(text):
    once = text_of(accept, text, "udlaan")

    assert re.sub(r"(\r\n|\r|\n)?Work_areas: udlaan", "", once, count=1) == text
    assert text_of(accept, once, "udlaan") == once


# --- what stops


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Bare tekst.\n", "header-missing"),
        ("---\nTitle: x\n", "header-unclosed"),
        ("Title: x\nWork_areas: hussset\n\nT.\n", "area-unknown"),
        ("Title: x\nWork_aresa: huset\n\nT.\n", "key-unknown"),
        ("Title: x\nWork_areas: huset\nArbejdsområder: boern\n\nT.\n", "key-doubled"),
        ("Title: x\nReject_areas: nix\n\nT.\n", "area-unknown"),
        ("Title: x\nWork_areas: ;\n\nT.\n", "value-empty"),
    ],
)
@pytest.mark.parametrize("decision", [accept, reject])
def test_a_fault_in_the_line_itself_stops(decision, text, rule):
    with pytest.raises(ContentError) as stopped:
        decided(decision, text, "udlaan")

    assert {p.rule for p in stopped.value.problems} == {rule}


def test_a_fault_elsewhere_stops_nothing():
    text = "Title: x\nDate: 31/11/2020\nKind: blgo\n\nT.\n"

    assert text_of(accept, text, "udlaan") == text.replace("\n\n", "\nWork_areas: udlaan\n\n")


def test_a_header_that_cannot_be_changed_safely_is_left_and_the_line_is_told():
    text = "---\nTitle: x\nWork_areas: |\n  huset;\n\n  boern\nDate: 28/04/2020\n---\n"

    try:
        made = decided(accept, text, "udlaan")
    except ContentError as stopped:
        assert "Skriv selv Work_areas: huset; boern; udlaan" in str(stopped)
    else:
        assert read(made.data).work_areas == ("huset", "boern", "udlaan")


# --- any header

ENDINGS = st.sampled_from(["\n", "\r\n", "\r"])
WORDS = st.text(alphabet="abcæøå 0123\u030a;,-", min_size=1, max_size=12).filter(
    lambda s: s.strip(" ;,-\u030a") and s.strip()[0].isalnum()
)
KEYS = {
    "title": ("Title", "Titel"), "summary": ("Summary", "Manchet"), "tags": ("Tags", "Emneord"),
    "category": ("Category", "Kategori"), "competence_areas": ("Competence_areas", "Kompetenceområder", "Kompetencer"),
    "work_areas": ("Work_areas", "Arbejdsområder", "work_areas"), "reject_areas": ("Reject_areas", "Fravalg"),
}  # fmt: skip
OF = {"competence_areas": COMPETENCE, "work_areas": WORK, "reject_areas": COMPETENCE + WORK}


@st.composite
def values(draw, key, form):
    """Return how a key's value may be written."""
    if key not in OF:
        word = draw(WORDS)
        return f'"{word}"' if form == "yaml" else word.strip()
    areas = draw(st.lists(st.sampled_from(OF[key]), unique=True, max_size=3))
    names = [draw(st.sampled_from([a.id, a.label if ";" not in a.label else a.id])) for a in areas]
    if form == "yaml" and names and draw(st.booleans()):
        gap = draw(st.sampled_from(["", "  "]))
        return "".join(f"\n{gap}- {name}" for name in names)
    return draw(st.sampled_from(["; ", ";", " ; "])).join(names)


@st.composite
def files(draw):
    form, ending = draw(st.sampled_from(["lines", "yaml"])), draw(ENDINGS)
    keys = ["title", *draw(st.lists(st.sampled_from(sorted(KEYS)[:6]), unique=True).map(
        lambda keys: [k for k in keys if k != "title"]))]  # fmt: skip
    keys = draw(st.permutations(keys))
    lines = []
    for key in keys:
        lines.append(f"{draw(st.sampled_from(KEYS[key]))}: {draw(values(key, form))}")
        if form == "yaml" and draw(st.booleans()):
            lines.append("# en bemærkning")
    head = "\n".join(lines)
    body = draw(st.sampled_from(["", "\n", "Tekst.", "Tekst.  \n", "\n\nTekst a\u030a\n\n", "Work\n---\nx\n"]))
    text = f"---\n{head}\n---\n{body}" if form == "yaml" else f"{head}\n\n{body}"
    if not body and form == "lines" and draw(st.booleans()):
        text = head
    return (draw(st.sampled_from(["", "\ufeff"])) + text.replace("\n", ending)).encode()


def lines_of(data):
    return re.findall(r"[^\r\n]*(?:\r\n|\n|\r|$)", data.decode())


def without_areas(data):
    """Return the file without the lines of the three keys, and their items."""
    kept, is_ours = [], False
    for line in lines_of(data):
        word = line.lstrip("\ufeff").partition(":")[0].casefold()
        if word in {w.casefold() for key in OF for w in KEYS[key]}:
            is_ours = True
            kept += ["\ufeff"] if line.startswith("\ufeff") else []
        elif not (is_ours and re.match(r" *- ", line)):
            is_ours = False
            kept.append(line)
    return "".join(kept)


@given(files(), st.lists(st.sampled_from(sorted(BY_ID)), min_size=1, max_size=3, unique=True), st.data())
def test_accept_changes_the_right_lines_only_and_reads_back(data, ids, more):
    sure = tuple(more.draw(st.lists(st.sampled_from([a.id for a in WORK]), unique=True, max_size=2)))
    before = read(data)
    assume(before.header is not None)
    standing = {"work": sure if before.work_areas is None else before.work_areas, "competence": ()}

    once = decided(accept, data, *ids, **standing)

    after = read(once.data)
    facets = {BY_ID[id].facet for id in ids}
    assert without_areas(once.data).rstrip("\r\n") == without_areas(data).rstrip("\r\n")
    assert set(ids) <= {*(after.work_areas or ()), *(after.competence_areas or ())}
    assert not set(ids) & set(after.reject_areas)
    assert (after.work_areas == before.work_areas) or "work" in facets
    assert "work" not in facets or set(after.work_areas) == set(standing["work"]) | {
        i for i in ids if i in map_of(WORK)
    }
    assert decided(accept, once.data, *ids, **dict(once.standing)).data == once.data
    assert after.markdown == before.markdown


def map_of(areas):
    return {a.id for a in areas}


@given(files(), st.lists(st.sampled_from(sorted(BY_ID)), min_size=1, max_size=3, unique=True))
def test_reject_changes_the_right_lines_only_and_reads_back(data, ids):
    before = read(data)

    once = decided(reject, data, *ids)

    after = read(once.data)
    assert without_areas(once.data).rstrip("\r\n") == without_areas(data).rstrip("\r\n")
    for id in ids:
        given_before = before.work_areas if BY_ID[id].facet == "work" else before.competence_areas
        given_after = after.work_areas if BY_ID[id].facet == "work" else after.competence_areas
        assert (id in after.reject_areas) if given_before is None else (id not in given_after)
    assert decided(reject, once.data, *ids).data == once.data
    assert after.markdown == before.markdown


@given(files(), st.sampled_from(sorted(BY_ID)))
def test_what_was_rejected_can_be_accepted_and_the_other_way(data, id):
    rejected = decided(reject, data, id)
    accepted = decided(accept, rejected.data, id)

    assert id in {*(read(accepted.data).work_areas or ()), *(read(accepted.data).competence_areas or ())}
    assert id not in read(accepted.data).reject_areas
    assert id not in {*(read(decided(reject, accepted.data, id).data).work_areas or ())}
