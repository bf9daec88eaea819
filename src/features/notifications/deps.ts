import type { Catalogue } from "#features/catalogue/index.ts";
import type { City, Organisation } from "#features/organisation/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { Database } from "#foundation/db/index.ts";
import type { Sealing } from "#foundation/sealing/index.ts";
import type { Bell } from "./bell.ts";
import type { Channel } from "./channels.ts";
import type { PumpState } from "./deliver.ts";
import type { QuietHours } from "./quiet-hours.ts";
import type { SignedLinks } from "./signed-links.ts";
import type { NoticeTemplates } from "./templates.ts";

/** One message that would have left, for the visitor of the demo. */
export type PretendedMessage = {
  readonly channel: Channel;
  readonly to: string;
  readonly subject: string | null;
  readonly text: string;
  readonly at: Date;
};

/** What the pages of this feature need; built once in `src/features.ts`. */
export type NotificationDeps = {
  readonly database: Database;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly organisation: () => Organisation;
  readonly catalogue: () => Catalogue;
  readonly city: City;
  readonly origin: string;
  readonly isDemo: boolean;
  readonly templates: NoticeTemplates;
  readonly links: SignedLinks;
  readonly quiet: QuietHours | null;
  readonly on: readonly Channel[];
  readonly off: readonly { readonly channel: Channel; readonly setting: string }[];
  /** How the ways out stand in this process; null where no worker runs. */
  readonly pumps: () => readonly PumpState[] | null;
  readonly pretended: () => readonly PretendedMessage[];
  /** By which Zalo's reports are known; null when there is no Zalo. */
  readonly zalo: { readonly appId: string; readonly oaSecret: string } | null;
  readonly bell: Bell;
};
