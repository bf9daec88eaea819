/** What people of the made city hand in: of every procedure that can be received, at every unit that receives it. */
import { randomUUID } from "node:crypto";
import { componentsToUpload, type ProcedureVersion } from "#features/catalogue/index.ts";
import type { ChannelName, Submission } from "#features/dossiers/index.ts";
import { exampleAnswers, formOf } from "#features/eforms/index.ts";
import type { Applicant } from "#features/identity/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import type { Deps } from "../../src/deps.ts";
import { businessName, idNumber, personName, phoneNumber, taxNumber } from "./names.ts";
import { type Random, weighted } from "./random.ts";
import { firstInstant } from "./when.ts";

export type Sent = {
  readonly id: string;
  readonly by: Applicant;
  readonly version: ProcedureVersion;
  readonly unitId: number;
  readonly submission: Submission;
};

export type NextSubmission = (by: Applicant, at: Date) => Sent;

/** What is done in a day is asked for most: copies, certificates, births. What takes weeks is rare. */
function demandOf({ definition }: ProcedureVersion): number {
  const days = definition.deadline.workingHours / 8;
  if (days <= 1) return 12;
  if (days <= 3) return 5;
  return days <= 10 ? 3 : 1;
}

export function submissionsOf(deps: Deps, random: Random): NextSubmission {
  const { catalogue, organisation } = deps;
  const firstDay = dayOf(firstInstant);
  const procedures = catalogue()
    .inForceOn(firstDay)
    .map((version) => {
      const units = catalogue().receivingUnitIds(version.code, firstDay);
      // The first wards of the list are the largest; the smallest has about a tenth of their people.
      const places = units.map((unitId, at) => ({ unitId, people: 1 / (at + 3) }));
      return { version, unit: weighted(places, ({ people }) => people), isReceived: units.length > 0 };
    })
    .filter(({ isReceived }) => isReceived);
  const procedure = weighted(procedures, ({ version }) => demandOf(version));
  const answers = new Map<string, Submission["answers"]>();
  const answersOf = (version: ProcedureVersion, day: string) => {
    const key = `${version.id} ${day}`;
    const known = answers.get(key) ?? exampleAnswers(formOf(version.definition), day);
    answers.set(key, known);
    return known;
  };

  return (by, at) => {
    const { version, unit } = procedure(random);
    const { unitId } = unit(random);
    const channel: ChannelName = random.chance(0.45) ? "online" : random.chance(0.8) ? "counter" : "post";
    return {
      id: randomUUID(),
      by,
      version,
      unitId,
      submission: {
        procedureCode: version.code,
        unitCode: organisation().getById(unitId).code,
        owner: ownerOf(version, by, random),
        answers: answersOf(version, dayOf(at)),
        components: componentsToUpload(version.definition).map(({ componentKey }) => ({
          componentKey,
          uploadIds: [randomUUID()],
        })),
        resultChannel: channel,
      },
    };
  };
}

function ownerOf({ definition }: ProcedureVersion, by: Applicant, random: Random): Submission["owner"] {
  const kind = random.pick(definition.applicants.length > 0 ? definition.applicants : (["citizen"] as const));
  const phone = phoneNumber(random);
  if (kind !== "citizen") return { kind, name: businessName(random), idNumber: taxNumber(random), phone };
  // Many hand in for a child, a parent, a neighbour.
  return { kind, name: random.chance(0.6) ? by.name : personName(random), idNumber: idNumber(random), phone };
}
