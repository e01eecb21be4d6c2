package io.riskwatch.quant;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the drawing in quant-engine/README.md: change both together. */
@AnalyzeClasses(packages = "io.riskwatch.quant", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("io.riskwatch.quant.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theEngineKnowsOnlyJavaAndMathematics = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.riskwatch.quant..",
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "jdk.incubator.vector..",
                    "org.apache.commons.math3..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule onlyTheKernelsKnowTheVectorApi = classes()
            .that()
            .resideOutsideOfPackage("io.riskwatch.quant.kernel")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("jdk.incubator.vector..");

    @ArchTest
    static final ArchRule arrowsPointDownwards = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("distribution")
            .definedBy("io.riskwatch.quant.distribution")
            .layer("random")
            .definedBy("io.riskwatch.quant.random")
            .layer("stat")
            .definedBy("io.riskwatch.quant.stat")
            .layer("series")
            .definedBy("io.riskwatch.quant.series")
            .layer("risk")
            .definedBy("io.riskwatch.quant.risk..")
            .layer("performance")
            .definedBy("io.riskwatch.quant.performance..")
            .layer("optimization")
            .definedBy("io.riskwatch.quant.optimization")
            .layer("pricing")
            .definedBy("io.riskwatch.quant.pricing")
            .layer("simulation")
            .definedBy("io.riskwatch.quant.simulation")
            .layer("backtest")
            .definedBy("io.riskwatch.quant.backtest")
            .layer("scenario")
            .definedBy("io.riskwatch.quant.scenario")
            .layer("factor")
            .definedBy("io.riskwatch.quant.factor")
            .layer("kernel")
            .definedBy("io.riskwatch.quant.kernel")
            .whereLayer("kernel")
            .mayNotAccessAnyLayer()
            .whereLayer("distribution")
            .mayNotAccessAnyLayer()
            .whereLayer("series")
            .mayNotAccessAnyLayer()
            .whereLayer("random")
            .mayOnlyAccessLayers("kernel", "distribution")
            .whereLayer("stat")
            .mayOnlyAccessLayers("kernel", "distribution")
            .whereLayer("risk")
            .mayOnlyAccessLayers("kernel", "distribution", "random", "stat", "series")
            .whereLayer("performance")
            .mayOnlyAccessLayers("kernel", "distribution", "stat", "series")
            .whereLayer("optimization")
            .mayOnlyAccessLayers("kernel", "stat", "series", "risk")
            .whereLayer("pricing")
            .mayOnlyAccessLayers("kernel", "distribution", "random", "stat")
            .whereLayer("simulation")
            .mayOnlyAccessLayers("kernel", "distribution", "random", "stat")
            .whereLayer("backtest")
            .mayOnlyAccessLayers("kernel", "stat", "series")
            .whereLayer("scenario")
            .mayOnlyAccessLayers("kernel", "series")
            .whereLayer("factor")
            .mayOnlyAccessLayers("kernel", "stat", "series");
}
