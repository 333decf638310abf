/** Names to the api the workspace a page shows (trpc/procedure.ts): what is meant for one is never done in another. */
const HEADER = 'signalbox-workspace';

let shown: string | undefined;

/** Notes which workspace the page of this tab shows; a page is of one workspace until it is loaded anew. */
export function noteShownWorkspace(id: string): void {
  if (typeof window !== 'undefined') shown = id;
}

/** The headers of a call of this tab. */
export const shownWorkspaceHeaders = (): Record<string, string> => (shown === undefined ? {} : { [HEADER]: shown });
