package io.riskwatch.quant.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One side of a workload, as its file declares it: {@code java CLASS}, {@code source FILE.java} (compiled when run, for a peer whose
 * jar may be missing), {@code cpp SOURCE [COMPILER FLAGS]}, {@code python SCRIPT [ARGUMENTS]} or {@code r SCRIPT [ARGUMENTS]}.
 *
 * @param name e.g. numpy
 * @param language the first word
 * @param words the rest
 */
record Side(String name, Language language, List<String> words) {
    enum Language {
        JAVA,
        SOURCE,
        CPP,
        PYTHON,
        R
    }

    Side {
        words = List.copyOf(words);
    }

    static Side parse(String name, String declaration) {
        List<String> words = Arrays.asList(declaration.trim().split("\\s+"));
        return new Side(
                name, Language.valueOf(words.getFirst().toUpperCase(Locale.ROOT)), words.subList(1, words.size()));
    }
}
