"""Guards the second wall: whatever a body is made of, its HTML holds nothing that acts, loads or styles."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from viden import bodies
from viden.bodies.sanitising import ATTRIBUTES, TAGS, sanitised
from viden.model import Box

FILE = Path(__file__).resolve().parents[2] / "cases" / "bodies" / "fjendtligt.md"
PAYLOADS = re.findall(r"^````\n(.*?)\n\.\n.*?^````$", FILE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
BYTES = [
    "\x02klzzwxh:0000\x03 og \x02wxzhxdk:0\x03",
    "\x02viden-box:0\x03",
    "\x02106\x03avascript:x",
    "a\x00b\x0bc\x1bd\x7fe\ufffef\ud800",
    "[x](java\x01script:alert(1))",
    "\r<script>\ralert(1)\r",
]
SCHEME = re.compile(r"(?:https?|mailto):|[^:]*$|\{(?:filename|static|attach)\}|[#/?]", re.IGNORECASE)
BOXES = (Box("fast", "fakta", "Fast", "Tekst [l](q.md)."),)


def harmful(html: str) -> list[str]:
    """Return what in `html` acts, loads or styles."""
    found = []
    for node in BeautifulSoup(html, "lxml").find_all(True):
        if node.name in ("html", "body"):
            continue
        if node.name not in TAGS:
            found.append(node.name)
        allowed = ATTRIBUTES.get(node.name, set()) | ATTRIBUTES["*"]
        found.extend(f"{node.name}@{name}" for name in node.attrs if name not in allowed)
        for name in ("href", "src"):
            address = str(node.get(name, ""))
            if not SCHEME.match(address) or address.startswith("//") or "\\" in address:
                found.append(address)
    return found


def test_there_are_at_least_sixty_payloads() -> None:
    assert len(PAYLOADS) >= 60


@pytest.mark.parametrize("payload", PAYLOADS + BYTES)
@pytest.mark.parametrize("around", ["{}", "Ord {} ord", "> {}", "::: fakta | Boks\n{}\n:::", "## 1) Pointe\n\n{}"])
def test_a_payload_is_harmless_wherever_it_stands(payload: str, around: str) -> None:
    body, problems = bodies.render(around.format(payload), "artikler/a.md", 1, "pointer", BOXES)

    assert harmful(body.html) == []
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe]", body.html + body.text)
    assert all(p.rule in bodies.RULES for p in problems)


@pytest.mark.parametrize("payload", PAYLOADS + BYTES)
def test_a_payload_in_a_reusable_box_is_harmless(payload: str) -> None:
    box = Box("ond", "fakta", payload.split("\n")[0], payload)

    body, _ = bodies.render("::: @ond\n:::", "artikler/a.md", 1, "article", (box,))

    assert harmful(body.html) == []


@pytest.mark.parametrize("payload", PAYLOADS + BYTES)
def test_raw_html_from_elsewhere_is_harmless_when_it_travels(payload: str) -> None:
    html = bodies.portable(f"<p>Før</p>{payload}", "https://eksempel.dk/artikler/a/")

    assert harmful(html) == []


PIECES = st.sampled_from(
    [
        "ord",
        "og ",
        "Æble",
        "\n",
        "\n\n",
        "    ",
        "- ",
        "1. ",
        "> ",
        "# ",
        "## ",
        "## 1) ",
        "*",
        "**",
        "_",
        "`",
        "``",
        "\n```\n",
        "[",
        "]",
        "(",
        ")",
        "](",
        "](a.md)",
        "[x](y.md)",
        "![k](b.png)",
        "{: .dekorativ }",
        "{lang=en}",
        "[^1]",
        "\n[^1]: ",
        "\n[r]: z.md\n",
        "[r]",
        "<",
        "<b>",
        "</b>",
        "<!--",
        "<a@b.dk>",
        "<https://x.dk>",
        "&amp;",
        "&aring;",
        "&#65;",
        "\\",
        "\n:::\n",
        "\n::: fakta ",
        " Om\n",
        "\n::: @fast\n:::\n",
        ":   ",
        "---",
        "\n---\n",
        "\t",
        "  \n",
        "!",
        '"',
        "'",
        "javascript:",
        "//h",
        "mailto:a@b.dk",
        "~~~",
        "\xad",
        "\u200b",
        "́",
        "😀",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["article", "pointer"]))
def test_any_text_gives_a_harmless_body_with_faults_inside_it(source: str, kind: str) -> None:
    body, problems = bodies.render(source, "artikler/a.md", 5, kind, BOXES)

    lines = source.split("\n")
    assert harmful(body.html) == []
    assert sanitised(body.html) == body.html
    assert not any(p.rule == "body-unsafe" for p in problems)
    assert all(5 <= p.place.line < 5 + len(lines) for p in problems)
    assert all(1 <= p.place.column <= len(lines[p.place.line - 5]) + 1 for p in problems)


@given(st.text(max_size=300))
def test_no_text_crashes(source: str) -> None:
    body, _ = bodies.render(source, "artikler/a.md")

    assert harmful(body.html) == []


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_word_of_an_accepted_text_is_on_its_page(pieces: str) -> None:
    numbers = iter(range(10_000))
    source = re.sub(r"ord|og |Æble", lambda m: f"q{next(numbers)}z ", pieces)

    body, problems = bodies.render(source, "artikler/a.md", 1, "article", BOXES)

    if not any(p.severity == "error" for p in problems):
        assert [w for w in re.findall(r"q\d+z", source) if w not in body.html] == []


def test_the_sanitiser_stops_what_would_reach_it() -> None:
    html = (
        '<p style="x" onclick="y" id="z">a<script>b</script><a href="//h">c</a><iframe src="d"></iframe><svg></svg></p>'
    )

    assert sanitised(html) == "<p>a<a>c</a></p>"
