/** Submissions that arrive at a steady pace beside what is measured: of all procedures, by the whole HTTP route. */
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Measuring } from "./_city.ts";
import type { LoadOrder, LoadTold } from "./_load.ts";
import { rounded, say } from "./_report.ts";
import type { MadeCity } from "./million/index.ts";
import { ownerOf } from "./million/owner.ts";
import { insertUploadsLike } from "./million/queries.ts";
import { randomFrom } from "./million/random.ts";
import { readResidents } from "./million/residents.ts";
import { type Sent, submissionsOf } from "./million/submissions.ts";
import { uploadPicture } from "./million/upload.ts";

export type WithLoad<Answer> = { readonly answer: Answer; readonly load: LoadTold };

const seed = 1;

/** Measures while so many are handed in a second. `mostSeconds` is for how long they are prepared. */
export async function besideSubmissions<Answer>(
  { city, program, citizenToken }: Measuring,
  { perSecond, mostSeconds }: { readonly perSecond: number; readonly mostSeconds: number },
  measure: (handing: Handing) => Promise<Answer>,
  isWanted?: (sent: Sent) => boolean,
): Promise<WithLoad<Answer>> {
  say(`Preparing ${perSecond * mostSeconds} submissions …`);
  const handing = await handingIn(city);
  const bodies = await handing.bodies(perSecond * mostSeconds, isWanted);
  const load = startLoad({ port: program.port, token: await citizenToken(), perSecond, bodies });
  const [measured, told] = await Promise.allSettled([measure(handing).finally(load.stop), load.told]);
  if (measured.status === "rejected") throw measured.reason;
  if (told.status === "rejected") throw told.reason;
  if (told.value.ranOut)
    throw new Error(`Measuring took longer than the ${mostSeconds} seconds that were prepared for it`);
  say(`beside it ${Math.round(told.value.perSecond)} submissions a second, p95 ${rounded(told.value.p95Ms)} ms`);
  return { answer: measured.value, load: told.value };
}

function startLoad(order: LoadOrder): { readonly stop: () => void; readonly told: Promise<LoadTold> } {
  const worker = new Worker(join(import.meta.dirname, "_load.mjs"), { workerData: order });
  const told = new Promise<LoadTold>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  return { stop: () => worker.postMessage("stop"), told };
}

/** Prepares bodies of submissions: their uploads are there, the demo citizen's own. */
export type Handing = {
  readonly bodies: (count: number, isWanted?: (sent: Sent) => boolean) => Promise<readonly string[]>;
};

async function handingIn(city: MadeCity): Promise<Handing> {
  const { deps } = city;
  const owner = ownerOf(city.url);
  const { demo } = await readResidents(deps, owner);
  await owner.end();
  const likeId = await uploadPicture(deps, demo.accountId);
  const next = submissionsOf(deps, randomFrom(seed));

  return {
    async bodies(count, isWanted = () => true) {
      const sent: Sent[] = [];
      while (sent.length < count) {
        const one = next(demo, deps.clock.now());
        if (isWanted(one)) sent.push(one);
      }
      const uploads = sent.flatMap(({ submission }) =>
        submission.components.flatMap(({ uploadIds }) => uploadIds.map((id) => ({ id, accountId: demo.accountId }))),
      );
      const writer = ownerOf(city.url);
      await insertUploadsLike(writer, likeId, uploads, deps.clock.now());
      await writer.end();
      return sent.map(({ submission }) => JSON.stringify(submission));
    },
  };
}
