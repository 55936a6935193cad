"""What the terminal shows while a class is graded."""

import sys
import time


class Progress:
    """One line that changes in place on a terminal; elsewhere a line now and then."""

    def __init__(self, total, stream=None, every=15):
        self.total, self.done, self.stream, self.every = total, 0, stream or sys.stdout, every
        self.begin = self.last = time.monotonic()
        self.in_place, self.width = self.stream.isatty(), 0

    def step(self):
        self.done += 1
        now = time.monotonic()
        if self.in_place:
            self._show(self._text(now))
        elif now - self.last >= self.every:
            self.last = now
            print(f"{'grading':<15} {self._text(now)}", file=self.stream, flush=True)

    def line(self, text):
        """A line that stays, above the one that changes."""
        self._show("")
        print(text, file=self.stream, flush=True)

    def close(self):
        self._show("")

    def _text(self, now):
        left = (now - self.begin) / max(1, self.done) * (self.total - self.done)
        return f"{self.done} of {self.total}" + (f", about {left:.0f} s left" if self.done >= 3 and left >= 1 else "")

    def _show(self, text):
        if self.in_place:
            line = f"{'grading':<15} {text}" if text else ""
            self.stream.write("\r" + line.ljust(self.width) + ("" if line else "\r"))
            self.stream.flush()
            self.width = len(line)
