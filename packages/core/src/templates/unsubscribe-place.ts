/** The name by which the mails of a marketing template print the link that stops marketing; no variable of a template may have it. */
export const UNSUBSCRIBE_NAME = 'unsubscribe_url';

/** What stands for that link in the stored text of a marketing mail: each mail gets its own when it leaves. */
export const UNSUBSCRIBE_PLACE = `{{${UNSUBSCRIBE_NAME}}}`;
