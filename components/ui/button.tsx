import type { ComponentProps } from "react";

interface ButtonProps extends Omit<ComponentProps<"button">, "className"> {
  /** The one thing a page is for; all else is quiet. */
  readonly isFirst?: boolean;
}

export function Button({ isFirst = false, type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={`action ${isFirst ? "action-first" : ""}`} {...rest} />;
}
