"""Answers of the judge that need not be asked for again, one small file each in the state of an output folder."""

import hashlib
import json

from grading import files

VERSION = 1  # of what is kept; a change makes all that was kept useless


class Cache:
    def __init__(self, folder):
        self.folder, self.used = folder, set()

    def get(self, key):
        """What was kept under a key; None when there is nothing, or nothing whole."""
        try:
            value = json.loads((self.folder / f"{key}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        self.used.add(key)
        return value if isinstance(value, dict) else None

    def put(self, key, value):
        self.used.add(key)
        files.write(self.folder / f"{key}.json", json.dumps(value))

    def prune(self):
        """Forgets what this run had no use for."""
        for path in self.folder.glob("*.json"):
            if path.stem not in self.used:
                path.unlink(missing_ok=True)


def key_of(*parts):
    """One name for all that an answer depends on."""
    return hashlib.sha256(json.dumps([VERSION, *parts], sort_keys=True).encode("ascii")).hexdigest()[:40]
