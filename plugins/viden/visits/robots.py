"""Which programs are no readers: markers in what they call themselves.

Own table, made from what the programs' makers write about themselves; a
program that lies is caught by what it does (`counting.GREEDY`, robots.txt).
"""

from __future__ import annotations

import re

MARKERS = (
    # crawlers and archives
    "crawl", "spider", "slurp", "archiver", "scrap", "indexer", "facebookexternalhit", "whatsapp", "embedly",
    "bingpreview", "mediapartners", "google-", "googleother", "apis-google", "chatgpt", "claude", "perplexity",
    "yandex", "baidu", "semrush", "ahrefs", "mj12", "siteimprove", "monsido",
    # watchers and testers
    "monitor", "uptime", "pingdom", "statuscake", "lighthouse", "pagespeed", "headless", "phantomjs", "selenium",
    "playwright", "puppeteer", "validator", "linkcheck", "checker", "nagios", "zabbix", "datadog", "scan", "nmap", "probe",
    # feed readers fetch feeds and pages unasked
    "feed", "rss", "newsblur", "inoreader", "feedly", "tiny tiny",
    # libraries and tools
    "curl", "wget", "python", "aiohttp", "httpx", "java/", "okhttp", "go-http", "libwww", "perl", "ruby", "php", "guzzle",
    "axios", "node-fetch", "undici", "http_request", "httpclient", "postman", "insomnia", "winhttp", "powershell",
    "fetch/", "http://", "https://",
)  # fmt: skip
"""Looked for in lower case; an address in the name is how robots say where to complain."""
_MARKED = re.compile("|".join(["(?<!cu)bot", *map(re.escape, MARKERS)]))
"""Cubot makes telephones."""
LEAST = 20
"""Browsers call themselves something longer; shorter names and empty ones are programs."""


def is_robot(agent: str) -> bool:
    """Whether what calls itself so is a program without a reader behind it."""
    return len(agent) < LEAST or _MARKED.search(agent.lower()) is not None
