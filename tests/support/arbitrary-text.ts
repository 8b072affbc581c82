import fc from "fast-check";

/** What people, browsers and programs put into a field. */
export const arbitraryText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom("a", "e\u0301", "\u0301", "\r\n", "\r", "\u0000", "\u2028", "\ud800", " ", "\t", "ﬁ"),
      { maxLength: 20 },
    )
    .map((parts) => parts.join("")),
  fc.constantFrom("x".repeat(30), "x".repeat(3000), "ada@example.org", "none", "email", "yes"),
);
