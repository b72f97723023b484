package bridgebench.reports.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The few facts of an environment that stand at the top of a page. */
final class HeadlineFacts {

  /** Names for readers by key, in the order in which they are shown. */
  static final Map<String, String> NAMES;

  static {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("cpu.model", "Processor");
    names.put("cpu.logicalCores", "Cores");
    names.put("os.kernel", "Kernel");
    names.put("jvm.version", "Java");
    names.put("python.version", "Python");
    names.put("python.pyarrow", "pyarrow");
    names.put("python.pandas", "pandas");
    NAMES = Collections.unmodifiableMap(names);
  }

  private HeadlineFacts() {}
}
