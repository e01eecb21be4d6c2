// Fifty correlated assets bought and held, daily fan: hand-written AVX-512, one thread.
#include "bench.hpp"
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <immintrin.h>

typedef float Floats __attribute__((vector_size(64)));
typedef int32_t Ints __attribute__((vector_size(64)));
typedef uint64_t Longs __attribute__((vector_size(64)));

static const int ASSETS = 50, DAYS = 252, TILE = 64, PADDED = 52, PATHS = 100000 / TILE * TILE;
static float lower[PADDED * PADDED], means[PADDED];

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

static void market() {
    static double root[ASSETS][ASSETS];
    auto loading = [](int i) { return .3 + .5 * (i * 29 % ASSETS) / ASSETS; };
    auto volatility = [](int i) { return .12 + .3 * (i * 13 % ASSETS) / ASSETS; };
    for (int i = 0; i < ASSETS; i++) {
        for (int j = 0; j <= i; j++) {
            double rest = (i == j ? 1 : loading(i) * loading(j)) * volatility(i) * volatility(j) / DAYS;
            for (int k = 0; k < j; k++) rest -= root[i][k] * root[j][k];
            root[i][j] = i == j ? sqrt(rest) : rest / root[j][j];
        }
        double drift = .03 + .1 * (i * 7 % ASSETS) / ASSETS;
        means[i] = (drift - .5 * volatility(i) * volatility(i)) / DAYS;
    }
    for (int i = 0; i < PADDED; i += 4)
        for (int k = 0; k < i + 4; k++)
            for (int r = 0; r < 4; r++) lower[i * PADDED + k * 4 + r] = i + r < ASSETS && k < ASSETS ? root[i + r][k] : 0;
}

static void normals(Longs* state, float* z, int length) {
    Longs s0 = state[0], s1 = state[1], s2 = state[2], s3 = state[3];
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
    for (int i = 0; i < length; i += 32) {
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
        Floats r = (Floats)_mm512_sqrt_ps((__m512)(ln * all(-2.f)));
        Floats a = toFloats(r2) * 2.3283064365386963e-10f, q = a * a;
        Floats sn = fma(all(0.07765591f), q, all(-0.59829041f));
        sn = fma(sn, q, all(2.55007739f));
        sn = fma(sn, q, all(-5.16771008f));
        sn = fma(sn, q, all(3.14159264f)) * a;
        Floats cs = fma(all(-0.02439593f), q, all(0.23493707f));
        cs = fma(cs, q, all(-1.33521195f));
        cs = fma(cs, q, all(4.05870915f));
        cs = fma(cs, q, all(-4.93480214f));
        cs = fma(cs, q, all(1.f));
        *(Floats*)(z + i) = r * sn;
        *(Floats*)(z + i + 16) = (Floats)((Ints)(r * cs) ^ (r1 & (int)0x80000000));
    }
    state[0] = s0;
    state[1] = s1;
    state[2] = s2;
    state[3] = s3;
}

static inline Floats exponential(Floats a) {
    Floats p = fma(all(0.00835195f), a, all(0.04179704f));
    p = fma(p, a, all(0.16666623f));
    p = fma(p, a, all(0.49999694f));
    p = fma(p, a, all(1));
    return fma(p, a, all(1));
}

static void day(const float* z, float* holdings, float* values) {
    for (int c = 0; c < TILE; c += 32) {
        Floats v0 = all(0), v1 = v0;
        for (int i = 0; i < PADDED; i += 4) {
            Floats a[4][2];
            for (int r = 0; r < 4; r++) a[r][0] = a[r][1] = all(means[i + r]);
            const float* l = lower + i * PADDED;
            for (int k = 0; k < i + 4; k++, l += 4) {
                Floats z0 = *(Floats*)(z + k * TILE + c), z1 = *(Floats*)(z + k * TILE + c + 16);
#pragma GCC unroll 4
                for (int r = 0; r < 4; r++) {
                    a[r][0] = fma(all(l[r]), z0, a[r][0]);
                    a[r][1] = fma(all(l[r]), z1, a[r][1]);
                }
            }
#pragma GCC unroll 4
            for (int r = 0; r < 4; r++) {
                Floats* held = (Floats*)(holdings + (i + r) * TILE + c);
                held[0] *= exponential(a[r][0]);
                held[1] *= exponential(a[r][1]);
                v0 += held[0];
                v1 += held[1];
            }
        }
        *(Floats*)(values + c) = v0;
        *(Floats*)(values + c + 16) = v1;
    }
}

static void paths(float* values) {
    alignas(64) static float z[PADDED * TILE], holdings[PADDED * TILE];
    Longs state[4];
    for (int block = 0; block < PATHS / TILE; block++) {
        uint64_t h = 42 ^ (block * 0xD1342543DE82EF95ULL);
        for (int i = 0; i < 32; i++) ((uint64_t*)state)[i] = mix(h += 0x9E3779B97F4A7C15ULL);
        for (int i = 0; i < PADDED * TILE; i++) holdings[i] = i < ASSETS * TILE ? 1.f / ASSETS : 0;
        for (int d = 0; d < DAYS; d++) {
            normals(state, z, ASSETS * TILE);
            day(z, holdings, values + (size_t)d * PATHS + block * TILE);
        }
    }
}

int main() {
    market();
    float* values = (float*)aligned_alloc(64, (size_t)PATHS * DAYS * sizeof(float));
    const double probabilities[] = {.01, .05, .25, .5, .75, .95, .99};
    return bench::serve([&](bench::Watch& watch) {
        watch.kernel([&] { paths(values); });
        double fan[7] = {}, mean = 0, shortfall = 0;
        float* last = values + (size_t)(DAYS - 1) * PATHS;
        for (int i = 0; i < PATHS; i++) mean += last[i];
        for (int d = 0; d < DAYS; d++) {
            float* x = values + (size_t)d * PATHS;
            int low = 0;
            for (int t = 0; t < 7; t++) {
                int k = probabilities[t] * (PATHS - 1);
                std::nth_element(x + low, x + k, x + PATHS);
                fan[t] = x[k];
                low = k + 1;
            }
        }
        int tail = .05 * PATHS;
        for (int i = 0; i < tail; i++) shortfall += last[i];
        char text[120];
        snprintf(text, sizeof text, "mean %.5f p5 %.5f p50 %.5f ES5 %.5f", mean / PATHS, fan[1], fan[3], shortfall / tail);
        return std::string(text);
    });
}
