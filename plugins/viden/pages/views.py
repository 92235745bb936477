"""One frozen type per kind of page: all that its template asks for, beside the frame.

A template gets a view as `view` and the frame as `site`, and nothing else; on
a post's or a page's own page Pelican's object stands beside them for its body.
See docs/decisions/0006-declared-names.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from ..model import (
    Abbreviation,
    Area,
    Blog,
    Byline,
    Comment,
    Correction,
    Dialogue,
    Facts,
    Heading,
    Image,
    Kind,
    Person,
    Pointer,
    Privacy,
    Publisher,
    Series,
    Video,
)
from .citing import Citation
from .credits import Credit
from .links import Link

# --- parts -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AbbreviationLine:
    """An abbreviation where it is explained in words."""

    abbreviation: Abbreviation
    anchor: str
    """Fragment of the page, unique on it."""


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file of the content folder that a body links to; each file once, in the order of the text."""

    path: str
    text: str
    """Of the first link to it, with a capital: in the list it begins a line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line of text: plain, linked, or a point in time."""

    text: str
    url: str = ""
    moment: datetime | date | None = None


Line = tuple[Piece, ...]
"""Joined without anything between, the texts give the line as it is to be read."""


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed with an address for each of its three formats."""

    title: str
    rss: str
    atom: str
    json: str = ""


@dataclass(frozen=True, slots=True)
class PageLink:
    number: int
    url: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Pages:
    """Where a page of a long list stands."""

    number: int = 1
    count: int = 1
    total: int = 0
    """Entries on all pages together."""
    links: tuple[PageLink, ...] = ()
    """The first, the last and those beside this one; empty where there is one page."""

    @property
    def previous(self) -> PageLink | None:
        return next((p for p in self.links if p.number == self.number - 1), None)

    @property
    def next(self) -> PageLink | None:
        return next((p for p in self.links if p.number == self.number + 1), None)


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts, linked to the list that has so many entries."""

    text: str
    number: int
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AreaTile:
    """An area with its number of posts, what it is about, and its newest post."""

    text: str
    number: int
    url: str
    note: str
    latest: Link | None = None


@dataclass(frozen=True, slots=True)
class BlogCard:
    """A blog in the list of blogs."""

    text: str
    number: int
    url: str
    note: str
    owner: Link | None = None
    feed: FeedLink | None = None
    """None while the blog has no posts."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of an A–Å list with its entries."""

    letter: str
    entries: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Posts under a heading."""

    title: str
    id: str
    """Fragment of the heading."""
    facts: tuple[Facts, ...]
    total: int = 0
    """Of the whole list, where this page shows a part of it."""
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AreaMark:
    """An area as shown on a post, with what speaks for it."""

    label: str
    url: str
    is_editors: bool
    words: tuple[str, ...] = ()
    """The forms in the text that weighed most, as written, at most three."""


@dataclass(frozen=True, slots=True)
class PointerLink:
    """A pointer shown away from home."""

    number: int
    heading: str
    url: str
    source: str
    """Title of the post it stands in."""


@dataclass(frozen=True, slots=True)
class Sender:
    """The card of a publisher below its posts."""

    name: str
    subtitle: str
    text: str
    url: str
    logo: str = ""
    logo_alt: str = ""
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event in words."""

    id: str
    name: str
    when: str
    """"Den 6. november 2020 kl. 09.00–15.00"."""
    wording: str
    """"holdes den …" before and "blev holdt den …" after."""
    form: str
    start: datetime | date
    end: datetime | date | None
    is_over: bool
    url: str = ""
    """Of the series' page, with the event's place on it."""
    calendar: str = ""
    """Of the calendar file."""
    description: str = ""
    speakers_heading: str = ""
    speakers: tuple[Line, ...] = ()
    organiser: str = ""
    """"Bag de tre temadage står …"."""
    organised_by: str = ""
    """The same without the sentence around it."""
    posts: tuple[Facts, ...] = ()
    number: int = 0
    series: str = ""
    poster: str = ""
    """Address of the poster, where a post about the event has pointers."""
    is_on: bool = False
    """Whether it has begun and is not over."""

    @property
    def state(self) -> str:
        """In one word or three where it stands at the instant of the build."""
        return "Afholdt" if self.is_over else "I gang nu" if self.is_on else "Kommende"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a series."""

    title: str
    url: str = ""
    """Empty for a part without a post."""
    note: str = ""
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class SeriesPlace:
    """Where a post stands in its series."""

    name: str
    url: str
    label: str
    """"Del 2 af 3", or empty where the post has no number."""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    facts: Facts
    reason: str


@dataclass(frozen=True, slots=True)
class Mailing:
    """A newsletter in words."""

    name: str
    rhythm: str
    """When it comes out, after "udkommer": "alle hverdage"."""
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """The call to subscribe, preset to a work area, else to a competence area, else to everything."""

    name: str
    url: str
    feed: FeedLink
    letter: Mailing | None = None
    """Work areas have one; competence areas have feeds only."""


@dataclass(frozen=True, slots=True)
class CommentLink:
    """A comment as told away from its post."""

    comment: Comment
    facts: Facts
    opening: str
    """The first words, cut at a word."""

    @property
    def url(self) -> str:
        return f"{self.facts.url}#{self.comment.anchor}"


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of a table, and how much it is beside the others."""

    text: str
    """What is counted: the name of the column."""
    number: int
    url: str = ""
    shade: int = 0
    """0 for none, 1 to 4 from few to many."""


@dataclass(frozen=True, slots=True)
class MapRow:
    """A row of numbers with its heading and its sum."""

    area: Link
    cells: tuple[Cell, ...]
    total: int
    """The row's posts, each once."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a work area has posts about, and what it has none about."""

    area: Link
    has: tuple[Count, ...]
    lacks: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """How many posts each work area got in each month."""

    columns: tuple[Link, ...]
    """The months, oldest first; a month without posts has no address."""
    rows: tuple[MapRow, ...]
    totals: tuple[Cell, ...]
    """Of each month, every post once."""
    summary: str
    """In words: which month had most."""
    total: int


@dataclass(frozen=True, slots=True)
class Role:
    """A line of a person's career."""

    text: str
    period: str = ""


@dataclass(frozen=True, slots=True)
class Subscription:
    """A row of the subscription page."""

    label: str
    note: str
    feed: FeedLink
    url: str = ""
    newsletter: FeedLink | None = None
    """The feed of weekly editions, in RSS and Atom."""
    id: str = ""
    number: int = 0


# --- pages -------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What every view has."""

    template: str
    url: str
    """From the site's root, without a leading `/`."""
    title: str
    """Unique on the site; the site's name is added in the head."""
    heading: str
    description: str
    """50 to 160 characters, for search engines and cards elsewhere."""
    breadcrumbs: tuple[Link, ...] = ()
    """From the front page down; the last entry is the page itself."""
    feeds: tuple[FeedLink, ...] = ()
    """The page's own feed first, then the site's."""
    section: str = ""
    """Address of the menu entry that the page belongs to."""
    kind_label: str = ""
    """A small line above the heading."""
    card: str = ""
    """Address of the picture that shows the page where its link is shared."""
    is_indexed: bool = True
    """Whether search engines and the sitemap may know of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontView(View):
    featured: tuple[Facts, ...] = ()
    newest: tuple[Facts, ...] = ()
    work_areas: tuple[AreaTile, ...] = ()
    competence_areas: tuple[Count, ...] = ()
    next_event: Meeting | None = None
    pointers: tuple[PointerLink, ...] = ()
    call: Call | None = None
    comments: tuple[CommentLink, ...] = ()
    """The newest ones."""
    popular: Group | None = None
    """What was read most, most first, or what editors recommend; the heading says which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView(View):
    """A page of `sider/`."""

    updated: datetime | None = None
    files: tuple[FileLink, ...] = ()
    abbreviations: tuple[AbbreviationLine, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingArea:
    """What an editor is told in preview of a post without a work area."""

    post: str
    """`Id`, as `accept` takes it."""
    suggested: tuple[Area, ...]
    """What the tagger proposes without being sure, likeliest first."""
    choices: tuple[Area, ...]
    """All work areas of the site."""

    @property
    def example(self) -> str:
        """The id that the command is shown with: the likeliest, else the first of all."""
        return next((area.id for area in (*self.suggested, *self.choices)), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown(View):
    """All that a post's own page shows beside its body."""

    facts: Facts
    kind: Kind
    citation: Citation
    kicker: tuple[Link, ...] = ()
    byline: Line = ()
    guest_line: Line = ()
    publisher_line: Line = ()
    authors: tuple[Person, ...] = ()
    titles: tuple[Byline, ...] = ()
    """Authors whose title on the day is to be told beside the byline."""
    updated: datetime | None = None
    """Only where it is a later day than the post's."""
    corrections: tuple[Correction, ...] = ()
    """As the body tells them; their boxes stand below the byline."""
    review_by: date | None = None
    """The day by which the text should have been looked at again, once it is past."""
    missing_area: MissingArea | None = None
    """Only ever told in preview."""
    image: Image | None = None
    credit: Credit | None = None
    """Of the image."""
    contents: tuple[Heading, ...] = ()
    pointers: tuple[Pointer, ...] = ()
    videos: tuple[Video, ...] = ()
    files: tuple[FileLink, ...] = ()
    abbreviations: tuple[AbbreviationLine, ...] = ()
    competence_areas: tuple[AreaMark, ...] = ()
    work_areas: tuple[AreaMark, ...] = ()
    topics: tuple[Link, ...] = ()
    organisations: tuple[Link, ...] = ()
    """Publishers among the keywords."""
    editions: tuple[Link, ...] = ()
    """Publications and days among the keywords; an empty address is plain text."""
    blog: Blog | None = None
    blog_url: str = ""
    blog_owner: Link | None = None
    """Whoever keeps the blog, where its own line does not say so."""
    series: SeriesPlace | None = None
    event: Meeting | None = None
    disclosure: str = ""
    publisher: Sender | None = None
    related: tuple[Related, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    row_name: str = ""
    """What previous and next walk through: "i serien", "i bloggen"."""
    call: Call | None = None
    is_call_placed: bool = False
    """Whether the body says where the call stands."""
    dialogue: Dialogue | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AreasView(View):
    areas: tuple[AreaTile, ...] = ()
    intro: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaView(View):
    area: Area
    kinds: tuple[Count, ...] = ()
    groups: tuple[Group, ...] = ()
    pages: Pages = Pages()
    pointers: tuple[PointerLink, ...] = ()
    all_pointers: Count | None = None
    others: tuple[Count, ...] = ()
    """Areas of the other facet that posts share with this one, each with the page of the pair."""
    others_heading: str = ""
    near: tuple[Count, ...] = ()
    """Areas of the same facet that share most posts with this one."""
    events: tuple[Meeting, ...] = ()
    """Coming events that posts of the area tell of."""
    calendar: str = ""
    """Of the area's calendar file, where it has events at all."""
    call: Call | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView(View):
    """An A–Å list: people, topics."""

    letters: tuple[Letter, ...] = ()
    intro: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AbbreviationsView(View):
    """Every abbreviation of the register, A–Å."""

    entries: tuple[AbbreviationLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleView(IndexView):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsView(IndexView):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView(View):
    person: Person
    current: str = ""
    roles: tuple[Role, ...] = ()
    facts: tuple[Facts, ...] = ()
    pages: Pages = Pages()
    talks: tuple[Meeting, ...] = ()
    blogs: tuple[Link, ...] = ()
    pointers: tuple[PointerLink, ...] = ()
    """Of posts by the person, and of meetings where the person spoke."""
    pointers_from: str = ""
    """Which of the two, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishersView(View):
    publishers: tuple[Sender, ...] = ()
    become: Line = ()
    """How one becomes a publisher."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherView(View):
    publisher: Publisher
    counts: tuple[Count, ...] = ()
    facts: tuple[Facts, ...] = ()
    pages: Pages = Pages()
    events: tuple[Meeting, ...] = ()
    competence_areas: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BlogsView(View):
    blogs: tuple[BlogCard, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BlogView(View):
    blog: Blog
    owner: Link | None = None
    facts: tuple[Facts, ...] = ()
    pages: Pages = Pages()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesListView(View):
    series: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView(View):
    series: Series
    meetings: tuple[Meeting, ...] = ()
    facts: tuple[Facts, ...] = ()
    """Posts of the series that belong to none of its events, in order."""
    pointers_url: str = ""
    part_of: str = ""
    calendar: str = ""
    """Of the file with all its events, while one of them is still to come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointersView(View):
    """Every pointer of a series or an area."""

    groups: tuple[tuple[Link, tuple[Pointer, ...]], ...] = ()
    """(post, its pointers)"""
    total: int = 0
    """Of all pages together."""
    pages: Pages = Pages()
    poster_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterView(View):
    """The pointers of a stafet, or of one of its meetings, on one sheet."""

    when: str = ""
    organiser: str = ""
    groups: tuple[tuple[Link, tuple[Pointer, ...]], ...] = ()
    has_texts: bool = False
    size: int = 1
    """1 for few pointers in large type, to 3 for many in small."""
    source: str = ""
    """Address where the pointers can be read in full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView(View):
    """A plain list of posts: a topic, a month."""

    facts: tuple[Facts, ...] = ()
    pages: Pages = Pages()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView(ListView):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveView(ListView):
    """The archive, a year of it or a month."""

    years: tuple[Count, ...] = ()
    months: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView(View):
    """The table competence area × work area, what it lacks, and when the posts came."""

    columns: tuple[Count, ...] = ()
    """The work areas with the number of their posts."""
    rows: tuple[MapRow, ...] = ()
    """The competence areas."""
    total: int = 0
    """Every post once; a post may stand in several cells and in none."""
    coverages: tuple[Coverage, ...] = ()
    timeline: Timeline | None = None
    """None where there are no posts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView(View):
    """The posts that belong to a work area and a competence area."""

    work_area: Link
    competence_area: Link
    facts: tuple[Facts, ...] = ()
    pages: Pages = Pages()
    feed: FeedLink


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView(View):
    coming: tuple[Meeting, ...] = ()
    past: tuple[Meeting, ...] = ()
    series: tuple[Link, ...] = ()
    """Series with coming events → the file of all their events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView(View):
    groups: tuple[Group, ...] = ()
    """Every title by area, A–Å; a post stands under each of its areas."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscribeView(View):
    """The page of all subscriptions."""

    everything: Subscription
    work_areas: tuple[Subscription, ...] = ()
    competence_areas: tuple[Subscription, ...] = ()
    opml: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscribeAreaView(View):
    """The subscription page of one area."""

    area: Area
    area_url: str
    subscription: Subscription
    pairs: tuple[Subscription, ...] = ()
    newest: tuple[Facts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView(View):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneView(View):
    """Where a text was withdrawn: all that is told of it is when."""

    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalView(View):
    """The accessibility statement's page, `/was/` and the privacy page; the template holds the words."""

    was_url: str = ""
    statement_date: date | None = None
    controller: str = ""
    privacy: Privacy = field(default_factory=Privacy)
    takes_comments: bool = False
    counts_readers: bool = False
    """Whether the front page shows what was read most, so that readers are told how it is counted."""
