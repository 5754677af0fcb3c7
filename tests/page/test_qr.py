"""QR codes: what they encode, what they refuse, and how they are drawn."""

from __future__ import annotations

import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest
import segno

from antq_reports.errors import TextError
from antq_reports.page.qr import QUIET_ZONE, qr_svg, web_address

URL = "https://baolamdong.vn/phap-luat/202412/nhung-diem-sang-a1b2c3/"
SVG = "{http://www.w3.org/2000/svg}"


def drawn_modules(svg: str) -> list[list[int]]:
    """The module grid read back from the path, quiet zone included."""
    root = ElementTree.fromstring(svg)
    side = int(root.attrib["viewBox"].split()[2])
    grid = [[0] * side for _ in range(side)]
    (path,) = root.findall(f"{SVG}path")
    for x, y, right, left in re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", path.attrib["d"]):
        assert right == left
        for column in range(int(x), int(x) + int(right)):
            grid[int(y)][column] += 1
    return grid


def test_the_drawing_is_the_code_of_the_address() -> None:
    """The drawn modules are those of an error level M code of the address, each drawn once, in a quiet zone of two."""
    code = segno.make(URL, error="m", boost_error=False, micro=False)
    expected = [list(row) for row in code.matrix_iter(border=QUIET_ZONE)]
    assert expected == drawn_modules(qr_svg(URL, "Bài gốc"))
    assert code.error == "M"


def test_the_path_is_nothing_but_runs() -> None:
    """No path command escapes the reading above."""
    (data,) = re.findall(r' d="([^"]*)"', qr_svg(URL, "Bài gốc"))
    assert re.sub(r"M\d+ \d+h\d+v1h-\d+z", "", data) == ""


def test_the_picture_has_no_size_of_its_own() -> None:
    """The style decides the size: only a view box and crisp edges are set."""
    root = ElementTree.fromstring(qr_svg(URL, "Bài gốc"))
    assert {"viewBox", "shape-rendering"} == set(root.attrib)


def test_the_title_is_escaped() -> None:
    """A title cannot close its element."""
    svg = qr_svg(URL, '</title><script>alert("1")</script> & {side}')
    assert ElementTree.fromstring(svg).findtext(f"{SVG}title") == '</title><script>alert("1")</script> & {side}'
    assert "<script" not in svg


def test_the_same_address_gives_the_same_text() -> None:
    """Two calls are equal to the byte."""
    assert qr_svg(URL, "Bài gốc") == qr_svg(URL, "Bài gốc")


def test_the_longest_address_fits() -> None:
    """500 characters are drawn, 501 are refused."""
    url = "https://a.vn/" + "x" * 487
    assert len(web_address(url)) == 500
    assert qr_svg(url, "Bài gốc").startswith("<svg")
    with pytest.raises(TextError, match="dài 501 ký tự"):
        qr_svg(url + "x", "Bài gốc")


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://báo.vn/", "https://xn--bo-mia.vn/"),
        ("https://a.vn:8080/x y".replace(" ", "%20"), "https://a.vn:8080/x%20y"),
        ("HTTP://A.vn/Đường?q=é#ô", "http://a.vn/%C4%90%C6%B0%E1%BB%9Dng?q=%C3%A9#%C3%B4"),
        ('https://a.vn/"><b>', "https://a.vn/%22%3E%3Cb%3E"),
        ("https://[::1]:80/x", "https://[::1]:80/x"),
    ],
)
def test_an_address_is_written_in_ascii(url: str, address: str) -> None:
    """Letters with marks are encoded the way browsers do, what is encoded already stays."""
    assert address == web_address(url)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "không bắt đầu bằng http"),
        ("baolamdong.vn", "không bắt đầu bằng http"),
        ("javascript:alert(1)", "không bắt đầu bằng http"),
        ("file:///etc/passwd", "không bắt đầu bằng http"),
        ("data:text/html,x", "không bắt đầu bằng http"),
        ("https://", "thiếu tên máy chủ"),
        ("https:///x", "thiếu tên máy chủ"),
        ("https://a.vn/x y", "khoảng trắng"),
        ("https://a.vn/\n", "khoảng trắng"),
        ("https://a.vn/\u202etxt", "ký tự điều khiển"),
        ("https://a.vn/\ud800", "ký tự điều khiển"),
        ("https://u:p@a.vn/", "mật khẩu"),
        ("https://a.vn:99999/", "không đúng dạng"),
        ("https://[::1/", "không đúng dạng"),
        (f"https://{'a' * 70}.vn/", "không đúng dạng"),
    ],
)
def test_what_is_no_web_address_is_refused(url: str, reason: str) -> None:
    """Only a plain http or https address becomes a code; the error says what is wrong and can be printed."""
    with pytest.raises(TextError, match=reason) as caught:
        qr_svg(url, "Bài gốc")
    assert str(caught.value).encode("utf-8")


@pytest.mark.parametrize("title", ["", "  ", "a\x00b", "a\nb"])
def test_a_code_needs_a_readable_title(title: str) -> None:
    """A code without a text alternative, or with control characters in it, is refused."""
    with pytest.raises(TextError, match="tên của mã QR"):
        qr_svg(URL, title)


def test_importing_the_module_does_not_load_segno() -> None:
    """The library is loaded with the first code."""
    check = "import sys, antq_reports.page.qr; sys.exit('segno' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
