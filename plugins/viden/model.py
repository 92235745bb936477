"""The values that flow through the rooms; this module imports nothing of ours.

Sequences are tuples, text is NFC, times carry a zone. A step takes values and
returns new ones. See docs/decisions/0001-pure-core-and-one-bridge.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

# --- where things stand, and what is wrong with them -------------------------


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a source file."""

    path: str
    """Relative to the content folder, with `/`."""
    line: int = 1
    """From 1; the header counts."""
    column: int = 1
    """From 1, in code points."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault, ready to be shown to an editor."""

    place: Place
    severity: str
    """`error` or `warning`."""
    rule: str
    """Stable id in kebab-case English."""
    message: str
    """Danish: what is wrong, and the nearest right value."""
    hint: str = ""
    """Danish: what to write instead."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read, once."""

    path: str
    """Relative to the content folder, with `/`, NFC."""
    data: bytes
    digest: str
    """SHA-256 of `data`, in hex."""


# --- headers -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a header, with the place where the value begins."""

    key: str
    """The contract's English name in lower case, such as `work_areas`."""
    value: str
    place: Place
    written: str = ""
    """The key as the author wrote it."""
    key_place: Place | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """What the author wrote above the body, in the author's order."""

    fields: tuple[Field, ...]
    form: str
    """`lines` (Pelican's `Key: value`) or `yaml` (between `---` lines)."""
    place: Place
    body_line: int
    """The line of the file on which the body begins."""

    def get(self, key: str) -> Field | None:
        """Return the field of that key, or None."""
        return next((f for f in self.fields if f.key == key), None)


# --- registers ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of post, with the words that readers see."""

    id: str
    singular: str
    plural: str
    byline: str
    """The noun of a guest line: "Blogindlæg af …"."""
    section: str
    """The newsletter section that holds it."""


KINDS = (
    Kind("blog", "Blog", "Blogindlæg", "Blogindlæg", "Debat"),
    Kind("pointer", "Pointer", "Pointer", "Pointer samlet", "Videndeling"),
    Kind("article", "Artikel", "Artikler", "Artikel", "Nyheder"),
    Kind("debate", "Debat", "Debatindlæg", "Debatindlæg", "Debat"),
    Kind("press", "Pressemeddelelse", "Pressemeddelelser", "Pressemeddelelse", "Nyheder"),
    Kind("case", "Case", "Cases", "Case", "Videndeling"),
    Kind("event", "Arrangement", "Arrangementer", "Arrangement", "Inspiration"),
    Kind("tool", "Værktøj", "Værktøjer", "Værktøj", "Inspiration"),
)
"""The eight kinds of the contract; the first word is the stored id."""

COMPETENCE = "competence"
WORK = "work"


@dataclass(frozen=True, slots=True)
class Term:
    """A term of an area, as an editor wrote it in the register."""

    text: str
    weight: int
    """3 names the area, 2 strong, 1 hint, 0 masks."""
    kind: str = "navn"
    """`navn`, `rolle`, `ting` or `handling`."""
    compound: str = "nej"
    """Where it may stand in a compound: `begge`, `foerste`, `sidste`, `nej`."""
    gap: int = 0
    """Words allowed between the words of a phrase."""
    only_with: tuple[str, ...] = ()
    """Counts only if one of these terms is in the post."""
    forms: tuple[str, ...] = ()
    """Irregular forms, beside the regular ones."""
    capitals: bool = False
    """Match only with the written capitals."""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A competence area or a work area."""

    id: str
    facet: str
    """`competence` or `work`."""
    label: str
    label_en: str
    definition: str
    not_here: str = ""
    """What belongs to another area ("ikke")."""
    terms: tuple[Term, ...] = ()
    never: tuple[str, ...] = ()
    """Forms that must never match ("undgaa")."""
    sure: int = 0
    """Score from which the area is sure, in thousandths; 0: the facet's."""
    suggestion: int = 0
    """Score from which it is suggested; 0: the facet's."""
    mappings: tuple[tuple[str, str, str], ...] = ()
    """(scheme, code or name, relation), such as `("kle", "29", "related")`."""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """What a person is or was, and where."""

    title: str = ""
    preposition: str = "i"
    organisations: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A row of the people register."""

    id: str
    """Also the slug under `/personer/`."""
    name: str
    roles: tuple[Role, ...] = ()
    portrait: str = ""
    """Path inside the content folder, or empty."""
    text: str = ""
    email: str = ""
    phone: str = ""
    links: tuple[tuple[str, str], ...] = ()
    """(label, address)."""
    in_register: bool = True
    """False for a guest that only a byline names."""
    place: Place | None = None

    @property
    def home(self) -> str:
        """Where the person is known from: the first organisation that the register names, or an empty text."""
        return next((o for r in self.roles for o in r.organisations), "")


@dataclass(frozen=True, slots=True)
class Publisher:
    id: str
    name: str
    subtitle: str = ""
    text: str = ""
    url: str = ""
    logo: str = ""
    logo_alt: str = ""
    byline: str = ""
    """`long`, `short`, `date-first` or empty for the site's."""
    disclosure: str = ""
    """A standing text that follows each of its posts."""
    place: Place | None = None
    publications: tuple[str, ...] = ()
    """Names of its papers and letters, which are no topics."""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Blog:
    id: str
    name: str
    owner: str = ""
    """Id of a person, or empty."""
    tagline: str = ""
    publisher: str = ""
    byline: str = ""
    place: Place | None = None
    comment_months: int | None = None
    """Months after a post in which it may be commented; None: the site's."""
    comment_call: str = ""
    """Heading of the call to comment; empty: the site's."""


@dataclass(frozen=True, slots=True)
class Speaker:
    name: str
    role: str = ""
    """As it is to be printed after the name; empty: taken from the people register."""
    person: str = ""
    """Id in the people register, or empty."""


@dataclass(frozen=True, slots=True)
class Event:
    """One meeting of a series."""

    id: str
    name: str
    start: datetime | date
    end: datetime | date | None = None
    form: str = ""
    """Where and how: "virtuelt på Teams"."""
    description: str = ""
    speakers: tuple[Speaker, ...] = ()
    organiser: str = ""
    aliases: tuple[str, ...] = ()
    """Other names in use: "anden temadag", "Stafet 2"."""
    series: str = ""
    number: int = 0
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A stafet or another series: a row of meetings or parts."""

    id: str
    name: str
    description: str = ""
    organiser: str = ""
    period: str = ""
    """In words: "fra oktober 2026 til februar 2027"."""
    events: tuple[Event, ...] = ()
    place: Place | None = None
    about: str = ""
    """Markdown: what its fact box says above the meetings; empty: the description."""


@dataclass(frozen=True, slots=True)
class Box:
    """A reusable box."""

    id: str
    name: str
    """`fakta`, `læs også`, `nyhedsbrev`, `citat`, `redaktør` or `kontakt`."""
    heading: str
    markdown: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Privacy:
    """What `site.yaml` says about readers' personal data, in words for `/privatliv/`; empty where it says nothing."""

    controller: str = ""
    """Who answers, where that is another than the site's contact."""
    dpo: str = ""
    """How the data protection officer is reached: mail address, or a line of text."""
    purpose: str = ""
    """After "Formålet er": why the server keeps a log."""
    basis: str = ""
    """After "Grundlaget er": the article of the regulation."""
    log_days: int = 0
    server: str = ""
    """Who runs the server, where that is another."""


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """What `site.yaml` says about the site and who answers for it."""

    name: str
    tagline: str = ""
    authority: str = ""
    """Of the tag: URIs: `example.dk,2026`. Never changes."""
    founded: date = date(2026, 1, 1)
    publisher: str = ""
    """Id of the site's own organisation in the publisher register."""
    byline: str = "long"
    credit: str = ""
    """Image credit where a post gives none; empty: a missing credit is an error."""
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    contact_address: str = ""
    cvr: str = ""
    was_url: str = ""
    statement_date: date | None = None
    featured: tuple[str, ...] = ()
    """Ids of posts that the front page shows first."""
    description: str = ""
    become_publisher: str = ""
    url: str = ""
    """The site's public address, absolute; SITEURL wins over it. Feeds need one on any machine."""
    privacy: Privacy = Privacy()
    recommended: tuple[str, ...] = ()
    """Ids of posts that editors recommend, where readers have not been counted."""
    comment_email: str = ""
    """Where readers send comments; empty: nobody is asked for any."""
    comment_months: int | None = None
    """Months after a post in which it may be commented; None: always."""
    comment_call: str = ""
    """Heading of the call to comment; empty: "Svar på dette indlæg" with the title."""
    competence_intro: str = ""
    """What stands above the list of competence areas; empty: words that fit any site."""
    work_intro: str = ""
    """The same for the work areas."""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what it stands for."""

    short: str
    long: str
    url: str = ""
    """Where one can read more, absolute, or empty."""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Words that a search treats as near each other."""

    words: tuple[str, ...]
    """A query for one of these also finds `finds`."""
    finds: tuple[str, ...]
    """The same words in a two-way group."""
    weight: int = 45
    """Percent of a direct hit, 1 to 45."""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When editions of a rhythm close; the time belongs to the rhythm, not to the list."""

    id: str
    """`dag`, `uge` or `maaned`."""
    hour: int
    minute: int
    weekday: int = 4
    """For `uge`: 0 is Monday."""
    day: int = 0
    """For `maaned`: day of the month, 0 for the last."""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Newsletter:
    """A list that one can subscribe to."""

    id: str
    name: str
    work_areas: tuple[str, ...]
    rhythms: tuple[str, ...]
    begins: date
    competence_areas: tuple[str, ...] = ()
    """Narrows the list; empty: all."""
    kinds: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    sections: tuple[tuple[str, str], ...] = ()
    """(kind, section) where the list moves a kind out of its usual section."""
    text: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class MostRead:
    """How many read the posts in one month, counted from the server's log."""

    month: date
    """Its first day."""
    rows: tuple[tuple[str, int], ...]
    """(`Id` of a post, readers), most first, equal numbers by id."""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A former address whose text was taken down for good."""

    address: str
    """As the editor wrote it, from the site's root with its leading `/`."""
    day: date | None = None
    place: Place | None = None


def is_code(tag: str) -> bool:
    """Whether a keyword is six or eight digits: the date of an edition, of use to nobody else."""
    return tag.isascii() and tag.isdigit() and len(tag) in (6, 8)


@dataclass(frozen=True, slots=True)
class Registers:
    """All registers, typed. Lookups by id go through the small methods."""

    site: SiteInfo
    competence_areas: tuple[Area, ...] = ()
    work_areas: tuple[Area, ...] = ()
    people: tuple[Person, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    blogs: tuple[Blog, ...] = ()
    series: tuple[Series, ...] = ()
    boxes: tuple[Box, ...] = ()
    synonyms: tuple[Synonyms, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    rhythms: tuple[Rhythm, ...] = ()
    newsletters: tuple[Newsletter, ...] = ()
    most_read: MostRead | None = None
    withdrawn: tuple[Withdrawn, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """Every event of every series, in the register's order."""
        return tuple(e for s in self.series for e in s.events)

    def area(self, id: str) -> Area | None:
        return next((a for a in self.competence_areas + self.work_areas if a.id == id), None)

    def person(self, id: str) -> Person | None:
        return next((p for p in self.people if p.id == id), None)

    def namesakes(self, name: str) -> tuple[Person, ...]:
        """Return the people of the register who bear the name, in any case of its letters."""
        return tuple(p for p in self.people if p.name.casefold() == name.casefold())

    def told_apart(self, id: str, name: str) -> str:
        """Return a person's name; with a namesake in the register "Ida Holm (Ravnsø Kommune)", or the id if that tells nothing."""
        homes = {p.id: p.home for p in self.namesakes(name)}
        if len(homes) < 2 or id not in homes:
            return name
        home = homes[id]
        return f"{name} ({home if home and list(homes.values()).count(home) == 1 else id})"

    def publisher(self, id: str) -> Publisher | None:
        return next((p for p in self.publishers if p.id == id), None)

    def blog(self, id: str) -> Blog | None:
        return next((b for b in self.blogs if b.id == id), None)

    def series_of(self, id: str) -> Series | None:
        return next((s for s in self.series if s.id == id), None)

    def publisher_named(self, tag: str) -> str:
        """Return the id of the publisher that a keyword names, or an empty text."""
        wanted = tag.casefold()
        return next((p.id for p in self.publishers if wanted in (p.id, p.name.casefold())), "")

    def is_topic(self, tag: str) -> bool:
        """Whether a keyword gets a page: not a publisher, a publication or the code of a day, such as 270519."""
        papers = (name for p in self.publishers for name in p.publications)
        names = (name.casefold() for name in (*papers, *(letter.name for letter in self.newsletters)))
        return not (is_code(tag) or tag.casefold() in set(names) or self.publisher_named(tag))

    def event(self, id: str) -> Event | None:
        return next((e for e in self.events if e.id == id), None)


# --- posts -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Image:
    path: str
    """Path inside the content folder."""
    alt: str
    credit: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """A post as its header says, registers resolved; the body is still Markdown."""

    id: str
    kind: str
    title: str
    slug: str
    published: datetime
    """Europe/Copenhagen."""
    has_time: bool
    """Whether the header gave a clock time, so that it may be shown."""
    markdown: str
    place: Place
    body_line: int = 1
    is_article: bool = True
    """False for a page of `sider/`."""
    id_is_provisional: bool = False
    updated: datetime | None = None
    summary: str = ""
    authors: tuple[Person, ...] = ()
    publisher: str = ""
    blog: str = ""
    competence_areas: tuple[str, ...] | None = None
    """The editor's own ids; an empty tuple means none, None that the tagger decides."""
    work_areas: tuple[str, ...] | None = None
    reject_areas: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    category: str = ""
    series: str = ""
    part: int = 0
    event: str = ""
    image: Image | None = None
    review_by: date | None = None
    old_urls: tuple[str, ...] = ()
    status: str = "published"
    """`published`, `draft` or `hidden`."""
    lang: str = "da"
    header: Header | None = None


# --- comments ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment that an editor has approved, or what is left of one that was removed."""

    post: str
    """`Id` of the post."""
    number: int
    """From 1, never given twice within a post."""
    name: str
    day: date
    """When it was written."""
    text: str
    """Plain text; paragraphs are parted by a blank line."""
    reply_to: int = 0
    """Number of the comment that it answers, 0 for the post itself."""
    consent: str = ""
    """How the writer has agreed to publication, for editors alone."""
    is_removed: bool = False
    place: Place = Place("")

    @property
    def anchor(self) -> str:
        """Fragment on the post's page."""
        return f"kommentar-{self.number}"

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(p.strip("\n") for p in self.text.split("\n\n") if p.strip())


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment on the post and all that followed from it, oldest first."""

    first: Comment
    replies: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The comments of one post, and how to write one."""

    post: str
    """`Id` of the post."""
    threads: tuple[Thread, ...] = ()
    heading: str = ""
    """Of the call to comment."""
    call: str = ""
    """`mailto:` address of a prepared mail; empty where nothing can be sent."""
    answers: tuple[tuple[int, str], ...] = ()
    """(number, `mailto:` address that answers that comment)."""
    last_day: date | None = None
    """The last day on which one may comment; None: always."""
    is_closed: bool = False
    fields: tuple[str, ...] = ()
    """Of the prepared mail, those that must be filled in."""

    @property
    def comments(self) -> tuple[Comment, ...]:
        """Every comment in reading order, removed ones that are still answered too."""
        return tuple(c for t in self.threads for c in (t.first, *t.replies))

    @property
    def count(self) -> int:
        """How many comments can be read."""
        return sum(not c.is_removed for c in self.comments)

    def answer(self, number: int) -> str:
        """Return the address that answers a comment, or an empty text."""
        return dict(self.answers).get(number, "")

    def comment(self, number: int) -> Comment | None:
        return next((c for c in self.comments if c.number == number), None)


# --- bodies ------------------------------------------------------------------

ZONES = ("title", "summary", "heading", "lead", "body", "list", "none")
"""Zone kinds, see TAGGING weights in `tagging/scores.py`; `none` counts nothing."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of plain text with one standing, and where each word of it is written."""

    kind: str
    """One of `ZONES`."""
    text: str
    places: tuple[tuple[int, int, int], ...] = ()
    """(offset in `text`, line, column) for the start of each word, ascending."""


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str
    anchor: str
    place: Place


@dataclass(frozen=True, slots=True)
class Pointer:
    """A numbered pointer of a post of kind `pointer`."""

    number: int
    heading: str
    text: str
    """Plain text."""
    anchor: str
    """`pointer-N`."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a body links to or shows, as the author wrote it."""

    kind: str
    """`link` or `image`."""
    address: str
    """`{filename}…`, `{static}…`, `#…`, `https:…`, `mailto:…`."""
    text: str
    """Link text, or alt text."""
    place: Place
    decorative: bool = False


@dataclass(frozen=True, slots=True)
class Video:
    """A video on another site, shown by a picture of ours and a link."""

    title: str
    address: str
    """Absolute, `https:`."""
    host: str
    """Name of the site without `www.`."""
    picture: str
    """`{static}/…`."""
    alt: str
    seconds: int = 0
    """0 where the length is not told."""
    credit: str = ""
    captions: str = ""
    """A Danish sentence on its captions, or empty."""
    transcript: str = ""
    """Address of what is said, `nedenfor` where it stands in the post, or empty."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What editors have mended in a post since it came out."""

    day: date
    text: str
    """Plain text, without "Rettet den …:"."""


@dataclass(frozen=True, slots=True)
class Body:
    """A post's body: safe HTML whose link targets are still names."""

    html: str
    text: str
    """Plain prose, paragraphs apart by a newline; boxes left out."""
    zones: tuple[Zone, ...] = ()
    headings: tuple[Heading, ...] = ()
    targets: tuple[Target, ...] = ()
    pointers: tuple[Pointer, ...] = ()
    words: int = 0
    """Prose words, for reading time and damping."""
    videos: tuple[Video, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    """Those explained in it, in the order of the text."""
    corrections: tuple[Correction, ...] = ()
    places_call: bool = False
    """Whether a box of its own says where the call to subscribe is to stand."""


# --- tags --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """One hit: what it was, where, and what it added to the score."""

    term: str
    form: str
    """As written in the post."""
    zone: str
    line: int
    column: int
    share: int
    """Thousandths; the shares of a tag add up to its score."""


@dataclass(frozen=True, slots=True)
class Tag:
    area: str
    facet: str
    tier: str
    """`sure` or `suggestion`."""
    score: int
    """Thousandths; 0 where only an editor gave the area."""
    origin: str
    """`editor` or `tagger`."""
    evidence: tuple[Evidence, ...] = ()
    limit: int = 0
    """Score from which this area is sure; 0: the facet's."""


@dataclass(frozen=True, slots=True)
class TaggedPost:
    post: Post
    body: Body
    tags: tuple[Tag, ...] = ()
    """All that the tagger proposes, and what the editor gave."""

    def areas(self, facet: str) -> tuple[str, ...]:
        """Return the ids that count for the site: the editor's, or the sure ones."""
        return tuple(t.area for t in self.tags if t.facet == facet and (t.origin == "editor" or t.tier == "sure"))

    def suggested(self, facet: str) -> tuple[str, ...]:
        """Return the ids that are listed and never applied, until an editor accepts them."""
        return tuple(t.area for t in self.tags if t.facet == facet and t.origin == "tagger" and t.tier != "sure")

    @property
    def lacks_work_area(self) -> bool:
        """Whether nobody gave the post a work area, and no editor said that it has none."""
        return self.post.is_article and self.post.work_areas is None and not self.areas(WORK)


# --- what others may show of a post ------------------------------------------


@dataclass(frozen=True, slots=True)
class Byline:
    """An author as printed on a post."""

    id: str
    name: str
    title: str = ""
    """Title and organisation on the post's date: "sekretariatschef, Foreningen X"."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that any page but its own may show of a published post."""

    id: str
    kind: str
    title: str
    slug: str
    url: str
    """From the site's root, without leading `/`: `artikler/<slug>/`."""
    path: str
    """Source path inside the content folder."""
    published: datetime
    has_time: bool
    updated: datetime | None
    summary: str
    """The author's, or empty."""
    teaser: str
    """Summary or first paragraph, at most 160 characters, cut at a word."""
    authors: tuple[Byline, ...] = ()
    publisher: str = ""
    blog: str = ""
    competence_areas: tuple[str, ...] = ()
    work_areas: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    series: str = ""
    part: int = 0
    event: str = ""
    image: Image | None = None
    pointers: tuple[Pointer, ...] = ()
    minutes: int = 1
    lang: str = "da"
    is_draft: bool = False
    """Only ever true in preview."""
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Library:
    """Every published post, in one total order: newest first, equal times by `Id`."""

    facts: tuple[Facts, ...]
    registers: Registers
    moment: datetime
    """The instant of the build."""
    due: datetime | None = None
    """The next instant at which the same files give another site."""
    tagged: tuple[TaggedPost, ...] = field(default=(), compare=False)
    """The same posts in the same order, for pages about themselves, feeds and search."""
    dialogues: tuple[Dialogue, ...] = ()
    """One for each of these posts that has comments or may have, in the same order."""
    latest_comments: tuple[Comment, ...] = ()
    """The newest comments on these posts, newest first."""
    is_preview: bool = False
    """Whether only editors see it, who are then told what is missing."""


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file of the output."""

    path: str
    """Relative to the output folder, with `/`."""
    body: bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """A published picture and the widths in which it is offered."""

    path: str
    """Of the picture itself, upright and without metadata."""
    width: int
    """In pixels, as the height: of the picture as it is shown, upright."""
    height: int
    sources: tuple[tuple[str, tuple[tuple[int, str], ...]], ...] = ()
    """(media type, ((width in pixels, path), … narrowest first)) for each format; the picture's own comes last."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A published file that posts link to, in words."""

    path: str
    """In the output, as in the content folder."""
    short: str
    """Its kind in a link: "PDF"."""
    long: str
    """Its kind in a list: "Word-dokument"."""
    size: str
    """In words: "340 KB"."""
    is_tagged: bool | None = None
    """Of a PDF: whether its text is marked up for screen readers; None for other kinds."""


# --- what one may subscribe to -------------------------------------------------


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed that the site has, whether or not it has items yet."""

    id: str
    """`alle`, the id of a register's row, or the two ids of a pair of areas with `+` between them."""
    kind: str
    """`all`, `work`, `competence`, `pair`, `blog`, `publisher`, `person`, `series`, or `newsletter`
    for the weekly editions of a work area."""
    name: str
    """What it is about, in words: "Ældre og sundhed"."""
    title: str
    """As readers list it; unique among all channels: "Videnstafet – Ældre og sundhed"."""
    path: str
    """Stem below `feeds/`: `arbejdsomraade/aeldre-sundhed`. Never changes."""
    url: str
    """Its HTML page, from the site's root."""
    description: str
    """One Danish sentence in plain text."""
    formats: tuple[str, ...] = ("rss", "atom", "json")


@dataclass(frozen=True, slots=True)
class WeeklyEdition:
    """The posts that a work area got in one ISO week that is over."""

    area: str
    """Id of the work area."""
    year: int
    """ISO year of the week: 1 January 2027 lies in week 53 of 2026."""
    week: int
    closes: datetime
    """Monday 00:00 after the week, Europe/Copenhagen: the instant of the edition."""
    sections: tuple[tuple[str, tuple[Facts, ...]], ...]
    """(heading, posts newest first), sections in the newsletter's order, none empty."""
    corrections: tuple[tuple[Facts, Correction], ...] = ()
    """Of posts that earlier editions brought, by day, each told in one edition only."""

    @property
    def key(self) -> str:
        """`2026-W47`."""
        return f"{self.year:04d}-W{self.week:02d}"

    @property
    def items(self) -> tuple[Facts, ...]:
        """Every post once, in reading order."""
        return tuple(f for _, facts in self.sections for f in facts)
