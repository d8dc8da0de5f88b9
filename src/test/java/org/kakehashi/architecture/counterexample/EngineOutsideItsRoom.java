package org.kakehashi.architecture.counterexample;

import org.camunda.bpm.engine.RuntimeService;

/** Breaks the rule on purpose. */
public record EngineOutsideItsRoom(RuntimeService processes) {}
