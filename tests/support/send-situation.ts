import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { validDraft } from "./intake.ts";

/** A situation that nobody else sends, as a program sends it. */
export interface SentSituation {
  readonly key: string;
  readonly body: string;
}

export function newSituation(): SentSituation {
  const key = randomUUID();
  return { key, body: JSON.stringify(validDraft({ failing: `Uploads fail every night, ${key}.` })) };
}

export interface Answer {
  /** 0 when there was none. */
  readonly status: number;
  readonly text: string;
}

export async function sendSituation(url: string, { key, body }: SentSituation): Promise<Answer> {
  try {
    const headers = { "content-type": "application/json", "idempotency-key": key };
    const response = await fetch(`${url}/api/situations`, { method: "POST", headers, body });
    return { status: response.status, text: await response.text() };
  } catch {
    return { status: 0, text: "" };
  }
}

/** The reference that a 201 gives. */
export function referenceOf({ status, text }: Answer): string | undefined {
  return status === 201 ? (JSON.parse(text) as { reference: string }).reference : undefined;
}

/** 409 and 503 ask for another try with the same key, which settles it. */
export async function sendUntilDecided(
  url: string,
  situation: SentSituation,
): Promise<Answer & { readonly tries: number }> {
  for (let tries = 1; ; tries += 1) {
    const answer = await sendSituation(url, situation);
    const isDecided = answer.status !== 409 && answer.status !== 503;
    if (isDecided || tries === MOST_TRIES) return { ...answer, tries };
    await sleep(100);
  }
}

const MOST_TRIES = 50;
