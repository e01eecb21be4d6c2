package io.riskwatch.portfolio.imports.statement;

import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.LotChoice;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a file calls lots: a row that opens one gives it a name, and a sale says how much it takes of which, as
 * {@code L1=5 L2=0.5}. The identifier of a transaction is a name too, that of the lot it opened. Until the rows become
 * transactions a given name stands as an identifier made of it.
 */
public final class LotNames {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern CHOICE = Pattern.compile("([^=\\s]+)=(\\d{1,18}(?:\\.\\d{1,10})?)");
    private static final int MADE_OF_A_NAME = 3;

    private LotNames() {}

    /** What a name stands for. */
    public static UUID id(String field, String name) {
        if (ID.matcher(name).matches()) {
            return UUID.fromString(name);
        }
        if (!NAME.matcher(name).matches()) {
            throw new BookingRefused(
                    field,
                    "'%s' is no name of a lot: letters, digits and . _ -, at most 40"
                            .formatted(Numbers.shortened(name)));
        }
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it was made of a name that some row of the file has to give. */
    public static boolean isGiven(UUID id) {
        return id.version() == MADE_OF_A_NAME;
    }

    /** The lots a sale takes; none of an empty text. */
    public static List<LotChoice> choices(String field, String text) {
        var choices = new ArrayList<LotChoice>();
        for (var part : text.isBlank() ? new String[0] : text.strip().split("\\s+", -1)) {
            var choice = CHOICE.matcher(part);
            if (!choice.matches()) {
                throw new BookingRefused(
                        field, "'%s' is not like L1=5: the lot, and how much of it".formatted(Numbers.shortened(part)));
            }
            choices.add(new LotChoice(id(field, choice.group(1)), new BigDecimal(choice.group(2))));
        }
        return choices;
    }
}
