"""Danish dates in and out, from tables; Europe/Copenhagen; ISO weeks.

Reading is strict: the day stands first in every form but ISO, nothing is filled
in from today, and a fault says what to write instead. No locale is asked.
"""

from .reading import parse, parse_month
from .words import COPENHAGEN, DateFault, DateValue
from .writing import (
    clock,
    date_first,
    iso,
    iso_week,
    long_date,
    month_name,
    plain_date,
    rfc822,
    short_date,
    week_bounds,
    weekday_name,
)

__all__ = [
    "COPENHAGEN",
    "DateFault",
    "DateValue",
    "clock",
    "date_first",
    "iso",
    "iso_week",
    "long_date",
    "month_name",
    "parse",
    "parse_month",
    "plain_date",
    "rfc822",
    "short_date",
    "week_bounds",
    "weekday_name",
]
