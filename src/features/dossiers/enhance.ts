/** What makes the desk of a dossier nicer. Everything here may fail to load and nothing is lost. */
import { enhanceQuickSend } from "./notes/enhance-quick-send.ts";
import { enhancePhrases } from "./phrases/enhance-phrases.ts";
import { enhancePresence } from "./presence/enhance-presence.ts";

enhancePresence(document);
enhancePhrases(document);
enhanceQuickSend(document);
