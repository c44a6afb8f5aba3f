"""What is wrong with a content file, said so that its author can mend it."""

import msgspec


class Problem(msgspec.Struct, frozen=True, order=True):
    """One mistake: where it is, what is wrong, and what to do."""

    path: str  # from the content folder, with "/"
    place: str  # "line 12", or "" for the whole file
    message: str
    cure: str

    def __str__(self) -> str:
        where = f"{self.path}, {self.place}" if self.place else self.path
        end = "" if self.cure.endswith((".", "?")) else "."
        return f"{where}: {self.message}. {self.cure}{end}"


class ContentError(Exception):
    """The content cannot be used; the text is one sentence for the person."""
