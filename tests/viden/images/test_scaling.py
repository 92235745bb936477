"""Guards the widths of a picture: never above its own, upright, without metadata, named by width, equal bytes each time."""

import json
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin
from viden import images

SECRET = "Hanne Storegade"


def photograph(width: int, height: int, format: str = "JPEG", orientation: int = 1) -> bytes:
    image = Image.radial_gradient("L").resize((width, height))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET
    output = BytesIO()
    Image.merge("RGB", (image, image.rotate(90).resize((width, height)), image)).save(output, format, exif=exif)
    return output.getvalue()


def drawing(width: int, height: int, with_holes: bool = False) -> bytes:
    image = Image.new("RGBA" if with_holes else "RGB", (width, height), (0, 0, 0, 0) if with_holes else "white")
    image.paste((180, 20, 40), (0, 0, width // 2, height // 2))
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", SECRET)
    output = BytesIO()
    image.save(output, "PNG", pnginfo=text)
    return output.getvalue()


def files(data: bytes, path: str = "billeder/havn.jpg") -> dict[str, bytes]:
    wanted = images.wanted(images.picture(data, path))
    return dict(zip([w[0] for w in wanted], images.scaled(data, [w[1:] for w in wanted]), strict=True))


@pytest.mark.parametrize(("width", "widths"), [
    (100, [100]), (320, [320]), (500, [320, 500]), (1600, [320, 640, 1000, 1600]), (2400, [320, 640, 1000, 1600]),
])  # fmt: skip
def test_no_width_is_above_the_pictures_own_and_none_above_the_widest(width, widths):
    made = images.picture(photograph(width, 60), "billeder/havn.jpg")

    assert (made.width, made.height) == (width, 60)
    assert [media for media, _ in made.sources] == ["image/webp", "image/jpeg"]
    assert [[w for w, _ in offered] for _, offered in made.sources] == [widths, widths]


def test_the_picture_itself_is_its_own_widest_file_and_is_not_made_again():
    data = photograph(640, 40)
    made = images.picture(data, "billeder/havn.jpg")

    assert made.sources[-1] == ("image/jpeg", ((320, "billeder/bredde-320/havn.jpg"), (640, "billeder/havn.jpg")))
    assert sorted(path for path, _, _ in images.wanted(made)) == [
        "billeder/bredde-320/havn.jpg",
        "billeder/bredde-320/havn.jpg.webp",
        "billeder/bredde-640/havn.jpg.webp",
    ]


def test_pictures_of_one_name_and_two_formats_share_no_file():
    photo = images.picture(photograph(640, 40), "havn.jpg")
    drawn = images.picture(drawing(640, 40), "havn.png")

    assert not {p for p, _, _ in images.wanted(photo)} & {p for p, _, _ in images.wanted(drawn)}


def test_a_webp_picture_is_offered_as_webp_alone():
    assert [media for media, _ in images.picture(photograph(400, 40, "WEBP"), "a.webp").sources] == ["image/webp"]


@pytest.mark.parametrize("data", [photograph(700, 300), photograph(700, 300, "PNG"), photograph(700, 300, "WEBP"),
                                  drawing(700, 300), drawing(700, 300, True)])  # fmt: skip
def test_every_file_has_its_width_and_format_and_tells_nothing(data):
    assert SECRET.encode() in data
    made = images.picture(data, "x/havn.jpg")

    wanted = images.wanted(made)

    assert wanted
    for (_, width, format), body in zip(wanted, images.scaled(data, [w[1:] for w in wanted]), strict=True):
        with Image.open(BytesIO(body)) as image:
            assert (image.format, image.width) == (format, width)
            assert abs(image.height - 300 * width / 700) <= 1
            assert not dict(image.getexif()) and not getattr(image, "text", {})
        assert b"Storegade" not in body


def test_a_picture_on_its_side_is_turned_upright():
    data = photograph(900, 500, orientation=6)

    made = images.picture(data, "a.jpg")

    assert (made.width, made.height) == (500, 900) == images.size(data)
    for body in files(data).values():
        with Image.open(BytesIO(body)) as image:
            assert image.height > image.width


def test_a_drawing_keeps_its_colours_and_its_holes():
    for path, body in files(drawing(640, 320, True), "a.png").items():
        with Image.open(BytesIO(body)) as image:
            full = image.convert("RGBA")
            assert full.getpixel((10, 10)) == (180, 20, 40, 255), path
            assert full.getpixel((full.width - 10, full.height - 10))[3] == 0, path


def test_the_same_picture_gives_the_same_bytes():
    data = photograph(900, 500)

    assert files(data) == files(data)


def test_webp_weighs_less_than_the_pictures_own_format():
    made = files(photograph(1000, 700))

    assert len(made["billeder/bredde-640/havn.jpg.webp"]) < len(made["billeder/bredde-640/havn.jpg"])


def test_a_damaged_picture_is_named():
    with pytest.raises(images.ImageFault):
        images.scaled(photograph(400, 400)[:300], [(320, "WEBP")])


def test_the_recipe_names_the_versions_of_the_libraries_that_write():
    import PIL

    told = json.loads(images.recipe())

    assert told["pillow"] == PIL.__version__
    assert told["webp"] and told["freetype2"]
