"""What a browser would fetch of its own accord on opening a page."""

from __future__ import annotations

import pytest

from antq_reports.page.external_addresses import addresses_in, css_addresses


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="http://a/">x</a>', []),
        ('<img src="data:,"><use href="#a"><img src="antq:img/a">', []),
        ('<img src="http://a/">', ["img src=http://a/"]),
        ('<img src="a.png">', ["img src=a.png"]),
        ('<link href="http://a/">', ["link href=http://a/"]),
        ('<a ping="http://a/">', ["a ping=http://a/"]),
        ('<p onclick="x()">', ["p onclick=x()"]),
        ("<script>x()</script>", ["<script>"]),
        ('<script type="application/json">{}</script>', []),
        ('<script type="application/zlib">eJw=</script>', []),
        ('<base href="http://a/">', ["<base>", "base href=http://a/"]),
        ('<meta http-equiv="refresh">', ["meta refresh"]),
        ('<p style="background: url(http://a/)">', ["http://a/"]),
        ("<style>p { background: url(http://a/) }</style>url(http://b/)", ["http://a/"]),
    ],
)
def test_what_is_fetched_or_run_is_told(html: str, expected: list[str]) -> None:
    """Links wait for a click; what lies in the page or its bundle is not fetched."""
    assert expected == addresses_in(html)


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("p { color: red }", ()),
        ("a { src: url(antq:font/a.ttf); b: url('#c'); d: url(\"data:,\") }", ()),
        ("@media print { p { background: url(http://a/) } }", ("http://a/",)),
        ("@IMPORT 'a.css';", ("@import",)),
        ("p { background: image-set(url('a.png') 1x) }", ("'a.png'",)),
        ("/* url(http://a/) */", ()),
    ],
)
def test_a_stylesheet_s_addresses_are_told(css: str, expected: tuple[str, ...]) -> None:
    """However deep they stand, quoted or not; comments are none."""
    assert expected == tuple(address.replace('"', "'") for address in css_addresses(css))
