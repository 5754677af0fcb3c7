"""The plainest locale a program can be started in."""

from __future__ import annotations

import sys

PLAINEST = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"} if sys.prefix.isascii() else {"LC_ALL": "C"}
"""Where the environment lies beneath accents, Python 3.13 loads no compiled library by ASCII names: there its own
UTF-8 mode, which the locale C brings, stays on."""
