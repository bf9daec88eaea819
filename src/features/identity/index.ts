export { declareStaffPages } from "./admin/routes.tsx";
export { sessionApi } from "./api/routes.ts";
export { declareBeginPages } from "./citizen/begin-account.tsx";
export { declareOpeningPages } from "./citizen/opening.tsx";
export { declareOwnFactorPages } from "./citizen/own-factors.tsx";
export { declareOwnPasswordPages } from "./citizen/own-password.tsx";
export { declareOwnSessionPages } from "./citizen/own-sessions.tsx";
export { askForProof, declareProofPage } from "./citizen/prove-again.tsx";
export { signInPages } from "./citizen/routes.tsx";
export { type DemoPlace, demoAccounts, demoPassword } from "./demo.ts";
export { openSecondFactors, type SecondFactors } from "./factors/second-factors.ts";
export {
  type AppEnv,
  createRoutes,
  type DeclaredRoute,
  type Method,
  type Page,
  type RouteRule,
  type Routes,
} from "./http/routes.ts";
export { bearerToken, type SessionCookie, sessionCookie } from "./http/session-cookie.ts";
export { type CodeSender, recipientOf } from "./opening/open-account.ts";
export { deleteRequestsBefore } from "./opening/queries.ts";
export { identityPaths } from "./paths.ts";
export {
  deleteSessionsBefore,
  findInboxReadAt,
  listAccountNames,
  listOfficials,
  listOfficialsAt,
  listPostedAt,
  setInboxReadAt,
} from "./queries.ts";
export { addInventedAccounts, type InventedAccount, InventedBeforeError, seedDemoAccounts } from "./seed-demo.ts";
export { type NewSession, openSessions, type Sessions, type SignInRefusal } from "./sessions.ts";
export { staffCommand, staffHelp } from "./staffing/command.ts";
export { lockDormant } from "./staffing/dormant.ts";
export { enterOfficials, previewOfficials, type Slip, type StaffingDeps } from "./staffing/staffing.ts";
export { identityTexts } from "./texts/index.ts";
export { staffingTexts } from "./texts/staffing.ts";
export {
  type Allow,
  type Anonymous,
  type Applicant,
  hasRole,
  isRole,
  mayEnter,
  type Official,
  type Posting,
  provedLately,
  type Role,
  roles,
  type Visitor,
} from "./visitor.ts";
