package io.riskwatch.portfolio.analysis.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page of a result says, ready for the template: all texts are plain, the template escapes them.
 *
 * @param title what it is about
 * @param kind what was asked, in plain words
 * @param day when it was computed
 * @param warning what must be known before anything else
 * @param summary the figures in plain words
 * @param origin where it comes from
 */
record Report(
        String title,
        String kind,
        String day,
        @Nullable String warning,
        List<String> summary,
        List<Part> parts,
        List<String> assumptions,
        List<Fact> origin) {

    /**
     * A chapter: plain words as its heading, the term of art beside it.
     *
     * @param meaning one sentence for who has never heard the term
     */
    record Part(String heading, String term, String meaning, List<Fact> figures, List<Block> blocks) {

        boolean figured() {
            return !figures.isEmpty();
        }
    }

    /** A figure or a line of the origin, and what it is. */
    record Fact(String label, String text) {}

    /** A chart or a table. */
    record Block(@Nullable Chart chart, @Nullable Table table) {

        static Block of(Chart chart) {
            return new Block(chart, null);
        }

        static Block of(Table table) {
            return new Block(null, table);
        }
    }

    /**
     * A drawing.
     *
     * @param svg made here, with every text in it escaped
     * @param caption method, window and currency
     */
    record Chart(String svg, String caption) {}

    /** @param more what is said about rows that are not shown */
    record Table(
            String caption,
            List<Cell> head,
            List<Row> rows,
            @Nullable String more) {

        private static final int WHOLE = 10;

        /** Whether it is too short to be torn at the end of a page. */
        boolean whole() {
            return rows.size() <= WHOLE;
        }
    }

    record Row(List<Cell> cells) {}

    record Cell(String text, boolean number) {}
}
