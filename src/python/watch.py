"""How much memory a program takes with all that it starts, those in other name spaces among them."""

import os
import pathlib
import re
import threading


class Watch:
    """Samples what a process and all below it take, and disk space of some folders. Looks into /proc, so it needs Linux."""

    def __init__(self, root, folders, every=0.5):
        self.root, self.folders, self.every = root, folders, every
        self.peak_memory = self.peak_disk = self.peak_processes = 0
        self.shared_before, self.peak_shared = shared(), 0
        self.seen = {}
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self):
        while not self.over.wait(self.every):
            family = descendants(self.root)
            self.seen.update(family)
            self.peak_processes = max(self.peak_processes, len(family))
            self.peak_memory = max(self.peak_memory, sum(memory(pid) for pid in family))
            self.peak_shared = max(self.peak_shared, shared() - self.shared_before)
            self.peak_disk = max(self.peak_disk, sum(disk(folder) for folder in self.folders))

    def end(self):
        self.over.set()
        self.thread.join()

    def left(self):
        """The processes that were seen and still run."""
        return [pid for pid, begun in self.seen.items() if started(pid) == begun]


def started(pid):
    """When a process began, which with its number tells it from all others; None if it is gone or only waits to be buried."""
    try:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        return None if fields[0] in "ZX" else fields[19]
    except OSError:
        return None


def descendants(root):
    """Process -> its beginning, of a process and all below it, those in other name spaces among them."""
    children = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                fields = pathlib.Path(f"/proc/{entry}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
                children.setdefault(int(fields[1]), []).append(int(entry))
            except OSError:
                pass
    found, waiting = {}, [root]
    while waiting:
        pid = waiting.pop()
        begun = started(pid)
        if begun:
            found[pid] = begun
        waiting += children.get(pid, [])
    return found


def memory(pid):
    """Bytes of a process, what it shares with others counted in part."""
    try:
        return 1024 * int(re.search(r"^Pss:\s+(\d+)", pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii"), re.M).group(1))
    except (OSError, AttributeError):
        return 0


def shared():
    """Bytes in memory disks of the whole machine, such as the /tmp of a sandbox."""
    return 1024 * int(re.search(r"^Shmem:\s+(\d+)", pathlib.Path("/proc/meminfo").read_text(encoding="ascii"), re.M).group(1))


def disk(folder):
    total = 0
    for path, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.lstat(os.path.join(path, name)).st_blocks * 512
            except OSError:
                pass
    return total
