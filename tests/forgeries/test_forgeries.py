"""Mutation tests of `verify`: every forgery is told, and no untouched brief is called forged.

Each mutation is first seen to have changed what it claims. A sample of every kind runs always, all under ``make soak``.
"""

from __future__ import annotations

import random
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import Any

import mutating
import pytest
from batch_units import commune
from fuzz_reports import Order, orders
from hypothesis import assume, given, reject
from mutating import DrawnBrief, Mutation
from mutating_files import carried_in, file_changes, html_changes
from mutating_looks import hidings, resaved, signed
from PIL import Image
from prose_kit import report_of
from reading import drawn_text
from sampling import sample_by_kind, tried, whole_only
from test_targets import scratch

from antq_reports import RenderedReport, Report, Verification, load_report, render_report, verify
from antq_reports.errors import IntakeError, PdfError
from antq_reports.evidence import Setting, setting_of
from antq_reports.pdf import page_images, read_pdf
from antq_reports.report import SourceMap

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
STYLES = ("bao-lam-dong", "bao-quang-nam")

FIGURES: dict[str, Any] = {
    "weapons": {"firearms_surrendered": "526 súng", "ammunition_surrendered": "trên 7.637 viên"},
    "crime_results": {"public_order_cases_solved": "1.010/1.173 vụ (đạt 86,1%)", "suspects_handled": "1.954 bị can"},
    "communication": {"outreach_sessions": 1584, "outreach_attendance": "hơn 102.700 lượt người"},
    "core_force": {"security_teams": 1367},
}


def small_report(**more: Any) -> Report:
    """A page of figures of several kinds, with a source."""
    report = report_of(date="2026-12-25", **FIGURES, **more)
    return report.with_sources(SourceMap(file="ha-tinh-2026.toml"))


@cache
def small() -> RenderedReport:
    """Its brief."""
    return render_report(small_report())


@contextmanager
def other_version() -> Iterator[None]:
    """As if the programme were another than the one that made the brief."""

    def elsewhere(*given: Any) -> Setting:
        return replace(setting_of(*given), programme="0" * 64)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("antq_reports.verification.rerender.setting_of", elsewhere)
        yield


@contextmanager
def method(name: str) -> Iterator[None]:
    """Verifying by one method or the other."""
    if name == "rerendered":
        yield
    else:
        with other_version():
            yield


# --- what is asked of every mutation --------------------------------------------------------------------------------


def really_changed(before: bytes, mutation: Mutation) -> bool:
    """Whether the mutation did what it claims."""
    after = mutation.data
    match mutation.claim:
        case "text":
            return drawn_text(before) != drawn_text(after)
        case "look":
            return page_images(before, 2.0) != page_images(after, 2.0)
        case "files":
            return carried_in(before) != carried_in(after)
        case "notes":
            return overlays(before) != overlays(after)
        case "markup":
            return before != after


def overlays(pdf: bytes) -> list[tuple[str, ...]]:
    """The notes on each page."""
    return [page.overlays for page in read_pdf(pdf).pages]


def verified(folder: Path, data: bytes, *, appearance: bool) -> Verification | None:
    """What verifying a file says; None when it is refused."""
    file = folder / ("a.pdf" if data.startswith(b"%PDF") else "a.html")
    file.write_bytes(data)
    try:
        return verify(file, appearance=appearance)
    except IntakeError:
        return None


def is_told(mutation: Mutation, found: Verification | None) -> bool:
    """Whether the differences say what was changed, as far as the mutation says what they have to."""
    if found is None:
        return mutation.claim == "files"
    for each in found.differences:
        if mutation.kinds and each.kind not in mutation.kinds:
            continue
        if mutation.metric and each.metric != mutation.metric:
            continue
        if mutation.printed and (each.printed, each.page) != (mutation.printed, mutation.page):
            continue
        if not mutation.expected or each.expected == mutation.expected:
            return True
    return False


def untold(folder: Path, before: bytes, mutations: Iterable[Mutation], tally: Counter[str] | None = None) -> list[str]:
    """The mutations that nothing, or something else, was said of."""
    silent: list[str] = []
    for mutation in mutations:
        assert really_changed(before, mutation), str(mutation)
        found = verified(folder, mutation.data, appearance=mutation.claim in ("look", "markup"))
        if not is_told(mutation, found):
            silent.append(f"{mutation}: {[str(each) for each in found.differences] if found else found}")
        if tally is not None:
            tally[mutation.name] += 1
    return silent


def page_mutations(brief: DrawnBrief, chance: random.Random) -> dict[str, Iterator[Mutation]]:
    """Every kind of change of a page, lazily."""
    return {
        "digits": mutating.digit_changes(brief, chance),
        "drops": mutating.drops(brief),
        "swaps": mutating.swaps(brief),
        "insertions": mutating.insertions(brief),
        "hidings": hidings(brief),
    }


# --- the sample -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["rerendered", "attached"])
@pytest.mark.parametrize(
    ("kind", "count"), [("digits", 6), ("drops", 5), ("swaps", 2), ("insertions", 8), ("hidings", 2)]
)
def test_changes_of_the_page_are_told(way: str, kind: str, count: int, tmp_path: Path) -> None:
    """A digit, a figure, a unit, a sentence, a cover; by either method, with metric and page."""
    brief = DrawnBrief(small().pdf)
    with method(way):
        chosen = islice(page_mutations(brief, random.Random(7))[kind], count)
        assert [] == untold(tmp_path, brief.data, chosen)


@pytest.mark.parametrize("way", ["rerendered", "attached"])
def test_changes_of_the_html_are_told(way: str, tmp_path: Path) -> None:
    """Text, values, stylesheet, script."""
    data = small().html.encode("utf-8")
    with method(way):
        chosen = (each for each in html_changes(data, random.Random(7)) if way == "rerendered" or is_certain(each))
        assert [] == untold(tmp_path, data, sample_by_kind(chosen, attrgetter("name")))


@pytest.mark.parametrize("way", ["rerendered", "attached"])
def test_changes_of_what_an_html_brief_carries_are_told(way: str, tmp_path: Path) -> None:
    """Data, ledger, text, sources; their hashes mended or not."""
    data = small().html.encode("utf-8")
    with method(way):
        chosen = (each for each in file_changes(data, random.Random(7)) if way == "rerendered" or is_certain(each))
        assert [] == untold(tmp_path, data, sample_by_kind(chosen, attrgetter("name")))


def is_certain(mutation: Mutation) -> bool:
    """Whether another version of the programme can tell the change at all.

    It holds page, text, ledger and data against each other and cannot make markup anew: with its own hash mended it
    is consistent. So is a label, and a source of something that is not printed.
    """
    if not mutation.name.endswith("hash mended"):
        return True
    alone = ("html: hide", "html: value", "html: css", "html: script", "html: picture")
    named = (
        "ledger: label",
        "ledger: kind",
        "ledger: metric",
        "ledger: row gone",
        "ledger: row twice",
        "renamed",
        "sources",
    )
    return not mutation.name.startswith((*alone, *named, "ledger: rows swapped", "ledger: formula"))


# --- untouched files ------------------------------------------------------------------------------------------------


def test_a_brief_saved_by_another_programme_agrees(tmp_path: Path) -> None:
    """Linearised, packed, unpacked, or signed afterwards: the same brief."""
    found = {name: verified(tmp_path, data, appearance=True) for name, data in resaved(small().pdf)}
    assert {} == {name: each for name, each in found.items() if each is None or not each.ok}
    assert 6 == len(found)


def test_a_signature_over_the_text_is_told(tmp_path: Path) -> None:
    """Its picture would hide what it lies on."""
    found = verified(tmp_path, signed(small().pdf, (60, 300, 500, 800)), appearance=False)
    assert found is not None
    assert ["overlay"] == [each.kind for each in found.differences]


def wrong(folder: Path, brief: RenderedReport, way: str = "rerendered") -> list[str]:
    """What verifying an untouched brief has to say of it, as PDF and as HTML."""
    said: list[str] = []
    for kind in ("pdf", "html"):
        data = brief.content(kind)
        with method(way):
            found = verified(folder, data, appearance=way == "rerendered")
        if found is None or (found.method, found.identical) != ("rerendered", True if way == "rerendered" else None):
            said.append(f"{kind}: {found}")
        else:
            said += [f"{kind}: {each}" for each in found.differences]
            said += [f"{kind}: {each.text} not found" for each in found.figures if not each.found]
    return said


LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY"
TONED = "".join(
    f"{vowel} {vowel}\u0300 {vowel}\u0301 {vowel}\u0309 {vowel}\u0303 {vowel}\u0323 "
    for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
)
SIGNS = "“ngoặc” ‘đơn’ (tròn) – gạch - nối … chấm lửng; 50% × / & M’Nông № 1"


@pytest.mark.parametrize("style", STYLES)
def test_every_vietnamese_letter_comes_back_as_it_is(style: str, tmp_path: Path) -> None:
    """In headlines, leads, tables and captions; composed or not; with every tone, Đ and the signs of these texts."""
    Image.new("RGB", (40, 30), (10, 90, 30)).save(tmp_path / "anh.png")
    words = f"{LETTERS} {TONED} {SIGNS.replace('№ ', '')}"
    photo = {"path": "anh.png", "caption": f"Ảnh: {words}", "alt": "Ảnh"}
    extra = {"id": "a", "label": f"Chữ {words[:120]}", "section": "weapons", "figure": "102.700 lượt người"}
    text = small_report(
        headline=f"Tít {words}", lead=f"Sa-pô {words}", byline=words[:150], photos=[photo], extra=[extra]
    )
    assert [] == wrong(tmp_path, render_report(text, style=style, folder=tmp_path))


@pytest.mark.parametrize("way", ["rerendered", "attached"])
def test_a_comparison_agrees_over_its_pages(way: str, tmp_path: Path) -> None:
    """Tables go on over the page with their heads again."""
    report = commune(5)
    last = report.model_copy(update={"period": report.period.model_copy(update={"label": "năm 2025"})})
    assert [] == wrong(tmp_path, render_report(report, previous=last), way)


def long_report() -> Report:
    """Sixty figures beyond the catalogue: tables, labels, addresses and figures break over lines and pages."""
    label = "Đợt vận động Ẫm ỡ ự thứ {0} tại các khu phố “Tự quản – an toàn” của phường, xã, đặc khu https://vi.du/{1}"
    extra = [
        {
            "id": f"e{number}",
            "label": unicodedata.normalize("NFD" if number % 2 else "NFC", label.format(number, "b" * (number % 40))),
            "section": "weapons" if number % 3 else "tips",
            "figure": f"hơn {102 + number}.700 lượt người",
        }
        for number in range(60)
    ]
    return small_report(extra=extra, headline="Giữ 1.584 điểm bình yên…", lead="Cả năm có 2.500 lượt " * 30)


@pytest.mark.parametrize("style", STYLES)
def test_a_long_brief_agrees_over_lines_and_pages(style: str, tmp_path: Path) -> None:
    """Every figure is found, also where its unit is on the next line or page."""
    brief = render_report(long_report(), style=style)
    assert [] == wrong(tmp_path, brief, "rerendered" if style == STYLES[0] else "attached")
    assert len(read_pdf(brief.pdf).pages) > 3


@tried(1, 100)
@given(orders())
def test_random_briefs_agree(asked: Order) -> None:
    """Whatever the figures and the free texts; by both methods."""
    brief = render_report(asked.report, style=asked.style, previous=asked.previous, folder=scratch())
    assume("x\u0323\u0302" not in brief.text)  # no Vietnamese letter: PDFium loses the space after such marks
    try:
        assert brief.pdf
    except PdfError:  # letters that no font of the style has
        reject()
    assert [] == [said for way in ("rerendered", "attached") for said in wrong(scratch(), brief, way)]


# --- the large run --------------------------------------------------------------------------------------------------


def large_briefs() -> Iterator[tuple[str, RenderedReport]]:
    """Both examples in both styles, and one compared with a year before."""
    for name in ("lam-dong-2024", "quang-nam-2024"):
        report = load_report(EXAMPLES / f"{name}.toml")
        for style in STYLES:
            yield f"{name}, {style}", render_report(report, style=style)
    year = commune(5).with_sources(SourceMap(file="xa-2026.toml"))
    last = year.model_copy(update={"period": year.period.model_copy(update={"label": "năm 2025"})})
    yield "compared", render_report(year, previous=last)


def sample(mutations: Iterable[Mutation], count: int, chance: random.Random) -> list[Mutation]:
    """Some of many, without holding more than those."""
    kept: list[Mutation] = []
    for number, mutation in enumerate(mutations):
        if len(kept) < count:
            kept.append(mutation)
        elif (place := chance.randrange(number + 1)) < count:
            kept[place] = mutation
    return kept


@whole_only("a sample of every kind is above")
@pytest.mark.parametrize("way", ["rerendered", "attached"])
def test_hundreds_of_mutations_are_told(way: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """At least five hundred, of every kind, in newspapers of both styles; none is passed over."""
    chance, tally, silent = random.Random(), Counter[str](), list[str]()
    for name, made in large_briefs():
        brief, html = DrawnBrief(made.pdf), made.html.encode("utf-8")
        with method(way):
            for mutations in page_mutations(brief, chance).values():
                few = sample(mutations, 14, chance)
                silent += [f"{name}: {each}" for each in untold(tmp_path, brief.data, few, tally)]
            for data, mutations in (
                (html, html_changes(html, chance)),
                (html, file_changes(html, chance)),
                (brief.data, file_changes(brief.data, chance)),
            ):
                told = (each for each in mutations if way == "rerendered" or is_certain(each))
                few = sample(told, 20, chance)
                silent += [f"{name}: {each}" for each in untold(tmp_path, data, few, tally)]
    with capsys.disabled():
        print(f"\n{way}: {tally.total()} mutations, {len(silent)} untold: {dict(tally)}", *silent, sep="\n")  # noqa: T201
    assert [] == silent
    assert tally.total() >= 500
