"""The same commune's brief by others: what a page costs with us, and where our time goes.

    python benchmarks/peers.py [ROUNDS]

* WeasyPrint called as a tutorial calls it: our page, with stylesheet and fonts as files that it links to.
* Typst (when ``pip install typst`` was done): an equivalent template, the figures passed as JSON.
* Chromium without a window (when it is there): our self-contained HTML, a process for each page.

Ours alone is tagged, PDF/A-3a, and has a ledger of its figures; the others print the same words.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from communes import commune

from antq_reports import RenderedReport, Report, render_report
from antq_reports.assets import fonts_dir
from antq_reports.pdf import engine_statistics

TYPST = """
#let brief = json(bytes(sys.inputs.brief))
#set page(paper: "a4", margin: 18mm)
#set text(font: ("Source Serif 4", "Be Vietnam Pro"), size: 10.5pt, lang: "vi")
#set document(title: brief.headline)
#heading(level: 1, brief.headline)
#for paragraph in brief.paragraphs [#par(justify: false, paragraph)]
#table(columns: (1fr, auto, auto), table.header[Chỉ tiêu][Số liệu][Đơn vị],
  ..brief.rows.flatten().map(cell => [#cell]))
"""
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")


def median(make: Callable[[], object], rounds: int) -> float:
    """Median seconds after one round that is not counted."""
    make()
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        make()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def naive_files(brief: RenderedReport, folder: Path) -> Path:
    """The page as a beginner keeps it: HTML, stylesheet and fonts in a folder."""
    import re

    for key, font in brief._style.resources.items():
        (folder / key.rsplit("/", 1)[-1]).write_bytes(font.data)
    (folder / "style.css").write_text(re.sub(r"antq:\w+/", "", brief._style.css), encoding="utf-8")
    page = brief._page.html.replace("</head>", '<link rel="stylesheet" href="style.css"></head>')
    (folder / "page.html").write_text(page, encoding="utf-8")
    return folder / "page.html"


def weasyprint_naively(page: Path) -> Callable[[], object]:
    """Nothing shared from one page to the next."""
    from weasyprint import HTML

    return lambda: HTML(filename=page).write_pdf(pdf_variant="pdf/a-3a")


def typst_page(brief: RenderedReport, folder: Path) -> Callable[[], object]:
    """The same words through Typst's compiler, loaded once and kept."""
    typst: Any = importlib.import_module("typst")
    source = folder / "brief.typ"
    source.write_text(TYPST, encoding="utf-8")
    lines = [line for line in brief.text.splitlines() if line.strip()]
    rows = [line.split("\t") for line in lines if line.count("\t") == 2]
    data = {"headline": lines[0], "paragraphs": [line for line in lines[1:] if "\t" not in line], "rows": rows}
    folders = [str(path) for path in fonts_dir().iterdir() if path.is_dir()]
    compiler = typst.Compiler(str(source), font_paths=folders, ignore_system_fonts=True)
    numbers = count()

    def compile_anew() -> object:
        """Another headline each time: Typst remembers what it has already laid out."""
        inputs = {"brief": json.dumps({**data, "headline": f"{lines[0]} {next(numbers)}"}, ensure_ascii=False)}
        return compiler.compile(format="pdf", sys_inputs=inputs)

    return compile_anew


def chromium_page(program: str, brief: RenderedReport, folder: Path) -> Callable[[], object]:
    """A process for each page, as scripts do it."""
    page = folder / "standalone.html"
    page.write_text(brief.html, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    command = [program, *options, f"--print-to-pdf={folder / 'out.pdf'}", page.as_uri()]
    return lambda: subprocess.run(command, check=True, capture_output=True, timeout=120)


def shares(report: Report, rounds: int) -> tuple[float, float, float]:
    """Median seconds of a warm brief: up to the page, inside WeasyPrint, and all."""
    pages, engines, totals = [], [], []
    for _ in range(rounds):
        before, start = engine_statistics().seconds_in_weasyprint, time.perf_counter()
        brief = render_report(report)
        pages.append(time.perf_counter() - start)
        assert brief.pdf
        totals.append(time.perf_counter() - start)
        engines.append(engine_statistics().seconds_in_weasyprint - before)
    return statistics.median(pages), statistics.median(engines), statistics.median(totals)


def main() -> int:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    report = commune(1)
    brief = render_report(report)
    start = time.perf_counter()
    assert brief.pdf
    print(f"first PDF of a process (libraries, fonts, stylesheet): {time.perf_counter() - start:.2f} s")
    page, engine, ours = shares(report, rounds)
    parts = (
        f"words and page {page * 1000:.0f} + WeasyPrint {engine * 1000:.0f} + rest {(ours - page - engine) * 1000:.0f}"
    )
    print(f"ours, warm: {ours * 1000:.0f} ms = {parts}")
    print(f"{'program':28} {'ms a page':>10} {'to ours':>8}")
    print(f"{'antq_reports, warm':28} {ours * 1000:10.1f} {1:8.2f}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        peers = {"WeasyPrint, naively": weasyprint_naively(naive_files(brief, folder))}
        if importlib.util.find_spec("typst"):
            peers["Typst"] = typst_page(brief, folder)
        if program := next(filter(None, map(shutil.which, CHROMIUM)), None):
            peers["Chromium, headless"] = chromium_page(program, brief, folder)
        for label, make in peers.items():
            seconds = median(make, rounds if label == "Typst" else max(3, rounds // 3))
            print(f"{label:28} {seconds * 1000:10.1f} {seconds / ours:8.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
