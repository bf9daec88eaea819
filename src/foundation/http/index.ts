export { type Address, address } from "./address.ts";
export { type Assets, openAssets } from "./assets.ts";
export { maxFormBytes, maxJsonBytes, readForm, readJson, readText } from "./body.ts";
export { errorWords, problemWords } from "./error-texts.ts";
export { contentSecurityPolicy, securityHeaders } from "./headers.ts";
export { type Problem, problemResponse } from "./problem.ts";
export { rateLimit } from "./rate-limit.ts";
export { comesFromElsewhere, refuseOtherOrigins } from "./same-origin.ts";
