/** What makes the pages of officials nicer. Everything here may fail to load and nothing is lost. */
import { enhanceButtons } from "../../button/enhance.ts";
import { enhanceChoices } from "../../choices/enhance.ts";
import { enhanceDossierFrame } from "../../dossier-frame/enhance.ts";
import { enhanceErrorSummary } from "../../error-summary/enhance.ts";
import { enhanceUploads } from "../../file-upload/enhance.ts";
import { enhanceMasthead } from "../../masthead/enhance.ts";
import { enhanceBell } from "../../masthead/enhance-bell.ts";
import { enhancePasswords } from "../../password-input/enhance.ts";
import { enhanceSearchBoxes } from "../../search-box/enhance.ts";
import { enhanceShortcuts } from "../../shortcuts/enhance.ts";
import { enhanceCounts } from "../../text-input/enhance.ts";
import { enhanceWorklist } from "../../worklist/enhance.ts";

enhanceMasthead(document);
enhanceBell(document);
enhanceErrorSummary(document);
enhanceButtons(document);
enhanceChoices(document);
enhanceCounts(document);
enhancePasswords(document);
enhanceUploads(document);
enhanceSearchBoxes(document);
enhanceDossierFrame(document);
enhanceWorklist(document);
enhanceShortcuts(document);
