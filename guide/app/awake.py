"""Keeping the screen on while a session runs, and only then."""

import threading


class ScreenKeeper:
    """Holds the screen awake from a thread: the system's answer may take its time.

    A refusal is harmless: ``failed`` says so, and the session goes on.
    """

    def __init__(self) -> None:
        self._release: threading.Event | None = None
        self._thread: threading.Thread | None = None
        self._failed = False

    @property
    def failed(self) -> bool:
        """True when the system did not agree; the screen may go dark during a session."""
        return self._failed

    def hold(self) -> None:
        """Keep the screen on until `release`; calling it again changes nothing."""
        if self._release is not None:
            return
        self._release = threading.Event()
        self._thread = threading.Thread(
            target=self._keep, args=(self._release,), name="awake", daemon=True
        )
        self._thread.start()

    def release(self) -> None:
        """Let the screen sleep again; returns at once."""
        if self._release is not None:
            self._release.set()
            self._release = None

    def close(self) -> None:
        """`release`, and wait a moment for the system to hear of it."""
        self.release()
        if self._thread is not None:
            self._thread.join(timeout=2.0)
            self._thread = None

    def _keep(self, release: threading.Event) -> None:
        try:
            from wakepy import keep  # only a session needs it

            with keep.presenting(on_fail="pass") as mode:
                self._failed = not mode.active
                release.wait()
        except (ImportError, OSError, RuntimeError):
            self._failed = True
