"""Guards the addresses of the theme's files: each changes when the file does, and when a file does that it imports."""

import re

import pytest
from viden import pages

SCRIPTS = {
    "soeg.js": b'const motor = () => import("./motor.js");\nimport "./ord.js";\n',
    "motor.js": b'import { ord } from "./ord.js";\n',
    "ord.js": b'export const ord = "./ikke";\n',
}


def test_an_address_changes_with_the_bytes_and_with_nothing_else():
    address = pages.versioned("theme/css/a.css", b"a {}")

    assert re.fullmatch(r"theme/css/a\.css\?v=[0-9a-f]{10}", address)
    assert pages.versioned("theme/css/a.css", b"a {}") == address
    assert pages.versioned("theme/css/a.css", b"b {}") != address


def test_scripts_name_each_other_by_version():
    linked = pages.linked(SCRIPTS)

    words = pages.versioned("ord.js", SCRIPTS["ord.js"])
    engine = pages.versioned("motor.js", linked["motor.js"])
    assert linked["ord.js"] == SCRIPTS["ord.js"]
    assert linked["motor.js"] == f'import {{ ord }} from "./{words}";\n'.encode()
    assert linked["soeg.js"] == f'const motor = () => import("./{engine}");\nimport "./{words}";\n'.encode()


def test_a_change_far_down_reaches_the_script_that_pages_name():
    changed = pages.linked({**SCRIPTS, "ord.js": b"export const ord = 2;\n"})

    assert changed["soeg.js"] != pages.linked(SCRIPTS)["soeg.js"]


def test_a_script_that_is_not_there_is_a_fault():
    with pytest.raises(KeyError, match=r"motor\.js"):
        pages.linked({"soeg.js": SCRIPTS["soeg.js"]})
