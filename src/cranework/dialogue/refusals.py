"""How a reader says that it cannot read: why, for the sentence that the user sees."""

from __future__ import annotations


class Unreadable(Exception):
    """`problem` says in words what is wrong; `pictures` that there are subtitles, but as pictures."""

    def __init__(self, problem: str, detail: str = "", pictures: bool = False) -> None:
        super().__init__(problem, detail, pictures)
        self.problem, self.detail, self.pictures = problem, detail, pictures
