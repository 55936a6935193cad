"""What every rival does alike: prepare, warm up with its fastest setting, then work whenever the driver says so."""

import json
import sys
import time

ROUND = 2.5   # seconds, about
TRIAL = 1.0   # what each setting gets to show its speed


def speak(**message):
    print(json.dumps(message), flush=True)


def timed(run, steps):
    """Seconds that so many steps take; run returns when they are really done."""
    start = time.perf_counter()
    run(steps)
    return time.perf_counter() - start


def steps_for(run, seconds):
    """How many steps fill that time; the first calls compile, and are tried again."""
    steps = 1
    timed(run, steps)
    while True:
        taken = timed(run, steps)
        if taken > seconds / 4:
            return max(1, round(steps * seconds / taken))
        steps *= 8


def fastest(settings):
    """Tries each setting ({name: function of a number of steps}) three times, in turn; the name of the fastest."""
    steps = {name: steps_for(run, TRIAL) for name, run in settings.items()}
    best = dict.fromkeys(settings, float("inf"))
    for _ in range(3 if len(settings) > 1 else 0):
        for name, run in settings.items():
            best[name] = min(best[name], timed(run, steps[name]) / steps[name])
    for name, seconds in best.items():
        print(f"{name}: {1e3 * seconds:.3f} ms a step", file=sys.stderr, flush=True)
    return min(best, key=best.get)


def serve(settings, batch, losses, versions):
    """Chooses the fastest setting, tells the driver that it is ready, and works at each "go" until there is no more."""
    chosen = fastest(settings)
    run = settings[chosen]
    steps = steps_for(run, ROUND)
    speak(ready=True, setting=chosen, losses=losses, versions=versions)
    for line in sys.stdin:
        if line.strip() == "go":
            speak(images=steps * batch, seconds=timed(run, steps), steps=steps)
