import { formatDay, type Language } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { Radios, Select } from "#ui/choices/choices.tsx";
import { TextInput } from "#ui/text-input/text-input.tsx";
import { returnCauses } from "../parcel.ts";
import { postPaths } from "../paths.ts";
import type { ListedParcel } from "../queries.ts";
import { postTexts } from "../texts/index.ts";
import type { Failed } from "./post.page.tsx";

/** What the post reports of one parcel; each form on the page has ids of its own. */
export function NewsForm({
  parcel,
  language,
  failed,
}: {
  readonly parcel: ListedParcel;
  readonly language: Language;
  readonly failed: Failed | null;
}) {
  const t = postTexts(language);
  const typed = (name: string) => failed?.typed.get(name) ?? undefined;
  return (
    <form method="post" action={postPaths.news({ code: parcel.code, parcel: parcel.id })} novalidate>
      <Radios
        language={language}
        name="state"
        id={`tin-${parcel.id}`}
        label={t.recordNews}
        value={typed("state") ?? "delivered"}
        inline
        choices={[
          { value: "delivered", label: t.delivered },
          { value: "cameBack", label: t.cameBack },
        ]}
      />
      <TextInput
        language={language}
        name="on"
        id={`ngay-${parcel.id}`}
        label={t.on}
        hint={t.onHint}
        width={12}
        inputmode="numeric"
        value={typed("on") ?? (parcel.handedOverOn === null ? undefined : formatDay(parcel.handedOverOn))}
        error={failed?.fault}
      />
      <Select
        language={language}
        name="cause"
        id={`ly-do-${parcel.id}`}
        label={t.cause}
        optional
        value={typed("cause")}
        empty="–"
        options={returnCauses.map((cause) => ({ value: cause, text: t.causes[cause] }))}
      />
      <Button kind="secondary">{t.recordNews}</Button>
    </form>
  );
}
