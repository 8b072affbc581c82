import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { connection } from "next/server";
import { EMPTY_DRAFT } from "#core/intake/situation-form.ts";
import { env } from "#server/env.ts";
import { refusedSituation } from "#server/http/refused-form.ts";
import { GuidedForm } from "./guided-form.tsx";
import { CASE_BRIEFS } from "./near-situation.ts";

/** Every form has a key of its own, so it is rendered for each request, and whole: it must not need scripts. */
export const instant = false;

export const metadata: Metadata = {
  title: "Describe your situation",
  description: "Tell us what keeps failing. You learn at once whether it looks like a structural failure.",
};

export default async function SituationPage() {
  await connection();
  const refused = refusedSituation.find();
  return (
    <div className="sheet">
      <header className="py-10 md:py-14">
        <h1 className="display max-w-[18ch]">Describe your situation</h1>
        <p className="mt-5 max-w-read font-serif text-lead text-ink-soft">
          Say what keeps failing, in your own words. You learn at once whether it looks like a structural
          failure, and what would help if it does not.
        </p>
      </header>
      <GuidedForm
        keyValue={refused?.key ?? randomUUID()}
        draft={refused?.draft ?? EMPTY_DRAFT}
        refused={refused?.refusal}
        keptDays={env().SITUATION_KEPT_DAYS}
        cases={CASE_BRIEFS}
      />
    </div>
  );
}
