import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type Metrics = {
  readonly observe: (visit: string, method: string, status: number, ms: number) => void;
  readonly gauge: (name: string, help: string, read: () => number) => void;
  readonly text: () => Promise<string>;
};

export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "motcua_" });
  const requests = new Histogram({
    name: "motcua_request_seconds",
    help: "Time to answer, by the name of the visit",
    labelNames: ["visit", "method", "status"],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return {
    observe: (visit, method, status, ms) => requests.labels(visit, method, String(status)).observe(ms / 1000),
    gauge(name, help, read) {
      new Gauge({
        name,
        help,
        registers: [registry],
        collect() {
          this.set(read());
        },
      });
    },
    text: () => registry.metrics(),
  };
}
