/** Some dossiers of a made city, to ask for. */
import { randomUUID } from "node:crypto";
import type { MadeCity } from "./million/index.ts";
import { ownerOf } from "./million/owner.ts";

export type Sampled = { readonly id: string; readonly code: string; readonly ownerName: string };

/** Ids are random, so that those which follow any one are as good as drawn. */
export async function sampleOf(city: MadeCity, count: number): Promise<readonly Sampled[]> {
  const owner = ownerOf(city.url);
  const { rows } = await owner.query<Sampled>(
    `select d.id, d.code, p.owner_name as "ownerName" from dossier d join dossier_party p on p.dossier_id = d.id
     where d.id > $1 order by d.id limit $2`,
    [`0${randomUUID().slice(1)}`, count],
  );
  await owner.end();
  if (rows.length < count) throw new Error(`The city has only ${rows.length} dossiers to draw from`);
  return rows;
}
