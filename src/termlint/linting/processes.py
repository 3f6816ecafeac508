"""Work done by several processes, its results in the order of what was asked. Knows nothing of files."""

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from typing import Any, Generic, TypeVar

from termlint.model.errors import TermlintError

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 8
"""Things at work or waiting for it, for each process: enough to keep all busy behind one slow thing."""
_HELD = 1000
"""Results held behind a slow thing, those that came without work included."""


def in_processes(
    coming: Iterable[tuple[T, R | None]], work: Callable[[T], R], *, jobs: int, crashed: Callable[[T], R]
) -> Iterator[R]:
    """The result of each thing in the order they come: the one that comes with it, else what ``work`` makes of it.

    A thing that ends its process gets the result of ``crashed``, and costs no other thing its own. Things are taken no faster
    than results are. What ``work`` raises is raised. ``work`` and the things have to be picklable: processes start afresh,
    as Windows and macOS do it. They end with the iterator, and with this process however it ends.
    """
    things = iter(coming)
    pending: deque[tuple[T, Future[R], bool]] = deque()
    asked = 0
    crew = _Crew(work, jobs)
    try:
        while True:
            while asked < jobs * _AHEAD and len(pending) < _HELD:
                following = next(things, None)
                if following is None:
                    break
                thing, known = following
                asked += known is None
                pending.append((thing, crew.ask(thing) if known is None else _told(known), known is None))
            if not pending:
                crew.rest()
                return
            thing, future, counts = pending[0]
            try:
                result = future.result()
            except BrokenProcessPool:
                crew.dismiss()
                pending = deque(_one_by_one(pending, work, crashed))
                crew = _Crew(work, jobs)
                continue
            pending.popleft()
            asked -= counts
            yield result
    finally:
        crew.dismiss()


class _Crew(Generic[T, R]):
    def __init__(self, work: Callable[[T], R], jobs: int) -> None:
        self._others = set(active_children())
        self._pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_begin, initargs=(work,))

    def ask(self, thing: T) -> "Future[R]":
        try:
            with _uninterrupted():
                return self._pool.submit(_work_on, thing)
        except BrokenProcessPool as error:
            broken: Future[R] = Future()
            broken.set_exception(error)
            return broken

    def stands(self) -> bool:
        """Whether a process can start at all."""
        with _uninterrupted():
            return self._pool.submit(os.getpid).exception() is None

    def rest(self) -> None:
        self._pool.shutdown()

    def dismiss(self) -> None:
        """At once, whatever they are at."""
        for child in set(active_children()) - self._others:
            child.terminate()
        self._pool.shutdown(cancel_futures=True)


def _one_by_one(
    pending: Iterable[tuple[T, Future[R], bool]], work: Callable[[T], R], crashed: Callable[[T], R]
) -> Iterator[tuple[T, Future[R], bool]]:
    """The same with a result each. Nobody knows which of them broke the others' pool, so each is asked for alone."""
    crew: _Crew[T, R] | None = None
    try:
        for thing, future, counts in pending:
            if not isinstance(future.exception(), BrokenProcessPool):
                yield thing, future, counts
                continue
            if crew is None:
                crew = _Crew(work, 1)
                if not crew.stands():
                    raise TermlintError("no process can be started to read files at a time; use -j 1")
            again = crew.ask(thing)
            if isinstance(again.exception(), BrokenProcessPool):
                crew.dismiss()
                crew, again = None, _told(crashed(thing))
            yield thing, again, counts
    finally:
        if crew is not None:
            crew.dismiss()


def _told(result: R) -> "Future[R]":
    future: Future[R] = Future()
    future.set_result(result)
    return future


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """While a process starts, so that it inherits deafness to Ctrl-C: the keys reach every process of a terminal."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# In the processes:

_worker: Callable[[Any], Any]


def _begin(work: Callable[[Any], Any]) -> None:
    global _worker
    _worker = work
    gc.set_threshold(100_000, 20, 100)  # results leave the process at once; what stays was imported
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """A parent that is killed cannot tell us."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work_on(thing: Any) -> Any:
    return _worker(thing)
