package io.riskwatch.quant.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The process of a Java side: warms up, says {@code ready}, and answers each line {@code run} with its measured times. */
public final class ContenderProgram {
    private ContenderProgram() {}

    /** The arguments are the name of a {@link Contender} and what its constructor takes: words, if anything. */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        Object[] words = Arrays.copyOfRange(arguments, 1, arguments.length, Object[].class);
        Class<?>[] types = new Class<?>[words.length];
        Arrays.fill(types, String.class);
        serve(Class.forName(arguments[0])
                .asSubclass(Contender.class)
                .getDeclaredConstructor(types)
                .newInstance(words));
    }

    /** Speaks for this side on standard input and output until the harness has had enough. */
    public static void serve(Contender contender) throws IOException {
        for (int i = 0; i < contender.warmUps(); i++) {
            Stopwatch.measure(contender);
        }
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); "run".equals(line); line = in.readLine()) {
            System.out.println(Stopwatch.measure(contender));
        }
    }
}
