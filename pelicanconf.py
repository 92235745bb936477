"""Settings of the site on this machine; `publishconf.py` adds what production needs.

Everything that an editor may change stands in `content/data/site.yaml`.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if str(HERE / "plugins") not in sys.path:
    sys.path.insert(0, str(HERE / "plugins"))

from viden_pelican.settings import site_settings  # noqa: E402 (the path above comes first)

globals().update(site_settings(HERE))

SITEURL = ""
