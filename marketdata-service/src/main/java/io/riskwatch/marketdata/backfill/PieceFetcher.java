package io.riskwatch.marketdata.backfill;

import io.riskwatch.marketdata.provider.DailyBars;
import io.riskwatch.marketdata.provider.MarketDataProvider;
import io.riskwatch.marketdata.provider.ProviderAnswer;
import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.provider.Providers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fetches one piece of one history at a time: claims it, asks outside any transaction, and stores the bars and how far the
 * work has come in one. A replica that dies in between has stored neither.
 */
@Component
class PieceFetcher {
    private static final Logger log = LoggerFactory.getLogger(PieceFetcher.class);
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    /** So many days without a bar are no holiday. */
    private static final int CLEARLY_NOTHING = 45;

    private static final int LONGEST_DAYS = 20 * 366;

    private final WorkRepository works;
    private final BarWriter writer;
    private final Providers providers;
    private final BackfillProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final UUID self = UUID.randomUUID();

    PieceFetcher(
            WorkRepository works,
            BarWriter writer,
            Providers providers,
            BackfillProperties properties,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.works = works;
        this.writer = writer;
        this.providers = providers;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Fetches the piece that has waited longest; false where none is due. */
    boolean fetchOne() {
        Optional<Work> claimed = works.claim(self, clock.instant(), properties.claim());
        claimed.ifPresent(this::fetch);
        return claimed.isPresent();
    }

    private void fetch(Work work) {
        Optional<MarketDataProvider> next = providers.barProvider(work.type(), work::mayAsk);
        if (next.isEmpty()) {
            keep(work, null, ProviderAnswer.unasked(new ProviderError.Plan("nobody is left who tells daily bars")));
            return;
        }
        MarketDataProvider provider = next.get();
        Optional<Span> piece = work.next(longest(provider));
        if (piece.isEmpty()) {
            keep(work, null, ProviderAnswer.unasked(new ProviderError.NotFound("nothing is wanted any more")));
            return;
        }
        keep(work, piece.get(), leavesTheRest(provider) ? ask(work, piece.get()) : tomorrow());
    }

    private ProviderAnswer<DailyBars> ask(Work work, Span piece) {
        return providers.dailyBars(work.type(), work.symbol(), piece.from(), piece.to(), work::mayAsk);
    }

    /** How many days may be asked for at once, so that a minute's other credits are left for prices. */
    private int longest(MarketDataProvider provider) {
        int most = Math.max(1, (int) (provider.budget().perMinute() * properties.share()));
        int days = LONGEST_DAYS;
        LocalDate to = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        while (days > Work.OVERLAP + 1 && provider.barCredits(to.minusDays(days - 1L), to) > most) {
            days = Math.max(Work.OVERLAP + 1, days * 19 / 20);
        }
        return days;
    }

    private boolean leavesTheRest(MarketDataProvider provider) {
        return providers.standing(provider).leftToday() > provider.budget().perDay() * (1 - properties.share());
    }

    private ProviderAnswer<DailyBars> tomorrow() {
        Instant now = clock.instant();
        Duration wait = Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
        return ProviderAnswer.unasked(
                new ProviderError.RateLimited(wait, "the day's share for histories is spent; the rest is for prices"));
    }

    private void keep(Work asked, @Nullable Span piece, ProviderAnswer<DailyBars> answer) {
        Work after = transaction.execute(status -> works.claimed(asked.id(), self)
                .map(work -> {
                    Work next = piece == null ? ended(work, answer) : answered(work, piece, answer);
                    works.keep(next, clock.instant());
                    return next;
                })
                .orElse(null));
        if (after == null) {
            log.info("event=backfill-taken-over symbol={}", asked.symbol().key());
        } else if (after.state() != Work.State.WAITING || after.error() != null) {
            log.info(
                    "event=backfill symbol={} state={} provider={} percent={} error={} retryAt={}",
                    after.symbol().key(),
                    after.state(),
                    after.provider(),
                    after.percent(),
                    after.error(),
                    after.retryAt());
        }
    }

    /** Without a piece to ask for: all is there, or nobody can be asked. */
    private Work ended(Work work, ProviderAnswer<DailyBars> why) {
        Span asked = work.asked();
        if (why instanceof ProviderAnswer.Refused<DailyBars> refused
                && !(refused.error() instanceof ProviderError.NotFound)) {
            return asked == null
                    ? work.failed(refused.error(), clock.instant())
                    : work.cutShort(refused.error(), clock.instant());
        }
        return asked == null ? work : work.stored(asked, String.valueOf(work.provider()), clock.instant());
    }

    private Work answered(Work work, Span piece, ProviderAnswer<DailyBars> answer) {
        return switch (answer) {
            case ProviderAnswer.Found<DailyBars> found -> found(work, piece, found.value());
            case ProviderAnswer.Refused<DailyBars> refused -> refused(work, piece, refused.error());
        };
    }

    private Work found(Work work, Span piece, DailyBars bars) {
        Instant now = clock.instant();
        Optional<BarWriter.Listed> listed = writer.find(work);
        if (listed.isPresent() && !listed.get().currency().equals(bars.currency())) {
            return without(
                    work,
                    bars.provider(),
                    new ProviderError.Contract("prices come in " + bars.currency() + ", the instrument is listed in "
                            + listed.get().currency()));
        }
        if (work.asked() != null && listed.isPresent() && !writer.fits(listed.get(), bars)) {
            return work.again(now); // a split came in between, and the source now tells other prices of the past
        }
        if (!bars.bars().isEmpty()) {
            writer.store(work, bars);
        }
        return older(work, piece) && beginsHere(work, piece, bars)
                ? work.begun(piece, bars.provider(), now)
                : orNothing(work.stored(piece, bars.provider(), now));
    }

    private static boolean older(Work work, Span piece) {
        return work.asked() != null && !piece.to().isAfter(work.asked().to());
    }

    /** Whether an older piece told no older bar, though it was long enough to hold some. */
    private boolean beginsHere(Work work, Span piece, DailyBars bars) {
        boolean noneOlder = bars.bars().isEmpty()
                || !bars.bars()
                        .getFirst()
                        .day()
                        .isBefore(Objects.requireNonNull(work.asked()).from());
        return noneOlder && piece.days() >= CLEARLY_NOTHING && writer.anyBars(work);
    }

    private Work orNothing(Work work) {
        return work.state() == Work.State.WAITING || writer.anyBars(work)
                ? work
                : work.failed(new ProviderError.NotFound("there are no bars of these days"), clock.instant());
    }

    private Work refused(Work work, Span piece, ProviderError error) {
        Instant now = clock.instant();
        return switch (error) {
            case ProviderError.RateLimited limited ->
                work.postponed(error, now.plus(limited.retryAfter()).plusSeconds(1));
            case ProviderError.NotFound missing ->
                writer.anyBars(work) ? nothingThere(work, piece) : without(work, work.provider(), error);
            case ProviderError.Auth auth -> without(work, work.provider(), error);
            case ProviderError.Plan plan -> without(work, work.provider(), error);
            case ProviderError.Upstream upstream -> later(work, error);
            case ProviderError.Contract contract -> later(work, error);
        };
    }

    /** Of days before the first bar nobody knows anything, nor of the days of a long holiday. */
    private Work nothingThere(Work work, Span piece) {
        String by = String.valueOf(work.provider());
        return older(work, piece) ? work.begun(piece, by, clock.instant()) : work.stored(piece, by, clock.instant());
    }

    private Work later(Work work, ProviderError error) {
        return work.attempts() + 1 >= MOST_ATTEMPTS
                ? without(work, work.provider(), error)
                : work.postponed(error, clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << work.attempts())));
    }

    /** Somebody else gives the whole history where there is somebody; what a first one gave is kept where there is not. */
    private Work without(Work work, @Nullable String provider, ProviderError error) {
        Instant now = clock.instant();
        if (provider != null) {
            Work other = work.withoutProvider(provider, error, now);
            if (providers.barProvider(work.type(), other::mayAsk).isPresent()) {
                return other;
            }
        }
        return work.asked() == null ? work.failed(error, now) : work.cutShort(error, now);
    }
}
