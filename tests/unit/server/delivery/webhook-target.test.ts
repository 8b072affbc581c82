import { expect, test } from "vitest";
import { isPublicAddress, resolveTarget, type FindAddresses } from "#server/delivery/webhook-target.ts";

const PRIVATE = [
  ...["127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"],
  ...["169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.192", "198.18.0.1", "224.0.0.1"],
  ...["239.255.255.255", "240.0.0.1", "255.255.255.255"],
  ...["::1", "::", "::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1"],
  ...["fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1", "2002:7f00:1::", "2001::1", "100::1"],
];
const PUBLIC = [
  "1.1.1.1",
  "172.32.0.1",
  "100.128.0.1",
  "169.253.1.1",
  "2606:4700::1111",
  "2a00:1450:4001::1",
];

test.each(PRIVATE)("%s is inside", (address) => expect(isPublicAddress(address)).toBe(false));
test.each(PUBLIC)("%s is outside", (address) => expect(isPublicAddress(address)).toBe(true));
test.each(["", "example.org", "127.1", "1.1.1.1 "])("%j is no address", (text) =>
  expect(isPublicAddress(text)).toBe(false),
);

const resolveTo =
  (...addresses: string[]): FindAddresses =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })));

test.each([
  ...[
    "http://127.0.0.1:8080/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://169.254.169.254/latest",
  ],
  ...["http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/", "http://0/"],
])("%s is refused however it is written", async (address) => {
  expect(await resolveTarget(new URL(address), [])).toBe("webhook-forbidden");
});

test("a name that leads inside is refused, also when only one of its addresses does", async () => {
  const url = new URL("https://hooks.example/");
  expect(await resolveTarget(url, [], resolveTo("192.168.0.9"))).toBe("webhook-forbidden");
  expect(await resolveTarget(url, [], resolveTo("1.1.1.1", "::1"))).toBe("webhook-forbidden");
  expect(await resolveTarget(url, [], resolveTo("1.1.1.1"))).toEqual({ address: "1.1.1.1", family: 4 });
  expect(await resolveTarget(url, [], resolveTo())).toBe("webhook-unreachable");
});

test("a private target is allowed by its host and port together, and by nothing less", async () => {
  const find = resolveTo("10.1.2.3");
  const allowed = ["hooks.internal:8443"];
  const found = await resolveTarget(new URL("https://hooks.internal:8443/x"), allowed, find);
  expect(found).toEqual({ address: "10.1.2.3", family: 4 });
  for (const other of ["https://hooks.internal/x", "https://other.internal:8443/x", "https://10.1.2.3:8443/"])
    expect(await resolveTarget(new URL(other), allowed, find)).toBe("webhook-forbidden");
  expect(await resolveTarget(new URL("http://[::1]:9000/"), ["[::1]:9000"])).toEqual({
    address: "::1",
    family: 6,
  });
});
