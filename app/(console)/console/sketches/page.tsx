import type { Metadata } from "next";
import { ConsolePage } from "#components/console/console-page.tsx";
import { SketchList } from "#components/console/sketches/sketch-list.tsx";
import { BIN_DAYS, type AccountDocuments } from "#core/access/account-documents.ts";
import { sayOutcome } from "#core/access/sketch-acts.ts";
import { listDocuments } from "#server/services/documents.ts";
import { forUser } from "../../for-user.tsx";

/** Rendered whole for whoever is signed in, and kept nowhere. */
export const instant = false;

export const metadata: Metadata = { title: "Sketches", robots: { index: false, follow: false } };

const ABOUT =
  "What is kept in your account, on the server. A sketch in a browser is here only if you took it into your account in the workbench.";
const BIN = `What is in the bin is deleted after ${BIN_DAYS} days. “Delete for good” deletes it now, for everybody who has it, with all that was ever drawn in it. Copies in browsers stay where they are.`;

interface SketchesPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default function SketchesPage({ searchParams }: SketchesPageProps) {
  return forUser("document.use", "/console/sketches", async (user) => {
    const { outcome } = await searchParams;
    const listed = await listDocuments(user);
    const said = sayOutcome(typeof outcome === "string" ? outcome : undefined);
    return (
      <ConsolePage user={user} heading="Sketches" about={ABOUT}>
        {said !== undefined && (
          <p role="status" className="mb-8 border-l-4 border-ink pl-4 text-small font-medium">
            {said}
          </p>
        )}
        {listed.ok ? (
          <Lists kept={listed.value} />
        ) : (
          <p>The list could not be read just now. Load the page again.</p>
        )}
      </ConsolePage>
    );
  });
}

function Lists({ kept }: { readonly kept: AccountDocuments }) {
  const isMine = (ownerId: string) => ownerId === kept.person.id;
  const [present, binned] = [
    kept.documents.filter(({ deletedAt }) => deletedAt === null),
    kept.documents.filter(({ deletedAt }) => deletedAt !== null),
  ];
  const others = present.filter(({ owner }) => !isMine(owner.id));
  return (
    <>
      <SketchList
        id="own"
        heading="Yours"
        none="Nothing is kept yet. Open the workbench and choose “Take it into your account”."
        kept={kept}
        documents={present.filter(({ owner }) => isMine(owner.id))}
      />
      {others.length > 0 && (
        <SketchList id="teams" heading="Of your teams" none="" kept={kept} documents={others} />
      )}
      {binned.length > 0 && (
        <SketchList id="bin" heading="In the bin" about={BIN} none="" kept={kept} documents={binned} />
      )}
    </>
  );
}
