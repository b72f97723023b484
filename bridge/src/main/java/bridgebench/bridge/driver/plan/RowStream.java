package bridgebench.bridge.driver.plan;

import bridgebench.bridge.rows.RowRun;
import org.jspecify.annotations.Nullable;

/** Rows on demand, in runs; holds no more of them than its operator needs. For one thread. */
public interface RowStream {

  /**
   * The next rows.
   *
   * @param mostRows how many are wanted at most, at least 1; fewer, and even none, may come before
   *     the end
   * @return a run that is valid until the next call, or null at the end
   */
  @Nullable RowRun next(int mostRows);
}
