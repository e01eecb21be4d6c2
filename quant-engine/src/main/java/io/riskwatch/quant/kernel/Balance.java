package io.riskwatch.quant.kernel;

/** How the normals of one step are balanced over a block of paths. */
public enum Balance {
    /** Not at all. */
    NONE,
    /** The second half of the block has the first half's normals with the other sign. */
    MIRRORED,
    /** Shifted and scaled to mean 0 and variance 1 (of the block, 1/n). */
    MATCHED;

    /**
     * Fills a row with one step's standard normals, one per path of the block.
     *
     * @param length of the row, a multiple of twice {@value RandomStream#GROUP}
     */
    public void fill(RandomStream stream, float[] row, int length) {
        switch (this) {
            case NONE -> stream.normals(row, length, 0, 1);
            case MIRRORED -> {
                int half = length / 2;
                stream.normals(row, half, 0, 1);
                for (int i = 0; i < half; i++) {
                    row[half + i] = -row[i];
                }
            }
            case MATCHED -> {
                stream.normals(row, length, 0, 1);
                match(row, length);
            }
        }
    }

    private static void match(float[] row, int length) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < length; i++) {
            sum += row[i];
            squares += (double) row[i] * row[i];
        }
        double mean = sum / length;
        double deviation = Math.sqrt(squares / length - mean * mean);
        for (int i = 0; i < length; i++) {
            row[i] = (float) ((row[i] - mean) / deviation);
        }
    }
}
