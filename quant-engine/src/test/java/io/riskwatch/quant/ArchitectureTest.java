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
                    "org.apache.commons.math3..",
                    "org.jspecify.annotations..");

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
            .whereLayer("distribution")
            .mayNotAccessAnyLayer()
            .whereLayer("series")
            .mayNotAccessAnyLayer()
            .whereLayer("random")
            .mayOnlyAccessLayers("distribution")
            .whereLayer("stat")
            .mayOnlyAccessLayers("distribution")
            .whereLayer("risk")
            .mayOnlyAccessLayers("distribution", "random", "stat", "series")
            .whereLayer("performance")
            .mayOnlyAccessLayers("distribution", "stat", "series")
            .whereLayer("optimization")
            .mayOnlyAccessLayers("stat", "series", "risk")
            .whereLayer("pricing")
            .mayOnlyAccessLayers("distribution", "random", "stat")
            .whereLayer("simulation")
            .mayOnlyAccessLayers("distribution", "random", "stat")
            .whereLayer("backtest")
            .mayOnlyAccessLayers("stat", "series")
            .whereLayer("scenario")
            .mayOnlyAccessLayers("series")
            .whereLayer("factor")
            .mayOnlyAccessLayers("stat", "series");
}
