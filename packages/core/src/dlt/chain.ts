/**
 * The text of which the hash of a chain is taken: the ids joined by a comma, the principal entity first and the delivering telemarketer
 * last, no spaces. Its SHA-256 in lowercase hex is what the operator compares.
 */
export function chainText(entityId: string, telemarketerIds: readonly string[]): string {
  return [entityId, ...telemarketerIds].join(',');
}
