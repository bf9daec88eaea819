import { address } from "#foundation/http/index.ts";

export const applyPaths = {
  start: address("/nop-ho-so/:code"),
  draft: address("/nop-ho-so/ban-nhap/:draft"),
  /** Where and for whom: `noi-nop`, `nguoi-nop`. */
  about: address("/nop-ho-so/ban-nhap/:draft/ho-so/:page"),
  form: address("/nop-ho-so/ban-nhap/:draft/to-khai/:page"),
  files: address("/nop-ho-so/ban-nhap/:draft/giay-to"),
  check: address("/nop-ho-so/ban-nhap/:draft/kiem-tra"),
  send: address("/nop-ho-so/ban-nhap/:draft/gui"),
  discard: address("/nop-ho-so/ban-nhap/:draft/bo"),
  /** The link for going on later without an account. */
  resume: address("/nop-ho-so/tiep-tuc/:draft/:secret"),
} as const;
