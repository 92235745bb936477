"""A video in a text: a box of lines that reads as plain text, and the figure that stands for it on the page.

The page shows a picture of ours and a plain link; nothing is asked of the
video's host before the reader goes there. See docs/decisions/0025-a-video-is-a-picture-and-a-link.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from urllib.parse import urlsplit

from ..errors import quoted
from ..model import Place, Problem, Video
from ..nearest import fold, nearest
from .lengths import in_words, meant, seconds_of
from .rules import fault

NAME = "video"
"""What opens the box: `::: video | Title`."""
KEYS = ("Adresse", "Længde", "Billede", "Alt", "Foto", "Undertekster", "Udskrift")
REQUIRED = {
    "Adresse": "Skriv fx Adresse: https://vimeo.com/123456",
    "Billede": "Skriv fx Billede: billeder/film.jpg",
    "Alt": "Skriv fx Alt: To kolleger ved en tavle",
}
LANGUAGES = (
    "arabisk", "dansk", "dari", "engelsk", "farsi", "finsk", "fransk", "færøsk", "grønlandsk", "hollandsk", "islandsk",
    "italiensk", "kurdisk", "litauisk", "norsk", "pashto", "polsk", "rumænsk", "russisk", "somali", "spansk", "svensk",
    "tigrinya", "tyrkisk", "tysk", "ukrainsk", "urdu",
)  # fmt: skip
"""Languages of captions (chosen: those that Danish municipalities mostly translate into)."""
CAPTIONS = {"ja": "Med undertekster.", "nej": "Uden undertekster.", "ingen tale": "Uden tale."}
BELOW = "nedenfor"
"""The transcript stands in the post itself."""
_LINE = re.compile(r"[ \t]*(?P<key>[^\W\d_][\w-]*)[ \t]*:[ \t]*(?P<value>.*?)[ \t]*")
_APART = re.compile(r"\s*,\s*|\s+og\s+")


@dataclass(frozen=True, slots=True)
class Film:
    """A video with the places of what it links to and shows."""

    start: int
    """Index of the line that opens its box."""
    end: int
    video: Video | None
    """None where an error was found."""
    address: Place
    picture: Place
    transcript: Place


@dataclass(slots=True)
class _Box:
    """The lines of one box, read."""

    place: Place
    title: str
    values: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def at(self, key: str) -> Place:
        return self.places.get(key, self.place)

    def report(self, rule: str, place: Place, message: str, hint: str) -> None:
        self.problems.append(fault(rule, place, message, hint))


def read_film(start: int, title: str, lines: Sequence[str], place: Place) -> tuple[Film, tuple[Problem, ...]]:
    """Return the film of a box that opens at `place` and index `start`; `lines` stand between its fences.

    Where a line is wrong the film has no video, and each error says what to write.
    """
    box = _Box(place, title)
    for number, line in enumerate(lines, 1):
        if line.strip():
            _take(line, Place(place.path, place.line + number), box)
    video = _video(box)
    if not box.problems and not _speaks_to_the_deaf(video):
        message = f'Videoen "{quoted(title)}" har hverken undertekster eller en udskrift.'
        hint = "Skriv Undertekster: dansk, Udskrift: og stien til teksten, eller Undertekster: ingen tale"
        warning = fault("video-captions", place, message, hint, "warning")
        return Film(start, start, video, box.at("Adresse"), box.at("Billede"), box.at("Udskrift")), (warning,)
    kept = None if box.problems else video
    film = Film(start, start, kept, box.at("Adresse"), box.at("Billede"), box.at("Udskrift"))
    return film, tuple(box.problems)


def figure(video: Video) -> str:
    """Return the HTML of a video; every word of the author's is text."""
    facts = [f"Video, {in_words(video.seconds)}" if video.seconds else "Video", video.captions]
    facts += ["Det, der bliver sagt, kan læses nedenfor" if video.transcript == BELOW else "", f"Åbner på {video.host}"]
    rows = [
        ("title", _link(video.address, video.title)),
        ("facts", escape(" ".join(f"{part.rstrip('.')}." for part in facts if part))),
        ("transcript", _transcript(video)),
        ("credit", escape(video.credit)),
    ]
    caption = "".join(f'<p class="video__{name}">{row}</p>\n' for name, row in rows if row)
    picture = f'<img src="{escape(video.picture)}" alt="{escape(video.alt)}">'
    return f'<figure class="video">\n{picture}\n<figcaption>\n{caption}</figcaption>\n</figure>'


def _transcript(video: Video) -> str:
    if video.transcript in ("", BELOW):
        return ""
    return _link(video.transcript, f'Læs, hvad der bliver sagt i "{video.title}"')


def _link(address: str, text: str) -> str:
    return f'<a href="{escape(address)}">{escape(text, quote=False)}</a>'


def _named(picture: str) -> str:
    """Return a picture's path as Pelican resolves it; a plain one begins at the content folder, as in a header."""
    return picture if picture.startswith(("{", "|")) else f"{{static}}/{picture.removeprefix('/')}"


# --- reading -------------------------------------------------------------------


def _take(line: str, place: Place, box: _Box) -> None:
    """Take one line into the box."""
    match = _LINE.fullmatch(line)
    if match is None:
        hint = f"Skriv et af ordene {', '.join(KEYS)}, et kolon og en værdi."
        box.report("video-line", _moved(place, len(line) - len(line.lstrip())), "Linjen har intet kolon.", hint)
        return
    key = next((k for k in KEYS if fold(k) == fold(match["key"])), None)
    at = _moved(place, match.start("key"))
    if key is None:
        near = nearest(match["key"], KEYS)
        guess = f'; mente du "{near}"?' if near else "."
        hint = f"Skriv {near}:" if near else f"Brug {', '.join(KEYS[:-1])} eller {KEYS[-1]}."
        box.report("video-line", at, f'Linjen "{quoted(match["key"])}" kendes ikke i en video{guess}', hint)
    elif key in box.places:
        box.report("video-line", at, f'"{key}" står to gange.', "Slet den ene linje.")
    else:
        box.values[key], box.places[key] = match["value"], _moved(place, match.start("value"))


def _moved(place: Place, offset: int) -> Place:
    return Place(place.path, place.line, offset + 1)


def _video(box: _Box) -> Video:
    """Return the video, with a problem in the box for each value that cannot be right."""
    if not box.title:
        box.report("video-missing", box.place, "Videoen mangler en titel.", "Skriv ::: video | Titel")
    for key, hint in REQUIRED.items():
        if not box.values.get(key):
            what = "en alternativ tekst (Alt)" if key == "Alt" else key
            box.report("video-missing", box.at(key), f"Videoen mangler {what}.", hint)
    address = box.values.get("Adresse", "")
    return Video(
        title=box.title,
        address=address,
        host=_host(address, box),
        picture=_named(box.values.get("Billede", "")),
        alt=box.values.get("Alt", ""),
        seconds=_seconds(box),
        credit=box.values.get("Foto", ""),
        captions=_captions(box),
        transcript=BELOW if fold(box.values.get("Udskrift", "")) == BELOW else box.values.get("Udskrift", ""),
    )


def _host(address: str, box: _Box) -> str:
    """Return the name of the host as readers know it; whether the address is safe, every link is asked."""
    if address.lower().startswith("https://"):
        try:
            return (urlsplit(address).hostname or "").removeprefix("www.")
        except ValueError:
            return ""
    if address:
        scheme, is_plain, rest = address.partition("http://")
        hint = f"Skriv https://{quoted(rest)}" if is_plain and not scheme else "Skriv fx https://vimeo.com/123456"
        message = f'Videoens adresse "{quoted(address)}" begynder ikke med https://.'
        box.report("video-address", box.at("Adresse"), message, hint)
    return ""


def _seconds(box: _Box) -> int:
    text = box.values.get("Længde", "")
    seconds = seconds_of(text) if text else 0
    if seconds is None:
        message = f'Længden "{quoted(text)}" kan ikke læses.'
        box.report("video-length", box.at("Længde"), message, f"Skriv {meant(text)}")
    return seconds or 0


def _captions(box: _Box) -> str:
    """Return what is said of the captions, as readers are told."""
    text = box.values.get("Undertekster", "")
    plain = " ".join(text.casefold().split())
    if not plain or plain in CAPTIONS:
        return CAPTIONS.get(plain, "")
    known: Mapping[str, str] = {fold(language): language for language in LANGUAGES}
    found = [(part, known.get(fold(part))) for part in _APART.split(plain)]
    wrong = next((part for part, language in found if language is None), None)
    if wrong is not None:
        near = nearest(wrong, (*LANGUAGES, *CAPTIONS))
        guess = f'; mente du "{near}"?' if near else "."
        hint = f"Skriv {near}" if near else "Skriv sprogene, fx dansk og engelsk, eller ja, nej eller ingen tale"
        box.report("video-line", box.at("Undertekster"), f'Sproget "{quoted(wrong)}" kendes ikke{guess}', hint)
        return ""
    *most, last = [language for _, language in found if language]
    return f"Med undertekster på {', '.join(most)} og {last}." if most else f"Med undertekster på {last}."


def _speaks_to_the_deaf(video: Video) -> bool:
    """Whether the video can be followed without hearing it: captions, a transcript, or nothing said (WCAG 1.2.2)."""
    return bool(video.transcript) or video.captions not in ("", CAPTIONS["nej"])
