"""What a brief carries, changed as a forger would, the manifest's hashes mended or not; and HTML briefs likewise."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

from mutating import DIGITS, Mutation, attached, saved
from pikepdf import Pdf

from antq_reports.csvtext import read_csv, write_csv
from antq_reports.evidence import LEDGER_FILE, MANIFEST_FILE, REPORT_FILE, SOURCES_FILE, TEXT_FILE
from antq_reports.formats import carried_files, carry

LEDGER_COLUMNS = (
    "number",
    "page",
    "paragraph",
    "offset",
    "kind",
    "metric",
    "label",
    "text",
    "value",
    "formula",
    "source",
)

Files = Mapping[str, bytes]


def carried_in(data: bytes) -> dict[str, bytes]:
    """The files that a PDF or HTML brief carries."""
    if data.startswith(b"%PDF"):
        with Pdf.open(io.BytesIO(data)) as pdf:
            return attached(pdf)
    return carried_files(data.decode("utf-8"))[1]


def with_files(data: bytes, files: Files) -> bytes:
    """The brief carrying other files."""
    if not data.startswith(b"%PDF"):
        return carry(carried_files(data.decode("utf-8"))[0], files).encode("utf-8")
    with Pdf.open(io.BytesIO(data)) as pdf:
        for name in set(pdf.attachments) - set(files):
            del pdf.attachments[name]
        for name, content in files.items():
            if name not in pdf.attachments:
                pdf.attachments[name] = content
            elif pdf.attachments[name].get_file().read_bytes() != content:
                pdf.attachments[name].get_file().obj.write(content)
        return saved(pdf)


def mended(files: Files) -> dict[str, bytes]:
    """The files with a manifest whose hashes are right again."""
    manifest = json.loads(files[MANIFEST_FILE])
    manifest["files"] = {
        name: hashlib.sha256(content).hexdigest() for name, content in files.items() if name != MANIFEST_FILE
    }
    return {**files, MANIFEST_FILE: _json(manifest)}


def _json(tree: Any) -> bytes:
    return (json.dumps(tree, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode("utf-8")


def file_changes(data: bytes, random: Random) -> Iterator[Mutation]:
    """Every kind of change of the files: each is told by its hash, and most even where the hash was mended."""
    files = carried_in(data)
    for name, changed, metric in (*_values(files), *_cells(files, random), *_rows(files), *_texts(files, random)):
        for is_mended in (False, True):
            given = mended(changed) if is_mended else changed
            kinds = () if is_mended else ("evidence", "changed", "missing", "unsourced", "wording")
            label = f"{name}{', hash mended' if is_mended else ''}"
            yield Mutation(name=label, data=with_files(data, given), claim="files", kinds=kinds, metric=metric)


def _values(files: Files) -> Iterator[tuple[str, dict[str, bytes], str]]:
    """Each number of the data that the ledger says is printed, one more than it was.

    A figure that is printed nowhere is left out: page and ledger do not speak of it, so that data with another value
    for it are just as consistent, and no file can tell of itself which of the two was meant.
    """
    printed = {row[5] for row in read_csv(files[LEDGER_FILE])[1:] if row[4] == "số liệu" and not row[9]}
    tree = json.loads(files[REPORT_FILE])
    for section, fields in tree.items():
        for name, figure in fields.items() if isinstance(fields, dict) else ():
            if f"{section}.{name}" in printed and isinstance(figure, dict):
                key = next((key for key in ("value", "part", "low") if str(figure.get(key, "")).isdigit()), None)
                if key is not None:
                    number = figure[key]
                    other = int(number) + 1
                    changed = {**figure, key: other if isinstance(number, int) else str(other)}
                    whole = {**tree, section: {**fields, name: changed}}
                    yield "data: value", {**files, REPORT_FILE: _json(whole)}, ""


def _cells(files: Files, random: Random) -> Iterator[tuple[str, dict[str, bytes], str]]:
    """One cell of the ledger, of every column."""
    head, *rows = read_csv(files[LEDGER_FILE])
    plain = [number for number, row in enumerate(rows) if row[4] == "số liệu" and row[8].isdigit() and not row[9]]
    for column, name in enumerate(LEDGER_COLUMNS):
        number = random.choice(plain)
        cell = rows[number][column]
        rows[number][column] = str(int(cell) + 1) if cell.isdigit() else cell + "x"
        yield f"ledger: {name}", {**files, LEDGER_FILE: write_csv([head, *rows])}, ""
        rows[number][column] = cell


def _rows(files: Files) -> Iterator[tuple[str, dict[str, bytes], str]]:
    """A row gone, a row twice, two rows in each other's place."""
    head, *rows = read_csv(files[LEDGER_FILE])
    for name, others in (
        ("row gone", rows[1:]),
        ("row twice", [rows[0], *rows]),
        ("rows swapped", [rows[1], rows[0], *rows[2:]]),
    ):
        numbered = [[str(number), *row[1:]] for number, row in enumerate(others, start=1)]
        yield f"ledger: {name}", {**files, LEDGER_FILE: write_csv([head, *numbered])}, ""


def _texts(files: Files, random: Random) -> Iterator[tuple[str, dict[str, bytes], str]]:
    """A digit of the text, a place of the sources; a file gone, renamed, emptied."""
    text = files[TEXT_FILE].decode("utf-8")
    yield "text: digit", {**files, TEXT_FILE: other_digit(text, random).encode("utf-8")}, ""
    sources = files[SOURCES_FILE].decode("utf-8-sig")
    yield "sources: digit", {**files, SOURCES_FILE: b"\xef\xbb\xbf" + other_digit(sources, random).encode("utf-8")}, ""
    for name in (REPORT_FILE, LEDGER_FILE, TEXT_FILE, SOURCES_FILE):
        rest = {each: content for each, content in files.items() if each != name}
        yield f"gone: {name}", rest, ""
        yield f"renamed: {name}", {**rest, f"x-{name}": files[name]}, ""
        yield f"emptied: {name}", {**files, name: b""}, ""


def other_digit(text: str, random: Random) -> str:
    """The text with one of its digits another."""
    place = random.choice([place for place, char in enumerate(text) if char in DIGITS])
    return text[:place] + random.choice([digit for digit in DIGITS if digit != text[place]]) + text[place + 1 :]


# --- HTML -----------------------------------------------------------------------------------------------------------

_FIGURE = re.compile(r"(<data\b[^>]*>)([^<]+)")
_STYLE_END = "</style>"


def html_changes(data: bytes, random: Random) -> Iterator[Mutation]:
    """The page's text, its attributes, its stylesheet and what it runs; each with the manifest's hash mended or not."""
    html, files = carried_files(data.decode("utf-8"))
    for name, changed, kinds in (*_figures(html, random), *_markups(html)):
        for is_mended in (False, True):
            given = _with_markup(files, changed) if is_mended else files
            label = f"html: {name}{', hash mended' if is_mended else ''}"
            whole = carry(changed, given).encode("utf-8")
            yield Mutation(name=label, data=whole, claim="markup", kinds=kinds if kinds[0] != "markup" else ())


def _with_markup(files: Files, html: str) -> dict[str, bytes]:
    manifest = json.loads(files[MANIFEST_FILE])
    manifest["markup"] = hashlib.sha256(html.encode("utf-8")).hexdigest()
    return {**files, MANIFEST_FILE: _json(manifest)}


def _figures(html: str, random: Random) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for found in _FIGURE.finditer(html):
        if any(char in DIGITS for char in found[2]):
            before, after = html[: found.start(2)], html[found.end(2) :]
            yield "digit", before + other_digit(found[2], random) + after, ("changed",)
            yield "drop", before + after, ("missing",)
            hidden = f'<span style="display:none">{found[2]}</span>'
            yield "hide", before + hidden + after, ("markup",)
            yield "sentence", html[: found.end()] + " cùng 37 vụ" + html[found.end() :], ("unsourced", "changed")
            value = re.sub(r'value="[^"]*"', 'value="999"', found[1])
            yield "value", html[: found.start(1)] + value + html[found.end(1) :], ("markup",)


def _markups(html: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    end = html.index(_STYLE_END)
    yield "css: hidden", html[:end] + "data{display:none}" + html[end:], ("markup",)
    yield "css: ::before", html[:end] + "p::before{content:'37 vụ'}" + html[end:], ("markup",)
    yield "script", html.replace("</body>", "<script>document.title='37'</script></body>"), ("markup",)
    yield "picture of text", html.replace("</body>", "<svg><text>37 vụ</text></svg></body>"), ("markup",)
