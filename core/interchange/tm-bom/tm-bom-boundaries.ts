import { pairKey } from "../../architecture/subject.ts";
import { linesSaid } from "../threat-models/lines-said.ts";
import type { TmBomTrustBoundary } from "./tm-bom.schema.ts";

/** What stands between two zones, whichever is named first; undefined where nothing does. */
export function boundariesBetween(
  boundaries: readonly TmBomTrustBoundary[],
): (a: string, b: string) => TmBomTrustBoundary | undefined {
  const known = new Map(
    boundaries.map((one) => [pairKey(one.trust_zone_a ?? "", one.trust_zone_b ?? ""), one] as const),
  );
  return (a, b) => (a === b || a === "" || b === "" ? undefined : known.get(pairKey(a, b)));
}

/** How long what lets a flow through is valid, as far as the file says it, and what in it does. */
export function validityOf(
  boundary: TmBomTrustBoundary,
): { readonly value: string; readonly evidence: string } | undefined {
  const { access_token_expires: expires, has_refresh_token: isRenewed } = boundary;
  if (expires === false)
    return { value: "unlimited", evidence: "access tokens between the zones do not expire" };
  if (expires !== true || isRenewed === undefined) return undefined;
  return isRenewed
    ? {
        value: "expires-renewed-automatically",
        evidence: "access tokens between the zones expire, and there are refresh tokens",
      }
    : {
        value: "expires-not-renewed",
        evidence: "access tokens between the zones expire, and there are no refresh tokens",
      };
}

/** What a flow has to pass between two zones. */
export function wordsOf(boundary: TmBomTrustBoundary | undefined): string {
  if (boundary === undefined) return "";
  return linesSaid([
    ["Access control between the zones: ", boundary.access_control_methods.join(", ")],
    ["Authentication between the zones: ", boundary.authentication_methods.join(", ")],
  ]);
}
