"""What is read once in each process, or taken over from an earlier one that has read the same."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Generic, TypeVar

T = TypeVar("T")


class Once(Generic[T]):
    """A function without arguments that is called once; what it gave is given from then on."""

    def __init__(self, make: Callable[[], T]) -> None:
        """Make nothing yet."""
        update_wrapper(self, make)
        self._make = make
        self._made: list[T] = []

    def __call__(self) -> T:
        """The value."""
        if not self._made:
            self._made.append(self._make())
        return self._made[0]

    def take(self, value: T) -> None:
        """Give this from now on: somebody knows already what would be made."""
        self._made = [value]
