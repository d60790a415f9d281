package org.spolia.jobs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriter;
import org.spolia.jobs.pipeline.Stage;

/** Rules of the architecture that the compiler does not check. */
@AnalyzeClasses(packages = "org.spolia", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule commonKnowsNoSpark = noClasses()
            .that()
            .resideOutsideOfPackage("org.spolia.jobs..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "io.delta..", "org.apache.hadoop..")
            .because("all science can be called, and tested, without Spark");

    @ArchTest
    static final ArchRule nobodyUsesMachineLearningOfSpark = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark.ml..", "org.apache.spark.mllib..")
            .because("it is not among the jars at run time");

    @ArchTest
    static final ArchRule symbolicIsArithmetic = classes()
            .that()
            .resideInAPackage("org.spolia.symbolic..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.spolia.symbolic..", "java..", "jdk.incubator.vector..", "org.jspecify..")
            .because("expressions need no library and can be used elsewhere");

    @ArchTest
    static final ArchRule statisticsIsArithmetic = classes()
            .that()
            .resideInAPackage("org.spolia.statistics..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.spolia.statistics..", "java..", "org.jspecify..")
            .because("its interface consists of arrays of numbers");

    @ArchTest
    static final ArchRule hdf5ReadsFilesAndNothingElse = classes()
            .that()
            .resideInAPackage("org.spolia.hdf5..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.spolia.hdf5..", "java..", "org.jspecify..", "io.jhdf..", "com.github.luben.zstd..")
            .because("its interface consists of channels and arrays of primitives");

    @ArchTest
    static final ArchRule embeddingKnowsModelsAndNothingElse = classes()
            .that()
            .resideInAPackage("org.spolia.embedding..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.spolia.embedding..", "java..", "org.jspecify..", "ai.djl..", "com.fasterxml.jackson..")
            .because("its interface consists of arrays of floats");

    @ArchTest
    static final ArchRule djlHasOneDoor = noClasses()
            .that()
            .resideOutsideOfPackages("org.spolia.embedding", "org.spolia.embedding.pretraining..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.djl..", "ai.onnxruntime..")
            .because("only one package uses a library, and this one is not in spolia.jar");

    @ArchTest
    static final ArchRule jhdfHasOneDoor = noClasses()
            .that()
            .resideOutsideOfPackage("org.spolia.hdf5..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.jhdf..")
            .because("only one package uses a library");

    @ArchTest
    static final ArchRule zstandardUnpacksChunksAndPages = noClasses()
            .that()
            .resideOutsideOfPackages("org.spolia.hdf5.filter", "org.spolia.jobs.columns")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.luben.zstd..")
            .because("one package for each format uses a library");

    @ArchTest
    static final ArchRule modulesAreReadInOneDirection =
            slices().matching("org.spolia.(*)..").should().beFreeOfCycles().because("modules depend in one direction");

    @ArchTest
    static final ArchRule packagesAreReadInOneDirection = slices().matching("org.spolia.(**)")
            .should()
            .beFreeOfCycles()
            .because("a package can be understood after the ones that it imports");

    /** A class of {@code special} is a function in one of three forms, which its name tells. */
    @ArchTest
    static void packagesAreSmall(JavaClasses all) {
        Map<String, Long> files = all.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .filter(type -> !type.getPackageName().equals("org.spolia.symbolic.special"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(files).allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(30));
    }

    @ArchTest
    static final ArchRule theReaderOfHdf5HidesItsParts = noClasses()
            .that()
            .resideOutsideOfPackage("org.spolia.hdf5..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.spolia.hdf5.structure..",
                    "org.spolia.hdf5.filter..",
                    "org.spolia.hdf5.element..",
                    "org.spolia.hdf5.data..")
            .because("a caller sees files, groups, datasets and slabs");

    @ArchTest
    static final ArchRule theSearchHidesItsParts = noClasses()
            .that()
            .resideOutsideOfPackage("org.spolia.symbolic..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.spolia.symbolic.library..",
                    "org.spolia.symbolic.interval..",
                    "org.spolia.symbolic.relation..",
                    "org.spolia.symbolic.symmetry..",
                    "org.spolia.symbolic.search.front..",
                    "org.spolia.symbolic.search.mutation..")
            .because("a caller sees options, the search and its result");

    @ArchTest
    static final ArchRule picocliHasOneDoor = noClasses()
            .that()
            .resideOutsideOfPackage("org.spolia.jobs.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .because("only the command line parses a command line");

    @ArchTest
    static final ArchRule jlineHasOneDoor = noClasses()
            .that()
            .resideOutsideOfPackage("org.spolia.jobs.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jline..")
            .because("only the command line talks to a terminal");

    @ArchTest
    static final ArchRule deltaHasOneDoor = noClasses()
            .that()
            .resideOutsideOfPackage("org.spolia.jobs.tables..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta..")
            .because("tables is the only place that names, creates, reads and writes tables");

    @ArchTest
    static final ArchRule tablesAreReadAndWrittenInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("org.spolia.jobs.tables..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(DataFrameReader.class, DataFrameWriter.class)
            .because("tables is the only place that names, creates, reads and writes tables");

    @ArchTest
    static final ArchRule jacksonStaysWhereTextIsRead = noClasses()
            .that()
            .resideOutsideOfPackages("org.spolia.experiment..", "org.spolia.jobs.source..", "org.spolia.embedding")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..")
            .because("only one package uses a library");

    @ArchTest
    static final ArchRule stagesAreFinal = classes()
            .that()
            .areAssignableTo(Stage.class)
            .and()
            .areNotInterfaces()
            .should()
            .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
            .because("stages use composition, not inheritance");

    @ArchTest
    static final ArchRule noStageKnowsAnother = slices().matching(
                    "org.spolia.jobs.(shard|sky|pretrain|embed|features|trial|monitor|utility|probe|report|reset)..")
            .should()
            .notDependOnEachOther()
            .because("stages are connected only through tables");

    @ArchTest
    static final ArchRule resultsDependOnSeedsAlone = noClasses()
            .that()
            .resideOutsideOfPackage("org.spolia.jobs..")
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Collections.class, "shuffle", List.class)
            .because("a trial gives the same bits on any machine and at any time");

    @ArchTest
    static final ArchRule staticStateDoesNotChange =
            fields().that().areStatic().should().beFinal().because("tasks of one JVM share it");

    @ArchTest
    static void onlyTheCommandLinePrints(JavaClasses all) {
        JavaClasses silent =
                all.that(com.tngtech.archunit.base.DescribedPredicate.not(resideInAPackage("org.spolia.jobs.cli..")));
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
                .because("a library that prints cannot be used in another program")
                .check(silent);
    }

    @ArchTest
    static final ArchRule oneWayToLog =
            NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.because("System.Logger goes where the program's log goes");

    @ArchTest
    static final ArchRule noSerializedObjectsAreRead = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .because("a crafted stream runs code");

    @ArchTest
    static final ArchRule namesSaySomething = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .because("such names state where something is used, not what it is");
}
