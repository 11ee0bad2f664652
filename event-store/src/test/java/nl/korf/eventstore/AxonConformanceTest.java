package nl.korf.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Runs Axon's suite and counts. Surefire books its tests under a nested class and prints 0 for
 * ours, so a suite that silently shrank would go unnoticed.
 */
class AxonConformanceTest {

  private static final int TESTS_OF_THE_SUITE = 31;

  @Test
  void passesEveryTestOfAxonsSuite() {
    TestExecutionSummary summary = run(AxonConformance.class);

    assertThat(summary.getFailures()).isEmpty();
    assertThat(summary.getTestsFoundCount()).isEqualTo(TESTS_OF_THE_SUITE);
    assertThat(summary.getTestsSucceededCount()).isEqualTo(TESTS_OF_THE_SUITE);
  }

  @Test
  void theSuiteNoticesAnEngineThatDoesNotLookAtConditions() {
    TestExecutionSummary summary = run(AxonConformance.Careless.class);

    assertThat(summary.getTestsFailedCount()).isPositive();
  }

  private static TestExecutionSummary run(Class<?> suite) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(suite))
                .build(),
            listener);
    return listener.getSummary();
  }
}
