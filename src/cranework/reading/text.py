"""A text as it comes, and a clean copy with a way back: patterns want plain words, readers want their own offsets.

The copy has no markup, one blank between words, one line end between paragraphs, straight quotation marks and composed
letters. Two integers stand for each of its characters: where that character begins and ends in the text as given.
"""

from __future__ import annotations

import html
import re
import unicodedata
from array import array
from dataclasses import dataclass

from .encoding import LONGEST_TEXT, bounded, decode
from .words import bag

__all__ = ["LONGEST_TEXT", "CleanText", "clean", "decode"]

LONG_LINE = 120
"""A line of more code points was not broken for its length: its end is a paragraph's end."""

SHORT_LINE = 45
"""A line of fewer code points before a capital is a heading, or a line of a list."""

_INLINE = bag("a abbr b big cite code del dfn em font i ins kbd mark q s small span strike strong sub sup tt u var wbr")
_BLOCK = bag(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol option p pre section summary table tbody "
    "td tfoot th thead title tr ul"
)
_OTHER = bag(
    "area audio base bdi bdo br button canvas col colgroup data datalist embed iframe img input label link map menu "
    "meta meter nobr noscript object output param picture progress rp rt ruby script select source style svg template "
    "textarea time track video"
)
_STRESS = ("b", "cite", "em", "i", "strong", "u")
_HIDDEN = ("script", "style", "head", "svg", "template", "textarea")

_APOSTROPHES = "\u2018\u2019\u201a\u201b\u02bc\u00b4`\u2032"
_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_HYPHENS = "\u2010\u2011\u2212"
_LONGER = {
    "\u2015": "\u2014",
    "\u2026": "...",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
}
_SINGLE = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_QUOTES, '"') | dict.fromkeys(_HYPHENS, "-") | _LONGER
)
_ZERO_WIDTH = (
    r"\x00-\x08\x0e-\x1f\x7f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    r"\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f"
)

_TOKEN = re.compile(
    rf"""
    (?P<comment><!--)
  | (?P<tag></?[A-Za-z][\w:-]{{0,20}}(?:\s[^<>]{{0,2000}})?/?>|<[!?][^<>]{{0,2000}}>)
  | (?P<entity>&(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,30}});)
  | (?P<nothing>[{_ZERO_WIDTH}]+)
  | (?P<blank>[^\S\ ]|\s{{2,}})
  | (?P<garbled>[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]{{1,3}})
  | (?P<windows>[\x80-\x9f])
  | (?P<marked>\w[\u0300-\u036f]+)
  | (?P<single>[{_APOSTROPHES}{_QUOTES}{_HYPHENS}{"".join(_LONGER)}]|'')
  | (?P<image>!\[[^\[\]\n]{{0,200}}\]\([^()\s]{{0,500}}\))
  | \[(?P<link>[^\[\]\n]{{1,200}})\]\([^()\s]{{1,500}}\)
  | (?<!\w)(?P<stars>\*{{1,3}}|_{{1,3}})(?=[^\s*_])(?P<stressed>[^*_\n]{{1,200}})(?<=\S)(?P=stars)(?!\w)
    """,
    re.VERBOSE,
)
_LINE_MARK = re.compile(r"[ \t]{0,3}(?:\#{1,6}[ \t]|>[ \t]?|[-*+\u2022\u00b7][ \t]|(?:[-=*_][ \t]?){3,}(?=[\r\n]|$))")
_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_LIST_NUMBER = re.compile(r"\d{1,2}[.)] ")


@dataclass(frozen=True, slots=True)
class CleanText:
    """A clean copy and its way back.

    Attributes:
        map: where each character of the copy begins in the text as given, and the end of that text.
        ends: where each character of the copy ends in the text as given.
        emphasis: stretches of the copy that were marked (italics, bold): titles often are.
    """

    text: str
    given: str
    map: array[int]
    ends: array[int]
    emphasis: tuple[tuple[int, int], ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of a stretch of the copy in the text as given."""
        if end <= start:
            return self.map[start], self.map[start]
        return self.map[start], self.ends[end - 1]


def clean(given: str) -> CleanText:
    """The clean copy of a text.

    Raises:
        TextTooLong: more than `LONGEST_TEXT` code points.
    """
    copy = _Copy(bounded(given, ""))
    copy.line_mark(0)
    copy.read(copy.at, len(given))
    return copy.done()


class _Copy:
    """The copy while it grows. Blanks wait in `gap` until a word follows: then they become one character."""

    def __init__(self, given: str) -> None:
        self.given = given
        self.parts: list[str] = []
        self.map, self.ends = array("i"), array("i")
        self.emphasis: list[tuple[int, int]] = []
        self.at = 0
        self.gap: tuple[int, int] | None = None
        self.lines = self.breaks = 0
        self.paragraph = False
        self.line_start = 0
        self.endless: set[str] = set()
        self.opened: int | None = None

    def read(self, start: int, stop: int) -> None:
        """Copy given[start:stop]."""
        self.at = start
        while self.at < stop:
            found = _TOKEN.search(self.given, self.at, stop)
            if found is None:
                self.plain(self.at, stop)
                self.at = stop
                return
            self.plain(self.at, found.start())
            self.at = found.end()
            self.token(found, stop)

    def token(self, found: re.Match[str], stop: int) -> None:
        """Copy one stretch that is not plain words; `at` is behind it."""
        start, end, what = found.start(), found.end(), found.lastgroup
        if what == "blank":
            self.blank(start, end)
        elif what in ("comment", "tag"):
            self.markup(found, stop)
        elif what == "image":
            self.space(start, end)
        elif what in ("link", "stressed"):
            before = len(self.map)
            self.read(*found.span(what))
            if what == "stressed":
                self.emphasis.append((before, len(self.map)))
            self.at = end
        elif what != "nothing":
            self.put(_plain(found.group(), str(what)), start, end)

    def plain(self, start: int, end: int) -> None:
        """Words with single blanks between them."""
        while start < end and self.given[start] == " ":
            self.space(start, start + 1)
            start += 1
        stop = end
        while stop > start and self.given[stop - 1] == " ":
            stop -= 1
        if stop > start:
            self.close_gap()
            self.parts.append(self.given[start:stop])
            self.map.extend(range(start, stop))
            self.ends.extend(range(start + 1, stop + 1))
        if stop < end:
            self.space(stop, end)

    def put(self, words: str, start: int, end: int) -> None:
        """Characters that stand for given[start:end]."""
        if not words.strip():
            if words:
                self.space(start, end)
            return
        self.close_gap()
        self.parts.append(words)
        self.map.extend([start] * len(words))
        self.ends.extend([end] * len(words))

    def space(self, start: int, end: int) -> None:
        """Something that parts words."""
        self.gap = (self.gap[0] if self.gap else start, end)

    def blank(self, start: int, end: int) -> None:
        """A run of blanks, perhaps with line ends."""
        self.space(start, end)
        for line in _LINE_END.finditer(self.given, start, end):
            self.lines += 1
            length = line.start() - self.line_start
            follows = self.given[line.end() : line.end() + 1]
            heading = 0 < length < SHORT_LINE and (follows.isupper() or follows.isdigit())
            self.paragraph |= length > LONG_LINE or heading or bool(_LIST_NUMBER.match(self.given, line.end()))
            self.line_start = line.end()
        if self.lines:
            self.line_mark(end)

    def line_mark(self, start: int) -> None:
        """Drop what Markdown puts before a line: headings, lists, quotations, rules."""
        mark = _LINE_MARK.match(self.given, start)
        if mark is not None:
            self.space(start, mark.end())
            self.paragraph = True
            self.at = mark.end()

    def markup(self, found: re.Match[str], stop: int) -> None:
        """A tag or a comment; what scripts and styles hold is no text."""
        start, end = found.span()
        words = found.group()
        name = re.match(r"</?([A-Za-z][\w:-]*)", words)
        tag = name.group(1).lower() if name else ""
        if found.lastgroup == "comment":
            end = self.skip("-->", end, stop)
        elif tag in _HIDDEN and not words.startswith("</"):
            end = self.skip(f"</{tag}", end, stop)
        elif tag and tag not in _INLINE | _BLOCK | _OTHER and "=" not in words and "-" not in tag:
            self.close_gap()
            self.plain(start, start + 1)
            self.at = start + 1
            return
        self.at = end
        if tag in _INLINE:
            self.stress(tag, closing=words.startswith("</"))
            return
        self.space(start, end)
        self.breaks += tag == "br"
        self.paragraph |= tag in _BLOCK

    def stress(self, tag: str, closing: bool) -> None:
        """Remember what stands between two tags that mark words."""
        if tag not in _STRESS:
            return
        if closing and self.opened is not None:
            self.emphasis.append((self.opened, len(self.map)))
        self.opened = None if closing else len(self.map)

    def skip(self, mark: str, start: int, stop: int) -> int:
        """Behind the next `mark`, or `start` if there is none."""
        if mark in self.endless:
            return start
        at = self.given.find(mark, start, stop)
        if at < 0:
            self.endless.add(mark)
            return start
        return at + (len(mark) if mark == "-->" else 0)

    def close_gap(self) -> None:
        """Write the blanks that came before as one character."""
        if self.gap is not None and self.map:
            ended = self.paragraph or self.lines > 1 or self.breaks > 1
            self.parts.append("\n" if ended else " ")
            self.map.append(self.gap[0])
            self.ends.append(self.gap[1])
        self.gap, self.lines, self.breaks, self.paragraph = None, 0, 0, False

    def done(self) -> CleanText:
        """The finished copy."""
        self.map.append(len(self.given))
        text = "".join(self.parts)
        marked = ((start + text[start : start + 1].isspace(), end) for start, end in self.emphasis)
        return CleanText(
            text, self.given, self.map, self.ends, tuple((start, end) for start, end in marked if start < end)
        )


def _plain(words: str, what: str) -> str:
    """What one odd stretch means: an entity, a mark, a letter in parts, a letter read in a wrong encoding."""
    if what == "entity":
        words = html.unescape(words)
        return " " if words.isspace() else words.translate(_SINGLE)
    if what == "windows":
        return words.encode("latin-1").decode("cp1252", "ignore").translate(_SINGLE)
    if what == "marked":
        return unicodedata.normalize("NFC", words)
    if what == "garbled":
        try:
            return words.encode("cp1252").decode("utf-8").translate(_SINGLE)
        except UnicodeError:
            return words.translate(_SINGLE)
    return '"' if words == "''" else words.translate(_SINGLE)
