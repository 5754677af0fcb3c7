"""Every fault of one's own wording at once, with file and line; none in what comes with the library."""

from __future__ import annotations

from pathlib import Path

import pytest

from antq_reports.catalogue import bundled_catalogue
from antq_reports.prose import read_templates
from antq_reports.prose.template_review import PRAISE, review_templates

CATALOGUE = bundled_catalogue()


def faults(folder: Path, **files: str) -> list[tuple[str, int | None, str]]:
    """File, line and reason of every fault; two underlines in a name stand for a slash."""
    for name, text in files.items():
        path = folder / "prose" / f"{name.replace('__', '/')}.j2"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = review_templates(read_templates(folder), CATALOGUE)
    return [(fault.file, fault.line, f"{fault.message}; {fault.remedy}") for fault in found]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("{{ tips.public_tip|figure }}", "không có tên “public_tip” trong “tips”; có phải “public_tips”?"),
        ("{{ tpis.public_tips|figure }}", "không có tên “tpis”; có phải “tips”?"),
        ("{{ place.nam }}", "không có tên “nam” trong “place”; có phải “name”?"),
        ("{{ tips.public_tips.perid|period }}", "không có tên “perid” trong “tips.public_tips”"),
        ("{{ tips.public_tips|figur }}", "không có bộ lọc “figur”; có phải “figure”?"),
        ("{% if tips.public_tips is presen %}x{% endif %}", "không có phép thử “presen”; có phải “present”?"),
        ("{{ tips.public_tips }}", "số liệu “tips.public_tips” in không qua bộ lọc"),
        ("{{ place.name ~ place.name }}", "mẫu không được tính toán hay ghép chữ"),
        ("có 12 vụ", "câu chữ gõ sẵn chữ số"),
        ("số vụ giảm mạnh", "mức tăng, giảm gõ sẵn: “giảm”; để |told, |compare của số liệu nói"),
        ("thu nhiều hơn năm trước", "mức tăng, giảm gõ sẵn: “nhiều hơn”"),
        ("phong trào được đẩy mạnh", "lời khen, nguyên do hoặc tiến bộ: “được đẩy mạnh”"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, sentence: str, reason: str) -> None:
    """With the nearest name where there is one."""
    found = faults(tmp_path, sections__tips=f"{{% sentence %}}\n{sentence}\n{{% endsentence %}}\n")
    assert [("prose/sections/tips.j2", 2)] == [each[:2] for each in found]
    assert found[0][2].startswith(reason)


def test_many_faults_are_told_in_one_run(tmp_path: Path) -> None:
    """Of all files, in the order of their lines; a file that does not parse has that one."""
    tips = "{% sentence %}{{ tips.public_tip|figur }}{% endsentence %}\n{% sentence %}có 12{% endsentence %}\n"
    found = faults(tmp_path, sections__tips=tips, sections__weapons="{% sentence %}x")
    assert [("prose/sections/tips.j2", 1), ("prose/sections/tips.j2", 1), ("prose/sections/tips.j2", 2)] == [
        each[:2] for each in found[:3]
    ]
    assert ("prose/sections/weapons.j2", True) == (found[3][0], "cú pháp sai" in found[3][2])


def test_a_file_that_nothing_reads_is_told(tmp_path: Path) -> None:
    """Its name is nearly one that is read."""
    [found] = faults(tmp_path, sections__wepons="{% sentence %}x{% endsentence %}")
    assert ("prose/sections/wepons.j2", None) == found[:2]
    assert "có phải “sections/weapons.j2”?" in found[2]


def test_names_of_loops_are_nobody_s_fault(tmp_path: Path) -> None:
    """What a template names itself."""
    loop = "{% for name in models.named %}{% clause %}{{ name }}{% endclause %}{% endfor %}"
    text = f"{{% sentence %}}{{% list %}}{loop}{{% endlist %}}{{% endsentence %}}"
    assert [] == faults(tmp_path, sections__models=text)


def test_what_comes_with_the_library_has_no_fault(tmp_path: Path) -> None:
    """Copied whole: no unknown name, no digit, no word of praise, cause or progress."""
    folder = read_templates()
    files = {
        name.removesuffix(".j2").replace("/", "__"): text
        for name, text in folder.prose_of(CATALOGUE).items()
        if name.endswith(".j2")
    }
    assert [] == faults(tmp_path, **files)
    assert all(word == word.casefold() for word in PRAISE)
