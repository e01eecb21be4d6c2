package io.riskwatch.portfolio.analysis;

import java.util.List;
import org.bson.Document;

/** What a result's row says of an array beside it. */
record StoredArray(
        String name, String description, String type, List<Integer> shape, long bytes, String sha256, int pieces) {

    StoredArray {
        shape = List.copyOf(shape);
    }

    static StoredArray of(Document row) {
        return new StoredArray(
                row.getString("name"),
                row.getString("description"),
                row.getString("type"),
                row.getList("shape", Integer.class),
                row.getInteger("bytes"),
                row.getString("sha256"),
                row.getInteger("pieces"));
    }
}
