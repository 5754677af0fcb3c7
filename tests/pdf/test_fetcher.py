"""The closed bundle: nothing but ``antq:`` keys is ever served."""

from __future__ import annotations

from typing import Any
from urllib.request import Request

import pytest

from antq_reports.pdf import Resource
from antq_reports.pdf.fetcher import new_fetcher
from antq_reports.pdf.libraries import load_weasyprint

RESOURCES = {"antq:font/Phông chữ.ttf": Resource("chữ".encode(), "font/ttf")}
OUTSIDE = [
    "file:///etc/hostname",
    "http://127.0.0.1/a.png",
    "https://example.org/a.png",
    "ftp://example.org/a",
    "data:image/png;base64,AAAA",
    "antq:font/other.ttf",
    "ANTQ:font/Phông chữ.ttf",
    "/etc/hostname",
    "",
]


@pytest.fixture
def fetcher() -> Any:
    """Return a fetcher of the bundle above."""
    load_weasyprint()
    return new_fetcher(RESOURCES)


@pytest.mark.parametrize("url", ["antq:font/Phông chữ.ttf", "antq:font/Ph%C3%B4ng%20ch%E1%BB%AF.ttf#iefix"])
def test_a_key_is_served(fetcher: Any, url: str) -> None:
    """Plain, percent-encoded (as WeasyPrint asks for it) and with a fragment."""
    response = fetcher(url)
    assert ("chữ".encode(), "font/ttf", []) == (response.read(), response.content_type, fetcher.denied)


def test_an_answer_has_no_path(fetcher: Any) -> None:
    """WeasyPrint would read a ``file:`` answer again, from disk, when it writes the PDF."""
    assert fetcher("antq:font/Phông chữ.ttf").path is None


@pytest.mark.parametrize("url", OUTSIDE)
def test_anything_else_is_denied_and_noted(fetcher: Any, url: str) -> None:
    """WeasyPrint swallows the error in places; the note stays."""
    with pytest.raises(ValueError, match="not in the bundle"):
        fetcher(url)
    assert [url] == fetcher.denied


@pytest.mark.parametrize("url", OUTSIDE[:5])
def test_no_method_of_the_base_class_opens_anything(fetcher: Any, url: str) -> None:
    """`open`, with an address or a request, goes the same way."""
    for target in (url, Request(url)):
        with pytest.raises(ValueError, match="not in the bundle"):
            fetcher.open(target)
    assert [url, url] == fetcher.denied


def test_a_file_outside_stays_outside_even_under_its_own_name() -> None:
    """A bundle whose key is a file address does not serve it."""
    load_weasyprint()
    fetcher = new_fetcher({"file:///etc/hostname": Resource(b"x", "image/png")})
    with pytest.raises(ValueError, match="not in the bundle"):
        fetcher("file:///etc/hostname")
