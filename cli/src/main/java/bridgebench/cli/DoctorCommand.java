package bridgebench.cli;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.bridge.python.PythonProbe;
import bridgebench.bridge.python.PythonSetupException;
import bridgebench.cli.doctor.Finding;
import bridgebench.cli.doctor.Level;
import bridgebench.cli.doctor.MachineChecks;
import bridgebench.cli.doctor.MomentaryFacts;
import bridgebench.cli.doctor.PythonChecks;
import bridgebench.cli.doctor.WorkerCheck;
import bridgebench.jmh.environment.EnvironmentFacts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells whether this machine can measure. */
@Command(
    name = "doctor",
    header = "Tell whether this machine can measure.",
    description =
        "Looks at cores, load, governor, clocks, memory, container limits, the interpreter and its"
            + " packages, and lets a real worker answer; each finding says what to do. Exit status 1"
            + " when a check fails; warnings are 0.",
    footer = {
      "  bridgebench doctor",
      "  bridgebench doctor --python ~/venv/bin/python",
      "  bridgebench doctor --json | jq '.findings[] | select(.level != \"ok\")'"
    })
final class DoctorCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Mixin private PythonOption python;
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print a JSON object instead of lines.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException, JsonProcessingException {
    List<Finding> findings = new ArrayList<>(machine());
    findings.addAll(pythonSide());
    boolean able = findings.stream().noneMatch(finding -> finding.level() == Level.FAIL);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(toJson(findings, able));
    } else {
      findings.forEach(finding -> print(finding, out));
      out.println(able ? "This machine can measure." : "This machine cannot measure yet.");
    }
    return able ? ExitCode.OK : ExitCode.INTERNAL;
  }

  private static List<Finding> machine() throws InterruptedException {
    Map<String, String> facts = new LinkedHashMap<>(EnvironmentFacts.collect().facts());
    facts.putAll(MomentaryFacts.collect());
    return MachineChecks.judge(facts);
  }

  private List<Finding> pythonSide() {
    Path own = python.interpreter();
    if (own != null && !PythonProbe.probe(own).usable()) {
      return PythonChecks.judge(PythonProbe.probe(own));
    }
    try {
      PythonLaunch launch = python.prepare(spec.commandLine().getErr());
      List<Finding> findings =
          new ArrayList<>(PythonChecks.judge(PythonProbe.probe(launch.interpreter())));
      findings.addAll(WorkerCheck.of(launch, Path.of(System.getProperty("java.io.tmpdir"))));
      return findings;
    } catch (PythonSetupException e) {
      return List.of(PythonChecks.unavailable(String.valueOf(e.getMessage())));
    }
  }

  private static void print(Finding finding, PrintWriter out) {
    String style =
        switch (finding.level()) {
          case OK -> "green";
          case WARN -> "yellow";
          case FAIL -> "red";
        };
    // Padded before it is styled: escape sequences have no width.
    String level = String.format("%-4s", finding.level().word());
    out.printf(
        "%s  %-16s  %s%n",
        Ansi.AUTO.string("@|" + style + " " + level + "|@"), finding.check(), finding.found());
    if (finding.remedy() != null) {
      out.printf("%24s%s%n", "", "-> " + finding.remedy());
    }
  }

  private static String toJson(List<Finding> findings, boolean able)
      throws JsonProcessingException {
    List<Map<String, String>> objects = new ArrayList<>();
    for (Finding finding : findings) {
      Map<String, String> object = new LinkedHashMap<>();
      object.put("check", finding.check());
      object.put("level", finding.level().word());
      object.put("found", finding.found());
      if (finding.remedy() != null) {
        object.put("remedy", finding.remedy());
      }
      objects.add(object);
    }
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("canMeasure", able);
    root.put("findings", objects);
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(root);
  }
}
