"""Finished PDF briefs, changed as a forger would: one glyph, one figure, one sentence.

The edits are made with pikepdf in the page's own drawing operators, with the glyphs of the fonts that are embedded. A
mutation says what it claims to have changed, so that a test can see that it did.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, Literal

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from antq_reports.evidence import LEDGER_FILE, TEXT_FILE
from antq_reports.evidence.carried import Row, _rows, lines_of

Claim = Literal["text", "look", "files", "notes", "markup"]
"""What a mutation changed: the drawn text, the picture of a page, the attached files, the annotations, the HTML."""
DIGITS = "0123456789"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """A changed file, and what verifying it has to say."""

    name: str
    data: bytes = field(repr=False)
    claim: Claim
    kinds: tuple[str, ...]
    """A difference of one of these kinds must be among those reported; of any kind when empty."""
    metric: str = ""
    printed: str = ""
    expected: str = ""
    page: int | None = None

    def __str__(self) -> str:
        return f"{self.name} {self.metric} {self.expected!r} -> {self.printed!r}"


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph as it is drawn: where its two bytes stand, and what it says."""

    page: int
    instruction: int
    part: int
    byte: int
    char: str
    font: str
    mark: int | None
    """The number of the marked content; None in page margins."""

    @property
    def place(self) -> tuple[int, int, int]:
        """The string it is part of."""
        return self.page, self.instruction, self.part


@dataclass(frozen=True, slots=True)
class Site:
    """A figure of the ledger and the glyphs that draw it."""

    row: Row
    glyphs: tuple[Glyph, ...]


Edits = Mapping[tuple[int, int, int], bytes]


class DrawnBrief:
    """A finished PDF, taken to pieces once and changed many times."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        with Pdf.open(io.BytesIO(data)) as pdf:
            self.files = attached(pdf)
            self.codes = [_codes(page) for page in pdf.pages]
            self.strings = [_strings(page) for page in pdf.pages]
            self.glyphs = tuple(
                glyph for number, page in enumerate(pdf.pages) for glyph in _glyphs(number, page, self.codes[number])
            )
        self.sites = tuple(_sites(self.files, self.glyphs))

    def edited(self, edits: Edits, *more: Callable[[Pdf], None]) -> bytes:
        """The file with some strings of its pages replaced, and whatever else is done to it."""
        with Pdf.open(io.BytesIO(self.data)) as pdf:
            for number in {place[0] for place in edits}:
                page = pdf.pages[number]
                instructions = list(pikepdf.parse_content_stream(page))
                for (where, index, part), text in edits.items():
                    if where == number:
                        instructions[index] = _with_string(instructions[index], part, text)
                page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))
            for change in more:
                change(pdf)
            return saved(pdf)

    def replaced(self, glyphs: Sequence[Glyph], codes: Sequence[bytes]) -> dict[tuple[int, int, int], bytes]:
        """The edits that put other codes (perhaps none) in the place of some glyphs."""
        edits: dict[tuple[int, int, int], bytearray] = {}
        pairs = sorted(zip(glyphs, codes, strict=True), key=lambda pair: (pair[0].place, pair[0].byte), reverse=True)
        for glyph, code in pairs:
            page, instruction, part = glyph.place
            text = edits.setdefault(glyph.place, bytearray(self.strings[page][instruction, part]))
            text[glyph.byte : glyph.byte + 2] = code
        return {place: bytes(text) for place, text in edits.items()}

    def font_for(self, page: int, text: str) -> str:
        """A font of a page that has every letter of a text."""
        return next((font for font, codes in self.codes[page].items() if set(text) <= set(codes)), "")


# --- reading --------------------------------------------------------------------------------------------------------


def saved(pdf: Pdf, **options: Any) -> bytes:
    """The bytes of a PDF."""
    target = io.BytesIO()
    pdf.save(target, deterministic_id=True, **options)
    return target.getvalue()


def attached(pdf: Pdf) -> dict[str, bytes]:
    """The attached files."""
    return {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}


def _codes(page: pikepdf.Page) -> dict[str, dict[str, bytes]]:
    """Of every font of a page: the code of each character."""
    fonts: dict[str, dict[str, bytes]] = {}
    for name, font in page.Resources.Font.items():
        pairs = re.findall(rb"^<([0-9a-f]{4})> <([0-9a-f]+)>$", font.ToUnicode.read_bytes(), re.MULTILINE)
        codes = {bytes.fromhex(text.decode()).decode("utf-16-be"): bytes.fromhex(code.decode()) for code, text in pairs}
        fonts[name] = codes
    return fonts


def _instructions(page: pikepdf.Page) -> Iterator[tuple[int, Any, str]]:
    """The drawing operators of a page with their numbers, operands first."""
    for index, each in enumerate(pikepdf.parse_content_stream(page)):
        yield index, each.operands, str(each.operator)


def _strings(page: pikepdf.Page) -> dict[tuple[int, int], bytes]:
    found: dict[tuple[int, int], bytes] = {}
    for index, operands, operator in _instructions(page):
        if operator == "TJ":
            parts = enumerate(operands[0])
            found.update({(index, part): bytes(each) for part, each in parts if isinstance(each, pikepdf.String)})
    return found


def _glyphs(number: int, page: pikepdf.Page, codes: Mapping[str, Mapping[str, bytes]]) -> Iterator[Glyph]:
    texts = {font: {code: char for char, code in known.items()} for font, known in codes.items()}
    marks: list[int | None] = []
    font = ""
    for index, operands, operator in _instructions(page):
        match operator:
            case "BDC":
                marks.append(int(operands[1].MCID) if "/MCID" in operands[1] else None)
            case "BMC":
                marks.append(None)
            case "EMC":
                marks.pop()
            case "Tf":
                font = str(operands[0])
            case "TJ":
                for part, text in enumerate(operands[0]):
                    if isinstance(text, pikepdf.String):
                        raw, mark = bytes(text), marks[-1] if marks else None
                        for byte in range(0, len(raw), 2):
                            char = texts[font].get(raw[byte : byte + 2], "\ufffd")
                            yield Glyph(number, index, part, byte, char, font, mark)


def _sites(files: Mapping[str, bytes], glyphs: Iterable[Glyph]) -> Iterator[Site]:
    """Where each figure is drawn: its paragraph is looked for in the text drawn, its place in there is known."""
    drawn = [glyph for glyph in glyphs if glyph.mark is not None and glyph.char.strip()]
    whole = "".join(glyph.char[0] for glyph in drawn).casefold()
    lines = lines_of(files[TEXT_FILE].decode("utf-8"))
    starts: list[int] = []
    reached = 0
    for line in lines:
        text = "".join(line.split()).casefold()
        place = whole.find(text, reached, reached + _NEAR + len(text))
        starts.append(place if place >= 0 else whole.find(text))
        reached = place + len(text) if place >= 0 else reached
    for row in _rows(files[LEDGER_FILE]):
        line, start = lines[row.paragraph - 1], starts[row.paragraph - 1]
        if start >= 0:
            first = start + len("".join(line[: row.offset].split()))
            found = tuple(drawn[first : first + len("".join(row.text.split()))])
            yield Site(row, found)


_NEAR = 600
"""Letters: a paragraph comes after the one before it, but for a caption of a picture that floated on."""


def _with_string(instruction: Any, part: int, text: bytes) -> Any:
    parts = list(instruction.operands[0])
    parts[part] = pikepdf.String(text)
    return pikepdf.ContentStreamInstruction([Array(parts)], instruction.operator)


# --- one figure -----------------------------------------------------------------------------------------------------


def digit_changes(brief: DrawnBrief, random: Random) -> Iterator[Mutation]:
    """One digit of one printed figure is another digit."""
    for site in brief.sites:
        numbers = [place for place, glyph in enumerate(site.glyphs) if glyph.char in DIGITS]
        if not numbers:
            continue
        place = random.choice(numbers)
        glyph = site.glyphs[place]
        known = brief.codes[glyph.page][glyph.font]
        others = [digit for digit in DIGITS if digit in known and digit != glyph.char]
        if not others:
            continue
        digit = random.choice(others)
        yield Mutation(
            name="digit",
            data=brief.edited(brief.replaced([glyph], [known[digit]])),
            claim="text",
            kinds=("changed",),
            metric=site.row.metric,
            printed=_with_nonspace(site.row.text, place, digit),
            expected=site.row.text,
            page=glyph.page + 1,
        )


def _with_nonspace(text: str, place: int, char: str) -> str:
    """The text with its `place`-th letter that is no space replaced."""
    positions = [index for index, each in enumerate(text) if not each.isspace()]
    return text[: positions[place]] + char + text[positions[place] + 1 :]


def drops(brief: DrawnBrief) -> Iterator[Mutation]:
    """A figure is not drawn any more: all of it, its digits, its unit."""
    for site in brief.sites:
        numbers = [glyph for glyph in site.glyphs if glyph.char in DIGITS]
        words = [glyph for glyph in site.glyphs if glyph.char.isalpha()]
        for name, gone, kinds in (
            ("drop figure", list(site.glyphs), ("missing",)),
            ("drop digits", numbers, ("missing", "changed")),
            ("drop unit", words, ("missing", "changed")),
        ):
            if gone and (name == "drop figure" or len(gone) < len(site.glyphs)):
                data = brief.edited(brief.replaced(gone, [b""] * len(gone)))
                metric, text = site.row.metric, site.row.text
                yield Mutation(name=name, data=data, claim="text", kinds=kinds, metric=metric, expected=text)


def swaps(brief: DrawnBrief) -> Iterator[Mutation]:
    """Two figures' digits stand in each other's place."""
    for one, other in zip(brief.sites, brief.sites[1:], strict=False):
        first, second = _leading(one), _leading(other)
        length = min(len(first), len(second))
        first, second = first[:length], second[:length]
        if not length or [glyph.char for glyph in first] == [glyph.char for glyph in second]:
            continue
        if {glyph.font for glyph in first} != {glyph.font for glyph in second} or set(first) & set(second):
            continue
        codes = [[brief.codes[glyph.page][glyph.font][glyph.char] for glyph in side] for side in (first, second)]
        data = brief.edited(brief.replaced([*first, *second], [*codes[1], *codes[0]]))
        # one of two neighbours may be told as moved
        yield Mutation(name="swap", data=data, claim="text", kinds=("changed", "missing"))


def _leading(site: Site) -> list[Glyph]:
    return [glyph for glyph in site.glyphs if glyph.char in DIGITS]


# --- one sentence more ----------------------------------------------------------------------------------------------

SENTENCES = ("Thêm 37 vụ.", "Có 37 vụ.", "có 12", "12", "2")


def insertions(brief: DrawnBrief) -> Iterator[Mutation]:
    """A sentence with a number, put in everywhere a page has room for it."""
    for page in range(len(brief.codes)):
        sentence = next(text for text in SENTENCES if brief.font_for(page, text))
        for name, way in INSERTIONS.items():
            claim: Claim = "notes" if way in (_note, _field) else "text"
            data = brief.edited({}, _Insertion(brief, page, sentence, way))
            yield Mutation(name=f"insert: {name}", data=data, claim=claim, kinds=(), page=page + 1)
    for site in brief.sites:
        if site.glyphs:
            yield _inside(brief, site)


def _inside(brief: DrawnBrief, site: Site) -> Mutation:
    """Digits more, after a figure and in its own marked content."""
    glyph = site.glyphs[-1]
    known = brief.codes[glyph.page][glyph.font]
    number = next(char for char in "3781245690" if char in known) if set(DIGITS) & set(known) else "a"
    page, *string = glyph.place
    text, after = brief.strings[page][string[0], string[1]], glyph.byte + 2
    edits = {glyph.place: text[:after] + known.get(" ", b"") + known[number] + text[after:]}
    return Mutation(name="insert: inside", data=brief.edited(edits), claim="text", kinds=(), page=page + 1)


def _append(page: pikepdf.Page, drawing: bytes) -> None:
    page.contents_add(b"q " + drawing + b" Q")


@dataclass(frozen=True, slots=True)
class _Insertion:
    """One way to add a sentence to one page."""

    brief: DrawnBrief
    page: int
    sentence: str
    way: Callable[[Pdf, pikepdf.Page, bytes, str], None]

    def __call__(self, pdf: Pdf) -> None:
        font = self.brief.font_for(self.page, self.sentence)
        known = self.brief.codes[self.page][font]
        codes = b"".join(known[char] for char in self.sentence)
        page = pdf.pages[self.page]
        text = b"BT %s 9 Tf 1 0 0 -1 80 500 Tm <%s> Tj ET" % (font.encode(), codes.hex().encode())
        self.way(pdf, page, text, self.sentence)


def _tagged(pdf: Pdf, page: pikepdf.Page, text: bytes, _: str) -> None:
    """As a paragraph of its own at the end of the document, in the structure tree as it should be."""
    root = pdf.Root.StructTreeRoot
    top = root.K if isinstance(root.K, Dictionary) else root.K[0]
    leaves = _number_tree(root.ParentTree)[int(page.StructParents)]
    mark = len(leaves)
    paragraph = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=top, K=mark, Pg=page.obj))
    leaves.append(paragraph)
    if not isinstance(top.K, Array):
        top.K = Array([top.K])
    top.K.append(paragraph)
    _append(page, b"/P <</MCID %d>> BDC %s EMC" % (mark, text))


def _number_tree(node: Any) -> dict[int, Any]:
    found: dict[int, Any] = {}
    for child in node.get("/Kids", []):
        found.update(_number_tree(child))
    numbers = node.get("/Nums", [])
    found.update({int(numbers[index]): numbers[index + 1] for index in range(0, len(numbers), 2)})
    return found


def _untagged(_: Pdf, page: pikepdf.Page, text: bytes, __: str) -> None:
    _append(page, text)


def _in_margin(_: Pdf, page: pikepdf.Page, text: bytes, __: str) -> None:
    _append(page, b"/Artifact BMC " + text.replace(b"80 500", b"80 30") + b" EMC")


def _invisible(_: Pdf, page: pikepdf.Page, text: bytes, __: str) -> None:
    _append(page, text.replace(b"BT", b"BT 3 Tr"))


def _in_form(pdf: Pdf, page: pikepdf.Page, text: bytes, _: str) -> None:
    form = pdf.make_stream(text)
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 600, 850])
    form.Resources = page.Resources
    _append(page, str(page.add_resource(form, Name.XObject)).encode() + b" Do")


def _note(pdf: Pdf, page: pikepdf.Page, _: bytes, sentence: str) -> None:
    _annotate(pdf, page, Subtype=Name.FreeText, Contents=sentence, DA="/Helv 9 Tf 0 g")


def _field(pdf: Pdf, page: pikepdf.Page, text: bytes, sentence: str) -> None:
    form = pdf.make_stream(b"q " + text + b" Q")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 600, 850])
    form.Resources = page.Resources
    _annotate(pdf, page, Subtype=Name.Widget, FT=Name.Tx, T="a", V=sentence, AP=Dictionary(N=form))


def _annotate(pdf: Pdf, page: pikepdf.Page, **entries: Any) -> None:
    note = pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([60, 300, 260, 330]), F=4, **entries))
    page.obj.Annots = Array([*page.obj.get("/Annots", []), note])
    if note.Subtype == Name.Widget:
        pdf.Root.AcroForm = Dictionary(Fields=Array([note]))


INSERTIONS: dict[str, Callable[[Pdf, pikepdf.Page, bytes, str], None]] = {
    "tagged": _tagged,
    "untagged": _untagged,
    "margin": _in_margin,
    "form": _in_form,
    "invisible": _invisible,
    "note": _note,
    "field": _field,
}
