"""What became of what was given to ``LocalPinpoint.populate``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen


@frozen
class LeftOut:
    """Something that was given and not loaded, or not in full: where it is, what, and why."""

    where: str
    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}: {self.why}"


@frozen(repr=False)
class Populated:
    """What was loaded, counted by kind, and what was left out.

    It prints as a list: ``print(service.populate("saved/"))``.
    """

    loaded: Mapping[str, int]
    """``{"projects": 1, "endpoints": 120, "campaigns": 3}``; versions are not counted."""
    left_out: tuple[LeftOut, ...]

    def __repr__(self) -> str:
        return f"Populated({self._counts() or 'nothing'}; {len(self.left_out)} left out)"

    def __str__(self) -> str:
        return "\n".join([f"loaded: {self._counts() or 'nothing'}", *self._reasons()])

    def _reasons(self) -> Iterator[str]:
        """What was left out, once for each reason."""
        places: dict[tuple[str, str], list[str]] = {}
        for each in self.left_out:
            places.setdefault((each.what, each.why), []).append(each.where)
        for (what, why), (first, *others) in places.items():
            where = f"{first} and {len(others)} more" if others else first
            yield f"left out: {LeftOut(where, what, why)}"

    def _counts(self) -> str:
        return ", ".join(f"{kind}: {number}" for kind, number in self.loaded.items())
