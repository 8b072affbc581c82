import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { LONGEST_ADDITION, type Act } from "#core/intake/own-situation.ts";
import { HiddenFields } from "./hidden-fields.tsx";

interface OwnFormProps {
  /** The address of the page: the private link. */
  readonly action: string;
  readonly keyValue: string;
}

interface AddFormProps extends OwnFormProps {
  readonly text: string;
  readonly error: string | undefined;
}

export function AddForm({ action, keyValue, text, error }: AddFormProps) {
  return (
    <form method="post" action={action} noValidate className="grid max-w-read gap-5">
      <HiddenFields keyValue={keyValue} />
      <input type="hidden" name="act" value="add" />
      <Field
        name="text"
        label="Add something"
        hint="What happened since, or what you forgot. It goes to the same people."
        error={error}
      >
        {(control) => (
          <textarea
            {...control}
            rows={5}
            maxLength={LONGEST_ADDITION}
            required
            defaultValue={text}
            className="field resize-y"
          />
        )}
      </Field>
      <p>
        <Button type="submit">Add it</Button>
      </p>
    </form>
  );
}

export type Ending = Exclude<Act, "add">;

const ENDINGS: Readonly<
  Record<Ending, { readonly question: string; readonly says: string; readonly yes: string }>
> = {
  withdraw: {
    question: "Take it back?",
    says: "Nobody works on it any more, and nothing can be added. It stays readable here until it is deleted, and you can still have it erased.",
    yes: "Yes, take it back",
  },
  erase: {
    question: "Erase it for good?",
    says: "Everything you wrote and everything that was answered is deleted at once, with the sketch, the addresses and the mails kept here. Nobody can bring it back, not we either.",
    yes: "Yes, erase everything",
  },
};

interface EndFormProps extends OwnFormProps {
  readonly ending: Ending;
}

/** The second question before something that cannot be undone. */
export function EndForm({ action, keyValue, ending }: EndFormProps) {
  const { question, says, yes } = ENDINGS[ending];
  return (
    <form
      method="post"
      action={action}
      aria-labelledby="confirm"
      className="max-w-read border-2 border-ink p-5 md:p-6"
    >
      <HiddenFields keyValue={keyValue} />
      <input type="hidden" name="act" value={ending} />
      <h3 id="confirm" className="font-serif text-lead">
        {question}
      </h3>
      <p className="mt-2">{says}</p>
      <p className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-3">
        <Button type="submit" rank="first">
          {yes}
        </Button>
        <a href={action} className="action action-quiet">
          No, leave it
        </a>
      </p>
    </form>
  );
}

interface EndLinksProps {
  readonly action: string;
  readonly canWithdraw: boolean;
}

export function EndLinks({ action, canWithdraw }: EndLinksProps) {
  return (
    <p className="flex flex-wrap gap-3">
      {canWithdraw && (
        <a href={`${action}?confirm=withdraw#end`} className="action">
          Take it back
        </a>
      )}
      <a href={`${action}?confirm=erase#end`} className="action">
        Erase it
      </a>
    </p>
  );
}
