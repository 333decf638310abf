/** Whether a link leads somewhere from a mail: to a named host, a mailbox or a phone. */
export function isSoundLink(link: string): boolean {
  if (/^(mailto|tel|sms):./i.test(link)) return true;
  if (!/^https?:\/\//i.test(link) || !URL.canParse(link)) return false;
  const { hostname, username } = new URL(link);
  const isAddress = /^[\d.]+$/.test(hostname) || hostname.startsWith('[');
  return !isAddress && hostname.includes('.') && username === '';
}
