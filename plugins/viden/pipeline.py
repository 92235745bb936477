"""The rooms' functions in the order in which content flows; the only module that knows all rooms.

    sources → registers, headers → posts → bodies → tags → library, with every Problem on the way

Programs that do not build come through here and never import Pelican; the
build itself reads its content here too, so that both judge alike.
See docs/decisions/0003-strict-reading-before-pelican.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from . import attachments, bodies, checks, comments, disk, feeds, headers, images, pages, registers, tagging
from .dates import long_date
from .errors import ordered
from .model import Area, Body, Comment, Library, Post, Problem, Registers, Source, TaggedPost, Zone

PAGE_FOLDERS = ("sider", "pages")
"""First folders of pages: ours, and stock Pelican's."""
NOT_POSTS = ("data", "udgaver")
"""First folders whose Markdown is no post."""
VOCABULARY = "ordliste"
"""Below the cache folder."""
MARKDOWN = (".md", ".markdown", ".mkd", ".mdown")

Compiled = Callable[[tuple[Area, ...]], tuple[tagging.Vocabulary, tuple[Problem, ...]]]
"""Areas → their vocabulary and what is wrong with their terms."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one strict reading of a content folder gives."""

    sources: tuple[Source, ...]
    registers: Registers
    vocabulary: tagging.Vocabulary
    tagged: tuple[TaggedPost, ...]
    """Every post and page that could be read, published or not, by path."""
    library: Library
    problems: tuple[Problem, ...]
    """Sorted; faults of drafts and left-out posts are warnings here."""
    left_out: tuple[tuple[str, str], ...]
    """(path, reason in Danish) of every post-like file that is not published."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(p for p in self.problems if p.severity == "error")

    def pages(self) -> tuple[TaggedPost, ...]:
        """Return the published pages of `sider/`."""
        return tuple(t for t in self.tagged if not t.post.is_article and t.post.status == "published")


@dataclass(frozen=True, slots=True)
class _File:
    """One post-like file on its way: `post` is None where the header could not be typed."""

    source: Source
    post: Post | None
    body: Body
    status: str
    problems: tuple[Problem, ...]


def read_folder(
    content: Path,
    defaults: Path,
    moment: datetime,
    with_drafts: bool = False,
    leave_out: Iterable[str] = (),
    cache: Path | None = None,
) -> Reading:
    """Read `content` strictly and return what it gives; `defaults` lends registers it lacks.

    In `cache`, a folder of the program's own, the vocabulary is kept until the next time.
    """
    sources, problems = disk.read_tree(content)
    lent, _ = disk.read_tree(defaults / "data")
    compiled = tagging.compile if cache is None else partial(tagging.kept, folder=cache / VOCABULARY)
    return read(sources, below("data", lent), moment, problems, with_drafts, leave_out, compiled)


def read_texts(texts: Path, content: Path, defaults: Path, moment: datetime) -> Reading:
    """Read a folder of loose texts as if they were the articles of `content`, with its registers and none of its posts."""
    found, problems = disk.read_tree(texts)
    known = disk.read_tree(content / "data")[0] if (content / "data").is_dir() else ()
    lent, _ = disk.read_tree(defaults / "data")
    return read((*below("artikler", found), *below("data", known)), below("data", lent), moment, problems)


def read(
    sources: tuple[Source, ...],
    lent: tuple[Source, ...],
    moment: datetime,
    problems: tuple[Problem, ...] = (),
    with_drafts: bool = False,
    leave_out: Iterable[str] = (),
    compiled: Compiled = tagging.compile,
) -> Reading:
    """Return the reading of `sources`. Pure: the same arguments always give the same value."""
    known, register_problems = registers.load(sources, lent)
    vocabulary, term_problems = compiled(known.competence_areas + known.work_areas)
    without = frozenset(leave_out)
    read_headers = tuple(
        (s, *headers.post(s, known, is_article=not is_page(s.path))) for s in sources if is_post(s.path)
    )
    titles = _titles(post for _, post, _, _ in read_headers if post is not None)
    lending = replace(known, boxes=(*known.boxes, *registers.made_boxes(known)))
    files = tuple(_read_file(*header, lending, titles) for header in read_headers)
    tagged = tuple(_tag(f.post, f.body, vocabulary) for f in files if f.post is not None)
    library = pages.library(tagged, lending, moment, with_drafts, tuple(sorted(without)))
    remarks, comment_problems = _comments(sources, files, moment)
    library = _with_comments(library, remarks)
    checked = checks.check(sources, tagged, known, library, feeds.feed_files(library) | pages.topic_urls(library))
    checked = (*checked, *_damaged(sources, tagged, library, checked), *_attached(sources, tagged, library))
    of_files = (p for f in files for p in f.problems)
    found = (*problems, *register_problems, *term_problems, *comment_problems, *checked, *of_files)
    softened = _soften(found, files, without)
    return Reading(
        sources,
        known,
        vocabulary,
        tagged,
        library,
        checks.excepted(softened, sources, moment),
        _absent(files, library, without),
    )


def is_post(path: str) -> bool:
    """Whether a file of the content folder is a post or a page by its place and name."""
    return path.endswith(MARKDOWN) and path.partition("/")[0] not in NOT_POSTS


def is_page(path: str) -> bool:
    return path.partition("/")[0] in PAGE_FOLDERS


def _titles(posts: Iterable[Post]) -> dict[str, tuple[str, str]]:
    """Return the names by which a text may lead to a post: path, `Id`, name in the address, file's name → (path, title).

    Where one name stands for two posts, the first of these four counts.
    """
    articles = tuple(p for p in posts if p.is_article)
    told: dict[str, tuple[str, str]] = {}
    for name_of in (lambda p: p.place.path, lambda p: p.id, lambda p: p.slug, _stem):
        for post in articles:
            told.setdefault(name_of(post), (post.place.path, post.title))
    return told


def _stem(post: Post) -> str:
    return post.place.path.rpartition("/")[2].rpartition(".")[0]


def _read_file(
    source: Source,
    post: Post | None,
    found: tuple[Problem, ...],
    status: str,
    known: Registers,
    titles: dict[str, tuple[str, str]],
) -> _File:
    if post is None:
        return _File(source, None, Body("", ""), status, found)
    body, faults = bodies.render(post.markdown, source.path, post.body_line, post.kind, known.boxes, titles)
    body = bodies.abbreviated(body, known.abbreviations)
    return _File(source, post, body, status, (*found, *faults))


def _comments(
    sources: Iterable[Source], files: Iterable[_File], moment: datetime
) -> tuple[tuple[Comment, ...], tuple[Problem, ...]]:
    """Return the approved comments on all posts, published or not."""
    posts = [f.post for f in files]
    ids = {p.id for p in posts if p is not None and p.is_article}
    return comments.read(sources, ids, moment, all_posts_are_known=None not in posts)


def _with_comments(library: Library, remarks: tuple[Comment, ...]) -> Library:
    """Return the library with the comments on its posts, due when one of them closes too."""
    turns = (library.due, comments.next_turn(library, remarks))
    return replace(
        library,
        due=min((t for t in turns if t is not None), default=None),
        dialogues=comments.dialogues(library, remarks),
        latest_comments=comments.latest(library, remarks),
    )


def _tag(post: Post, body: Body, vocabulary: tagging.Vocabulary) -> TaggedPost:
    """Return the post with its areas; pages of `sider/` have none."""
    if not post.is_article:
        return TaggedPost(post, body)
    return TaggedPost(post, body, tagging.decide(post, tagging.tags(_zones(post, body), body.words, vocabulary)))


def judgements(reading: Reading) -> dict[str, tagging.Judgement]:
    """Return post id → why the tagger gave what it gave, and what would change it."""
    articles = (t for t in reading.tagged if t.post.is_article)
    return {t.post.id: tagging.judge(_zones(t.post, t.body), t.body.words, reading.vocabulary) for t in articles}


def archive(reading: Reading) -> tuple[tagging.Text, ...]:
    """Return every article as the tagger reads it, for trying out what other words would do."""
    articles = (t for t in reading.tagged if t.post.is_article)
    return tuple(tagging.Text(t.post, _zones(t.post, t.body), t.body.words) for t in articles)


def rankings(reading: Reading) -> dict[str, tuple[tagging.Ranked, ...]]:
    """Return post id → all areas with points, before thresholds, caps and the guard."""
    articles = (t for t in reading.tagged if t.post.is_article)
    return {t.post.id: tagging.ranking(_zones(t.post, t.body), t.body.words, reading.vocabulary) for t in articles}


def zones(tagged: TaggedPost) -> tuple[Zone, ...]:
    """Return what the tagger reads of a post."""
    return _zones(tagged.post, tagged.body)


def _zones(post: Post, body: Body) -> tuple[Zone, ...]:
    return (*bodies.header_zones(post), *body.zones)


def _damaged(
    sources: Iterable[Source], tagged: Iterable[TaggedPost], library: Library, known: Iterable[Problem]
) -> tuple[Problem, ...]:
    """Return what is wrong inside the pictures that will be published, one fault for each file.

    Found before the build: a picture that cannot be written anew would stop Pelican half-way.
    """
    faulty = {p.place.path for p in known}
    own = (t for t in tagged if not t.post.is_article and t.post.status == "published")
    shown = pages.files_shown(library, own) - faulty
    pictures = (s for s in sources if s.path in shown and s.path.lower().endswith(tuple(images.EXTENSIONS)))
    return tuple(p for s in pictures for p in images.problems(s.data, s.path))


def _attached(sources: Iterable[Source], tagged: tuple[TaggedPost, ...], library: Library) -> Iterator[Problem]:
    """Yield what is wrong with the files that posts link to; what no published post uses stops nothing."""
    own = (t for t in tagged if not t.post.is_article and t.post.status == "published")
    out = tuple(t for facts, t in zip(library.facts, library.tagged) if not facts.is_draft)
    shown, linked = pages.files_shown(replace(library, tagged=out), own), pages.files_shown(library, tagged)
    known = library.registers
    organisations = (known.site.name, known.site.contact_name, *(p.name for p in known.publishers))
    for source in sources:
        if source.path in linked:
            found = attachments.problems(source.data, source.path, organisations)
            yield from found if source.path in shown else (_softer(p, "ikke udgivet") for p in found)


def _soften(found: Iterable[Problem], files: Iterable[_File], without: frozenset[str]) -> tuple[Problem, ...]:
    """Return the problems in order; errors of drafts, hidden and left-out posts are warnings that say so.

    The comments on such a post are as little published as the post.
    """
    reasons = {f.source.path: REASONS[f.status] for f in files if f.status != "published"}
    reasons |= dict.fromkeys(without, "udeladt")
    folders = {
        f"{comments.FOLDER}{f.post.id}": reasons[f.source.path] for f in files if f.post and f.source.path in reasons
    }
    return ordered(
        _softer(p, reasons.get(p.place.path, "") or folders.get(p.place.path.rpartition("/")[0], "")) for p in found
    )


def _softer(problem: Problem, reason: str) -> Problem:
    if not reason or problem.severity != "error":
        return problem
    return replace(problem, severity="warning", message=f"({reason}) {problem.message}")


REASONS = {"draft": "kladde", "hidden": "skjult"}
"""Why a post of that status is not published, as editors read it."""


def _absent(files: Iterable[_File], library: Library, without: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Return (path, reason) of each post that the library does not hold, so that nothing is lost in silence."""
    held = {facts.path for facts in library.facts}
    rows = []
    for file in files:
        path = file.source.path
        if path in without:
            rows.append((path, "udeladt"))
        elif file.status in REASONS:
            rows.append((path, REASONS[file.status]))
        elif file.post is None:
            rows.append((path, "kan ikke læses"))
        elif file.post.is_article and path not in held:
            rows.append((path, f"udgives {long_date(file.post.published)}"))
    return tuple(rows)


def below(folder: str, sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return the sources as they are named from the folder above."""
    return tuple(replace(s, path=f"{folder}/{s.path}") for s in sources)
