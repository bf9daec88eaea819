/** For tests and benches only: something that answers requests, put behind a real socket of this machine. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Served = { readonly base: string; readonly close: () => Promise<void> };

export async function serveOnSocket(answer: (request: Request) => Promise<Response>): Promise<Served> {
  const server = createServer(async (incoming, outgoing) => {
    const ended = new AbortController();
    outgoing.once("close", () => ended.abort());
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      const response = await answer(
        new Request(`http://${incoming.headers.host}${incoming.url}`, {
          method: incoming.method ?? "GET",
          headers: Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as [string, string]),
          signal: ended.signal,
          ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
        }),
      );
      outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
    } catch {
      // Whatever fails in the answer breaks the connection, as a system that dies does.
      outgoing.destroy();
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
