"""Photos: bytes from outside become pictures that are safe to embed, or an error that says why not.

Owns the limits (file size, pixels) and the one re-encoding every photo goes through; where its file may lie is
`folder_file`'s. A prepared photo is RGB, upright, at most 2000 px on its long side and
holds no metadata: no place, no camera, no comment, no colour profile (its colours have been brought to sRGB).
The same source bytes give the same prepared bytes on one machine; another Pillow may encode them differently.
Sizes are bytes and pixels. Importing this module does not load Pillow.
"""

from __future__ import annotations

import hashlib
import io
import threading
import warnings
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from antq_reports.errors import FileProblem, PhotoError, PlacedError, Refusal
from antq_reports.files import told_limit
from antq_reports.pictures.folder_file import InnerWords, inner_bytes, shown_path

if TYPE_CHECKING:
    from PIL import Image

MAX_FILE_BYTES: Final = 30 * 1024 * 1024
MAX_PIXELS: Final = 25_000_000
MAX_SIDE: Final = 2000
MAX_SCANS: Final = 50
"""Passes over the picture in one JPEG: programmes write ten, and a pass of sixty bytes costs a tenth of a second."""
JPEG_QUALITY: Final = 90
FORMATS: Final = ("JPEG", "PNG", "WEBP")

_MEGAPIXELS: Final = MAX_PIXELS // 1_000_000
_CACHE_ENTRIES: Final = 128
_CACHE_BYTES: Final = 64 * 1024 * 1024
_RESAVE: Final = "hãy mở ảnh, lưu lại dạng JPEG hoặc PNG rồi thử lại"
_WORDS: Final = InnerWords(
    copy_in="hãy chép ảnh vào thư mục của báo cáo và ghi đường dẫn tương đối, ví dụ anh/hoi-nghi.jpg",
    remedies={
        FileProblem.NO_FILE: "hãy ghi đường dẫn của một tệp ảnh",
        FileProblem.TOO_LARGE: "hãy giảm kích thước ảnh rồi thử lại",
        FileProblem.REFUSED: "hãy kiểm tra quyền đọc của tệp",
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedPhoto:
    """One photo, ready to embed: re-encoded bytes, MIME type, pixel size, and the SHA-256 of those bytes in hex."""

    data: bytes
    mime: str
    width: int
    height: int
    digest: str


class _PhotoCache:
    """Prepared photos of this process by the hash of their source; the least recently used leave first."""

    def __init__(self, entries: int, size: int) -> None:
        self._photos: OrderedDict[bytes, PreparedPhoto] = OrderedDict()
        self._entries, self._size, self._held = entries, size, 0
        self._lock = threading.Lock()

    def get(self, key: bytes) -> PreparedPhoto | None:
        with self._lock:
            photo = self._photos.get(key)
            if photo is not None:
                self._photos.move_to_end(key)
            return photo

    def put(self, key: bytes, photo: PreparedPhoto) -> None:
        with self._lock:
            if key in self._photos:
                return
            self._photos[key] = photo
            self._held += len(photo.data)
            while len(self._photos) > self._entries or self._held > self._size:
                self._held -= len(self._photos.popitem(last=False)[1].data)


_cache = _PhotoCache(_CACHE_ENTRIES, _CACHE_BYTES)
_decoder_lock = threading.RLock()


def prepare_photo(data: bytes, name: str) -> PreparedPhoto:
    """The photo in ``data``, checked and re-encoded; ``name`` is what an error calls it.

    Raises PhotoError for anything but a whole JPEG, PNG or WEBP of at most 30 MB and 25 million pixels.
    """
    name = shown_path(name)
    _check_file_size(len(data), name)
    key = hashlib.sha256(data).digest()
    photo = _cache.get(key)
    if photo is None:
        photo = _encode(*_decode(data, name))
        _cache.put(key, photo)
    return photo


def read_photo(folder: Path, path: str) -> PreparedPhoto:
    """The photo at ``path`` (relative, forward slashes, exact case) inside ``folder``.

    Raises PhotoError when the path leaves the folder, names no regular file, or the file is no acceptable photo.
    """
    return prepare_photo(photo_bytes(folder, path), path)


def photo_bytes(folder: Path, path: str) -> bytes:
    """The file at ``path`` inside ``folder`` as it is, not looked into. Raises PhotoError as `read_photo` does."""
    try:
        return inner_bytes(folder, path, limit=MAX_FILE_BYTES, words=_WORDS)
    except PlacedError as error:
        raise PhotoError(error.place, error.refusal) from error


def _check_file_size(size: int, name: str) -> None:
    if size == 0:
        raise PhotoError(name, Refusal("tệp rỗng", "hãy chép lại ảnh"))
    if size > MAX_FILE_BYTES:
        reason = f"tệp lớn hơn {told_limit(MAX_FILE_BYTES, size)}"
        raise PhotoError(name, Refusal(reason, _WORDS.remedies[FileProblem.TOO_LARGE]))


# --- pixels --------------------------------------------------------------------------------------------------------


@contextmanager
def strict_decoder() -> Iterator[None]:
    """Pillow with truncated files and decompression bombs as errors.

    The switch for truncated files is one for the whole process and the PDF engine turns it on for itself, so it is
    turned off under a lock for the length of one decoding and then put back.
    """
    from PIL import Image, ImageFile

    with _decoder_lock, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # oddities in metadata that is thrown away all the same
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        before = ImageFile.LOAD_TRUNCATED_IMAGES
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        try:
            yield
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = before


def _decode(data: bytes, name: str) -> tuple[Image.Image, str]:
    """The picture in RGB, upright, in its final size and free of metadata, and the format it came in."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        _check_scans(data, name)
        with strict_decoder(), Image.open(io.BytesIO(data), formats=FORMATS) as image:
            _check_pixels(image.size, name)
            image.load()
            upright = _to_rgb(ImageOps.exif_transpose(image))
            upright.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
            clean = Image.new("RGB", upright.size)
            clean.paste(upright)
            return clean, image.format or ""
    except PhotoError:
        raise
    except UnidentifiedImageError as error:
        raise PhotoError(name, Refusal("không phải ảnh JPEG, PNG hoặc WEBP", _RESAVE)) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PhotoError(
            name, Refusal(f"ảnh có quá nhiều điểm ảnh, tối đa {_MEGAPIXELS} triệu", "hãy thu nhỏ ảnh rồi thử lại")
        ) from error
    except Exception as error:  # a decoder fed hostile bytes raises nearly anything; all of it means: unreadable
        raise PhotoError(name, Refusal("ảnh bị hỏng hoặc thiếu dữ liệu", "hãy chép lại ảnh gốc; " + _RESAVE)) from error


def _check_scans(data: bytes, name: str) -> None:
    """Refuse a JPEG of endless scans: inside one, the two bytes of its marker stand for nothing else."""
    if data.startswith(b"\xff\xd8") and data.count(b"\xff\xda") > MAX_SCANS:
        raise PhotoError(name, Refusal(f"ảnh JPEG có hơn {MAX_SCANS} lượt quét", _RESAVE))


def _check_pixels(size: tuple[int, int], name: str) -> None:
    """Refuse from the header alone what would be too much to decode."""
    width, height = size
    if width * height > MAX_PIXELS:
        reason = f"ảnh {width} x {height} điểm vượt quá {_MEGAPIXELS} triệu điểm ảnh"
        raise PhotoError(name, Refusal(reason, "hãy thu nhỏ ảnh rồi thử lại"))


def _to_rgb(image: Image.Image) -> Image.Image:
    """``image`` in sRGB: transparent parts on white, 16-bit grey scaled (Pillow alone would clip it to white)."""
    from PIL import Image

    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    image = _to_srgb(image)
    if not image.has_transparency_data:
        return image.convert("RGB")
    image = image.convert("RGBA")
    white = Image.new("RGBA", image.size, (255, 255, 255, 255))
    return Image.alpha_composite(white, image).convert("RGB")


def _to_srgb(image: Image.Image) -> Image.Image:
    """``image`` with its colour profile applied; a profile that cannot be read is ignored, as viewers do."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "CMYK", "L"):
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image
    return image if turned is None else turned


def _encode(image: Image.Image, source_format: str) -> PreparedPhoto:
    """``image`` as JPEG: the one form that goes into a PDF as it is.

    A PNG would be unpacked and packed again in every brief that shows it, at a third of a second a picture. Drawings,
    which come as PNG, keep their colour edges (4:4:4).
    """
    out = io.BytesIO()
    subsampling = "4:4:4" if source_format == "PNG" else "4:2:0"
    image.save(out, "JPEG", quality=JPEG_QUALITY, subsampling=subsampling, optimize=True)
    data = out.getvalue()
    digest = hashlib.sha256(data).hexdigest()
    return PreparedPhoto(data=data, mime="image/jpeg", width=image.width, height=image.height, digest=digest)
