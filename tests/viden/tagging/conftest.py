"""The project's own vocabulary, compiled once."""

from hashlib import sha256
from pathlib import Path

import pytest
from viden import registers, tagging
from viden.model import Registers, Source

FILES = ("kompetenceomraader.yaml", "arbejdsomraader.yaml")


@pytest.fixture(scope="session")
def known(root: Path) -> Registers:
    data = {name: (root / "content" / "data" / name).read_bytes() for name in FILES}
    found, problems = registers.load(tuple(Source(f"data/{n}", d, sha256(d).hexdigest()) for n, d in data.items()))
    assert not [p for p in problems if p.place.path.endswith(FILES)]
    return found


@pytest.fixture(scope="session")
def vocabulary(known: Registers) -> tagging.Vocabulary:
    return tagging.compile(known.competence_areas + known.work_areas)[0]
