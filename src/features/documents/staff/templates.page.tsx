import type { RuleProfile } from "#features/catalogue/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { Table } from "#ui/table/table.tsx";
import { everyProfile } from "../papers/form.ts";
import type { Specimen, SpecimenKey } from "../papers/specimens.ts";
import { documentsPaths } from "../paths.ts";
import type { DocumentsTexts } from "../texts/index.ts";

/** Which papers stand together: those the law numbers, those it does not, and what a procedure gives. */
const groups = {
  forms: ["receipt", "supplementRequest", "refusal", "apology", "stopNotice", "controlSlip", "register"],
  others: [
    "acknowledgement",
    "consultRequest",
    "transferSlip",
    "feeReceipt",
    "parcelSlip",
    "handoverMinutes",
    "resultReceipt",
    "evaluationSlip",
  ],
  results: ["certificate", "decision", "notice"],
} as const satisfies Record<string, readonly SpecimenKey[]>;

const groupNames = ["forms", "others", "results"] as const satisfies readonly (keyof typeof groups)[];

type TemplatesProps = {
  readonly t: DocumentsTexts;
  readonly language: Language;
  readonly specimens: readonly Specimen[];
  /** The version by which papers are set now. */
  readonly inUse: ReadonlyMap<SpecimenKey, number>;
};

export function TemplatesMain({ t, language, specimens, inUse }: TemplatesProps) {
  const words = t.templates;
  const isAhead = specimens.some(({ key, version }) => inUse.get(key) !== version);
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {isAhead && (
        <Notice language={language} kind="warning">
          <p>{words.ahead}</p>
        </Notice>
      )}
      {groupNames.map((group) => (
        <Table
          caption={words.groups[group]}
          columns={[
            { head: words.paper },
            ...everyProfile.map((profile) => ({ head: words.profiles[profile] })),
            { head: words.version },
          ]}
          rows={groups[group].flatMap((key) => {
            const specimen = specimens.find((one) => one.key === key);
            return specimen === undefined ? [] : [rowOf(specimen, t, inUse.get(key))];
          })}
        />
      ))}
    </>
  );
}

function rowOf(specimen: Specimen, t: DocumentsTexts, versionInUse: number | undefined) {
  const words = t.templates;
  const { key, file, version, profiles } = specimen;
  const preview = (name: RuleProfile) => {
    const profile = profiles.find((one) => one.name === name);
    if (profile === undefined) return words.notInProfile;
    const text = profile.form ?? words.preview;
    const label = `${text}: ${profile.title}, ${words.profiles[name]}`;
    return (
      <a href={documentsPaths.template({ key }, { profile: name })} aria-label={label}>
        {text}
      </a>
    );
  };
  return [
    <>
      {profiles.at(0)?.title}
      <br />
      <small class="code">papers/{file}</small>
    </>,
    ...everyProfile.map(preview),
    versionInUse === version || versionInUse === undefined
      ? words.versionNo(version)
      : words.versionAhead(versionInUse, version),
  ];
}

/** What stands in the way of the next start, as it would say itself. */
export function TemplateFaultsMain({
  t,
  language,
  faults,
}: {
  readonly t: DocumentsTexts;
  readonly language: Language;
  readonly faults: readonly string[];
}) {
  const words = t.templates;
  return (
    <>
      <ErrorSummary
        language={language}
        title={words.faultsTitle(faults.length)}
        faults={faults.map((message) => ({ message }))}
      >
        <p>{words.faultsHint}</p>
      </ErrorSummary>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
    </>
  );
}
