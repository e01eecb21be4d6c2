package io.riskwatch.marketdata.xsim;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.riskwatch.marketdata.instrument.InstrumentType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the two files that define the exchange: the published list of instruments, and the model's parameters. */
final class Listings {
    private static final String INSTRUMENTS = "/xsim/instruments.csv";
    private static final String MODEL = "/xsim/model.csv";

    /** The factors with a column of their own; region and sector are named by the listing. */
    private static final Set<Factor> NAMED = EnumSet.of(
            Factor.MARKET,
            Factor.RATES,
            Factor.DOLLAR,
            Factor.COMMODITY,
            Factor.CRYPTO,
            Factor.SIZE,
            Factor.VALUE,
            Factor.MOMENTUM);

    private Listings() {}

    static List<Simulated> load() {
        Map<String, NamedCsvRecord> parameters = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows(MODEL)) {
            parameters.put(row.getField("symbol"), row);
        }
        List<Simulated> instruments = new ArrayList<>();
        for (NamedCsvRecord row : rows(INSTRUMENTS)) {
            NamedCsvRecord model = parameters.remove(row.getField("symbol"));
            if (model == null) {
                throw new IllegalStateException(row.getField("symbol") + " is listed but has no model parameters");
            }
            instruments.add(simulated(listing(row), model));
        }
        if (!parameters.isEmpty()) {
            throw new IllegalStateException("model parameters without a listing: " + parameters.keySet());
        }
        return List.copyOf(instruments);
    }

    private static Listing listing(NamedCsvRecord row) {
        return new Listing(
                row.getField("symbol"),
                row.getField("name"),
                InstrumentType.valueOf(row.getField("type")),
                row.getField("currency"),
                row.getField("sector"),
                row.getField("region"));
    }

    private static Simulated simulated(Listing listing, NamedCsvRecord model) {
        Map<Factor, Double> loadings = new EnumMap<>(Factor.class);
        for (Factor factor : NAMED) {
            loadings.put(factor, number(model, factor.name().toLowerCase(Locale.ROOT)));
        }
        Factor.labelled(listing.region()).ifPresent(region -> loadings.put(region, number(model, "region")));
        Factor.labelled(listing.sector())
                .filter(sector -> !loadings.containsKey(sector))
                .ifPresent(sector -> loadings.put(sector, number(model, "sector")));
        return new Simulated(listing, number(model, "start"), number(model, "drift"), loadings, number(model, "own"));
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    /** SHA-256 of both files. */
    static String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes(INSTRUMENTS));
            digest.update(bytes(MODEL));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<NamedCsvRecord> rows(String resource) {
        String text = new String(bytes(resource), StandardCharsets.UTF_8);
        return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Listings.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
