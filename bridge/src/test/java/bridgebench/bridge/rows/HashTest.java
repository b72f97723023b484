package bridgebench.bridge.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.scenarios.model.ColumnType;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HashTest {

  @Test
  void textsThatAPolynomialCannotTellApartHaveHashesOfTheirOwn() {
    BytesColumn texts = (BytesColumn) Column.ofType(ColumnType.STRING);
    String[] values = {
      "", "\0", "\0\0", "Aa", "BB", "AaAaAaAa", "BBBBBBBB", "AaAaAaAaBB", "a", "aa"
    };
    Set<Long> hashes = new HashSet<>();
    for (int i = 0; i < values.length; i++) {
      texts.append(values[i].getBytes(UTF_8));
      hashes.add(texts.hash(i));
    }
    assertThat(hashes).hasSize(values.length);
  }

  @Test
  void aHashDoesNotDependOnWhereTheBytesLie() {
    BytesColumn texts = (BytesColumn) Column.ofType(ColumnType.STRING);
    texts.append("x".getBytes(UTF_8));
    texts.append("a longer text than eight bytes".getBytes(UTF_8));
    texts.append("a longer text than eight bytes".getBytes(UTF_8));
    assertThat(texts.hash(1)).isEqualTo(texts.hash(2));
  }

  @Test
  void sequencesInAnotherOrderHaveAnotherHash() {
    assertThat(Hash.step(Hash.step(2, 0), 31)).isNotEqualTo(Hash.step(Hash.step(2, 1), 0));
    assertThat(Hash.step(Hash.step(2, 1), 2)).isNotEqualTo(Hash.step(Hash.step(2, 2), 1));
  }
}
