import { describe, expect, test } from "vitest";
import { clientAddress } from "#server/http/client-address.ts";

describe("clientAddress", () => {
  test("believes the socket alone when no proxy is trusted", () => {
    expect(clientAddress("203.0.113.7", "198.51.100.1", 0)).toBe("203.0.113.7");
  });

  test("takes what the outermost trusted proxy saw, never what is further left", () => {
    expect(clientAddress("10.0.0.1", "1.1.1.1, 198.51.100.1", 1)).toBe("198.51.100.1");
    expect(clientAddress("10.0.0.1", "1.1.1.1, 198.51.100.1, 10.0.0.2", 2)).toBe("198.51.100.1");
  });

  test("falls back to the socket when the chain is shorter than configured or no address", () => {
    expect(clientAddress("10.0.0.1", "", 1)).toBe("10.0.0.1");
    expect(clientAddress("10.0.0.1", "198.51.100.1", 2)).toBe("10.0.0.1");
    expect(clientAddress("10.0.0.1", "unknown", 1)).toBe("10.0.0.1");
  });

  test("counts all addresses of an IPv6 network as one caller, however they are written", () => {
    const one = clientAddress("2001:db8:1:2::1", "", 0);
    expect(one).toBe("2001:db8:1:2::/64");
    expect(clientAddress("2001:0DB8:0001:0002:ffff:ffff:ffff:ffff", "", 0)).toBe(one);
    expect(clientAddress("2001:db8:1:3::1", "", 0)).not.toBe(one);
    expect(clientAddress("::1", "", 0)).toBe("0:0:0:0::/64");
  });

  test("reads an IPv4 address written as IPv6 as what it is", () => {
    expect(clientAddress("::ffff:203.0.113.7", "", 0)).toBe("203.0.113.7");
  });
});
