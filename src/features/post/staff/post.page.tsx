/** The return desk and the post: what to send, what lies sealed, what is on the way, and the lists. */
import { dossierPaths } from "#features/dossiers/index.ts";
import { type Unit, unitName } from "#features/organisation/index.ts";
import { formatDay, formatInstant, formatNumber, type Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Button } from "#ui/button/button.tsx";
import { Details } from "#ui/details/details.tsx";
import { FilterBar, FilterSelect } from "#ui/filter-bar/filter-bar.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { NameInput, TextInput } from "#ui/text-input/text-input.tsx";
import { postPaths } from "../paths.ts";
import type { ListedList, ListedParcel, Waiting } from "../queries.ts";
import { postTexts } from "../texts/index.ts";
import { NewsForm } from "./news-form.tsx";

/** A form that was sent with a fault: which one, what was typed, and what is wrong with it. */
export type Failed = { readonly form: string; readonly typed: URLSearchParams; readonly fault: string };

export type DeskFrame = {
  readonly language: Language;
  readonly desks: readonly Unit[];
  readonly desk: Unit;
  readonly notice: { readonly kind: "success" | "problem"; readonly text: string } | null;
  readonly failed: Failed | null;
  readonly lists: readonly ListedList[];
};

export type PostProps = DeskFrame & {
  readonly toSend: readonly Waiting[];
  readonly sealed: readonly ListedParcel[];
  readonly withPost: readonly ListedParcel[];
  readonly most: number;
};

export function PostMain(props: PostProps) {
  const { language, toSend, sealed, withPost, desk, failed, most } = props;
  const t = postTexts(language);
  return (
    <DeskPage
      {...props}
      title={t.post}
      lead={t.postLead}
      action={postPaths.post()}
      elsewhere={{ text: t.desk, href: postPaths.desk(undefined, { quay: desk.code }) }}
    >
      <Part
        title={t.toSend}
        none={t.nothingToSend}
        note={t.trackingHint}
        count={toSend.length}
        most={most}
        language={language}
      >
        {toSend.map((one) => (
          <li class="post-row">
            <Result {...one} />
            <form method="post" action={postPaths.parcel({ code: one.code })} novalidate>
              <TextInput
                language={language}
                name="trackingNumber"
                id={`so-${one.code}`}
                label={t.tracking}
                width={20}
                autocapitalize="characters"
                spellcheck={false}
                value={typedIn(failed, one.code, "trackingNumber")}
                error={faultOf(failed, one.code)}
              />
              <Button kind="secondary">{t.prepare}</Button>
            </form>
          </li>
        ))}
      </Part>
      <Part title={t.sealed} none={t.nothingSealed} count={sealed.length} most={most} language={language}>
        {sealed.map((parcel) => (
          <li>
            <Result {...parcel} />
            <p class="code">{parcel.trackingNumber}</p>
          </li>
        ))}
      </Part>
      {sealed.length > 0 && (
        <form method="post" action={postPaths.handOver({ unit: desk.code })} novalidate>
          <NameInput
            language={language}
            name="clerk"
            label={t.clerk}
            value={typedIn(failed, "handOver", "clerk")}
            error={faultOf(failed, "handOver")}
          />
          <Button>{t.handOver}</Button>
        </form>
      )}
      <Part title={t.withPost} none={t.nothingWithPost} count={withPost.length} most={most} language={language}>
        {withPost.map((parcel) => (
          <li>
            <Result {...parcel} />
            <p>
              <span class="code">{parcel.trackingNumber}</span>
              {parcel.handedOverOn !== null && ` · ${t.states.handedOver} ${formatDay(parcel.handedOverOn)}`}
            </p>
            <Details summary={t.recordNews} open={failed?.form === parcel.id}>
              <NewsForm parcel={parcel} language={language} failed={failed?.form === parcel.id ? failed : null} />
            </Details>
          </li>
        ))}
      </Part>
    </DeskPage>
  );
}

export function DeskPage({
  language,
  desks,
  desk,
  notice,
  lists,
  title,
  lead,
  action,
  elsewhere,
  children,
}: DeskFrame & {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  /** The other page of the same desk. */
  readonly elsewhere: { readonly text: string; readonly href: string };
  readonly children: Child;
}) {
  const t = postTexts(language);
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <p>
        <a href={elsewhere.href}>{elsewhere.text}</a>
      </p>
      {notice !== null && (
        <Notice language={language} kind={notice.kind}>
          {notice.text}
        </Notice>
      )}
      {desks.length > 1 && (
        <FilterBar language={language} action={action} label={t.choose}>
          <FilterSelect
            name="quay"
            label={t.deskUnit}
            value={desk.code}
            options={desks.map((one) => ({ value: one.code, text: unitName(one, language) }))}
          />
        </FilterBar>
      )}
      {children}
      {lists.length > 0 && (
        <section aria-labelledby="phieu">
          <h2 id="phieu">{t.lists}</h2>
          <ul>
            {lists.map((list) => (
              <li>
                <a href={postPaths.list({ list: list.id })}>
                  {t.listOf(list.numberText, formatNumber(list.itemCount, language))}
                </a>{" "}
                <span class="quiet">
                  {formatInstant(list.madeAt)} · {t.listNames(list.giverName, list.receiverName)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

export function Part({
  title,
  none,
  note,
  count,
  most,
  language,
  children,
}: {
  readonly title: string;
  readonly none: string;
  /** What holds for every row, told once. */
  readonly note?: string | undefined;
  readonly count: number;
  readonly most: number;
  readonly language: Language;
  readonly children: Child;
}) {
  return (
    <section>
      <h2>{title}</h2>
      {note !== undefined && count > 0 && <p class="quiet">{note}</p>}
      {count === 0 ? <p class="quiet">{none}</p> : <ul class="post-list">{children}</ul>}
      {count >= most && <p class="quiet">{postTexts(language).more(formatNumber(most, language))}</p>}
    </section>
  );
}

export function Result({ code, ownerName }: { readonly code: string; readonly ownerName: string | null }) {
  return (
    <p>
      <a class="code" href={dossierPaths.staff({ code })}>
        {code}
      </a>{" "}
      <span class="name">{ownerName}</span>
    </p>
  );
}

export function typedIn(failed: Failed | null, form: string, field: string): string | undefined {
  return failed?.form === form ? (failed.typed.get(field) ?? undefined) : undefined;
}

export function faultOf(failed: Failed | null, form: string): string | undefined {
  return failed?.form === form ? failed.fault : undefined;
}
