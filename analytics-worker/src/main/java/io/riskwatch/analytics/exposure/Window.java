package io.riskwatch.analytics.exposure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which days are looked at: from and to where given; neither and no inline data: the last 1,260 common trading days. */
public record Window(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** Five years of trading days. */
    public static final int DEFAULT_DAYS = 1_260;

    /** Fewer returns than this say nothing about a tail. */
    public static final int FEWEST_RETURNS = 60;

    @Nullable
    Integer lastCommonDays() {
        return from == null ? DEFAULT_DAYS : null;
    }
}
