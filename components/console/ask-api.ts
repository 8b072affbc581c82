/** Why the server did not do what was asked. `kind` is that of the problem; "unreachable" when there was no answer. */
export class ApiProblem extends Error {
  readonly kind: string;
  constructor(kind: string, sentence: string) {
    super(sentence);
    this.kind = kind;
  }
}

/** Asks an address of the console's own API. `body` makes it a POST. Throws an `ApiProblem` whose message can be shown. */
export async function askApi<T>(path: string, body?: object, signal?: AbortSignal): Promise<T> {
  const response = await send(path, body, signal);
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as T;
  const { type = "", title, detail } = (answer ?? {}) as Partial<Record<string, string>>;
  const kind = /^urn:seamark:problem:(.+)$/.exec(type)?.[1] ?? String(response.status);
  throw new ApiProblem(kind, detail ?? title ?? "The server could not do this.");
}

async function send(path: string, body: object | undefined, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(path, {
      ...(body !== undefined && {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
      ...(signal && { signal }),
    });
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw new ApiProblem("unreachable", "The server could not be reached. Nothing was done.");
  }
}
