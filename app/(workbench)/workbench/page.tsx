import { Workbench } from "#components/workbench/workbench.tsx";
import { cases } from "#content/generated/cases.ts";
import type { Metadata } from "next";
import { Suspense } from "react";

export const metadata: Metadata = {
  title: "Workbench",
  description:
    "Sketch an architecture, answer one question at a time, and see which agreement nobody stated.",
};

/** What the workbench names of a case before it is asked for. */
const published = cases.map(({ matter: { slug, title, dek } }) => ({ slug, title, about: dek }));

export default function WorkbenchPage() {
  return (
    <main>
      <noscript>
        <p className="max-w-read p-4">
          The workbench draws and diagnoses in your browser and needs JavaScript for it. The{" "}
          <a href="/cases">cases</a> and <a href="/situation">the form for your situation</a> do without.
        </p>
      </noscript>
      <Suspense fallback={<p className="p-4 text-small text-ink-soft">Opening the workbench…</p>}>
        <Workbench cases={published} />
      </Suspense>
    </main>
  );
}
