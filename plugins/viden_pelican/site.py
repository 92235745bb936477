"""`VidenSite`: Pelican's run between a strict reading before it and a swap after it.

    lock → recover → strict reading → faults? exit 1 : Pelican's run into a staging tree → manifest → swap

The last good output stays as it was until the very last step. See
docs/decisions/0009-two-trees-and-a-swap.md.
"""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import Any

from pelican import Pelican, console
from pelican.generators import ArticlesGenerator, PagesGenerator, StaticGenerator
from pelican.plugins import signals
from viden import disk, pipeline
from viden.errors import InternalError, UsageError, VidenError, has_errors

from . import report
from .generating import Articles, Pages, Static, prepare, show
from .reading import use_strict_reader
from .settings import FEED_SETTINGS, defaults_folder, moment
from .writing import VidenWriter

LOCK_SECONDS = 60
"""How long a second build of the same output waits (prescribed by the quality page)."""

OURS = {ArticlesGenerator: Articles, PagesGenerator: Pages, StaticGenerator: Static}


class VidenSite(Pelican):  # type: ignore[misc]
    """Pelican, crash-safe and strict. Faults in the content end in `SystemExit(1)`."""

    def __init__(self, settings: dict[str, Any]) -> None:
        _judge(settings)
        signals.readers_init.connect(use_strict_reader)
        signals.generator_init.connect(prepare)
        signals.all_generators_finalized.connect(show)
        super().__init__(settings)

    def init_plugins(self) -> None:
        """Register plugins as Pelican does, and stop where one did not load.

        Pelican logs a plugin that cannot be loaded and publishes the site without it.
        """
        wanted = [p if isinstance(p, str) else p.__name__ for p in self.settings["PLUGINS"] or ()]
        super().init_plugins()
        loaded = {name.rpartition(".")[2] for name in self.settings["PLUGINS"]}
        lost = [name for name in wanted if name.rpartition(".")[2] not in loaded]
        if lost:
            _stop(InternalError(f"Udvidelsen kunne ikke indlæses: {', '.join(lost)}. Indholdet er ikke ændret."))

    def run(self) -> None:
        """Build the site all or nothing. Exit status 1: faults, 2: wrong use, 3: a fault of ours."""
        try:
            self._run_safely()
        except VidenError as fault:
            _stop(fault)
        except Exception as fault:  # the edge to Pelican's program, which would print a traceback and end with 1
            if self.settings.get("DEBUG"):
                raise
            _stop(
                InternalError(
                    f"Intern fejl: {type(fault).__name__}: {fault}. Siden er ikke ændret. Se mere med --debug."
                )
            )

    def _run_safely(self) -> None:
        started = time.monotonic()
        content, live = Path(self.path), Path(self.output_path)
        disk.refuse_output(live, content, Path(self.settings.get("VIDEN_PROJECT") or content.parent))
        with disk.lock(live.with_name(f".{live.name}.lock"), LOCK_SECONDS):
            disk.recover(live)
            reading = self._read(content)
            report.problems(reading.problems, self.settings.get("VIDEN_CONTENT_AS_TYPED", str(content)))
            if has_errors(reading.problems):
                report.refused(reading)
                raise SystemExit(1)
            changed = self._build(reading, live)
        report.built(reading, live, changed, time.monotonic() - started)

    def _read(self, content: Path) -> pipeline.Reading:
        self.settings["VIDEN_READING"] = reading = pipeline.read_folder(
            content,
            defaults_folder(),
            self.settings.get("VIDEN_MOMENT") or moment(),
            with_drafts=bool(self.settings.get("VIDEN_WITH_DRAFTS")),
            leave_out=tuple(self.settings.get("VIDEN_LEAVE_OUT", ())),
            cache=Path(self.settings["CACHE_PATH"]),
        )
        return reading

    def _build(self, reading: pipeline.Reading, live: Path) -> bool:
        """Let Pelican build into the staging tree, then bring it into force. Return whether anything changed."""
        staged = disk.staging_for(live)
        with _PelicanErrors() as errors:
            self.output_path = self.settings["OUTPUT_PATH"] = str(staged)
            try:
                super().run()
            finally:
                self.output_path = self.settings["OUTPUT_PATH"] = str(live)
        if errors.messages:
            raise InternalError(f"Pelican meldte en fejl: {errors.messages[0]} Siden er ikke ændret.")
        disk.settle(staged, live)
        return disk.swap(staged, live)

    def _get_generator_classes(self) -> list[type]:
        return [OURS.get(cls, cls) for cls in super()._get_generator_classes()]

    def _get_writer(self) -> VidenWriter:
        return VidenWriter(self.output_path, settings=self.settings)


class _PelicanErrors(logging.Handler):
    """Collects what Pelican only logs, and keeps its English console lines from the editor."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())

    def __enter__(self) -> _PelicanErrors:
        self._was_quiet, console.quiet = console.quiet, True
        logging.getLogger("pelican").addHandler(self)
        return self

    def __exit__(self, *exception: object) -> None:
        console.quiet = self._was_quiet
        logging.getLogger("pelican").removeHandler(self)


def _judge(settings: dict[str, Any]) -> None:
    """Refuse settings that break a promise, each with what to write instead."""
    wrong = [name for name in FEED_SETTINGS if settings.get(name)]
    wrong += [name for name in ("DELETE_OUTPUT_DIRECTORY", "LOAD_CONTENT_CACHE", "CACHE_CONTENT") if settings.get(name)]
    if wrong:
        names = ", ".join(wrong)
        _stop(UsageError(f"Slå disse indstillinger fra i pelicanconf.py: {names}. De bryder det, siden lover."))


def _stop(fault: VidenError) -> None:
    report.fault(fault)
    raise SystemExit(fault.exitcode)
