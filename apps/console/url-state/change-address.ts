/**
 * Writes what is chosen on a page into its address, as a step that Back undoes. The page is already here, so no server is asked and
 * the choice shows at once; Next.js hears of the change by the history it watches.
 */
export function changeAddress(address: string): void {
  history.pushState(null, '', address);
}
