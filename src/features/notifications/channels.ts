/**
 * The ways out of the program, and what each can promise over a crash between the moment a provider takes a message and the
 * moment we note it. A table, read by delivery, by the admin's page and by docs/how-to/notices.md.
 */

export const channels = ["email", "sms", "zalo"] as const;
export type Channel = (typeof channels)[number];

/** What a person may choose: the channels, and for officials the e-mail of each working morning. */
export const choosable = ["email", "sms", "zalo", "digest"] as const;
export type Choosable = (typeof choosable)[number];

export type ChannelPromise = {
  /**
   * What is done with a message whose fate nobody knows. `sent-again`: it may come twice, and whoever keeps it can tell;
   * `given-up`: it may be missing, and stands in the inbox of the account like every notice.
   */
  readonly unknownIs: "sent-again" | "given-up";
  /** Why, for whoever runs it. */
  readonly because: string;
  /** For so long after the first try the same message may be sent again. */
  readonly repeatableMs: number;
};

const hour = 3_600_000;

export const promises = {
  email: {
    unknownIs: "sent-again",
    because:
      "SMTP promises nothing, but a request for papers that never arrives costs the citizen a deadline, and mailboxes show a repeat under the same Message-ID once",
    repeatableMs: 72 * hour,
  },
  sms: {
    unknownIs: "sent-again",
    because: "the provider takes one message of each key within 24 hours, so the same again is not a second one",
    // An hour less than the provider remembers, for clocks that differ and requests that wait.
    repeatableMs: 23 * hour,
  },
  zalo: {
    unknownIs: "given-up",
    because: "Zalo sends and charges again whatever comes twice and cannot be asked by our key",
    repeatableMs: 72 * hour,
  },
} as const satisfies Record<Channel, ChannelPromise>;

export function isChannel(text: string): text is Channel {
  return channels.some((channel) => channel === text);
}

export function isChoosable(text: string): text is Choosable {
  return choosable.some((choice) => choice === text);
}
