/** The way of the result by post, for whoever follows the dossier: on the desk, on the applicant's page, for programs. */
import type { DocumentSlot, DossierSlot } from "#features/dossiers/index.ts";
import { channels, inCity } from "#features/dossiers/index.ts";
import { unitName } from "#features/organisation/index.ts";
import { formatDay, type Language } from "#foundation/i18n/index.ts";
import { StatusTag } from "#ui/status-tag/status-tag.tsx";
import type { PostDeps } from "./deps.ts";
import { type ParcelState, stateOf } from "./parcel.ts";
import { postPaths } from "./paths.ts";
import { listParcelsOf, type TrackedParcel } from "./queries.ts";
import { postTexts } from "./texts/index.ts";

const tones = { prepared: "calm", handedOver: "calm", delivered: "good", cameBack: "late" } as const satisfies Record<
  ParcelState,
  string
>;

export function deskParcels(deps: PostDeps): DossierSlot {
  return parcelsSlot(deps, true);
}

export function ownParcels(deps: PostDeps): DossierSlot {
  return parcelsSlot(deps, false);
}

function parcelsSlot(deps: PostDeps, isDesk: boolean): DossierSlot {
  return async (c, { dossier }) => {
    const language = c.get("language");
    const t = postTexts(language);
    const parcels = await listParcelsOf(deps.database.db, dossier.id);
    const isByPost = dossier.resultChannel === channels.post && dossier.finishedAt !== null;
    if (parcels.length === 0 && !(isDesk && isByPost)) return { section: null, moments: [] };
    const organisation = deps.organisation();
    return {
      moments: parcels.flatMap((parcel) =>
        parcel.events.map((event) => ({
          at: event.recordedAt,
          title: `${t.parcel} ${parcel.trackingNumber}: ${t.states[event.state]}, ${formatDay(event.happenedOn)}`,
          by: unitName(organisation.getById(parcel.unitId), language),
          detail: event.cause === null ? undefined : t.causes[event.cause],
          tone: tones[event.state],
        })),
      ),
      section: (
        <section aria-labelledby="buu-gui">
          {isDesk ? <h3 id="buu-gui">{t.parcels}</h3> : <h2 id="buu-gui">{t.parcels}</h2>}
          {parcels.map((parcel) => (
            <Parcel parcel={parcel} language={language} />
          ))}
          {isDesk && (
            <p>
              <a href={postPaths.post()}>{t.manage}</a>
            </p>
          )}
        </section>
      ),
    };
  };
}

function Parcel({ parcel, language }: { readonly parcel: TrackedParcel; readonly language: Language }) {
  const t = postTexts(language);
  const state = stateOf(parcel.events);
  const last = parcel.events.find((event) => event.state === state);
  return (
    <p>
      {t.tracking} <span class="code">{parcel.trackingNumber}</span>{" "}
      <StatusTag tone={tones[state]}>{t.states[state]}</StatusTag>
      {last !== undefined && <span class="quiet"> {formatDay(last.happenedOn)}</span>}
      {last?.cause != null && <span class="quiet"> · {t.causes[last.cause]}</span>}
    </p>
  );
}

export function parcelDocuments(deps: PostDeps): DocumentSlot {
  return async (dossier) => ({
    parcels: (await listParcelsOf(deps.database.db, dossier.id)).map((parcel) => ({
      trackingNumber: parcel.trackingNumber,
      state: stateOf(parcel.events),
      preparedAt: inCity(parcel.preparedAt),
      news: parcel.events.map(({ state, happenedOn, cause }) => ({ state, on: happenedOn, cause })),
    })),
  });
}
