"""What a layer is: its declaration, and the three kinds of it.

A layer is one thing measured or said of a film. To add one:

1. Write one file with one class below `FrameLayer`, `SourceLayer` or `DerivedLayer`.
2. Fill in its declaration (the class attributes below): everything else reads it: the table of layers, the study,
   the page's lanes, the exports, the docs, the contract test. Nothing about a layer is written a second time.
3. Name the class in the entry points of its package, group ``cranework.layers``.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from cranework.film.model import Film, Segment
    from cranework.film.views import Batch

ColumnType = Literal["integer", "real", "text", "json"]
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Lane:
    """How a signal or a span kind is drawn in the timeline.

    `form`: a `curve` (signal), `spans` (bars with a length) or `marks` (thin lines at a moment).
    `color` is a CSS color that reads on light and dark ground. Lanes with one `group` share a lane.
    """

    form: Literal["curve", "spans", "marks"]
    color: str
    group: str = ""


@dataclass(frozen=True)
class Signal:
    """One value, or a fixed small array, for each frame. `name` begins with the layer's name and a dot.

    `delta` stores each frame as its difference (modulo 256) from the one before it in its segment: small pictures
    pack to a third that way. `step` keeps only multiples of so many levels. Both only for unsigned bytes; readers see
    plain values. With `gaps`, values that were not measured are NaN; otherwise all are finite.
    """

    name: str
    unit: str
    meaning: str
    dtype: str = "<f4"
    shape: tuple[int, ...] = ()
    low: float | None = None
    high: float | None = None
    lane: Lane | None = None
    delta: bool = False
    step: int = 1
    gaps: bool = False


@dataclass(frozen=True)
class Column:
    """One column of a span table. `values` lists the words that may stand in it, where they are few.

    `for_drawing` marks what only a picture can show, such as points of the frame: tables leave it out.
    """

    name: str
    type: ColumnType
    meaning: str
    unit: str = ""
    values: tuple[str, ...] = ()
    for_drawing: bool = False


@dataclass(frozen=True)
class SpanKind:
    """Stretches of the film: a table of its own with `start` and `end` (frames, half open) and these columns.

    `name` is the table's name, in the plural. With `per="shots"` there is one row for each shot, in order, and its
    columns are shown with the shots: in the document, on the page, in the exports. A kind with no `start` and `end`
    of its own in the film's frames (statistics) has `whole=True`: one row for the whole film.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...] = ()
    lane: Lane | None = None
    per: Literal["shots"] | None = None
    whole: bool = False


@dataclass(frozen=True)
class Stills:
    """Pictures kept as WebP, each of one frame, `side` pixels on the longer side.

    A frame layer gives them while the film is decoded. A derived layer says in a column `stills` of its spans of which
    frames they are to be made; they are made afterwards.
    """

    meaning: str
    side: int = 320


Gift = Signal | SpanKind | Stills


@dataclass(frozen=True)
class NoParameters:
    """For a layer with nothing to set."""


@dataclass
class Measured:
    """What a measurer gives for one segment: arrays with one row for each frame of the segment, and stills.

    `stills` are (frame offset within the segment, WebP bytes), in order.
    """

    signals: dict[str, NDArray[Any]] = field(default_factory=dict)
    stills: list[tuple[int, bytes]] = field(default_factory=list)


@dataclass
class Derived:
    """What a derived or a source layer gives: whole signals, and rows for each kind of span."""

    signals: dict[str, NDArray[Any]] = field(default_factory=dict)
    spans: dict[str, Sequence[Row]] = field(default_factory=dict)


class Measurer(Protocol):
    """Measures one segment, batch by batch."""

    def add(self, batch: Batch) -> None:
        """See the next frames; they include the lead-in and lead-out that the layer asked for."""

    def finish(self) -> Measured:
        """Give what was measured, for the frames of the segment alone."""


class Measurements(Protocol):
    """What a derived layer may look at: the film, and the layers that it needs."""

    film: Film
    frames: int

    def signal(self, name: str, start: int = 0, end: int | None = None) -> NDArray[Any]:
        """The values of a signal for frames start..end (the whole film if not given)."""

    def spans(self, kind: str) -> list[dict[str, Any]]:
        """The rows of a kind of span, in order."""

    def still_frames(self) -> NDArray[np.int64]:
        """The frames of which a still is kept, rising."""

    def segment_bounds(self) -> Iterable[tuple[int, int]]:
        """(first frame, end) of each segment: chunks that depend on the film alone."""


class Layer(ABC):
    """The declaration that all layers share.

    Attributes:
        name: lower case, one word; the first part of its signals' names.
        version: raised with every change of what comes out.
        title: what a person reads, a few words.
        meaning: one sentence for a film scholar.
        needs: names of layers whose results it uses.
        gives: what comes out.
        parameters: a frozen dataclass; a change makes the layer stale.
    """

    name: ClassVar[str]
    version: ClassVar[int]
    title: ClassVar[str]
    meaning: ClassVar[str]
    needs: ClassVar[tuple[str, ...]] = ()
    gives: ClassVar[tuple[Gift, ...]]
    parameters: ClassVar[Any] = NoParameters()


class FrameLayer(Layer):
    """Sees every decoded frame once, through the views that it asks for, and gives signals (and stills).

    `lead_in` and `lead_out` say how many frames before a segment's start and after its end it must see, so that its
    results do not depend on where segments lie. Where a layer follows things for longer than that, it begins anew with
    each segment and says so with `begins_anew`: segments depend on the film alone.
    """

    views: ClassVar[tuple[str, ...]]
    begins_anew: ClassVar[bool] = False
    lead_in: ClassVar[int] = 0
    lead_out: ClassVar[int] = 0

    @abstractmethod
    def begin(self, film: Film, segment: Segment) -> Measurer:
        """A measurer for one segment."""


class SourceLayer(Layer):
    """Reads the container, or a file beside it, without decoding video.

    It needs the film's times, by which its spans find their place among the frames.
    """

    needs: ClassVar[tuple[str, ...]] = ("time",)

    @abstractmethod
    def read(self, path: str, film: Film) -> Derived:
        """What the file says. Times are `start_time` and `end_time` in seconds from the first frame."""


class DerivedLayer(Layer):
    """A function of other layers' results, run once for the whole film, in chunks that depend on the film alone."""

    @abstractmethod
    def derive(self, measured: Measurements) -> Derived:
        """What follows from the measurements."""
