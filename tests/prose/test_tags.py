"""Sentence, clause and list: separators, connectors, capitals and full stops belong to the tags."""

from __future__ import annotations

from pathlib import Path

import pytest
from prose_kit import print_with, report_of

from antq_reports.errors import TemplateError
from antq_reports.prose.tags import finish_sentence, flatten, join_items
from antq_reports.prose.tokens import CLAUSE_BODY, CLAUSE_CLOSE, CLAUSE_OPEN, TextToken, TokenBook

REPORT = report_of(weapons={"firearms_surrendered": "526 súng"})
NO_CONTEXT = report_of(weapons={"firearms_surrendered": "526 súng"}, headline="Tít", lead="Mở bài.")


def lines(folder: Path, template: str, **weapons: object) -> list[str]:
    """The prose paragraphs a template gives for a report of weapons alone."""
    report = report_of(weapons=weapons or {"firearms_surrendered": "526 súng"}, headline="Tít", lead="Mở bài.")
    text = print_with(folder, template, report).text
    return [line for line in text.split("\n") if line.endswith((".", "…")) and line != "Mở bài."]


def clause(lead: str, body: str) -> str:
    """A live clause as the tag writes it."""
    return f"{CLAUSE_OPEN}{lead}{CLAUSE_BODY}{body}{CLAUSE_CLOSE}"


def test_a_sentence_gets_its_capital_and_full_stop(tmp_path: Path) -> None:
    """Template text starts in lower case and ends without a stop; print has both."""
    template = "{% sentence %} thu hồi   {{ weapons.firearms_surrendered|figure }} {% endsentence %}"
    assert ["Thu hồi 526 súng."] == lines(tmp_path, template)


def test_a_hedge_that_opens_a_sentence_gets_the_capital(tmp_path: Path) -> None:
    """The capital goes into the figure's own text, and into the ledger."""
    template = "{% sentence %}{{ weapons.firearms_surrendered|figure }} được giao nộp{% endsentence %}"
    report = report_of(weapons={"firearms_surrendered": "hơn 500 súng"}, headline="Tít", lead="Mở bài.")
    brief = print_with(tmp_path, template, report)
    assert "Hơn 500 súng được giao nộp." in brief.text
    assert "Hơn 500 súng" in {entry.text for entry in brief.figures}


def test_a_clause_vanishes_with_its_lead(tmp_path: Path) -> None:
    """An absent figure takes its connector and its brackets along, nothing else."""
    template = (
        "{% sentence %}thu {{ weapons.firearms_surrendered|figure }}"
        '{% clause ", trong đó có" %}{{ weapons.grenades_surrendered|figure }}{% endclause %}'
        '{% clause " (" close=")" %}{{ weapons.support_tools|figure }}{% endclause %}{% endsentence %}'
    )
    assert ["Thu 526 súng."] == lines(tmp_path, template)
    full = lines(
        tmp_path,
        template,
        firearms_surrendered="526 súng",
        grenades_surrendered="48 lựu đạn",
        support_tools="3 dùi cui",
    )
    assert ["Thu 526 súng, trong đó có 48 lựu đạn (3 dùi cui)."] == full


def test_a_sentence_gives_way_to_its_alternatives_in_turn(tmp_path: Path) -> None:
    """``{% else %}`` speaks when what stands before it names something absent."""
    template = (
        "{% sentence %}một {{ weapons.grenades_surrendered|figure }}{% else %}hai {{ weapons.support_tools|figure }}"
        "{% else %}ba {{ weapons.firearms_surrendered|figure }}{% endsentence %}"
    )
    assert ["Ba 526 súng."] == lines(tmp_path, template)


def test_an_empty_list_takes_the_sentence_along(tmp_path: Path) -> None:
    """A sentence that would end in "gồm" is not printed."""
    template = (
        "{% sentence %}thu gồm {% list %}{% clause %}{{ weapons.grenades_surrendered|figure }}{% endclause %}"
        "{% endlist %}{% endsentence %}{% sentence %}còn {{ weapons.firearms_surrendered|figure }}{% endsentence %}"
    )
    assert ["Còn 526 súng."] == lines(tmp_path, template)


def test_a_blank_line_parts_paragraphs(tmp_path: Path) -> None:
    """Sentences on neighbouring lines share a paragraph; a blank line starts the next."""
    template = (
        "{% sentence %}một" + " và một" * 20 + "{% endsentence %}\n{% sentence %}hai{% endsentence %}\n\n"
        "{% sentence %}ba{% endsentence %}\n"
    )
    assert ["Một" + " và một" * 20 + ". Hai.", "Ba."] == lines(tmp_path, template)


def test_words_outside_a_sentence_are_refused(tmp_path: Path) -> None:
    """Nothing would own their capital and full stop."""
    with pytest.raises(TemplateError, match=r"sections/weapons\.j2.*chữ “lạc lõng” nằm ngoài"):
        lines(tmp_path, "lạc lõng {% sentence %}một{% endsentence %}")


def test_words_between_the_items_of_a_list_are_refused(tmp_path: Path) -> None:
    """A list holds clauses and nothing else."""
    with pytest.raises(TemplateError, match="nằm trong {% list %} nhưng ngoài"):
        lines(tmp_path, "{% sentence %}{% list %}lạc {% clause %}a{% endclause %}{% endlist %}{% endsentence %}")


@pytest.mark.parametrize("ending", ["và", "gồm", "trong đó có", "kết quả,", "với", "các loại:,", "(", "của"])
def test_a_sentence_that_ends_in_the_air_is_refused(ending: str, tmp_path: Path) -> None:
    """Printing nothing is better than printing half a sentence; the error names file and line."""
    with pytest.raises(TemplateError, match=r"sections/weapons\.j2, dòng 2: câu .* lửng lơ"):
        lines(tmp_path, "{# lời dặn #}\n{% sentence %}thu được " + ending + "{% endsentence %}")


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (["một"], "một"),
        (["một", "hai"], "một và hai"),
        (["một", "hai", "ba"], "một, hai và ba"),
        (["tin, bài", "hai"], "tin, bài; hai"),
        (["sáu (tăng 5, +3%)", "hai", "ba"], "sáu (tăng 5, +3%), hai và ba"),
        (["một", "hai và ba", "bốn"], "một, hai và ba, bốn"),
        (["“A, B”", "“C”"], "“A, B” và “C”"),
        (["giảm 4,6%", "hai"], "giảm 4,6% và hai"),
    ],
)
def test_items_are_joined_as_an_editor_would(items: list[str], expected: str) -> None:
    """Commas, a last "và", semicolons where an item holds a comma of its own; never "và" after a comma."""
    assert expected == join_items(items, TokenBook())


def test_commas_inside_a_token_count_too() -> None:
    """Separators are chosen by what will be printed, not by the template's letters."""
    book = TokenBook()
    token = str(book.mint(TextToken(path="x", text="cơ quan, đơn vị")))
    assert f"{token}; hai" == join_items([token, "hai"], book)


def test_an_open_list_ends_in_the_houses_ellipsis() -> None:
    """No "và" before an ellipsis: the list goes on."""
    assert "một, hai…" == join_items(["một", "hai"], TokenBook(), end="…")


def test_a_lead_is_dropped_at_the_start_of_a_sentence() -> None:
    """A clause that comes first has nothing to connect to."""
    assert "hai" == flatten(clause(", trong đó", "hai"))
    assert "một, trong đó hai" == flatten("một" + clause(", trong đó", "hai"))


def test_a_sentence_keeps_a_stop_it_has() -> None:
    """An ellipsis or question mark is a stop."""
    assert ["Hết…", "Sao?", "Xong."] == [finish_sentence(text, TokenBook()) for text in ("hết…", "sao?", "xong")]
