"""Guards people: a CPR number is found in any writing, nothing else is taken for one, and no message repeats it."""

from __future__ import annotations

import pytest
from viden.checks import masked
from viden.checks.privacy import WEIGHTS, check_privacy, is_birth_number, passes_modulus_11
from viden.model import Place, Problem, Source


def found(text: str, path: str = "artikler/x.md") -> list[tuple[str, str, int, int]]:
    problems = check_privacy([Source(path, text.encode(), "")])
    return [(p.severity, p.rule, p.place.line, p.place.column) for p in problems]


def number(day: str, is_valid: bool) -> str:
    """Return ten made-up digits that pass modulus 11, or do not."""
    tails = (f"{n:04d}" for n in range(1000, 4000))
    return next(day + tail for tail in tails if passes_modulus_11(day + tail) == is_valid)


VALID, OTHER = number("311299", True), number("311299", False)


@pytest.mark.parametrize("sign", ["-", "–", "\u2011"])
@pytest.mark.parametrize("digits", [VALID, OTHER])
def test_a_hyphen_makes_it_an_error(digits: str, sign: str) -> None:
    assert found(f"Se {digits[:6]}{sign}{digits[6:]}.") == [("error", "cpr-number", 1, 4)]


def test_modulus_11_makes_it_an_error_without_a_hyphen() -> None:
    assert found(f"a\nSe {VALID}.") == [("error", "cpr-number", 2, 4)]
    assert found(f"Se {VALID[:6]} {VALID[6:]}.") == [("error", "cpr-number", 1, 4)]


def test_ten_digits_with_a_date_are_a_warning() -> None:
    assert found(f"Ordre {OTHER}.") == [("warning", "cpr-possible", 1, 7)]


@pytest.mark.parametrize(
    "text",
    [
        "321299-4321",
        "310299-4321",
        "311399-4321",
        f"+{OTHER}",
        f"1{OTHER}",
        f"{OTHER}1",
        f"{OTHER[:6]} {OTHER[6:]}",
        "12-311299-4321",
        "311299-4321-5",
        "311299-43210",
        "Fra 010120 til 311220",
        "31129943",
        "ISBN 978-87-1234-567-8",
    ],
)
def test_other_numbers_pass(text: str) -> None:
    assert found(f"Se {text}, sagde hun.") == []


@pytest.mark.parametrize(
    ("digits", "is_number"),
    [
        ("2902004001", True),
        ("2902003001", False),
        ("2902015001", False),
        ("2902571000", False),
        ("0101583000", True),
        ("3112368000", True),
    ],
)
def test_the_seventh_digit_tells_the_century(digits: str, is_number: bool) -> None:
    assert is_birth_number(digits[:2], digits[2:4], digits[4:6], digits[6:]) is is_number


def test_file_names_are_searched_too() -> None:
    (problem,) = check_privacy([Source("billeder/311299-4321.png", b"x", "")])

    assert (problem.severity, problem.rule) == ("error", "cpr-number")
    assert "Filnavnet" in problem.message


def test_no_message_repeats_a_number() -> None:
    secret = f"{VALID[:6]}-{VALID[6:]}"
    problems = [
        *check_privacy([Source("artikler/x.md", f"Se {secret}".encode(), "")]),
        Problem(Place("artikler/x.md"), "error", "key-unknown", f'Nøglen "{secret}" kendes ikke.', f"Slet {VALID}"),
    ]

    said = " ".join(p.message + p.hint for p in masked(problems))

    assert VALID not in said
    assert secret not in said
    assert said.count("ddmmåå-****") >= 2


def test_masking_leaves_other_numbers() -> None:
    problem = Problem(Place("x"), "error", "x", "Filen fylder 1234567890 byte.", "321299-4321")

    assert masked([problem]) == (problem,)


def test_the_weights_are_those_of_the_register() -> None:
    assert len(WEIGHTS) == 10
    assert passes_modulus_11("0000000000")
