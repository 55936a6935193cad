"""What every rival does alike: prepare, warm up with its fastest setting, then work whenever the driver says so."""

import collections
import json
import sys
import time

ROUND = 2.5   # seconds of work at least
CHUNK = 0.3   # seconds between looks at the clock, about
TRIAL = 1.5   # seconds that each setting gets to show its speed, at least one chunk

# run: a function of a number of calls, which returns when they are really done; images: what one call works through
Setting = collections.namedtuple("Setting", "run images")


def speak(**message):
    print(json.dumps(message), flush=True)


def timed(run, calls):
    start = time.perf_counter()
    run(calls)
    return time.perf_counter() - start


def chunk(run):
    """How many calls fill a chunk. The very first compiles, and does not count."""
    run(1)
    calls = 1
    while True:
        taken = timed(run, calls)
        if taken > CHUNK / 4:
            return max(1, round(calls * CHUNK / taken))
        calls *= 4


def fastest(settings):
    """Tries the settings in turn; the name of the one with the best chunk."""
    calls = {name: chunk(setting.run) for name, setting in settings.items()}
    best = dict.fromkeys(settings, float("inf"))
    spent = dict.fromkeys(settings, 0.0)
    while len(settings) > 1 and min(spent.values()) < TRIAL:
        for name, setting in settings.items():
            if spent[name] < TRIAL:
                taken = timed(setting.run, calls[name])
                spent[name] += taken
                best[name] = min(best[name], taken / (calls[name] * setting.images))
    for name, seconds in best.items():
        print(f"{name}: {1 / seconds:.4g} images/s", file=sys.stderr, flush=True)
    return min(best, key=best.get)


def serve(settings, batch, losses, versions):
    """Chooses the fastest of the settings by name, tells the driver that it is ready, and works a round at each "go"."""
    name = fastest(settings)
    run, images = settings[name]
    calls = chunk(run)
    speak(ready=True, setting=name, losses=losses, versions=versions)
    for line in sys.stdin:
        if line.strip() == "go":
            chunks, start = 0, time.perf_counter()
            while chunks == 0 or time.perf_counter() - start < ROUND:
                run(calls)
                chunks += 1
            worked = chunks * calls * images
            speak(images=worked, seconds=time.perf_counter() - start, steps=worked // batch)
