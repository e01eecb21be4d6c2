package io.riskwatch.quant.degenerate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.backtest.AllocationBacktest;
import io.riskwatch.quant.backtest.RuleBacktest;
import io.riskwatch.quant.backtest.SweepOutcome;
import io.riskwatch.quant.backtest.Trade;
import io.riskwatch.quant.factor.BrinsonAttribution;
import io.riskwatch.quant.factor.Exposure;
import io.riskwatch.quant.performance.GainDecomposition;
import io.riskwatch.quant.performance.MarketModel;
import io.riskwatch.quant.performance.PartialMoments;
import io.riskwatch.quant.performance.cashflow.InternalRate;
import io.riskwatch.quant.pricing.AmericanOption;
import io.riskwatch.quant.risk.Estimate;
import io.riskwatch.quant.risk.MonteCarloRisk;
import io.riskwatch.quant.risk.TailRisk;
import io.riskwatch.quant.risk.backtest.LikelihoodRatio;
import io.riskwatch.quant.risk.backtest.TrafficLight;
import io.riskwatch.quant.simulation.SavingsPlan;
import io.riskwatch.quant.stat.Moments;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every public constructor and method of the engine, called with degenerate arguments of every kind: it answers with finite numbers
 * or refuses in words. Objects that calls have made are arguments of further calls.
 */
class PublicSurfaceTest {
    /** The checks themselves. */
    private static final Set<Class<?>> LEFT_OUT = Set.of(Arguments.class);

    /** The inner loops, which check nothing: their callers have. */
    private static final String INNER_LOOPS = "io.riskwatch.quant.kernel";

    /** Answers that may be infinite or NaN, by their documentation. */
    private static final Set<String> OPEN_ENDED = Set.of("LinearConstraint.low", "LinearConstraint.high");

    /** Steps of inner loops whose Javadoc says that they check nothing. */
    private static final Set<String> UNCHECKED = Set.of("EwmaVolatility.update", "Garch.update");

    /** Results that only the engine makes: their constructors hold what they are given. */
    private static final Set<Class<?>> RESULTS = Set.of(
            AllocationBacktest.Terms.class,
            AmericanOption.Simulated.class,
            BrinsonAttribution.class,
            Estimate.class,
            Exposure.class,
            GainDecomposition.class,
            InternalRate.class,
            LikelihoodRatio.class,
            MarketModel.class,
            Moments.class,
            MonteCarloRisk.class,
            PartialMoments.class,
            RuleBacktest.OpenPosition.class,
            SavingsPlan.Probability.class,
            SweepOutcome.class,
            TailRisk.class,
            Trade.class,
            TrafficLight.class);

    private static final int RANDOM_CALLS = 60;
    private static final int OBJECTS_PER_TYPE = 6;
    private static final int ROUNDS = 3;

    private final Map<Class<?>, List<Object>> made = new HashMap<>();
    private final Map<String, String> faults = new TreeMap<>();
    private final SplittableRandom random = new SplittableRandom(20261129);
    private int calls;
    private int answers;

    @Test
    void answersWithNumbersOrRefusesInWords() {
        List<Class<?>> types = publicTypes();
        for (int round = 0; round < ROUNDS; round++) {
            for (Class<?> type : types) {
                executables(type).forEach(this::probe);
            }
        }
        System.out.println("public surface: " + types.size() + " types, " + calls + " calls, " + answers + " answers");
        assertThat(faults).isEmpty();
        assertThat(answers)
                .as("calls that were answered, so that the refusals are not the whole story")
                .isGreaterThan(calls / 10);
    }

    private static List<Class<?>> publicTypes() {
        List<Class<?>> types = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.riskwatch.quant")) {
            if (type.getModifiers().contains(JavaModifier.PUBLIC)) {
                types.add(type.reflect());
            }
        }
        types.removeIf(type -> LEFT_OUT.contains(type)
                || type.getPackageName().equals(INNER_LOOPS)
                || Throwable.class.isAssignableFrom(type));
        types.sort(Comparator.comparing(Class::getName));
        return types;
    }

    private static Stream<Executable> executables(Class<?> type) {
        Stream<Executable> constructors = Modifier.isAbstract(type.getModifiers()) || RESULTS.contains(type)
                ? Stream.empty()
                : Arrays.stream(type.getConstructors()).map(c -> c);
        Stream<Executable> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
                .filter(m ->
                        !Set.of("equals", "hashCode", "toString", "valueOf").contains(m.getName()))
                .map(m -> m);
        return Stream.concat(constructors, methods).sorted(Comparator.comparing(Executable::toGenericString));
    }

    private void probe(Executable executable) {
        List<Object> targets = isStatic(executable) ? List.of(executable) : objects(executable.getDeclaringClass());
        List<List<Object>> pools = new ArrayList<>();
        for (Type parameter : executable.getGenericParameterTypes()) {
            pools.add(pool(parameter));
        }
        if (targets.isEmpty()
                || UNCHECKED.contains(name(executable))
                || pools.stream().anyMatch(List::isEmpty)) {
            return;
        }
        int tuples = pools.isEmpty() ? targets.size() : RANDOM_CALLS;
        for (int k = 0; k < tuples; k++) {
            Object target = pools.isEmpty() ? targets.get(k) : any(targets);
            Object[] arguments = pools.stream().map(this::any).toArray();
            call(executable, target, arguments);
        }
    }

    private void call(Executable executable, Object target, Object[] arguments) {
        calls++;
        String name = name(executable);
        try {
            Object answer = executable instanceof Constructor<?> c
                    ? c.newInstance(arguments)
                    : ((Method) executable).invoke(target, arguments);
            answers++;
            if (!OPEN_ENDED.contains(name) && !isFinite(answer)) {
                faults.putIfAbsent(name + " answered " + show(answer), show(target) + show(arguments));
            }
            keep(answer);
        } catch (InvocationTargetException e) {
            if (!isRefusal(e.getCause())) {
                faults.putIfAbsent(
                        name + " threw " + e.getCause(),
                        Arrays.stream(e.getCause().getStackTrace()).limit(3).toList() + show(arguments));
            }
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(executable.toGenericString(), e);
        }
    }

    private static String name(Executable executable) {
        return executable.getDeclaringClass().getSimpleName() + "."
                + (executable instanceof Constructor ? "new" : executable.getName());
    }

    /** A refusal is the engine's own or a plain IllegalArgumentException, and says something. */
    private static boolean isRefusal(Throwable thrown) {
        boolean ours = thrown.getClass() == IllegalArgumentException.class
                || thrown.getClass().getName().startsWith("io.riskwatch.quant.");
        return ours && thrown.getMessage() != null && thrown.getMessage().contains(" ");
    }

    private boolean isFinite(Object answer) {
        return switch (answer) {
            case null -> true;
            case Double d -> Double.isFinite(d);
            case double[] values -> Arrays.stream(values).allMatch(Double::isFinite);
            case Object[] values -> Arrays.stream(values).allMatch(this::isFinite);
            case Collection<?> values -> values.stream().allMatch(this::isFinite);
            case Optional<?> value -> value.map(this::isFinite).orElse(true);
            default -> true;
        };
    }

    private void keep(Object answer) {
        if (answer instanceof Collection<?> values) {
            values.stream().limit(2).forEach(this::keep);
        } else if (answer != null && answer.getClass().getName().startsWith("io.riskwatch.quant.")) {
            for (Class<?> type = answer.getClass(); type != null; type = type.getSuperclass()) {
                keepAs(type, answer);
                for (Class<?> face : type.getInterfaces()) {
                    keepAs(face, answer);
                }
            }
        }
    }

    private void keepAs(Class<?> type, Object object) {
        List<Object> list = made.computeIfAbsent(type, t -> new ArrayList<>());
        if (list.size() < OBJECTS_PER_TYPE) {
            list.add(object);
        } else if (random.nextInt(8) == 0) {
            list.set(random.nextInt(OBJECTS_PER_TYPE), object);
        }
    }

    private List<Object> objects(Class<?> type) {
        return List.copyOf(made.getOrDefault(type, List.of()));
    }

    private Object any(List<Object> pool) {
        return pool.get(random.nextInt(pool.size()));
    }

    private List<Object> pool(Type type) {
        if (type instanceof ParameterizedType generic) {
            List<Object> elements = pool(generic.getActualTypeArguments()[0]);
            if (generic.getRawType() == List.class && !elements.isEmpty()) {
                return List.of(List.of(), elements.subList(0, 1), List.of(elements.getFirst(), elements.getLast()));
            }
            return Degenerate.of(generic.getRawType());
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isEnum()) {
            return List.of(raw.getEnumConstants());
        }
        List<Object> known = Degenerate.of(raw);
        return known.isEmpty() ? objects(raw) : known;
    }

    private static boolean isStatic(Executable executable) {
        return executable instanceof Constructor || Modifier.isStatic(executable.getModifiers());
    }

    private static String show(Object value) {
        return value != null && value.getClass().isArray()
                ? Arrays.deepToString(new Object[] {value})
                : String.valueOf(value);
    }
}
