package io.riskwatch.portfolio.corporateaction;

import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/**
 * A split or dividend of something that was held.
 *
 * @param type SPLIT or DIVIDEND
 * @param date the ex-date
 * @param held units in the account at the close before
 * @param ratio of a SPLIT the new shares, of a DIVIDEND the money per share
 * @param per of a SPLIT the old shares, of a DIVIDEND 1
 * @param account the account that held it, with the units it held
 * @param standard whether that is the portfolio's standard account
 * @param currency of the money; of a SPLIT the one the prices are in
 */
record ProposedAction(
        TransactionType type,
        String symbol,
        LocalDate date,
        BigDecimal held,
        BigDecimal ratio,
        BigDecimal per,
        CurrencyUnit currency,
        String provider,
        boolean simulated,
        UUID account,
        boolean standard) {

    /** The account of an action before anybody looked who held it. */
    static final UUID NOBODY = new UUID(0, 0);

    /** The newest first. */
    static final Comparator<ProposedAction> NEWEST_FIRST = Comparator.comparing(ProposedAction::date)
            .reversed()
            .thenComparing(ProposedAction::symbol)
            .thenComparing(ProposedAction::type)
            .thenComparing(ProposedAction::account);

    /** The same for the same action of the same security and account, whoever tells it and whenever it is asked. */
    UUID id() {
        var of = standard ? "" : "|" + account;
        return UUID.nameUUIDFromBytes((type + "|" + symbol + "|" + date + of).getBytes(StandardCharsets.UTF_8));
    }

    /** The same as an account has it that held so many units. */
    ProposedAction heldBy(UUID holder, boolean isStandard, BigDecimal units) {
        return new ProposedAction(
                type, symbol, date, units, ratio, per, currency, provider, simulated, holder, isStandard);
    }

    /** What confirming it books: a dividend as quantity and money per share, on its ex-date. */
    Booking booking() {
        return type == TransactionType.SPLIT
                ? new Booking(date, type, symbol, ratio, per, null, currency, BigDecimal.ZERO, null)
                : new Booking(date, type, symbol, held, null, ratio, currency, BigDecimal.ZERO, null);
    }
}
