import { lazy, Suspense } from "react";
import { useView } from "../view-context.tsx";

const Palette = lazy(async () => ({ default: (await import("./palette.tsx")).Palette }));
const KeySheet = lazy(async () => ({ default: (await import("./key-sheet.tsx")).KeySheet }));

/** What opens over the whole table, loaded when it is first asked for. */
export function Sheets() {
  const { sheet } = useView();
  if (sheet === null) return null;
  return <Suspense fallback={null}>{sheet === "keys" ? <KeySheet /> : <Palette sheet={sheet} />}</Suspense>;
}
