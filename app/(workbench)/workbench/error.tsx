"use client";

import Link from "next/link";

export default function WorkbenchError({ reset }: { readonly reset: () => void }) {
  return (
    <main className="mx-auto grid max-w-read gap-4 px-4 py-16">
      <h1 className="font-serif text-title">The workbench has stopped.</h1>
      <p>This is a fault of ours. Your sketches are kept in this browser.</p>
      <p className="flex gap-6">
        <button type="button" className="min-h-9 border border-rule px-3 text-small" onClick={reset}>
          Open it again
        </button>
        <Link href="/" className="self-center text-small">
          To the start page
        </Link>
      </p>
    </main>
  );
}
