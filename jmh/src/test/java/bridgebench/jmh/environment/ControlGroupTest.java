package bridgebench.jmh.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlGroupTest {
  @TempDir Path root;

  private void file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
  }

  private ControlGroup group() {
    return new ControlGroup(new SystemFiles(root));
  }

  @Test
  void limitsOfVersionTwoAreThoseOfTheOwnGroup() throws IOException {
    file("proc/self/cgroup", "0::/system.slice/bench.scope");
    file("sys/fs/cgroup/system.slice/bench.scope/cpu.max", "150000 100000");
    file("sys/fs/cgroup/system.slice/bench.scope/memory.max", "536870912");
    file(
        "sys/fs/cgroup/system.slice/bench.scope/cpu.stat",
        "usage_usec 5000\nnr_throttled 3\nthrottled_usec 42");

    assertThat(group().cpuLimit()).contains("1.5");
    assertThat(group().memoryLimit()).hasValue(536_870_912);
    assertThat(group().throttledNanos()).hasValue(42_000);
  }

  @Test
  void limitsOfVersionOneComeFromItsControllers() throws IOException {
    file("proc/self/cgroup", "4:memory:/box\n1:cpu,cpuacct:/box\n0::/");
    file("sys/fs/cgroup/cpu/box/cpu.cfs_quota_us", "200000");
    file("sys/fs/cgroup/cpu/box/cpu.cfs_period_us", "100000");
    file("sys/fs/cgroup/cpu/box/cpu.stat", "nr_periods 1\nthrottled_time 77");
    file("sys/fs/cgroup/memory/box/memory.limit_in_bytes", "1073741824");

    assertThat(group().cpuLimit()).contains("2");
    assertThat(group().memoryLimit()).hasValue(1_073_741_824L);
    assertThat(group().throttledNanos()).hasValue(77);
  }

  @Test
  void aPathThatIsNotMountedHereMeansTheRootOfTheMount() throws IOException {
    file("proc/self/cgroup", "0::/docker/0123");
    file("sys/fs/cgroup/cpu.max", "100000 100000");

    assertThat(group().cpuLimit()).contains("1");
  }

  @Test
  void noLimitIsNoFact() throws IOException {
    file("proc/self/cgroup", "4:memory:/\n1:cpu:/");
    file("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1");
    file("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000");
    file("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712");

    assertThat(group().cpuLimit()).isEmpty();
    assertThat(group().memoryLimit()).isEmpty();
    assertThat(group().throttledNanos()).isEmpty();
  }
}
