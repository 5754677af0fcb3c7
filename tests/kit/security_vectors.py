"""Everything a page can name another file with, and a server and a file that notice when they are asked for.

The list is of HTML, CSS and SVG constructs: those WeasyPrint fetches by itself and those other programs would fetch.
"""

from __future__ import annotations

import sys
import sysconfig
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SECRET = "CANARY-7f3a"
_SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"'

HTML_VECTORS = {
    "img": '<img src="{url}" alt="a">',
    "embed": '<embed src="{url}">',
    "object": '<object data="{url}"></object>',
    "link stylesheet": '<link rel="stylesheet" href="{url}">',
    "link attachment": '<link rel="attachment" href="{url}">',
    "a attachment": '<a rel="attachment" href="{url}">a</a>',
    "table background": '<table background="{url}"><tr><td>a</td></tr></table>',
    "style attribute": "<p style=\"background:url('{url}')\">a</p>",
    "style element": "<style>p {{ background: url({url}) }}</style>",
    "base href": '<base href="{url}"><img src="a.png" alt="a">',
    "svg image href": f'<svg {_SVG}><title>a</title><image href="{{url}}" width="9" height="9"/></svg>',
    "svg image xlink": f'<svg {_SVG}><title>a</title><image xlink:href="{{url}}" width="9" height="9"/></svg>',
    "svg font-face": f"<svg {_SVG}><title>a</title><style>@font-face {{{{ font-family: F; src: url({{url}}) }}}}"
    '</style><text font-family="F" y="9">a</text></svg>',
    "svg foreignObject": f'<svg {_SVG}><title>a</title><foreignObject width="9" height="9">'
    '<img src="{url}" alt="a"/></foreignObject></svg>',
    "svg in svg": f'<svg {_SVG}><title>a</title><svg><image href="{{url}}" width="9" height="9"/></svg></svg>',
    "svg use": f'<svg {_SVG}><title>a</title><use href="{{url}}#a"/></svg>',
    "svg import": f'<svg {_SVG}><title>a</title><style>@import "{{url}}";</style></svg>',
    "svg filter": f'<svg {_SVG}><title>a</title><filter id="f"><feImage href="{{url}}"/></filter>'
    '<rect filter="url({url}#f)" mask="url({url}#m)" clip-path="url({url}#c)" width="9" height="9"/></svg>',
    "script": '<script src="{url}"></script>',
    "iframe": '<iframe src="{url}"></iframe>',
    "video": '<video src="{url}" poster="{url}"><track src="{url}"></video>',
    "audio": '<audio src="{url}"></audio>',
    "picture": '<picture><source srcset="{url} 2x"></picture>',
    "srcset": '<img srcset="{url} 1x" alt="a">',
    "icon": '<link rel="icon" href="{url}">',
    "preload": '<link rel="preload" as="image" href="{url}">',
    "meta refresh": '<meta http-equiv="refresh" content="0;url={url}">',
    "input image": '<input type="image" src="{url}" alt="a">',
}
CSS_VECTORS = {
    "import": '@import "{url}";',
    "import url": "@import url({url}) print;",
    "font-face": '@font-face {{ font-family: F; src: url({url}) }} p {{ font-family: "F" }}',
    "font-face local": '@font-face {{ font-family: F; src: local("DejaVu Sans"), url({url}) }}',
    "background": "body {{ background: url({url}) }}",
    "border-image": "p {{ border: 1px solid; border-image: url({url}) 1 }}",
    "list-style": "p {{ display: list-item; list-style-image: url({url}) }}",
    "content": "p::before {{ content: url({url}) }}",
    "page background": "@page {{ background: url({url}) }}",
    "page margin": "@page {{ @top-left {{ content: url({url}) }} }}",
    "color-profile": "@color-profile --p {{ src: url({url}) }} p {{ color: color(--p 1 0 0) }}",
    "namespace": "@namespace a url({url});",
}
PATHS = ("/direct.png", "/redirect")


class Canary:
    """A server that counts what it is asked for and a file nobody may read, with the addresses of both."""

    def __init__(self, folder: Path) -> None:
        self.requests: list[str] = []
        self.table = {"vectors tried": 0, "requests seen": 0, "files read outside": 0}
        self.file = folder / "outside" / "secret.txt"
        self.file.parent.mkdir(parents=True)
        self.file.write_text(SECRET, encoding="utf-8")
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def urls(self) -> tuple[str, ...]:
        """A plain address, one that redirects (to the file's own address), and the file."""
        base = f"http://127.0.0.1:{self._server.server_address[1]}"
        return (*(base + path for path in PATHS), self.file.as_uri())

    def close(self) -> None:
        """Stop the server."""
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        canary = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                canary.requests.append(self.path)
                if self.path.startswith("/redirect"):
                    self.send_response(302)
                    self.send_header("Location", canary.urls[0])
                    self.end_headers()
                    return
                self.send_response(200)
                self.end_headers()
                self.wfile.write(SECRET.encode())

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler


@dataclass(slots=True)
class Watch:
    """What a stretch of code opened outside its own ground, and whom it called."""

    outside: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)


_ALLOWED = [ROOT, *(Path(sysconfig.get_path(name)) for name in ("stdlib", "purelib", "platlib")), Path("/proc")]
_ALLOWED += [Path(sys.prefix), Path(sys.base_prefix), Path("/usr/lib"), Path("/usr/share/zoneinfo"), Path("/dev/null")]
_watches: list[tuple[Watch, Path]] = []


def _audit(event: str, arguments: tuple[object, ...]) -> None:
    if not _watches or event not in ("open", "os.listdir", "os.scandir", "socket.connect", "subprocess.Popen"):
        return
    watch, canary = _watches[-1]
    if event in ("socket.connect", "subprocess.Popen"):
        watch.calls.append(f"{event} {arguments[1]}")
    elif isinstance(arguments[0], str | bytes):
        path = Path(arguments[0].decode() if isinstance(arguments[0], bytes) else arguments[0]).absolute()
        is_ours = any(path.is_relative_to(root) for root in (*_ALLOWED, Path(tempfile.gettempdir()).resolve()))
        if path.is_relative_to(canary) or not is_ours:
            watch.outside.append(f"{event} {path}")


sys.addaudithook(_audit)


@contextmanager
def watched(canary: Canary) -> Iterator[Watch]:
    """Note every file opened outside the package, Python, and temporary folders, the canary's folder in any case."""
    watch = Watch()
    _watches.append((watch, canary.file.parent))
    try:
        yield watch
    finally:
        _watches.pop()
