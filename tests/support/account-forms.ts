import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { findActor } from "#server/auth/find-actor.ts";
import { openSecret } from "#server/auth/secret.ts";
import { receiveForms } from "#server/http/receive-forms.ts";
import { refusedAccountForm } from "#server/http/refused-form.ts";
import type { RefusedAccountForm } from "#core/access/account-refusal.ts";
import { TEST_SECRET } from "./test-secret.ts";

/** What came of a form. */
export interface Posted {
  readonly status: number;
  readonly location: string | null;
  readonly retryAfter: string | null;
  /** Cookies that were set, as a Cookie header. */
  readonly cookie: string;
  readonly setCookies: readonly string[];
  readonly refused: RefusedAccountForm | undefined;
  /** The body and the headers that every answer of that kind should share. */
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Fields = Readonly<Record<string, string>>;

export interface FormServer {
  readonly url: string;
  readonly post: (path: string, fields: Fields, headers?: Fields) => Promise<Posted>;
  /** Who the stand-in for a page finds: 200 with the role, or 401. */
  readonly ask: (cookie: string) => Promise<string>;
  readonly close: () => void;
}

/** The forms of the product behind a stand-in for Next, which sets 200 like it does and shows what a page would find. */
export async function serveForms({ trustedHops = 1 } = {}): Promise<FormServer> {
  // A thousand refused guesses are a thousand lines.
  process.env["LOG_LEVEL"] ??= "warn";
  await openSecret(TEST_SECRET, "");
  const handle = receiveForms(
    async (asked, answer) => {
      const actor = asked.url === "/whoami" ? await findActor(asked.headers.cookie) : undefined;
      answer.statusCode = actor?.kind === "visitor" ? 401 : 200;
      answer.end(JSON.stringify({ refused: refusedAccountForm.find(), actor }));
    },
    { trustedHops, publicOrigin: undefined },
  );
  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    post: async (path, fields, headers = {}) => {
      const response = await fetch(`${url}${path}`, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { origin: url, "x-forwarded-for": nextAddress(), ...headers },
        redirect: "manual",
      });
      return describePosted(response);
    },
    ask: async (cookie) => {
      const response = await fetch(`${url}/whoami`, { headers: { cookie } });
      const { actor } = (await response.json()) as { actor: { kind: string; role?: string } };
      return actor.role ?? `${response.status}`;
    },
    close: () => server.close(),
  };
}

let addresses = 0;

/** Every request comes from an address of its own unless it says otherwise, so that no test limits another. */
function nextAddress(): string {
  addresses += 1;
  return `10.${addresses >> 16}.${(addresses >> 8) & 255}.${addresses & 255}`;
}

async function describePosted(response: Response): Promise<Posted> {
  const body = await response.text();
  const setCookies = response.headers.getSetCookie();
  const headers = Object.fromEntries(response.headers);
  for (const name of ["date", "set-cookie"]) Reflect.deleteProperty(headers, name);
  return {
    status: response.status,
    location: response.headers.get("location"),
    retryAfter: response.headers.get("retry-after"),
    cookie: setCookies.map((line) => line.split(";")[0]).join("; "),
    setCookies,
    refused: body.startsWith("{")
      ? (JSON.parse(body) as { refused?: RefusedAccountForm }).refused
      : undefined,
    body,
    headers,
  };
}
