package io.riskwatch.marketdata;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.riskwatch.marketdata");

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching("io.riskwatch.marketdata.(*)..")
                .should()
                .beFreeOfCycles()
                .check(SERVICE);
    }

    @Test
    void thisServiceCallsNoneOfTheOthers() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.riskwatch.portfolio..",
                        "io.riskwatch.billing..",
                        "io.riskwatch.analytics..",
                        "io.riskwatch.gateway..",
                        "io.riskwatch.localstack..",
                        "org.springframework.web.reactive.function.client..",
                        "org.springframework.web.client..")
                .check(SERVICE);
    }

    @Test
    void theSimulationKnowsNeitherQuotesNorStreamNorUploads() {
        noClasses()
                .that()
                .resideInAPackage("io.riskwatch.marketdata.xsim..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.riskwatch.marketdata.quote..",
                        "io.riskwatch.marketdata.stream..",
                        "io.riskwatch.marketdata.upload..",
                        "io.riskwatch.marketdata.history..")
                .check(SERVICE);
    }

    @Test
    void onlyTheEngineRandomNumbersAreUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .because("the simulated market is a pure function of seed and time")
                .check(SERVICE);
    }

    @Test
    void configurationComesAsValidatedRecords() {
        noClasses().should().dependOnClassesThat().areAssignableTo(Value.class).check(SERVICE);
    }
}
