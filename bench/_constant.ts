/**
 * What a page is held against: the same server (Hono on node-server), answering bytes and headers that never change. It is
 * told them by POST; whatever is then asked for is answered with them.
 */
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { answersOn } from "./_child.ts";

type Constant = { readonly body: string; readonly headers: Readonly<Record<string, string>> };

let constant: Constant = { body: "", headers: {} };
const app = new Hono();
app.post("/", async (c) => {
  constant = await c.req.json<Constant>();
  return c.body(null, 204);
});
app.get("*", () => new Response(constant.body, { headers: constant.headers }));

const server = createAdaptorServer({ fetch: app.fetch });
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
answersOn((server.address() as AddressInfo).port, async () => {
  server.close();
});
