/** Asks the running program as a program outside would. */
export function asking(base: string) {
  const tokens = new Map<string, string>();
  async function tokenOf(who: string): Promise<string> {
    const known = tokens.get(who);
    if (known !== undefined) return known;
    const answer = await fetch(`${base}/api/v1/sessions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ login: `${who}@demo`, password: "motcua-demo" }),
    });
    const { token } = (await answer.json()) as { token: string };
    tokens.set(who, token);
    return token;
  }
  async function ask(
    who: string | null,
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ) {
    const headers: Record<string, string> = { ...more };
    if (who !== null) headers.authorization = `Bearer ${await tokenOf(who)}`;
    const isForm = body instanceof FormData;
    if (body !== undefined && !isForm) headers["content-type"] = "application/json";
    const answer = await fetch(`${base}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const isJson = (answer.headers.get("content-type") ?? "").includes("json");
    return {
      status: answer.status,
      headers: answer.headers,
      bytes,
      json: isJson ? JSON.parse(bytes.toString()) : null,
    };
  }
  return { ask };
}

export type Ask = ReturnType<typeof asking>["ask"];
