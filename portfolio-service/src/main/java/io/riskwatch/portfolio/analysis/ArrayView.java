package io.riskwatch.portfolio.analysis;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/**
 * An array that can be downloaded.
 *
 * @param type FLOAT64, FLOAT32 or DAY (days since 1970-01-01)
 * @param shape lengths of the dimensions; the last one varies fastest
 * @param bytes of the file
 * @param sha256 of the file
 * @param download where it lies
 */
record ArrayView(
        String name, String description, String type, List<Integer> shape, long bytes, String sha256, String download) {

    static ArrayView of(UUID analysisId, StoredArray array) {
        return new ArrayView(
                array.name(),
                array.description(),
                array.type(),
                array.shape(),
                array.bytes(),
                array.sha256(),
                "/api/v1/analyses/" + analysisId + "/arrays/" + array.name());
    }

    /** All of a result: never more than a handful. */
    @Schema(name = "ArraysView")
    record All(List<ArrayView> items) {}
}
