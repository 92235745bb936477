"""Search: documents once, one description of scoring, two engines that share it.

`documents` takes the published posts; `browser_index` writes the reader's
files; `whoosh_index` (imported by name, for it alone knows Whoosh) is the
local index. The browser fetches only what a query needs.
"""

from .answers import Answer, Hit, Wish, answer
from .browser_index import browser_index
from .documents import Document, documents
from .facets import FACETS
from .indexing import Index, index

__all__ = ["FACETS", "Answer", "Document", "Hit", "Index", "Wish", "answer", "browser_index", "documents", "index"]
