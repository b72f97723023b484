package bridgebench.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** What holds for any quantity. */
final class QuantityPropertiesTest {

  @Property
  void whatIsFormattedReadsBack(@ForAll @LongRange(min = 0) long value) {
    assertThat(Quantity.parseCount(Quantity.formatCount(value))).isEqualTo(value);
    assertThat(Quantity.parseBytes(Quantity.formatBytes(value))).isEqualTo(value);
    assertThat(Quantity.parseNanos(Quantity.formatNanos(value))).isEqualTo(value);
  }
}
