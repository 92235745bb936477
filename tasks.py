"""Videnstafet's tasks: `python3 tasks.py TASK`, or `inv TASK` inside the environment.

Run as a program this file needs nothing but Python 3.11: it makes `.venv` from
the hash-locked requirements when they have changed, and starts the script of
that name. Each task is one program in `scripts/`; this file only names them.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
NEEDED = (3, 11)

TASKS = {
    "site": ("bygger siden og viser den med genindlæsning", "python3 tasks.py site"),
    "build": ("bygger siden i output/", "python3 tasks.py build --leave-out artikler/halvfaerdig.md"),
    "preview": ("viser siden med kladder, og fejl oven på siden", "python3 tasks.py preview"),
    "check": ("finder alle fejl i indholdet", "python3 tasks.py check --fix"),
    "new": ("opretter et nyt indlæg", 'python3 tasks.py new blog --title "Tre ting, vi lærte"'),
    "suggest": ("foreslår områder og viser hvorfor", "python3 tasks.py suggest content/artikler/et-indlaeg.md"),
    "accept": ("skriver i et indlæg, at det har et område", "python3 tasks.py accept tre-ting ledelse"),
    "reject": ("skriver i et indlæg, at det ikke har et område", "python3 tasks.py reject tre-ting ledelse"),
    "evaluate": ("måler forslagene på bedømte tekster", "python3 tasks.py evaluate tests/gold/gold.tsv"),
    "terms": ("viser, hvad områdernes ord gør i indlæggene", "python3 tasks.py terms gevinstrealisering --propose"),
    "impact": ("viser, hvad en ændring af ordene flytter", "python3 tasks.py impact --from HEAD"),
    "search": ("søger i indlæggene", "python3 tasks.py search ældreområdet --limit 5"),
    "comments": ("gør en modtaget mail til en kommentar", "python3 tasks.py comments svar.eml"),
    "most_read": ("tæller de mest læste indlæg i webserverens log", "python3 tasks.py most_read access.log.1"),
    "bench": ("måler byggetid ved siden af standard-Pelican", "python3 tasks.py bench"),
    "test": ("kører alle test", "python3 tasks.py test"),
    "lighthouse": (
        "måler seks slags sider med Lighthouse; lad maskinen være i fred imens",
        "python3 tasks.py lighthouse",
    ),
}
"""What each task does and a real example, for the overview."""

OWN_NAME = {"site": ["preview.py", "--published"]}
"""Tasks whose program bears another name."""

TESTS = {"test": (), "lighthouse": ("tests/site/lighthouse.py", "-rA")}
"""Tasks that are tests, and what of them; speed is measured apart, since it wants the machine to itself."""


def main(argv: list[str] | None = None) -> int:
    """Run one task with its arguments as they were typed; return its exit status."""
    words = sys.argv[1:] if argv is None else argv
    if not words or words[0] in {"-h", "--help", "help"}:
        print(overview())
        return 0
    task, arguments = words[0], words[1:]
    if task not in TASKS:
        print(f'Opgaven "{task}" kendes ikke.\n\n{overview()}', file=sys.stderr)
        return 2
    if sys.version_info < NEEDED:
        print("Videnstafet kræver Python 3.11 eller nyere.", file=sys.stderr)
        return 2
    make_environment(for_tests=task in TESTS)
    return run(task, arguments)


def overview() -> str:
    lines = ["Videnstafet. Skriv: python3 tasks.py OPGAVE", ""]
    for name, (what, example) in TASKS.items():
        lines += [f"  {name:<8} {what}", f"           {example}"]
    return "\n".join([*lines, "", "Hjælp til en opgave: python3 tasks.py OPGAVE --help"])


def run(task: str, arguments: list[str]) -> int:
    """Start the task's program in the environment and return its exit status."""
    if task in TESTS:
        command = [str(PYTHON), "-m", "pytest", *TESTS[task], *arguments]
    else:
        script, *options = OWN_NAME.get(task, [f"{task}.py"])
        command = [str(PYTHON), str(HERE / "scripts" / script), *options, *arguments]
    try:
        return subprocess.run(command, check=False, cwd=HERE if task in TESTS else None).returncode
    except KeyboardInterrupt:
        return 0


# --- the environment -----------------------------------------------------------


def make_environment(for_tests: bool) -> None:
    """Make `.venv` and install what is locked, unless that has been done already.

    The stamp beside the packages holds the digest of the locks and of Python's
    version, so a second call costs one small read and no network.
    """
    lock = HERE / "tests" / "requirements.lock" if for_tests else HERE / "requirements.lock"
    stamp = VENV / ("tests.stamp" if for_tests else "site.stamp")
    wanted = _digest(HERE / "requirements-build.lock", lock)
    if PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    print("Henter det, der mangler (kun første gang eller efter en opdatering) …", file=sys.stderr, flush=True)
    if not PYTHON.exists():
        _step([sys.executable, "-m", "venv", str(VENV)])
    _pip("-r", str(HERE / "requirements-build.lock"), "--only-binary", ":all:")
    # feedgen is published as source only; its build tool is the locked one installed above.
    _pip("-r", str(lock), "--no-build-isolation", "--only-binary", ":all:", "--no-binary", "feedgen")
    stamp.write_text(wanted, encoding="ascii")


def _pip(*arguments: str) -> None:
    _step([str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes",
           "--no-deps", *arguments])  # fmt: skip


def _step(command: list[str]) -> None:
    if subprocess.run(command, check=False).returncode:
        print("Noget kunne ikke hentes; se beskeden ovenfor. Indholdet er ikke ændret.", file=sys.stderr)
        raise SystemExit(3)


def _digest(*files: Path) -> str:
    seen = hashlib.sha256(sys.version.encode())
    for file in files:
        seen.update(file.read_bytes())
    return seen.hexdigest()


# --- the same tasks for Invoke ---------------------------------------------------

try:
    import invoke
except ModuleNotFoundError:  # before the environment exists there is nothing to offer to Invoke
    pass
else:

    def _as_invoke_task(name: str) -> invoke.Task:
        def body(context: invoke.Context) -> None:
            # Arguments go behind `--`: `inv search -- ældreområdet --limit 5`.
            words = context.config.get("remainder") or _words_behind_dashes()
            status = run(name, words)
            if status:
                raise invoke.Exit(code=status)

        body.__doc__ = TASKS[name][0]
        return invoke.Task(body, name=name)

    def _words_behind_dashes() -> list[str]:
        return sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else []

    namespace = invoke.Collection(*(_as_invoke_task(name) for name in TASKS))


if __name__ == "__main__":
    raise SystemExit(main())
