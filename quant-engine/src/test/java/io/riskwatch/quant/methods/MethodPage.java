package io.riskwatch.quant.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A page of docs/methods, whose printed figures are held to the engine's. */
final class MethodPage {
    static final Path DIRECTORY = Path.of("..", "docs", "methods");

    private final String name;
    private final String text;

    private MethodPage(String name, String text) {
        this.name = name;
        this.text = text;
    }

    static MethodPage of(String name) {
        try {
            return new MethodPage(name, Files.readString(DIRECTORY.resolve(name + ".md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The page prints this figure, and the engine's value rounds to it.
     *
     * @param printed as on the page, e.g. "-13.40 %" or "1,280.93"; a percent sign stands for a factor of 100
     */
    MethodPage prints(String printed, double value) {
        assertThat(Pattern.compile("(?<![\\d.,-])" + Pattern.quote(printed) + "(?![\\d]|[.,]\\d)")
                        .matcher(text)
                        .find())
                .as("%s.md prints %s", name, printed)
                .isTrue();
        boolean percent = printed.endsWith("%");
        String digits = printed.replace("%", "").replace(",", "").strip();
        int point = digits.indexOf('.');
        int decimals = point < 0 ? 0 : digits.length() - point - 1;
        assertThat(percent ? 100 * value : value)
                .as("%s.md, figure %s", name, printed)
                .isCloseTo(Double.parseDouble(digits), within(0.5 * Math.pow(10, -decimals) + 1e-9));
        return this;
    }
}
