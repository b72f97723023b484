package bridgebench.scenarios.suite;

import bridgebench.scenarios.model.Scenario;

/** A scenario of a suite with the timing that satisfies every question which asks for it. */
public record PlannedScenario(Scenario scenario, Timing timing) {}
