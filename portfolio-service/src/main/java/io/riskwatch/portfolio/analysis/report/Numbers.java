package io.riskwatch.portfolio.analysis.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Numbers as the reader writes them. A language with other digits than these gets the English ones. */
final class Numbers {

    /** Of a sentence: digits with the worker's comma between thousands and its point before decimals. */
    private static final Pattern ENGLISH =
            Pattern.compile("(?<![\\w.,])\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|(?<![\\w.,])\\d+\\.\\d+(?![\\w.])");

    private static final String ABSENT = "–";

    private final DecimalFormatSymbols symbols;
    private final String currency;

    Numbers(Locale locale, String currency) {
        DecimalFormatSymbols wished = DecimalFormatSymbols.getInstance(locale);
        this.symbols = wished.getZeroDigit() == '0' ? wished : DecimalFormatSymbols.getInstance(Locale.ENGLISH);
        if (Character.isSpaceChar(symbols.getGroupingSeparator())) {
            symbols.setGroupingSeparator('\u00a0');
        }
        symbols.setMinusSign('\u2212');
        this.currency = currency;
    }

    String currency() {
        return currency;
    }

    /** An amount in the base currency; pennies only where they matter. */
    String money(double amount) {
        return plain(amount, Math.abs(amount) >= 100 ? 0 : 2) + "\u00a0" + currency;
    }

    /** A fraction as per cent. */
    String percent(double fraction) {
        return plain(100 * fraction, Math.abs(fraction) < 0.01 ? 2 : 1) + "\u00a0%";
    }

    String ratio(double value) {
        return plain(value, 2);
    }

    String count(double value) {
        return plain(value, value == Math.rint(value) ? 0 : 1);
    }

    /** A quantity with the decimals it has, at most six. */
    String quantity(double value) {
        DecimalFormat format = new DecimalFormat("#,##0.######", symbols);
        return format.format(value);
    }

    /** Beside an axis: as few decimals as tell its ticks apart. */
    String tick(double value) {
        return quantity(value);
    }

    String percentTick(double fraction) {
        return quantity(Math.round(fraction * 1e6) / 1e4) + "\u00a0%";
    }

    String percentTick(JsonNode value) {
        return value.isNumber() ? percentTick(value.doubleValue()) : ABSENT;
    }

    String money(JsonNode value) {
        return value.isNumber() ? money(value.doubleValue()) : ABSENT;
    }

    String percent(JsonNode value) {
        return value.isNumber() ? percent(value.doubleValue()) : ABSENT;
    }

    String ratio(JsonNode value) {
        return value.isNumber() ? ratio(value.doubleValue()) : ABSENT;
    }

    String count(JsonNode value) {
        return value.isNumber() ? count(value.doubleValue()) : ABSENT;
    }

    /** The worker's sentence with its numbers as the reader writes them. */
    String told(String sentence) {
        return ENGLISH.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(rewritten(found)));
    }

    private String rewritten(MatchResult found) {
        StringBuilder text = new StringBuilder();
        for (char sign : found.group().toCharArray()) {
            switch (sign) {
                case ',' -> text.append(symbols.getGroupingSeparator());
                case '.' -> text.append(symbols.getDecimalSeparator());
                default -> text.append(sign);
            }
        }
        return text.toString();
    }

    private String plain(double value, int decimals) {
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String text = format.format(value);
        return text.chars().anyMatch(sign -> sign >= '1' && sign <= '9') ? text : text.replace("\u2212", "");
    }
}
