"""A person at the desk: sees what a screen reader is told, moves the pointer, presses keys."""

import re
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from tools.journeys.desk import Desk

EYES = Path(__file__).with_name("eyes.py")
SYSTEM_PYTHON = "/usr/bin/python3"  # Debian's gi is for this one alone
PATIENCE = 15.0  # seconds in which what is waited for must appear
GLANCE = 0.15  # seconds between two looks
MOVING = 0.12  # seconds of a pointer's way, so that hovering is seen as hovering


class Missed(Exception):
    """What was expected did not happen; the text says what was there instead."""


class Element(msgspec.Struct, frozen=True):
    """Something that is showing (see eyes.py)."""

    role: str
    name: str
    description: str
    text: str
    box: tuple[int, int, int, int]
    states: list[str]
    inside: list[str]

    @property
    def words(self) -> str:
        """What it says: its name, or its text where it has none."""
        return self.name or self.text


class Step(msgspec.Struct, frozen=True):
    """One line of the report."""

    journey: str
    number: int
    what: str
    seconds: float
    problem: str = ""


class Person:
    """Does steps one after the other; every step leaves a picture and a line in the report."""

    def __init__(self, desk: Desk, out: Path) -> None:
        self.desk, self._out = desk, out
        self.steps: list[Step] = []
        self._journey = ""
        self.process: subprocess.Popen[bytes] | None = None
        self.window = ""

    def begin(self, journey: str) -> None:
        """The next steps belong to `journey`."""
        self._journey = journey

    @contextmanager
    def step(self, what: str) -> Iterator[None]:
        """Do what follows as one step."""
        began = time.monotonic()
        problem = ""
        try:
            yield
            time.sleep(0.25)  # what fades in has faded in
        except (Missed, subprocess.SubprocessError) as error:
            problem = str(error)
            raise
        finally:
            number = len(self.steps) + 1
            step = Step(self._journey, number, what, time.monotonic() - began, problem)
            self.steps.append(step)
            name = re.sub(r"[^a-z0-9]+", "-", what.lower()).strip("-")
            self.desk.picture().save(str(self._out / f"{number:02}-{self._journey}-{name}.png"))
            print(line(step), flush=True)

    # -- the program --------------------------------------------------------------------------

    def open(self) -> None:
        """Type the command and wait for the window."""
        self.process = self.desk.start()
        self.window = self.desk.window(self.process)

    def close(self) -> None:
        """Press the window's close button; the program must end well."""
        assert self.process is not None
        code = self.desk.close(self.process, self.window)
        self.expect(code == 0, f"the program ended with {code}; it said: {self.desk.said()}")

    def kill(self) -> None:
        """Take the current away."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    # -- eyes ---------------------------------------------------------------------------------

    def look(self) -> list[Element]:
        """Everything that is showing now."""
        assert self.process is not None
        said = subprocess.run(
            [SYSTEM_PYTHON, str(EYES), str(self.process.pid)],
            env=self.desk.environment,
            stdout=subprocess.PIPE,
            stderr=self.desk.log,
            check=True,
        ).stdout
        return msgspec.json.decode(said, type=list[Element])

    def find(self, pattern: str, role: str = "", patience: float = PATIENCE) -> Element:
        """Wait for an element whose words are `pattern` (a regular expression) as a whole."""
        wanted = re.compile(pattern, re.DOTALL)
        until = time.monotonic() + patience
        while True:
            seen = self.look()
            for element in seen:
                if wanted.fullmatch(element.words) and role in element.role:
                    return element
            if time.monotonic() > until:
                words = [element.words for element in seen if element.words]
                raise Missed(f"nothing on the screen is called {pattern!r}; there is {words}")
            time.sleep(GLANCE)

    def wait_for(self, what: str, true: Callable[[], bool]) -> None:
        """Wait until it is true."""
        until = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > until:
                raise Missed(f"this did not come true: {what}")
            time.sleep(GLANCE)

    def wait_until_gone(self, words: str) -> None:
        """Wait until nothing says `words` any more."""
        self.wait_for(f"{words!r} is gone", lambda: words not in self.words())

    def expect_described(self, pattern: str, description: str) -> None:
        """Wait until an element called `pattern` is described as `description`."""
        called, wanted = (re.compile(each, re.DOTALL) for each in (pattern, description))
        self.wait_for(
            f"{pattern!r} is described as {description!r}",
            lambda: any(
                called.fullmatch(seen.words) and wanted.fullmatch(seen.description)
                for seen in self.look()
            ),
        )

    def seconds_left(self, pattern: str) -> int:
        """What the ring of time, called `pattern`, says."""
        said = self.find(pattern).description
        self.expect(said.isdigit(), f"the ring says {said!r} instead of seconds")
        return int(said)

    def words(self) -> list[str]:
        """All words on the screen."""
        return [element.words for element in self.look() if element.words]

    def expect(self, true: bool, sentence: str) -> None:
        """Go on only when it is true."""
        if not true:
            raise Missed(sentence)

    # -- hands --------------------------------------------------------------------------------

    def point(self, element: Element) -> None:
        """Move the pointer to the middle of `element`."""
        x, y, wide, high = element.box
        self.expect(wide > 0 and high > 0, f"{element.words!r} has no size on the screen")
        self.desk.xdotool("mousemove", str(x + wide // 2), str(y + high // 2))
        time.sleep(MOVING)

    def click(self, pattern: str, role: str = "") -> Element:
        """Find an element and click its middle."""
        element = self.find(pattern, role)
        self.expect("enabled" in element.states, f"{element.words!r} cannot be pressed now")
        self.point(element)
        self.desk.xdotool("click", "1")
        return element

    def pause(self, seconds: float) -> None:
        """Do nothing for a while."""
        time.sleep(seconds)

    def write(self, text: str) -> None:
        """Type a text."""
        self.desk.xdotool("type", "--delay", "20", text)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.desk.xdotool("key", key)
            time.sleep(GLANCE)


def line(step: Step) -> str:
    """One line of the table."""
    result = f"FAILED: {step.problem[:600]}" if step.problem else "ok"
    return f"{step.number:3}  {step.journey:<10} {step.seconds:6.1f} s  {step.what:<66} {result}"
