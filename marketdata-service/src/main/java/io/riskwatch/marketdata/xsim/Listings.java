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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the files that define the exchange: the published list of instruments, the model's parameters, what they pay and when they split. */
final class Listings {
    private static final String INSTRUMENTS = "/xsim/instruments.csv";
    private static final String MODEL = "/xsim/model.csv";
    private static final String DIVIDENDS = "/xsim/dividends.csv";
    private static final String SPLITS = "/xsim/splits.csv";

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
        Map<String, Payout> payouts = payouts();
        List<Simulated> instruments = new ArrayList<>();
        for (NamedCsvRecord row : rows(INSTRUMENTS)) {
            NamedCsvRecord model = parameters.remove(row.getField("symbol"));
            if (model == null) {
                throw new IllegalStateException(row.getField("symbol") + " is listed but has no model parameters");
            }
            instruments.add(simulated(listing(row), model)
                    .withActions(payouts.remove(row.getField("symbol")), splits(row.getField("symbol"))));
        }
        if (!parameters.isEmpty() || !payouts.isEmpty()) {
            throw new IllegalStateException(
                    "without a listing: parameters of " + parameters.keySet() + ", dividends of " + payouts.keySet());
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

    private static Map<String, Payout> payouts() {
        Map<String, Payout> payouts = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows(DIVIDENDS)) {
            payouts.put(
                    row.getField("symbol"),
                    new Payout(
                            number(row, "annual_yield"),
                            Integer.parseInt(row.getField("payments")),
                            Integer.parseInt(row.getField("first_month"))));
        }
        return payouts;
    }

    private static List<StockSplit> splits(String symbol) {
        return rows(SPLITS).stream()
                .filter(row -> row.getField("symbol").equals(symbol))
                .map(row -> new StockSplit(
                        LocalDate.parse(row.getField("day")),
                        Integer.parseInt(row.getField("new_shares")),
                        Integer.parseInt(row.getField("old_shares"))))
                .toList();
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    /** SHA-256 of all the files. */
    static String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes(INSTRUMENTS));
            digest.update(bytes(MODEL));
            digest.update(bytes(DIVIDENDS));
            digest.update(bytes(SPLITS));
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
