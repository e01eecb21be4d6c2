package io.riskwatch.portfolio.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param nextCursor where to go on; absent on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** How long a page is when nobody says. */
    public static final int DEFAULT_LIMIT = 50;

    /** How long a page may be. */
    public static final int MAX_LIMIT = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** From rows that were asked for with one more than {@code limit}, which tells whether there is a next page. */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> item, Function<R, Cursor> cursor) {
        var more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                shown.stream().map(item).toList(),
                more ? cursor.apply(shown.getLast()).encoded() : null);
    }
}
