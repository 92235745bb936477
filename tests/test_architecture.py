"""Guards the house: imports point one way, the core is pure, and every library has its room."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PLUGINS = Path(__file__).resolve().parent.parent / "plugins"
CORE = PLUGINS / "viden"
BRIDGE = PLUGINS / "viden_pelican"
THIN = ("competence_tags", "knowledge_pages", "topic_feeds", "newsletter_editions", "site_search")

BELOW = {
    "model": set(),
    "errors": {"model"},
    "nearest": {"errors", "model"},
    "dates": {"errors", "model", "nearest"},
    "addresses": {"errors", "model", "nearest"},
    "positions": {"errors", "model", "nearest"},
    "disk": {"errors", "model", "nearest"},
    "language": {"errors", "model", "nearest"},
}
"""What each module under the rooms may import of ours."""
GROUND = set(BELOW)
ROOMS = {
    "registers", "headers", "bodies", "images", "tagging", "pages", "feeds", "editions", "mail", "search", "checks",
    "importing", "builds", "visits", "comments", "attachments", "skos",
}  # fmt: skip
LIBRARY_ROOMS = {
    "pelican": set(),
    "markdown": {"bodies"},
    "nh3": {"bodies", "importing"},
    "bs4": {"bodies", "importing"},
    "lxml": {"bodies", "importing", "feeds"},
    "feedgen": {"feeds"},
    "PIL": {"images"},
    "whoosh": {"search"},
    "jinja2": set(),
    "yaml": {"positions"},
    "snowballstemmer": {"language"},
    "rdflib": {"skos"},
}
"""Which rooms of the core may import which library."""
BANNED = {
    "time", "locale", "random", "socket", "subprocess", "pickle", "marshal", "shelve", "tempfile", "urllib.request",
    "http", "smtplib", "secrets", "uuid", "requests",
}  # fmt: skip
PACKAGE_DATA = {("language", "resources.files(__package__).joinpath('data', _FILE).read_text")}
"""Named exception: what is read here is part of the program, like its modules, and no file of a site."""
GUARDED = {("search", "pickle"), ("disk", "time"), ("disk", "tempfile"), ("tagging", "random")}
"""Named exceptions: the restricted unpickler of Whoosh's index, the lock that waits, and the seeded draw of the bootstrap."""


def modules(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*.py")) if "__pycache__" not in path.parts)


def room_of(path: Path) -> str:
    first = path.relative_to(CORE).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Yield (absolute dotted name, line) of each import; relative ones are made absolute."""
    package = path.relative_to(PLUGINS).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            name = ".".join([*base, *([node.module] if node.module else [])])
            yield name, node.lineno
            if (node.level and not node.module) or name == "viden":
                yield from ((f"{name}.{alias.name}", node.lineno) for alias in node.names)


CORE_MODULES = list(modules(CORE))


@pytest.mark.parametrize("path", CORE_MODULES, ids=lambda p: str(p.relative_to(PLUGINS)))
def test_core_imports_point_downward(path: Path) -> None:
    room = room_of(path)
    ours = {name.split(".")[1] for name, _ in imports(path) if name.startswith("viden.")}
    if room in {"pipeline", "__init__"}:
        return
    allowed = BELOW.get(room, GROUND) | {room}

    assert ours <= allowed, f"{room} may not import {sorted(ours - allowed)}"


@pytest.mark.parametrize("path", CORE_MODULES, ids=lambda p: str(p.relative_to(PLUGINS)))
def test_the_core_is_pure_and_every_library_has_its_room(path: Path) -> None:
    room = room_of(path)
    found = {name.split(".")[0] for name, _ in imports(path)} | {name for name, _ in imports(path)}

    assert not {f for f in found & BANNED if (room, f) not in GUARDED}
    assert not {lib for lib in found & set(LIBRARY_ROOMS) if room not in LIBRARY_ROOMS[lib]}


@pytest.mark.parametrize("path", CORE_MODULES, ids=lambda p: str(p.relative_to(PLUGINS)))
def test_the_core_asks_for_no_clock_environment_or_file(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    room = room_of(path)
    called = {ast.unparse(n.func) for n in ast.walk(tree) if isinstance(n, ast.Call)}
    named = {ast.unparse(n) for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
    clocks = {c for c in called if c.rpartition(".")[2] in {"now", "utcnow", "today"}}

    assert not clocks
    assert "os.environ" not in named
    assert not called & {"eval", "exec", "setlocale", "os.getenv"}
    if room != "disk":
        assert not {
            c
            for c in called
            if (room, c) not in PACKAGE_DATA
            and (
                c == "open"
                or (
                    not c.startswith("disk.")
                    and c.endswith((".read_text", ".read_bytes", ".write_text", ".write_bytes"))
                )
            )
        }


def test_the_core_and_the_quick_programs_need_no_pelican() -> None:
    for path in [
        *CORE_MODULES,
        BRIDGE / "settings.py",
        BRIDGE / "templates.py",
        BRIDGE / "report.py",
        BRIDGE / "preview.py",
    ]:
        top_level = [
            n for n in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(n, ast.Import | ast.ImportFrom)
        ]
        names = {n.module if isinstance(n, ast.ImportFrom) else n.names[0].name for n in top_level}

        assert not {n for n in names if n and n.split(".")[0] == "pelican"}, path


def test_no_module_is_imported_by_two_names() -> None:
    for path in [*modules(PLUGINS), *modules(PLUGINS.parent / "scripts"), *modules(PLUGINS.parent / "tests")]:
        text = path.read_text(encoding="utf-8")

        assert "import plugins" not in text.replace('"import plugins"', "") or path.name == "test_architecture.py", path
        assert "from plugins" not in text.replace('"from plugins"', "") or path.name == "test_architecture.py", path


def test_every_connected_receiver_is_a_module_level_function() -> None:
    for path in [*modules(BRIDGE), *(m for name in THIN for m in modules(PLUGINS / name))]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        top = {n.name for n in tree.body if isinstance(n, ast.FunctionDef)}
        top |= {a.asname or a.name for n in tree.body if isinstance(n, ast.ImportFrom) for a in n.names}
        connected = [
            n.args[0] for n in ast.walk(tree)
            if isinstance(n, ast.Call) and ast.unparse(n.func).startswith("signals.") and ast.unparse(n.func).endswith(".connect")
        ]  # fmt: skip

        assert all(isinstance(a, ast.Name) and a.id in top for a in connected), path


def test_thin_plugins_stay_thin() -> None:
    for name in THIN:
        lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in modules(PLUGINS / name))

        assert lines <= 120, f"{name} has {lines} lines"
