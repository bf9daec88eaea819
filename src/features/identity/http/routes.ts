/**
 * How every feature declares its addresses. A route says who may come in and under what name the visit is recorded;
 * one that does not will not compile. The list of declared routes is what the access matrix and the OpenAPI test read.
 */
import { type Context, Hono } from "hono";
import { ForbiddenError, SecondFactorDueError, SignInNeededError } from "#foundation/errors/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import type { Log } from "#foundation/log/index.ts";
import { type Allow, mayEnter, type Visitor } from "../visitor.ts";

export type AppEnv = {
  readonly Variables: {
    visitor: Visitor;
    language: Language;
    requestId: string;
    log: Log;
    /** Set by the route that was entered; the access log and the metrics name visits by it. */
    visit: string;
  };
};

export type Page<Path extends string = string> = Context<AppEnv, Path>;

export type RouteRule = {
  readonly allow: Allow;
  /** What this visit is called in the access log, such as "dossier.submit". */
  readonly record: string;
};

export type Method = "get" | "post" | "put" | "delete";
export type DeclaredRoute = RouteRule & { readonly method: Method; readonly pattern: string };
type Handler<Path extends string> = (c: Context<AppEnv, Path>) => Response | Promise<Response>;
type Declare = <const Path extends string>(pattern: Path, rule: RouteRule, handler: Handler<Path>) => void;

export type Routes = {
  readonly get: Declare;
  readonly post: Declare;
  readonly put: Declare;
  readonly delete: Declare;
  readonly declared: readonly DeclaredRoute[];
  readonly app: Hono<AppEnv>;
};

export function createRoutes(): Routes {
  const app = new Hono<AppEnv>();
  const declared: DeclaredRoute[] = [];

  const declare =
    (method: Method): Declare =>
    (pattern, rule, handler) => {
      declared.push({ method, pattern, ...rule });
      app.on(method, pattern, async (c) => {
        c.set("visit", rule.record);
        const visitor = c.get("visitor");
        if (!mayEnter(visitor, rule.allow)) {
          if (visitor.kind === "anonymous") throw new SignInNeededError();
          if (visitor.secondFactor === "due") throw new SecondFactorDueError();
          throw new ForbiddenError(`${rule.record} is not for ${visitor.kind} ${visitor.accountId}`);
        }
        // Hono types the context of a pattern it was told at declaration; ours is declared once for all methods.
        return handler(c as unknown as Parameters<typeof handler>[0]);
      });
    };

  return { get: declare("get"), post: declare("post"), put: declare("put"), delete: declare("delete"), declared, app };
}
