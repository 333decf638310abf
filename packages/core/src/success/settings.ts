/** How the success model learns and is judged. Times in milliseconds. */
export const MODEL_SETTINGS = {
  /** Length of the spans outcomes are counted in. */
  spanMs: 600_000,
  /** After this time what it learned counts half. What changes faster is in the signals it stands on. */
  halfLifeMs: 86_400_000,
  /** After this time what it is judged by counts half. */
  recordHalfLifeMs: 7 * 86_400_000,
  /** Outcomes a scope must have been judged by before decisions may go by the model there. */
  outcomesNeeded: 1_000,
} as const;
