import type { AccountDocument } from "#core/access/account-documents.ts";
import type { AccountState } from "../account/account.ts";
import type { SessionRecord } from "../storage/session-database.ts";

/** Where a sketch of this browser is kept besides, for somebody who is signed in. */
export type Place =
  | { readonly kind: "here-only" | "other-account" | "not-in-account" }
  | { readonly kind: "in-account"; readonly isPending: boolean; readonly document: AccountDocument };

export function placeOf({ account }: SessionRecord, { list }: AccountState): Place | null {
  if (list === null) return null;
  if (account === undefined) return { kind: "here-only" };
  if (account.userId !== list.person.id) return { kind: "other-account" };
  const document = list.documents.find(({ id }) => id === account.documentId);
  if (document === undefined) return { kind: "not-in-account" };
  return { kind: "in-account", isPending: account.isPending, document };
}

/** What a person would miss in their account: drawn, and in this browser alone. */
export function onlyHere(records: readonly SessionRecord[]): readonly SessionRecord[] {
  return records.filter(
    ({ account, isEdited, components = 0 }) => account === undefined && (isEdited || components > 0),
  );
}

/** What the account keeps and this browser has no copy of. */
export function notHere(
  { list }: AccountState,
  records: readonly SessionRecord[],
): readonly AccountDocument[] {
  const here = new Set(records.map(({ account }) => account?.documentId));
  return list?.documents.filter(({ id, deletedAt }) => deletedAt === null && !here.has(id)) ?? [];
}

/** In words. */
export function sayPlace(place: Place): string {
  switch (place.kind) {
    case "here-only":
      return "in this browser only";
    case "other-account":
      return "a copy from another account";
    case "not-in-account":
      return "no longer in your account";
    case "in-account": {
      const { document, isPending } = place;
      if (document.deletedAt !== null) return "in the bin of your account";
      const where =
        document.team === null ? "in your account" : `in your account, shared with ${document.team.name}`;
      return isPending ? `${where}, which does not have the last changes yet` : where;
    }
  }
}
