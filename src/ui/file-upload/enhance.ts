import { formatFileLimit, formatFileSize, isLanguage, type Language } from "#foundation/i18n/index.ts";
import { uiTexts } from "#ui/texts/index.ts";

type Sent = { readonly uploadId: string };

function uploadIdIn(answer: string): string | undefined {
  try {
    const body: Partial<Sent> | null = JSON.parse(answer);
    return typeof body?.uploadId === "string" ? body.uploadId : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Sends each chosen file at once and shows how far it is; the form then carries only ids. A failed file stays in the list
 * with a button to try again: nothing a person chose is lost by a weak connection.
 */
export function enhanceUploads(root: ParentNode): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-enhance="upload"]')) enhanceUpload(place);
}

function enhanceUpload(place: HTMLElement): void {
  const { href, idName, maxBytes, language: spoken } = place.dataset;
  const box = place.querySelector<HTMLInputElement>('input[type="file"]');
  const list = place.querySelector<HTMLElement>(".upload-files");
  const drop = place.querySelector<HTMLElement>(".upload-drop");
  const say = place.querySelector<HTMLElement>(".upload-say");
  if (!href || !idName || !box || !list || !drop || !say) return;
  const language: Language = isLanguage(spoken) ? spoken : "vi";
  const t = uiTexts(language);
  const limit = Number(maxBytes);
  const make = (tag: string, className: string, text = "") => {
    const element = place.ownerDocument.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  };

  const choose = make("div", "upload-choose");
  const button = place.ownerDocument.createElement("label");
  button.className = "button button-secondary";
  button.htmlFor = box.id;
  button.textContent = box.multiple ? t.chooseFiles : t.chooseFile;
  // The box already has its name from the question; a second label would be read out with it.
  button.setAttribute("aria-hidden", "true");
  choose.append(button, make("span", "quiet", t.dropHere));
  box.after(choose);
  place.classList.add("is-enhanced");

  const add = (file: File) => {
    const row = make("li", "upload-file");
    const name = make("span", "upload-name", `${file.name} `);
    name.append(make("span", "quiet", formatFileSize(file.size, language)));
    const note = make("span", "upload-note");
    const progress = place.ownerDocument.createElement("progress");
    progress.className = "upload-progress";
    progress.max = 100;
    progress.setAttribute("aria-label", t.uploading(file.name, 0));
    const remove = make("button", "button button-quiet", t.remove);
    remove.setAttribute("type", "button");
    remove.setAttribute("aria-label", t.removeFile(file.name));
    row.append(name, note, remove, progress);
    list.append(row);
    list.hidden = false;

    let request: XMLHttpRequest | undefined;
    remove.addEventListener("click", () => {
      request?.abort();
      row.remove();
      list.hidden = list.childElementCount === 0;
      box.focus();
    });

    const fail = (words: string, canRetry: boolean) => {
      progress.hidden = true;
      row.classList.add("is-failed");
      note.textContent = words;
      say.textContent = words;
      if (!canRetry) return;
      const retry = make("button", "button button-quiet", t.retry);
      retry.setAttribute("type", "button");
      retry.addEventListener("click", () => {
        retry.remove();
        send();
      });
      remove.before(retry);
    };

    const send = () => {
      row.classList.remove("is-failed");
      note.textContent = "";
      progress.hidden = false;
      progress.removeAttribute("value");
      const body = new FormData();
      body.append("file", file);
      // fetch cannot report how much has been sent, and on a slow line that is the only thing people want to know.
      request = new XMLHttpRequest();
      request.open("POST", href);
      request.setRequestHeader("accept", "application/json");
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) progress.value = Math.floor((event.loaded / event.total) * 100);
      });
      request.addEventListener("error", () => fail(t.uploadFailed(file.name), true));
      request.addEventListener("load", () => {
        const { status = 0, responseText = "" } = request ?? {};
        const uploadId = status === 201 || status === 200 ? uploadIdIn(responseText) : undefined;
        if (status === 413) return fail(t.tooBig(file.name, formatFileLimit(limit, language)), false);
        if (status === 415 || status === 422) return fail(t.wrongKind(file.name), false);
        if (!uploadId) return fail(t.uploadFailed(file.name), true);
        const id = place.ownerDocument.createElement("input");
        id.type = "hidden";
        id.name = idName;
        id.value = uploadId;
        progress.hidden = true;
        row.append(id);
        say.textContent = t.uploaded(file.name);
        row.dispatchEvent(new Event("change", { bubbles: true }));
      });
      say.textContent = t.uploading(file.name, 0);
      request.send(body);
    };

    if (limit > 0 && file.size > limit) fail(t.tooBig(file.name, formatFileLimit(limit, language)), false);
    else send();
  };

  const take = (files: FileList | null | undefined) => {
    for (const file of files ?? []) add(file);
  };
  box.addEventListener("change", () => {
    take(box.files);
    // What is in the list must not be sent a second time with the form.
    box.value = "";
  });
  for (const kind of ["dragover", "dragleave", "drop"] as const) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.toggle("is-over", kind === "dragover");
      if (kind === "drop") take(event.dataTransfer?.files);
    });
  }
}
