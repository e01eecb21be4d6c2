package io.riskwatch.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

class ArchitectureTest {

    private static final JavaClasses WORKER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.riskwatch.analytics");

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching("io.riskwatch.analytics.(*)..")
                .should()
                .beFreeOfCycles()
                .check(WORKER);
    }

    @Test
    void figuresKnowNothingOfBrokerStoreOrHttp() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..risk..",
                        "..simulation..",
                        "..optimization..",
                        "..backtest..",
                        "..stress..",
                        "..factor..",
                        "..leverage..",
                        "..portfolioreport..",
                        "..report..",
                        "..exposure..",
                        "..document..",
                        "..analysis..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.amqp..",
                        "com.mongodb..",
                        "org.springframework.data..",
                        "org.springframework.web..")
                .check(WORKER);
    }

    @Test
    void noOtherServiceIsImported() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.riskwatch.marketdata..",
                        "io.riskwatch.billing..",
                        "io.riskwatch.portfolio..",
                        "io.riskwatch.gateway..",
                        "io.riskwatch.localstack..")
                .check(WORKER);
    }

    @Test
    void fieldsAreNotInjected() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .check(WORKER);
    }
}
