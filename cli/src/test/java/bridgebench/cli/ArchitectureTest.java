package bridgebench.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between modules and packages: cli → jmh → bridge → scenarios ← reports ← cli. */
@AnalyzeClasses(packages = "bridgebench", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  // JMH's annotation processor writes classes into packages of its own.
  private static final DescribedPredicate<JavaClass> GENERATED =
      resideInAPackage("..jmh_generated..");

  @ArchTest
  static final ArchRule modulesDependInOneDirection =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("bridgebench..")
          .layer("scenarios")
          .definedBy("bridgebench.scenarios..")
          .layer("bridge")
          .definedBy("bridgebench.bridge..")
          .layer("jmh")
          .definedBy("bridgebench.jmh..")
          .layer("reports")
          .definedBy("bridgebench.reports..")
          .layer("cli")
          .definedBy("bridgebench.cli..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("jmh")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("reports")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("bridge")
          .mayOnlyBeAccessedByLayers("jmh", "cli");

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("bridgebench.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule implementationsOfOneContractDoNotKnowEachOther =
      slices().matching("bridgebench.bridge.codec.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule everyPackageSaysWhatIsNull =
      classes()
          .that(DescribedPredicate.not(GENERATED))
          .and(DescribedPredicate.describe("are top-level", type -> !type.isNestedClass()))
          .should(new InNullMarkedPackage());

  @ArchTest
  static final ArchRule onlyTheJmhModuleKnowsJmh =
      noClasses()
          .that(
              resideInAnyPackage(
                  "bridgebench.scenarios..",
                  "bridgebench.bridge..",
                  "bridgebench.reports..",
                  "bridgebench.cli.."))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.openjdk.jmh..");

  @ArchTest
  static final ArchRule reportsAreDrawnWithoutArrow =
      noClasses()
          .that(resideInAnyPackage("bridgebench.scenarios..", "bridgebench.reports.."))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.arrow..", "net.razorvine..");
}
