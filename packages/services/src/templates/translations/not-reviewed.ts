/** Why nothing goes on with a version that holds a text nobody answers for: which languages, and the cure. */
export const notReviewed = (
  { version, unreviewed }: { version: number; unreviewed: readonly string[] },
  then: string,
): string =>
  `Version ${version} has texts drafted by a service that nobody has reviewed beside what the default language says now, in ${unreviewed.join(', ')}: review them in the template editor or take them out, then ${then}.`;
