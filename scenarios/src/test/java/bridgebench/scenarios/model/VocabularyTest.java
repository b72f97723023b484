package bridgebench.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VocabularyTest {

  @Test
  void mixedHasEveryScalarTypeWithNulls() {
    assertThat(Shapes.named("mixed").columns())
        .allSatisfy(column -> assertThat(column.nullable()).isTrue())
        .extracting(ColumnSpec::type)
        .containsExactly(
            ColumnType.BOOLEAN,
            ColumnType.BYTE,
            ColumnType.SHORT,
            ColumnType.INT,
            ColumnType.LONG,
            ColumnType.FLOAT,
            ColumnType.DOUBLE,
            ColumnType.DECIMAL,
            ColumnType.STRING,
            ColumnType.BINARY,
            ColumnType.DATE,
            ColumnType.TIMESTAMP);
  }

  @Test
  void aBudgetIsWrittenInTheUnitOfItsLimit() {
    assertThat(AxisValues.canonical(Axis.BUDGET_BYTES, "1024TiB")).isEqualTo("1125899906842624");
    assertThat(AxisValues.readable(Axis.BUDGET_BYTES, "1125899906842624")).isEqualTo("1024TiB");
  }

  @ParameterizedTest
  @CsvSource({
    "long,1",
    "double,1",
    "narrow,2",
    "three-columns,3",
    "mixed,12",
    "strings,2",
    "wide-50,50",
    "nested,3",
    "asv-5,5",
    "asv-50,50",
    "asv-ints,10",
    "asv-floats,10",
    "asv-strings,10",
    "asv-timestamps,10"
  })
  void everyShapeHasColumnsOfItsOwnName(String name, int columns) {
    Shape shape = Shapes.named(name);

    assertThat(shape.name()).isEqualTo(name);
    assertThat(shape.columns()).hasSize(columns);
    assertThat(shape.columns().stream().map(ColumnSpec::name)).doesNotHaveDuplicates();
  }

  @Test
  void sparksAsvShapesCycleFourTypes() {
    assertThat(Shapes.named("asv-5").columns())
        .extracting(ColumnSpec::type)
        .containsExactly(
            ColumnType.LONG,
            ColumnType.STRING,
            ColumnType.BINARY,
            ColumnType.BOOLEAN,
            ColumnType.LONG);
  }

  @Test
  void aShapeOfOneLargeValueIsNamedByItsSize() {
    Shape shape = Shapes.named("binary(16384KiB)");

    assertThat(shape.name()).isEqualTo("binary(16MiB)");
    assertThat(shape.columns())
        .containsExactly(new ColumnSpec("x", ColumnType.BINARY, false, 16 << 20));
    assertThat(Shapes.named(shape.name())).isEqualTo(shape);
    assertThatThrownBy(() -> Shapes.named("string(1GiB)"))
        .hasMessage("shape 'string(1GiB)': expected a size of 1 B to 32MiB");
  }

  @Test
  void aMistypedShapeIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> Shapes.named("nestde")).hasMessageEndingWith("did you mean 'nested'?");
    assertThatThrownBy(() -> Shapes.named("zebra")).hasMessageEndingWith("binary(SIZE)");
  }

  @Test
  void aSleepIsSpelledOneWay() {
    assertThat(FunctionSpec.parse("sleep(0.5ms)"))
        .isEqualTo(new FunctionSpec(FunctionKind.SLEEP, "sleep(500us)", 500_000, null, null));
    assertThatThrownBy(() -> FunctionSpec.parse("sleep(5)"))
        .hasMessage("function 'sleep(5)': '5' is not a duration such as 500us, 300ms, 2s or 1min");
    assertThatThrownBy(() -> FunctionSpec.parse("sleep(2000min)"))
        .hasMessageContaining("at most an hour");
    assertThatThrownBy(() -> FunctionSpec.parse("sleep")).hasMessageContaining("unknown function");
    assertThatThrownBy(() -> FunctionSpec.parse("user")).hasMessageContaining("unknown function");
  }

  @Test
  void aUsersFunctionIsAFileAndAName() {
    FunctionSpec function = FunctionSpec.parse("./lib/../tax.py:net");

    assertThat(function.word()).isEqualTo("tax.py:net");
    assertThat(function.hasTwin()).isFalse();
    assertThat(function.resolvedAgainst(Path.of("/suites")).word()).isEqualTo("/suites/tax.py:net");
    assertThatThrownBy(() -> function.results(Shapes.named("long")))
        .hasMessage("only Python knows the result columns of tax.py:net");
  }

  @Test
  void resultsHaveTheTypesOfTheFunctionAndTheRestPassesThrough() {
    Shape mixed = Shapes.named("mixed");

    assertThat(types("cdf", mixed).get(4)).isEqualTo(ColumnType.DOUBLE);
    assertThat(types("subtract-mean", Shapes.named("long"))).containsExactly(ColumnType.DOUBLE);
    assertThat(types("cdf", mixed).get(3)).isEqualTo(ColumnType.INT);
    assertThat(types("upper", mixed)).isEqualTo(types("identity", mixed));
    assertThat(FunctionSpec.parse("plus-one").results(mixed)).isEqualTo(mixed.columns());
    assertThat(FunctionSpec.parse("cdf").results(mixed).get(4).nullable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1_000,1000", "10k,10000", "1.5M,1500000", "2 G,2000000000", "0,0"})
  void countsAreReadInEverySpelling(String text, long count) {
    assertThat(Quantity.parseCount(text)).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "k", "-1", "1.5", "1e3", "1K", "1kk", "0x10", "9999999999999999999"})
  void whatIsNoCountIsRefused(String text) {
    assertThatThrownBy(() -> Quantity.parseCount(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a whole number such as 1_000, 10k or 1M");
  }

  @Test
  void anUnknownTimeZoneIsAnsweredWithTheNearest() {
    assertThat(AxisValues.canonical(Axis.TIME_ZONE, "Asia/Kolkata")).isEqualTo("Asia/Kolkata");
    assertThatThrownBy(() -> AxisValues.canonical(Axis.TIME_ZONE, "America/New_Yrok"))
        .hasMessage(
            "unknown timeZone 'America/New_Yrok': expected UTC or an id of the IANA's time zone"
                + " database, such as America/New_York; did you mean 'America/New_York'?");
  }

  @Test
  void unknownWordsAreAnsweredWithTheNearest() {
    assertThatThrownBy(() -> AxisWord.of(TransportKind.class, "unxi"))
        .hasMessage(
            "unknown TransportKind 'unxi': expected one of pipe, tcp, unix; did you mean 'unix'?");
    assertThat(NearestWord.to("PICKLE", List.of("arrow", "pickle"))).contains("pickle");
    assertThat(NearestWord.to("x", List.of("y", "arrow"))).isEmpty();
    assertThat(NearestWord.to("w".repeat(1_000_000), List.of("arrow"))).isEmpty();
  }

  private static List<ColumnType> types(String function, Shape shape) {
    return FunctionSpec.parse(function).results(shape).stream().map(ColumnSpec::type).toList();
  }
}
