import { classNames, type Html } from "#foundation/jsx/html.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Icon, type IconName } from "#ui/icon/icon.tsx";

/** One primary button on a page; `warning` for what cannot be undone; `quiet` among many rows. */
export type ButtonKind = "primary" | "secondary" | "warning" | "quiet";

export type ButtonProps = {
  readonly children: Child;
  readonly kind?: ButtonKind | undefined;
  readonly icon?: IconName | undefined;
  readonly type?: "submit" | "button" | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | number | undefined;
  readonly form?: string | undefined;
  readonly formaction?: string | undefined;
  /** Of a form that is sent elsewhere otherwise: only looks, and changes nothing. */
  readonly formmethod?: "get" | undefined;
  /** Where the answer is shown; `_blank` leaves this page as it is, with what was typed. */
  readonly formtarget?: "_blank" | undefined;
  /** Leaves the page without the browser's own checks, for "save and go back". */
  readonly formnovalidate?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly label?: string | undefined;
};

const classOf = (kind: ButtonKind) => classNames("button", kind !== "primary" && `button-${kind}`);

export function Button({
  children,
  kind = "primary",
  icon,
  type = "submit",
  describedBy,
  label,
  ...rest
}: ButtonProps) {
  return (
    <button
      class={classOf(kind)}
      type={type}
      aria-describedby={describedBy}
      aria-label={label}
      data-once={type === "submit" && rest.formtarget === undefined ? true : undefined}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export type LinkButtonProps = {
  readonly href: string;
  readonly children: Child;
  readonly kind?: ButtonKind | undefined;
  readonly icon?: IconName | undefined;
  readonly download?: boolean | undefined;
};

/** Looks like a button because it starts something, and is a link because it only goes somewhere. */
export function LinkButton({ href, children, kind = "primary", icon, download }: LinkButtonProps): Html | null {
  return (
    <a class={classOf(kind)} href={href} download={download}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

export function ButtonGroup({ children }: { readonly children: Child }) {
  return <div class="button-group">{children}</div>;
}
