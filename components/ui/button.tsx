import type { ComponentProps } from "react";

interface ButtonProps extends Omit<ComponentProps<"button">, "className"> {
  /** `first` is the one thing a page is for, `quiet` what stands beside the work. */
  readonly rank?: "first" | "quiet";
}

export function Button({ rank, type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={rank ? `action action-${rank}` : "action"} {...rest} />;
}
