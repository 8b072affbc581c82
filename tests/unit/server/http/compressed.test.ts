import { createServer, request as ask, type IncomingMessage } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, createBrotliDecompress, gunzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { compressAnswers } from "#server/http/compress.ts";
import { acceptsBrotli, createChooseCompressed } from "#server/http/compressed-assets.ts";
import type { WebServerOptions } from "#server/http/web-server.ts";

const PAGE = `<p>${"What must hold is what nobody wrote down. ".repeat(100)}</p>`;

async function answerOf(
  handle: WebServerOptions["handle"],
  headers: Record<string, string>,
  method = "GET",
): Promise<IncomingMessage> {
  const compressed = compressAnswers(handle);
  const server = createServer((request, response) => void compressed(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const sent = ask({ port, host: "127.0.0.1", method, headers, agent: false }).end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  return response;
}

const page: WebServerOptions["handle"] = (_request, response) => {
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("ETag", '"one"');
  response.end(PAGE);
  return Promise.resolve();
};

test("a page is sent with brotli to who prefers it, and keeps its tag", async () => {
  const response = await answerOf(page, { "accept-encoding": "gzip, deflate, br, zstd" });
  expect(response.headers).toMatchObject({
    "content-encoding": "br",
    etag: '"one"',
    vary: "Accept-Encoding",
  });
  expect(brotliDecompressSync(await buffer(response)).toString()).toBe(PAGE);
});

test("who does not want brotli gets gzip, and who wants neither gets the page", async () => {
  const zipped = await answerOf(page, { "accept-encoding": "br;q=0, gzip" });
  expect(zipped.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(await buffer(zipped)).toString()).toBe(PAGE);
  const plain = await answerOf(page, { "accept-encoding": "identity" });
  expect(plain.headers).not.toHaveProperty("content-encoding");
  expect((await buffer(plain)).toString()).toBe(PAGE);
});

test("an answer that sets a cookie, one that is a picture, and one to HEAD are not compressed", async () => {
  const accepted = { "accept-encoding": "br" };
  const cookie = await answerOf((request, response) => {
    response.setHeader("Set-Cookie", "secret=1");
    return page(request, response);
  }, accepted);
  const picture = await answerOf((_request, response) => {
    response.setHeader("Content-Type", "image/png");
    response.end(PAGE);
    return Promise.resolve();
  }, accepted);
  const head = await answerOf(page, accepted, "HEAD");
  for (const response of [cookie, picture, head])
    expect(response.headers).not.toHaveProperty("content-encoding");
});

test("what is flushed arrives before the page has ended", async () => {
  let end = (): void => undefined;
  const response = await answerOf(
    (_request, streamed) => {
      streamed.setHeader("Content-Type", "text/html");
      streamed.write("<p>first</p>");
      // Next calls it where there is one.
      (streamed as typeof streamed & { flush: () => void }).flush();
      end = () => void streamed.end("<p>last</p>");
      return Promise.resolve();
    },
    { "accept-encoding": "br" },
  );
  const text = response.pipe(createBrotliDecompress()).setEncoding("utf8");
  const [first] = (await once(text, "data")) as [string];
  expect(first).toBe("<p>first</p>");
  end();
  const [last] = (await once(text, "data")) as [string];
  expect(last).toBe("<p>last</p>");
});

test("a handler that fails is heard of", async () => {
  const failing = compressAnswers(() => Promise.reject(new Error("no page")));
  const server = createServer((request, response) => {
    failing(request, response).catch((error: unknown) => response.end(String(error)));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toContain("no page");
});

test.each([
  ["gzip, deflate, br, zstd", true],
  ["BR;q=0.5", true],
  ["gzip, br;q=0", false],
  ["gzip, brief", false],
  ["", false],
  [undefined, false],
])("of %j, brotli is accepted: %j", (header, isAccepted) => {
  expect(acceptsBrotli(header)).toBe(isAccepted);
});

test("only an asset that is there compressed, for who understands it, is taken from the compressed file", async () => {
  const choose = createChooseCompressed(new Set(["/_next/static/chunks/a.js"]));
  const asked: string[] = [];
  const chosen: WebServerOptions["handle"] = (request, response) => {
    choose(request, response);
    asked.push(request.url ?? "");
    response.end();
    return Promise.resolve();
  };
  const answer = async (url: string, encoding: string) => {
    const server = createServer((request, response) => void chosen(request, response)).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const headers = { "accept-encoding": encoding };
    const sent = ask({ port, host: "127.0.0.1", path: url, headers, agent: false }).end();
    return ((await once(sent, "response")) as [IncomingMessage])[0].headers;
  };
  expect(await answer("/_next/static/chunks/a.js?dpl=1", "br")).toMatchObject({
    "content-encoding": "br",
    "content-type": expect.stringContaining("javascript") as string,
    vary: "Accept-Encoding",
  });
  expect(await answer("/_next/static/chunks/a.js", "gzip")).not.toHaveProperty("content-encoding");
  expect(await answer("/_next/static/chunks/b.js", "br")).not.toHaveProperty("content-encoding");
  expect(asked).toEqual([
    "/_next/static/chunks/a.js.br?dpl=1",
    "/_next/static/chunks/a.js",
    "/_next/static/chunks/b.js",
  ]);
});
