package io.riskwatch.portfolio.analysis.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Lines and bands over days. Lines differ in lightness and in how they are dashed, so that they tell themselves apart in grey. */
final class DateChart {

    private static final int WIDTH = 510;
    private static final int LEFT = 62;
    private static final int RIGHT = 500;
    private static final int TOP = 22;
    private static final int DATE_LABELS = 5;

    private final List<LocalDate> days;
    private final List<Line> lines = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();
    private final List<LocalDate> marked = new ArrayList<>();
    private String marks = "";
    private int height = 190;

    @SuppressWarnings("ArrayRecordComponent") // drawn once, never compared
    private record Line(String name, double[] values, String colour, double thick, String dash) {}

    @SuppressWarnings("ArrayRecordComponent") // drawn once, never compared
    private record Band(String name, double[] lower, double[] upper, String fill) {}

    private DateChart(List<LocalDate> days) {
        this.days = days;
    }

    static DateChart over(JsonNode dates) {
        return new DateChart(dates(dates));
    }

    static double[] values(JsonNode list) {
        return list.valueStream().mapToDouble(JsonNode::doubleValue).toArray();
    }

    private static List<LocalDate> dates(JsonNode dates) {
        return dates.valueStream()
                .map(date -> LocalDate.parse(date.asString("")))
                .toList();
    }

    DateChart height(int points) {
        height = points;
        return this;
    }

    DateChart line(String name, double[] values, String colour) {
        lines.add(new Line(name, values, colour, 1.4, ""));
        return this;
    }

    DateChart dashed(String name, double[] values, String colour) {
        lines.add(new Line(name, values, colour, 1.2, "4 2"));
        return this;
    }

    DateChart band(String name, double[] lower, double[] upper, String fill) {
        bands.add(new Band(name, lower, upper, fill));
        return this;
    }

    /** Dots on the first line on these days. */
    DateChart mark(String name, JsonNode dates) {
        marks = name;
        marked.addAll(dates(dates));
        return this;
    }

    String drawn(String description, DoubleFunction<String> label) {
        Svg svg = new Svg(WIDTH, height);
        int bottom = height - 20;
        Scale y = Scale.around(all().min().orElse(0), all().max().orElse(1), bottom, TOP);
        double[] xs = places();
        for (double tick : y.ticks()) {
            svg.line(LEFT, y.at(tick), RIGHT, y.at(tick), tick == 0 ? Svg.INK : Svg.FAINT, 0.5, "");
            svg.text(LEFT - 5, y.at(tick) + 3, "end", label.apply(tick));
        }
        dateLabels(svg, xs, bottom);
        bands.forEach(band -> svg.band(xs, placed(band.lower, y), placed(band.upper, y), band.fill));
        lines.forEach(line -> svg.path(xs, placed(line.values, y), line.colour, line.thick, line.dash));
        dots(svg, xs, y);
        legend(svg);
        return svg.drawn(description);
    }

    private DoubleStream all() {
        return Stream.concat(
                        lines.stream().map(Line::values),
                        bands.stream().flatMap(band -> Stream.of(band.lower, band.upper)))
                .flatMapToDouble(DoubleStream::of);
    }

    private double[] places() {
        Scale x = Scale.between(number(days.getFirst()), number(days.getLast()), LEFT, RIGHT);
        return days.stream().mapToDouble(day -> x.at(number(day))).toArray();
    }

    private static double number(LocalDate day) {
        return (double) day.toEpochDay();
    }

    private static double[] placed(double[] values, Scale y) {
        return DoubleStream.of(values).map(y::at).toArray();
    }

    private void dateLabels(Svg svg, double[] xs, int bottom) {
        long first = days.getFirst().toEpochDay();
        long span = days.getLast().toEpochDay() - first;
        for (int i = 0; i < DATE_LABELS; i++) {
            LocalDate day = LocalDate.ofEpochDay(first + span * i / (DATE_LABELS - 1));
            double x = LEFT + (RIGHT - LEFT) * (double) i / (DATE_LABELS - 1);
            String anchor = i == 0 ? "start" : i == DATE_LABELS - 1 ? "end" : "middle";
            svg.text(x, bottom + 13, anchor, span > 400 ? day.toString().substring(0, 7) : day.toString());
        }
        svg.line(LEFT, bottom, xs[xs.length - 1], bottom, Svg.INK, 0.5, "");
    }

    private void dots(Svg svg, double[] xs, Scale y) {
        IntStream.range(0, days.size())
                .filter(i -> marked.contains(days.get(i)))
                .forEach(i -> svg.dot(xs[i], y.at(lines.getFirst().values[i]), 2.6, Svg.VERMILION));
    }

    private void legend(Svg svg) {
        double x = LEFT;
        for (Band band : bands) {
            svg.bar(x, 6, 14, 7, band.fill);
            x = named(svg, x, band.name);
        }
        for (Line line : lines) {
            svg.line(x, 9.5, x + 14, 9.5, line.colour, line.thick + 0.4, line.dash);
            x = named(svg, x, line.name);
        }
        if (!marked.isEmpty()) {
            svg.dot(x + 7, 9.5, 2.6, Svg.VERMILION);
            named(svg, x, marks);
        }
    }

    private static double named(Svg svg, double x, String name) {
        svg.text(x + 18, 12.5, "start", name);
        return x + 32 + 5.1 * name.length();
    }
}
