// How a C++ peer takes part: serve(work, scale) warms up, says ready and answers each line "run" with its times.
#pragma once
#include <cstdio>
#include <cstring>
#include <string>
#include <time.h>

namespace bench {

inline double clockMs(clockid_t clock) {
    timespec now;
    clock_gettime(clock, &now);
    return now.tv_sec * 1e3 + now.tv_nsec * 1e-6;
}
inline double cpuMs() { return clockMs(CLOCK_PROCESS_CPUTIME_ID); }
inline double wallMs() { return clockMs(CLOCK_MONOTONIC); }

/** Measures the kernel apart from the whole run. */
struct Watch {
    double cpu = 0, wall = 0;
    template <class F> void kernel(F part) {
        double c = cpuMs(), w = wallMs();
        part();
        cpu += cpuMs() - c;
        wall += wallMs() - w;
    }
};

/** work(watch) does the workload's 1/scale once and returns its answer in words. */
template <class F> int serve(F work, double scale = 1, int warmUps = 1) {
    for (int i = 0; i < warmUps; i++) {
        Watch cold;
        work(cold);
    }
    puts("ready");
    fflush(stdout);
    char line[64];
    while (fgets(line, sizeof line, stdin) && strcmp(line, "run\n") == 0) {
        Watch watch;
        double cpu = cpuMs(), wall = wallMs();
        std::string answer = work(watch);
        cpu = cpuMs() - cpu;
        wall = wallMs() - wall;
        printf("run cpuMs=%.6f wallMs=%.6f", cpu * scale, wall * scale);
        if (watch.wall > 0) printf(" kernelCpuMs=%.6f kernelWallMs=%.6f", watch.cpu * scale, watch.wall * scale);
        printf(" | %s\n", answer.c_str());
        fflush(stdout);
    }
    return 0;
}

}  // namespace bench
