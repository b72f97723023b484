package bridgebench.scenarios.suite;

import bridgebench.scenarios.model.Scenario;

/** Two scenarios that differ on the compared axis only. */
public record ScenarioPair(Scenario baseline, Scenario other) {}
