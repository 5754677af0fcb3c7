"""A logo from outside: a drawing or a picture that can do nothing but be seen, or a refusal that says why not.

A drawing is written anew from shapes, gradients and clips alone: no script, style sheet, text, picture, reference to
anything outside or to more than one level inside. What editors leave in a file for themselves is dropped. A picture is
a PNG, written anew without metadata. The same bytes give the same logo.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree import ElementTree

from antq_reports.brand.brand import Logo
from antq_reports.errors import Refusal, RefusalError
from antq_reports.files import told_limit
from antq_reports.pictures.photos import strict_decoder

MAX_LOGO_BYTES: Final = 1_000_000
MAX_DRAWING_BYTES: Final = 200_000
MAX_ELEMENTS: Final = 2_000
MAX_DEPTH: Final = 20
MAX_LOGO_PIXELS: Final = 4_000_000
MAX_LOGO_SIDE: Final = 700
"""Pixels of the long side of a picture as it is embedded: three hundred an inch at the largest size printed."""
MIN_LOGO_SIDE: Final = 100
MAX_RATIO: Final = 6
"""Between the sides: a longer one would leave the masthead no room for a name."""
DRAWN_SIDE: Final = 1_000
"""The long side of a drawing, which has no pixels of its own."""

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "http://www.w3.org/1999/xlink"
_SHAPES: Final = frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"))
_GRADIENTS: Final = frozenset(("linearGradient", "radialGradient"))
_TAKEN: Final = _SHAPES | _GRADIENTS | {"svg", "g", "defs", "stop", "clipPath"}
_DROPPED: Final = frozenset(("title", "desc", "metadata"))
_REMEDIES: Final = {
    "text": "chuyển chữ thành nét (Object to Path) rồi xuất lại",
    "style": "xuất lại với thuộc tính trình bày (Presentation Attributes)",
    "image": "chỉ dùng hình vẽ nét; nếu logo là ảnh thì dùng tệp PNG",
    "use": "tách các bản sao thành hình riêng (Unlink Clone) rồi xuất lại",
}
_PAINTS: Final = frozenset(("fill", "stroke", "stop-color"))
_KEPT: Final = frozenset(
    (
        *("id", "d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy"),
        *("width", "height", "viewBox", "preserveAspectRatio", "transform", "offset", "gradientUnits"),
        *("gradientTransform", "spreadMethod", "clipPathUnits", "fill", "stroke", "stop-color", "fill-rule"),
        *("clip-rule", "clip-path", "fill-opacity", "stroke-opacity", "stop-opacity", "opacity", "stroke-width"),
        *("stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset"),
    )
)
_COLOUR: Final = re.compile(r"(?i:#[0-9a-f]{3}|#[0-9a-f]{6}|[a-z]{3,30}|rgba?\([\d\s.,%/]{1,60}\))")
_REFERENCE: Final = re.compile(r"url\(\s*[\"']?#([\w.:-]{1,100})[\"']?\s*\)")
_PLAIN: Final = re.compile(r"[\w\s.,:%()+\-]*")
"""Every other value: numbers, names, transformations."""
_NUMBER: Final = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_BOX: Final = re.compile(r"(?:[\d\s.,eE+-]|px)+")
_LARGEST: Final = 1e6


def read_logo(data: bytes, alt: str) -> Logo:
    """The logo in a file. Raises `RefusalError` for anything but a drawing or a picture as above."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        mime, (clean, width, height) = "image/png", _picture(data)
    else:
        mime, (clean, width, height) = "image/svg+xml", _drawing(data)
    digest = hashlib.sha256(clean).hexdigest()
    return Logo(data=clean, mime=mime, alt=alt, width=width, height=height, digest=digest)


def _refused(reason: str, remedy: str) -> RefusalError:
    return RefusalError(Refusal(reason, remedy))


def _check_ratio(width: float, height: float) -> None:
    if not (width > 0 and height > 0 and 1 / MAX_RATIO <= width / height <= MAX_RATIO):
        raise _refused(f"logo dài quá {MAX_RATIO} lần chiều kia", "dùng bản logo gọn hơn, gần vuông")


# --- pictures -------------------------------------------------------------------------------------------------------


def _picture(data: bytes) -> tuple[bytes, int, int]:
    from PIL import Image

    out = io.BytesIO()
    try:
        with strict_decoder(), Image.open(io.BytesIO(data), formats=("PNG",)) as image:
            _check_ratio(*image.size)
            if image.width * image.height > MAX_LOGO_PIXELS:
                raise _refused(f"logo {image.width} x {image.height} điểm là quá lớn", "thu nhỏ rồi thử lại")
            if max(image.size) < MIN_LOGO_SIDE:
                raise _refused(f"logo chỉ có {image.width} x {image.height} điểm, in ra sẽ mờ", "dùng bản lớn hơn")
            image.load()
            made = image.convert("RGBA")
    except RefusalError:
        raise
    except Exception as error:  # a decoder fed hostile bytes raises nearly anything; all of it means: unreadable
        raise _refused("tệp PNG bị hỏng hoặc thiếu dữ liệu", "chép lại tệp, hoặc xuất logo lần nữa") from error
    made.thumbnail((MAX_LOGO_SIDE, MAX_LOGO_SIDE), Image.Resampling.LANCZOS)
    clean = Image.new("RGBA", made.size)
    clean.paste(made)
    clean.save(out, "PNG", optimize=True)
    return out.getvalue(), clean.width, clean.height


# --- drawings -------------------------------------------------------------------------------------------------------


def _drawing(data: bytes) -> tuple[bytes, int, int]:
    if len(data) > MAX_DRAWING_BYTES:
        raise _refused(
            f"hình vẽ lớn hơn {told_limit(MAX_DRAWING_BYTES)}", "đơn giản hóa nét vẽ (Simplify) rồi xuất lại"
        )
    root = _parsed(data)
    if root.tag != f"{{{_SVG}}}svg":
        raise _refused("không phải tệp SVG hoặc PNG", "xuất logo ra dạng SVG hoặc PNG")
    box = _box(root)
    clean = _cleaned(root, MAX_DEPTH)
    if not any(element.tag in _SHAPES for element in clean.iter()):
        raise _refused("logo không vẽ gì", "xuất lại logo")
    _check_references(clean)
    scale = DRAWN_SIDE / max(box[2:])
    width, height = round(box[2] * scale), round(box[3] * scale)
    clean.attrib = {
        "xmlns": _SVG,
        "width": str(width),
        "height": str(height),
        "viewBox": " ".join(f"{number:g}" for number in box),
        **{name: value for name, value in clean.attrib.items() if name not in ("width", "height", "viewBox", "x", "y")},
    }
    return ElementTree.tostring(clean, encoding="unicode").encode(), width, height


def _parsed(data: bytes) -> ElementTree.Element:
    from defusedxml import DefusedXmlException  # type: ignore[import-untyped]  # no types
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]  # no types

    try:
        root: ElementTree.Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise _refused("logo có khai báo DOCTYPE hoặc ENTITY", "xóa dòng <!DOCTYPE …> rồi lưu lại") from error
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise _refused("không phải tệp SVG hoặc PNG đọc được", "xuất logo ra dạng SVG hoặc PNG") from error
    if sum(1 for _ in root.iter()) > MAX_ELEMENTS:
        raise _refused(f"logo có hơn {MAX_ELEMENTS} hình", "dùng bản logo đơn giản hơn")
    return root


def _box(root: ElementTree.Element) -> tuple[float, float, float, float]:
    """The part of the plane that is shown: of its own, else from the corner to its size."""
    stated = root.get("viewBox") or f"0 0 {root.get('width', '')} {root.get('height', '')}"
    numbers = [float(number) for number in _NUMBER.findall(stated)]
    if not _BOX.fullmatch(stated) or len(numbers) != 4 or max(map(abs, numbers)) > _LARGEST:
        raise _refused("logo không ghi viewBox", 'thêm viewBox="0 0 rộng cao" vào thẻ <svg>')
    _check_ratio(numbers[2], numbers[3])
    return numbers[0], numbers[1], numbers[2], numbers[3]


def _cleaned(element: ElementTree.Element, depth: int) -> ElementTree.Element:
    """The element written anew, with what of it may be drawn."""
    if depth == 0:
        raise _refused("các thẻ của logo lồng nhau quá sâu", "bỏ bớt nhóm (Ungroup) rồi xuất lại")
    made = ElementTree.Element(element.tag.rpartition("}")[2], dict(sorted(_attributes(element))))
    for child in element:
        space, _, name = str(child.tag).rpartition("}")
        if name in _DROPPED or (space and space != f"{{{_SVG}"):
            continue
        if name not in _TAKEN:
            remedy = _REMEDIES.get(name, "xóa thẻ đó rồi lưu lại")
            raise _refused(f"logo có thẻ <{name[:40]}>, không được dùng", remedy)
        made.append(_cleaned(child, depth - 1))
    return made


def _attributes(element: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """The attributes that draw, those of ``style`` among them; one that runs or fetches something is refused."""
    given = dict(element.attrib)
    declared = (part.partition(":") for part in given.pop("style", "").split(";"))
    for full, value in (*given.items(), *((name.strip(), value.strip()) for name, _, value in declared)):
        name = "href" if full == f"{{{_XLINK}}}href" else full
        if name.lower().startswith("on"):
            raise _refused(f"logo có thuộc tính {name[:40]}, là mã chạy được", "xóa thuộc tính đó rồi lưu lại")
        if name == "href":
            if not re.fullmatch(r"#[\w.:-]{1,100}", value) or element.tag.rpartition("}")[2] not in _GRADIENTS:
                raise _refused(f"logo trỏ tới “{value[:60]}”", "chỉ dùng hình vẽ nằm trong chính tệp logo")
            yield name, value
        elif name in _KEPT:
            yield name, _value(name, value)
        elif "url(" in value.lower():
            raise _refused(f"logo có thuộc tính {name[:40]} trỏ tới nơi khác", "xóa thuộc tính đó rồi lưu lại")


def _value(name: str, value: str) -> str:
    if (name in _PAINTS or name == "clip-path") and (found := _REFERENCE.fullmatch(value.strip())):
        return f"url(#{found[1]})"
    is_good = _is_paint(value.strip()) if name in _PAINTS else _PLAIN.fullmatch(value) and "url" not in value.lower()
    if not is_good:
        raise _refused(f"logo có {name}=“{value[:60]}” không dùng được", "xuất lại logo với màu và nét thường")
    if name not in _PAINTS and name != "id":
        for number in _NUMBER.findall(value):
            if not abs(float(number)) <= _LARGEST:
                raise _refused(f"logo có số “{number[:20]}” quá lớn", "thu nhỏ hình rồi xuất lại")
    return value.strip()


def _is_paint(value: str) -> bool:
    from tinycss2.color4 import parse_color  # type: ignore[import-untyped]  # no types

    return bool(_COLOUR.fullmatch(value)) and (value in ("none", "inherit") or parse_color(value) is not None)


def _check_references(root: ElementTree.Element) -> None:
    """Every reference leads to a gradient or clip of the file, and none of these to a further one of its kind."""
    named: Mapping[str, ElementTree.Element] = {found: each for each in root.iter() if (found := each.get("id"))}
    within = {id(inner) for each in root.iter("clipPath") for inner in each.iter()}
    for element in root.iter():
        for name, value in element.attrib.items():
            match = _REFERENCE.fullmatch(value)
            if name != "href" and match is None:
                continue
            reference = match[1] if match else value[1:]
            target = named.get(reference)
            kinds = {"clipPath"} if name == "clip-path" else _GRADIENTS
            is_nested = id(element) in within and name == "clip-path"
            if target is None or target.tag not in kinds or is_nested or (name == "href" and target.get("href")):
                reason = f"logo có {name} trỏ tới “#{reference[:40]}” không dùng được"
                raise _refused(reason, "xuất lại logo, gộp các mặt cắt và dải màu")
