package nl.korf.benchmarks;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time used so far by those who work together. On a machine others use too it says more
 * than the clock: it tells who would be the bottleneck.
 */
record CpuTime(Duration client, Duration node, Duration postgres) {

  /** None yet. */
  static final CpuTime NONE = new CpuTime(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /** Of this process, the application's and all of the database server's. */
  static CpuTime now(ProcessHandle node, ProcessHandle postmaster) {
    return new CpuTime(
        of(Stream.of(ProcessHandle.current())),
        of(Stream.of(node)),
        of(Stream.concat(Stream.of(postmaster), postmaster.children())));
  }

  CpuTime since(CpuTime before) {
    return new CpuTime(
        client.minus(before.client), node.minus(before.node), postgres.minus(before.postgres));
  }

  CpuTime plus(CpuTime more) {
    return new CpuTime(
        client.plus(more.client), node.plus(more.node), postgres.plus(more.postgres));
  }

  /**
   * Microseconds for one of so many calls.
   *
   * @param call what one is called
   */
  String each(String call, long calls) {
    return "CPU a %s, in us: client %d, application %d, PostgreSQL %d"
        .formatted(call, micros(client, calls), micros(node, calls), micros(postgres, calls));
  }

  private static long micros(Duration time, long calls) {
    return time.toNanos() / 1_000 / Math.max(1, calls);
  }

  private static Duration of(Stream<ProcessHandle> processes) {
    return processes
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
