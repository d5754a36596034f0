"""What is wrong in a file that a person wrote: where, what was found, what is allowed."""

import difflib
from dataclasses import asdict, dataclass

SHOWN = 20


@dataclass(frozen=True)
class Mistake:
    """One line for a person. line counts from 1; None where no line can be named.

    key is the full name of the key ("room.bedroom.heat"), empty for the file as a whole.
    """

    file: str
    line: int | None
    key: str
    found: str
    allowed: str
    suggestion: str | None = None

    @property
    def text(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        text = f"{place}: {self.key}: {self.found}" if self.key else f"{place}: {self.found}"
        if self.allowed:
            text += f"; {self.allowed}"
        if self.suggestion:
            text += f'; did you mean "{self.suggestion}"?'
        return text


class FileError(ValueError):
    """A file that cannot be used. It carries every mistake, and prints as shown() does."""

    def __init__(self, mistakes: list[Mistake]):
        self.mistakes = mistakes
        super().__init__("\n".join(shown(mistakes)))

    def __reduce__(self):
        return type(self), (self.mistakes,)


class HomeError(FileError):
    """A home file that cannot be used."""


class ScenarioError(FileError):
    """A scenario file that cannot be used."""


class BoardError(ValueError):
    """A board or a unit that cannot be reached, or does not do what it is told."""


def shown(mistakes: list[Mistake]) -> list[str]:
    """What a person gets to see: in the order of the file, at most SHOWN, then how many more."""
    ordered = sorted(mistakes, key=lambda one: (one.line or 0, one.key))
    lines = [one.text for one in ordered[:SHOWN]]
    if len(ordered) > SHOWN:
        lines.append(f"and {len(ordered) - SHOWN} more")
    return lines


def as_dicts(mistakes: list[Mistake]) -> list[dict]:
    return [asdict(one) for one in mistakes]


def nearest(word: str, allowed) -> str | None:
    """The allowed word that a misspelt one is likely to mean."""
    close = difflib.get_close_matches(str(word)[:80], [str(one) for one in allowed], 1, 0.6)
    return close[0] if close else None


def quoted(value) -> str:
    """A found value as a person wrote it, cut short, control characters made visible."""
    if isinstance(value, bool):
        text = "true" if value else "false"
    elif isinstance(value, dict):
        text = "a table"
    elif isinstance(value, list):
        text = f"a list of {len(value)}"
    elif isinstance(value, str):
        text = ascii(value) if not value.isprintable() else f'"{value}"'
    else:
        try:
            text = str(value)
        except ValueError:  # an integer beyond Python's limit of digits
            text = "a number with thousands of digits"
    return text if len(text) <= 60 else text[:57] + "..."
