"""Guards `tasks.py`: its overview, its exit status, and that a second call installs nothing."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def tasks(monkeypatch):
    """The file as a module of its own, whose programs and steps are only written down in `ran`."""
    spec = importlib.util.spec_from_file_location("tasks_under_test", ROOT / "tasks.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.ran = []

    def run(command, **_):
        module.ran.append(command)
        return subprocess.CompletedProcess(command, module.status)

    module.status = 0
    monkeypatch.setattr(module.subprocess, "run", run)
    return module


@pytest.fixture
def fresh(tasks, tmp_path, monkeypatch):
    """`tasks` in a checkout of its own, with an environment that looks as if pip had filled it."""
    (tmp_path / "tests").mkdir()
    for name in ("requirements.lock", "requirements-build.lock", "tests/requirements.lock"):
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(tasks, "HERE", tmp_path)
    monkeypatch.setattr(tasks, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(tasks, "PYTHON", tmp_path / ".venv/bin/python")

    def step(command):
        tasks.ran.append(command)
        tasks.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        tasks.PYTHON.touch()

    monkeypatch.setattr(tasks, "_step", step)
    return tasks


# --- the overview


def test_the_overview_names_every_task_in_danish_with_an_example(tasks, capsys):
    assert tasks.main([]) == 0

    lines = capsys.readouterr().out.splitlines()
    for name, (what, example) in tasks.TASKS.items():
        at = next(i for i, line in enumerate(lines) if re.match(rf"  {name} +\S", line))
        assert lines[at].endswith(what)
        assert lines[at + 1].strip() == example
        assert example.startswith(f"python3 tasks.py {name}")
    assert not re.search(r"\b(builds?|shows?|runs?|the)\b", " ".join(what for what, _ in tasks.TASKS.values()))


def test_every_task_has_its_program_and_every_example_is_understood_by_it(tasks):
    for name in tasks.TASKS.keys() - tasks.TESTS.keys():
        script, *_ = tasks.OWN_NAME.get(name, [f"{name}.py"])
        text = (ROOT / "scripts" / script).read_text(encoding="utf-8")
        options = re.findall(r"--[a-z-]+", tasks.TASKS[name][1])
        assert [o for o in options if f'"{o}"' not in text] == [], name


@pytest.mark.parametrize("word", ["-h", "--help", "help"])
def test_help_is_the_overview(tasks, capsys, word):
    assert tasks.main([word]) == 0
    assert capsys.readouterr().out == tasks.overview() + "\n"


def test_an_unknown_task_is_wrong_use_and_nothing_is_started(tasks, capsys):
    assert tasks.main(["bygg"]) == 2

    assert 'Opgaven "bygg" kendes ikke.' in capsys.readouterr().err
    assert tasks.ran == []


def test_the_file_needs_nothing_but_python(tasks):
    top = ast.parse((ROOT / "tasks.py").read_text(encoding="utf-8")).body
    names = {n.module if isinstance(n, ast.ImportFrom) else n.names[0].name for n in top if isinstance(n, ast.Import | ast.ImportFrom)}  # fmt: skip

    assert names <= set(sys.stdlib_module_names) | {"__future__"}


# --- starting programs


def test_arguments_and_exit_status_go_through_unchanged(fresh):
    fresh.make_environment(for_tests=False)
    fresh.ran.clear()
    fresh.status = 1

    status = fresh.main(["new", "blog", "--title", "Æ & ø", "--help"])

    assert status == 1
    assert fresh.ran == [[str(fresh.PYTHON), str(fresh.HERE / "scripts/new.py"), "blog", "--title", "Æ & ø", "--help"]]


def test_site_is_the_preview_of_what_is_published_and_tests_are_pytest(fresh):
    fresh.main(["site"])
    fresh.main(["test", "-k", "x"])

    fresh.main(["lighthouse", "-k", "front"])

    assert ["-m", "pytest", "-k", "x"] in [command[1:] for command in fresh.ran]
    assert fresh.ran[-1][1:] == ["-m", "pytest", "tests/site/lighthouse.py", "-rA", "-k", "front"]
    assert (ROOT / "tests" / "site" / "lighthouse.py").is_file()
    assert [str(fresh.HERE / "scripts/preview.py"), "--published"] in [command[1:] for command in fresh.ran]


@pytest.mark.parametrize(
    "task",
    [
        "build",
        "check",
        "new",
        "preview",
        "search",
        "suggest",
        "bench",
        "terms",
        "impact",
        "accept",
        "reject",
        "evaluate",
    ],
)
def test_the_help_of_a_task_opens_with_a_real_example(task):
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / f"{task}.py"), "--help"], capture_output=True, text=True, encoding="utf-8"
    )  # fmt: skip

    assert done.returncode == 0
    assert done.stdout.startswith(f"Eksempel: python3 tasks.py {task}")


# --- the environment


def test_a_second_call_installs_nothing(fresh):
    fresh.make_environment(for_tests=False)
    first = len(fresh.ran)

    fresh.make_environment(for_tests=False)

    assert first == 3
    assert len(fresh.ran) == first


def test_what_is_installed_is_locked_by_hash_and_without_building_but_feedgen(fresh):
    fresh.make_environment(for_tests=False)

    venv, *pips = fresh.ran
    assert venv[1:] == ["-m", "venv", str(fresh.VENV)]
    for command in pips:
        assert {"--require-hashes", "--no-deps", "--only-binary", ":all:"} <= set(command)
    assert pips[-1][pips[-1].index("--no-binary") + 1] == "feedgen"


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-build.lock"])
def test_a_new_lock_is_installed_into_the_same_environment(fresh, name):
    fresh.make_environment(for_tests=False)
    fresh.ran.clear()
    (fresh.HERE / name).write_text("nyt")

    fresh.make_environment(for_tests=False)

    assert ["venv" in command for command in fresh.ran] == [False, False]


def test_tests_have_requirements_of_their_own(fresh):
    fresh.make_environment(for_tests=False)
    fresh.ran.clear()

    fresh.make_environment(for_tests=True)
    fresh.make_environment(for_tests=True)
    fresh.make_environment(for_tests=False)

    assert str(fresh.HERE / "tests" / "requirements.lock") in fresh.ran[-1]
    assert len(fresh.ran) == 2


def test_a_failed_install_ends_with_3_and_is_tried_again(tasks, fresh, monkeypatch):
    def fail(command):
        raise SystemExit(3)

    with monkeypatch.context() as broken:
        broken.setattr(fresh, "_step", fail)
        with pytest.raises(SystemExit) as ended:
            fresh.main(["build"])
    fresh.make_environment(for_tests=False)

    assert ended.value.code == 3
    assert len(fresh.ran) == 3


def test_a_removed_environment_is_made_again(fresh):
    fresh.make_environment(for_tests=False)
    fresh.ran.clear()
    fresh.PYTHON.unlink()

    fresh.make_environment(for_tests=False)

    assert len(fresh.ran) == 3
