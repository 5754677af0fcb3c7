"""The canary sings: a renderer without our fetcher is heard, so that silence elsewhere means something."""

from __future__ import annotations

from pathlib import Path

import pytest
from security_vectors import CSS_VECTORS, HTML_VECTORS, SECRET, Canary, watched

from antq_reports.page.external_addresses import addresses_in
from antq_reports.pdf.libraries import load_weasyprint


@pytest.mark.allow_weasyprint_logs
def test_a_careless_renderer_is_heard(tmp_path: Path) -> None:
    """WeasyPrint's own fetcher asks the server, follows the redirect, and embeds the file."""
    canary = Canary(tmp_path)
    body = HTML_VECTORS["img"].format(url=canary.urls[1]) + HTML_VECTORS["link attachment"].format(url=canary.urls[2])
    with watched(canary) as watch:
        load_weasyprint().HTML(string=body).write_pdf()
    canary.close()
    assert ["/redirect", "/direct.png"] == canary.requests
    assert any(str(canary.file) in opened for opened in watch.outside)
    assert watch.calls


@pytest.mark.parametrize("name", [*HTML_VECTORS, *CSS_VECTORS])
def test_a_page_that_names_a_file_is_seen(name: str) -> None:
    """The reading of finished HTML sees what a browser would fetch."""
    if name in ("a attachment", "namespace"):  # waits for a click; names and does not fetch
        return
    text = HTML_VECTORS.get(name) or f"<style>{CSS_VECTORS[name]}</style>"
    assert addresses_in(text.format(url=f"http://host/{SECRET}"))
