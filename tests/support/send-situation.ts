import { randomUUID } from "node:crypto";
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
