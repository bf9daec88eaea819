/** Invented events, for the admin's preview and for checking that every text fits with the longest values it may meet. */
import type { Organisation, Unit } from "#features/organisation/index.ts";
import { unitName } from "#features/organisation/index.ts";
import { type Language, languages } from "#foundation/i18n/index.ts";
import { codeMessage } from "./code-message.tsx";
import { fillIn, longestSms, type NoticeFacts } from "./fill-in.tsx";
import { codeKinds, type NoticeTemplates, toldBy } from "./templates.ts";

type City = { readonly authority: string; readonly authorityEn: string };

export type SampleSources = {
  readonly organisation: Organisation;
  readonly city: City;
  readonly origin: string;
};

/** What a reader of the preview sees: an ordinary dossier. */
export function sampleFacts(event: string, { organisation, city, origin }: SampleSources): NoticeFacts {
  const unit = receivingUnits(organisation)[0];
  return factsOf(event, `${unit?.agencyId ?? "H00"}-261124-0007`, unit, { city, origin });
}

/** The longest a real one can be: the longest code of the city on a day of more than ten thousand. */
export function longestFacts(event: string, { organisation, city, origin }: SampleSources): NoticeFacts {
  const units = [...receivingUnits(organisation)].sort(
    (a, b) => (b.agencyId?.length ?? 0) - (a.agencyId?.length ?? 0) || b.name.length - a.name.length,
  );
  return factsOf(event, `${units[0]?.agencyId ?? "H00"}-261230-10000`, units[0], { city, origin });
}

/** Texts that are too long for their channel with the longest values, in words. */
export function tooLong(templates: NoticeTemplates, sources: SampleSources): readonly string[] {
  const { city, origin } = sources;
  const authority = { vi: city.authority, en: city.authorityEn };
  const codes = codeKinds.flatMap((kind) =>
    languages.flatMap((language) => {
      const message = codeMessage(templates, "sms", language, kind, { code: "000000", authority, origin });
      if (message.channel !== "sms" || message.text.length <= longestSms) return [];
      return [`sms codes ${kind} ${language}: ${message.text.length} characters, at most ${longestSms}`];
    }),
  );
  const events = toldBy(templates, "sms").flatMap((event) =>
    languages.flatMap((language: Language) => {
      const message = fillIn(templates, "sms", language, longestFacts(event, sources));
      if (message?.channel !== "sms" || message.text.length <= longestSms) return [];
      return [`sms ${event} ${language}: ${message.text.length} characters, at most ${longestSms}: ${message.text}`];
    }),
  );
  return [...events, ...codes];
}

function receivingUnits(organisation: Organisation): readonly Unit[] {
  return organisation.units.filter((unit) => unit.agencyId !== null && unit.level !== "province");
}

function factsOf(
  event: string,
  code: string,
  unit: Unit | undefined,
  { city, origin }: { city: City; origin: string },
): NoticeFacts {
  const faults =
    event === "requestSupplement"
      ? [
          { of: "Giấy chứng sinh", message: "Bản chụp bị mờ ở phần ngày sinh, hãy chụp lại cho rõ." },
          { of: "60/2014/QH13", message: "Chưa ghi nơi cư trú của người mẹ." },
        ]
      : [];
  return {
    event,
    code,
    procedure: { vi: "Đăng ký khai sinh", en: "Birth registration" },
    unit: { vi: unit === undefined ? "" : unitName(unit, "vi"), en: unit === undefined ? "" : unitName(unit, "en") },
    authority: { vi: city.authority, en: city.authorityEn },
    at: new Date("2026-11-24T02:05:00Z"),
    dueAt: new Date("2026-11-26T09:30:00Z"),
    reason:
      event === "refuse" || event === "apologise" || event === "stop" ? "Không thuộc thẩm quyền của phường." : null,
    faults,
    origin,
    link: `${origin}/tra-cuu?ma=${code}`,
    stopLink: `${origin}/ngung-thong-bao/…`,
  };
}
