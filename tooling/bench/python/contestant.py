"""One side of the benchmark's protocol; the other is src/peers/contestant-process.ts.

A contestant gets its settings as JSON in its one argument, prepares, warms up, and answers with a line of JSON:
first that it is ready, then once for each line `epoch` that it reads. Between them it leaves the cores alone.
"""

import json
import sys
import time

settings = json.loads(sys.argv[1])


def answer(fields):
    sys.stdout.write(json.dumps(fields) + "\n")
    sys.stdout.flush()


def serve(software, note, train):
    """train: does settings["steps"] steps and returns their mean loss."""
    answer({"software": software, "note": note})
    for line in sys.stdin:
        if line.strip() != "epoch":
            sys.exit(f"expected the line \"epoch\", got {line!r}")
        started, cpu_started = time.perf_counter(), time.process_time()
        loss = train()
        seconds, cpu_seconds = time.perf_counter() - started, time.process_time() - cpu_started
        answer({"seconds": seconds, "cpuSeconds": cpu_seconds, "loss": loss, "peakBytes": peak_bytes()})


def peak_bytes():
    """Most memory that this process held at once; None where the system does not tell."""
    try:
        with open("/proc/self/status", encoding="utf-8") as file:
            return next(int(line.split()[1]) * 1024 for line in file if line.startswith("VmHWM:"))
    except (OSError, StopIteration):
        return None


def fastest(candidates, run):
    """The name of the candidate that does run(candidate) in the least time, each tried three times in turn."""
    seconds = {name: [] for name in candidates}
    for _ in range(3):
        for name, candidate in candidates.items():
            started = time.perf_counter()
            run(candidate)
            seconds[name].append(time.perf_counter() - started)
    return min(seconds, key=lambda name: min(seconds[name]))
