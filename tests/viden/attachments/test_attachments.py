"""Guards attachments: what readers are told of a file, what it gives away of its author, and that no bytes harm the reader of it."""

import io
import random
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden import attachments, checks
from viden.attachments.documents import UNPACKED, authors, is_tagged
from viden.checks.links import ATTACHMENTS


def office(main: str, core: str = "", spare: int = 0) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(main, "<x/>")
        if core:
            archive.writestr("docProps/core.xml", core + " " * spare)
    return output.getvalue()


def packed_strangely(data: bytes) -> bytes:
    """Return the archive with a packing that nobody knows (99) written in its list of contents."""
    return b"PK\x01\x02".join(
        (part if n == 0 else part[:6] + b"c\0" + part[8:]) for n, part in enumerate(data.split(b"PK\x01\x02"))
    )


def hidden(words: bytes) -> bytes:
    """Return a PDF that keeps `words` in a compressed object stream, as most newer programs do."""
    packed = zlib.compress(words)
    opening = b"%PDF-1.7\n7 0 obj\n<</Type/ObjStm/N 2/First 9/Filter/FlateDecode/Length "
    return opening + str(len(packed)).encode() + b">>\nstream\r\n" + packed + b"\r\nendstream\nendobj\n%%EOF"


CREATOR = "<cp:coreProperties><dc:creator>Bo &amp; Co</dc:creator><cp:lastModifiedBy>Ida  Å</cp:lastModifiedBy></cp:coreProperties>"
PDF = b"%PDF-1.7\n/Marked true\n"
FILES = {"filer/plan.pdf": PDF, "filer/a b.csv": b"navn;tal\n", "filer/kort.png": b""}
KNOWN = {path: found for path, data in FILES.items() if (found := attachments.attachment(data, path))}


def test_the_rooms_agree_on_what_may_be_linked_to():
    assert tuple(attachments.KINDS) == ATTACHMENTS


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "1 KB"),
        (1, "1 KB"),
        (1_499, "1 KB"),
        (339_600, "340 KB"),
        (999_499, "999 KB"),
        (999_500, "1 MB"),
        (2_360_000, "2,4 MB"),
        (24_960_000, "25 MB"),
    ],
)
def test_a_size_is_told_in_words(count, words):
    assert attachments.size_in_words(count).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("path", "short", "tagged"),
    [("filer/a.PDF", "PDF", True), ("a.docx", "Word", None), ("a.ics", "kalenderfil", None)],
)
def test_a_file_is_told_by_its_kind(path, short, tagged):
    found = attachments.attachment(PDF, path)

    assert (found.short, found.is_tagged) == (short, tagged)


def test_a_picture_is_no_attachment():
    assert attachments.attachment(b"", "billeder/a.png") is None
    assert attachments.problems(b"", "billeder/a.png") == ()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.4\n1 0 obj <</MarkInfo<</Marked true>>>>", True),
        (b"%PDF-1.4\n/MarkInfo 9 0 R ... 9 0 obj <</Marked\ntrue>>", True),
        (hidden(b"<</Type/Catalog/MarkInfo<</Marked true>>>>"), True),
        (b"%PDF-1.4\n/MarkInfo<</Marked false>>", False),
        (b"%PDF-1.4", False),
        (hidden(b"<</Type/Catalog>>"), False),
        (hidden(b"x")[:-30], False),
    ],
)
def test_whether_a_pdf_is_marked_up_is_read_wherever_programs_put_it(data, expected):
    assert is_tagged(data) is expected


@pytest.mark.parametrize(
    ("data", "suffix", "names"),
    [
        (b"%PDF-1.4 /Author (Ida Holm)", ".pdf", ("Ida Holm",)),
        (b"%PDF-1.4 /Author(S\\370ren \\(Bo\\))", ".pdf", ("Søren (Bo)",)),
        (b"%PDF-1.4 /Author (Ida (fra Bo\\)) Holm) /Title (x)", ".pdf", ("Ida (fra Bo)) Holm",)),
        (b"%PDF-1.4 /Author <FEFF00C5>", ".pdf", ("Å",)),
        (b"%PDF-1.4 /Author ()", ".pdf", ()),
        (hidden(b"<</Author (Ida Holm)/Producer (x)>>"), ".pdf", ("Ida Holm",)),
        (b"%PDF-1.4 /Encrypt 3 0 R /Author (\x83\x11\xf0)", ".pdf", ()),
        (b"%PDF-1.4 <dc:creator><rdf:Seq><rdf:li>\xc3\x85se</rdf:li>", ".pdf", ("Åse",)),
        (office("word/document.xml", CREATOR), ".docx", ("Bo & Co", "Ida Å")),
        (office("word/document.xml"), ".docx", ()),
        (b"PK\x03\x04 is cut", ".docx", ()),
        (packed_strangely(office("word/document.xml", CREATOR)), ".docx", ()),
    ],
)
def test_the_authors_are_those_the_file_gives(data, suffix, names):
    assert authors(data, suffix) == names


def test_an_archive_that_swells_is_read_no_further_than_the_bound():
    bomb = office("word/document.xml", "x" * 100, spare=30_000_000)

    assert len(bomb) < UNPACKED
    assert authors(bomb, ".docx") == ()


@given(st.sampled_from(ATTACHMENTS), st.binary(max_size=300), st.integers(0, 2**32))
def test_no_bytes_bring_the_reader_down(suffix, noise, seed):
    whole = {".pdf": hidden(b"/Author (x)"), ".docx": office("word/document.xml", CREATOR)}.get(suffix, noise)
    cut = bytearray(whole)
    for _ in range(3):
        if cut:
            cut[random.Random(seed).randrange(len(cut))] ^= 255

    for data in (noise, bytes(cut), whole + noise):
        attachments.attachment(data, f"filer/x{suffix}")
        assert {p.rule for p in attachments.problems(data, f"filer/x{suffix}")} <= set(checks.RULES)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="/filer/plan.pdf">Planen</a>', '<a href="/filer/plan.pdf">Planen (PDF, 1 KB)</a>'),
        ('<a class="x" href="/filer/plan.pdf#side-2">P</a>', '<a class="x" href="/filer/plan.pdf#side-2">P (PDF, 1 KB)</a>'),
        ('<a href="/filer/a%20b.csv"><em>Tal</em></a>', '<a href="/filer/a%20b.csv"><em>Tal</em> (CSV, 1 KB)</a>'),
        ('<a href="/filer/plan.pdf">Planen (pdf)</a>', '<a href="/filer/plan.pdf">Planen (PDF, 1 KB)</a>'),
        ('<a href="/filer/plan.pdf">Planen (ny)</a>', '<a href="/filer/plan.pdf">Planen (ny) (PDF, 1 KB)</a>'),
        ('<a href="/filer/anden.pdf">Anden</a>', None),
        ('<a href="https://example.dk/filer/plan.pdf">Ude</a>', None),
        ('<code>&lt;a href="/filer/plan.pdf"&gt;</code>', None),
    ],
)  # fmt: skip
def test_a_link_says_what_one_gets(html, expected):
    assert attachments.labelled(html, KNOWN, "").replace("\u00a0", " ") == (expected or html)


def test_a_link_in_a_feed_is_known_by_its_whole_address():
    html = '<a href="https://viden.example/under/filer/plan.pdf">Planen</a>'

    assert attachments.labelled(html, KNOWN, "https://viden.example/under").endswith("Planen (PDF, 1\u00a0KB)</a>")
    assert attachments.labelled(html, KNOWN, "") == html
