"""Comments: moderated files, one for each, below `data/kommentarer/<post id>/`.

A reader writes a mail that a link on the page has prepared; an editor turns it
into a file with the `comments` task; the build reads only files. Nothing runs
on a server, nobody needs an account, and what a stranger wrote is plain text
from the mail to the page. See docs/decisions/0021-comments-are-files.md.
"""

from .calls import PREFIX, prepared
from .dialogues import closes, dialogues, latest, next_turn
from .finding import post_of
from .mails import Mail, parse
from .reading import FOLDER, read
from .writing import path_of, removed, written

__all__ = [
    "FOLDER",
    "PREFIX",
    "Mail",
    "closes",
    "dialogues",
    "latest",
    "next_turn",
    "parse",
    "path_of",
    "post_of",
    "prepared",
    "read",
    "removed",
    "written",
]
