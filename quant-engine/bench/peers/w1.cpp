// GBM, terminal quantiles, ES and path minimum: hand-written AVX-512, one thread, everything in registers.
#include "bench.hpp"
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <immintrin.h>
#include <vector>

typedef float Floats __attribute__((vector_size(64)));
typedef int32_t Ints __attribute__((vector_size(64)));
typedef uint64_t Longs __attribute__((vector_size(64)));

static const int PATHS = 1000000, STEPS = 252;
static const double A = (.07 - .02) / STEPS, B = .2 * sqrt(1.0 / STEPS), BARRIER = log(.7);

static uint64_t mix(uint64_t z) {
    z += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}
static inline Floats fma(Floats a, Floats b, Floats c) {
    return (Floats)_mm512_fmadd_ps((__m512)a, (__m512)b, (__m512)c);
}
static inline Floats all(float x) { return (Floats)_mm512_set1_ps(x); }
static inline Floats toFloats(Ints i) { return (Floats)_mm512_cvtepi32_ps((__m512i)i); }

static long paths(float* logs, int blocks, uint64_t seed) {
    long touched = 0;
    for (int block = 0; block < blocks; block++) {
        alignas(64) uint64_t state[32];
        uint64_t h = seed ^ (block * 0xD1342543DE82EF95ULL);
        for (int i = 0; i < 32; i++) state[i] = mix(h += 0x9E3779B97F4A7C15ULL);
        Longs s0 = *(Longs*)state, s1 = *(Longs*)(state + 8), s2 = *(Longs*)(state + 16), s3 = *(Longs*)(state + 24);
        auto next = [&]() {
            Ints r = (Ints)(s0 + s3);
            Longs t = s1 << 17;
            s2 ^= s0;
            s3 ^= s1;
            s1 ^= s2;
            s0 ^= s3;
            s2 ^= t;
            s3 = (Longs)_mm512_rol_epi64((__m512i)s3, 45);
            return r;
        };
        Floats x0 = all(0), x1 = x0, m0 = x0, m1 = x0;
        for (int t = 0; t < STEPS; t++) {
            Ints r1 = next(), r2 = next();
            Floats f = toFloats((r1 & 0x7fffffff) | 1);
            Ints ib = (Ints)f - 0x3f3504f3;
            Floats e = toFloats((ib >> 23) - 31), m = (Floats)((ib & 0x7fffff) + 0x3f3504f3) - 1.f;
            Floats p = fma(all(7.0376836292E-2f), m, all(-1.1514610310E-1f));
            p = fma(p, m, all(1.1676998740E-1f));
            p = fma(p, m, all(-1.2420140846E-1f));
            p = fma(p, m, all(1.4249322787E-1f));
            p = fma(p, m, all(-1.6668057665E-1f));
            p = fma(p, m, all(2.0000714765E-1f));
            p = fma(p, m, all(-2.4999993993E-1f));
            p = fma(p, m, all(3.3333331174E-1f));
            Floats m2 = m * m, ln = fma(e, all(0.69314718f), fma(p * m, m2, fma(m2, all(-.5f), m)));
            Floats r = (Floats)_mm512_sqrt_ps((__m512)(ln * all(-2.f * (float)(B * B))));
            Floats a = toFloats(r2) * 2.3283064365386963e-10f, q = a * a;
            Floats sn = fma(all(0.07765591f), q, all(-0.59829041f));
            sn = fma(sn, q, all(2.55007739f));
            sn = fma(sn, q, all(-5.16771008f));
            sn = fma(sn, q, all(3.14159265f)) * a;
            Floats cs = fma(all(-0.02439593f), q, all(0.23493707f));
            cs = fma(cs, q, all(-1.33521195f));
            cs = fma(cs, q, all(4.05870915f));
            cs = fma(cs, q, all(-4.93480214f));
            cs = fma(cs, q, all(1.f));
            x0 = x0 + fma(r, sn, all(A));
            x1 = x1 + fma((Floats)((Ints)r ^ (r1 & (int)0x80000000)), cs, all(A));
            m0 = (Floats)_mm512_min_ps((__m512)m0, (__m512)x0);
            m1 = (Floats)_mm512_min_ps((__m512)m1, (__m512)x1);
        }
        *(__m512_u*)(logs + block * 32) = (__m512)x0;
        *(__m512_u*)(logs + block * 32 + 16) = (__m512)x1;
        for (int i = 0; i < 16; i++) touched += (m0[i] < (float)BARRIER) + (m1[i] < (float)BARRIER);
    }
    return touched;
}

static std::string summary(std::vector<float> x, long touched) {
    int n = x.size(), k = .05 * n;
    double mean = 0, shortfall = 0;
    for (float v : x) mean += expf(v);
    std::nth_element(x.begin(), x.begin() + k, x.end());
    float p5 = x[k];
    for (int i = 0; i < k; i++) shortfall += expf(x[i]);
    std::nth_element(x.begin() + k, x.begin() + n / 2, x.end());
    float p50 = x[n / 2];
    std::nth_element(x.begin() + n / 2, x.begin() + (int)(.95 * n), x.end());
    char text[200];
    snprintf(text, sizeof text, "mean %.3f p5 %.3f p50 %.3f p95 %.3f ES5 %.3f below70 %.5f", 100 * mean / n, 100 * exp(p5),
             100 * exp(p50), 100 * exp(x[(int)(.95 * n)]), 100 * shortfall / k, touched / (double)n);
    return text;
}

int main() {
    std::vector<float> logs(PATHS);
    return bench::serve([&](bench::Watch& watch) {
        long touched = 0;
        watch.kernel([&] { touched = paths(logs.data(), PATHS / 32, 42); });
        return summary(logs, touched);
    });
}
