"use client";

import { useRef, useState } from "react";
import type { FormEntries } from "#core/intake/form.ts";
import type { SituationDraft } from "#core/intake/situation-form.ts";
import { findProblems } from "./find-problems.ts";
import { createProofOfWork, type ProofOfWork } from "./proof-of-work.ts";
import { sendSituation, type RefusedSituation, type Sent } from "./send-situation.ts";

export interface Sending {
  readonly isSending: boolean;
  /** Begins the proof of work, beside whatever the visitor does. */
  readonly prove: () => void;
  /** Sends, once at a time, and goes on to the receipt. `onKeyLost` when the next try takes another key. */
  readonly send: (entries: FormEntries<SituationDraft>, onKeyLost: () => void) => void;
}

export function useSending(refuse: (refused: RefusedSituation) => void): Sending {
  const proof = useRef<ProofOfWork>(undefined);
  const [isSending, setIsSending] = useState(false);
  const proofOfWork = () => (proof.current ??= createProofOfWork());
  const finish = async (entries: FormEntries<SituationDraft>, onKeyLost: () => void) => {
    const sent = await submit(entries, proofOfWork());
    if ("location" in sent) {
      window.location.assign(sent.location);
      return;
    }
    if (sent.kind === "key-reused" || sent.kind === "no-key") {
      onKeyLost();
      proofOfWork().renew();
    }
    refuse(sent);
  };
  return {
    isSending,
    prove: () => proofOfWork().begin(),
    send: (entries, onKeyLost) => {
      if (isSending) return;
      setIsSending(true);
      void finish(entries, onKeyLost).finally(() => setIsSending(false));
    },
  };
}

async function submit(entries: FormEntries<SituationDraft>, proof: ProofOfWork): Promise<Sent> {
  const problems = await findProblems(entries.draft);
  return problems.length > 0
    ? { kind: "invalid", retryAfter: 0, problems }
    : sendSituation(entries, await proof.take());
}
