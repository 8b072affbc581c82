import { Workbench } from "#components/workbench/workbench.tsx";
import type { Metadata } from "next";
import { Suspense } from "react";

export const metadata: Metadata = {
  title: "Workbench",
  description:
    "Sketch an architecture, answer one question at a time, and see which agreement nobody stated.",
};

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
        <Workbench />
      </Suspense>
    </main>
  );
}
