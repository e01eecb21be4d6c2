// GBM with QuantLib's pseudo-random sequences (Mersenne twister, inverse normal) and a plain loop over the steps.
#include "bench.hpp"
#include <algorithm>
#include <cmath>
#include <ql/math/randomnumbers/rngtraits.hpp>
#include <vector>

int main() {
    using namespace QuantLib;
    const int paths = 20000, steps = 252;
    const double A = .05 / steps, B = .2 * sqrt(1.0 / steps);
    return bench::serve(
        [&](bench::Watch& watch) {
            std::vector<double> ends(paths);
            long touched = 0;
            watch.kernel([&] {
                auto generator = PseudoRandom::make_sequence_generator(steps, 42);
                for (int i = 0; i < paths; i++) {
                    const auto& z = generator.nextSequence().value;
                    double x = 0, lowest = 0;
                    for (int k = 0; k < steps; k++) {
                        x += A + B * z[k];
                        lowest = std::min(lowest, x);
                    }
                    ends[i] = x;
                    touched += lowest < log(.7);
                }
            });
            std::sort(ends.begin(), ends.end());
            char text[100];
            snprintf(text, sizeof text, "p5 %.3f p50 %.3f below70 %.5f", 100 * exp(ends[paths / 20]),
                     100 * exp(ends[paths / 2]), touched / (double)paths);
            return std::string(text);
        },
        50);
}
