/**
 * Starting reads the city, its templates and fonts, and leaves a third of the heap behind as waste that V8 would carry until
 * there is work enough to collect it. Collected once, soon after the start: an office server has better uses for 35 MB.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const afterMs = 2_000;

/** Stops the program for about 150 ms, once. Answers how to call it off. */
export function tidyMemorySoon(): () => void {
  const timer = setTimeout(() => {
    setFlagsFromString("--expose-gc");
    const collect: unknown = runInNewContext("gc");
    setFlagsFromString("--no-expose-gc");
    if (typeof collect === "function") collect({ type: "major", execution: "sync", flavor: "last-resort" });
  }, afterMs);
  timer.unref();
  return () => clearTimeout(timer);
}
