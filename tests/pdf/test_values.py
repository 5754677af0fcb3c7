"""The values of the PDF module: frozen, equal by content, fit for a process pool."""

from __future__ import annotations

import dataclasses
import pickle
import subprocess
import sys
from datetime import date

import pytest

from antq_reports.pdf import PdfAttachment, PdfStyle, RenderedPdf, Resource

FONT = Resource(b"\x00\x01\x00\x00", "font/ttf")


def test_styles_with_equal_content_are_equal() -> None:
    """The order in which resources were given does not count."""
    one = PdfStyle("p{margin:0}", {"antq:font/a": FONT, "antq:font/b": FONT})
    two = PdfStyle("p{margin:0}", {"antq:font/b": FONT, "antq:font/a": FONT})
    assert one == two
    assert hash(one) == hash(two)


@pytest.mark.parametrize(
    "other",
    [
        PdfStyle("p{margin:1mm}", {"antq:font/a": FONT}),
        PdfStyle("p{margin:0}"),
        PdfStyle("p{margin:0}", {"antq:font/b": FONT}),
        PdfStyle("p{margin:0}", {"antq:font/a": Resource(b"\x00\x01\x00\x00 ", "font/ttf")}),
        PdfStyle("p{margin:0}", {"antq:font/a": Resource(b"\x00\x01\x00\x00", "font/otf")}),
    ],
    ids=["css", "no resource", "key", "bytes", "media type"],
)
def test_any_change_of_content_changes_the_digest(other: PdfStyle) -> None:
    """CSS, keys, bytes and media types all count."""
    assert PdfStyle("p{margin:0}", {"antq:font/a": FONT}).digest != other.digest


def test_a_style_does_not_follow_the_mapping_it_was_made_from() -> None:
    """Its digest would no longer be true."""
    resources = {"antq:font/a": FONT}
    style = PdfStyle("", resources)
    resources.clear()
    assert {"antq:font/a": FONT} == dict(style.resources)
    with pytest.raises(TypeError):
        style.resources["antq:font/a"] = FONT  # type: ignore[index]


def test_values_survive_pickling() -> None:
    """Batches hand them to other processes."""
    values = (
        PdfStyle("p{margin:0}", {"antq:font/a": FONT}),
        PdfAttachment(name="số liệu.json", data=b"{}", created=date(2024, 12, 25)),
        RenderedPdf(data=b"%PDF", pages=1, problems=()),
    )
    assert values == pickle.loads(pickle.dumps(values))


def test_values_are_frozen() -> None:
    """Nobody writes into a value."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        FONT.mime = "image/png"  # type: ignore[misc]


def test_importing_the_package_loads_no_engine() -> None:
    """WeasyPrint takes a second to import: the first render pays for it, not the import."""
    check = "import sys, antq_reports.pdf; sys.exit(any(name in sys.modules for name in ('weasyprint', 'fontTools')))"
    assert 0 == subprocess.run([sys.executable, "-c", check], check=False).returncode
