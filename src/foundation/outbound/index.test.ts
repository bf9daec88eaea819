import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { OutsideError, openOutside } from "./index.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serving(answer: RequestListener): Promise<{ host: string; address: string }> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, address: `http://${host}/` };
}

const fault = (asked: Promise<unknown>): Promise<OutsideError> =>
  asked.then(
    () => expect.unreachable("it answered"),
    (error: unknown) => {
      expect(error).toBeInstanceOf(OutsideError);
      return error as OutsideError;
    },
  );

describe("a call to an outside system", () => {
  it("brings its answer, whatever the status", async () => {
    const { host, address } = await serving((_, response) => response.writeHead(503).end("later"));

    expect(await openOutside({ hosts: [host], timeoutMs: 1000 })(address, { method: "GET" })).toEqual({
      status: 503,
      text: "later",
    });
  });

  it("goes to no host that a setting did not name, and to none without TLS but this machine", async () => {
    const call = openOutside({ hosts: ["rest.example.vn"], timeoutMs: 1000 });

    expect((await fault(call("https://elsewhere.example/", { method: "GET" }))).reason).toBe("host-not-allowed");
    expect((await fault(call("http://rest.example.vn/", { method: "GET" }))).reason).toBe("not-encrypted");
  });

  it("follows no redirect, not even to the same host", async () => {
    let asked = 0;
    const { host, address } = await serving((_, response) => {
      asked++;
      response.writeHead(302, { location: "/elsewhere" }).end();
    });

    expect(await fault(openOutside({ hosts: [host], timeoutMs: 1000 })(address, { method: "POST" }))).toMatchObject({
      reason: "redirect",
      wasSent: true,
    });
    expect(asked).toBe(1);
  });

  it("waits no longer than it may, for a silent and for a dripping server alike", async () => {
    const silent = await serving(() => {});
    const dripping = await serving((_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write("."), 20);
      response.on("close", () => clearInterval(drip));
    });

    for (const { host, address } of [silent, dripping]) {
      expect(await fault(openOutside({ hosts: [host], timeoutMs: 150 })(address, { method: "GET" }))).toMatchObject({
        reason: "timeout",
        wasSent: true,
      });
    }
  });

  it("reads no endless answer", async () => {
    const { host, address } = await serving((_, response) => response.end("x".repeat(100_000)));

    expect(
      (await fault(openOutside({ hosts: [host], timeoutMs: 1000, maxBytes: 1000 })(address, { method: "GET" }))).reason,
    ).toBe("answer-too-long");
  });

  it("tells a connection that never stood from one that ended on the way", async () => {
    const { host, address } = await serving((request) => request.socket.destroy());
    const died = await fault(openOutside({ hosts: [host], timeoutMs: 1000 })(address, { method: "POST", body: "x" }));
    const gone = await serving(() => {});
    await new Promise((done) => servers.pop()?.close(done));
    const absent = await fault(
      openOutside({ hosts: [gone.host], timeoutMs: 1000 })(gone.address, { method: "POST", body: "x" }),
    );

    expect([died.wasSent, absent.wasSent]).toEqual([true, false]);
  });
});
