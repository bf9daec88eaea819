/** A thread that submits at a steady pace over HTTP, so that the load's own work does not delay what is measured. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { Connection } from "./_connection.ts";
import { percentile } from "./_report.ts";

export type LoadOrder = {
  readonly port: number;
  readonly token: string;
  readonly perSecond: number;
  /** Each is sent once. */
  readonly bodies: readonly string[];
};
export type LoadTold = {
  readonly perSecond: number;
  readonly p95Ms: number;
  /** It had nothing left to send before it was told to stop. */
  readonly ranOut: boolean;
};

const { port, token, perSecond, bodies }: LoadOrder = workerData;
const connections = 32;
const tickMs = 5;

const free = Array.from({ length: connections }, () => new Connection(port));
const all = [...free];
const times: number[] = [];
let next = 0;
let isOver = false;
let underWay = 0;
parentPort?.once("message", () => {
  isOver = true;
});

async function send(connection: Connection, body: string): Promise<void> {
  underWay++;
  const from = performance.now();
  const answer = await connection.post("/api/v1/dossiers", token, body, randomUUID());
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  times.push(performance.now() - from);
  underWay--;
  free.push(connection);
}

const begunAt = performance.now();
while (!isOver && next < bodies.length) {
  // What is owed by now is sent as far as connections are free; a program that cannot keep up is seen by its pace.
  const owed = Math.floor(((performance.now() - begunAt) / 1000) * perSecond);
  while (next < owed && next < bodies.length) {
    const connection = free.pop();
    if (connection === undefined) break;
    void send(connection, bodies[next] ?? "");
    next++;
  }
  await sleep(tickMs);
}
const seconds = (performance.now() - begunAt) / 1000;
while (underWay > 0) await sleep(tickMs);
for (const connection of all) connection.end();
const told: LoadTold = { perSecond: times.length / seconds, p95Ms: percentile(times, 0.95), ranOut: !isOver };
parentPort?.postMessage(told);
