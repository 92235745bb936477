"""Guards what is told of a video away from its box: to machines, and in the Markdown copy of the post."""

from viden import pages
from viden.model import Body, Video

FILM = Video(
    "Sådan deler vi kode",
    "https://video.example.dk/12",
    "video.example.dk",
    "{static}/billeder/film.jpg",
    "To kolleger",
    seconds=3_905,
    captions="Med undertekster på dansk.",
    transcript="nedenfor",
)
BARE = Video("Mødet", "https://video.example.dk/2", "video.example.dk", "{static}/billeder/sal.jpg", "En sal")
BOX = """Først.

::: video | Sådan deler vi kode
Adresse: https://video.example.dk/12
Billede: billeder/film.jpg
Alt: To kolleger
Udskrift: {static}/filer/film.pdf
:::

Billede: billeder/andet.jpg er et filnavn her.

::: fakta | Et billede: billeder/tredje.jpg
Billede: billeder/fjerde.jpg
:::
"""


def article(build, *videos):
    library = build.library(build.tagged("a", body=Body("<p>Tekst.</p>", "Tekst.", videos=videos)))
    frame = pages.frame(library.registers, "", "https://viden.example")
    return frame.structured(pages.shown_posts(library)["artikler/a.md"])["@graph"][1]


def test_machines_are_told_what_the_page_says_of_a_video_and_no_more(build):
    assert article(build, FILM, BARE)["video"] == [
        {
            "@type": "VideoObject",
            "name": "Sådan deler vi kode",
            "url": "https://video.example.dk/12",
            "thumbnailUrl": "https://viden.example/billeder/film.jpg",
            "duration": "PT1H5M5S",
            "accessibilityFeature": ["captions", "transcript"],
        },
        {
            "@type": "VideoObject",
            "name": "Mødet",
            "url": "https://video.example.dk/2",
            "thumbnailUrl": "https://viden.example/billeder/sal.jpg",
        },
    ]


def test_a_post_without_video_is_no_video(build):
    assert "video" not in article(build)


def test_the_picture_of_a_video_leads_somewhere_in_the_markdown_copy(build):
    library = build.library(build.tagged("a", markdown=BOX))
    frame = pages.frame(library.registers, "", "https://viden.example")
    made = {a.path: a.body.decode() for a in pages.machine_files(library, (), (), frame)}

    copy = made["artikler/a/index.md"]
    assert "\nBillede: https://viden.example/billeder/film.jpg\n" in copy
    assert "\nUdskrift: https://viden.example/filer/film.pdf\n" in copy
    assert "\nBillede: billeder/andet.jpg er et filnavn her.\n" in copy
    assert "\nBillede: billeder/fjerde.jpg\n" in copy
