"""What a browser would fetch of its own accord on opening a page. A finished page names nothing of the kind.

Links that wait for a click are not among them, nor what lies in the page itself (``data:``, ``#…``) or in its bundle
(``antq:``).
"""

from __future__ import annotations

from functools import lru_cache

from antq_reports.page.page_text import MarkupParser

_FETCHED = frozenset({"src", "srcset", "data", "poster", "background", "action", "xlink:href", "ping", "manifest"})
_LOADERS = frozenset({"script", "iframe", "base", "object", "embed"})
_INSIDE = ("data:", "#", "antq:")


def addresses_in(html: str) -> list[str]:
    """Everything that would be fetched or run, each as the tag, attribute or address that does it.

    >>> addresses_in('<a href="http://a/"><img src="data:,"><img src="http://b/">')
    ['img src=http://b/']
    """
    parser = _Names()
    parser.feed(html)
    parser.close()
    return parser.found


@lru_cache(maxsize=16)
def css_addresses(css: str) -> tuple[str, ...]:
    """Every address a stylesheet names that does not lie in the page or its bundle."""
    import tinycss2  # type: ignore[import-untyped]  # no types

    found: list[str] = []
    left = list(tinycss2.parse_component_value_list(css))
    while left:
        node = left.pop()
        left += getattr(node, "content", None) or getattr(node, "arguments", None) or []
        if node.type == "at-keyword" and node.lower_value == "import":
            found.append("@import")
        if node.type == "url" or (node.type == "function" and node.lower_name == "url"):
            found.append(node.value if node.type == "url" else "".join(part.serialize() for part in node.arguments))
    return tuple(address for address in found if not address.strip("\"' ").startswith(_INSIDE))


class _Names(MarkupParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        is_data = tag == "script" and dict(attrs).get("type") in ("application/json", "application/zlib")
        if tag in _LOADERS and not is_data:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            fetched = name in _FETCHED or (name == "href" and tag != "a") or name.startswith("on")
            is_code = name == "href" and (value or "").strip().casefold().startswith(("javascript:", "vbscript:"))
            if is_code or (fetched and not (value or "").startswith(_INSIDE)):
                self.found.append(f"{tag} {name}={value}")
            if name == "style":
                self.found += css_addresses(value or "")
            if name == "http-equiv":
                self.found.append(f"meta {value}")

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.found += css_addresses(data)
