/** The page people photograph: code, QR, lookup secret, and what happens next. */

import type { Routes } from "#features/identity/index.ts";
import { authorityName } from "#features/organisation/index.ts";
import { NotFoundError } from "#foundation/errors/index.ts";
import { formatInstant, formatInstantWithWeekday } from "#foundation/i18n/index.ts";
import { LinkButton } from "#ui/button/button.tsx";
import { Code, Confirmation } from "#ui/confirmation/confirmation.tsx";
import { readDossierCode } from "../../code.ts";
import { dossierPaths } from "../../paths.ts";
import { findDossierByCode } from "../../queries.ts";
import type { ApplyDeps } from "./deps.ts";
import { applicantOf } from "./open-application.ts";
import { applyTexts } from "./texts/index.ts";

export function declareSentPage(routes: Routes, deps: ApplyDeps): void {
  routes.get(dossierPaths.receipt.pattern, { allow: "applicant", record: "dossier.confirmation" }, async (c) => {
    const code = readDossierCode(c.req.param("code"));
    const dossier = code === undefined ? undefined : await findDossierByCode(deps.database.db, code);
    // Somebody else's dossier is answered like one that does not exist.
    if (code === undefined || dossier === undefined || dossier.submittedBy !== applicantOf(c)?.accountId) {
      throw new NotFoundError("dossier", c.req.param("code"));
    }
    const language = c.get("language");
    const t = applyTexts(language).sent;
    const { definition } = deps.catalogue().getById(dossier.procedureVersionId);
    const firstAnswerBy = deps.firstAnswerBy(dossier.receivingUnitId, dossier.submittedAt);
    const secret = deps.secrets.secretOf(dossier.id);
    return deps.show(c, {
      title: t.title(code),
      isPrivate: true,
      main: (
        <Confirmation
          language={language}
          title={t.heading}
          code={code}
          subject={language === "vi" ? definition.name : definition.nameEn}
          facts={[
            { key: t.submittedAt, value: <span class="amount">{formatInstant(dossier.submittedAt)}</span> },
            {
              key: t.receivedBy,
              value: authorityName(deps.organisation().getById(dossier.receivingUnitId), language),
            },
            {
              key: t.secret,
              value: (
                <>
                  <Code code={secret} />
                  <br />
                  <span class="quiet">{t.secretHint}</span>
                </>
              ),
            },
          ]}
          qrHref={`${deps.origin}${dossierPaths.lookUpOne({ code })}`}
          next={[
            t.firstAnswer(formatInstantWithWeekday(firstAnswerBy, language)),
            t.whenMissing,
            t.dueLater,
            applyTexts(language).check.recall,
          ]}
          actions={
            <>
              <LinkButton href={dossierPaths.own({ code })}>{t.follow}</LinkButton>
              <LinkButton
                kind="secondary"
                icon="download"
                href={dossierPaths.paper({ code, paper: "acknowledgement" })}
              >
                {t.download}
              </LinkButton>
            </>
          }
        />
      ),
    });
  });
}
