import type { KeptMailShown } from "#core/delivery/console.ts";

/** A mail that was kept for want of a mail server, as text and as a mail reader would show it. */
export function KeptMail({ mail }: { readonly mail: KeptMailShown }) {
  const { recipient, subject, messageId, text, html } = mail;
  return (
    <section aria-labelledby="mail" className="mt-12">
      <h2 id="mail" className="font-serif text-lead font-[560]">
        The mail
      </h2>
      <p className="mt-1 max-w-read text-small text-ink-soft">
        It was kept here, and sent to nobody: there is no SMTP_URL.
      </p>
      <dl className="mt-4 grid gap-x-6 gap-y-1 sm:grid-cols-[11rem_minmax(0,1fr)]">
        {[
          ["To", recipient],
          ["Subject", subject],
          ["Message-ID", messageId],
        ].map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="sounding">{label}</dt>
            <dd className="mb-2 text-small break-words sm:mb-0">{value}</dd>
          </div>
        ))}
      </dl>
      <h3 className="mt-8 mb-2 text-base font-semibold">As text</h3>
      <pre
        tabIndex={0}
        className="max-w-[46rem] border border-hairline bg-shallow p-4 font-mono text-small break-words whitespace-pre-wrap"
      >
        {text}
      </pre>
      <h3 className="mt-8 mb-2 text-base font-semibold">As HTML</h3>
      {/* No scripts, no origin, no address to load from: a document that can only be looked at. */}
      <iframe
        title={`The mail as HTML: ${subject}`}
        sandbox=""
        srcDoc={html}
        className="h-[44rem] w-full max-w-[46rem] resize-y border border-hairline"
      />
    </section>
  );
}
