/** With the digits that a reader needs: whole from 100 on, one decimal below 10, thousands apart. */
export function sayNumber(value: number): string {
  const size = Math.abs(value);
  const rounded = size >= 10 || Number.isInteger(value) ? Math.round(value) : Math.round(value * 10) / 10;
  const [whole = "", decimals] = String(Math.abs(rounded)).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3}){1,6}$)/g, ",");
  return `${rounded < 0 ? "−" : ""}${grouped}${decimals === undefined ? "" : `.${decimals}`}`;
}

/** A share from 0 to 1. Never 0 % of something, never 100 % of almost all. */
export function sayShare(share: number): string {
  if (share > 0 && share < 0.005) return "under 1 %";
  if (share < 1 && share > 0.995) return "over 99 %";
  return `${Math.round(share * 100)} %`;
}
