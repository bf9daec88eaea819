/**
 * Whether each paper of a dossier is digitised or re-used: the states 0 to 3 that the national interface knows (one-stop-rules
 * §15, §16 `DuocSoHoa`, `DuocTaiSuDung`, `MaKetQuaThayThe`). Who receives records it with the receipt (61/2018/NĐ-CP art. 17(1):
 * check, scan, store the e-dossier; TT 01/2023/TT-VPCP), who returns the result records that it is kept for re-use (art. 20(5)). Pure.
 */
import type { ProcedureVersion } from "#features/catalogue/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import type { DossierContent } from "../content.ts";
import type { InputNeed } from "../decide.ts";
import type { MoveName } from "../moves.ts";

/** By their national codes. Re-used is digitised too: nobody had to bring it again. */
export const digitisationStates = { none: 0, digitised: 1, fromComponent: 2, fromResult: 3 } as const;
export type DigitisationState = (typeof digitisationStates)[keyof typeof digitisationStates];

export function isDigitisationState(state: unknown): state is DigitisationState {
  return state === 0 || state === 1 || state === 2 || state === 3;
}

/** The result of the dossier beside its components; no key of a component looks like this. */
export const theResult = "$result";

export type Digitised = {
  /** The key of a component, or `theResult`. */
  readonly of: string;
  readonly state: DigitisationState;
  /** Of what is re-used: the dossier or the number of the paper it was taken from. */
  readonly source: string | null;
};

export const longestSource = 200;

/** What is only shown at the counter stays in the hands of the person, so there is nothing to digitise. */
export function keptComponents({ definition }: Pick<ProcedureVersion, "definition">) {
  return definition.components.filter(({ shownOnly }) => !shownOnly);
}

type Sent = {
  readonly version: Pick<ProcedureVersion, "definition">;
  readonly content: Pick<DossierContent, "components">;
  /** How it stands on record; empty before acceptance. */
  readonly before: readonly Digitised[];
  readonly given: readonly Digitised[];
};

/** A form that everybody fills in here is data already; of everything else there is a file or there is none. */
function hasData({ version, content }: Pick<Sent, "version" | "content">, of: string): boolean {
  const isForm = keptComponents(version).some(
    ({ componentKey, kind, required }) => componentKey === of && kind === "form" && required,
  );
  const hasFile = content.components.some(({ componentKey, uploadIds }) => componentKey === of && uploadIds.length > 0);
  return isForm || hasFile;
}

/**
 * What is there when nobody has said anything: what came as a file is digitised, what came on paper is not. A paper that only
 * some dossiers need, and this one did not bring, is no part of it.
 */
export function presumed(sent: Pick<Sent, "version" | "content">): readonly Digitised[] {
  return keptComponents(sent.version).flatMap(({ componentKey, required }): readonly Digitised[] => {
    const isData = hasData(sent, componentKey);
    return isData || required ? [{ of: componentKey, state: isData ? 1 : 0, source: null }] : [];
  });
}

/**
 * How every paper stands after a move; null when the move says nothing of it. With acceptance each component has its state, with
 * the return of the result that has one too, and `digitise` sets right what was recorded before.
 */
export function digitisedBy(move: MoveName, sent: Sent): Result<readonly Digitised[] | null, readonly InputNeed[]> {
  if (move !== "accept" && move !== "returnResult" && move !== "digitise") return accepted(null);
  const faults = faultsOf(move, sent);
  if (faults.length > 0) return refused(faults);
  const given = new Map(sent.given.map((one) => [one.of, one]));
  const presumedNow = presumed(sent);
  const components = keptComponents(sent.version).flatMap(({ componentKey }) => {
    const isThis = ({ of }: Digitised) => of === componentKey;
    return given.get(componentKey) ?? sent.before.find(isThis) ?? presumedNow.find(isThis) ?? [];
  });
  // What is signed here is an e-result already; a paper made elsewhere is recorded as what it is.
  const signed =
    move === "returnResult" ? { of: theResult, state: digitisationStates.digitised, source: null } : undefined;
  const result = given.get(theResult) ?? sent.before.find(({ of }) => of === theResult) ?? signed;
  const after = result === undefined ? components : [...components, result];
  if (move === "digitise" && isSame(after, sent.before)) return refused([{ path: "digitisation", code: "unchanged" }]);
  return accepted(after);
}

function faultsOf(move: MoveName, { version, content, before, given }: Sent): readonly InputNeed[] {
  if (move === "digitise" && given.length === 0) return [{ path: "digitisation", code: "missing" }];
  const keys = new Set(keptComponents(version).map(({ componentKey }) => componentKey));
  const hasResult = move === "returnResult" || before.some(({ of }) => of === theResult);
  return given.flatMap(({ of, state, source }, at): readonly InputNeed[] => {
    const path = `digitisation/${at}`;
    const isResult = of === theResult;
    if (isResult ? !hasResult : move === "returnResult" || !keys.has(of)) {
      return [{ path: `${path}/of`, code: "unknownComponent" }];
    }
    // A result is made here: it may be digitised or not, and is taken from nowhere.
    if (isResult && state > digitisationStates.digitised) return [{ path: `${path}/state`, code: "notReused" }];
    const isReused = state > digitisationStates.digitised;
    if (isReused && (source ?? "").trim() === "") return [{ path: `${path}/source`, code: "missing" }];
    if ((source ?? "").length > longestSource) return [{ path: `${path}/source`, code: "tooLong" }];
    if (!isResult && state === 1 && !hasData({ version, content }, of))
      return [{ path: `${path}/state`, code: "noFile" }];
    return [];
  });
}

function isSame(one: readonly Digitised[], other: readonly Digitised[]): boolean {
  return changedBetween(one, other).length === 0;
}

/** What an event set otherwise than it stood before. */
export function changedBetween(after: readonly Digitised[], before: readonly Digitised[]): readonly Digitised[] {
  return after.filter((now) => {
    const was = before.find(({ of }) => of === now.of);
    return was === undefined || was.state !== now.state || (was.source ?? "") !== (now.source ?? "");
  });
}

/** As it is read back from an event; undefined where the event says nothing of it. */
export function digitisationIn(said: Readonly<Record<string, unknown>>): readonly Digitised[] | undefined {
  const { digitisation } = said;
  if (!Array.isArray(digitisation)) return undefined;
  return digitisation.filter(
    (one): one is Digitised => typeof one?.of === "string" && isDigitisationState(one.state) && "source" in one,
  );
}

/** How it stands now: each event that speaks of it says it of everything. */
export function digitisationOf(
  history: readonly { readonly said: Readonly<Record<string, unknown>> }[],
): readonly Digitised[] {
  return history.reduce<readonly Digitised[]>((before, { said }) => digitisationIn(said) ?? before, []);
}

export type DigitisationCounts = {
  readonly components: number;
  readonly digitised: number;
  readonly reused: number;
  readonly isResultDigitised: boolean | null;
};

export function countsOf(digitised: readonly Digitised[]): DigitisationCounts {
  const components = digitised.filter(({ of }) => of !== theResult);
  const result = digitised.find(({ of }) => of === theResult);
  return {
    components: components.length,
    digitised: components.filter(({ state }) => state > 0).length,
    reused: components.filter(({ state }) => state > digitisationStates.digitised).length,
    isResultDigitised: result === undefined ? null : result.state > 0,
  };
}
