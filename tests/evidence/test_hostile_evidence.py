"""Files that are no briefs, or briefs made to hurt: each ends soon, with an error for people or with differences."""

from __future__ import annotations

import io
import json
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from batch_units import brief_of
from mutating import saved
from mutating_files import carried_in, mended, with_files
from pikepdf import Array, Dictionary, Name, Pdf

from antq_reports import Verification, load_report, verify
from antq_reports.csvtext import write_csv
from antq_reports.errors import IntakeError
from antq_reports.evidence import LEDGER_FILE, MANIFEST_FILE, REPORT_FILE, SOURCES_FILE, TEXT_FILE
from antq_reports.formats import carried_files, carry

MOST_SECONDS = 20


@cache
def brief(kind: str) -> bytes:
    """A brief to spoil."""
    return brief_of(3).content(kind)


def outcome(file: Path) -> Verification | IntakeError:
    """What verifying comes to, in time, with nothing written beside the file; reading it as a report ends as well."""
    before, start = sorted(file.parent.iterdir()), time.process_time()
    with suppress(IntakeError):
        load_report(file)
    found: Verification | IntakeError
    try:
        found = verify(file, appearance=False)
    except IntakeError as error:
        found = error
    assert time.process_time() - start < MOST_SECONDS
    assert before == sorted(file.parent.iterdir())
    return found


def is_refused(file: Path) -> bool:
    """Whether the file is refused, with a sentence for people."""
    return isinstance(outcome(file), IntakeError)


def is_reported(file: Path) -> bool:
    """Whether the file is read and found wanting."""
    found = outcome(file)
    return isinstance(found, Verification) and not found.ok


def edited(change: Callable[[Pdf], None]) -> bytes:
    """The brief after a change of its objects."""
    with Pdf.open(io.BytesIO(brief("pdf"))) as pdf:
        change(pdf)
        return saved(pdf)


# --- no brief -------------------------------------------------------------------------------------------------------


def locked() -> bytes:
    """The brief behind a password."""
    with Pdf.open(io.BytesIO(brief("pdf"))) as pdf:
        return saved_with_password(pdf)


def saved_with_password(pdf: Pdf) -> bytes:
    """Its bytes, encrypted."""
    target = io.BytesIO()
    pdf.save(target, encryption=pikepdf.Encryption(owner="a", user="b"))
    return target.getvalue()


def bare(pdf: Pdf) -> None:
    """Take the attachments away."""
    for name in list(pdf.attachments):
        del pdf.attachments[name]


def crowded(pdf: Pdf) -> None:
    """Attach a thousand files."""
    for number in range(1000):
        pdf.attachments[f"{number}.txt"] = b"a"


def doubled(pdf: Pdf) -> None:
    """Attach the data twice, under one name."""
    pdf.attachments["zz"] = b"{}"
    twin = pdf.attachments["zz"].obj
    twin.F = twin.UF = pikepdf.String(REPORT_FILE)


NO_BRIEFS: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "text": "Không phải PDF".encode,
    "head alone": lambda: b"%PDF-1.7\n%%EOF\n",
    "half": lambda: brief("pdf")[: len(brief("pdf")) // 2],
    "locked": locked,
    "no attachments": lambda: edited(bare),
    "a thousand attachments": lambda: edited(crowded),
    "one name twice": lambda: edited(doubled),
    "no pages": lambda: edited(lambda pdf: pdf.pages.__delitem__(slice(None))),
}


@pytest.mark.parametrize("name", NO_BRIEFS)
def test_what_is_no_brief_is_refused(name: str, tmp_path: Path) -> None:
    """Broken, locked, empty, or with more attached than any brief has."""
    file = tmp_path / "a.pdf"
    file.write_bytes(NO_BRIEFS[name]())
    assert is_refused(file)


@pytest.mark.parametrize("share", [0.1, 0.3, 0.6, 0.9, 0.99, 0.999])
def test_a_truncated_pdf_is_refused_or_found_wanting(share: float, tmp_path: Path) -> None:
    """Wherever the download stopped."""
    file = tmp_path / "a.pdf"
    file.write_bytes(brief("pdf")[: int(len(brief("pdf")) * share)])
    found = outcome(file)
    assert isinstance(found, IntakeError) or not found.ok


# --- files attached -------------------------------------------------------------------------------------------------

ATTACHED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nested data": (REPORT_FILE, lambda: b'{"a":' * 100_000 + b"1" + b"}" * 100_000),
    "nested manifest": (MANIFEST_FILE, lambda: b"[" * 100_000 + b"]" * 100_000),
    "NaN": (REPORT_FILE, lambda: b'{"place":{"name":"A","level":"x\\u00e3"},"period":NaN}'),
    "a long number": (REPORT_FILE, lambda: b'{"period":' + b"9" * 100_000 + b"}"),
    "no UTF-8": (REPORT_FILE, lambda: b"\xff\xfe\x00"),
    "formulas": (LEDGER_FILE, lambda: write_csv([['=HYPERLINK("http://127.0.0.1")'] * 11] * 3)),
    "a million columns": (LEDGER_FILE, lambda: b"," * 1_000_000),
    "a long cell": (SOURCES_FILE, lambda: b'"' + b"a" * 1_000_000 + b'"'),
    "a long integer": (LEDGER_FILE, lambda: _row("9" * 5000)),
    "a negative place": (LEDGER_FILE, lambda: _row("-5")),
    "a text of one word": (TEXT_FILE, lambda: b"a\n" * 300_000),
    "a text of one line": (TEXT_FILE, lambda: b"1 " * 1_000_000),
    "null bytes": (TEXT_FILE, lambda: b"\0" * 1000),
}


def _row(place: str) -> bytes:
    """The ledger with the place of its first figure replaced."""
    lines = carried_in(brief("html"))[LEDGER_FILE].decode("utf-8").split("\r\n")
    number, page, _, *rest = lines[1].split(",")
    return "\r\n".join([lines[0], ",".join([number, page, place, *rest]), *lines[2:]]).encode("utf-8")


@pytest.mark.parametrize("kind", ["pdf", "html"])
@pytest.mark.parametrize("name", ATTACHED)
def test_a_hostile_file_inside_is_told(name: str, kind: str, tmp_path: Path) -> None:
    """Its hash mended, where it has one."""
    target, make = ATTACHED[name]
    content = make()
    if kind == "html" and name == "no UTF-8":
        content = b"\x00"
    files = {**carried_in(brief(kind)), target: content}
    file = tmp_path / f"a.{kind}"
    file.write_bytes(with_files(brief(kind), files if target == MANIFEST_FILE else mended(files)))
    assert is_reported(file)


def bomb(size: int) -> bytes:
    """The brief with data that unpack to so many bytes."""
    with Pdf.open(io.BytesIO(brief("pdf"))) as pdf:
        packer = zlib.compressobj(9)
        packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(size // 1_000_000)) + packer.flush()
        pdf.attachments[REPORT_FILE].get_file().obj.write(packed, filter=Name.FlateDecode)
        return saved(pdf)


def test_a_decompression_bomb_is_refused(tmp_path: Path) -> None:
    """A hundred and fifty megabytes of blanks out of a few hundred kilobytes."""
    file = tmp_path / "a.pdf"
    file.write_bytes(bomb(150_000_000))
    assert is_refused(file)


@pytest.mark.parametrize("name", ["../thoat.txt", "/etc/x", "..\\thoat.txt", "a\nb", "a" * 5000])
def test_names_lead_nowhere(name: str, tmp_path: Path) -> None:
    """A file more, whatever its name, is told and not written."""
    folder = tmp_path / "in"
    folder.mkdir()
    file = folder / "a.html"
    page, files = carried_files(brief("html").decode("utf-8"))
    file.write_text(carry(page, {**files, name: b"x"}), encoding="utf-8")
    assert is_reported(file)
    assert [folder] == list(tmp_path.iterdir())


# --- the structure tree ---------------------------------------------------------------------------------------------


def _top(pdf: Pdf) -> pikepdf.Object:
    kids = pdf.Root.StructTreeRoot.K
    return kids[0] if isinstance(kids, Array) else kids


def without_tree(pdf: Pdf) -> None:
    """No structure tree at all."""
    del pdf.Root.StructTreeRoot


def round_tree(pdf: Pdf) -> None:
    """An element that is its own child."""
    _top(pdf).K = Array([_top(pdf), *_top(pdf).K])


def round_parents(pdf: Pdf) -> None:
    """Two elements that are each other's parents."""
    top, first = _top(pdf), _top(pdf).K[0]
    top.P = first


def deep_tree(pdf: Pdf) -> None:
    """A paragraph five thousand levels down."""
    page, element = pdf.pages[0], _top(pdf)
    for _ in range(5000):
        child = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=element, Pg=page.obj))
        element.K = Array([child])
        element = child
    element.K = 0


def wide_tree(pdf: Pdf) -> None:
    """One paragraph named a hundred thousand times."""
    leaf = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=_top(pdf), K=0, Pg=pdf.pages[0].obj))
    _top(pdf).K = Array([leaf] * 100_000)


def huge_page(pdf: Pdf) -> None:
    """A page of two hundred inches by two hundred."""
    for page in pdf.pages:
        page.MediaBox = Array([0, 0, 14_400, 14_400])


TREES = [without_tree, round_tree, round_parents, deep_tree, wide_tree, huge_page]


@pytest.mark.parametrize("change", TREES, ids=lambda change: str(change.__name__))
def test_a_hostile_tree_ends_within_bounds(change: Callable[[Pdf], None], tmp_path: Path) -> None:
    """A cycle, a chain, a crowd, no tree at all, a page like a wall: an error, or an answer."""
    file = tmp_path / "a.pdf"
    file.write_bytes(edited(change))
    found = outcome(file)
    assert isinstance(found, IntakeError | Verification)
    if change in (without_tree, deep_tree, wide_tree):
        assert isinstance(found, IntakeError) or not found.ok


def test_a_page_like_a_wall_is_not_drawn_whole(tmp_path: Path) -> None:
    """The comparison of pictures has its limit, and says so."""
    file = tmp_path / "a.pdf"
    file.write_bytes(edited(huge_page))
    with pytest.raises(IntakeError, match="quá lớn"):
        verify(file)


# --- the block of an HTML brief -------------------------------------------------------------------------------------

OPEN = '<script type="application/json" id="antq-evidence">'
BLOCKS: dict[str, str] = {
    "no end": OPEN + "{}",
    "no JSON": OPEN + "{a}</script>\n",
    "a list": OPEN + "[]</script>\n",
    "numbers": OPEN + '{"a": 1}</script>\n',
    "nested": OPEN + "[" * 200_000 + "</script>\n",
    "half a letter": OPEN + json.dumps({REPORT_FILE: "\ud800"}) + "</script>\n",
    "NaN": OPEN + '{"a": NaN}</script>\n',
    "nothing": OPEN + "{}</script>\n",
    "none": "",
}


@pytest.mark.parametrize("name", BLOCKS)
def test_a_broken_block_is_refused(name: str, tmp_path: Path) -> None:
    """Broken, nested, or not there."""
    file = tmp_path / "a.html"
    page, _ = carried_files(brief("html").decode("utf-8"))
    file.write_text(page.replace("</body>", f"{BLOCKS[name]}</body>"), encoding="utf-8")
    assert is_refused(file)


def test_a_second_block_is_told(tmp_path: Path) -> None:
    """The last one is read; the other is part of a page that is no longer what it was."""
    file = tmp_path / "a.html"
    file.write_text(carry(brief("html").decode("utf-8"), carried_in(brief("html"))), encoding="utf-8")
    assert is_reported(file)
