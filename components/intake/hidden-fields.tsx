import { KEY_FIELD, TRAP_FIELD } from "#core/intake/form.ts";

/** The mark that makes sending twice harmless, and a field that only programs fill. */
export function HiddenFields({ keyValue }: { readonly keyValue: string }) {
  return (
    <>
      <input type="hidden" name={KEY_FIELD} defaultValue={keyValue} />
      <p className="sr-only">
        <label>
          Leave this empty: it is there to catch programs.
          <input type="text" name={TRAP_FIELD} tabIndex={-1} autoComplete="off" defaultValue="" />
        </label>
      </p>
    </>
  );
}
