import { Button } from "#components/ui/button.tsx";
import { TEXT_LIMITS } from "#core/triage/text-limits.ts";
import type { Colleague, SituationDetail } from "#core/triage/situation-view.ts";
import { isWithUs } from "#core/triage/states.ts";
import { ApiProblem } from "../ask-api.ts";
import { When } from "../when.tsx";
import type { Engagement } from "./engagement-choice.tsx";
import { Erasure } from "./erasure.tsx";
import { Happenings } from "./happenings.tsx";
import { MergeForm } from "./merge-form.tsx";
import { SituationActs } from "./situation-acts.tsx";
import { useSituation } from "./situation-queries.ts";
import { SituationTexts } from "./situation-texts.tsx";
import type { Acts } from "./use-acts.ts";
import { addressOf, type Place } from "./use-place.ts";
import { WriteBox } from "./write-box.tsx";

export const HEADING_ID = "situation";

interface SituationViewProps {
  readonly id: string;
  readonly place: Place;
  readonly acts: Acts;
  readonly colleagues: readonly Colleague[];
  readonly engagements: readonly Engagement[];
  readonly mayErase: boolean;
  readonly onLeave: () => void;
}

/** One situation: what was sent in, what happened since, and everything that can be done with it. */
export function SituationView({ id, place, acts, mayErase, onLeave, ...choices }: SituationViewProps) {
  const { data: detail, error, refetch } = useSituation(id);
  const { notice } = acts;
  return (
    <article aria-labelledby={HEADING_ID} className="situation" data-open={id}>
      <p className="lg:hidden">
        <a
          href={addressOf({ ...place, openId: null })}
          className="inline-flex min-h-11 items-center text-small"
          onClick={(event) => {
            event.preventDefault();
            onLeave();
          }}
        >
          Back to the inbox
        </a>
      </p>
      {detail === undefined ? (
        <Missing error={error} onRetry={() => void refetch()} />
      ) : (
        <>
          <Head detail={detail} />
          <div aria-live="polite" className="empty:hidden">
            {notice !== null && notice.about === id && (
              <p
                className={`flex flex-wrap items-baseline justify-between gap-x-4 text-small ${notice.isProblem ? "mt-3 border-l-4 border-ink bg-land px-3 py-2 font-medium" : "mt-2 text-ink-soft"}`}
              >
                <span>{notice.sentence}</span>
                {notice.isProblem && (
                  <Button rank="quiet" onClick={acts.dismiss}>
                    Close
                  </Button>
                )}
              </p>
            )}
          </div>
          <SituationActs detail={detail} acts={acts} {...choices} />
          <SituationTexts detail={detail} />
          <Happenings detail={detail} />
          {isWithUs(detail.state) && <Writing key={id} detail={detail} acts={acts} />}
          <MergeForm key={`merge ${id}`} detail={detail} acts={acts} place={place} />
          {mayErase && detail.state !== "erased" && <Erasure detail={detail} acts={acts} />}
        </>
      )}
    </article>
  );
}

function Head({ detail }: { readonly detail: SituationDetail }) {
  const { reference, name, system, email, phone, isVerified, receivedAt, state } = detail;
  return (
    <header>
      <h2 id={HEADING_ID} tabIndex={-1} dir="auto" className="font-serif text-title outline-none">
        {system !== "" ? system : name !== "" ? `From ${name}` : "A situation without a name"}
      </h2>
      <p className="mt-1 flex flex-wrap gap-x-4 text-small">
        {name !== "" && system !== "" && <span dir="auto">{name}</span>}
        {email !== null && <span className="select-all">{email}</span>}
        {phone !== null && phone !== "" && <span className="select-all">{phone}</span>}
        {email === null && state !== "erased" && (
          <span className="text-ink-soft">no e-mail: no answer by mail</span>
        )}
      </p>
      <p className="sounding mt-1 flex flex-wrap gap-x-4">
        <span className="select-all">{reference}</span>
        <span>
          received <When iso={receivedAt} />
        </span>
        {!isVerified && state !== "erased" && <span className="text-ink">sender not verified</span>}
      </p>
    </header>
  );
}

interface WritingProps {
  readonly detail: SituationDetail;
  readonly acts: Acts;
}

function Writing({ detail, acts }: WritingProps) {
  const { id, email, isMerged } = detail;
  return (
    <div className="mt-8 grid gap-x-8 gap-y-6 border-t border-rule pt-4 xl:grid-cols-2">
      {email !== null && !isMerged && (
        <WriteBox
          name="reply"
          situationId={id}
          label="Reply"
          hint={`Goes to ${email} by mail, with your name.`}
          limit={TEXT_LIMITS.reply}
          sendLabel="Send the reply"
          onSend={(text) => acts.ask(detail, { act: "replies", text })}
        />
      )}
      <WriteBox
        name="note"
        situationId={id}
        label="Note"
        hint="Stays among us. The visitor never sees it."
        limit={TEXT_LIMITS.note}
        sendLabel="Keep the note"
        onSend={(text) => acts.ask(detail, { act: "notes", text })}
      />
    </div>
  );
}

function Missing({ error, onRetry }: { readonly error: Error | null; readonly onRetry: () => void }) {
  if (error === null)
    return (
      <p role="status" className="py-6 text-small text-ink-soft">
        Loading…
      </p>
    );
  const isGone = error instanceof ApiProblem && error.kind === "not-found";
  return (
    <div role="alert" className="py-6">
      <h2 id={HEADING_ID} tabIndex={-1} className="font-serif text-lead outline-none">
        {isGone ? "There is no such situation." : "This could not be loaded just now."}
      </h2>
      {!isGone && (
        <p className="mt-2">
          <Button onClick={onRetry}>Try again</Button>
        </p>
      )}
    </div>
  );
}
