import { formatFileSize, type Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Icon } from "#ui/icon/icon.tsx";
import { uiTexts } from "#ui/texts/index.ts";

export type Attachment = {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** The component it answers, or the paper it is. */
  readonly title: Child;
  readonly note?: Child;
};

export type AttachmentListProps = {
  readonly language: Language;
  readonly attachments: readonly Attachment[];
  /** The address that shows one of them in place, by its id; without it each opens in its own tab. */
  readonly viewHref?: ((attachment: Attachment) => string) | undefined;
  readonly shownId?: string | undefined;
};

/** Papers with what they are, how large, and a way to look at each. */
export function AttachmentList({ language, attachments, viewHref, shownId }: AttachmentListProps) {
  const t = uiTexts(language);
  return (
    <ul class="attachments">
      {attachments.map((one) => (
        <li class="attachment">
          <Icon name="file" />
          <div class="attachment-words">
            <a
              class="attachment-title"
              href={viewHref?.(one) ?? one.href}
              target={viewHref ? undefined : "_blank"}
              rel={viewHref ? undefined : "noopener"}
              aria-current={one.id === shownId ? "true" : undefined}
            >
              {one.title}
              {!viewHref && <span class="hidden-text"> ({t.opensInNewTab})</span>}
            </a>
            <span class="attachment-file">
              {one.name} · {formatFileSize(one.bytes, language)}
            </span>
            {one.note && <span class="attachment-note">{one.note}</span>}
          </div>
        </li>
      ))}
    </ul>
  );
}

export type AttachmentViewerProps = { readonly language: Language; readonly attachment: Attachment };

/** One paper in place: the browser's own viewer for PDF, a picture as it is, anything else to download. */
export function AttachmentViewer({ language, attachment }: AttachmentViewerProps) {
  const { name, href, mediaType } = attachment;
  const t = uiTexts(language);
  return (
    <div class="viewer">
      <div class="viewer-bar">
        <p class="viewer-name">{name}</p>
        <a class="viewer-link" href={href} target="_blank" rel="noopener">
          <Icon name="external" />
          {t.openInNewTab}
        </a>
      </div>
      {mediaType === "application/pdf" ? (
        <iframe class="viewer-paper" src={href} title={name} loading="lazy" />
      ) : mediaType.startsWith("image/") ? (
        <a class="viewer-picture" href={href} target="_blank" rel="noopener">
          <img src={href} alt={name} loading="lazy" decoding="async" />
        </a>
      ) : (
        <p class="viewer-none">
          {t.noPreview}{" "}
          <a href={href} download>
            {t.download}
          </a>
        </p>
      )}
    </div>
  );
}
