/** The few shapes that the table's controls have. A line under, around or beside; never a box in a box. */
const control = "inline-flex items-center gap-2 whitespace-nowrap text-small disabled:text-ink-faint";

export const BUTTON = `${control} min-h-9 border border-rule px-3 hover:border-ink enabled:hover:bg-shallow disabled:border-hairline`;
export const BUTTON_STRONG = `${control} min-h-9 border border-ink bg-ink px-3 text-paper hover:bg-ink-soft`;
export const BUTTON_QUIET = `${control} min-h-8 px-1 underline decoration-rule underline-offset-4 hover:decoration-current disabled:no-underline`;
export const LABEL = "font-mono text-sounding text-ink-faint";
export const FIELD =
  "min-h-9 w-full border border-rule bg-paper px-2 text-small focus:border-ink focus-visible:outline-offset-0";
