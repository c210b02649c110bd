package org.anxin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/** Keeps the arrows of docs/architecture.md. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.anxin");

    /** What a batch engine can carry to the data. */
    private static final String[] PURE = {
        "org.anxin.text..",
        "org.anxin.time..",
        "org.anxin.directive..",
        "org.anxin.rulebook..",
        "org.anxin.json..",
        "org.anxin.testing..",
        "org.anxin.admission..",
        "org.anxin.onboarding..",
        "org.anxin.patrol.."
    };

    @Test
    void arrowsPointDownOnly() {
        ArchRule rule = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("org.anxin..")
                .withOptionalLayers(true)
                .layer("api")
                .definedBy("org.anxin.api..", "org.anxin.pages..")
                .layer("demo")
                .definedBy("org.anxin.demo..")
                .layer("command")
                .definedBy("org.anxin.command..")
                .layer("lake")
                .definedBy("org.anxin.lake..")
                .layer("metrics")
                .definedBy("org.anxin.metrics..")
                .layer("ledger")
                .definedBy("org.anxin.ledger..")
                .layer("replay")
                .definedBy("org.anxin.replay..")
                .layer("local")
                .definedBy("org.anxin.local..")
                .layer("impact")
                .definedBy("org.anxin.impact..")
                .layer("history")
                .definedBy("org.anxin.history..")
                .layer("sweep")
                .definedBy("org.anxin.sweep..")
                .layer("desk")
                .definedBy("org.anxin.desk..")
                .layer("policy")
                .definedBy("org.anxin.policy..")
                .layer("registry")
                .definedBy("org.anxin.registry..")
                .layer("visits")
                .definedBy("org.anxin.visits..")
                .layer("patrol")
                .definedBy("org.anxin.patrol..")
                .layer("notices")
                .definedBy("org.anxin.notices..")
                .layer("files")
                .definedBy("org.anxin.files..")
                .layer("personal")
                .definedBy("org.anxin.personal..")
                .layer("security")
                .definedBy("org.anxin.security..")
                .layer("testing")
                .definedBy("org.anxin.testing..")
                .layer("admission")
                .definedBy("org.anxin.admission..")
                .layer("readiness")
                .definedBy("org.anxin.readiness..")
                .layer("onboarding")
                .definedBy("org.anxin.onboarding..")
                .layer("json")
                .definedBy("org.anxin.json..")
                .layer("rulebook")
                .definedBy("org.anxin.rulebook..")
                .layer("directive")
                .definedBy("org.anxin.directive..")
                .layer("table")
                .definedBy("org.anxin.table..")
                .layer("time")
                .definedBy("org.anxin.time..")
                .layer("text")
                .definedBy("org.anxin.text..")
                .whereLayer("api")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("demo")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("command")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("local")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("lake")
                .mayOnlyBeAccessedByLayers("command")
                .whereLayer("metrics")
                .mayOnlyBeAccessedByLayers("api")
                .whereLayer("replay")
                .mayOnlyBeAccessedByLayers("command", "api")
                .whereLayer("ledger")
                .mayOnlyBeAccessedByLayers("desk", "sweep", "replay", "command", "api")
                .whereLayer("impact")
                .mayOnlyBeAccessedByLayers("api")
                .whereLayer("history")
                .mayOnlyBeAccessedByLayers("api")
                .whereLayer("sweep")
                .mayOnlyBeAccessedByLayers("history", "impact", "api", "metrics", "replay")
                .whereLayer("desk")
                .mayOnlyBeAccessedByLayers("readiness", "impact", "api", "demo")
                .whereLayer("policy")
                .mayOnlyBeAccessedByLayers(
                        "lake",
                        "desk",
                        "visits",
                        "sweep",
                        "history",
                        "readiness",
                        "impact",
                        "command",
                        "api",
                        "demo",
                        "metrics",
                        "replay")
                .whereLayer("registry")
                .mayOnlyBeAccessedByLayers(
                        "lake",
                        "policy",
                        "desk",
                        "notices",
                        "visits",
                        "sweep",
                        "history",
                        "readiness",
                        "impact",
                        "api",
                        "demo",
                        "metrics",
                        "replay")
                .whereLayer("visits")
                .mayOnlyBeAccessedByLayers("readiness", "api")
                .whereLayer("patrol")
                .mayOnlyBeAccessedByLayers("policy", "visits", "api")
                .whereLayer("notices")
                .mayOnlyBeAccessedByLayers("desk", "visits", "sweep", "api", "metrics")
                .whereLayer("files")
                .mayOnlyBeAccessedByLayers("desk", "api", "registry")
                .whereLayer("personal")
                .mayOnlyBeAccessedByLayers("registry", "security", "sweep", "local", "command", "api")
                .whereLayer("security")
                .mayOnlyBeAccessedByLayers("registry", "api", "command")
                .whereLayer("testing")
                .mayOnlyBeAccessedByLayers(
                        "lake",
                        "registry",
                        "policy",
                        "sweep",
                        "history",
                        "impact",
                        "command",
                        "api",
                        "metrics",
                        "replay")
                .whereLayer("admission")
                .mayOnlyBeAccessedByLayers("registry", "policy", "desk", "impact", "api", "demo", "metrics", "replay")
                .whereLayer("readiness")
                .mayOnlyBeAccessedByLayers("api")
                .whereLayer("onboarding")
                .mayOnlyBeAccessedByLayers("registry", "policy", "desk", "readiness", "api")
                .whereLayer("json")
                .mayOnlyBeAccessedByLayers(
                        "testing",
                        "admission",
                        "onboarding",
                        "registry",
                        "policy",
                        "desk",
                        "patrol",
                        "notices",
                        "visits",
                        "sweep",
                        "history",
                        "impact",
                        "api",
                        "demo",
                        "ledger",
                        "replay")
                .whereLayer("rulebook")
                .mayOnlyBeAccessedByLayers(
                        "lake",
                        "json",
                        "testing",
                        "admission",
                        "onboarding",
                        "readiness",
                        "registry",
                        "policy",
                        "desk",
                        "patrol",
                        "visits",
                        "sweep",
                        "history",
                        "impact",
                        "command",
                        "api",
                        "demo",
                        "replay",
                        "metrics")
                .whereLayer("table")
                .mayOnlyBeAccessedByLayers("sweep", "api")
                .whereLayer("text")
                .mayOnlyBeAccessedByLayers(
                        "table",
                        "time",
                        "directive",
                        "rulebook",
                        "json",
                        "testing",
                        "admission",
                        "onboarding",
                        "readiness",
                        "registry",
                        "policy",
                        "desk",
                        "patrol",
                        "visits",
                        "sweep",
                        "history",
                        "impact",
                        "command",
                        "api",
                        "local",
                        "ledger",
                        "personal",
                        "replay");
        rule.check(CLASSES);
    }

    @Test
    void pagesAndApiDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("org.anxin.pages..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.anxin.api..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.anxin.api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.anxin.pages..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        SlicesRuleDefinition.slices()
                .matching("org.anxin.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void onlyTheRulebookKnowsDrools() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.anxin.rulebook..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.kie..", "org.drools..", "org.mvel2..")
                .check(CLASSES);
    }

    @Test
    void onlyTheApiAndThePagesKnowHttpResources() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.anxin.api..", "org.anxin.pages..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..")
                .check(CLASSES);
    }

    @Test
    void thePureKernelKnowsNoServerNoDatabaseAndNoContainer() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..", "io.vertx..", "jakarta..", "java.sql..", "org.eclipse.microprofile..")
                .check(CLASSES);
    }

    @Test
    void thePureKernelReadsNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.(Clock|InstantSource)")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(CLASSES);
    }

    @Test
    void factsAreRecords() {
        classes()
                .that()
                .resideInAPackage("org.anxin.testing.facts")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .beRecords()
                .check(CLASSES);
    }
}
