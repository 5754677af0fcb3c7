"""The same communes' briefs by others, in one run: the first version's pages, plain WeasyPrint, Typst, Chromium.

    python benchmarks/peers.py [ROUNDS]

Two briefs: ten figures, and sixty compared with last year's. Every program makes each in turn, round by round, so that
what else runs on the machine falls on all of them; medians of processor time, of this process and those it starts.

* The first version's page of the same report, its HTML kept in ``first/``, its stylesheets with the tests, put
  to WeasyPrint as it did, with shared fonts, the stylesheet parsed once, and today's evidence attached.
* WeasyPrint called as a tutorial calls it: our page, with stylesheet and fonts as files that it links to.
* Typst (when ``scripts/bootstrap.sh bench`` was run): the same words in two columns, as JSON; PDF/A-3a and PDF/UA-1,
  with the evidence attached.
* Chromium without a window (when it is there): our self-contained HTML, a process for each page.
"""

from __future__ import annotations

import importlib.util
import json
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from copy import copy
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from communes import commune, full_commune

from antq_reports import RenderedReport, Report, render_report
from antq_reports.assets import fonts_dir
from antq_reports.pdf import engine_statistics, read_attached_files

FIRST = Path(__file__).resolve().parent / "first"
FIRST_STYLES = FIRST.parent.parent / "tests" / "data" / "first" / "mau" / "styles"
"""The first version's stylesheets, as the tests keep them."""
BRIEFS: dict[str, tuple[Report, Report | None]] = {
    "ten": (commune(1), None),
    "sixty": (full_commune(1), full_commune(1, 2025)),
}
OURS, FIRST_PAGE = "antq_reports, page to PDF", "the first version's page"
GOALS = {"ten": 0.7, "sixty": 1 / 3}
"""Of the first version's processor time."""
TYPST = """
#let brief = json(bytes(sys.inputs.brief))
#set page(paper: "a4", margin: (x: 16mm, y: 18mm))
#set text(font: ("Source Serif 4", "IBM Plex Sans"), size: 9.8pt, lang: "vi")
#set document(title: brief.headline, date: datetime(year: 2026, month: 12, day: 31))
#for name in brief.files { pdf.attach(name, relationship: "data", mime-type: "text/plain", description: name) }
#heading(level: 1, brief.headline)
#columns(2)[
  #for paragraph in brief.paragraphs [#par(paragraph)]
  #set text(font: "IBM Plex Sans", size: 7.3pt)
  #table(columns: (1fr,) + (auto,) * (brief.head.len() - 1), stroke: (bottom: .4pt), inset: 1pt,
    table.header(..brief.head), ..brief.rows.flatten())
]
"""
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
Make = Callable[[], object]


def processor_seconds() -> float:
    """Of this process and of those it started and waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def medians(programs: Mapping[str, Make], rounds: int) -> dict[str, float]:
    """Median processor seconds of each, in turn, after one round that is not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in programs}
    for number in range(rounds + 1):
        for name, make in programs.items():
            start = processor_seconds()
            make()
            if number:
                seconds[name].append(processor_seconds() - start)
    return {name: statistics.median(values) for name, values in seconds.items()}


def whole(report: Report, previous: Report | None) -> bytes:
    """From the report to the bytes of the PDF."""
    return render_report(report, previous=previous).pdf


def pdf_alone(brief: RenderedReport) -> bytes:
    """From the finished page to the bytes of the PDF."""
    fresh = copy(brief)
    fresh.__dict__.pop("_rendered_pdf", None)
    return fresh.pdf


def first_page(name: str, brief: RenderedReport) -> Make:
    """The first version's page, laid out and written as that version did it."""
    from weasyprint import CSS, HTML, Attachment

    from antq_reports.pdf.fetcher import new_fetcher
    from antq_reports.pdf.fontconfig import new_font_configuration
    from antq_reports.pdf.stylesheet import BASE_CSS

    fonts, files = new_font_configuration(), read_attached_files(brief.pdf)
    parts = (FIRST_STYLES / part for part in ("shared/base.css", "bao-lam-dong/style.css"))
    css = BASE_CSS + "".join(part.read_text(encoding="utf-8") for part in parts)
    sheet = CSS(string=css, font_config=fonts, url_fetcher=new_fetcher(brief._style.resources))
    page = (FIRST / f"{name}.html").read_text(encoding="utf-8")

    def make() -> object:
        attached = [Attachment(string=data, name=each, relationship="Data") for each, data in files.items()]
        parsed = HTML(string=page, url_fetcher=new_fetcher({}))
        return parsed.write_pdf(font_config=fonts, stylesheets=[sheet], pdf_variant="pdf/a-3a", attachments=attached)

    return make


def naive_files(brief: RenderedReport, folder: Path) -> Path:
    """The page as a beginner keeps it: stylesheet, fonts and pictures in a folder, linked."""
    fonts = {key: font.data for key, font in brief._style.resources.items()}
    pictures = {key: picture.data for key, picture in brief._page.images.items()}
    for key, data in {**fonts, **pictures}.items():
        (folder / key.rsplit("/", 1)[-1]).write_bytes(data)
    (folder / "style.css").write_text(re.sub(r"antq:\w+/", "", brief._style.css), encoding="utf-8")
    page = re.sub(r"antq:\w+/", "", brief._page.html)
    linked = page.replace("</head>", '<link rel="stylesheet" href="style.css"></head>')
    (folder / "page.html").write_text(linked, encoding="utf-8")
    return folder / "page.html"


def weasyprint_naively(brief: RenderedReport, folder: Path) -> Make:
    """Nothing shared from one page to the next."""
    from weasyprint import HTML

    page = naive_files(brief, folder)
    return lambda: HTML(filename=page).write_pdf(pdf_variant="pdf/a-3a")


def typst_page(brief: RenderedReport, folder: Path) -> Make:
    """The same words through Typst's compiler, loaded once and kept."""
    typst: Any = importlib.import_module("typst")
    source = folder / "brief.typ"
    source.write_text(TYPST, encoding="utf-8")
    files = read_attached_files(brief.pdf)
    for each, content in files.items():
        (folder / each).write_bytes(content)
    lines = [line for line in brief.text.splitlines() if line.strip()]
    head, *rows = [line.split("\t") for line in lines if "\t" in line]
    data = {
        "headline": lines[0],
        "paragraphs": [line for line in lines[1:] if "\t" not in line],
        "head": head,
        "rows": [row for row in rows if len(row) == len(head)],
        "files": list(files),
    }
    folders = [str(path) for path in fonts_dir().iterdir() if path.is_dir()]
    compiler = typst.Compiler(str(source), font_paths=folders, ignore_system_fonts=True)
    numbers = count()

    def make() -> object:
        """Another headline each time: Typst remembers what it has already laid out."""
        inputs = {"brief": json.dumps({**data, "headline": f"{lines[0]} {next(numbers)}"}, ensure_ascii=False)}
        return compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards=["a-3a", "ua-1"])

    return make


def chromium_page(program: str, brief: RenderedReport, folder: Path) -> Make:
    """A process for each page, as scripts do it."""
    page = folder / "standalone.html"
    page.write_text(brief.html, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    command = [program, *options, f"--print-to-pdf={folder / 'out.pdf'}", page.as_uri()]
    return lambda: subprocess.run(command, check=True, capture_output=True, timeout=120)


def programs(name: str, report: Report, previous: Report | None, folder: Path) -> dict[str, Make]:
    """Everybody who makes this brief."""
    brief = render_report(report, previous=previous)
    found: dict[str, Make] = {
        OURS: partial(pdf_alone, brief),
        FIRST_PAGE: first_page(name, brief),
        "antq_reports, with its words": partial(whole, report, previous),
        "WeasyPrint, naively": weasyprint_naively(brief, folder),
    }
    if importlib.util.find_spec("typst"):
        found["Typst, PDF/A-3a and UA-1"] = typst_page(brief, folder)
    if program := next(filter(None, map(shutil.which, CHROMIUM)), None):
        found["Chromium, headless"] = chromium_page(program, brief, folder)
    return found


def print_shares(report: Report, previous: Report | None, rounds: int) -> None:
    """Where the time of a warm brief goes."""
    pages, engines, totals = [], [], []
    for _ in range(rounds):
        before, start = engine_statistics().seconds_in_weasyprint, time.perf_counter()
        brief = render_report(report, previous=previous)
        pages.append(time.perf_counter() - start)
        assert brief.pdf
        totals.append(time.perf_counter() - start)
        engines.append(engine_statistics().seconds_in_weasyprint - before)
    page, engine, total = (1000 * statistics.median(each) for each in (pages, engines, totals))
    print(f"  clock: words and page {page:.0f} ms, WeasyPrint {engine:.0f} ms, rest {total - page - engine:.0f} ms")


def main() -> int:
    """Print a table for each brief."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    start = time.perf_counter()
    assert render_report(commune(2)).pdf
    print(f"first PDF of a process (libraries, fonts, stylesheet): {time.perf_counter() - start:.2f} s")
    for name, (report, previous) in BRIEFS.items():
        with tempfile.TemporaryDirectory() as folder:
            seconds = medians(programs(name, report, previous, Path(folder)), rounds)
        mine, first = seconds[OURS], seconds[FIRST_PAGE]
        print(f"\n{name + ' figures':28} {'ms of processor':>16} {'to ours':>8}")
        for label, each in seconds.items():
            print(f"{label:28} {each * 1000:16.1f} {each / mine:8.2f}")
        print(f"  ours to the first version's page: {mine / first:.3f} (goal: at most {GOALS[name]:.2f})")
        print_shares(report, previous, rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
