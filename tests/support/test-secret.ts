/** The secret the tests and the product under test share. */
export const TEST_SECRET = "c29tZSByYW5kb20gYnl0ZXMgZm9yIHRlc3Rz";
