/** The place the sealed body of a message belongs to. */
export const bodyPlace = (messageId: string): string => `message/${messageId}/body`;
