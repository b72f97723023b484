package bridgebench.cli;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;

/**
 * From JDK 24 on the JVM warns on stderr of the first use of {@code sun.misc.Unsafe}, here by JMH.
 * No user can do anything about it, and a runnable jar's manifest cannot give the option that
 * allows the use ({@code --sun-misc-unsafe-memory-access=allow}, JEP 498). So the value that the
 * option would have left in the JVM is put there, for which the manifest opens {@code
 * jdk.internal.misc}. Where that fails the warning appears, and nothing else is lost.
 */
final class UnsafeWarning {
  private static final int FIRST_THAT_WARNS = 24;
  private static final String OPTION = "sun.misc.unsafe.memory.access";

  private UnsafeWarning() {}

  /** Must be called before anything uses {@code sun.misc.Unsafe}. */
  static void silence() {
    if (Runtime.version().feature() < FIRST_THAT_WARNS) {
      return;
    }
    try {
      Field saved = Class.forName("jdk.internal.misc.VM").getDeclaredField("savedProps");
      saved.setAccessible(true);
      Map<Object, Object> options = new HashMap<>((Map<?, ?>) saved.get(null));
      options.putIfAbsent(OPTION, "allow");
      saved.set(null, options);
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Not this JVM's way of keeping the option, or not opened: it will warn.
    }
  }
}
