"""Hands tasks that concern one film to an executor, a few at a time, and tells its failures in our words."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from cranework.engine import workers
from cranework.errors import DecoderFailed, Stopped, SurroundingsError

IN_FLIGHT = 2
"""Tasks handed out for each worker at a time: one in work, one waiting. More would only fill memory with results."""


@dataclass(frozen=True)
class FilmPool:
    """An executor (ours or the caller's), and the film that its tasks are about. Each takes the film's path first."""

    path: str
    executor: Executor
    size: int
    ours: bool

    def do(self, task: Callable[..., Any], *arguments: Any) -> Any:
        """The result of one task."""
        with self._crash_told():
            return self.executor.submit(task, self.path, *arguments).result()

    def each(
        self, task: Callable[..., Any], calls: Iterable[tuple[Any, ...]], at_once: int | None = None
    ) -> Iterator[Any]:
        """The results of a task for each tuple of arguments, as they come."""
        most = at_once or self.size * IN_FLIGHT
        waiting = deque(calls)
        running: set[Future[Any]] = set()
        try:
            while waiting or running:
                while waiting and len(running) < most:
                    with self._crash_told():
                        running.add(self.executor.submit(task, self.path, *waiting.popleft()))
                done, running = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    with self._crash_told():
                        result = future.result()
                    yield result
        finally:
            for future in running:
                future.cancel()

    @contextmanager
    def one_worker(self) -> Iterator[FilmPool]:
        """The same with a single process, for tasks that each go on where the one before ended."""
        if self.size == 1 or not self.ours:
            yield self
            return
        with own_workers(self.path, 1) as one:
            yield FilmPool(self.path, one, 1, ours=True)

    @contextmanager
    def _crash_told(self) -> Iterator[None]:
        try:
            yield
        except BrokenProcessPool as error:
            problem = "its decoder crashed or hung"
            raise DecoderFailed(self.path, problem, "the file is damaged or hostile; convert it", str(error)) from None


@contextmanager
def film_pool(path: str, count: int | None, executor: Executor | None) -> Iterator[FilmPool]:
    """Our own workers (or the caller's executor) for one film."""
    own = own_workers(path, count) if executor is None else None
    pool = own or executor
    assert pool is not None
    try:
        ours = hasattr(pool, "size")
        yield FilmPool(path, pool, getattr(pool, "size", count or workers.available_cores()), ours)
    except KeyboardInterrupt:
        raise Stopped(path, "stopped", "what was finished is kept; analyze it again to go on") from None
    finally:
        if own is not None:
            own.shutdown(wait=True, cancel_futures=True)


def own_workers(subject: str, count: int | None) -> workers.WorkerPool:
    """Workers of ours, as many as there are cores if not told; raises `SurroundingsError` where none can be had."""
    try:
        return workers.WorkerPool(count or workers.available_cores())
    except OSError as error:
        problem = "no processes can be started"
        raise SurroundingsError(subject, problem, "free some memory and disk space", str(error)) from None
