interface OwnMessage {
  readonly id: string;
  readonly direction: "fromVisitor" | "toVisitor";
  readonly text: string;
  readonly at: Date;
}

interface OwnMessagesProps {
  readonly messages: readonly OwnMessage[];
  readonly sayDay: (at: Date) => string;
}

/** What was said since the form, oldest first. */
export function OwnMessages({ messages, sayDay }: OwnMessagesProps) {
  return (
    <ol className="max-w-read divide-y divide-hairline border-y border-hairline">
      {messages.map(({ id, direction, text, at }) => (
        <li key={id} className={`py-3 ${direction === "toVisitor" ? "border-l-2 border-l-ink pl-5" : ""}`}>
          <p className="sounding">
            {direction === "toVisitor" ? "Seamark" : "you"}, {sayDay(at)}
          </p>
          <p className="mt-1 font-serif text-read whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
        </li>
      ))}
    </ol>
  );
}
