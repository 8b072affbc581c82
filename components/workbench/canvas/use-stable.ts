import { useLayoutEffect, useRef, useState } from "react";

type Handlers = Readonly<Record<string, (...args: never[]) => unknown>>;

/**
 * The same functions on every render, which do what the latest ones would. A canvas of a thousand parts hands its
 * handlers to each of them, and draws all of them again for every new one.
 */
export function useStable<H extends Handlers>(handlers: H): H {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  const [stable] = useState(() => forwarding(handlers, () => latest.current));
  return stable;
}

function forwarding<H extends Handlers>(handlers: H, latest: () => H): H {
  const entries = Object.keys(handlers).map((name) => [
    name,
    (...args: never[]) => latest()[name]?.(...args),
  ]);
  // The same names with functions of the same kind.
  return Object.fromEntries(entries) as H;
}
