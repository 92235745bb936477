"""The small invented site, built once, and its pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from bs4 import BeautifulSoup

from tests import anatomy
from tests.conftest import TinySite


@pytest.fixture(scope="session")
def winter(tmp_path_factory: pytest.TempPathFactory) -> TinySite:
    made = TinySite(tmp_path_factory.mktemp("anatomi"))
    anatomy.write(made.content)
    done = made.build()
    assert done.status == 0, done.out + done.err
    return made


@pytest.fixture(scope="session")
def page(winter: TinySite) -> Callable[[str], BeautifulSoup]:
    """Return the page of an article by its name, any other by its address."""

    @cache
    def read(name: str) -> BeautifulSoup:
        url = f"artikler/{name}" if name in anatomy.ARTICLES else name
        return BeautifulSoup(winter.read(f"{url}/index.html"), "lxml")

    return read
