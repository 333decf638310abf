import { STRICT_MATCHING } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { checkDltText } from './check-text.ts';
import { PAIRS } from './pairs.case.ts';
import { parseDltTemplate } from './parse-template.ts';

describe('a text against its DLT template', () => {
  it('is told with a hundred pairs', () => expect(PAIRS).toHaveLength(100));

  it.each(PAIRS)('has its known marks: $what', ({ template, text, marks, tags, rule }) => {
    const parsed = parseDltTemplate(template, tags ?? null);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    const found = checkDltText(parsed.template, text, { ...STRICT_MATCHING, ...rule });
    expect(found.marks.map((mark) => [mark.kind, mark.found, mark.expected])).toEqual(marks);
    expect(found.matches).toBe(marks.length === 0);
    for (const mark of found.marks) expect(mark.cure).not.toBe('');
  });
});
