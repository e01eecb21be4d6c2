package io.riskwatch.portfolio;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.RestController;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.riskwatch.portfolio");

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching("io.riskwatch.portfolio.(*)..")
                .should()
                .beFreeOfCycles()
                .check(SERVICE);
    }

    @Test
    void accessHasItsRoomsInOneDirection() {
        slices().matching("io.riskwatch.portfolio.access.(*)..")
                .should()
                .beFreeOfCycles()
                .check(SERVICE);
    }

    @Test
    void noOtherServiceIsImported() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.riskwatch.marketdata..",
                        "io.riskwatch.billing..",
                        "io.riskwatch.analytics..",
                        "io.riskwatch.gateway..",
                        "io.riskwatch.localstack..")
                .check(SERVICE);
    }

    @Test
    void onlyAccessKnowsHowPeopleSignIn() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.riskwatch.portfolio.access..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.security.oauth2.server.authorization..",
                        "org.springframework.security.core.userdetails..",
                        "org.springframework.security.crypto..",
                        "org.springframework.security.config..",
                        "org.springframework.session..")
                .because("a feature asks Caller who calls, and nothing else about it")
                .check(SERVICE);
    }

    @Test
    void controllersArePackagePrivateAndFieldsAreNotInjected() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .notHaveModifier(JavaModifier.PUBLIC)
                .check(SERVICE);
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .check(SERVICE);
        fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(RestController.class)
                .should()
                .beFinal()
                .check(SERVICE);
    }
}
