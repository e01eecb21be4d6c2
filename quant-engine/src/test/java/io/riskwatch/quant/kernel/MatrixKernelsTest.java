package io.riskwatch.quant.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixKernelsTest {
    @ParameterizedTest
    @CsvSource({"1,1", "7,3", "24,8", "25,9", "300,61", "600,130"})
    void aGramMatrixIsThatOfThePlainDefinition(int length, int n) {
        double[][] rows = random(length, n, 1);
        double[] means = random(1, n, 2)[0];
        double[] scales = random(1, length, 3)[0];
        double[][] gram = GramMatrix.ofColumns(rows, means, scales);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int t = 0; t < length; t++) {
                    sum += scales[t] * scales[t] * (rows[t][i] - means[i]) * (rows[t][j] - means[j]);
                }
                assertThat(gram[i][j]).isCloseTo(sum, within(1e-15 * 20 * length));
                assertThat(gram[i][j]).isEqualTo(gram[j][i]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "7,3", "25,9", "300,61", "600,130"})
    void aGramMatrixLessRowMeansIsThatOfThePlainDefinition(int length, int n) {
        double[][] rows = random(length, n, 23);
        double[][] gram = GramMatrix.lowerLessRowMeans(rows);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int t = 0; t < length && j <= i; t++) {
                    double mean = Arrays.stream(rows[t]).sum() / n;
                    sum += (rows[t][i] - mean) * (rows[t][j] - mean);
                }
                assertThat(gram[i][j]).isCloseTo(sum, within(1e-15 * 20 * length));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "7,30,3", "60,148,500", "13,25,126"})
    void productsOfRowsAreThoseOfThePlainDefinition(int rows, int others, int length) {
        double[][] a = random(rows + 2, length, 24);
        double[][] b = random(others + 1, length, 25);
        RowProducts products = new RowProducts();
        double[][] into = new double[rows][others + 3];
        products.of(
                random(61, 501, 26), 0, 61, random(200, 501, 27), 200, new double[61][200]); // leaves its buffers full
        products.of(a, 2, rows + 2, b, others, into);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < others; j++) {
                double sum = 0;
                for (int k = 0; k < length; k++) {
                    sum = Math.fma(a[i + 2][k], b[j][k], sum);
                }
                assertThat(into[i][j]).isEqualTo(sum);
            }
            assertThat(into[i][others]).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 64, 200})
    void everyWidthOfTileGivesTheSameBytes(int depth) {
        assumeThat(Lanes.vectorised()).isTrue();
        double[] left = random(1, ProductTile.ROWS * depth, 4)[0];
        double[] right = random(1, ProductTile.COLUMNS * depth, 5)[0];
        double[] start = random(1, ProductTile.ROWS * ProductTile.COLUMNS, 6)[0];
        double[] scalar = start.clone();
        ProductTile.scalar(left, 0, ProductTile.ROWS, right, 0, depth, scalar, 0);
        double[] six = start.clone();
        VectorTile.sixRows(left, 0, ProductTile.ROWS, right, 0, depth, six, 0);
        double[] threes = start.clone();
        VectorTile.threeRows(left, 0, ProductTile.ROWS, right, 0, depth, threes, 0);
        VectorTile.threeRows(left, 3, ProductTile.ROWS, right, 0, depth, threes, 3 * ProductTile.COLUMNS);
        assertThat(six).containsExactly(scalar);
        assertThat(threes).containsExactly(scalar);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 31, 32, 33, 100, 257})
    void theCholeskyFactorTimesItselfIsTheMatrix(int n) {
        double[][] x = random(n + 20, n, 7);
        double[][] s = GramMatrix.ofColumns(x, new double[n], ones(n + 20));
        double[][] l = copy(s);
        assertThat(CholeskyFactor.inPlace(l, 0)).isEqualTo(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k <= j; k++) {
                    sum += l[i][k] * l[j][k];
                }
                assertThat(sum).isCloseTo(s[i][j], within(1e-14 * n * s[0][0]));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 40, 70})
    void theCholeskyFactorStopsAtTheFirstPivotThatIsTooSmall(int singular) {
        int n = 80;
        double[][] s = GramMatrix.ofColumns(random(n + 20, n, 8), new double[n], ones(n + 20));
        for (int k = 0; k < n; k++) {
            s[singular][k] = 0;
            s[k][singular] = 0;
        }
        assertThat(CholeskyFactor.inPlace(s, 1e-9)).isEqualTo(singular);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 33, 500})
    void sumsOverVectorsAreThoseOfThePlainDefinition(int n) {
        double[] a = random(1, n, 9)[0];
        double[] b = random(1, n, 10)[0];
        double dot = 0;
        double distance = 0;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            dot += a[i] * b[i];
            distance += (a[i] - b[i]) * (a[i] - b[i]);
            largest = Math.max(largest, Math.abs(a[i]));
        }
        assertThat(DenseVector.dot(a, b, n)).isCloseTo(dot, within(1e-13 * (n + 1)));
        assertThat(DenseVector.scalarDot(a, b, n)).isCloseTo(dot, within(1e-13 * (n + 1)));
        assertThat(DenseVector.squaredDistance(a, b, n)).isCloseTo(distance, within(1e-13 * (n + 1)));
        assertThat(DenseVector.scalarDistance(a, b, n)).isCloseTo(distance, within(1e-13 * (n + 1)));
        assertThat(DenseVector.largestMagnitude(a, n)).isEqualTo(largest);
        double product = 0;
        for (int i = 0; i < n; i++) {
            product = Math.max(product, Math.abs(a[i] * b[i]));
        }
        assertThat(DenseVector.largestProduct(a, b, n)).isEqualTo(product);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 9})
    void dotsOfChosenRowsAreThoseOfEachAlone(int count) {
        double[][] rows = random(20, 37, 21);
        double[] a = random(1, 37, 22)[0];
        int[] which = new int[count + 3];
        for (int k = 0; k < count; k++) {
            which[k] = (7 * k + 2) % 20;
        }
        double[] into = new double[count + 5];
        DenseVector.dots(a, rows, which, count, into, 2);
        for (int k = 0; k < count; k++) {
            assertThat(into[2 + k]).isCloseTo(DenseVector.dot(a, rows[(7 * k + 2) % 20], 37), within(1e-13));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 100, 257})
    void aSymmetricProductIsThatOfThePlainDefinition(int n) {
        double[][] s = GramMatrix.ofColumns(random(n + 3, n, 16), new double[n], ones(n + 3));
        double[] x = random(1, n, 17)[0];
        double[] product = random(1, n, 18)[0]; // what was there before must not matter
        SymmetricProduct.of(s, x, product);
        double[] scalar = random(1, n, 19)[0];
        for (int i = 0; i < n; i++) {
            SymmetricProduct.addRow(s[i], i, x, scalar);
        }
        for (int i = 0; i < n; i++) {
            double sum = 0;
            double magnitudes = 0;
            for (int j = 0; j < n; j++) {
                sum += s[i][j] * x[j];
                magnitudes += Math.abs(s[i][j] * x[j]);
            }
            assertThat(product[i]).isCloseTo(sum, within(n * 0x1p-52 * magnitudes));
            assertThat(scalar[i]).isCloseTo(sum, within(n * 0x1p-52 * magnitudes));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 70, 133})
    void aSymmetricMatrixIsEvidentlySoAndOneOddEntryBetraysTheOthers(int n) {
        assumeThat(Lanes.active()).isEqualTo(Lanes.VECTOR_512);
        double[][] s = GramMatrix.ofColumns(random(n + 3, n, 20), new double[n], ones(n + 3));
        double largest = 0;
        for (double[] row : s) {
            largest = Math.max(largest, DenseVector.largestMagnitude(row, n));
        }
        assertThat(Symmetry.evident(s, 1e-10)).isTrue();
        Random random = new Random(n);
        for (int trial = 0; trial < 40; trial++) {
            int i = trial == 0 ? n - 1 : random.nextInt(n);
            int j = trial == 0 ? 0 : random.nextInt(n);
            double entry = s[i][j];
            s[i][j] = trial % 2 == 0 ? Double.NaN : Double.NEGATIVE_INFINITY;
            assertThat(Symmetry.evident(s, 1e-10)).isFalse();
            s[i][j] = entry + 1.01e-10 * largest;
            assertThat(Symmetry.evident(s, 1e-10)).isEqualTo(i == j);
            s[i][j] = entry + 0.98e-10 * largest;
            assertThat(Symmetry.evident(s, 1e-10)).isTrue();
            s[i][j] = entry;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void theLargestMagnitudeBetraysWhatIsNotFinite(double bad) {
        for (int at = 0; at < 40; at++) {
            double[] values = random(1, 40, 11)[0];
            values[at] = bad;
            assertThat(DenseVector.largestMagnitude(values, 40)).isNotFinite();
        }
    }

    @Test
    void estimatesStayWithinTheirErrorWhateverTheScale() {
        for (double scale : new double[] {1e-30, 1, 1e30}) {
            double[][] returns = random(101, 77, 12);
            double[][] weights = random(19, 77, 13);
            double largest = 0;
            for (double[] row : returns) {
                for (int i = 0; i < row.length; i++) {
                    row[i] *= scale;
                    largest = Math.max(largest, Math.abs(row[i]));
                }
            }
            double[] magnitudes = new double[19];
            for (int p = 0; p < 19; p++) {
                magnitudes[p] = Arrays.stream(weights[p]).map(Math::abs).sum();
            }
            ReturnEstimates estimates = ReturnEstimates.of(returns, largest);
            float[][] into = new float[19][estimates.room()];
            estimates.estimate(weights, 0, 19, magnitudes, estimates.room() / ReturnEstimates.panel(), into);
            for (int p = 0; p < 19; p++) {
                for (int t = 0; t < 101; t++) {
                    double exact = 0;
                    for (int i = 0; i < 77; i++) {
                        exact += weights[p][i] / magnitudes[p] * (returns[t][i] / largest);
                    }
                    assertThat((double) into[p][t]).isCloseTo(exact, within(estimates.error()));
                }
            }
        }
    }

    @Test
    void theScalarTwinOfTheEstimatesComputesTheSameProduct() {
        assumeThat(Lanes.vectorised()).isTrue();
        int depth = 33;
        float[] left = floats(ReturnEstimates.ROWS * depth, 14);
        float[] right = floats(VectorEstimates.COLUMNS * depth, 15);
        float[] scalar = new float[ReturnEstimates.ROWS * VectorEstimates.COLUMNS];
        float[] six = scalar.clone();
        ReturnEstimates.scalar(left, 0, right, 0, depth, scalar);
        VectorEstimates.sixRows(left, 0, right, 0, depth, six);
        assertThat(six).containsExactly(scalar);
        float[] threes = new float[scalar.length];
        VectorEstimates.threeRows(left, 0, right, 0, depth, threes, 0);
        VectorEstimates.threeRows(left, 3, right, 0, depth, threes, 3 * VectorEstimates.COLUMNS);
        assertThat(threes).containsExactly(scalar);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 500})
    void thePlacesOfTheLowestValuesMissNone(int size) {
        Random random = new Random(size);
        LowestValues lowest = new LowestValues(size);
        for (int trial = 0; trial < 50; trial++) {
            float[] values = new float[size];
            for (int i = 0; i < size; i++) {
                // fat tails, ties, and now and then nothing but ties
                double x = random.nextGaussian() / (0.05 + random.nextDouble());
                values[i] = (float) (trial % 5 == 0 ? 1 : trial % 2 == 0 ? x : Math.rint(x));
            }
            float[] sorted = values.clone();
            Arrays.sort(sorted);
            int rank = random.nextInt(size);
            double slack = trial % 3 == 0 ? 0 : random.nextDouble();
            int[] places = new int[size + LowestValues.SPARE];
            int found = lowest.places(values, size, rank, slack, places);
            boolean[] chosen = new boolean[size];
            float greatest = Float.NEGATIVE_INFINITY;
            for (int k = 0; k < found; k++) {
                assertThat(k == 0 || places[k] > places[k - 1]).isTrue();
                chosen[places[k]] = true;
                greatest = Math.max(greatest, values[places[k]]);
            }
            // all that are wanted, and of the rest none greater than one that was taken
            for (int i = 0; i < size; i++) {
                assertThat(chosen[i] || values[i] > Math.max(greatest, sorted[rank] + slack))
                        .isTrue();
            }
            if (size == 500 && slack == 0 && trial % 2 == 0 && trial % 5 != 0) {
                assertThat(found).isBetween(rank + 1, rank + 4);
            }
        }
    }

    private static double[][] random(int rows, int columns, long seed) {
        Random random = new Random(seed);
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        return matrix;
    }

    private static float[] floats(int length, long seed) {
        Random random = new Random(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }
}
