import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** Between the product and PostgreSQL: counts what is asked and waited for, by the protocol itself. */
export interface CountingProxy {
  readonly url: string;
  /** The statements asked since the last time, each with its text; one round trip each. */
  readonly takeStatements: () => readonly string[];
  readonly close: () => void;
}

const MESSAGES = { query: 0x51, parse: 0x50, bind: 0x42, sync: 0x53 };

/** Watches the connections that say they are `application`, and passes all of them on. */
export async function openCountingProxy(databaseUrl: string, application: string): Promise<CountingProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const statements: string[] = [];
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
    }
    near.on(
      "data",
      watch(application, (text) => statements.push(text)),
    );
    near.pipe(far).pipe(near);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(databaseUrl);
  url.port = `${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    takeStatements: () => statements.splice(0),
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/**
 * Reads what a client sends. After a startup message without a type come messages of a type, a length and a body; each
 * Query, and each Sync after a Parse or a Bind, is answered before the next is sent.
 */
function watch(application: string, tell: (text: string) => void): (chunk: Buffer) => void {
  let pending = Buffer.alloc(0);
  let isStarted = false;
  let isWatched = false;
  let text = "";
  const prepared = new Map<string, string>();
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const typed = isStarted ? 1 : 0;
      if (pending.length < typed + 4) return;
      const end = typed + pending.readInt32BE(typed);
      if (pending.length < end) return;
      const [type, body] = [pending[0], pending.subarray(typed + 4, end)];
      pending = pending.subarray(end);
      if (!isStarted) {
        isStarted = true;
        isWatched = body.includes(`application_name\0${application}\0`);
      } else if (isWatched) read(type, body);
    }
  };

  function read(type: number | undefined, body: Buffer): void {
    const [first = "", second = ""] = body.toString("utf8").split("\0");
    if (type === MESSAGES.query) tell(first);
    if (type === MESSAGES.parse) {
      text = second;
      prepared.set(first, second);
    }
    if (type === MESSAGES.bind) text = prepared.get(second) ?? text;
    if (type === MESSAGES.sync) tell(text);
  }
}
