"""Photos: what is let in, what comes out, and what every refusal says."""

from __future__ import annotations

import hashlib
import io
import os
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageFile, PngImagePlugin

from antq_reports.errors import PhotoError
from antq_reports.pictures import photos
from antq_reports.pictures.photos import PreparedPhoto, prepare_photo, read_photo


@pytest.fixture(autouse=True)
def empty_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test starts without prepared photos."""
    monkeypatch.setattr(photos, "_cache", photos._PhotoCache(4, 10_000_000))


def noise(width: int, height: int) -> Image.Image:
    """A picture with many colours, the same each time."""
    data = b"".join(hashlib.sha256(struct.pack(">I", i)).digest() for i in range(width * height * 3 // 32 + 1))
    return Image.frombytes("RGB", (width, height), data[: width * height * 3])


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    """``image`` as the bytes of a file."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def opened(photo: PreparedPhoto) -> Image.Image:
    """The prepared photo as a reader sees it."""
    return Image.open(io.BytesIO(photo.data))


def png_header_only(width: int, height: int) -> bytes:
    """A PNG that declares a size and holds almost nothing."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_each_allowed_format_is_prepared(kind: str) -> None:
    """A JPEG, PNG or WEBP keeps its size; the digest is that of the new bytes."""
    photo = prepare_photo(encoded(noise(60, 40), kind), "a")
    assert (60, 40) == (photo.width, photo.height) == opened(photo).size
    assert hashlib.sha256(photo.data).hexdigest() == photo.digest


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_every_photo_becomes_jpeg(kind: str) -> None:
    """JPEG goes into a PDF as it is; anything else would be packed anew in every brief."""
    photo = prepare_photo(encoded(noise(120, 80), kind), "a")
    assert (photo.mime, opened(photo).format) == ("image/jpeg", "JPEG")


def test_a_drawing_keeps_its_colour_edges() -> None:
    """The flat colours of a PNG stay within what an eye can tell, up to the pixel beside an edge."""
    drawing = Image.new("RGB", (300, 200), (251, 244, 230))
    drawing.paste((160, 30, 20), (40, 40, 200, 120))
    photo = opened(prepare_photo(encoded(drawing, "PNG"), "a.png")).convert("RGB")
    wanted = {(30, 30): (251, 244, 230), (44, 44): (160, 30, 20), (195, 115): (160, 30, 20)}
    for place, colour in wanted.items():
        found = photo.getpixel(place)
        assert isinstance(found, tuple)
        assert max(abs(one - other) for one, other in zip(colour, found, strict=True)) <= 6


def test_a_large_photo_is_scaled_to_2000_pixels() -> None:
    """The long side comes down to 2000 px, the short one with it."""
    photo = prepare_photo(encoded(Image.new("RGB", (4000, 1000)), "JPEG"), "a.jpg")
    assert (photo.width, photo.height) == (2000, 500)


def test_a_turned_photo_stands_upright() -> None:
    """The camera's orientation is applied, then forgotten."""
    exif = Image.Exif()
    exif[0x0112] = 6
    photo = prepare_photo(encoded(noise(60, 40), "JPEG", exif=exif), "a.jpg")
    assert (photo.width, photo.height) == (40, 60)
    assert dict(opened(photo).getexif()) == {}


def test_metadata_of_a_jpeg_is_dropped() -> None:
    """Neither EXIF nor XMP nor comments reach the page."""
    exif = Image.Exif()
    exif[0x010E] = "SECRET-EXIF"
    options = {"exif": exif, "comment": b"SECRET-COMMENT", "xmp": b"<x>SECRET-XMP</x>", "icc_profile": b"SECRET-ICC"}
    source = encoded(noise(60, 40), "JPEG", **options)
    assert source.count(b"SECRET-") == 4
    assert b"SECRET-" not in prepare_photo(source, "a.jpg").data


def test_metadata_of_a_png_is_dropped() -> None:
    """Text chunks, physical size and profile of a PNG are gone."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "SECRET")
    source = encoded(Image.new("RGB", (90, 60), "red"), "PNG", pnginfo=info, dpi=(300, 300))
    photo = prepare_photo(source, "a.png")
    assert b"SECRET" not in photo.data
    assert {"jfif", "jfif_version", "jfif_unit", "jfif_density"} >= set(opened(photo).info)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA"])
def test_transparent_parts_become_white(mode: str) -> None:
    """What shows through is paper."""
    clear = Image.new("RGBA", (20, 20), (255, 0, 0, 0)).convert(mode)
    photo = prepare_photo(encoded(clear, "WEBP" if mode == "PA" else "PNG"), "a")
    assert opened(photo).convert("RGB").getpixel((3, 3)) == (255, 255, 255)


def test_a_palette_with_a_clear_colour_becomes_white() -> None:
    """A transparent palette entry is paper, too."""
    image = Image.new("P", (20, 20), 0)
    image.putpalette([255, 0, 0, 0, 255, 0])
    photo = prepare_photo(encoded(image, "PNG", transparency=0), "a.png")
    assert opened(photo).convert("RGB").getpixel((3, 3)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["L", "1", "CMYK"])
def test_every_photo_becomes_rgb(mode: str) -> None:
    """Grey, bilevel and print colours come out as RGB."""
    source = encoded(noise(60, 40).convert(mode), "PNG" if mode == "1" else "JPEG")
    assert opened(prepare_photo(source, "a")).mode in ("RGB", "P")


def test_sixteen_bit_grey_keeps_its_tone() -> None:
    """Middle grey of 16 bits is middle grey of 8 bits, not white."""
    image = Image.frombytes("I;16", (20, 20), struct.pack("<H", 128 * 257) * 400)
    photo = prepare_photo(encoded(image, "PNG"), "a.png")
    assert opened(photo).convert("RGB").getpixel((3, 3)) == (128, 128, 128)


def profile_with_primaries_swapped() -> bytes:
    """The sRGB profile with red and green exchanged in its table of contents."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = data.index(b"rXYZ"), data.index(b"gXYZ")
    data[red : red + 4], data[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(data)


def test_a_colour_profile_is_applied() -> None:
    """A photo with its own colour space is brought to sRGB before the profile is dropped."""
    source = encoded(Image.new("RGB", (20, 20), (255, 0, 0)), "PNG", icc_profile=profile_with_primaries_swapped())
    red, green, blue = opened(prepare_photo(source, "a.png")).convert("RGB").tobytes()[:3]
    assert (red <= 2, green >= 253, blue <= 2) == (True, True, True)


@pytest.mark.parametrize("profile", [b"no profile", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()])
def test_an_unusable_colour_profile_is_ignored(profile: bytes) -> None:
    """A broken profile, or one for another kind of picture, leaves the colours as they are."""
    image = Image.new("RGB", (20, 20), (200, 50, 50))
    plain, odd = encoded(image, "JPEG"), encoded(image, "JPEG", icc_profile=profile)
    assert prepare_photo(plain, "a").data == prepare_photo(odd, "b").data


def test_the_same_bytes_give_the_same_photo() -> None:
    """A photo is encoded the same way each time, whatever its name, with or without the cache."""
    source = encoded(noise(60, 40), "JPEG")
    first = prepare_photo(source, "a.jpg")
    photos._cache = photos._PhotoCache(4, 10_000_000)
    assert first == prepare_photo(source, "b.jpg")


def test_a_photo_is_prepared_once() -> None:
    """The second call with the same bytes gives the first call's value."""
    source = encoded(noise(60, 40), "JPEG")
    assert prepare_photo(source, "a.jpg") is prepare_photo(bytes(bytearray(source)), "b.jpg")


def photo_of(size: int) -> PreparedPhoto:
    """A prepared photo of so many bytes."""
    return PreparedPhoto(data=b"x" * size, mime="image/png", width=1, height=1, digest="")


def test_the_cache_lets_the_oldest_go() -> None:
    """Beyond its entries the cache drops what was used least recently."""
    cache = photos._PhotoCache(2, 1000)
    cache.put(b"a", photo_of(1))
    cache.put(b"b", photo_of(1))
    cache.get(b"a")
    cache.put(b"c", photo_of(1))
    assert [cache.get(key) is not None for key in (b"a", b"b", b"c")] == [True, False, True]


def test_the_cache_is_bounded_in_bytes() -> None:
    """Beyond its bytes the cache drops entries, however few; putting one twice counts once."""
    cache = photos._PhotoCache(100, 1000)
    for key in (b"a", b"a", b"b", b"c"):
        cache.put(key, photo_of(400))
    assert [cache.get(key) is not None for key in (b"a", b"b", b"c")] == [False, True, True]


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "ICO", "PPM"])
def test_other_formats_are_refused(kind: str) -> None:
    """A format outside the three is refused even though Pillow could read it."""
    with pytest.raises(PhotoError, match="không phải ảnh JPEG, PNG hoặc WEBP"):
        prepare_photo(encoded(noise(32, 32), kind), "a.jpg")


@pytest.mark.parametrize(
    "data", [b"xin chao", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%!PS-Adobe-3.0 EPSF", b"\0"]
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    """Text, SVG and PostScript under a photo's name are refused."""
    with pytest.raises(PhotoError, match="không phải ảnh"):
        prepare_photo(data, "a.jpg")


@pytest.mark.parametrize("lenient", [True, False])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_truncated_file_is_refused(monkeypatch: pytest.MonkeyPatch, kind: str, lenient: bool) -> None:
    """Half a file is an error even while the PDF engine has told Pillow to accept it; its switch is put back."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", lenient)
    source = encoded(noise(200, 150), kind)
    with pytest.raises(PhotoError, match="bị hỏng hoặc thiếu dữ liệu"):
        prepare_photo(source[: len(source) // 2], "a.jpg")
    assert lenient == ImageFile.LOAD_TRUNCATED_IMAGES


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("keep", [4, 12, 20, 30, 45, 60])
def test_a_file_cut_in_its_head_is_refused(kind: str, keep: int) -> None:
    """However short the rest, the error is about the photo and nothing else."""
    with pytest.raises(PhotoError, match=r"ảnh “a\.jpg”"):
        prepare_photo(encoded(noise(50, 40), kind)[:keep], "a.jpg")


def test_a_picture_just_over_the_limit_is_refused() -> None:
    """5001 by 5000 pixels are too many; the message names them."""
    with pytest.raises(PhotoError, match="5001 x 5000 điểm vượt quá 25 triệu điểm ảnh"):
        prepare_photo(png_header_only(5001, 5000), "a.png")


def test_an_enormous_picture_is_refused() -> None:
    """What Pillow itself refuses is a photo error as well."""
    with pytest.raises(PhotoError, match="quá nhiều điểm ảnh"):
        prepare_photo(png_header_only(60000, 60000), "a.png")


@pytest.mark.parametrize(("size", "reason"), [(0, "tệp rỗng"), (photos.MAX_FILE_BYTES + 1, "lớn hơn 30 MB")])
def test_size_is_checked_first(size: int, reason: str) -> None:
    """An empty file and one over 30 MB are refused before anything is read from the picture."""
    with pytest.raises(PhotoError, match=reason):
        prepare_photo(bytes(size), "a.jpg")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A report's folder with one photo, beside a photo that is none of its business."""
    inside = tmp_path / "bao-cao"
    (inside / "anh").mkdir(parents=True)
    (inside / "anh" / "khen-thuong.jpg").write_bytes(encoded(noise(30, 20), "JPEG"))
    (tmp_path / "ngoai.jpg").write_bytes(encoded(noise(33, 20), "JPEG"))
    return inside


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("", "để trống"),
        ("../ngoai.jpg", r"“\.\.”"),
        ("anh/../../ngoai.jpg", r"“\.\.”"),
        ("anh\\khen-thuong.jpg", "dấu “/”"),
        ("..\\ngoai.jpg", "dấu “/”"),
        ("/etc/passwd", "tuyệt đối"),
        ("//may/chia-se/a.jpg", "tuyệt đối"),
        ("C:/anh/a.jpg", "tuyệt đối"),
        ("C:a.jpg", "tuyệt đối"),
        ("file:///etc/passwd", "địa chỉ mạng"),
        ("https://a.vn/a.jpg", "địa chỉ mạng"),
        ("data:image/png;base64,AA", "không có “data:image”"),
        ("./anh/khen-thuong.jpg", "thừa"),
        ("anh//khen-thuong.jpg", "phần trống"),
        ("anh/khen-thuong.jpg/", "phần trống"),
        ("anh/khen-thuong.jpg\0.png", "ký tự điều khiển"),
        ("anh/\ud800.jpg", "ký tự không hợp lệ"),
        ("a" * 401, "dài 401 ký tự"),
        ("anh/khen-thuong.jpg/x.jpg", "là một tệp"),
        ("anh", "không phải là một tệp"),
        ("ảnh/khen-thuong.jpg", "không có “ảnh” trong thư mục “bao-cao” → có phải là “anh”"),
    ],
)
def test_a_path_that_is_not_plain_is_refused(folder: Path, path: str, reason: str) -> None:
    """Each refusal names the path, the reason and what to do, in text that can be written out."""
    with pytest.raises(PhotoError, match=reason) as caught:
        read_photo(folder, path)
    assert "hãy" in caught.value.remedy.lower()
    assert str(caught.value).encode("utf-8").startswith("ảnh “".encode())


def test_a_misspelt_name_is_told_the_nearest(folder: Path) -> None:
    """A missing file suggests the file that looks like it, marks and all."""
    with pytest.raises(PhotoError, match=r"không có “khen thưởng\.jpg” trong thư mục “anh”.*“khen-thuong\.jpg”"):
        read_photo(folder, "anh/khen thưởng.jpg")


def test_a_name_like_no_other_gets_no_suggestion(folder: Path) -> None:
    """Nothing near, nothing guessed."""
    with pytest.raises(PhotoError, match="hãy chép ảnh vào thư mục của báo cáo"):
        read_photo(folder, "anh/zzz.png")


def test_case_must_be_exact(folder: Path) -> None:
    """A path that works on one system only is refused on every system."""
    with pytest.raises(PhotoError, match=r"phân biệt chữ hoa, chữ thường: hãy ghi đúng “khen-thuong\.jpg”"):
        read_photo(folder, "anh/Khen-Thuong.JPG")


def test_accents_may_be_composed_either_way(folder: Path) -> None:
    """A file whose name came decomposed from another system is found by its composed name."""
    source = (folder / "anh" / "khen-thuong.jpg").read_bytes()
    (folder / "anh" / "ho\u0323\u0302i.jpg").write_bytes(source)
    assert read_photo(folder, "anh/h\u1ed9i.jpg").width == 30


def test_a_link_within_the_folder_is_followed(folder: Path) -> None:
    """A link to another photo of the same report is fine."""
    (folder / "bia.jpg").symlink_to("anh/khen-thuong.jpg")
    assert read_photo(folder, "bia.jpg").width == 30


def test_a_report_folder_may_itself_be_a_link(folder: Path, tmp_path: Path) -> None:
    """The folder is compared as it really lies."""
    (tmp_path / "lien-ket").symlink_to(folder, target_is_directory=True)
    assert read_photo(tmp_path / "lien-ket", "anh/khen-thuong.jpg").width == 30


@pytest.mark.parametrize(
    ("link", "target", "path"),
    [
        ("a.jpg", "../ngoai.jpg", "a.jpg"),
        ("kho", "..", "kho/ngoai.jpg"),
        ("a.jpg", "../bao-cao-2/b.jpg", "a.jpg"),
    ],
)
def test_a_link_out_of_the_folder_is_refused(folder: Path, link: str, target: str, path: str) -> None:
    """A linked file, a linked folder on the way, and a sibling folder with a longer name are all outside."""
    (folder.parent / "bao-cao-2").mkdir()
    (folder.parent / "bao-cao-2" / "b.jpg").write_bytes(encoded(noise(30, 20), "JPEG"))
    (folder / link).symlink_to(target)
    with pytest.raises(PhotoError, match="dẫn ra ngoài thư mục"):
        read_photo(folder, path)


@pytest.mark.parametrize("target", ["khong-co.jpg", "vong.jpg"])
def test_a_broken_link_is_refused(folder: Path, target: str) -> None:
    """A link to nothing or to itself is an error about the photo."""
    (folder / "vong.jpg").symlink_to(target)
    with pytest.raises(PhotoError, match="liên kết tượng trưng bị hỏng"):
        read_photo(folder, "vong.jpg")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_does_not_hang_the_reader(folder: Path) -> None:
    """A named pipe is refused at once."""
    os.mkfifo(folder / "ong.jpg")
    with pytest.raises(PhotoError, match="không phải là một tệp"):
        read_photo(folder, "ong.jpg")


def test_a_large_file_is_refused_unread(folder: Path) -> None:
    """A sparse file of 31 MB is refused by its size."""
    with (folder / "to.jpg").open("wb") as file:
        file.truncate(31 * 1024 * 1024)
    with pytest.raises(PhotoError, match="lớn hơn 30 MB"):
        read_photo(folder, "to.jpg")


def test_a_missing_folder_is_an_error_about_the_photo(tmp_path: Path) -> None:
    """The folder of the report may be gone."""
    with pytest.raises(PhotoError, match="không mở được thư mục “mat”"):
        read_photo(tmp_path / "mat", "a.jpg")


def test_importing_the_module_does_not_load_pillow() -> None:
    """Pillow is loaded with the first photo."""
    check = "import sys, antq_reports.pictures.photos; sys.exit('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
