import { describe, expect, test } from "vitest";
import { checkNewPassword } from "#server/auth/common-passwords.ts";

/**
 * Fifty that lists of breached passwords have near their top, written down from knowledge of such lists and not taken from
 * the bundled file.
 */
const FIFTY = `
123456789012 1234567890123 123456123456 111111111111 000000000000 123123123123 121212121212 987654321098
112233445566 102030405060 qwertyuiop12 qwerty123456 qwertyqwerty qwertyuiop[] 1q2w3e4r5t6y 1qaz2wsx3edc
asdfghjkl123 asdfasdfasdf zxcvbnm12345 qazwsxedcrfv 1qazxsw23edc abcdefghijkl abc123abc123 abcd1234abcd
password1234 password12345 passwordpassword Password123! Passw0rd1234 P@ssw0rd1234 mypassword12 password2024
iloveyou1234 iloveyouiloveyou welcome12345 Welcome2024! administrator admin1234567 letmein12345 letmeinletmein
monkey123456 dragon123456 football1234 baseball1234 superman1234 sunshine1234 princess1234 master123456
michael12345 jordan232323
`
  .trim()
  .split(/\s+/);

const SOMEBODY = { name: "Grace Hopper", email: "grace@example.org" };

describe("passwords that everybody tries", () => {
  test(`are refused, ${FIFTY.length} of ${FIFTY.length}`, () => {
    expect(FIFTY).toHaveLength(50);
    const taken = FIFTY.filter((password) => checkNewPassword(password, SOMEBODY) === undefined);
    expect(taken).toEqual([]);
  });

  test("are refused for what they are, not for being short", () => {
    for (const password of FIFTY) expect(checkNewPassword(password, SOMEBODY)).toContain("guessed first");
  });

  test.each(["grace@example.org", "Grace Hopper 2026", "seamark seamark"])(
    "and those that say who one is, as in %s",
    (password) => {
      expect(checkNewPassword(password, SOMEBODY)).toContain("guessed first");
    },
  );

  test("and no others", () => {
    for (const password of ["seven mooring lines at dusk", "Tq8-vb2Lw0_zK4", "kelp anvil orbit lantern"])
      expect(checkNewPassword(password, SOMEBODY)).toBeUndefined();
  });
});
