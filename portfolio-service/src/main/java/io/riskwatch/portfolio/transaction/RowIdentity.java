package io.riskwatch.portfolio.transaction;

import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.CorporateTerms;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What makes a row of a statement the same row when the statement comes again: what it says, and the how-manieth of its
 * kind it is, so that two equal fills of one day are two rows and a repeated file adds none. The first 128 bits of
 * SHA-256 over date, type, symbol, quantity, price, amount, currency, the terms of a corporate action and that number.
 */
public final class RowIdentity {

    private RowIdentity() {}

    /**
     * Of a transaction.
     *
     * @param occurrence 0 for the first row that says this, 1 for the second, ...
     */
    public static UUID of(Booking booking, int occurrence) {
        return of(booking, booking.symbol(), occurrence);
    }

    /**
     * Of a transaction whose security the statement names otherwise than the ledger.
     *
     * @param statedSymbol the symbol or ISIN as the statement says it
     */
    public static UUID of(Booking booking, @Nullable String statedSymbol, int occurrence) {
        return hash(booking.date() + "|" + booking.type() + "|" + said(booking, statedSymbol) + "|" + occurrence);
    }

    /** Of a row of a holdings file, which has no date: the same holdings tomorrow are still the same. */
    public static UUID ofOpening(Booking booking, @Nullable String statedSymbol, int occurrence) {
        return hash("opening|" + said(booking, statedSymbol) + "|" + occurrence);
    }

    /** Of a row the broker itself numbers: the number is the row, whatever else is corrected in it. */
    public static UUID ofBroker(String format, String brokerId) {
        return hash("broker|" + format + "|" + brokerId);
    }

    /**
     * Of a row in an account that is not the portfolio's standard one: two accounts may have said the same of one day. What
     * the broker numbered is the same row wherever it is put.
     */
    public static UUID within(UUID account, UUID identity) {
        return hash("account|" + account + "|" + identity);
    }

    private static String said(Booking booking, @Nullable String statedSymbol) {
        return String.join(
                "|",
                statedSymbol == null ? "" : statedSymbol,
                text(booking.quantity()),
                text(booking.quantityPer()),
                text(booking.price()),
                text(booking.amount()),
                booking.currency().getCode()
                        + (booking.terms().equals(CorporateTerms.NONE) ? "" : "|" + said(booking.terms())));
    }

    private static String said(CorporateTerms terms) {
        return String.join(
                "|",
                terms.newSymbol() == null ? "" : terms.newSymbol(),
                text(terms.basisFraction()),
                text(terms.cashInLieu()));
    }

    private static String text(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    private static UUID hash(String text) {
        try {
            var digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
