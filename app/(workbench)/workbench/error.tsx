"use client";

import { Button } from "#components/ui/button.tsx";
import Link from "next/link";

export default function WorkbenchError({ reset }: { readonly reset: () => void }) {
  return (
    <main className="mx-auto grid max-w-read gap-4 px-4 py-16">
      <h1 className="font-serif text-title">The workbench has stopped.</h1>
      <p>This is a fault of ours. Your sketches are kept in this browser.</p>
      <p className="flex gap-6">
        <Button onClick={reset}>Open it again</Button>
        <Link href="/" className="self-center text-small">
          To the start page
        </Link>
      </p>
    </main>
  );
}
