import { randomUUID } from "node:crypto";
import { ForgetDraft } from "#components/intake/forget-draft.tsx";
import { FormNotice } from "#components/intake/form-notice.tsx";
import { ReceiptHead } from "#components/intake/receipt.tsx";
import { Depth } from "#components/site/depth.tsx";
import { noticeOf } from "#core/intake/refusal.ts";
import { isOpen, STATE_WORDING } from "#core/intake/own-situation.ts";
import { refusedOwnSituation } from "#server/http/refused-form.ts";
import type { OwnSituation } from "#server/services/own-situation.ts";
import { AddForm, EndForm, EndLinks, type Ending } from "#components/intake/own-forms.tsx";
import { OwnMessages } from "#components/intake/own-messages.tsx";
import { Written } from "./written.tsx";
import { sayDay } from "./say-day.ts";

type Asked = Readonly<Record<string, string | string[] | undefined>>;

interface OwnSituationSheetProps {
  readonly situation: OwnSituation;
  readonly path: string;
  /** The same with its origin, as it is to be kept. */
  readonly link: string;
  /** What the query of the address says: what was just done, or is to be confirmed. */
  readonly asked: Asked;
}

/** All that whoever sent a situation may know and do about it. */
export function OwnSituationSheet({ situation, path, link, asked }: OwnSituationSheetProps) {
  const isNew = "received" in asked;
  const isErased = situation.state === "erased";
  return (
    <div className="sheet">
      {isNew && <ForgetDraft />}
      <ReceiptHead
        heading={isNew ? "Your situation is with us" : "Your situation"}
        reference={situation.reference}
      />
      <JustDone asked={asked} />
      <Refusal />
      {isNew && !isErased && <PrivateLink link={link} email={situation.email} />}
      <Standing situation={situation} />
      {!isErased && (
        <>
          <Written situation={situation} />
          <Talk situation={situation} path={path} />
          <Depth id="end" heading="An end to it" sounding="takes effect at once">
            <End situation={situation} path={path} asked={asked} />
          </Depth>
        </>
      )}
    </div>
  );
}

const DONE = {
  added: "It was added, and goes to the same people.",
  withdrawn: "It was taken back. Nobody works on it any more.",
  erased: "It was erased. What you see here is all that is left.",
} as const;

function JustDone({ asked }: { readonly asked: Asked }) {
  const done = Object.entries(DONE).find(([name]) => name in asked);
  return done === undefined ? null : (
    <p role="status" className="mb-10 max-w-read border-l-2 border-ink pl-4 font-serif text-read">
      {done[1]}
    </p>
  );
}

function Refusal() {
  const refused = refusedOwnSituation.find();
  return refused === undefined ? null : (
    <FormNotice
      notice={noticeOf(refused.refusal, "situation")}
      problems={refused.refusal.problems}
      attempt={0}
    />
  );
}

function PrivateLink({ link, email }: { readonly link: string; readonly email: string | null }) {
  return (
    <Depth id="link" heading="Your private link" sounding="shown once">
      <p className="max-w-read font-serif text-read">
        The address of this page is the only way back to what you wrote: by it you see how things stand, add
        to it, take it back or have it erased. Whoever has it can do the same, so keep it to yourself.
        {email !== null && " It is in the mail that goes to you as well."}
      </p>
      <p className="mt-4 max-w-read border-y border-hairline py-3 font-mono text-small [overflow-wrap:anywhere] select-all">
        {link}
      </p>
      <p className="mt-3 max-w-read text-small text-ink-soft">
        The reference above is for talking about it. It opens nothing.
      </p>
    </Depth>
  );
}

function Standing({ situation }: { readonly situation: OwnSituation }) {
  const { state, receivedAt, keptUntil, email } = situation;
  const { heading, text } = STATE_WORDING[state];
  return (
    <Depth id="state" heading="How it stands" sounding={`received ${sayDay(receivedAt)}`}>
      <div className="max-w-read">
        <h3 className="font-serif text-title">{heading}</h3>
        <p className="mt-3 font-serif text-read">
          {text}
          {state === "new" &&
            (email === null
              ? " You asked for no answer, so none will be sent."
              : " The answer will go to the e-mail address you gave.")}
        </p>
        {state !== "erased" && (
          <p className="mt-3 text-small text-ink-soft">
            It is deleted after {sayDay(keptUntil)}, unless you or we do something with it before.
          </p>
        )}
      </div>
    </Depth>
  );
}

interface TalkProps {
  readonly situation: OwnSituation;
  readonly path: string;
}

function Talk({ situation: { messages, state }, path }: TalkProps) {
  const isSilent = messages.length === 0;
  if (isSilent && !isOpen(state)) return null;
  return (
    <Depth id="since" heading="Since then" {...(isSilent && { sounding: "nothing yet" })}>
      <div className="grid gap-9">
        {!isSilent && <OwnMessages messages={messages} sayDay={sayDay} />}
        {isOpen(state) && <Add path={path} />}
      </div>
    </Depth>
  );
}

function Add({ path }: { readonly path: string }) {
  const refused = refusedOwnSituation.find();
  const problem = refused?.refusal.problems.find(({ field }) => field === "text");
  return (
    <AddForm
      action={path}
      keyValue={refused?.key ?? randomUUID()}
      text={refused?.draft?.text ?? ""}
      error={problem?.message}
    />
  );
}

interface EndProps {
  readonly situation: OwnSituation;
  readonly path: string;
  readonly asked: Asked;
}

function End({ situation, path, asked }: EndProps) {
  const canWithdraw = isOpen(situation.state);
  const ending = (["withdraw", "erase"] as const satisfies readonly Ending[]).find(
    (one) => asked["confirm"] === one,
  );
  if (ending !== undefined && (ending === "erase" || canWithdraw))
    return <EndForm action={path} keyValue={randomUUID()} ending={ending} />;
  return (
    <>
      <p className="mb-5 max-w-read font-serif text-read">
        {canWithdraw && "You can take it back: then nobody works on it any more. "}
        You can have it erased: then nothing of it is left here. You are asked once more before either.
      </p>
      <EndLinks action={path} canWithdraw={canWithdraw} />
    </>
  );
}
