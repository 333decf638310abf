/** The mailbox of a colleague as the audit log shows it, a…@example.com: who may read the log need not see the list of people. */
export function maskMailbox(email: string): string {
  const [first = ''] = email;
  return `${first}…${email.slice(email.lastIndexOf('@'))}`;
}
