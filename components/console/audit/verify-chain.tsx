"use client";

import { Button } from "#components/ui/button.tsx";
import { HEAD, type ChainBreak, type ChainVerdict } from "#core/triage/audit-view.ts";
import { useId, useState } from "react";
import { askApi } from "../ask-api.ts";

const WHY: Readonly<Record<ChainBreak, string>> = {
  changed: "What it says is not what it said when it was written.",
  detached: "It does not follow the entry before it: one was taken out, put in or moved.",
  cut: "The head that you noted is not in the trail: its end was cut off, or it was written anew.",
};

/** Walks the chain on the server and says what that came to. */
export function VerifyChain() {
  const id = useId();
  const [known, setKnown] = useState("");
  const [isWalking, setWalking] = useState(false);
  const [verdict, setVerdict] = useState<ChainVerdict | { readonly kind: "failed"; readonly why: string }>();
  const isHead = known.trim() === "" || HEAD.test(known.trim());
  const verify = async () => {
    setWalking(true);
    try {
      const body = known.trim() === "" ? {} : { known: known.trim() };
      setVerdict(await askApi<ChainVerdict>("/api/console/audit/verify", body));
    } catch (error) {
      setVerdict({ kind: "failed", why: error instanceof Error ? error.message : "That did not work." });
    }
    setWalking(false);
  };
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button rank="first" aria-disabled={isWalking || !isHead} onClick={() => void (isHead && verify())}>
          {isWalking ? "Walking the chain…" : "Verify the chain"}
        </Button>
        <a href="/api/console/audit/lines" download className="action">
          Download as JSON lines
        </a>
      </p>
      <details className="text-small">
        <summary className="flex min-h-11 cursor-pointer items-center">
          Compare with a head noted earlier
        </summary>
        <div className="grid max-w-read gap-1 pb-2">
          <label htmlFor={id}>Head</label>
          <input
            id={id}
            className="field font-mono"
            autoComplete="off"
            spellCheck={false}
            aria-describedby={`${id}-hint`}
            aria-invalid={isHead ? undefined : true}
            value={known}
            onChange={({ target }) => setKnown(target.value)}
          />
          <p id={`${id}-hint`} className="text-ink-soft">
            {isHead
              ? "A chain cannot show that its end is missing. A head that you keep elsewhere can."
              : "A head is a number, a colon and 64 signs, as it is shown after a walk."}
          </p>
        </div>
      </details>
      <div role="status">{verdict !== undefined && <Verdict verdict={verdict} />}</div>
    </div>
  );
}

type Shown = ChainVerdict | { readonly kind: "failed"; readonly why: string };

function Verdict({ verdict }: { readonly verdict: Shown }) {
  if (verdict.kind === "failed") return <p className="border-l-4 border-ink pl-3">{verdict.why}</p>;
  if (verdict.kind === "broken")
    return (
      <div className="border-l-4 border-ink pl-3">
        <p className="font-semibold">The chain is broken at entry {verdict.seq}.</p>
        <p className="text-small">
          {WHY[verdict.why]} {verdict.entries} entries before it are whole.
        </p>
      </div>
    );
  return (
    <div>
      <p>
        The chain is whole: {verdict.entries} {verdict.entries === 1 ? "entry" : "entries"}.
      </p>
      <p className="text-small text-ink-soft">
        Its head, to note elsewhere: <span className="font-mono break-all select-all">{verdict.head}</span>
      </p>
    </div>
  );
}
