import type { ComponentProps, ReactNode } from "react";

interface CheckProps extends Omit<ComponentProps<"input">, "className" | "children"> {
  readonly type: "checkbox" | "radio";
  readonly children: ReactNode;
}

/** A native checkbox or radio button with a line of text that can be pressed as well. */
export function Check({ children, ...input }: CheckProps) {
  return (
    <label className="grid min-h-11 cursor-pointer grid-cols-[1.25rem_minmax(0,1fr)] items-baseline gap-3 py-2">
      <input {...input} className="size-5 translate-y-1 accent-ink" />
      <span>{children}</span>
    </label>
  );
}
