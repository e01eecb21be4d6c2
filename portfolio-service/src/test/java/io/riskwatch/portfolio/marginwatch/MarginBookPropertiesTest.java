package io.riskwatch.portfolio.marginwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.margin.MarginAccount;
import io.riskwatch.portfolio.margin.MarginCalculator;
import io.riskwatch.portfolio.margin.MarginPosition;
import io.riskwatch.portfolio.margin.MarginRates;
import io.riskwatch.portfolio.margin.MarginRules;
import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.margin.MarginStatus;
import io.riskwatch.portfolio.tick.Tick;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Against the exact rule, asked about every account after every pass with nothing remembered but the states. */
class MarginBookPropertiesTest {

    private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY");
    private static final List<MarginRates> RATES = List.of(
            MarginRates.STANDARD,
            MarginRates.STANDARD.withMaintenanceLong(new BigDecimal("0.40")),
            MarginRates.NOT_MARGINABLE);
    private static final AccountContent.Past HELD = new AccountContent.Past(true, 0, 0, 0);
    private static final int SYMBOLS = 12;
    private static final int ACCOUNTS = 8;

    @Property(tries = 60)
    void everyStateAndFigureIsTheExactRules(@ForAll long seed) {
        World world = new World(new Random(seed));
        for (int step = 0; step < 120; step++) {
            world.step();
            world.check();
        }
        assertThat(world.transitions).isPositive();
    }

    @Property(tries = 20)
    void atTheBorderOfACallEveryCentIsTheExactRules(@ForAll long seed) {
        Random random = new Random(seed);
        World world = new World(random);
        BigDecimal loan = BigDecimal.valueOf(1_000 + random.nextInt(9_000));
        UUID account = new UUID(9, 9);
        world.tick("S0", new BigDecimal("2"));
        world.put(
                account,
                new AccountContent(
                        account,
                        account,
                        null,
                        null,
                        "USD",
                        MarginRules.STANDARD,
                        List.of(new AccountContent.Holding("S0", BigDecimal.ONE, MarginRates.STANDARD, null, null)),
                        loan,
                        List.of(),
                        HELD));
        BigDecimal border = loan.divide(new BigDecimal("0.75"), MathContext.DECIMAL64);
        for (int i = 0; i < 600; i++) {
            BigDecimal price = border.add(BigDecimal.valueOf(random.nextInt(601) - 300L, 2))
                    .setScale(random.nextInt(6), RoundingMode.HALF_UP);
            world.tick("S0", price);
            world.check();
        }
    }

    /** The book, and beside it what it was told, kept as plainly as can be. */
    private static final class World {

        private final Random random;
        private final Map<String, Tick> latest = new HashMap<>();
        private final Set<String> aged = new HashSet<>();
        private final Map<UUID, AccountContent> accounts = new LinkedHashMap<>();
        private final Map<UUID, MarginState> states = new HashMap<>();
        private final MarginBook book = new MarginBook(
                symbol -> Optional.ofNullable(latest.get(symbol)),
                symbol -> !latest.containsKey(symbol) || aged.contains(symbol));
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");
        private int transitions;

        World(Random random) {
            this.random = random;
        }

        void step() {
            switch (random.nextInt(12)) {
                case 0, 1 -> edit();
                case 2 -> remove();
                case 3 -> tick(CURRENCIES.get(1 + random.nextInt(2)) + "USD", price(0.005, 1.3));
                case 4 -> age();
                default -> ticks();
            }
        }

        private void ticks() {
            List<Tick> batch = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                batch.add(made(symbol(), price(0.5, 30)));
            }
            batch.forEach(tick -> latest.put(tick.symbol(), tick));
            batch.forEach(tick -> aged.remove(tick.symbol()));
            book.put(batch);
        }

        void tick(String symbol, BigDecimal price) {
            Tick tick = made(symbol, price);
            latest.put(symbol, tick);
            aged.remove(symbol);
            book.put(List.of(tick));
        }

        private Tick made(String symbol, BigDecimal price) {
            now = now.plusMillis(10);
            String currency = symbol.length() == 6
                    ? "USD"
                    : CURRENCIES.get((symbol.charAt(1) + (random.nextInt(50) == 0 ? 1 : 0)) % CURRENCIES.size());
            return new Tick(symbol, price, currency, now, null);
        }

        private void age() {
            if (!aged.isEmpty() || random.nextBoolean()) {
                aged.clear();
            } else {
                aged.add(symbol());
            }
            book.age();
        }

        private void edit() {
            UUID id = new UUID(1, random.nextInt(ACCOUNTS));
            String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
            boolean concentrated = random.nextInt(6) == 0;
            MarginRules rules = MarginRules.STANDARD.withMinorUnits(currency.equals("JPY") ? 0 : 2);
            put(
                    id,
                    new AccountContent(
                            new UUID(7, 7),
                            id,
                            null,
                            null,
                            currency,
                            concentrated
                                    ? rules.withConcentration(new BigDecimal("0.4"), new BigDecimal("0.1"))
                                    : rules,
                            holdings(),
                            random.nextInt(4) == 0 ? amount(900) : null,
                            cash(),
                            HELD));
        }

        private List<AccountContent.Holding> holdings() {
            Map<String, AccountContent.Holding> holdings = new HashMap<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                String symbol = symbol();
                BigDecimal quantity = amount(50).add(new BigDecimal("0.0000000001"));
                Tick lastTrade = random.nextBoolean() ? null : made(symbol, price(1, 20));
                holdings.put(
                        symbol,
                        new AccountContent.Holding(
                                symbol,
                                random.nextInt(4) == 0 ? quantity.negate() : quantity,
                                RATES.get(random.nextInt(RATES.size())),
                                null,
                                lastTrade));
            }
            return List.copyOf(holdings.values());
        }

        private List<AccountContent.Balance> cash() {
            List<AccountContent.Balance> cash = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                cash.add(new AccountContent.Balance(
                        CURRENCIES.get(random.nextInt(3)), amount(2_000).subtract(new BigDecimal("1200"))));
            }
            return cash;
        }

        void put(UUID id, AccountContent content) {
            accounts.put(id, content);
            MarginState state = states.computeIfAbsent(id, first -> MarginState.OK);
            book.put(content, new StoredState(state, 0), now);
        }

        private void remove() {
            UUID id = new UUID(1, random.nextInt(ACCOUNTS));
            accounts.remove(id);
            states.remove(id);
            book.remove(id);
        }

        private String symbol() {
            return "S" + random.nextInt(SYMBOLS);
        }

        private BigDecimal amount(int most) {
            return BigDecimal.valueOf(1 + random.nextInt(100 * most), random.nextInt(3));
        }

        private BigDecimal price(double from, double to) {
            return BigDecimal.valueOf(from + (to - from) * random.nextDouble()).setScale(4, RoundingMode.UP);
        }

        /** One pass finds exactly the changes of state that the rule finds, with its figures; then nothing is left to find. */
        void check() {
            Map<UUID, MarginStatus> expected = new HashMap<>();
            accounts.forEach((id, content) -> expected.put(id, exact(content, states.get(id))));
            List<Transition> found = book.evaluate(now, account -> {});
            for (Transition transition : found) {
                UUID id = transition.account().portfolioId;
                assertThat(transition.status()).isEqualTo(expected.get(id));
                assertThat(transition.after()).isNotEqualTo(states.get(id));
                states.put(id, transition.after());
                book.settle(id, new StoredState(transition.after(), transition.version() + 1));
            }
            transitions += found.size();
            assertThat(book.size()).isEqualTo(accounts.size());
            expected.forEach((id, status) -> assertThat(states.get(id))
                    .as("%s: %s", accounts.get(id), status)
                    .isEqualTo(status.state()));
            accounts.forEach((id, content) ->
                    assertThat(book.status(book.find(id).orElseThrow())).isEqualTo(exact(content, states.get(id))));
        }

        private MarginStatus exact(AccountContent content, MarginState before) {
            List<Optional<MarginPosition>> positions = content.holdings().stream()
                    .map(holding -> position(content, holding))
                    .toList();
            List<Optional<BigDecimal>> cash = content.cash().stream()
                    .map(balance ->
                            rate(balance.currency(), content.currency()).map(rate -> rate.multiply(balance.amount())))
                    .toList();
            BigDecimal loan = content.setLoan() == null
                    ? sum(cash, value -> value.negate().max(BigDecimal.ZERO))
                    : content.setLoan();
            MarginStatus status = MarginCalculator.status(
                    new MarginAccount(
                            positions.stream().flatMap(Optional::stream).toList(),
                            loan,
                            sum(cash, value -> value.max(BigDecimal.ZERO))),
                    content.rules(),
                    before);
            boolean known = positions.stream().allMatch(Optional::isPresent)
                    && cash.stream().allMatch(Optional::isPresent);
            return known ? status : status.stale();
        }

        private static BigDecimal sum(List<Optional<BigDecimal>> cash, UnaryOperator<BigDecimal> part) {
            return cash.stream().flatMap(Optional::stream).map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private Optional<MarginPosition> position(AccountContent content, AccountContent.Holding holding) {
            Tick quoted = latest.get(holding.symbol());
            Tick tick = quoted == null ? holding.lastTrade() : quoted;
            if (tick == null) {
                return Optional.empty();
            }
            boolean foreign = !tick.currency().equals(content.currency());
            boolean stale = quoted == null
                    || aged.contains(holding.symbol())
                    || (foreign && (noRate(tick.currency()) || noRate(content.currency())));
            return rate(tick.currency(), content.currency())
                    .map(rate -> new MarginPosition(
                            holding.symbol(),
                            holding.quantity(),
                            tick.price(),
                            rate,
                            holding.rates(),
                            null,
                            rate("USD", content.currency()).orElse(BigDecimal.ONE),
                            stale));
        }

        private boolean noRate(String currency) {
            return !currency.equals("USD")
                    && (!latest.containsKey(currency + "USD") || aged.contains(currency + "USD"));
        }

        private Optional<BigDecimal> rate(String from, String to) {
            return from.equals(to)
                    ? Optional.of(BigDecimal.ONE)
                    : dollars(from)
                            .flatMap(dollars -> dollars(to).map(base -> dollars.divide(base, MathContext.DECIMAL128)));
        }

        private Optional<BigDecimal> dollars(String currency) {
            return currency.equals("USD")
                    ? Optional.of(BigDecimal.ONE)
                    : Optional.ofNullable(latest.get(currency + "USD")).map(Tick::price);
        }
    }
}
