"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { useRedrive } from "./use-redrive.ts";
import { useScripts } from "./use-scripts.ts";

interface SendAgainProps {
  readonly id: string;
  readonly isDead: boolean;
}

/** Tries one dead delivery again. The button goes with the state; what became of it stays, and has the focus. */
export function SendAgain({ id, isDead }: SendAgainProps) {
  const router = useRouter();
  const outcome = useRef<HTMLParagraphElement>(null);
  const hasScripts = useScripts();
  const { mutate, isPending, isSuccess, error } = useRedrive();
  const sendAgain = (): void =>
    mutate(
      { ids: [id] },
      {
        onSuccess: () => {
          outcome.current?.focus();
          router.refresh();
        },
      },
    );
  return (
    <div className="mt-6 flex flex-wrap items-center gap-4">
      {isDead && hasScripts && !isSuccess && (
        <Button rank="first" disabled={isPending} onClick={sendAgain}>
          Send it again
        </Button>
      )}
      {isDead && !hasScripts && (
        <p className="text-small text-ink-soft">To send it again, scripts must be allowed to run.</p>
      )}
      <p ref={outcome} role="status" tabIndex={-1} className="text-small outline-none">
        {error?.message ?? (isSuccess ? "It is tried again." : "")}
      </p>
    </div>
  );
}
