"""A string of bytes read as a string of choices, so that any source of bytes can make structured inputs.

Bytes that have run out are zeros, and a zero is the first, the smallest, the simplest choice: an input gets simpler as
its bytes are cut off or zeroed, which is how a found fault is made small.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

_T = TypeVar("_T")


class Choices:
    """Choices read from bytes, in order.

    >>> Choices(bytes([1, 2])).pick("abc"), Choices(b"").pick("abc")
    ('b', 'a')
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._place = 0

    def number(self, most: int) -> int:
        """A whole number from 0 to `most`."""
        wanted = (most.bit_length() + 7) // 8
        taken = self._data[self._place : self._place + wanted]
        self._place += wanted
        return int.from_bytes(taken, "little") % (most + 1)

    def pick(self, options: Sequence[_T]) -> _T:
        """One of some things."""
        return options[self.number(len(options) - 1)]

    def chance(self, one_in: int) -> bool:
        """True once in so many times; false when the bytes have run out."""
        return self.number(one_in - 1) == one_in - 1

    def some(self, most: int, make: Callable[[], _T]) -> list[_T]:
        """Up to so many things."""
        return [make() for _ in range(self.number(most))]

    def chosen(self, options: Sequence[_T], most: int) -> list[_T]:
        """Up to so many different ones of some things, in the order drawn."""
        left = list(options)
        return [left.pop(self.number(len(left) - 1)) for _ in range(min(self.number(most), len(left)))]

    def raw(self, most: int) -> bytes:
        """Up to so many bytes as they are."""
        length = self.number(most)
        taken = self._data[self._place : self._place + length]
        self._place += length
        return taken

    def text(self, most: int) -> str:
        """Up to so many characters of any kind, half characters among them."""
        limits = (0x7F, 0x24F, 0x1EFF, 0x2FFF, 0x10FFFF)
        return "".join(chr(self.number(self.pick(limits))) for _ in range(self.number(most)))
