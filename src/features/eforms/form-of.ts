/** The form of a procedure version, made once: published versions never change. */
import type { FormDefinition } from "./definition.ts";
import { formDefinitionOf, type PublishedForm } from "./from-procedure/form-definition-of.ts";

const forms = new WeakMap<PublishedForm, FormDefinition>();

export function formOf(procedure: PublishedForm): FormDefinition {
  let form = forms.get(procedure);
  if (form === undefined) {
    form = formDefinitionOf(procedure);
    forms.set(procedure, form);
  }
  return form;
}
