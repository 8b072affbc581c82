import { useRouter, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import type { HeldAccount } from "./account/account-context.ts";
import { mayBeSignedIn } from "./account/account-hint.ts";
import type { Documents } from "./documents/use-documents.ts";
import type { SessionShelf } from "./storage/session-shelf.ts";

/** Opens what the address asks for, once; it leaves the address then, so that coming back opens the work on it. */
export function useFirstSession(
  shelf: SessionShelf,
  { startCase, startSituation, say, also }: Documents,
  held: HeldAccount | null,
): void {
  const account = held?.account ?? null;
  const asked = useSearchParams();
  const [slug, situation, documentId] = [asked.get("case"), asked.get("situation"), asked.get("document")];
  const router = useRouter();
  useEffect(() => {
    const openKept = async (id: string) => {
      // Whoever is signed in is known a moment later.
      if (account === null && mayBeSignedIn()) return;
      if (account === null) say("That sketch is in an account. Sign in to open it.");
      else
        await account
          .open(id)
          .catch((error: unknown) => say(`It was not opened: ${(error as Error).message}`));
      router.replace("/workbench");
      if (shelf.state().open === null) await shelf.openLast();
    };
    /** What begins a sketch; null where the address asks for none. */
    const starting = (): Promise<boolean> | null => {
      if (slug !== null) return startCase(slug);
      return situation === null ? null : startSituation(situation);
    };
    const begin = async () => {
      if (documentId !== null) return openKept(documentId);
      const start = starting();
      if (start === null) {
        if (shelf.state().open === null) await shelf.openLast();
      } else if (await start) router.replace("/workbench");
      else {
        also("Your own sketches are here.");
        await shelf.openLast();
      }
    };
    void begin();
  }, [shelf, slug, situation, documentId, account, startCase, startSituation, say, also, router]);
}
