import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What Prometheus may read of this process. */
export interface Metrics {
  /** Counts one answer: the route's pattern (never the path itself), the status, and how long it took. */
  observe(route: string, status: number, durationMs: number): void;
  /** The figures in the text format of Prometheus, and its content type. */
  read(): Promise<{ text: string; contentType: string }>;
}

/** Opens the figures of one process. */
export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answers = new Counter({
    name: 'signalbox_http_answers_total',
    help: 'Answers given, by route and status.',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'signalbox_http_answer_seconds',
    help: 'Time from the head of a request to its answer, in seconds, by route.',
    labelNames: ['route'],
    buckets: SECONDS,
    registers: [registry],
  });
  return {
    observe(route, status, durationMs) {
      answers.inc({ route, status });
      durations.observe({ route }, durationMs / 1000);
    },
    async read() {
      return { text: await registry.metrics(), contentType: registry.contentType };
    },
  };
}
