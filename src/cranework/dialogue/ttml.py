"""TTML and what it was called before and became (DFXP, SMPTE-TT, EBU-TT, IMSC): times nest.

Source: W3C, Timed Text Markup Language 1 (TTML1), third edition, 2018; section 10 for times, 6.2 for rates. The file is
read as a stream, without a tree and without name spaces, since files in the wild use prefixes that they do not declare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from xml.parsers import expat

from cranework.dialogue.cues import MOST_CUES, RawCue
from cranework.dialogue.markup import entities
from cranework.dialogue.refusals import Unreadable
from cranework.dialogue.times import frames_per_second, sound_rate, time_code

ROOT = re.compile(r"(?:<(?:[\w.-]{1,40}:)?tt[\s>/])")
DEEPEST = 200
"""Elements within each other: no caption needs more."""

CLOCK = re.compile(r"(\d{1,6}):(\d{1,3}):(\d{1,3})(?:[.,](\d{1,9})|[:;](\d{1,4})(?:\.(\d{1,4}))?)?$")
OFFSET = re.compile(r"(\d{1,12}(?:\.\d{1,9})?)(h|ms|m|s|f|t)?$")
SECONDS = {"h": Fraction(3600), "m": Fraction(60), "s": Fraction(1), "ms": Fraction(1, 1000)}
DEFAULT_RATE = Fraction(30)
NAMED = re.compile(r"&(?!#\d|#x|amp;|lt;|gt;|quot;|apos;)(?:[A-Za-z]\w{0,31};)?")
UNSAID = {"text", "textcontainer", "delimiter"}
"""Ruby: a reading beside the words, not the words."""


def recognised(text: str) -> bool:
    """Whether the root of the XML is `tt`."""
    return text.lstrip()[:1] == "<" and bool(ROOT.search(text[:20_000]))


@dataclass
class Element:
    """One open element: its times in seconds, what of it goes on below, and the text of a cue that it gathers."""

    name: str
    begin: Fraction
    end: Fraction | None
    reference: Fraction
    seq: bool = False
    timed: bool = False
    spaced: bool = False
    silent: bool = False
    parts: list[str] | None = None
    own: bool = False


@dataclass
class Reader:
    """Follows the elements of one document."""

    rate: Fraction = DEFAULT_RATE
    tick: Fraction = Fraction(1)
    smpte: bool = False
    drop: str = ""
    subframes: int = 1
    pictures: bool = False
    cues: list[RawCue] = field(default_factory=list)
    ruby: dict[str, str] = field(default_factory=dict)
    stack: list[Element] = field(default_factory=list)

    def start(self, tag: str, given: dict[str, str]) -> None:
        """An element opens."""
        if len(self.stack) >= DEEPEST:
            raise Unreadable("its elements are nested too deeply")
        prefix, _, name = tag.rpartition(":")
        attributes = {key.rpartition(":")[2]: value for key, value in given.items()}
        if name == "tt":
            self._parameters(attributes)
        if name == "style" and "ruby" in attributes:
            self.ruby[attributes.get("id", "")] = attributes["ruby"].lower()
        self.pictures |= name == "image" or "backgroundImage" in attributes
        element = self._timed(name, attributes)
        element.silent |= name in {"head", "metadata", "rp"} or prefix == "ttm" or self._ruby(attributes) in UNSAID
        self._gather(element)
        self.stack.append(element)
        if name == "br":
            self._say("\n")

    def data(self, text: str) -> None:
        """Letters, in the element that is open."""
        if self.stack:
            self._say(text if self.stack[-1].spaced else re.sub(r"[ \t\r\n]+", " ", text))

    def end(self, _tag: str) -> None:
        """An element closes."""
        element = self.stack.pop()
        if element.own and element.parts is not None:
            if len(self.cues) > MOST_CUES:
                raise Unreadable("it has more cues than any film")
            self.cues.append(RawCue(element.begin, element.end, "".join(element.parts)))
        if self.stack and self.stack[-1].seq and element.end is not None:
            self.stack[-1].reference = element.end

    def doctype(self, *_: object) -> None:
        """A document type may define entities: no caption needs one."""
        raise Unreadable("its XML has a document type (DOCTYPE), which is not read, since it may be a trap")

    def _ruby(self, attributes: dict[str, str]) -> str:
        styles = (self.ruby.get(name, "") for name in attributes.get("style", "")[:1000].split())
        return attributes.get("ruby", "").lower() or next((s for s in styles if s), "")

    def _say(self, text: str) -> None:
        element = self.stack[-1]
        if element.parts is not None and not element.silent:
            element.parts.append(text)

    def _gather(self, element: Element) -> None:
        """A paragraph is a cue; where it has no time of its own, so is each span in it that has one."""
        above = self.stack[-1] if self.stack else None
        if element.name == "p":
            element.parts, element.own = [], True
        elif above is not None and above.parts is not None:
            own = element.timed and element.name == "span" and not above.timed
            element.parts, element.own = ([], True) if own else (above.parts, False)
            element.timed |= above.timed

    def _timed(self, name: str, attributes: dict[str, str]) -> Element:
        above = self.stack[-1] if self.stack else None
        reference, limit = (above.reference, above.end) if above else (Fraction(0), None)
        begin, end, dur = (self._time(attributes.get(key, "")) for key in ("begin", "end", "dur"))
        start = reference + (begin or 0)
        ends = [reference + end] if end is not None else []
        ends += [start + dur] if dur is not None else []
        if limit is not None and (not ends or start < limit):
            ends.append(limit)
        return Element(
            name,
            start,
            min(ends) if ends else None,
            start,
            seq=attributes.get("timeContainer") == "seq",
            timed=any(t is not None for t in (begin, end, dur)),
            spaced=attributes.get("space", "preserve" if above and above.spaced else "") == "preserve",
            silent=bool(above and above.silent),
        )

    def _parameters(self, attributes: dict[str, str]) -> None:
        rate = frames_per_second(attributes.get("frameRate", ""))
        multiplier = re.fullmatch(r"\s*(\d{1,6})[\s:]+(\d{1,6})\s*", attributes.get("frameRateMultiplier", ""))
        self.rate = rate or DEFAULT_RATE
        if multiplier and int(multiplier[2]):
            self.rate = sound_rate(self.rate * Fraction(int(multiplier[1]), int(multiplier[2]))) or self.rate
        subframes = re.fullmatch(r"\d{1,4}", attributes.get("subFrameRate", ""))
        self.subframes = max(1, int(subframes[0])) if subframes else 1
        ticks = re.fullmatch(r"\d{1,12}", attributes.get("tickRate", ""))
        frame_ticks = self.rate * self.subframes if rate else Fraction(1)
        self.tick = 1 / (Fraction(int(ticks[0])) if ticks and int(ticks[0]) else frame_ticks)
        self.smpte = attributes.get("timeBase") == "smpte"
        self.drop = attributes.get("dropMode", "")

    def _time(self, words: str) -> Fraction | None:
        words = words.strip()[:60]
        if match := CLOCK.match(words):
            hours, minutes, seconds = (int(part) for part in match.groups()[:3])
            frames = int(match[5] or 0) + Fraction(int(match[6] or 0), self.subframes)
            if self.smpte and not match[4]:
                drop = self.drop == "dropNTSC"
                return time_code((hours, minutes, seconds, 0), self.rate, drop) + frames / self.rate
            part = Fraction(int(match[4]), 10 ** len(match[4])) if match[4] else frames / self.rate
            return hours * 3600 + minutes * 60 + seconds + part
        if match := OFFSET.match(words):
            unit = {"f": 1 / self.rate, "t": self.tick, **SECONDS}[match[2] or "s"]
            return Fraction(match[1]) * unit
        return None


def read(text: str) -> tuple[Iterator[RawCue], bool]:
    """The cues, and whether there are pictures in the file.

    Raises `Unreadable` where the XML is broken, or asks for what a caption has no use for.
    """
    reader = Reader()
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = reader.data, reader.doctype
    try:
        parser.Parse(_known(text.lstrip()).encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        raise Unreadable(f"its XML is broken (line {error.lineno})", str(error)) from None
    return iter(reader.cues), reader.pictures


def _known(text: str) -> str:
    """XML without names of characters that it does not know; what stands in a CDATA section is left alone."""
    first, *sections = text.split("<![CDATA[")
    known = [NAMED.sub(_named, first)]
    for section in sections:
        inside, end, after = section.partition("]]>")
        known.append("<![CDATA[" + inside + end + NAMED.sub(_named, after))
    return "".join(known)


def _named(match: re.Match[str]) -> str:
    """HTML's names of characters, which XML does not know, and an ampersand that stands alone."""
    meant = entities(match[0])
    return meant if meant != match[0] and meant not in "<&" else "&amp;" + match[0][1:]
