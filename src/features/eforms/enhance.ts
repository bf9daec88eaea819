/** Makes the pages of a form nicer: questions come and go with the answers they hang on, and a draft saves itself. */
import { holds } from "./condition.ts";
import type { Condition } from "./definition.ts";

type Values = { [key: string]: unknown };

const pauseMs = 600;

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-enhance="eform"]')) {
  showWhatIsAsked(form);
  saveByItself(form);
}

/** The answers on the page as the server would read them, as far as conditions ask: choices and words. */
function valuesOf(form: HTMLFormElement, prefix: string): Values {
  const values: Values = prefix === "" ? parsed(form.dataset.elsewhere) : {};
  for (const [name, value] of new FormData(form)) {
    if (name.startsWith(prefix) && typeof value === "string" && value.trim() !== "") {
      values[name.slice(prefix.length)] = value.trim();
    }
  }
  return values;
}

function parsed(json: string | undefined): Values {
  const value: Values = JSON.parse(json ?? "{}");
  return value;
}

function showWhatIsAsked(form: HTMLFormElement): void {
  const dependents = [...form.querySelectorAll<HTMLElement>("[data-show-when]")].map((element) => {
    const condition: Condition = JSON.parse(element.dataset.showWhen ?? "");
    return { element, condition, prefix: element.dataset.prefix ?? "" };
  });
  if (dependents.length === 0) return;
  const show = () => {
    // In order: a question that goes takes its answer with it, and with that the questions that hang on it.
    for (const { element, condition, prefix } of dependents) {
      const shown = holds(condition, valuesOf(form, prefix));
      element.dataset.shown = String(shown);
      for (const box of element.querySelectorAll<HTMLInputElement>("input, select, textarea")) box.disabled = !shown;
    }
  };
  form.addEventListener("input", show);
  show();
}

/** The form as it would be sent, marked as saved by itself. Files are sent on their own as soon as they are chosen. */
function everythingOn(form: HTMLFormElement): FormData | URLSearchParams {
  const whole = new FormData(form);
  whole.set("do", "autosave");
  const words = [...whole].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  if (form.enctype !== "multipart/form-data") return new URLSearchParams(words);
  const body = new FormData();
  for (const [name = "", value = ""] of words) body.append(name, value);
  return body;
}

function saveByItself(form: HTMLFormElement): void {
  const say = form.querySelector<HTMLElement>("[data-say] span");
  const seen = form.querySelector<HTMLInputElement>('input[name="seen"]');
  if (!say || !seen) return;
  let timer = 0;
  let underWay: Promise<void> | undefined;
  let isDirty = false;
  let isOvertaken = false;

  const save = async (isLeaving: boolean) => {
    isDirty = false;
    say.textContent = form.dataset.saving ?? "";
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        headers: { accept: "application/json" },
        body: everythingOn(form),
        keepalive: isLeaving,
      });
      if (answer.status === 409) {
        // Somebody saved this page elsewhere: stop here, and let the person see both on the next press of a button.
        isOvertaken = true;
        say.textContent = form.dataset.overtaken ?? "";
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      const saved: { seen: string; saved: string } = await answer.json();
      seen.value = saved.seen;
      say.textContent = saved.saved;
    } catch {
      isDirty = true;
      say.textContent = form.dataset.failed ?? "";
    }
  };
  const start = (isLeaving = false) => {
    window.clearTimeout(timer);
    if (isOvertaken || !isDirty || underWay) return;
    underWay = save(isLeaving).finally(() => {
      underWay = undefined;
      // What changed meanwhile; a failed save waits for the network or the next change.
      if (isDirty && navigator.onLine && say.textContent !== form.dataset.failed) later();
    });
  };
  const later = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(start, pauseMs);
  };

  // While typing nothing is sent; but whoever turns to another app or closes the page keeps what stands in the box.
  form.addEventListener("input", () => {
    isDirty = true;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") start(true);
  });

  form.addEventListener("change", () => {
    isDirty = true;
    later();
  });
  window.addEventListener("online", () => start());
  // The mark on the page must be that of the last save, or the server would take this for another tab.
  form.addEventListener(
    "submit",
    (event) => {
      window.clearTimeout(timer);
      if (!underWay) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const { submitter } = event;
      underWay.finally(() => form.requestSubmit(submitter));
    },
    { capture: true },
  );
}
