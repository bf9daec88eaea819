/** Whoever takes messages of a channel to people: a mail server, a provider, or what stands in for one in the demo. */
import type { Handover } from "#foundation/outbound/index.ts";
import type { Channel } from "./channels.ts";
import type { Message } from "./fill-in.tsx";

export type Carrier = {
  readonly channel: Channel;
  /** How many messages may be on their way at a time. */
  readonly width: number;
  /** Nothing really leaves: for the demo, and said so wherever it shows. */
  readonly isPretended: boolean;
  /** Ends within 20 s, half the lease of a notice, whatever the other side does. `key` is the same on each try. */
  readonly carry: (to: string, message: Message, key: string) => Promise<Handover>;
  readonly close: () => Promise<void>;
};
