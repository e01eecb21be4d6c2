package io.riskwatch.portfolio.imports.mapping;

import io.riskwatch.portfolio.imports.statement.Columns;
import io.riskwatch.portfolio.imports.statement.Dates;
import io.riskwatch.portfolio.imports.statement.DecimalMark;
import io.riskwatch.portfolio.ledger.TransactionType;
import io.riskwatch.service.problem.FieldError;
import io.riskwatch.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the columns of a file mean, in the user's words. */
public record Mapping(
        @Schema(description = "When given the mapping is kept under it and used for every file with the same header")
        @Nullable
        String name,

        @Schema(
                description =
                        "The column of each ledger field: date, type, symbol, isin, quantity, price, currency, fee,"
                                + " amount, note. date is needed, and quantity or amount")
        Map<String, String> columns,

        @Schema(description = "A pattern like dd.MM.yyyy; absent: ISO, compact or with the day first") @Nullable
        String dateFormat,

        @Schema(description = "What stands before the decimals; absent: as the whole file tells") @Nullable
        DecimalMark decimalMark,

        @Schema(description = "What the words of the type column mean; absent words are tried as they stand") @Nullable
        Map<String, TransactionType> types,

        @Schema(description = "Words of the type column whose rows are no transactions") @Nullable
        List<String> ignoredTypes,

        @Schema(description = "ISO 4217, of rows that name none; absent: the portfolio's") @Nullable
        String currency) {

    static final Set<String> FIELDS =
            Set.of("date", "type", "symbol", "isin", "quantity", "price", "currency", "fee", "amount", "note");

    private static final int LONGEST_NAME = 80;
    private static final int MOST_WORDS = 200;

    public Mapping {
        columns = columns == null ? Map.of() : Map.copyOf(columns);
        types = types == null ? Map.of() : Map.copyOf(types);
        ignoredTypes = ignoredTypes == null ? List.of() : List.copyOf(ignoredTypes);
    }

    /** Refuses with a 400 what names no field, no column or no pattern. */
    public void check() {
        var errors = new ArrayList<FieldError>();
        columns.forEach((field, column) -> {
            if (!FIELDS.contains(field)) {
                errors.add(new FieldError("mapping.columns." + shortened(field), "is no field of the ledger"));
            } else if (column.isBlank()) {
                errors.add(new FieldError("mapping.columns." + field, "must name a column"));
            }
        });
        if (!columns.containsKey("date")) {
            errors.add(new FieldError("mapping.columns.date", "must be given"));
        }
        if (!columns.containsKey("quantity") && !columns.containsKey("amount")) {
            errors.add(new FieldError("mapping.columns.quantity", "must be given, or amount"));
        }
        if (name != null && (name.isBlank() || name.length() > LONGEST_NAME)) {
            errors.add(new FieldError("mapping.name", "has 1 to %d characters".formatted(LONGEST_NAME)));
        }
        if (words().size() > MOST_WORDS || (ignoredTypes != null && ignoredTypes.size() > MOST_WORDS)) {
            errors.add(new FieldError("mapping.types", "has at most %d words".formatted(MOST_WORDS)));
        }
        checkPattern(dateFormat, errors);
        if (!errors.isEmpty()) {
            throw ProblemException.badRequest(errors);
        }
    }

    private static void checkPattern(@Nullable String dateFormat, List<FieldError> errors) {
        if (dateFormat == null) {
            return;
        }
        try {
            Dates.pattern(dateFormat);
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError("mapping.dateFormat", "is no pattern like dd.MM.yyyy"));
        }
    }

    /** The column of a field as the file's header is read; empty when it has none. */
    String column(String field) {
        return Columns.normal(columns.getOrDefault(field, ""));
    }

    /** The words of the type column in lower case. */
    Map<String, TransactionType> words() {
        var words = new HashMap<String, TransactionType>();
        if (types != null) {
            types.forEach((word, type) -> words.put(word.strip().toLowerCase(Locale.ROOT), type));
        }
        return words;
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
