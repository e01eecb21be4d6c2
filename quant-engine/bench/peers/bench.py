"""How a Python peer takes part: serve(work, scale) warms up, says ready and answers each line "run" with its times."""
import sys
import time


class Watch:
    """Measures the kernel apart from the whole run: with watch.kernel(): ..."""

    def __init__(self):
        self.cpu = self.wall = 0.0

    def kernel(self):
        return self

    def __enter__(self):
        self._cpu, self._wall = time.process_time(), time.perf_counter()

    def __exit__(self, *error):
        self.cpu += time.process_time() - self._cpu
        self.wall += time.perf_counter() - self._wall


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
        if watch.wall > 0:
            times += " kernelCpuMs=%.6f kernelWallMs=%.6f" % (watch.cpu * 1e3 * scale, watch.wall * 1e3 * scale)
        print("run", times, "|", str(answer).replace("\n", " "), flush=True)
