"""Guards that a published picture is upright, holds no metadata, and that a bad one is named, never a crash."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps, PngImagePlugin
from viden import images
from viden.images import opening
from viden.model import Place

SECRET = "Hanne Storegade"
FORMATS = ("JPEG", "PNG", "WEBP")


def picture(width: int = 40, height: int = 20, mode: str = "RGB") -> Image.Image:
    image = Image.new("RGB", (width, height), "white")
    image.paste("red", (0, 0, width // 2, height // 2))
    return image.convert(mode)


def written(image: Image.Image, format: str, **options: object) -> bytes:
    output = BytesIO()
    image.save(output, format=format, **options)
    return output.getvalue()


def with_metadata(format: str, orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET
    exif.get_ifd(0x8825)[2] = (55.0, 40.0, 30.0)
    options: dict[str, object] = {"exif": exif}
    if format == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Author", SECRET)
        options["pnginfo"] = text
    else:
        options["xmp"] = f"<x:xmpmeta>{SECRET}</x:xmpmeta>".encode()
    if format == "JPEG":
        options["comment"] = SECRET.encode()
    return written(picture(), format, **options)


@pytest.mark.parametrize("format", FORMATS)
def test_a_clean_picture_holds_no_metadata(format: str) -> None:
    data = with_metadata(format)

    cleaned = images.clean(data)

    assert SECRET.encode() in data
    assert SECRET.encode() not in cleaned and b"Storegade" not in cleaned
    assert b"Exif" not in cleaned and b"eXIf" not in cleaned and b"xmp" not in cleaned.lower()
    with Image.open(BytesIO(cleaned)) as image:
        assert image.format == format
        assert not dict(image.getexif())


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_clean_picture_is_upright_and_has_the_size_that_was_said(format: str, orientation: int) -> None:
    data = with_metadata(format, orientation)

    cleaned = images.clean(data)

    with Image.open(BytesIO(cleaned)) as image, Image.open(BytesIO(data)) as before:
        shown = ImageOps.exif_transpose(before).convert("RGB")
        assert image.size == shown.size == images.size(data) == images.size(cleaned)
        corner = (shown.width // 4, shown.height // 4)
        assert all(abs(a - b) < 40 for a, b in zip(image.convert("RGB").getpixel(corner), shown.getpixel(corner)))


@pytest.mark.parametrize(
    ("format", "mode"),
    [
        ("JPEG", "L"),
        ("JPEG", "CMYK"),
        ("PNG", "P"),
        ("PNG", "RGBA"),
        ("PNG", "LA"),
        ("PNG", "1"),
        ("PNG", "I;16"),
        ("WEBP", "RGBA"),
    ],
)
def test_every_mode_is_written_again(format: str, mode: str) -> None:
    base = picture().convert("L") if mode == "I;16" else picture()
    data = written(base.convert(mode), format)

    cleaned = images.clean(data)

    assert images.size(cleaned) == (40, 20)


def test_transparency_of_a_palette_picture_is_kept() -> None:
    data = written(picture(mode="P"), "PNG", transparency=0)

    with Image.open(BytesIO(images.clean(data))) as image, Image.open(BytesIO(data)) as before:
        assert image.convert("RGBA").tobytes() == before.convert("RGBA").tobytes()


def test_equal_bytes_give_equal_bytes() -> None:
    data = with_metadata("JPEG")

    assert images.clean(data) == images.clean(data)


def test_a_colour_profile_stays() -> None:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    cleaned = images.clean(written(picture(), "JPEG", icc_profile=profile))

    with Image.open(BytesIO(cleaned)) as image:
        assert image.info["icc_profile"] == profile


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "image-format"),
        (b"%PDF-1.7", "image-format"),
        (written(picture(), "GIF"), "image-format"),
        (written(picture(), "BMP"), "image-format"),
        (written(picture(400, 400), "PNG")[:60], "image-damaged"),
        (written(picture(400, 400), "JPEG")[:400], "image-damaged"),
        (written(picture(), "PNG", save_all=True, append_images=[picture(mode="L").convert("RGB")]), "image-animated"),
    ],
)
def test_a_bad_picture_is_named(data: bytes, rule: str) -> None:
    with pytest.raises(images.ImageFault) as caught:
        images.clean(data)

    assert caught.value.rule == rule


def test_too_many_pixels_are_refused_before_decoding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PIXELS", 40 * 20 - 1)

    with pytest.raises(images.ImageFault, match="billedpunkter"):
        images.size(written(picture(), "PNG"))


def test_a_bomb_is_refused() -> None:
    huge = written(Image.new("1", (20_000, 20_000)), "PNG")

    with pytest.raises(images.ImageFault) as caught:
        images.size(huge)

    assert caught.value.rule == "image-large"


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(images.ImageFault) as caught:
        images.size(b"\0" * (opening.BYTES + 1))

    assert caught.value.rule == "image-large"


def test_a_picture_with_another_ending_is_a_problem_at_its_place() -> None:
    place = Place("artikler/a.md", 7, 3)

    (problem,) = images.problems(written(picture(), "PNG"), "billeder/kat.jpg", place)

    assert (problem.rule, problem.place, problem.severity) == ("image-type", place, "error")
    assert ".png" in problem.hint


def test_a_good_picture_has_no_problem() -> None:
    assert images.problems(written(picture(), "JPEG"), "billeder/Kat.JPEG") == ()


def test_other_files_are_published_as_they_are() -> None:
    assert images.publishable(b"%PDF-1.7 x", "filer/plan.pdf") == b"%PDF-1.7 x"
    assert SECRET.encode() not in images.publishable(with_metadata("JPEG"), "billeder/a.jpg")


@given(st.sampled_from(FORMATS), st.integers(0, 10_000), st.integers(0, 255))
def test_a_changed_byte_never_crashes(format: str, position: int, byte: int) -> None:
    data = bytearray(with_metadata(format))
    data[position % len(data)] = byte

    for damaged in (bytes(data), bytes(data[: position % len(data)])):
        try:
            images.clean(damaged)
        except images.ImageFault as fault:
            assert fault.rule in images.RULES
