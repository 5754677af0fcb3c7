"""The goldens hear every sentence: a denial put into any one of them changes a kept text.

A template's sentence that no golden holds could be edited into its opposite and nobody would see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from fire_example import FOLDER
from golden_briefs import GOLDEN_BRIEFS, GoldenBrief, golden_brief
from inverted_wording import Inversion, find_inversions
from sampling import sample_by_kind

from antq_reports.assets import templates_dir
from antq_reports.comparison import Comparison, compare
from antq_reports.page import build_page
from antq_reports.pictures.photos import PreparedPhoto
from antq_reports.prose import compose, prose_library, read_templates, style_files
from antq_reports.prose.template_folder import TemplateFolder

GOLDENS = Path(__file__).parent / "data" / "golden" / "words"
PROSE = {templates_dir(): ("prose/**/*.j2", "subjects/*/prose/**/*.j2"), FOLDER: ("prose/**/*.j2",)}
"""The folders of wording and what is wording in them."""


def find_all() -> Iterator[tuple[Path, Inversion]]:
    """Every place of every wording template, with the folder that the template lies in."""
    for folder, patterns in PROSE.items():
        for file in sorted(path for pattern in patterns for path in folder.glob(pattern)):
            for inversion in find_inversions(file.relative_to(folder).as_posix(), file.read_text(encoding="utf-8")):
                yield folder, inversion


ALL = list(find_all())
BY_FILE = sample_by_kind(ALL, lambda case: (case[0], Path(case[1].file).parent), each=2)
BY_KIND = sample_by_kind(ALL, lambda case: case[1].kind)
TRIED = list(dict.fromkeys([*BY_FILE, *BY_KIND]))
PHOTO = PreparedPhoto(data=b"", mime="image/png", width=4, height=3, digest="0" * 64)
"""Stands for every photo: a page's text has their captions alone."""


@cache
def comparison_of(name: str) -> Comparison | None:
    """How a brief stands against last year."""
    brief = golden_brief(name)
    return compare(brief.report, brief.previous) if brief.previous is not None else None


def text_of(name: str, wording: TemplateFolder) -> str:
    """A brief's text in a wording; its look is the brief's own."""
    brief = golden_brief(name)
    style = style_files(read_templates(brief.templates), brief.style)
    prose = prose_library(wording, brief.report.catalogue)
    article = compose(brief.report, prose, style.rules.house, comparison_of(name))
    page = build_page(article, style, lambda path: PHOTO)
    return page.text.replace("\u00a0", " ").rstrip("\n") + "\n"


@cache
def kept(name: str) -> str:
    """The golden of a brief."""
    return (GOLDENS / f"{name}.txt").read_text(encoding="utf-8")


def likeliest_first(inversion: Inversion) -> list[str]:
    """The goldens in the order of trying: those that hold the very words before the others, short before long."""
    said = re.match(r"[\w ]*", inversion.words.casefold())
    words = said[0].strip() if said else ""
    return sorted(GOLDEN_BRIEFS, key=lambda name: (words not in kept(name).casefold(), len(kept(name))))


def invert(brief: GoldenBrief, folder: Path, inversion: Inversion) -> TemplateFolder | None:
    """The wording of a brief with a denial in one of its templates; None where the template is not of its wording."""
    wording = read_templates(brief.templates)
    digest = f"{wording.digest} {inversion}"
    if folder == templates_dir():
        source = wording.bundled[inversion.file]
        return replace(wording, bundled={**wording.bundled, inversion.file: inversion.apply(source)}, digest=digest)
    if folder != brief.templates:
        return None
    source = wording.own[inversion.file]
    return replace(wording, own={**wording.own, inversion.file: inversion.apply(source)}, digest=digest)


def hears(name: str, folder: Path, inversion: Inversion) -> bool:
    """Whether a golden would show the denial."""
    wording = invert(golden_brief(name), folder, inversion)
    return wording is not None and text_of(name, wording) != kept(name)


@pytest.mark.parametrize("name", GOLDEN_BRIEFS)
def test_wording_that_nobody_touched_gives_the_golden(name: str) -> None:
    """Else every denial would seem to be heard."""
    assert kept(name) == text_of(name, read_templates(golden_brief(name).templates))


@pytest.mark.parametrize(("folder", "inversion"), TRIED, ids=lambda value: value.name)
def test_a_sentence_that_says_the_opposite_changes_a_golden(folder: Path, inversion: Inversion) -> None:
    """Of each folder of templates two places and one of each kind; in `make soak` every place."""
    assert any(hears(name, folder, inversion) for name in likeliest_first(inversion)), f"no golden says: {inversion}"


def test_every_stretch_of_words_is_a_place_of_its_own() -> None:
    """Branches, leads, endings and answers; where a template says nothing itself, the beginning of what it prints."""
    source = (
        '{% sentence %}Toàn {{ x }} {{ "A"|abbr }}{% clause ", gồm" close=" nữa" %}{{ y|figure }}{% endclause %}\n'
        '{% else %}{% if z %}{{ z }}{% else %}(có){% endif %}{% list sep="; " %}{% clause %}{{ w }}{% endclause %}'
        '{% endlist %} {{ v|answer("đạt", "chưa") }}{% endsentence %}{# lời #}{% include "rest.j2" %}'
    )
    found = [(each.kind, each.line, each.words) for each in find_inversions("x.j2", source)]
    assert [
        ("sentence", 1, "Toàn"),
        ("option", 1, "gồm"),
        ("option", 1, "nữa"),
        ("start", 2, "{{ z }}"),
        ("sentence", 2, "có)"),
        ("start", 2, "{{ w }}"),
        ("answer", 2, "đạt"),
        ("answer", 2, "chưa"),
    ] == found


def test_a_denial_stands_before_the_word() -> None:
    """One word more and nothing else."""
    source = "{% sentence %}Toàn {{ x }} xảy ra cháy{% endsentence %}"
    _, second = find_inversions("x.j2", source)
    assert "{% sentence %}Toàn {{ x }} không xảy ra cháy{% endsentence %}" == second.apply(source)
