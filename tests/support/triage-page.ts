import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { SituationState } from "#core/triage/states.ts";
import { e2eDatabase } from "./e2e-accounts.ts";

interface Given {
  readonly failing?: string;
  readonly works?: string;
  readonly tried?: string;
  readonly name?: string;
  readonly system?: string;
  readonly email?: string | null;
  readonly state?: SituationState;
  readonly receivedAt?: Date;
  readonly sketch?: object;
}

const newReference = (): string =>
  (randomUUID() + randomUUID())
    .replaceAll("-", "")
    .toUpperCase()
    .slice(0, 28)
    .replaceAll(/(.{4})(?!$)/g, "$1-");

/** A situation that is in the inbox. */
export async function sentIn(given: Given = {}) {
  const id = randomUUID();
  const { failing = "Large uploads fail while every dashboard stays green.", works = "", tried = "" } = given;
  const { name = "Ada", system = "Claims portal", email = "ada@example.org", state = "new" } = given;
  const reference = newReference();
  await e2eDatabase().situation.create({
    data: {
      ...{
        id,
        reference,
        failing,
        works,
        tried,
        name,
        system,
        email,
        state,
        signals: ["came-back-next-door"],
      },
      ...(given.receivedAt && { receivedAt: given.receivedAt }),
      ...(given.sketch && { sketch: given.sketch }),
    },
  });
  await e2eDatabase().situationEvent.create({ data: { situationId: id, kind: "received" } });
  return { id, reference };
}

/** A word that only the situations of one test have, to have the inbox for itself. */
export const ownWord = (): string => `w${randomUUID().replaceAll("-", "").slice(0, 12)}`;

/** The list of the inbox. */
export const list = (page: Page) => page.getByRole("region", { name: "Situations" });
export const rowOf = (page: Page, id: string) => list(page).locator(`[data-situation="${id}"]`);
/** The states a situation that is open can be moved to. */
export const states = (page: Page) => page.getByRole("group", { name: "State" });
/** The state of a situation as it is stored. */
export const stateOf = async (id: string) =>
  (await e2eDatabase().situation.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;
