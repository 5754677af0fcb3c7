"""The only door through which WeasyPrint gets bytes: a closed bundle of ``antq:`` keys.

No file, no network, no ``data:``. What is asked for and not in the bundle is noted in `denied`, because WeasyPrint
swallows errors in some places (inside SVG, for one): the list is read after the PDF is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any
from urllib.parse import unquote

from antq_reports.pdf.values import Resource

SCHEME = "antq:"
DENIAL = "not in the bundle"
"""The words of a refusal, by which its echo in WeasyPrint's log is known."""

_LONGEST_QUOTE = 200


def new_fetcher(resources: Mapping[str, Resource]) -> Any:
    """Return a fetcher of WeasyPrint's kind that serves these resources and notes in `denied` what else was asked."""
    return _fetcher_class()(resources)


@cache
def _fetcher_class() -> Any:
    """Make the class only when WeasyPrint is wanted: its base class lives there."""
    urls = import_module("weasyprint.urls")

    class BundleFetcher(urls.URLFetcher):  # type: ignore[misc, name-defined]  # WeasyPrint ships no types
        """Serves a bundle. It has no opener at all, so that no call of its base class reaches a file or a host."""

        def __init__(self, resources: Mapping[str, Resource]) -> None:
            # The base class's own constructor is left out: it would install openers for http, ftp and file.
            self._fail_on_errors = False
            self._resources = {unquote(key): resource for key, resource in resources.items()}
            self.denied: list[str] = []

        def fetch(self, url: str, headers: object = None) -> Any:
            """Answer with the bytes of a key, under the key's own name: a ``file:`` answer would be read again."""
            key = unquote(url.partition("#")[0])
            resource = self._resources.get(key) if key.startswith(SCHEME) else None
            if resource is None:
                self.denied.append(url[:_LONGEST_QUOTE])
                raise ValueError(DENIAL)
            return urls.URLFetcherResponse(key, resource.data, {"Content-Type": resource.mime})

    return BundleFetcher
