package bridgebench.scenarios;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** run → suite → model, and files stay out of the vocabulary. */
@AnalyzeClasses(
    packages = "bridgebench.scenarios",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class PackageArrowsTest {

  @ArchTest
  static final ArchRule theModelKnowsNeitherFilesNorTheirFormats =
      noClasses()
          .that()
          .resideInAPackage("..model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "bridgebench.scenarios.suite..",
              "bridgebench.scenarios.run..",
              "com.fasterxml..",
              "org.yaml..");

  @ArchTest
  static final ArchRule suitesKnowNoResults =
      noClasses()
          .that()
          .resideInAPackage("..suite..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("bridgebench.scenarios.run..", "com.fasterxml..");

  @ArchTest
  static final ArchRule resultsKnowNoYaml =
      noClasses()
          .that()
          .resideInAPackage("..run..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.yaml..");

  @ArchTest
  static final ArchRule noPackageCycles =
      slices().matching("bridgebench.scenarios.(*)..").should().beFreeOfCycles();
}
