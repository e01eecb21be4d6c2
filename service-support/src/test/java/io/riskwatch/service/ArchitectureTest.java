package io.riskwatch.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.riskwatch.service", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesFormADag =
            slices().matching("io.riskwatch.service.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noDomainWord = noClasses()
            .should()
            .haveNameMatching(
                    ".*(Portfolio|Transaction[^M]|Holding|Instrument|Quote|Price|Analysis|Margin|Plan|Risk[^w]).*")
            .because("what speaks of the domain belongs to the service that owns it");

    @ArchTest
    static final ArchRule noService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.riskwatch.portfolio..",
                    "io.riskwatch.marketdata..",
                    "io.riskwatch.analytics..",
                    "io.riskwatch.billing..",
                    "io.riskwatch.gateway..",
                    "io.riskwatch.quant..");
}
