package io.riskwatch.system.kinds;

import io.riskwatch.localstack.RepositoryRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The sentences of services that the dashboard says in German: its catalogue, which has gaps where figures stand. */
record GermanCatalogue(List<Pattern> sentences) {

    private static final Path FOLDER = Path.of("frontend/src/shared/i18n/de");
    private static final Pattern GAP = Pattern.compile("\\{\\w+}");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?]) (?=\\p{Lu})");

    static GermanCatalogue read() {
        List<Pattern> sentences = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(RepositoryRoot.find().resolve(FOLDER), "served-*.json")) {
            JsonMapper json = JsonMapper.builder().build();
            for (Path file : files) {
                json.readTree(Files.readString(file))
                        .propertyNames()
                        .forEach(english -> sentences.add(pattern(english)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new GermanCatalogue(List.copyOf(sentences));
    }

    private static Pattern pattern(String english) {
        return Pattern.compile(
                Arrays.stream(GAP.split(english, -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    /** Whether there is German for the text, as a whole or for each of its sentences. */
    boolean has(String text) {
        return known(text) || SENTENCE_END.splitAsStream(text).allMatch(this::known);
    }

    private boolean known(String sentence) {
        return sentences.stream().anyMatch(it -> it.matcher(sentence).matches());
    }
}
