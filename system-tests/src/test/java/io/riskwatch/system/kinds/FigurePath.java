package io.riskwatch.system.kinds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Where a figure stands in a result. Members are joined by dots; a row of a list is found by what it is known by,
 * {@code contributions[symbol=JPM].share}, a value of a series by its day, {@code equity.value@2019-12-27}, for which the
 * {@code dates} beside the series are read.
 */
record FigurePath(String text) {

    private static final Pattern STEP = Pattern.compile("\\.?([^.\\[@]+)(?:\\[([^\\]]+)\\])?(?:@([0-9-]+))?");

    /**
     * A figure of one result.
     *
     * @param name as {@code /figures/{name}} knows it, places of lists as numbers
     * @param value missing when the result has no such figure
     */
    record Found(String name, JsonNode value) {}

    Found in(JsonNode result) {
        List<String> name = new ArrayList<>();
        JsonNode here = result;
        Matcher step = STEP.matcher(text);
        while (step.find()) {
            JsonNode above = here;
            here = member(above, step.group(1));
            name.add(step.group(1));
            if (step.group(2) != null || step.group(3) != null) {
                int place = step.group(2) != null ? row(here, step.group(2)) : day(above.path("dates"), step.group(3));
                here = here.path(place);
                name.add(Integer.toString(place));
            }
        }
        return new Found(String.join(".", name), here);
    }

    /** The same for all rows and days of a list: what one formula belongs to. */
    String pattern() {
        return text.replaceAll("\\[[^]]+]|@[0-9-]+|\\.[0-9]+(?=\\.|$)", ".*");
    }

    private static JsonNode member(JsonNode of, String name) {
        return of.isArray() ? of.path(Integer.parseInt(name)) : of.path(name);
    }

    private static int row(JsonNode list, String known) {
        List<String[]> wanted =
                Arrays.stream(known.split(",")).map(pair -> pair.split("=", 2)).toList();
        for (int i = 0; i < list.size(); i++) {
            JsonNode row = list.get(i);
            if (wanted.stream().allMatch(pair -> row.path(pair[0]).asString("").equals(pair[1]))) {
                return i;
            }
        }
        return -1;
    }

    private static int day(JsonNode dates, String day) {
        for (int i = 0; i < dates.size(); i++) {
            if (dates.get(i).asString().equals(day)) {
                return i;
            }
        }
        return -1;
    }
}
