/** The second factor of one's own account: set up, moved to another telephone, taken away. For everybody who has an account. */

import type { Clock } from "#foundation/clock/index.ts";
import { ForbiddenError, SignInNeededError } from "#foundation/errors/index.ts";
import { readForm } from "#foundation/http/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import type { SecondFactors } from "../factors/second-factors.ts";
import type { Page, Routes } from "../http/routes.ts";
import { bearerToken, type SessionCookie } from "../http/session-cookie.ts";
import { identityPaths } from "../paths.ts";
import type { Sessions } from "../sessions.ts";
import { factorTexts } from "../texts/factors.ts";
import { identityTexts } from "../texts/index.ts";
import { type Applicant, type Official, provedLately } from "../visitor.ts";
import { codeField } from "./code.page.tsx";
import { homeOf } from "./home-of.ts";
import { OwnFactorsMain, RecoveryCodesMain, SetUpAppMain, type SetUpFaults } from "./own-factors.page.tsx";
import { passwordFields } from "./own-password.page.tsx";
import { askForProof } from "./prove-again.tsx";

type Show = (
  c: Page,
  page: {
    readonly title: string;
    readonly main: Html | null;
    readonly isPrivate?: boolean;
    readonly hasErrors?: boolean;
    readonly status?: number;
  },
) => Response;

export type OwnFactorDeps = {
  readonly sessions: Sessions;
  readonly factors: SecondFactors;
  readonly clock: Clock;
  readonly cookie: SessionCookie;
  readonly isStaffFactorRequired: boolean;
  readonly site: { readonly citizen: Show; readonly staff: Show };
};

export function declareOwnFactorPages(routes: Routes, deps: OwnFactorDeps): void {
  const { sessions, factors, clock, cookie, isStaffFactorRequired, site } = deps;
  const tokenOf = (c: Page) => cookie.read(c) ?? bearerToken(c.req.header("authorization")) ?? "";

  function holder(c: Page): Applicant | Official {
    const visitor = c.get("visitor");
    if (visitor.kind === "anonymous") throw new SignInNeededError();
    return visitor;
  }

  /** The accounts of a demonstration are everybody's: one visitor must not lock the others out. */
  function ownHolder(c: Page): Applicant | Official {
    const visitor = holder(c);
    if (visitor.isDemo) throw new ForbiddenError("The second factor of a shared account");
    return visitor;
  }

  const showFor = (visitor: Applicant | Official): Show => (visitor.kind === "official" ? site.staff : site.citizen);
  const mayRemove = (visitor: Applicant | Official) => visitor.kind !== "official" || !isStaffFactorRequired;

  async function showSetUp(c: Page, visitor: Applicant | Official, faults: SetUpFaults = {}): Promise<Response> {
    const language = c.get("language");
    const hasErrors = faults.code !== undefined || faults.password !== undefined;
    return showFor(visitor)(c, {
      title: factorTexts(language).setUp.title,
      isPrivate: true,
      hasErrors,
      status: hasErrors ? 422 : 200,
      main: (
        <SetUpAppMain
          language={language}
          app={await factors.beginApp(visitor)}
          asksPassword={asksPassword(visitor)}
          faults={faults}
        />
      ),
    });
  }

  /** Why the password does not let them on, in words; undefined when it does. */
  async function faultOfPassword(c: Page, visitor: Applicant | Official, typed: string): Promise<string | undefined> {
    if (!asksPassword(visitor)) return undefined;
    const { signIn, password } = identityTexts(c.get("language"));
    if (typed === "") return password.faults.currentMissing;
    // Guessed at like a sign-in, and it rests like one.
    const checked = await sessions.check(visitor.login, typed);
    if (checked.ok) return undefined;
    const { reason } = checked.refusal;
    return reason === "unknown-login-or-password" ? password.faults.currentWrong : signIn.refusals[reason];
  }

  function showCodes(c: Page, visitor: Applicant | Official, codes: readonly string[], isNewApp: boolean): Response {
    const language = c.get("language");
    const wasDue = visitor.secondFactor === "due";
    return showFor(visitor)(c, {
      title: factorTexts(language).codes.title,
      isPrivate: true,
      main: (
        <RecoveryCodesMain
          language={language}
          codes={codes}
          isNewApp={isNewApp}
          onward={wasDue ? homeOf(visitor) : identityPaths.ownFactors()}
        />
      ),
    });
  }

  routes.get(identityPaths.ownFactors.pattern, { allow: "signed-in", record: "factors.page" }, async (c) => {
    const visitor = holder(c);
    const language = c.get("language");
    return showFor(visitor)(c, {
      title: factorTexts(language).title,
      isPrivate: true,
      main: (
        <OwnFactorsMain
          language={language}
          state={await factors.stateOf(visitor.accountId)}
          isShared={visitor.isDemo}
          isDue={visitor.secondFactor === "due"}
          mayRemove={mayRemove(visitor)}
          isRemoved={c.req.query("da") === "tat"}
        />
      ),
    });
  });

  // By POST, so that it can wait for a fresh proof: whoever sits down at an unlocked desk must not bring their own telephone in.
  routes.post(identityPaths.ownFactors.pattern, { allow: "signed-in", record: "factors.change" }, async (c) => {
    const visitor = ownHolder(c);
    const form = await readForm(c.req.raw);
    if (!provedLately(visitor, clock.now())) {
      return askForProof(c, showFor(visitor), form, identityPaths.ownFactors());
    }
    return c.redirect(identityPaths.setUpApp(), 303);
  });

  routes.get(identityPaths.setUpApp.pattern, { allow: "signed-in", record: "factors.set-up-page" }, async (c) => {
    const visitor = holder(c);
    // The page before says why not, or asks for the proof.
    if (visitor.isDemo || isStale(visitor, clock.now())) return c.redirect(identityPaths.ownFactors(), 303);
    return showSetUp(c, visitor);
  });

  routes.post(identityPaths.setUpApp.pattern, { allow: "signed-in", record: "factors.set-up" }, async (c) => {
    const visitor = ownHolder(c);
    const form = await readForm(c.req.raw);
    if (isStale(visitor, clock.now())) return askForProof(c, showFor(visitor), form, identityPaths.ownFactors());
    const t = factorTexts(c.get("language"));
    const typed = (form.get(codeField) ?? "").trim();
    const password = await faultOfPassword(c, visitor, (form.get(passwordFields.current) ?? "").slice(0, 200));
    if (typed === "" || password !== undefined) {
      return showSetUp(c, visitor, { password, code: typed === "" ? t.missing : undefined });
    }
    const confirmed = await factors.confirmApp(visitor.accountId, typed);
    if (!confirmed.ok) return showSetUp(c, visitor, { code: t.refusals[confirmed.refusal.reason] });
    await sessions.markProved(visitor.accountId, tokenOf(c), true);
    // Whoever came in elsewhere with the password alone is out.
    await sessions.endOthers(visitor.accountId, tokenOf(c));
    return showCodes(c, visitor, confirmed.value, true);
  });

  routes.post(identityPaths.renewRecoveryCodes.pattern, { allow: "signed-in", record: "factors.renew" }, async (c) => {
    const visitor = ownHolder(c);
    const form = await readForm(c.req.raw);
    if (!(await factors.has(visitor.accountId))) return c.redirect(identityPaths.ownFactors(), 303);
    if (!provedLately(visitor, clock.now())) {
      return askForProof(c, showFor(visitor), form, identityPaths.renewRecoveryCodes());
    }
    return showCodes(c, visitor, await factors.renewRecoveryCodes(visitor.accountId), false);
  });

  routes.post(identityPaths.removeFactors.pattern, { allow: "signed-in", record: "factors.remove" }, async (c) => {
    const visitor = ownHolder(c);
    const form = await readForm(c.req.raw);
    if (!mayRemove(visitor)) throw new ForbiddenError("An official works only with a second factor");
    if (!provedLately(visitor, clock.now())) {
      return askForProof(c, showFor(visitor), form, identityPaths.removeFactors());
    }
    await factors.remove(visitor.accountId);
    await sessions.markProved(visitor.accountId, tokenOf(c), false);
    return c.redirect(identityPaths.ownFactors(undefined, { da: "tat" }), 303);
  });
}

/**
 * The first second factor asks for the password once more: whoever finds a browser open must not bring their own telephone
 * in and lock the owner out. Who has just signed in to set it up, or has proved the one before, has done enough.
 */
function asksPassword({ secondFactor }: Applicant | Official): boolean {
  return secondFactor === undefined;
}

/** Has a second factor and proved it too long ago; who has none yet sets it up with the password alone. */
function isStale(visitor: Applicant | Official, now: Date): boolean {
  return visitor.secondFactor !== "due" && !provedLately(visitor, now);
}
