/** The one page of the counter: who, the form, the papers, and what comes of it, in the order a clerk is told it. */
import type { UploadedFile } from "#features/documents/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { Button, ButtonGroup } from "#ui/button/button.tsx";
import { Checkbox, Radios, Select } from "#ui/choices/choices.tsx";
import { Details } from "#ui/details/details.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { Textarea, TextInput } from "#ui/text-input/text-input.tsx";
import type { Application } from "../citizen/apply/application.ts";
import { hasImmediateResult } from "../immediate.ts";
import { dossierPaths } from "../paths.ts";
import { staffTexts } from "../staff/texts.ts";
import { aboutPrefix, type DeskFault, formPrefix, inSummary } from "./desk-form.ts";
import { CheckOnEnter, GroupPart, PapersPart } from "./parts.tsx";
import { counterTexts } from "./texts/index.ts";

export type ReceivePageProps = {
  readonly language: Language;
  readonly id: string;
  readonly application: Application;
  readonly boxes: URLSearchParams;
  readonly uploads: ReadonlyMap<string, UploadedFile>;
  readonly faults: readonly DeskFault[];
  readonly notice: { readonly kind: "success" | "problem"; readonly text: string } | null;
  readonly maxBytes: number;
  /** As it opens for the next person, with nothing typed yet. */
  readonly isNew: boolean;
};

export function ReceivePage(props: ReceivePageProps) {
  const { language, id, application, boxes, faults, notice, isNew } = props;
  const { version, about, form, content } = application;
  const t = counterTexts(language).receive;
  const { definition, code } = version;
  const shared = { faults, language, isNew };
  const error = (name: string) => faults.find((fault) => fault.name === name)?.message;
  const isImmediate = hasImmediateResult(version);
  return (
    <>
      <ErrorSummary language={language} faults={inSummary(faults)} />
      {notice && (
        <Notice language={language} kind={notice.kind} isNews>
          <p>{notice.text}</p>
        </Notice>
      )}
      <h1>{t.title(language === "vi" ? definition.name : definition.nameEn)}</h1>
      <p>
        <a href="#xu-ly">{t.toDecision}</a>
      </p>
      <form
        class="eform counter"
        method="post"
        action={dossierPaths.reception({ procedure: code })}
        enctype="multipart/form-data"
        novalidate
        data-enhance="eform"
      >
        <CheckOnEnter text={t.check} />
        <input type="hidden" name="id" value={id} />
        <Radios
          name="kenh"
          label={t.channel}
          inline
          value={boxes.get("kenh") === "post" ? "post" : "counter"}
          choices={(["counter", "post"] as const).map((channel) => ({ value: channel, label: t.channels[channel] }))}
          language={language}
        />
        {about.form.groups.map((group) => (
          <GroupPart
            {...shared}
            group={group}
            answers={content.about}
            prefix={aboutPrefix}
            heading={headingOf(group.fields, t)}
          />
        ))}
        <fieldset class="fieldset counter-part">
          <legend class="fieldset-legend">
            <h2>{t.submitter}</h2>
          </legend>
          <p class="quiet">{t.submitterHint}</p>
          <div class="counter-questions">
            <TextInput
              name="nguoi-mang"
              label={t.submitterName}
              value={boxes.get("nguoi-mang") ?? undefined}
              error={error("nguoi-mang")}
              maxlength={200}
              optional
              language={language}
            />
            <TextInput
              name="so-nguoi-mang"
              label={t.submitterNumber}
              value={boxes.get("so-nguoi-mang") ?? undefined}
              error={error("so-nguoi-mang")}
              maxlength={40}
              optional
              language={language}
            />
          </div>
        </fieldset>
        {form.groups.map((group) => (
          <GroupPart {...shared} group={group} answers={content.answers} prefix={formPrefix} />
        ))}
        <PapersPart {...props} />
        <section class="counter-decide" aria-labelledby="xu-ly">
          <h2 id="xu-ly">{t.decide}</h2>
          {isImmediate && (
            <>
              <p class="quiet">{t.wantsReceiptHint}</p>
              <Checkbox name="can-giay" label={t.wantsReceipt} checked={boxes.has("can-giay")} language={language} />
            </>
          )}
          <ButtonGroup>
            <Button name="do" value="accept">
              {isImmediate ? t.acceptNow : t.accept}
            </Button>
          </ButtonGroup>
          <Lacks {...props} isOpen={boxes.get("do") === "requestSupplement"} />
          <Details summary={t.refuse} open={boxes.get("do") === "refuse"}>
            <Textarea
              name="ly-do"
              label={t.refuseReason}
              hint={t.refuseHint}
              rows={3}
              maxlength={4000}
              value={boxes.get("ly-do") ?? undefined}
              error={error("ly-do")}
              language={language}
            />
            <ButtonGroup>
              <Button kind="warning" name="do" value="refuse">
                {t.doRefuse}
              </Button>
            </ButtonGroup>
          </Details>
          <GuidancePart {...props} />
        </section>
      </form>
    </>
  );
}

function headingOf(fields: readonly { readonly key: string }[], t: { readonly unit: string; readonly owner: string }) {
  return fields.some(({ key }) => key === "unitCode") ? t.unit : t.owner;
}

function Lacks({ application, boxes, faults, language, isOpen }: ReceivePageProps & { readonly isOpen: boolean }) {
  const t = counterTexts(language).receive;
  const s = staffTexts(language);
  const { components, legalBasis } = application.version.definition;
  return (
    <Details summary={t.lacks} open={isOpen}>
      <p>{t.lacksHint}</p>
      {components.map(({ componentKey, name }) => (
        <Textarea
          name={`loi.${componentKey}`}
          label={name}
          rows={2}
          maxlength={4000}
          optional
          value={boxes.get(`loi.${componentKey}`) ?? undefined}
          language={language}
        />
      ))}
      <Textarea
        name="loi-khac"
        label={s.faultLegal}
        rows={2}
        maxlength={4000}
        optional
        value={boxes.get("loi-khac") ?? undefined}
        error={faults.find(({ name }) => name === "loi-khac")?.message}
        language={language}
      />
      <Select
        name="can-cu"
        label={s.faultBasis}
        options={legalBasis.map((source) => ({ value: source.number, text: `${source.number} – ${source.title}` }))}
        empty=""
        value={boxes.get("can-cu") ?? undefined}
        optional
        language={language}
      />
      <ButtonGroup>
        <Button kind="secondary" name="do" value="requestSupplement">
          {t.requestSupplement}
        </Button>
      </ButtonGroup>
    </Details>
  );
}

function GuidancePart({ boxes, faults, language }: ReceivePageProps) {
  const t = counterTexts(language).guidance;
  return (
    <Details summary={t.open} open={boxes.get("do") === "guide"}>
      <Textarea
        name="huong-dan"
        label={t.said}
        hint={t.hint}
        rows={3}
        maxlength={4000}
        value={boxes.get("huong-dan") ?? undefined}
        error={faults.find(({ name }) => name === "huong-dan")?.message}
        language={language}
      />
      <ButtonGroup>
        <Button kind="secondary" name="do" value="guide" formnovalidate>
          {t.save}
        </Button>
      </ButtonGroup>
    </Details>
  );
}
