package io.riskwatch.portfolio.analysis.table;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Rows and columns of a result.
 *
 * @param rows by column; a column that is not there is an empty cell
 */
public record ResultTable(String name, List<String> columns, List<Map<String, JsonNode>> rows) {

    public ResultTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
