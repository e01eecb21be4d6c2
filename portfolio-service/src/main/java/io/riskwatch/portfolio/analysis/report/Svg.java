package io.riskwatch.portfolio.analysis.report;

import java.util.Locale;

/** A drawing in the making. Coordinates are points of a page, y downwards. */
final class Svg {

    static final String INK = "#222222";
    static final String FAINT = "#d9d9d9";
    static final String BLUE = "#1f4e79";
    static final String SKY = "#9dc3e6";
    static final String PALE = "#dbe9f6";
    static final String VERMILION = "#c8500a";

    /** A page is that much wider than a drawing. */
    private static final double ENLARGED = 1.3;

    private final StringBuilder shapes = new StringBuilder();
    private final int width;
    private final int height;

    Svg(int width, int height) {
        this.width = width;
        this.height = height;
    }

    Svg line(double x1, double y1, double x2, double y2, String colour, double thick, String dash) {
        shapes.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\"%s/>",
                x1,
                y1,
                x2,
                y2,
                colour,
                thick,
                dashed(dash)));
        return this;
    }

    Svg path(double[] xs, double[] ys, String colour, double thick, String dash) {
        shapes.append("<polyline fill=\"none\" stroke-linejoin=\"round\" stroke=\"")
                .append(colour)
                .append(String.format(Locale.ROOT, "\" stroke-width=\"%.1f\"", thick))
                .append(dashed(dash))
                .append(" points=\"")
                .append(points(xs, ys))
                .append("\"/>");
        return this;
    }

    /** What lies between two lines over the same places. */
    Svg band(double[] xs, double[] lower, double[] upper, String fill) {
        shapes.append("<polygon stroke=\"none\" fill=\"").append(fill).append("\" points=\"");
        shapes.append(points(xs, upper));
        for (int i = xs.length - 1; i >= 0; i--) {
            shapes.append(String.format(Locale.ROOT, "%.1f,%.1f ", xs[i], lower[i]));
        }
        shapes.append("\"/>");
        return this;
    }

    Svg bar(double x, double y, double wide, double high, String fill) {
        shapes.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                x,
                y,
                Math.max(0.5, wide),
                high,
                fill));
        return this;
    }

    Svg dot(double x, double y, double radius, String fill) {
        shapes.append(String.format(
                Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>", x, y, radius, fill));
        return this;
    }

    /** @param anchor start, middle or end */
    Svg text(double x, double y, String anchor, String text) {
        shapes.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", x, y, anchor))
                .append(escaped(text))
                .append("</text>");
        return this;
    }

    /** The whole, with what it shows said for who cannot see it. */
    String drawn(String description) {
        String said = escaped(description);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"" + said + "\" alt=\"" + said
                + "\" width=\""
                + Math.round(width * ENLARGED) + "\" height=\"" + Math.round(height * ENLARGED) + "\" viewBox=\"0 0 "
                + width + " " + height
                + "\" font-family=\"Open Sans, sans-serif\" font-size=\"9\" fill=\"" + INK + "\">" + shapes + "</svg>";
    }

    private static String points(double[] xs, double[] ys) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < xs.length; i++) {
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", xs[i], ys[i]));
        }
        return points.toString();
    }

    private static String dashed(String dash) {
        return dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"";
    }

    static String escaped(String text) {
        return text.replace('\u00a0', ' ')
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
