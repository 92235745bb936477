"""Videnstafet's core: bytes in, bytes out, through values that never change.

It knows no Pelican, no clock, no locale and no environment. Each room (a
package or module here) has one job; `pipeline.py` alone knows them all.
See docs/decisions/0001-pure-core-and-one-bridge.md.
"""
