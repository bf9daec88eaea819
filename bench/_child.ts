/** Processes of the benches' own: another bundle of this folder, told that it shall end when it is cut off from us. */
import { fork } from "node:child_process";
import { join } from "node:path";

export type Child = { readonly port: number; readonly pid: number; readonly stop: () => Promise<void> };

/** Resolves when the child has said on which port it answers. */
export function startChild(name: "_program" | "_constant", env: Readonly<Record<string, string>>): Promise<Child> {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = fork(join(import.meta.dirname, `${name}.mjs`), { env: { ...inherited, ...env } });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    if (child.connected) child.disconnect();
    await ended;
  };
  return new Promise((resolve, reject) => {
    child.once("message", (port) => resolve({ port: Number(port), pid: child.pid ?? 0, stop }));
    child.once("exit", (code) => reject(new Error(`${name} ended with ${code} before it answered`)));
  });
}

/** For the child: tells the port, and stops in order when the parent is gone or has had enough. */
export function answersOn(port: number, stop: () => Promise<void>): void {
  process.once("disconnect", () => {
    void stop().then(() => process.exit(0));
  });
  process.send?.(port);
}
