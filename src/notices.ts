/** The ways out of the program, as the settings name them; in the demo, where they name none, ways that lead nowhere. */
import { setTimeout as sleep } from "node:timers/promises";
import {
  type Carrier,
  type Channel,
  channels,
  type NoticeTemplates,
  notificationPaths,
  type PretendedMessage,
  readNoticeTemplates,
  type SignedLinks,
  signedLinks,
  tooLong,
  zaloTokenKeeper,
} from "#features/notifications/index.ts";
import { type City, CityFileError, type Organisation } from "#features/organisation/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { Config } from "#foundation/config/index.ts";
import type { Database } from "#foundation/db/index.ts";
import type { Sealing } from "#foundation/sealing/index.ts";
import { type FakeSms, openFakeSms, openSms } from "#integrations/sms/index.ts";
import { type FakeMail, openFakeMail, openSmtp } from "#integrations/smtp/index.ts";
import { type FakeZalo, keepTokensInMemory, openFakeZalo, openZalo } from "#integrations/zalo/index.ts";

export type Notices = {
  readonly templates: NoticeTemplates;
  readonly links: SignedLinks;
  readonly carriers: readonly Carrier[];
  /** Newest first; empty outside the demo. */
  readonly pretended: () => readonly PretendedMessage[];
  /** By which Zalo's reports are known; null when there is no Zalo. */
  readonly zalo: { readonly appId: string; readonly oaSecret: string } | null;
  /** Channels there is no way out by, with the setting that would open one. */
  readonly off: readonly { readonly channel: Channel; readonly setting: string }[];
};

const widths = { email: 8, sms: 4, zalo: 4 } as const satisfies Record<Channel, number>;
/** Pretended ways are as slow as real ones are, so that a demo under load spends its time on what is real in it. */
const pretendedWidth = 2;
const pretendedMs = 50;
const settingOf = { email: "MOTCUA_SMTP_URL", sms: "MOTCUA_SMS_KEY", zalo: "MOTCUA_ZALO_APP_ID" } as const;

export function openNotices({
  config,
  cityFolder,
  city,
  organisation,
  database,
  sealing,
  clock,
}: {
  config: Config;
  cityFolder: string;
  city: City;
  organisation: () => Organisation;
  database: Database;
  sealing: Sealing;
  clock: Clock;
}): Notices {
  const { origin, notices: settings } = config;
  const templates = readNoticeTemplates(cityFolder);
  const faults = tooLong(templates, { organisation: organisation(), city, origin });
  if (faults.length > 0) throw new CityFileError(`${cityFolder}/notices`, faults);
  const links = signedLinks(sealing);
  const isDemo = config.mode === "demo";
  const now = clock.now;
  const mailFake = settings.smtp === null && isDemo ? openFakeMail({ now }) : null;
  const smsFake = settings.sms === null && isDemo ? fakeSms(templates, now) : null;
  const zaloFake = settings.zalo === null && isDemo ? fakeZalo(templates, now) : null;
  const reportAddress = (key: string) => `${origin}${notificationPaths.smsReport({ token: links.reportToken(key) })}`;

  const carriers: Carrier[] = [];
  const server = mailFake ?? (settings.smtp === null ? null : openSmtp(settings.smtp, { width: widths.email }));
  if (server !== null) {
    const domain = (settings.smtp?.from.address ?? "motcua@example.invalid").split("@")[1] ?? "";
    carriers.push({
      channel: "email",
      width: widths.email,
      isPretended: mailFake !== null,
      async carry(to, message, key) {
        if (message.channel !== "email") throw new Error(`A message for ${message.channel} came to the mail server`);
        const { subject, text, html, language, stopLink } = message;
        return server.send({ to, subject, text, html, language, stopAddress: stopLink, messageId: `${key}@${domain}` });
      },
      close: () => server.close(),
    });
  }
  const smsSettings = settings.sms ?? (smsFake === null ? null : pretendedSms);
  if (smsSettings !== null) {
    const provider = openSms(smsSettings, smsFake === null ? {} : { fetch: smsFake.fetch });
    carriers.push({
      channel: "sms",
      width: widths.sms,
      isPretended: smsFake !== null,
      async carry(to, message, key) {
        if (message.channel !== "sms") throw new Error(`A message for ${message.channel} came to the SMS provider`);
        const { text, templateId } = message;
        return provider.send({ to, text, templateId, key, reportAddress: reportAddress(key) });
      },
      async close() {},
    });
  }
  const zaloSettings = settings.zalo ?? (zaloFake === null ? null : pretendedZalo);
  if (zaloSettings !== null) {
    const zalo =
      zaloFake === null
        ? openZalo(zaloSettings, { keeper: zaloTokenKeeper({ database, sealing }), now })
        : openZalo(zaloSettings, { keeper: keepTokensInMemory(), now, fetch: zaloFake.fetch });
    carriers.push({
      channel: "zalo",
      width: widths.zalo,
      isPretended: zaloFake !== null,
      async carry(to, message, key) {
        if (message.channel !== "zalo") throw new Error(`A message for ${message.channel} came to Zalo`);
        return zalo.send({ to, templateId: message.templateId, parameters: message.parameters, key });
      },
      async close() {},
    });
  }
  const ways = carriers.map((carrier) => (carrier.isPretended ? pretend(carrier) : carrier));
  const on = new Set(carriers.map(({ channel }) => channel));
  return {
    templates,
    links,
    carriers: ways,
    zalo: zaloSettings,
    pretended: () => pretended(mailFake, smsFake, zaloFake),
    off: channels.filter((channel) => !on.has(channel)).map((channel) => ({ channel, setting: settingOf[channel] })),
  };
}

function pretend(carrier: Carrier): Carrier {
  return {
    ...carrier,
    width: pretendedWidth,
    async carry(to, message, key) {
      await sleep(pretendedMs);
      return carrier.carry(to, message, key);
    },
  };
}

const pretendedSms = { url: "https://sms.example.invalid", key: "demo", secret: "demo", brand: "MOTCUA" };
const pretendedZalo = {
  url: "https://zalo.example.invalid",
  oauthUrl: "https://oauth.zalo.example.invalid",
  appId: "demo",
  appSecret: "demo",
  refreshToken: "demo",
  oaSecret: "demo",
};

/** Approves what the city's own templates say, as the networks did with the real ones. */
function fakeSms(templates: NoticeTemplates, now: () => Date): FakeSms {
  const approved = [...Object.values(templates.sms.events), ...Object.values(templates.sms.codes)].flatMap(
    ({ vi, en }) =>
      [vi.text, en.text].map(
        (text) => new RegExp(`^${text.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{\w+\}/g, ".*")}$`),
      ),
  );
  return openFakeSms({ ...pretendedSms, now, isApproved: (text) => approved.some((one) => one.test(text)) });
}

function fakeZalo(templates: NoticeTemplates, now: () => Date): FakeZalo {
  const approved = Object.values(templates.zalo.events)
    .flatMap(({ vi, en }) => [vi, en])
    .map(({ templateId, parameters }) => ({
      id: templateId,
      parameters: Object.fromEntries(Object.entries(parameters).map(([name, { longest }]) => [name, longest])),
    }));
  return openFakeZalo({ ...pretendedZalo, now, templates: approved });
}

function pretended(mail: FakeMail | null, sms: FakeSms | null, zalo: FakeZalo | null): readonly PretendedMessage[] {
  const all: PretendedMessage[] = [
    ...(mail?.kept() ?? []).map((one) => ({
      channel: "email" as const,
      to: one.to,
      subject: one.subject,
      text: one.text,
      at: one.keptAt,
    })),
    ...(sms?.kept() ?? []).map((one) => ({
      channel: "sms" as const,
      to: one.to,
      subject: null,
      text: one.text,
      at: one.keptAt,
    })),
    ...(zalo?.kept() ?? []).map((one) => ({
      channel: "zalo" as const,
      to: one.to.replace(/^84/, "0"),
      subject: `ZNS ${one.templateId}`,
      text: Object.values(one.parameters).join(" · "),
      at: one.keptAt,
    })),
  ];
  return all.sort((a, b) => b.at.getTime() - a.at.getTime());
}
