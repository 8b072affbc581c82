import { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";

type SetStatus = (status: number, location?: string) => void;

/** On the global object because Next bundles a copy of this module of its own. */
const shared = globalThis as Record<symbol, AsyncLocalStorage<SetStatus> | undefined>;
const storage = (shared[Symbol.for("seamark.page-status")] ??= new AsyncLocalStorage<SetStatus>());

/** Renders a page that may say its status itself, with `setPageStatus`. */
export function withPageStatus<T>(response: ServerResponse, render: () => T): T {
  const set: SetStatus = (status, location) => {
    holdStatus(response, status);
    if (location !== undefined) response.setHeader("Location", location);
  };
  return storage.run(set, render);
}

/**
 * The status of the page at hand, for a page rendered whole on each request. `notFound()` of Next sets one too, but
 * leaves the body to scripts.
 */
export function setPageStatus(status: number): void {
  storage.getStore()?.(status);
}

/**
 * Sends whoever asked for the page at hand to another address. `redirect()` of Next leaves that to scripts as well; it
 * is still to be called, for it is what Next's own navigation understands.
 */
export function setPageRedirect(location: string): void {
  storage.getStore()?.(307, location);
}

/** Next sets 200 on every page it rendered. Only other news of its own, such as an error, replaces ours. */
export function holdStatus(response: ServerResponse, status: number): void {
  let held = status;
  Object.defineProperty(response, "statusCode", {
    configurable: true,
    get: () => held,
    set: (given: number) => {
      if (given !== 200) held = given;
    },
  });
}
