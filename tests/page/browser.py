"""A real browser for the tests: Chromium without a window, spoken to over its DevTools pipe."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-pipe"),
)
PATIENCE_S = 60.0
ANSWERED_BY_THE_BROWSER = "Browser.getVersion"
# The browser expects its pipe as files 3 and 4.
LAUNCH = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4); os.execv(sys.argv[3], sys.argv[3:])"
)


def chromium() -> str | None:
    """The browser's command, or None where there is none; the pipe is spoken as POSIX systems do."""
    return next((found for name in NAMES if (found := shutil.which(name))), None) if os.name == "posix" else None


class Stuck(Exception):
    """The browser itself has stopped answering, whatever the page does: nothing can be said about the page."""


class Tab:
    """One page in the browser: what it asked for, what it complained of, and what its scripts answer."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._to, self._from, self._buffer, self._number = to_browser, from_browser, b"", 0
        self._session: str | None = None
        self.requests: list[str] = []
        self.complaints: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def open(self, path: Path, width: int = 1280, height: int = 900, dark: bool = False, address: str = "") -> None:
        """Load a file in a window of this size, and wait until it has come to rest."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])
        self.call("Page.navigate", url="about:blank")  # else another address of the same file would load nothing
        self.requests, self.complaints = [], []
        self.call("Page.navigate", url=path.as_uri() + address)
        until = time.monotonic() + PATIENCE_S
        while not self.evaluate("location.protocol === 'file:' && document.readyState === 'complete'"):
            assert time.monotonic() < until, "the page does not load"
            self._hear(0.05)
        self.rest()

    def rest(self) -> None:
        """Wait until the browser has drawn what was asked for so far."""
        self.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 20)))")

    def evaluate(self, script: str) -> Any:
        """The value of a script, of its promise where it is one."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise AssertionError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def press(self, key: str, code: int = 0) -> None:
        """Press a key as a person does."""
        text = {"text": key} if len(key) == 1 else {}
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, **text)

    def picture(self, path: Path, whole: bool = False) -> None:
        """Save what the page looks like as PNG."""
        shot = self.call("Page.captureScreenshot", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(shot["data"]))

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One command of the protocol and its answer."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        until = time.monotonic() + PATIENCE_S
        self._say(json.dumps(message).encode() + b"\0", until)
        while time.monotonic() < until:
            answer = self._hear(0.5)
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
        if method != ANSWERED_BY_THE_BROWSER:
            self._session = None
            self.call(ANSWERED_BY_THE_BROWSER)
            raise TimeoutError(f"the page does not answer: {method}")
        raise Stuck

    def _say(self, message: bytes, until: float) -> None:
        """Hand a message over, while listening: a browser that waits to be heard takes nothing in."""
        while message:
            heard, free, _ = select.select([self._from], [self._to], [], max(0.0, until - time.monotonic()))
            if heard:
                self._take()
            if free:  # which promises room for so many bytes, no more
                message = message[os.write(self._to, message[: select.PIPE_BUF]) :]
            if not heard and not free:
                raise Stuck

    def _take(self) -> None:
        heard = os.read(self._from, 1 << 20)
        assert heard, "the browser has gone"
        self._buffer += heard

    def _hear(self, patience_s: float) -> dict[str, Any]:
        """The next message; an empty one where none comes in time."""
        while b"\0" not in self._buffer:
            if not select.select([self._from], [], [], patience_s)[0]:
                return {}
            self._take()
        text, self._buffer = self._buffer.split(b"\0", 1)
        message: dict[str, Any] = json.loads(text)
        self._note(message.get("method", ""), message.get("params", {}))
        return message

    def _note(self, event: str, about: dict[str, Any]) -> None:
        if event == "Network.requestWillBeSent":
            self.requests.append(about["request"]["url"])
        elif event == "Runtime.exceptionThrown":
            self.complaints.append(json.dumps(about["exceptionDetails"]))
        elif event == "Log.entryAdded":
            self.complaints.append(about["entry"]["text"])
        elif event == "Runtime.consoleAPICalled" and about["type"] in ("error", "warning", "assert"):
            self.complaints.append(json.dumps(about["args"]))


@contextmanager
def browser_tab(command: str) -> Iterator[Tab]:
    """A tab of a browser of its own, which ends with the block."""
    import fcntl  # POSIX alone has it; elsewhere `chromium` finds no browser

    reads, we_write = os.pipe()
    we_read, writes = os.pipe()
    browser_reads, browser_writes = (fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (reads, writes))
    os.close(reads)
    os.close(writes)
    launch = (sys.executable, "-c", LAUNCH, str(browser_reads), str(browser_writes))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [*launch, command, *SWITCHES, f"--user-data-dir={profile}"],
            pass_fds=(browser_reads, browser_writes),
            stderr=subprocess.DEVNULL,
        )
        os.close(browser_reads)
        os.close(browser_writes)
        try:
            yield Tab(we_write, we_read)
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            os.close(we_write)
            os.close(we_read)
