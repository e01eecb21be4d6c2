package io.riskwatch.portfolio.client;

import io.riskwatch.portfolio.margin.MarginStatus;
import io.riskwatch.portfolio.margin.account.MarginReading;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of clients is ordered by, each with the direction that is looked for first. Those whose margin is not known come
 * last either way; where the figure is alike, the name decides. Amounts are compared as they stand in each account's currency.
 */
enum ClientOrder {
    /** By name. */
    NAME(Direction.RISING) {
        @Override
        double figure(MarginStatus status) {
            return 0;
        }
    },
    /** What stands for the loan. */
    VALUE(Direction.FALLING) {
        @Override
        double figure(MarginStatus status) {
            return status.portfolioValue().doubleValue();
        }
    },
    LOAN(Direction.FALLING) {
        @Override
        double figure(MarginStatus status) {
            return status.loanAmount().doubleValue();
        }
    },
    EQUITY(Direction.FALLING) {
        @Override
        double figure(MarginStatus status) {
            return status.netEquity().doubleValue();
        }
    },
    /** Of those whom nothing is their own, beyond everybody's. */
    UTILIZATION(Direction.FALLING) {
        @Override
        double figure(MarginStatus status) {
            BigDecimal utilization = status.utilization();
            if (utilization == null) {
                return status.marginRequirement().signum() > 0 ? BEYOND : 0;
            }
            return utilization.doubleValue();
        }
    },
    /** The nearer to a call the higher; old prices stand between what is fine and what is not. */
    STATE(Direction.FALLING) {
        @Override
        double figure(MarginStatus status) {
            return switch (status.state()) {
                case OK -> 0;
                case STALE -> 1;
                case WATCH -> 2;
                case WARNING -> 3;
                case CALL -> 4;
            };
        }
    },
    /** The fall of prices that makes a call. */
    DISTANCE(Direction.RISING) {
        @Override
        double figure(MarginStatus status) {
            BigDecimal distance = status.distanceToCall();
            return distance == null ? 1 : distance.doubleValue();
        }
    };

    private static final double BEYOND = 1e300;

    private final Direction first;

    ClientOrder(Direction first) {
        this.first = first;
    }

    enum Direction {
        RISING,
        FALLING
    }

    /** Where a client stands in a list: by rank, then by name, then by id. */
    record Place(double rank, String name, UUID id) {}

    /** A client with its margin, where that is known. */
    record Ranked(Client client, @Nullable MarginReading reading, double rank) {

        Place place() {
            return new Place(rank, client.name(), client.id());
        }
    }

    abstract double figure(MarginStatus status);

    Direction direction(@Nullable Direction asked) {
        return asked == null ? first : asked;
    }

    Ranked rank(Client client, @Nullable MarginReading reading, Direction direction) {
        if (this == NAME) {
            return new Ranked(client, reading, 0);
        }
        if (reading == null) {
            return new Ranked(client, null, Double.MAX_VALUE);
        }
        var figure = figure(reading.status());
        return new Ranked(client, reading, direction == Direction.RISING ? figure : -figure);
    }

    /** The order of the places; only by name does the direction turn the names round. */
    Comparator<Place> places(Direction direction) {
        Comparator<Place> byName = Comparator.<Place, String>comparing(
                        place -> place.name().toLowerCase(Locale.ROOT))
                .thenComparing(Place::id);
        return Comparator.comparingDouble(Place::rank)
                .thenComparing(this == NAME && direction == Direction.FALLING ? byName.reversed() : byName);
    }
}
