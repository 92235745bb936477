"""Settings for production: pelicanconf.py with the public address from the environment.

SITEURL=https://viden.example.dk python3 tasks.py build --production
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from viden_pelican.settings import production_address

from pelicanconf import *  # noqa: F403 (Pelican reads settings from names in this module)

SITEURL = production_address()
VIDEN_PRODUCTION = True
