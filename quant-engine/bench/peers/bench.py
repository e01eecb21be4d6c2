"""How a Python peer takes part: serve(work, scale) warms up, says ready and answers each line "run" with its times."""
import contextlib
import sys
import time


class Watch:
    """Measures parts apart from the whole run: with watch.kernel(): ... or with watch.part("dense"): ..."""

    def __init__(self):
        self.parts = {}

    def kernel(self):
        return self.part("kernel")

    @contextlib.contextmanager
    def part(self, name):
        cpu, wall = time.process_time(), time.perf_counter()
        yield
        took = time.process_time() - cpu, time.perf_counter() - wall
        before = self.parts.get(name, (0.0, 0.0))
        self.parts[name] = before[0] + took[0], before[1] + took[1]


def require(*modules):
    """Imports the modules, or tells the harness which one is missing."""
    for module in modules:
        try:
            __import__(module)
        except ImportError:
            print("missing", module, "is not installed", flush=True)
            sys.exit(3)


def serve(work, scale=1, warm_ups=1):
    """work(watch) does the workload's 1/scale once and returns its answer in words."""
    for _ in range(warm_ups):
        work(Watch())
    print("ready", flush=True)
    for line in sys.stdin:
        if line.strip() != "run":
            return
        watch = Watch()
        cpu, wall = time.process_time(), time.perf_counter()
        answer = work(watch)
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        times = "cpuMs=%.6f wallMs=%.6f" % (cpu * 1e3 * scale, wall * 1e3 * scale)
        for name, (cpu, wall) in watch.parts.items():
            times += " %sCpuMs=%.6f %sWallMs=%.6f" % (name, cpu * 1e3 * scale, name, wall * 1e3 * scale)
        print("run", times, "|", str(answer).replace("\n", " "), flush=True)
