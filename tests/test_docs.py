"""Guards that what can be done is written down: each program, task and rule, and the commands that the pages show."""

from __future__ import annotations

import ast
import importlib.util
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from viden import bodies, checks, images
from viden.tagging import evaluation

ROOT = Path(__file__).resolve().parent.parent
CORE = ROOT / "plugins" / "viden"
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = ("README.md", "CONTRIBUTING.md", "docs/redaktoer.md", "docs/omraadernes-ord.md", "docs/interfaces.md")

SHARED = {"bench_tagger", "command_line", "skos_files"}
"""Files of `scripts/` that are no programs."""


def tasks() -> dict[str, tuple[str, str]]:
    spec = importlib.util.spec_from_file_location("tasks_of_the_docs", ROOT / "tasks.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.TASKS


TASKS = tasks()
PROGRAMS = sorted(path.stem for path in (ROOT / "scripts").glob("*.py") if path.stem not in SHARED)

# --- programs and tasks


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_readme_names_every_program(program: str) -> None:
    assert re.search(rf"scripts/{program}\.py", README) or program in TASKS


def test_the_readme_s_table_of_tasks_is_that_of_tasks_py() -> None:
    table = README.split("\n## Tasks\n", 1)[1].split("\n## ", 1)[0]
    named = [word for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for word in re.findall(r"`([\w-]+)`", row)]  # fmt: skip

    assert sorted(named) == sorted(TASKS)


@pytest.mark.parametrize("page", PAGES)
def test_every_command_that_a_page_shows_is_a_task_with_options_it_knows(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for task, rest in re.findall(r"python3 tasks\.py ([a-z_]+)([^`\n#|]*)", text):
        assert task in TASKS, task
        if task in ("test", "lighthouse"):
            continue
        programs = [ROOT / "scripts" / f"{'preview' if task == 'site' else task}.py", ROOT / "scripts/command_line.py"]
        known = "".join(path.read_text(encoding="utf-8") for path in programs)
        options = [word for word in shlex.split(rest.strip().strip("“”")) if word.startswith("--")]
        assert [o for o in options if f'"{o}"' not in known] == [], (task, rest)


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_links_to_is_there(page: str) -> None:
    text = re.sub(r"```.*?```", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.S)
    links = [t for t in re.findall(r"\]\(([^)#{]+)\)", text) if not re.match(r"https?:|mailto:", t) and "`" not in t]

    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_path_of_the_project_that_a_page_names_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = re.findall(r"`((?:plugins|scripts|tests|theme|docs)/[\w./-]+)`", text)

    assert [path for path in named if not (ROOT / path).exists()] == []


# --- rules

TABLES = {**images.RULES, **bodies.RULES, **checks.RULES, **evaluation.RULES}


def positions() -> dict[tuple[str, str], int]:
    """Return (file, name) of each function and class of the core that takes a `rule` → where among the arguments.

    A public name is known in every file, and stands under the file "" too. A constructor
    counts under its class's name: `__init__` is what every class calls.
    """
    found = {}
    for path in sorted(CORE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                own = [n for n in node.body if isinstance(n, ast.FunctionDef) and n.name == "__init__"]
                fields = [n.target.id for n in node.body if isinstance(n, ast.AnnAssign) and isinstance(n.target, ast.Name)]  # fmt: skip
                names = [a.arg for a in own[0].args.args[1:]] if own else fields
                takes = "rule" in names and (own or any("dataclass" in ast.unparse(d) for d in node.decorator_list))
            elif isinstance(node, ast.FunctionDef) and node.name != "__init__":
                names = [a.arg for a in node.args.args if a.arg not in ("self", "cls")]
                takes = "rule" in names
            else:
                continue
            if takes:
                homes = (str(path),) if node.name.startswith("_") else (str(path), "")
                found |= {(home, node.name): names.index("rule") for home in homes}
    return found


def given(node: ast.expr) -> Iterator[str]:
    """Yield the words that an argument can be: a text, or either side of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*given(node.body), *given(node.orelse))


def used() -> dict[str, str]:
    """Return each rule that the code writes out → the file that does."""
    takes, found = positions(), {}
    for path in sorted(CORE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = ast.unparse(node.func).rpartition(".")[2]
            at = takes.get((str(path), name), takes.get(("", name)))
            if at is None:
                continue
            arguments = node.args[at : at + 1] + [k.value for k in node.keywords if k.arg == "rule"]
            for argument in arguments:
                found |= dict.fromkeys(given(argument), path.relative_to(ROOT).as_posix())
    return found


def test_every_rule_in_the_code_has_a_sentence_in_a_table() -> None:
    rules = used()

    assert len(rules) > 100, "the search for rules finds too few of them to be right"
    assert {rule: path for rule, path in rules.items() if rule not in TABLES} == {}


def test_every_sentence_is_danish_prose_of_its_own() -> None:
    for rule, sentence in TABLES.items():
        assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", rule)
        assert sentence[0].isupper() and sentence.endswith("."), rule
