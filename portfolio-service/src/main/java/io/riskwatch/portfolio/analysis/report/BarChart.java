package io.riskwatch.portfolio.analysis.report;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Bars side by side, one or two to a name. */
final class BarChart {

    private static final int WIDTH = 510;
    private static final int LEFT = 172;
    private static final int RIGHT = 445;
    private static final int LINE = 17;
    private static final int MOST = 14;
    private static final int LONGEST_NAME = 32;

    private BarChart() {}

    /**
     * A name with its bars.
     *
     * @param second NaN for a chart of one bar to a name
     */
    record Bar(String name, double first, double second) {

        static Bar of(String name, double value) {
            return new Bar(name, value, Double.NaN);
        }

        private DoubleStream values() {
            return DoubleStream.of(first, second).filter(Double::isFinite);
        }
    }

    /** @param legend of the one or two bars */
    static String drawn(List<Bar> all, List<String> legend, String description, DoubleFunction<String> label) {
        List<Bar> bars = all.stream().limit(MOST).toList();
        Svg svg = new Svg(WIDTH, 26 + LINE * bars.size());
        double least =
                Math.min(0, bars.stream().flatMapToDouble(Bar::values).min().orElse(0));
        double greatest =
                Math.max(0, bars.stream().flatMapToDouble(Bar::values).max().orElse(1));
        Scale x = Scale.between(least, greatest > least ? greatest : least + 1, LEFT + (least < 0 ? 45 : 0), RIGHT);
        legend(svg, legend);
        for (int i = 0; i < bars.size(); i++) {
            double top = 22 + LINE * i;
            svg.text(LEFT - 8, top + 10, "end", shortened(bars.get(i).name));
            draw(svg, bars.get(i), x, top, label);
        }
        svg.line(x.at(0), 20, x.at(0), 22 + LINE * bars.size(), Svg.INK, 0.7, "");
        return svg.drawn(description);
    }

    private static void draw(Svg svg, Bar bar, Scale x, double top, DoubleFunction<String> label) {
        boolean two = Double.isFinite(bar.second);
        double high = two ? 6 : 11;
        bar(svg, x, bar.first, top + 1, high, bar.first < 0 ? Svg.VERMILION : Svg.BLUE);
        if (two) {
            bar(svg, x, bar.second, top + 7, high, Svg.SKY);
        }
        double end = Stream.of(bar).flatMapToDouble(Bar::values).max().orElse(0);
        double start = Stream.of(bar).flatMapToDouble(Bar::values).min().orElse(0);
        if (end > 0 || start >= 0) {
            svg.text(x.at(end) + 4, top + 10, "start", label.apply(two ? bar.second : bar.first));
        } else {
            svg.text(x.at(start) - 4, top + 10, "end", label.apply(two ? bar.second : bar.first));
        }
    }

    private static void bar(Svg svg, Scale x, double value, double top, double high, String fill) {
        svg.bar(Math.min(x.at(0), x.at(value)), top, Math.abs(x.at(value) - x.at(0)), high, fill);
    }

    private static void legend(Svg svg, List<String> names) {
        double at = LEFT;
        for (int i = 0; i < names.size(); i++) {
            svg.bar(at, 5, 12, 7, i == 0 ? Svg.BLUE : Svg.SKY);
            svg.text(at + 16, 12, "start", names.get(i));
            at += 30 + 5.1 * names.get(i).length();
        }
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}
