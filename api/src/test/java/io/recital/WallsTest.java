package io.recital;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls of the house: who may know whom. */
class WallsTest {
    private static final Path ROOT = Path.of(System.getProperty("recital.root"));
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.recital");

    @Test
    void seesEveryModule() {
        assertThat(CLASSES.stream()
                        .map(type -> type.getPackageName().split("\\.")[2])
                        .distinct())
                .contains("models", "ingestion", "extraction", "performance", "retrieval", "samples", "api");
        assertThat(CLASSES.size()).isGreaterThan(150);
    }

    @Test
    void domainKnowsTheJdkMoneyHolidaysAndFormulasOnly() {
        classes()
                .that()
                .resideInAnyPackage(
                        "io.recital.models.calendar..",
                        "io.recital.models.contract..",
                        "io.recital.models.clause..",
                        "io.recital.models.finding..",
                        "io.recital.models.evidence..",
                        "io.recital.models.performance..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.joda.money..",
                        "de.focus_shift.jollyday.core..",
                        "com.ezylang.evalex..",
                        "io.recital.models.calendar..",
                        "io.recital.models.contract..",
                        "io.recital.models.clause..",
                        "io.recital.models.finding..",
                        "io.recital.models.evidence..",
                        "io.recital.models.performance..")
                .check(CLASSES);
    }

    @Test
    void siblingsDoNotSeeEachOther() {
        Set<String> siblings = Set.of("ingestion", "extraction", "performance", "retrieval");
        for (String sibling : siblings) {
            String[] others = siblings.stream()
                    .filter(other -> !other.equals(sibling))
                    .map(other -> "io.recital." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("io.recital." + sibling + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(CLASSES);
        }
    }

    @Test
    void nothingSeesTheApiOrTheEvaluation() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.recital.api..", "io.recital.eval..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.recital.api..", "io.recital.eval..")
                .check(CLASSES);
    }

    @Test
    void modelsDoNotSeeWhatIsBuiltOnThem() {
        noClasses()
                .that()
                .resideInAPackage("io.recital.models..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.recital.ingestion..",
                        "io.recital.extraction..",
                        "io.recital.performance..",
                        "io.recital.retrieval..")
                .check(CLASSES);
    }

    @Test
    void onnxAndTokenizersStayInInference() {
        only("io.recital.models.inference..", "ai.onnxruntime..", "ai.djl..");
    }

    @Test
    void calendarsAreWrittenInOnePlace() {
        only("io.recital.performance.calendar..", "net.fortuna.ical4j..");
    }

    @Test
    void parsersStayInDocumentParsing() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.recital.ingestion.document..", "io.recital.samples..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.pdfbox..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.recital.ingestion.document..",
                        "io.recital.ingestion.facts..",
                        "io.recital.performance.report..",
                        "io.recital.performance.claim..",
                        "io.recital.samples..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.poi..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages("io.recital.ingestion.document..", "io.recital.ingestion.segment..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.tika..")
                .check(CLASSES);
    }

    @Test
    void chatModelsAreUsedForExtractionAndAnswersOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.recital.extraction.llm..", "io.recital.retrieval.answer..", "io.recital.api.assembly..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.langchain4j.model.chat..", "dev.langchain4j.model.openai..")
                .check(CLASSES);
    }

    @Test
    void sqlStandsInJdbcClassesOnly() {
        noClasses()
                .that()
                .haveSimpleNameNotStartingWith("Jdbc")
                .and()
                .resideOutsideOfPackage("io.recital.models.store..")
                .and()
                .resideOutsideOfPackage("io.recital.api.assembly..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void eachTableHasOneWritingClass() throws IOException {
        Pattern write = Pattern.compile("(?i)\\b(?:insert\\s+into|update|delete\\s+from)\\s+([a-z_]+)\\b(?=[^;]*)");
        Map<String, Set<String>> writers = new TreeMap<>();
        Set<String> tables = tables();
        try (Stream<Path> sources = Files.walk(ROOT)) {
            for (Path source : sources.filter(path -> path.toString().contains("/src/main/java/")
                            && path.getFileName().toString().startsWith("Jdbc"))
                    .toList()) {
                Matcher matcher = write.matcher(Files.readString(source));
                while (matcher.find()) {
                    if (tables.contains(matcher.group(1))) {
                        writers.computeIfAbsent(matcher.group(1), t -> new TreeSet<>())
                                .add(source.getFileName().toString());
                    }
                }
            }
        }
        assertThat(writers)
                .hasSizeGreaterThan(5)
                .allSatisfy((table, classes) -> assertThat(classes).as(table).hasSize(1));
    }

    private static Set<String> tables() throws IOException {
        Set<String> tables = new TreeSet<>();
        Pattern create = Pattern.compile("(?i)create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?([a-z_]+)");
        try (Stream<Path> migrations = Files.walk(ROOT.resolve("models/store/src/main/resources/db/migration"))) {
            for (Path migration :
                    migrations.filter(path -> path.toString().endsWith(".sql")).toList()) {
                Matcher matcher = create.matcher(Files.readString(migration));
                while (matcher.find()) {
                    tables.add(matcher.group(1));
                }
            }
        }
        return tables;
    }

    @Test
    void packagesHaveNoCycles() {
        for (String module : List.of("models", "ingestion", "extraction", "performance", "retrieval", "api")) {
            slices().matching("io.recital." + module + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(module.equals("performance"))
                    .check(CLASSES);
        }
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> marked = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        CLASSES.forEach(type -> {
            all.add(type.getPackageName());
            if (type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                marked.add(type.getPackageName());
            }
        });
        assertThat(all).isEqualTo(marked);
    }

    private static void only(String home, String... libraries) {
        noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .check(CLASSES);
    }
}
