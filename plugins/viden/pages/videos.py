"""What is told of a post's videos away from their boxes: to machines, and in the Markdown copy."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ..model import Video
from .pictures import resolved

_FENCE = re.compile(r"[ ]{0,3}:{3,}[ \t]*(?P<name>\w*)")
_PICTURE = re.compile(r"^([ \t]*billede[ \t]*:[ \t]*)(?=[^\s{|])/?", re.IGNORECASE)


def told(video: Video, path: str, absolute: Callable[[str], str]) -> dict[str, Any]:
    """Return the video for JSON-LD; `path` is the post's source. When it was put up nobody has told us."""
    hours, rest = divmod(video.seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    parts = "".join(f"{n}{unit}" for n, unit in ((hours, "H"), (minutes, "M"), (seconds, "S")) if n)
    features = [
        name for name, is_there in (("captions", _has_captions(video)), ("transcript", video.transcript)) if is_there
    ]
    thing = {
        "@type": "VideoObject",
        "name": video.title,
        "url": video.address,
        "thumbnailUrl": absolute(resolved(video.picture.removeprefix("{static}"), path)),
        "duration": f"PT{parts}" if parts else "",
        "accessibilityFeature": features,
    }
    return {key: value for key, value in thing.items() if value}


def _has_captions(video: Video) -> bool:
    return video.captions.startswith("Med ")


def named(markdown: str) -> str:
    """Return the Markdown with the pictures of videos as `{static}/…`, as all other files are named."""
    lines, is_video = [], False
    for line in markdown.split("\n"):
        if fence := _FENCE.match(line):
            is_video = fence["name"].casefold() == "video"
        lines.append(_PICTURE.sub(r"\1{static}/", line) if is_video else line)
    return "\n".join(lines)
