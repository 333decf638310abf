import type { FieldError } from '@signalbox/contracts';
import { type ForeignLink, findForeignLinks, type LinkedContent } from '@signalbox/core';
import type { RequestContext } from '../context.ts';

/** Links that lead to no allowed domain, and whether they are refused or only told. */
export interface JudgedLinks {
  rule: 'warn' | 'refuse';
  faults: (FieldError & { field: ForeignLink['field'] })[];
}

/** Most domains that a message names as allowed. */
const NAMED_MAX = 3;

/**
 * The links of a content that the workspace lets lead nowhere but to its domains; undefined where it lets them lead anywhere. Links of the house
 * itself, such as the one that stops marketing, are no fault.
 */
export function judgeLinks({ services, workspace }: RequestContext, content: LinkedContent): JudgedLinks | undefined {
  const home = services.config.current().workspaces.get(workspace.number);
  if (home === undefined || home.links === 'any') return undefined;
  const own = services.publicUrl === null ? [] : [new URL(services.publicUrl).hostname];
  const found = findForeignLinks(content, [...home.linkDomains, ...own]);
  return {
    rule: home.links,
    faults: found.map((link) => ({
      field: link.field,
      path: `content.${link.field}`,
      code: 'link_not_allowed',
      message: sentenceFor(link, home.linkDomains),
    })),
  };
}

function sentenceFor({ domain, looksLike }: ForeignLink, allowed: readonly string[]): string {
  const named = allowed.slice(0, NAMED_MAX).join(', ');
  const others = allowed.length > NAMED_MAX ? ` and ${allowed.length - NAMED_MAX} more` : '';
  const rule = allowed.length === 0 ? 'No links are allowed here' : `Links may lead to ${named}${others} alone`;
  const like = looksLike === null ? '' : ` (it only looks like ${looksLike})`;
  return `${rule}, and one leads to ${domain}${like}: take it out, or have the domain added in the settings of the workspace.`;
}
