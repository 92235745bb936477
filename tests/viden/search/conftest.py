"""The toy library, its index and its files, made once."""

from __future__ import annotations

from pathlib import Path

import pytest
from viden.model import Library
from viden.search import Document, Index, browser_index, documents, index
from viden.search.whoosh_index import LocalStore, build

from tests.viden.search import node, toy


@pytest.fixture(scope="session")
def library() -> Library:
    return toy.library()


@pytest.fixture(scope="session")
def made(library: Library) -> tuple[Document, ...]:
    return documents(library)


@pytest.fixture(scope="session")
def indexed(made: tuple[Document, ...]) -> Index:
    return index(made)


@pytest.fixture(scope="session")
def files(indexed: Index, library: Library) -> dict[str, bytes]:
    """The files of the local index."""
    return build(indexed, library.registers)


@pytest.fixture(scope="session")
def store(files: dict[str, bytes]) -> LocalStore:
    return LocalStore(files)


@pytest.fixture(scope="session")
def site(made: tuple[Document, ...], library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the browser's index."""
    return node.write(browser_index(made, library.registers), tmp_path_factory.mktemp("site"))
